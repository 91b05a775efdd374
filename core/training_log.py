"""What a runner does day by day: sessions done where they were logged, planned ones otherwise."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import Field

from core.notation.weekdays import weekday_of
from core.program.exchange import HARD_KINDS, ExchangeModel, Kind, Session, Week
from core.session_kinds import is_hard, kind_in_words, kind_of

KINDS: frozenset[str] = frozenset(get_args(Kind))
NOT_RUNS = frozenset({"strength", "cross", "rest"})
USUAL_MIN_PER_KM = 6.5
"""Turns a run known by its minutes alone into kilometres."""


class LoggedSession(ExchangeModel):
    """A session as it was done; `kind` is one of the kinds of a program, or words for it."""

    date: datetime.date
    kind: str = "easy"
    distance_km: float | None = Field(default=None, ge=0)
    duration_min: float | None = Field(default=None, ge=0)


class CoachedSession(ExchangeModel):
    """A session done with one of the coaches, beside the runs: which coach, on which date."""

    date: datetime.date
    coach: str


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """One session on one date: kilometres run (0 off the road), whether hard, whether strength."""

    date: datetime.date
    kind: str
    km: float
    hard: bool
    strength: bool


def monday_of(day: datetime.date) -> datetime.date:
    """The Monday of the week a day lies in."""
    return day - datetime.timedelta(days=day.weekday())


def training_days(
    weeks: Iterable[Week], first_monday: datetime.date, logged: Iterable[LoggedSession]
) -> tuple[TrainingDay, ...]:
    """Every session by date, rest left out; on a date with logged sessions these replace the planned one.

    A logged rest is a session skipped. A planned strength supplement counts whatever was logged on its
    date: nobody logs it apart.
    """
    logs = list(logged)
    done = [_done(session) for session in logs if _logged_kind(session) != "rest"]
    done_dates = {session.date for session in logs}
    planned = [_planned(date, session) for date, session in dated_sessions(weeks, first_monday)]
    kept = [day for day in planned if day.date not in done_dates]
    supplements = {day.date for day in planned if day.strength and day.date in done_dates}
    done = [
        TrainingDay(day.date, day.kind, day.km, day.hard, day.strength or day.date in supplements)
        for day in done
    ]
    return tuple(sorted((*kept, *done), key=lambda day: day.date))


def dated_sessions(
    weeks: Iterable[Week], first_monday: datetime.date
) -> Iterator[tuple[datetime.date, Session]]:
    """The sessions that are not rest, with their own date or the one their week and day name give."""
    for week in weeks:
        monday = first_monday + datetime.timedelta(weeks=week.week_number - 1)
        for place, session in enumerate(week.sessions):
            if kind_of(session) != "rest":
                named = weekday_of(session.day)
                offset = min(place, 6) if named is None else named
                yield session.date or monday + datetime.timedelta(days=offset), session


def first_monday_of(
    weeks: Iterable[Week], start_date: datetime.date | None, today: datetime.date
) -> datetime.date:
    """The Monday of week 1: by the start date, else by a dated session, else the last week is this one."""
    if start_date:
        return monday_of(start_date)
    last_number = 1
    for week in weeks:
        last_number = week.week_number
        for session in week.sessions:
            if session.date:
                return monday_of(session.date) - datetime.timedelta(weeks=week.week_number - 1)
    return monday_of(today) - datetime.timedelta(weeks=last_number - 1)


def _planned(date: datetime.date, session: Session) -> TrainingDay:
    kind = kind_of(session)
    km = 0.0 if kind in NOT_RUNS else _km(session.distance_km, session.duration_min)
    return TrainingDay(date, kind, km, is_hard(session), kind == "strength" or session.strength is not None)


def _done(session: LoggedSession) -> TrainingDay:
    kind = _logged_kind(session)
    km = 0.0 if kind in NOT_RUNS else _km(session.distance_km, session.duration_min)
    return TrainingDay(session.date, kind, km, kind in HARD_KINDS, kind == "strength")


def _logged_kind(session: LoggedSession) -> str:
    return session.kind if session.kind in KINDS else kind_in_words(session.kind) or "easy"


def _km(distance_km: float | None, duration_min: float | None) -> float:
    return distance_km if distance_km is not None else (duration_min or 0.0) / USUAL_MIN_PER_KM
