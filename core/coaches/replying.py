"""A model's session: read, judged by the engine's own rules, mended where it can be, replaced where not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.athlete import InjurySite
from core.catalogue.exercise import Equipment
from core.catalogue.finding import find
from core.catalogue.reading import catalogue, exercise
from core.coaches.asking import Question
from core.coaches.breach import Breach
from core.coaches.one_rep_max import record_kg
from core.coaches.phrase import Phrase, written
from core.coaches.picking import instead_of
from core.coaches.registry import coach
from core.coaches.request import SessionRequest
from core.coaches.rows import RowBlock, RowItem, read_rows
from core.coaches.session import Block, CoachSession, Item, Load, Source
from core.coaches.sizing import sized
from core.coaches.timing import blocks_s
from core.coaches.wording import session_lines
from core.enrichment.checks import is_unsafe
from core.generation.replies import ReplyFault, json_in
from core.generation.tongues import is_in
from core.generation.wording import Wording, sentences

TITLE_AT_MOST, PURPOSE_AT_MOST, NOTE_AT_MOST, NOTES_AT_MOST = 60, 200, 180, 3
SURE_SCORE = 80.0
"""From this likeness on a name is taken for the movement it resembles."""
USUAL_REST_S = 60.0
ROUNDS_MOST = 8
LOADED: frozenset[Equipment] = frozenset(
    (
        "barbell",
        "dumbbell",
        "kettlebell",
        "medicine-ball",
        "ram",
        "sandbag",
        "sled",
        "trap-bar",
        "weight-vest",
    )
)  # fmt: skip
"""With these a movement has a load beside one's own body."""
LEAD_LEAST_MIN, LEAD_MOST_MIN, HALF = 1.0, 16.0, 0.5
FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


class UnusableReply(Exception):
    """Nothing of a reply can be used; the text says why, for the log."""


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A checked session made of a reply: how much was put right; `breaches` are why its work was replaced."""

    session: CoachSession
    repairs: int
    breaches: tuple[Breach, ...] = ()


def read_reply(text: str, question: Question) -> ReadSession:
    """The session in a reply; the engine's work stands where the reply's breaks a rule.

    Raises UnusableReply.
    """
    raw = _json(text)
    draft, request = question.draft, question.request
    blocks, repairs = _blocks(read_rows(_texts(raw.get("r"))), question)
    theirs = _around(blocks, draft, request) if blocks else None
    theirs = coach(draft.coach).mend(theirs, request) if theirs else None
    theirs = _fitted(theirs, request) if theirs else None
    breaches = coach(draft.coach).check(theirs, request) if theirs else ()
    is_theirs = theirs is not None and not breaches
    base = theirs if theirs is not None and is_theirs else draft
    worded = _worded(base, raw if is_theirs else {**raw, "t": None}, question)
    if worded is base and not is_theirs:
        raise UnusableReply("neither the work nor the words can be used")
    source: Source = "claude" if is_theirs and not repairs else "claude+engine"
    return ReadSession(replace(worded, source=source), repairs, breaches)


# Movements


def _blocks(rows: tuple[RowBlock, ...], question: Question) -> tuple[tuple[Block, ...], int]:
    """The blocks with movements the runner can do, and how many of them were not what the reply said."""
    blocks, repairs = [], 0
    for row in rows:
        found = [(item, _movement(item, question)) for item in row.items]
        kept = tuple(_item(item, key, question) for item, key in found if key is not None)
        repairs += sum(key != item.name for item, key in found)
        if kept:
            blocks.append(_block(row, kept, question.draft))
    return tuple(blocks), repairs


def _block(row: RowBlock, items: tuple[Item, ...], draft: CoachSession) -> Block:
    """The block with the heading and the words of the draft's block of its kind."""
    kin = (block for block in draft.work if (block.role, block.format) == (row.role, row.format))
    like = next(kin, None)
    made = Block(row.role, row.format, items, row.rounds, row.rest_s, row.minutes)
    return replace(made, title=like.title, how=like.how) if like else made


def _movement(item: RowItem, question: Question) -> str | None:
    """The movement a row means, if the runner can do it; else the nearest one; None for an unknown one."""
    if item.name in question.menu:
        return item.name
    key = item.name if item.name in catalogue() else None
    if key is None:
        matches = find(item.name, question.request.language, 1)
        key = matches[0].exercise.id if matches and matches[0].score >= SURE_SCORE else None
    if key is None:
        return None
    stand_in = instead_of(key, question.request)
    return stand_in.id if stand_in else None


def _item(row: RowItem, key: str, question: Question) -> Item:
    """The item of a row: what the draft said of the same movement stays where the row says nothing else."""
    known, usual = exercise(key), _of_draft(key, row, question.draft)
    same = key == row.name or known.measure == row.measure
    measure = row.measure if same else known.measure
    return Item(
        key,
        row.amount,
        measure,
        row.sets,
        row.amount_most,
        per_side=row.per_side or (known.unilateral and measure == "reps"),
        load=_load(row, key, usual, question.request),
        rest_s=row.rest_s if row.rest_s is not None else usual.rest_s if usual else USUAL_REST_S,
        tempo=usual.tempo if usual else "",
        seconds_each=usual.seconds_each if usual else None,
        note=usual.note if usual else Phrase(),
    )


def _of_draft(key: str, row: RowItem, draft: CoachSession) -> Item | None:
    items = (item for block in draft.work for item in block.items if not item.ramp)
    return next((item for item in items if item.exercise == key and item.measure == row.measure), None)


def _load(row: RowItem, key: str, usual: Item | None, request: SessionRequest) -> Load:
    """The row's effort or zone on what the draft said; kilos only where a record allows them."""
    base = usual.load if usual else Load(bodyweight=not exercise(key).equipment & LOADED)
    record = record_kg(key, request.history)
    kg = row.load.kg if row.load.kg and record is not None and row.load.kg <= record else base.kg
    return replace(
        base,
        rpe=row.load.rpe if row.load.rpe is not None else base.rpe,
        zone=row.load.zone or base.zone,
        kg=kg,
    )


# Time


def _around(blocks: tuple[Block, ...], draft: CoachSession, request: SessionRequest) -> CoachSession:
    """The reply's work between the draft's warm-up and cool-down."""
    return replace(draft, blocks=(draft.blocks[0], *blocks, draft.blocks[-1]))


def _fitted(session: CoachSession, request: SessionRequest) -> CoachSession:
    """The session with its work sized to the time, and the first minutes taking what is left."""
    around_s = blocks_s(session.blocks) - blocks_s(session.work)
    limits = coach(session.coach)
    work = sized(session.work, request.seconds - around_s, limits.sets_most, ROUNDS_MOST)
    blocks = (session.blocks[0], *work, session.blocks[-1])
    lead, *others = blocks[0].items
    if lead.measure == "minutes":
        left_min = (request.seconds - blocks_s(blocks)) / 60
        minutes = min(max(lead.amount + round(left_min / HALF) * HALF, LEAD_LEAST_MIN), LEAD_MOST_MIN)
        first = replace(blocks[0], items=(replace(lead, amount=minutes), *others))
        blocks = (first, *blocks[1:])
    return replace(session, blocks=blocks)


# Words


def _worded(session: CoachSession, raw: dict[str, object], question: Question) -> CoachSession:
    """The session with what of the reply's words may be said; the session itself when nothing may."""
    if not is_in(question.request.language, " ".join((str(raw.get("p", "")), *_texts(raw.get("n"))))):
        return session
    told = " ".join(session_lines(session, question.request.language))
    words = _Words(question, frozenset(FIGURE.findall(told)))
    title = words.fit(raw.get("t"), TITLE_AT_MOST)
    purpose = words.fit(raw.get("p"), PURPOSE_AT_MOST)
    notes = tuple(note for one in _texts(raw.get("n")) if (note := words.fit(one, NOTE_AT_MOST)))
    if not (purpose or notes):
        return session
    kept = tuple(note for note in session.notes if note.key in ALWAYS_SAID)
    return replace(
        session,
        title=title or session.title,
        purpose=purpose or session.purpose,
        notes=(*notes[:NOTES_AT_MOST], *kept) if notes else session.notes,
    )


ALWAYS_SAID = frozenset(
    (
        "coaches-common-note-pain",
        "coaches-force-note-fresh-legs",
        "coaches-force-note-tempo",
        "coaches-functional-note-swap",
        "coaches-calisthenics-note-shoulder",
        "coaches-calisthenics-note-way-before",
        "coaches-calisthenics-note-way-equipment",
        "coaches-calisthenics-note-way-level",
        "coaches-competitions-note-unconfirmed",
        "coaches-competitions-note-relay-mixed",
        "coaches-competitions-note-deka-women",
        "coaches-competitions-note-format",
    )
)
"""Notes that stay whoever writes the others."""


@dataclass(frozen=True)
class _Words:
    """Judges the texts of a reply; figures must be among those of the session."""

    question: Question
    figures: frozenset[str]

    def fit(self, text: object, longest: int) -> Phrase | None:
        """The text where every sentence of it may be said, in the runner's language; else None."""
        if not isinstance(text, str):
            return None
        language = self.question.request.language
        parts = sentences(text)
        wording = Wording(language, (self.question.prompt.text,))
        whole = " ".join(parts)
        if not parts or len(whole) > longest or not all(map(wording.is_fit, parts)):
            return None
        if is_unsafe(whole, _sites(self.question.request)) or not set(FIGURE.findall(whole)) <= self.figures:
            return None
        return written(whole)


def _sites(request: SessionRequest) -> Iterable[InjurySite]:
    return tuple(site for site in InjurySite if site.value in request.hurt)


def _json(text: str) -> dict[str, object]:
    try:
        return json_in(text)
    except ReplyFault as fault:
        raise UnusableReply(str(fault)) from None


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
