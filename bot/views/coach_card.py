"""The card of a coach's session: everything in one message, its badge, the detail of its movements."""

from collections.abc import Iterator
from datetime import date

from bot.messages import Button, Keyboard
from bot.splitting import fits
from bot.views.enrichment import MINUTE_S, REASONS, SOON_S
from bot.views.formats import full_weekday, label, safe
from bot.views.settings import Screen
from core.catalogue.reading import words_of
from core.coaches import wording
from core.coaches.knowledge import Knowledge, MovementKnowledge, knowledge
from core.coaches.session import Block, CoachSession, Item
from core.coaches.timing import block_s
from core.formatting import format_minutes
from core.localisation import Localizer
from storage.coach_sessions import StoredCoachSession
from storage.queue_standing import Standing

PREFIX = "cc"  # buttons of a card: cc:<session id>:<action>:<value>
MOVEMENTS_A_PAGE = 2
AROUND = frozenset({"warm_up", "cool_down"})


def card_screen(
    stored: StoredCoachSession, words: Localizer, *, today: date, standing: Standing | None = None
) -> Screen:
    """The session as it stands; what does not fit one message is a tap away."""
    blocks = list(session_blocks(stored.session, words))
    after = _notes(stored.session, words)
    scaling = _scaling(stored.session, words)
    closing = [*_day_lines(stored, words, today), badge(stored, standing, words)]
    html = "\n\n".join([*blocks, *scaling, *after, *closing])
    folds = not fits(html)
    if folds:
        html = "\n\n".join([*blocks, *closing])
    return Screen(html, _keyboard(stored, words, has_notes=folds))


def notes_screen(stored: StoredCoachSession, words: Localizer) -> Screen:
    """Scaling and notes, where the card had no room for them."""
    blocks = [*_scaling(stored.session, words), *_notes(stored.session, words)]
    return Screen("\n\n".join(blocks), ((_back(stored, words),),))


def session_blocks(session: CoachSession, words: Localizer) -> Iterator[str]:
    """Title, purpose, figures, then block by block; what readies and what calms is folded."""
    language = words.language
    head = f"<b>{safe(wording.title(session, language))}</b>"
    yield f"{head}\n{safe(session.purpose.said(language))}\n{safe(wording.facts(session, language))}"
    for block in session.blocks:
        yield _block(block, words)


def badge(stored: StoredCoachSession, standing: Standing | None, words: Localizer) -> str:
    """How far the session is: fast, waiting with its place and time, enriched and by whom."""
    if stored.enrichment is not None:
        return words(f"coach-badge-{stored.enrichment.source}")
    if standing is None or standing.state not in ("pending", "running"):
        return words("coach-badge-fast")
    if standing.state == "running" or standing.eta_s is None:
        return words("coach-badge-running")
    minutes = max(1, round(standing.eta_s / MINUTE_S))
    when = "soon" if standing.eta_s <= SOON_S else "minutes"
    return words(f"coach-badge-{when}", position=standing.position, minutes=minutes)


def detail_screen(stored: StoredCoachSession, page: int, words: Localizer) -> Screen:
    """Cues, mistakes and the way on, a few movements a page."""
    told = stored.enrichment or knowledge(stored.session, words.language)
    pages = max((len(told.movements) + MOVEMENTS_A_PAGE - 1) // MOVEMENTS_A_PAGE, 1)
    page = min(max(page, 0), pages - 1)
    shown = told.movements[page * MOVEMENTS_A_PAGE : (page + 1) * MOVEMENTS_A_PAGE]
    head = words("coach-detail-title", title=safe(wording.title(stored.session, words.language)))
    blocks = [head, *(_movement(one, words) for one in shown)]
    if pages > 1:
        blocks.append(words("coach-detail-page", page=page + 1, pages=pages))
    return Screen("\n\n".join(blocks), _detail_rows(stored, told, page, pages, words))


def reasons_screen(stored: StoredCoachSession, words: Localizer) -> Screen:
    """Why it did not help: four answers, or words."""
    buttons = [
        _button(stored, "why", words(f"enrichment-reason-{one.replace('_', '-')}"), one) for one in REASONS
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(words("enrichment-ask-why"), (*rows, (_back(stored, words),)))


def thanks_screen(stored: StoredCoachSession, key: str, words: Localizer) -> Screen:
    """A rating is noted."""
    return Screen(words(key), ((_back(stored, words),),))


def max_screen(stored: StoredCoachSession, exercise: str, words: Localizer) -> Screen:
    """The maximum of a main lift, asked once."""
    name = safe(words_of(exercise, words.language).name)
    buttons = tuple(
        _button(stored, "max", words("coach-kg", kg=kg), f"{exercise}:{kg}") for kg in (60, 80, 100, 120)
    )
    none = _button(stored, "max", words("coach-button-max-unknown"), f"{exercise}:none")
    return Screen(words("coach-ask-max", movement=name), (buttons, (none,)))


def see_button(exercise: str, text: str) -> Button:
    """Shows how a movement is done, as a picture."""
    return Button(label=label(text), data=f"il:{exercise}")


def item_lines(items: tuple[Item, ...], words: Localizer) -> Iterator[str]:
    """A line for each movement; sets that only lead up to a load share one."""
    language = words.language
    ramp = [item for item in items if item.ramp]
    if ramp:
        steps = " → ".join(wording.prescription(item, language) for item in ramp)
        name = words_of(ramp[0].exercise, language).name
        yield words("coach-ramp", movement=safe(name), steps=safe(steps))
    for item in items:
        if not item.ramp:
            name = safe(words_of(item.exercise, language).name)
            line = f"• <b>{name}</b> · {safe(wording.prescription(item, language))}"
            note = item.note.said(language)
            yield f"{line}\n   <i>{safe(note)}</i>" if note else line


def _block(block: Block, words: Localizer) -> str:
    heading = safe(wording.block_heading(block, words.language))
    name, joined, rest = heading.partition(" · ")
    lines = "\n".join(item_lines(block.items, words))
    if block.role in AROUND:
        length = format_minutes(block_s(block) / 60, words.language)
        name = safe(wording.block_heading(block, words.language).rpartition(" (")[0])
        return f"<b>{name}</b> ({length})\n<blockquote expandable>{lines}</blockquote>"
    title = f"<b>{name}</b>{joined}{rest}" if joined else f"<b>{heading}</b>"
    how = f"\n<i>{safe(block.how.said(words.language))}</i>" if block.how else ""
    return f"{title}{how}\n{lines}"


def _scaling(session: CoachSession, words: Localizer) -> list[str]:
    if not session.scaling:
        return []
    head, *lines = wording.scaling_lines(session, words.language)
    body = "\n".join(safe(line.strip()) for line in lines)
    return [f"<b>{safe(head)}</b>\n<blockquote expandable>{body}</blockquote>"]


def _notes(session: CoachSession, words: Localizer) -> list[str]:
    """What to know beside, folded: one reads it once."""
    if not session.notes:
        return []
    body = "\n".join(f"• {safe(note.said(words.language))}" for note in session.notes)
    return [f"{words('coach-notes')}\n<blockquote expandable>{body}</blockquote>"]


def _day_lines(stored: StoredCoachSession, words: Localizer, today: date) -> list[str]:
    """For which day it is, when that is not today; what became of it."""
    day = full_weekday(stored.date, words.language)
    if stored.status == "done":
        return [words("coach-done-on", day=day, rpe=stored.rpe or 0)]
    return [words("coach-for-day", day=day)] if stored.date > today else []


def _keyboard(stored: StoredCoachSession, words: Localizer, *, has_notes: bool) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    if stored.status in ("planned", "running"):
        key = "coach-button-start" if stored.status == "planned" else "coach-button-resume"
        rows.append((_button(stored, "start", words(key)),))
    detail = _button(stored, "detail", words("coach-button-detail"), "0")
    notes = (_button(stored, "notes", words("coach-button-notes")),) if has_notes else ()
    rows.append((detail, *notes))
    another = _button(stored, "other", words("coach-button-other"))
    if stored.status == "planned":
        rows.append((another, _button(stored, "edit", words("coach-button-change"))))
    else:
        rows.append((another,))
    return tuple(rows)


def _detail_rows(
    stored: StoredCoachSession, told: Knowledge, page: int, pages: int, words: Localizer
) -> Keyboard:
    shown = told.movements[page * MOVEMENTS_A_PAGE : (page + 1) * MOVEMENTS_A_PAGE]
    see = tuple(
        see_button(
            one.exercise, words("coach-button-see", movement=words_of(one.exercise, words.language).name)
        )
        for one in shown
    )
    turns = [
        _button(stored, "detail", sign, str(page + by))
        for sign, by in (("◀", -1), ("▶", 1))
        if 0 <= page + by < pages
    ]
    thumbs = (
        _button(stored, "up", words("enrichment-button-up")),
        _button(stored, "down", words("enrichment-button-down")),
    )
    rows = (
        *((one,) for one in see),
        tuple(turns),
        thumbs if stored.enrichment else (),
        (_back(stored, words),),
    )
    return tuple(row for row in rows if row)


def _movement(told: MovementKnowledge, words: Localizer) -> str:
    language = words.language
    name = f"<b>{safe(words_of(told.exercise, language).name)}</b>"
    parts = [
        _section("coach-detail-technique", told.technical_breakdown, words),
        _section("coach-detail-cues", told.coaching_cues_detailed, words),
        _section("coach-detail-mistakes", told.common_mistakes, words),
        _section("coach-detail-progression", told.progression_suggestions, words),
    ]
    near = [
        words(f"coach-detail-{way}", movement=safe(words_of(key, language).name))
        for way, key in (("easier", told.easier), ("harder", told.harder))
        if key
    ]
    return "\n".join([name, *(part for part in parts if part), *near])


def _section(key: str, texts: tuple[str, ...], words: Localizer) -> str:
    if not texts:
        return ""
    if len(texts) == 1:
        return words(key, text=safe(texts[0]))
    return words(key, text="\n" + "\n".join(f"• {safe(text)}" for text in texts))


def _back(stored: StoredCoachSession, words: Localizer) -> Button:
    return _button(stored, "card", words("coach-button-card"))


def _button(stored: StoredCoachSession, action: str, text: str, value: str = "") -> Button:
    return Button(label=label(text), data=f"{PREFIX}:{stored.id}:{action}:{value}")


def moved_screen(stored: StoredCoachSession, day: date, words: Localizer) -> Screen:
    """It has another day."""
    title = safe(wording.title(stored.session, words.language))
    return Screen(words("coach-moved-to", title=title, day=full_weekday(day, words.language)), ())


def danger_screen(
    stored: StoredCoachSession, run: str, run_day: date, free: date | None, words: Localizer
) -> Screen:
    """A quality run came too near to this session."""
    html = words(
        "coach-moved-legs",
        run=safe(run),
        day=full_weekday(run_day, words.language),
        title=safe(wording.title(stored.session, words.language)),
        own=full_weekday(stored.date, words.language),
    )
    rows: list[tuple[Button, ...]] = []
    if free is not None:
        text = words("coach-button-move-to", day=full_weekday(free, words.language))
        rows.append((_button(stored, "moveto", text, free.isoformat()),))
    rows.append((_button(stored, "leave", words("coach-button-leave-out")),))
    return Screen(html, tuple(rows))
