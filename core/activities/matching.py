"""Which session of the plan a recorded run was."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.program.exchange import Session
from core.training_log import NOT_RUNS

Doubt = Literal["told", "unlike", "none", "old", "ahead"]
NEAR_DAYS = 3
"""A session run some days before or after its date still is that session, if the runner says so."""
LEAST_SHARE, MOST_SHARE = 0.5, 1.6
"""Outside these shares of its kilometres a run may be another one than the session of its day."""
TOLD_WITHIN_DAYS = 7
"""As for what is told by hand."""


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """A session of the plan and whether nothing was told of it yet."""

    id: int
    session: Session
    is_open: bool


@dataclass(frozen=True, slots=True)
class Match:
    """The session a run was, without doubt (`doubt` None), or what could be asked: the likeliest first."""

    session_id: int | None
    doubt: Doubt | None = None
    choices: tuple[int, ...] = ()


def match(
    day: datetime.date, distance_km: float, planned: Sequence[PlannedRun], today: datetime.date
) -> Match:
    """The session of a run's local date; what is not plain is asked."""
    if day > today:
        return Match(None, "ahead")
    if (today - day).days > TOLD_WITHIN_DAYS:
        return Match(None, "old")
    runs = [run for run in planned if not run.session.rest_day and run.session.kind not in NOT_RUNS]
    on_day = [run for run in runs if run.session.date == day]
    open_now = [run for run in on_day if run.is_open]
    if len(open_now) == 1 and is_alike(distance_km, open_now[0].session):
        return Match(open_now[0].id)
    near = [run for run in runs if run.is_open and run not in on_day and _is_near(run, day, today)]
    near.sort(key=lambda run: _days_off(run, day))
    doubt: Doubt = "unlike" if open_now else "told" if on_day else "none"
    likeliest = dict.fromkeys(run.id for run in (*open_now, *on_day, *near))
    return Match(None, doubt, tuple(likeliest)[:3])


def is_alike(distance_km: float, session: Session) -> bool:
    """Whether a run has about the length of the session."""
    if not session.distance_km or session.kind == "race":
        return True
    return LEAST_SHARE <= distance_km / session.distance_km <= MOST_SHARE


def _is_near(run: PlannedRun, day: datetime.date, today: datetime.date) -> bool:
    date = run.session.date
    return date is not None and _days_off(run, day) <= NEAR_DAYS and (today - date).days <= TOLD_WITHIN_DAYS


def _days_off(run: PlannedRun, day: datetime.date) -> int:
    return abs(((run.session.date or day) - day).days)
