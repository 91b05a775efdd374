"""Who is written to and when: a French-first crowd. All shares are assumptions, none is measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.rhythms import CHECK_IN, EVENING, USUAL, WEEKLY
from core.clock import SPREAD_S, Rhythm, instant_on, last_instant
from storage.outbox import Lane

MONDAY = date(2026, 11, 23)
DAYS = 7
ZONES = {
    "Europe/Paris": 0.70,
    "Europe/Brussels": 0.07,
    "Europe/London": 0.06,
    "America/Montreal": 0.06,
    "America/New_York": 0.04,
    "Africa/Casablanca": 0.03,
    "Indian/Reunion": 0.02,
    "America/Los_Angeles": 0.01,
    "Asia/Tokyo": 0.01,
}
MORNINGS = {
    USUAL[CHECK_IN].at: 0.60,  # most people keep what they are given
    time(6, 0): 0.07,
    time(6, 30): 0.10,
    time(7, 30): 0.10,
    time(8, 0): 0.08,
    time(9, 0): 0.05,
}
RUNNING_DAYS = 4 / 7
"""The evening question goes to who had a session: four a week."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Runners of one zone due at the same second; seconds since Monday 0:00 UTC, the last of use included."""

    lane: Lane
    kind: str
    due_s: int
    expires_s: int
    runners: float


def cohorts(runners: int) -> list[Cohort]:
    """Everything that comes by itself in the week, in the order in which it is due."""
    return sorted(_cohorts(runners), key=lambda cohort: cohort.due_s)


def _cohorts(runners: int) -> Iterator[Cohort]:
    for zone, share in ZONES.items():
        people = runners * share
        for day in (MONDAY + timedelta(days=number) for number in range(DAYS)):
            for at, part in MORNINGS.items():
                yield from _spread(Lane.CHECK_IN, CHECK_IN, day, at, zone, people * part)
            yield from _spread(Lane.CHECK_IN, EVENING, day, USUAL[EVENING].at, zone, people * RUNNING_DAYS)
            if day.weekday() == USUAL[WEEKLY].weekday:
                yield from _spread(Lane.WEEKLY, WEEKLY, day, USUAL[WEEKLY].at, zone, people)


def _spread(lane: Lane, kind: str, day: date, at: time, zone: str, people: float) -> Iterator[Cohort]:
    """One zone's runners over the first minute, as the bot spreads them."""
    rhythm = Rhythm(at, zone, late_until=USUAL[kind].late_until)
    begins, ends = instant_on(day, at, zone), last_instant(rhythm, day)
    if begins is None or ends is None:
        raise ValueError(f"{zone} has no {at} on {day}")
    for second in range(SPREAD_S):
        yield Cohort(lane, kind, _since_monday(begins) + second, _since_monday(ends), people / SPREAD_S)


def _since_monday(instant: datetime) -> int:
    return int((instant - datetime.combine(MONDAY, time(0), tzinfo=UTC)).total_seconds())
