"""A change of the plan before it is made: what changes day by day, why, and what it costs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.messages import Button, Keyboard
from bot.views.formats import day_month, full_weekday, label, safe, weekday_and_day, weekday_number
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance
from core.localisation import Localizer
from core.program.exchange import ProgramData, Session
from core.week_changes import Change, Proposal, Refusal, volume_km
from storage.programs import StoredSession

PREFIX = "lf"
# What a phone shows without losing the thread; the weeks after these are counted.
WEEKS_IN_DETAIL, DAYS_IN_DETAIL = 3, 16
COSTS_SHOWN = 2
NO_KM = "0\u202fkm"


def offer_screen(
    before: ProgramData, proposal: Proposal, title: str, change_id: int, words: Localizer
) -> Screen:
    """The change, to be made or left."""
    blocks = [title, *_weeks(before, proposal, words)]
    reasons = [words(f"life-reason-{reason}") for reason in proposal.reasons]
    blocks.append(_bullets(words("life-why"), reasons, words))
    if proposal.costs:
        costs = [safe(text) for text in proposal.costs[:COSTS_SHOWN]]
        blocks.append(_bullets(words("life-costs"), costs, words))
    blocks.append(words("life-not-yet"))
    buttons = (
        Button(label=words("life-button-apply"), data=f"{PREFIX}:apply:{change_id}"),
        Button(label=words("life-button-cancel"), data=f"{PREFIX}:leave:{change_id}"),
    )
    return Screen("\n\n".join(blocks), (buttons,))


def refusal_screen(refusal: Refusal, days: Sequence[Button], words: Localizer) -> Screen:
    """Why there is no change, and for a move the buttons of the days that would do."""
    lines = [words(f"life-no-{refusal.code}")]
    lines += [words("life-bullet", text=safe(text)) for text in refusal.texts[:COSTS_SHOWN]]
    html = "\n".join(lines)
    if not days:
        return Screen(html, ())
    return Screen(f"{html}\n\n{words('life-instead')}", _rows(days))


def to_screen(item: StoredSession, days: Sequence[Button], words: Localizer) -> Screen:
    """To which day a session goes."""
    told = {"what": session_in_brief(item.session, words), "day": _day(item.session, words)}
    if not days:
        row = tuple(
            Button(label=words(f"life-button-{action}"), data=f"{PREFIX}:{action}:{item.id}")
            for action in ("ease", "skip")
        )
        return Screen(words("life-no-other-day", **told), (row,))
    return Screen(words("life-ask-to", **told), _rows(days))


def day_choice(item: StoredSession, day: StoredSession, words: Localizer) -> Button:
    """A day a session may go to."""
    name = full_weekday(day.session.date, words.language) if day.session.date else day.session.day
    if not day.session.rest_day:
        name = words("life-button-swap", day=name)
    return Button(label=label(name[:1].upper() + name[1:]), data=f"{PREFIX}:to:{item.id}:{day.session.date}")


def title_of(kind: str, details: Mapping[str, Any], words: Localizer) -> str:
    """The head of a change, from what the journal keeps of it."""
    return words(f"life-title-{kind}", **told(details, words))


def told(details: Mapping[str, Any], words: Localizer) -> dict[str, Any]:
    """What was asked, in words for a text: days, session, week."""
    figures: dict[str, Any] = {"week": details.get("week", 0)}
    days = [date.fromisoformat(day) for day in details.get("days", ())]
    if days:
        figures["days"] = days_in_words(days, words)
    figures["what"] = safe(str(details.get("what", "")))
    for name in ("from", "to"):
        if details.get(name):
            figures[name] = full_weekday(date.fromisoformat(details[name]), words.language)
    return figures


def days_in_words(days: Sequence[date], words: Localizer) -> str:
    """`mardi 24 novembre`, `du 24 au 27 novembre`, `mardi 24, jeudi 26 et …`."""
    first, last = days[0], days[-1]
    if len(days) == 1:
        return words("life-days-one", first=full_weekday(first, words.language))
    if (last - first).days + 1 == len(days) and len(days) > 2:
        start = str(first.day) if first.month == last.month else day_month(first, words.language)
        return words("life-days-span", first=start, last=day_month(last, words.language))
    names = [
        (weekday_number if day.month == last.month else full_weekday)(day, words.language)
        for day in days[:-1]
    ]
    return words("life-days-list", first=", ".join(names), last=full_weekday(last, words.language))


def session_buttons(
    items: Sequence[StoredSession], action: str, words: Localizer, value: str = ""
) -> Keyboard:
    """One button a session: its day and what it is."""
    suffix = f":{value}" if value else ""
    return tuple(
        (
            Button(
                label=label(f"{_day(item.session, words)} · {session_in_brief(item.session, words)}"),
                data=f"{PREFIX}:{action}:{item.id}{suffix}",
            ),
        )
        for item in items
    )


def off_data(days: Sequence[date], *, holiday: bool = False) -> str:
    """The button data for days without running: the first, and the others as days after it."""
    first = days[0]
    offsets = [(day - first).days for day in days]
    in_a_row = offsets == list(range(len(offsets)))
    written = f"0-{offsets[-1]}" if in_a_row else ".".join(map(str, offsets[:12]))
    return f"{PREFIX}:{'hol' if holiday else 'off'}:{first.isoformat()}:{written}"


def _weeks(before: ProgramData, proposal: Proposal, words: Localizer) -> Iterator[str]:
    plan = proposal.plan
    numbers = sorted({change.week_number for change in plan.changes})
    shown = 0
    for place, number in enumerate(numbers):
        changes = plan.in_week(number)
        if place >= WEEKS_IN_DETAIL or (place and shown + len(changes) > DAYS_IN_DETAIL):
            yield words("life-later", weeks=len(numbers) - place)
            return
        shown += len(changes)
        lines = [_line(change, words) for change in changes]
        was, becomes = (_km(program, number, words) for program in (before, plan.program))
        if was != becomes:
            lines.insert(0, words("life-week", week=number, before=was, after=becomes))
        yield "\n".join(lines)


def _line(change: Change, words: Localizer) -> str:
    day, was = _day(change.before, words), session_in_brief(change.before, words)
    if change.after.rest_day and not change.before.rest_day:
        return words("life-day-off", day=day, before=was)
    return words("life-day", day=day, before=was, after=session_in_brief(change.after, words))


def _km(program: ProgramData, number: int, words: Localizer) -> str:
    """The kilometres of a week; none are `0 km`."""
    km = volume_km(program.weeks[number - 1])
    return format_distance(km, words.language) if km else NO_KM


def _day(session: Session, words: Localizer) -> str:
    return weekday_and_day(session.date, words.language) if session.date else session.day


def _bullets(head: str, texts: Sequence[str], words: Localizer) -> str:
    return "\n".join([head, *(words("life-bullet", text=text) for text in texts)])


def _rows(buttons: Sequence[Button]) -> Keyboard:
    return tuple((button,) for button in buttons)
