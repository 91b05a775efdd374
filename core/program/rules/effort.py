"""How hard: easy and intense minutes, hard days, the size of quality sessions."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.program.rules import limits
from core.program.rules.breach import Finding, finding
from core.program.rules.view import PlanView, SessionView, WeekView, Work


def find_intensity(plan: PlanView) -> Iterator[Finding]:
    """Most running minutes are easy, in the whole plan and, with more room, in each week.

    Minutes count, not sessions: warm-ups, recoveries and cool-downs are easy. Races are left out.
    """
    if plan.level is None:
        return
    share = limits.INTENSE_SHARE[plan.level]
    yield from _share_findings(plan.runs, share, None)
    for week in plan.weeks:
        if not week.has_race:
            yield from _share_findings(week.runs, share + limits.WEEK_EXTRA_SHARE, week)


def _share_findings(runs: Sequence[SessionView], most: float, week: WeekView | None) -> Iterator[Finding]:
    minutes = sum(run.minutes for run in runs)
    intense = sum(run.intense_min for run in runs)
    if minutes and intense / minutes > most + 0.005:
        yield finding(
            "intensity",
            "week" if week else "plan",
            week,
            intense=round(intense),
            minutes=round(minutes),
            percent=round(100 * intense / minutes, 1),
            most=round(100 * most),
        )


def find_hard_days(plan: PlanView) -> Iterator[Finding]:
    """Two hard days never follow each other, not even over a Sunday."""
    hard = [session for session in plan.sessions if session.is_hard]
    for first, second in pairwise(hard):
        if second.order - first.order <= 1:
            yield finding("hard-days", "row", second, first=first.data.day, second=second.data.day)


def find_hard_sessions(plan: PlanView) -> Iterator[Finding]:
    """The hard sessions of a week, the race aside."""
    if plan.level is None:
        return
    most = limits.hard_sessions(plan.level, plan.data.user_profile.sessions_per_week)
    for week in plan.weeks:
        held = sum(run.is_hard for run in week.runs)
        if held > most:
            yield finding("hard-sessions", "week", week, held=held, most=most)


def find_session_caps(plan: PlanView) -> Iterator[Finding]:
    """T, I, R and M work of one session, measured against its week; tests are measures, not training."""
    for week in plan.weeks:
        for run in week.runs:
            if run.kind != "test":
                yield from _zone_findings(week, run)
                yield from _repetition_findings(run)


def _zone_findings(week: WeekView, run: SessionView) -> Iterator[Finding]:
    caps_km = {
        "T": limits.T_SHARE * week.km_with_race,
        "I": min(limits.I_SHARE * week.km_with_race, limits.I_MAX_KM),
        "R": min(limits.R_SHARE * week.km_with_race, limits.R_MAX_KM),
        "M": limits.M_MAX_KM,
    }
    for zone, cap_km in caps_km.items():
        km = sum(part.km for part in _of_zone(run, zone))
        if km > cap_km * limits.MEASURED + limits.KM:
            yield finding(
                "session-cap",
                "km",
                run,
                zone=zone,
                km=round(km, 1),
                most=round(cap_km, 1),
                week=round(week.km_with_race, 1),
            )
    marathon_min = sum(part.minutes for part in _of_zone(run, "M"))
    if marathon_min > limits.M_MAX_MIN * limits.MEASURED:
        minutes, most = round(marathon_min), round(limits.M_MAX_MIN)
        yield finding("session-cap", "marathon-minutes", run, minutes=minutes, most=most)


def _of_zone(run: SessionView, zone: str) -> tuple[Work, ...]:
    return tuple(part for part in run.work if part.zone == zone)


def _repetition_findings(run: SessionView) -> Iterator[Finding]:
    for part in _of_zone(run, "I"):
        minutes, recovery = round(part.repetition_min, 1), part.recovery_min or 0.0
        if part.repetition_min > limits.I_REPETITION_MIN * limits.MEASURED:
            most = round(limits.I_REPETITION_MIN)
            yield finding("interval-length", "repetition", run, minutes=minutes, most=most)
        if recovery > part.repetition_min * limits.MEASURED + 1 / 60:
            recovery = round(recovery, 1)
            yield finding("interval-recovery", "recovery", run, minutes=minutes, recovery=recovery)
