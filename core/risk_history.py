"""The injury-risk score of past weeks, from the same facts as today's."""

import datetime
from dataclasses import dataclass

from core.risk import WEEK, RiskLevel, RiskRequest, injury_risk
from core.training_log import dated_sessions, first_monday_of, monday_of

SHOWN_WEEKS = 6


@dataclass(frozen=True, slots=True)
class WeekScore:
    """The score of the week that begins on `monday`."""

    monday: datetime.date
    score: int
    level: RiskLevel


def risk_history(request: RiskRequest, weeks: int = SHOWN_WEEKS) -> tuple[WeekScore, ...]:
    """The scores of the last weeks, oldest first, this one last; weeks without a trace are left out.

    A past week is scored as it stood on its Sunday.
    """
    this_monday = monday_of(request.today)
    known = _known_weeks(request)
    mondays = [this_monday - WEEK * back for back in range(weeks - 1, -1, -1)]
    return tuple(_score(request, monday) for monday in mondays if monday in known or monday == this_monday)


def _known_weeks(request: RiskRequest) -> set[datetime.date]:
    """The Mondays of weeks with a session, planned or done, or a check-in."""
    first = first_monday_of(request.weeks, request.start_date, request.today)
    planned = (day for day, _session in dated_sessions(request.weeks, first))
    logged = (entry.date for entry in request.logged)
    answered = (entry.date for entry in request.checkins)
    coached = (entry.date for entry in request.coached)
    return {monday_of(day) for day in (*planned, *logged, *answered, *coached)}


def _score(request: RiskRequest, monday: datetime.date) -> WeekScore:
    sunday = monday + WEEK - datetime.timedelta(days=1)
    then = request.model_copy(update={"today": min(sunday, request.today)})
    risk = injury_risk(then)
    return WeekScore(monday, risk.score, risk.level)
