"""The plan as an iCalendar file (RFC 5545), one event for each day with a session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from core.athlete import Language
from core.formatting import format_distance, format_minutes
from core.localisation import Localizer, core_localizer
from core.notation.miles import in_units
from core.notation.units import Units
from core.program.exchange import ProgramData, Session, StrengthSupplement

PRODUCT = "-//RunCoach//RunCoach//FR"
COME_AGAIN = timedelta(hours=1)  # an answer without changes is a few hundred bytes; some readers ask daily
COME_AGAIN_WRITTEN = "PT1H"  # the same, in the older property that is a plain text
UNKNOWN_LENGTH = timedelta(hours=1)  # of a timed event whose session says no minutes
BUSY, FREE = "OPAQUE", "TRANSPARENT"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day for the calendar; a `cancelled` one takes an event away that an earlier file put there."""

    date: date
    session: Session
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarIssue:
    """Whose calendar this is, and which issue of it.

    `owner` goes into every UID and must tell runners apart. `version` may never sink from one file to the
    next and must rise with every change (RFC 5545 SEQUENCE, 0 to 2^31 - 1). `starts_at` is the local time at
    which sessions begin, None for events of the whole day; `time_zone` is an IANA name. A `live` one asks
    who reads it to come again (RFC 7986).
    """

    owner: str
    version: int
    changed_at_utc: datetime
    time_zone: str
    language: Language
    starts_at: time | None = None
    units: Units = "km"
    live: bool = False


def days_of(program: ProgramData) -> tuple[CalendarDay, ...]:
    """Every day of a program that has a session and a date, in order of time."""
    sessions = (one for week in (*program.maintenance, *program.weeks) for one in week.sessions)
    days = (CalendarDay(one.date, one) for one in sessions if one.date and not one.rest_day)
    return tuple(sorted(days, key=lambda day: day.date))


def calendar_file(days: Iterable[CalendarDay], issue: CalendarIssue) -> bytes:
    """The file's bytes; the same days and issue give the same bytes."""
    words = core_localizer(issue.language)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words("calendar-name"))
    calendar.add("x-wr-timezone", issue.time_zone)
    if issue.live:
        calendar.add("refresh-interval", COME_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", COME_AGAIN_WRITTEN)
    taken: dict[date, int] = {}
    for day in days:
        number = taken[day.date] = taken.get(day.date, 0) + 1
        calendar.add_component(_event(day, number, issue, words))
    if issue.starts_at is not None:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(day: CalendarDay, number: int, issue: CalendarIssue, words: Localizer) -> Event:
    """One event; its UID comes from the date, so that a day that changes keeps its event."""
    event = Event()
    suffix = "" if number == 1 else f"-{number}"
    event.add("uid", f"{day.date.isoformat()}{suffix}.{issue.owner}@runcoach")
    event.add("sequence", issue.version)
    event.add("dtstamp", issue.changed_at_utc.astimezone(UTC))
    event.add("last-modified", issue.changed_at_utc.astimezone(UTC))
    _add_time(event, day, issue)
    event.add("status", "CANCELLED" if day.cancelled else "CONFIRMED")
    event.add("summary", in_units(_summary(day.session, words), issue.units, issue.language))
    event.add("description", in_units(_description(day.session, words), issue.units, issue.language))
    if day.session.kind == "race":
        event.add("categories", [words("calendar-race")])
        event.add("priority", 1)
    return event


def _add_time(event: Event, day: CalendarDay, issue: CalendarIssue) -> None:
    if issue.starts_at is None:
        event.add("dtstart", day.date)
        event.add("dtend", day.date + timedelta(days=1))
        event.add("transp", FREE)
        return
    start = datetime.combine(day.date, issue.starts_at, ZoneInfo(issue.time_zone))
    minutes = _minutes(day.session)
    length = timedelta(minutes=minutes) if minutes else UNKNOWN_LENGTH
    event.add("dtstart", start)
    event.add("duration", length)
    event.add("transp", BUSY)


def _minutes(session: Session) -> float:
    extra = session.strength.minutes if session.strength else 0
    return (session.duration_min or 0.0) + extra


def _summary(session: Session, words: Localizer) -> str:
    sign = "🏁" if session.kind == "race" else "🏃"
    if session.kind == "strength":
        sign = "💪"
    size = ""
    if session.distance_km and session.kind != "run_walk":
        size = format_distance(session.distance_km, words.language)
    elif session.duration_min:
        size = format_minutes(session.duration_min, words.language)
    parts = [session.session_type or words("calendar-session"), size]
    return f"{sign} {' · '.join(part for part in parts if part)}"


def _description(session: Session, words: Localizer) -> str:
    """What to run, how and why, as on the day's card."""
    parts = [session.description or "", session.workout_structure or ""]
    if session.pace_target and session.pace_target not in (session.workout_structure or ""):
        parts.append(words("calendar-pace", pace=session.pace_target))
    if session.strength:
        parts.append("\n".join(_strength_lines(session.strength, words)))
    if session.why:
        parts.append(words("calendar-why", why=session.why))
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _strength_lines(strength: StrengthSupplement, words: Localizer) -> Sequence[str]:
    head = words("calendar-strength", minutes=format_minutes(strength.minutes, words.language))
    return (head, *(f"• {one.name}, {one.prescription}" for one in strength.exercises))
