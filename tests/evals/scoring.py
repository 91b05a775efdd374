"""What a reply is worth: hard failures that may never happen, soft scores from 0 to 1."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.generation.brief import PlanBrief
from core.generation.draft import PlanDraft
from core.generation.figures import Figures, figures_of_plan, figures_of_week
from core.generation.outcome import ReplyFault
from core.generation.replies import json_in, read_reply
from core.generation.tongues import is_in
from core.generation.wording import LINK, Wording, dangers, sentences
from core.notation.words import plain
from core.program.rules import check
from core.races import known_races

OWN_WORDS = {
    "fr": ("genou", "achille", "tibia", "montee", "descente", "chaleur", "sortie", "seance", "semaine", "km"),
    "en": ("knee", "achilles", "shin", "climb", "descent", "heat", "run", "session", "week", "km"),
}
LENGTHS = {"s": 320, "p": 80, "f": 40, "n": 120, "tip": 120}


@dataclass(frozen=True, slots=True)
class Score:
    """`failures` are hard. Scores: `specificity` of notes, `consistency` of words with the plan's numbers,
    `legality` of choices, `variety` of notes, `brevity` of texts."""

    failures: tuple[str, ...]
    specificity: float = 0.0
    consistency: float = 0.0
    legality: float = 0.0
    variety: float = 0.0
    brevity: float = 0.0

    @property
    def mean(self) -> float:
        parts = (self.specificity, self.consistency, self.legality, self.variety, self.brevity)
        return sum(parts) / len(parts)


def score(reply: str, brief: PlanBrief) -> Score:
    """The reply judged as it came, before anything is mended."""
    try:
        written = read_reply(reply, brief)
        draft = PlanDraft.model_validate(json_in(reply))
    except (ReplyFault, ValueError) as fault:
        return Score((f"unreadable: {fault}",))
    failures = tuple(dict.fromkeys(_failures(draft, brief)))
    if check(written.program) != check(brief.program):
        failures = (*failures, "breaks the rules")
    notes = [week.n for week in draft.w]
    return Score(
        failures,
        specificity=_share(_is_specific(note, brief) for note in notes),
        consistency=_share(_agreements(draft, brief)),
        legality=_share(_legalities(draft, brief)),
        variety=len(set(notes)) / len(notes),
        brevity=_share(_lengths(draft)),
    )


def _failures(draft: PlanDraft, brief: PlanBrief) -> Iterator[str]:
    wording = Wording(brief.language, (brief.prompt.text, *brief.free_texts))
    if len(draft.w) != len(brief.program.weeks):
        yield "wrong number of weeks"
    if any(len(week.k) != len(brief.places_of(n)) for n, week in enumerate(draft.w, start=1)):
        yield "wrong number of choices"
    if not is_in(brief.language, " ".join(draft.texts)):
        yield "wrong language"
    for text in draft.texts:
        yield from (f"unsafe: {danger}" for danger in dangers(text))
        if LINK.search(text):
            yield "link"
        if any(wording.leaks(sentence) for sentence in sentences(text)):
            yield "repeats the request"
        if _invents_race(text, brief):
            yield "invented race"


def _invents_race(text: str, brief: PlanBrief) -> bool:
    """A known race that is not the runner's own, by its whole name."""
    own = plain(brief.profile.race.name) if brief.profile.race else ""
    folded = plain(text)
    return any(plain(race.name) in folded and plain(race.name) != own for race in known_races())


def _is_specific(note: str, brief: PlanBrief) -> bool:
    folded = plain(note)
    return any(letter.isdigit() for letter in note) or any(w in folded for w in OWN_WORDS[brief.language])


def _agreements(draft: PlanDraft, brief: PlanBrief) -> Iterator[bool]:
    program = brief.program
    whole = figures_of_plan(program)
    texts: list[tuple[str, Figures]] = [(text, whole) for text in (draft.s, *draft.p)]
    for item, week in zip(draft.w, program.weeks, strict=True):
        texts.append((item.n, figures_of_week(program, week)))
    for text, figures in texts:
        yield from (figures.agrees(sentence) for sentence in sentences(text))


def _legalities(draft: PlanDraft, brief: PlanBrief) -> Iterator[bool]:
    for number, week in enumerate(draft.w, start=1):
        for code, place in zip(week.k, brief.places_of(number), strict=False):
            yield brief.codes.get(code) in brief.offers[place]


def _lengths(draft: PlanDraft) -> Iterator[bool]:
    yield len(draft.s) <= LENGTHS["s"]
    yield from (len(text) <= LENGTHS["p"] for text in draft.p)
    for week in draft.w:
        yield len(week.f) <= LENGTHS["f"]
        yield len(week.n) <= LENGTHS["n"]
    yield from (len(text) <= LENGTHS["tip"] for text in (*draft.n, *draft.r, *draft.m))


def _share(verdicts: Iterator[bool]) -> float:
    known = list(verdicts)
    return sum(known) / len(known) if known else 1.0
