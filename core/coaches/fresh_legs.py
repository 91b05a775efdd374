"""One load: a hard day for the legs never sits within 36 hours before a quality run."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.coaches.checks import FRESH_LEGS_H
from core.coaches.offer import Alternative, Offer
from core.coaches.phrase import Phrase, phrase
from core.coaches.registry import coach, make_session
from core.coaches.request import RunningContext, SessionRequest
from core.coaches.session import CoachSession
from core.program.exchange import Session
from core.session_kinds import is_hard

USUAL_HOUR = time(18)
"""Plans name days, no hours: a session is taken to be done in the early evening, as most are."""
LOOK_AHEAD_DAYS = 14
LIGHT_AT_MOST = 2
HAVE_LIGHT_ONES = frozenset({"functional", "calisthenics"})
"""Coaches with sessions that spare the legs among their own; race formats hardly have any."""


@dataclass(frozen=True, slots=True)
class QualityRun:
    """A hard run of the plan that is still to come, and the hours until then (0 when it is due now)."""

    date: date
    session: Session
    hours: float


@dataclass(frozen=True, slots=True)
class LegsFirst:
    """The session asked for would take the legs of a quality run: what to do instead.

    `alternatives` spare the legs today; `free_day` is the next day the session does no harm, None for none.
    """

    run: QualityRun
    alternatives: tuple[Alternative, ...]
    free_day: date | None


def next_quality_run(planned: Iterable[Session], now_local: datetime) -> QualityRun | None:
    """The first hard run that is still to be done, today's included; `now_local` is the runner's own time."""
    now = now_local.replace(tzinfo=None)
    coming = [
        (one.date, one) for one in planned if one.date is not None and one.date >= now.date() and is_hard(one)
    ]
    if not coming:
        return None
    day, session = min(coming, key=lambda found: found[0])
    hours = (datetime.combine(day, USUAL_HOUR) - now) / timedelta(hours=1)
    return QualityRun(day, session, max(hours, 0.0))


def is_too_near(leg_day: date, run_day: date) -> bool:
    """Whether hard legs on one day take from a quality run on the other: the same day or the next."""
    return timedelta(0) <= run_day - leg_day < timedelta(hours=FRESH_LEGS_H)


def free_day(planned: Iterable[Session], first: date) -> date | None:
    """The first day from `first` on after which no quality run comes too soon; None within two weeks."""
    runs = [one.date for one in planned if one.date is not None and is_hard(one)]
    days = (first + timedelta(days=number) for number in range(LOOK_AHEAD_DAYS))
    return next((day for day in days if not any(is_too_near(day, run) for run in runs)), None)


def runs_in_danger(leg_days: Collection[date], planned: Iterable[Session]) -> Iterator[tuple[date, Session]]:
    """The hard leg days that are too near to a quality run, each with the first such run."""
    runs = sorted(
        ((one.date, one) for one in planned if one.date is not None and is_hard(one)),
        key=lambda found: found[0],
    )
    for day in sorted(leg_days):
        near = next((one for run_day, one in runs if is_too_near(day, run_day)), None)
        if near is not None:
            yield day, near


def fresh_session(
    request: SessionRequest, planned: Collection[Session], now_local: datetime
) -> CoachSession | Offer | LegsFirst:
    """The session of a request, unless it would take the legs of a quality run of the plan."""
    run = next_quality_run(planned, now_local)
    wanted = make_session(_unwarned(request))
    if run is None or run.hours >= FRESH_LEGS_H or isinstance(wanted, Offer):
        return wanted
    warned = _warned(request, run)
    if request.coach == "endurance":
        near = make_session(warned)
        if isinstance(near, CoachSession):
            return near
        return LegsFirst(run, near.alternatives[:LIGHT_AT_MOST], free_day(planned, now_local.date()))
    if wanted.leg_load != "hard":
        return wanted
    light = tuple(_light_ones(warned))[:LIGHT_AT_MOST]
    return LegsFirst(run, light, free_day(planned, now_local.date()))


def _light_ones(request: SessionRequest) -> Iterator[Alternative]:
    """Sessions that spare the legs: this coach's own, then the upper body with the strength coach."""
    if request.coach in HAVE_LIGHT_ONES:
        for focus in coach(request.coach).focuses:
            other = _unwarned(request.changed(focus=focus))
            made = make_session(other)
            if isinstance(made, CoachSession) and made.leg_load != "hard":
                name = focus.replace("_", "-")
                yield Alternative(Phrase(f"coaches-{request.coach}-focus-{name}"), other)
                break
    upper = request.changed(coach="force", focus="strength", sex=None)
    if isinstance(make_session(upper), CoachSession):
        yield Alternative(phrase("coaches-legs-upper-body"), upper)


def _warned(request: SessionRequest, run: QualityRun) -> SessionRequest:
    return request.changed(running=_with_hours(request.running, run.hours))


def _unwarned(request: SessionRequest) -> SessionRequest:
    return request.changed(running=_with_hours(request.running, None))


def _with_hours(running: RunningContext, hours: float | None) -> RunningContext:
    return RunningContext(
        running.paces,
        hours,
        running.days_since_hard_legs,
        running.km_per_week,
        running.threshold_power_w,
        running.threshold_bpm,
    )
