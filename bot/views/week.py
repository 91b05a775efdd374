"""A week of a plan in one message: a line for each day, today marked, a button for each session."""

from datetime import date
from itertools import pairwise

from bot.messages import Button, Keyboard
from bot.views.formats import label, safe, short_date, weekday_and_day
from bot.views.session import ENRICHED_SIGN, WEEK_PREFIX, day_button, session_in_brief
from core.formatting import format_distance
from core.localisation import Localizer
from core.program.exchange import KeyPhase, Week
from storage.programs import StoredSession, StoredWeek

BUTTONS_A_ROW = 3
SHARE_PREFIX = "wi"


def week_html(stored: StoredWeek, total: int, phase: KeyPhase | None, today: date, words: Localizer) -> str:
    week = stored.week
    blocks = [f"{week_title(week, total, phase, words)}\n{week_dates(week, words)}"]
    if week.focus:
        blocks.append(f"<i>{safe(week.focus)}</i>")
    blocks.append("\n".join(_day_line(item, today, words) for item in stored.sessions))
    if week.notes and week.notes != week.focus:
        blocks.append(safe(week.notes))
    blocks.append(week_hint(stored, words))
    return "\n\n".join(blocks)


def week_hint(stored: StoredWeek, words: Localizer) -> str:
    """What the signs of the days mean, and that days can be opened."""
    strength = any(item.session.strength for item in stored.sessions)
    hint = words("week-hint-strength" if strength else "week-hint")
    if any(item.enrichment for item in stored.sessions):
        hint = f"{words('enrichment-week-hint')} {hint}"
    return hint


def week_keyboard(stored: StoredWeek, numbers: tuple[int, ...], words: Localizer) -> Keyboard:
    """A button for each day with a session, then the weeks before and after, then the whole plan."""
    days = [
        day_button(item.id, item.session.date, words)
        for item in stored.sessions
        if item.session.date and not item.session.rest_day
    ]
    rows = _even_rows(days)
    return (*rows, _paging(stored, numbers, words), (_share_button(stored, words), overview_button(words)))


def _even_rows(buttons: list[Button]) -> Keyboard:
    """As few rows as a phone's width allows, of as even a length as can be."""
    rows = max(1, -(-len(buttons) // BUTTONS_A_ROW))
    length, longer = divmod(len(buttons), rows)
    ends = [number * length + min(number, longer) for number in range(rows + 1)]
    return tuple(tuple(buttons[start:end]) for start, end in pairwise(ends) if end > start)


def week_button(
    program_id: int, number: int, words: Localizer, key: str = "week-button-week", *, as_new: bool = False
) -> Button:
    """Opens a week in the message of the button, or `as_new` in one of its own (a picture holds no week)."""
    data = f"{WEEK_PREFIX}:{program_id}:{number}"
    return Button(label=label(words(key, number=number)), data=f"{data}:new" if as_new else data)


def _share_button(stored: StoredWeek, words: Localizer) -> Button:
    data = f"{SHARE_PREFIX}:{stored.sessions[0].program_id}:{stored.week.week_number}"
    return Button(label=label(words("print-button-week")), data=data)


def overview_button(words: Localizer) -> Button:
    return Button(label=words("plan-button-overview"), data="pl:show")


def week_title(week: Week, total: int, phase: KeyPhase | None, words: Localizer) -> str:
    """`Semaine 3 sur 12 · Base`."""
    if phase is None:
        return words("week-title-plain", number=week.week_number, total=total)
    return words("week-title", number=week.week_number, total=total, phase=safe(phase.name))


def week_dates(week: Week, words: Localizer) -> str:
    """`23 nov. – 29 nov. · 32 km`."""
    days = [session.date for session in week.sessions if session.date]
    km = format_distance(week.total_volume_km, words.language)
    if not days:
        return km
    first, last = short_date(min(days), words.language), short_date(max(days), words.language)
    return words("week-dates", first=first, last=last, km=km)


def _day_line(item: StoredSession, today: date, words: Localizer) -> str:
    session = item.session
    day = weekday_and_day(session.date, words.language) if session.date else session.day
    key = "week-day"
    if item.status == "done":
        key = "week-done"
    elif item.status == "skipped":
        key = "week-skipped"
    elif session.date == today:
        key = "week-today"
    what = session_in_brief(session, words, with_strength=True)
    return words(key, day=day, what=f"{what} {ENRICHED_SIGN}" if item.enrichment else what)


def _paging(stored: StoredWeek, numbers: tuple[int, ...], words: Localizer) -> tuple[Button, ...]:
    program_id = stored.sessions[0].program_id
    number = stored.week.week_number
    pages = ((number - 1, "week-button-previous"), (number + 1, "week-button-next"))
    return tuple(week_button(program_id, page, words, key) for page, key in pages if page in numbers)
