"""Asking for a session: who coaches, and a question a screen."""

from collections.abc import Sequence

from bot.messages import Button, Keyboard
from bot.views.formats import full_weekday, label, level_name, safe
from bot.views.session import short_type
from bot.views.settings import Screen
from core.coaches import wording
from core.coaches.equipment import PRESETS
from core.coaches.fresh_legs import LegsFirst
from core.coaches.offer import Alternative, Offer
from core.coaches.registry import COACHES, coach
from core.coaches.request import CoachName
from core.coaches.wishing import ANY, STEPS, Step, Wish, lengths
from core.dialogue.questions import LEVELS
from core.formatting import format_minutes
from core.localisation import Localizer
from storage.coach_sessions import StoredCoachSession

PREFIX = "cs"  # a wish: cs:<version>:<action>:<values>
JOINED = " · "
TICK = "✓ "
TWO, THREE = 2, 3
CHOICES_AT_MOST, CHOICES_A_PAGE = 8, 6
HALF_A_ROW = 22  # letters of a button over half the width of a phone


def coaches_screen(
    version: int, last: Wish | None, latest: StoredCoachSession | None, words: Localizer
) -> Screen:
    """Which coach; first of all the same as last time, and the session that is going on."""
    blocks = [words("coach-ask-coach")]
    rows: list[tuple[Button, ...]] = []
    if latest is not None:
        blocks.insert(0, latest_line(latest, words))
        key = "coach-button-resume" if latest.status == "running" else "coach-button-latest"
        rows.append((Button(label=words(key), data=f"{PREFIX}:{version}:latest"),))
    if last is not None:
        name = words(f"coaches-name-{last.coach}")
        told = safe(JOINED.join((name, wish_line(last, words))))
        blocks.insert(0, words("coach-last-wish", wish=told))
        rows.insert(0, (_button(version, "again", last.coach, words("coach-button-again")),))
    names = [_button(version, "coach", name, words(f"coaches-name-{name}")) for name in COACHES]
    return Screen("\n\n".join(blocks), (*rows, *_rows(names)))


def kept_screen(version: int, wish: Wish, words: Localizer) -> Screen:
    """A coach whose last wish is known: once more, or another one."""
    html = words("coach-kept", coach=words(f"coaches-name-{wish.coach}"), wish=safe(wish_line(wish, words)))
    rows = (
        (_button(version, "again", wish.coach, words("coach-button-again")),),
        (
            _button(version, "change", wish.coach, words("coach-button-change")),
            _button(version, "home", "", words("coach-button-home")),
        ),
    )
    return Screen(html, rows)


def step_screen(
    version: int,
    wish: Wish,
    step: Step,
    words: Localizer,
    *,
    kept: Wish | None = None,
    remark: str = "",
    page: int = 0,
) -> Screen:
    """One question with its buttons, many of them a few at a time; what was answered last is ticked."""
    done = [words(f"coaches-name-{wish.coach}"), *_answers(wish, words)]
    head = words("coach-wish-so-far", wish=safe(JOINED.join(done)))
    blocks = [head, *([safe(remark)] if remark else []), words(f"coach-ask-{step}")]
    before = None if kept is None else _value(kept, step)
    buttons = [
        _button(version, f"set:{step}", value, f"{TICK if value == before else ''}{text}")
        for value, text in _choices(wish, step, words)
    ]
    pages = [buttons]
    if len(buttons) > CHOICES_AT_MOST:
        pages = [buttons[i : i + CHOICES_A_PAGE] for i in range(0, len(buttons), CHOICES_A_PAGE)]
    buttons = pages[page % len(pages)]
    rows = _rows(buttons, _width(step, buttons))
    ends = [_button(version, "back", "", words("coach-button-back"))]
    if len(pages) > 1:
        following = (page + 1) % len(pages)
        ends.append(_button(version, "more", str(following), words("coach-button-more")))
    return Screen("\n\n".join(blocks), (*rows, tuple(ends)))


def offer_screen(version: int, offer: Offer, words: Localizer) -> Screen:
    """Why there is no such session, and what there is."""
    rows = _alternatives(version, offer.alternatives, words)
    key = "coach-offer" if offer.alternatives else "coach-offer-nothing"
    return Screen(words(key, text=safe(offer.text.said(words.language))), (*rows, _around(version, words)))


def legs_screen(version: int, found: LegsFirst, words: Localizer, *, days_ahead: int) -> Screen:
    """A quality run is near: spare the legs today, or do it another day."""
    when = words("coach-legs-when", days=days_ahead)
    run = short_type(found.run.session, words)
    html = words("coach-legs-first", run=run, when=when)
    rows = _alternatives(version, found.alternatives, words)
    if found.free_day is not None:
        day = full_weekday(found.free_day, words.language)
        text = label(words("coach-button-that-day", day=day))
        rows = (*rows, (Button(label=text, data=f"{PREFIX}:{version}:day:{found.free_day.isoformat()}"),))
    return Screen(html, (*rows, _around(version, words)))


def trouble_screen(version: int, words: Localizer) -> Screen:
    """The coach found no sound session."""
    return Screen(words("coach-trouble"), (_around(version, words),))


def wish_line(wish: Wish, words: Localizer) -> str:
    """`45 min · intermédiaire · salle · Force du coureur`."""
    return JOINED.join(_answers(wish, words))


def latest_line(latest: StoredCoachSession, words: Localizer) -> str:
    """The session made last, and what became of it."""
    values = {
        "title": safe(wording.title(latest.session, words.language)),
        "day": full_weekday(latest.date, words.language),
        "rpe": latest.rpe or 0,
    }
    return words(f"coach-latest-{latest.status}", **values)


def _answers(wish: Wish, words: Localizer) -> list[str]:
    return [_answer(wish, step, words) for step in STEPS if getattr(wish, step) is not None]


def _answer(wish: Wish, step: Step, words: Localizer) -> str:
    if step == "minutes":
        return _length(wish, words)
    if step == "level" and wish.level is not None:
        return level_name(wish.level, words).lower()
    if step == "equipment":
        return _equipment(wish, words)
    if step == "focus":
        return _focus(wish.coach, wish.focus or ANY, words)
    return words(f"coach-sex-{wish.sex}")


def _length(wish: Wish, words: Localizer) -> str:
    return format_minutes(wish.minutes or 0, words.language)


def _equipment(wish: Wish, words: Localizer) -> str:
    if wish.place is not None:
        return words(f"coach-place-{wish.place}")
    return words("coach-place-list", count=len(wish.equipment or ()))


def _focus(name: CoachName, focus: str, words: Localizer) -> str:
    return words("coach-focus-any") if focus == ANY else coach(name).focus_name(focus, words.language)


def _choices(wish: Wish, step: Step, words: Localizer) -> list[tuple[str, str]]:
    """The values of a question and their words."""
    if step == "minutes":
        return [(str(one), format_minutes(one, words.language)) for one in lengths(wish.coach)]
    if step == "level":
        return [(key, _capital(level_name(level, words))) for key, level in LEVELS.items()]
    if step == "equipment":
        return [(name, words(f"coach-place-{name}")) for name in PRESETS]
    if step == "focus":
        focuses = (ANY, *coach(wish.coach).focuses)
        return [(one, _focus(wish.coach, one, words)) for one in focuses]
    return [(one, words(f"coach-sex-{one}")) for one in ("women", "men", ANY)]


def _value(wish: Wish, step: Step) -> str | None:
    """The button value of an answer."""
    if step == "level":
        return next((key for key, level in LEVELS.items() if level is wish.level), None)
    if step == "equipment":
        return wish.place
    return str(getattr(wish, step))


def _alternatives(version: int, found: Sequence[Alternative], words: Localizer) -> Keyboard:
    return tuple(
        (_button(version, "alt", str(number), one.label.said(words.language)),)
        for number, one in enumerate(found)
    )


def _around(version: int, words: Localizer) -> tuple[Button, ...]:
    return (
        _button(version, "edit", "", words("coach-button-change")),
        _button(version, "home", "", words("coach-button-home")),
    )


def _button(version: int, action: str, value: str, text: str) -> Button:
    return Button(label=label(text), data=f"{PREFIX}:{version}:{action}:{value}")


def _rows(buttons: Sequence[Button], width: int = TWO) -> Keyboard:
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def _width(step: Step, buttons: Sequence[Button]) -> int:
    """How many buttons a row: long words need the whole of it."""
    if step in ("minutes", "level", "sex"):
        return THREE
    return TWO if all(len(button.label) <= HALF_A_ROW for button in buttons) else 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
