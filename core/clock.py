"""Local time: when something due at an hour of the day is due, and what to say when it is late.

Instants are UTC; a zone is the name of an IANA time zone.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zlib import crc32
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SPREAD_S = 60
"""Runners who chose the same hour are spread over its first minute."""
LATE_AFTER = timedelta(hours=3)
"""From here on a message says that it is late."""
JUST_NOW = timedelta(minutes=10)
"""What was due a moment before midnight still goes out after it."""
LATE_UNTIL = time(18, 0)
"""A late morning question makes sense up to six hours after noon."""
EXPIRED_COUNTED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Quiet:
    """The local hours without unasked messages, over midnight or not; equal ends mean none."""

    begins: time = time(22, 0)
    ends: time = time(6, 0)

    def holds(self, at: time) -> bool:
        """Whether `at` lies in these hours."""
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every day, or every `weekday` (0 is Monday), at a local time; `late_until` is the last hour to send it.

    `spread_s` delays it within the minute, the same for a runner each day.
    """

    at: time
    zone: str
    weekday: int | None = None
    late_until: time = LATE_UNTIL
    spread_s: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A local date and the instant at which something is due on it."""

    date: date
    at_utc: datetime


@dataclass(frozen=True, slots=True)
class Beat:
    """What a look at the clock makes of a rhythm: the date to send for, the dates gone by, what is next."""

    send_for: date | None
    late: bool
    expired: tuple[date, ...]
    next: Occurrence


@dataclass(frozen=True, slots=True)
class Wishes:
    """When a runner wants no unasked message: quiet hours, and every date up to `paused_until`.

    Quiet hours keep late messages back; with `always_quiet` also those whose own hour lies in them.
    """

    quiet: Quiet = field(default_factory=Quiet)
    always_quiet: bool = False
    paused_until: date | None = None


def spread_of(runner_id: int) -> int:
    """The seconds (0 to 59) by which a runner's messages are delayed; always the same for one runner."""
    return crc32(str(runner_id).encode()) % SPREAD_S


def local_date(zone: str, instant: datetime) -> date:
    """The date at an instant in a zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


def instant_on(day: date, at: time, zone: str) -> datetime | None:
    """The instant of a local time: the first of two, the one after the jump when the clock jumps over it.

    A jump over midnight gives the last moments before it, so that the instant lies on `day`. None for a date
    that a zone never had.
    """
    for fold in (0, 1):
        local = datetime.combine(day, at, tzinfo=ZoneInfo(zone)).replace(fold=fold)
        instant = local.astimezone(UTC)
        if local_date(zone, instant) == day:
            return instant
    return None


def next_local(at: time, zone: str, after_utc: datetime) -> datetime:
    """The first instant after `after_utc` at which the zone's clocks show `at`, once a local date."""
    return next_occurrence(Rhythm(at, zone), after_utc).at_utc


def next_occurrence(
    rhythm: Rhythm, after_utc: datetime, after_date: date | None = None, paused_until: date | None = None
) -> Occurrence:
    """The first occurrence after an instant, on a date later than `after_date` and than a pause."""
    day = local_date(rhythm.zone, after_utc) - DAY
    for barrier in (after_date, paused_until):
        day = day if barrier is None else max(day, barrier + DAY)
    return next(
        Occurrence(later, instant)
        for later in (day + days * DAY for days in count())
        if (instant := _due_on(rhythm, later)) is not None and instant > after_utc
    )


def beat(rhythm: Rhythm, due_date: date, now_utc: datetime, wishes: Wishes | None = None) -> Beat:
    """What to do at `now_utc` about what is due since `due_date`: at most one date is sent, never a burst."""
    wishes = wishes or Wishes()
    today = local_date(rhythm.zone, now_utc)
    send_for, late, expired = None, False, []
    for occurrence in _due_since(rhythm, due_date, today, now_utc):
        if wishes.paused_until is not None and occurrence.date <= wishes.paused_until:
            continue
        if _can_go(rhythm, occurrence, now_utc, wishes):
            send_for, late = occurrence.date, now_utc - occurrence.at_utc > LATE_AFTER
        else:
            expired.append(occurrence.date)
    handled = max((date for date in (send_for, *expired) if date), default=None)
    following = next_occurrence(rhythm, now_utc, handled, wishes.paused_until)
    return Beat(send_for, late, tuple(expired), following)


def last_instant(rhythm: Rhythm, day: date, quiet: Quiet | None = None) -> datetime | None:
    """The last instant at which what is due on a date may still go out; None for a date without it.

    The end of the date, the beginning of the quiet hours, and `late_until` bound it, or three hours after the
    due instant where those are later; a moment after it is due it may go out in any case.
    """
    due_utc = _due_on(rhythm, day)
    if due_utc is None:
        return None
    quiet = quiet or Quiet()
    bounds = [instant_on(day + DAY, time(0), rhythm.zone)]
    if quiet.begins > quiet.ends:
        bounds.append(instant_on(day, quiet.begins, rhythm.zone))
    hour_utc = instant_on(day, rhythm.late_until, rhythm.zone)
    latest = max(due_utc + LATE_AFTER, hour_utc) if hour_utc else due_utc + LATE_AFTER
    return max(due_utc + JUST_NOW, min([latest, *(bound for bound in bounds if bound is not None)]))


def _due_on(rhythm: Rhythm, day: date) -> datetime | None:
    if rhythm.weekday is not None and day.weekday() != rhythm.weekday:
        return None
    instant = instant_on(day, rhythm.at, rhythm.zone)
    return None if instant is None else instant + timedelta(seconds=rhythm.spread_s)


def _due_since(rhythm: Rhythm, first: date, today: date, now_utc: datetime) -> list[Occurrence]:
    """What was due from a date on until now, the last week of it."""
    first = max(first, today - EXPIRED_COUNTED_DAYS * DAY)
    days = (first + number * DAY for number in range((today - first).days + 1))
    dated = ((day, _due_on(rhythm, day)) for day in days)
    return [Occurrence(day, instant) for day, instant in dated if instant is not None and instant <= now_utc]


def _can_go(rhythm: Rhythm, occurrence: Occurrence, now_utc: datetime, wishes: Wishes) -> bool:
    """In time; or late, still its own date, before the last hour and outside the quiet ones."""
    lateness = now_utc - occurrence.at_utc
    local = now_utc.astimezone(ZoneInfo(rhythm.zone))
    if lateness <= JUST_NOW:
        return not (wishes.always_quiet and wishes.quiet.holds(local.time()))
    if local.date() != occurrence.date or wishes.quiet.holds(local.time()):
        return False
    return lateness <= LATE_AFTER or local.time() < rhythm.late_until
