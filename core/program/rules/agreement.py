"""What a plan says and what it holds agree: days, rest, totals, dates, phases, figures of a session."""

from collections.abc import Iterator
from datetime import timedelta

from core.athlete import Goal
from core.formatting import clock
from core.program.rules import limits
from core.program.rules.breach import Finding, finding
from core.program.rules.view import PlanView, SessionView
from core.program.rules.wording import day_index, pace_range_s_per_km
from core.session_kinds import kind_in_words

DAYS = 7
STEADY_KINDS = frozenset({"easy", "long", "recovery"})


def find_days(plan: PlanView) -> Iterator[Finding]:
    """Seven entries a week, Monday to Sunday, under their real names."""
    for week in plan.weeks:
        if len(week.sessions) != DAYS:
            yield finding("days", "count", week, entries=len(week.sessions))
            continue
        for index, session in enumerate(week.sessions):
            day = session.data.day
            if day_index(day) != index:
                yield finding("days", "order", session, given=day, position=index + 1)


def find_session_counts(plan: PlanView) -> Iterator[Finding]:
    """Exactly N sessions and 7 − N rest days; fewer only where the week is cut short or an injury heals."""
    wanted = plan.data.user_profile.sessions_per_week
    if not 2 <= wanted <= DAYS:
        yield finding("sessions", "range", wanted=wanted)
        return
    for week in plan.weeks:
        held = sum(not session.data.rest_day for session in week.sessions)
        may_hold_fewer = plan.is_partial(week) or bool(plan.injuries)
        if held > wanted or (held < wanted and not may_hold_fewer):
            yield finding("sessions", "count", week, held=held, wanted=wanted, rest=DAYS - wanted)


def find_rest_days(plan: PlanView) -> Iterator[Finding]:
    """A rest day holds no session, and a session is not a rest day in disguise."""
    for session in plan.sessions:
        data = session.data
        if data.rest_day and _holds_a_session(session):
            yield finding("rest", "content", session)
        if not data.rest_day and (session.kind == "rest" or not (data.duration_min or data.distance_km)):
            yield finding("rest", "empty", session)


def _holds_a_session(session: SessionView) -> bool:
    data = session.data
    content = (data.duration_min, data.distance_km, data.intervals, data.pace_target, data.strength)
    kinds = {data.kind, kind_in_words(data.session_type or "")}
    return any(content) or bool(kinds - {None, "rest"})


def find_totals(plan: PlanView) -> Iterator[Finding]:
    """A week's total is the sum of its sessions."""
    for week in plan.weeks:
        said, held = week.data.total_volume_km, sum(s.data.distance_km or 0.0 for s in week.sessions)
        complete = all(s.data.distance_km or not s.is_run for s in week.sessions)
        if complete and abs(held - said) > limits.KM:
            yield finding("totals", "week", week, said=round(said, 1), held=round(held, 1))


def find_numbering(plan: PlanView) -> Iterator[Finding]:
    """Weeks are numbered from 1, and as many as the summary says."""
    said, held = plan.data.program_summary.total_weeks, len(plan.weeks)
    if said != held:
        yield finding("weeks", "total", said=said, held=held)
    for week in plan.weeks:
        if week.data.week_number != week.number:
            yield finding("weeks", "number", week, said=week.data.week_number, place=week.number)


def find_length(plan: PlanView) -> Iterator[Finding]:
    """The number of weeks fits the goal; a plan shorter than it should be says so."""
    held = len(plan.weeks)
    least, most = limits.WEEKS[plan.distance] if plan.distance else (1, limits.MAX_WEEKS)
    if held > most:
        yield finding("length", "long", held=held, most=most)
    told = plan.has_notice("compressed_plan") or not plan.is_annotated
    if held < least and (plan.data.user_profile.target_date is None or not told):
        yield finding("length", "short", held=held, least=least)


def find_phases(plan: PlanView) -> Iterator[Finding]:
    """When phases are given they cover each week once."""
    phases = plan.data.program_summary.phases
    if not phases:
        return
    for week in plan.weeks:
        covering = sum(phase.first_week <= week.number <= phase.last_week for phase in phases)
        if covering != 1:
            yield finding("phases", "cover", week, covering=covering)
    if any(phase.last_week > len(plan.weeks) or phase.first_week < 1 for phase in phases):
        yield finding("phases", "outside", held=len(plan.weeks))


def find_dates(plan: PlanView) -> Iterator[Finding]:
    """Dates follow from the first Monday, and nothing is planned before the start."""
    if plan.first_monday is None:
        return
    for session in plan.sessions:
        said, right = session.data.date, plan.first_monday + timedelta(session.order)
        if said is not None and said != right:
            yield finding("dates", "day", session, said=said.isoformat(), right=right.isoformat())
        if session.order < plan.start_order and not session.data.rest_day:
            yield finding("dates", "early", session)


def find_race_day(plan: PlanView) -> Iterator[Finding]:
    """The last session of a dated plan is the race, on its date; general endurance may end on a test."""
    target = plan.data.user_profile.target_date
    if target is None or plan.first_monday is None:
        return
    last = next((s for s in reversed(plan.sessions) if not s.data.rest_day), None)
    accepted = {"race", "test"} if plan.goal is Goal.ENDURANCE else {"race"}
    if last is None or last.kind not in accepted:
        yield finding("race-day", "missing", last, date=target.isoformat())
        return
    found = plan.first_monday + timedelta(last.order)
    if found != target:
        yield finding("race-day", "date", last, date=target.isoformat(), found=found.isoformat())


def find_figures(plan: PlanView) -> Iterator[Finding]:
    """Distance, duration and pace of a session are possible, and agree with each other."""
    for session in plan.sessions:
        if session.is_run and session.data.distance_km and session.data.duration_min:
            yield from _pace_findings(session)
        yield from _parts_findings(session)


def _pace_findings(session: SessionView) -> Iterator[Finding]:
    """The pace of the whole session; climbing is allowed for as 100 m up for one km more."""
    s_per_km = session.minutes * 60 / session.km
    s_per_km_effort = session.minutes * 60 / (session.km + (session.data.climb_m or 0.0) / 100)
    fastest, slowest = limits.PACE_S_PER_KM
    km, minutes, pace = round(session.km, 1), round(session.minutes), clock(s_per_km)
    if s_per_km < fastest or s_per_km_effort > slowest:
        yield finding("figures", "pace", session, km=km, minutes=minutes, pace=pace)
        return
    target = pace_range_s_per_km(session.data.pace_target)
    if target is None or session.kind == "race":
        return
    low, high = limits.PACE_AGREEMENT
    steady = session.kind in STEADY_KINDS and not session.data.intervals
    if s_per_km < target[0] * low or (steady and s_per_km_effort > target[1] * high):
        told = session.data.pace_target
        yield finding("figures", "agreement", session, km=km, minutes=minutes, pace=pace, target=told)


def _parts_findings(session: SessionView) -> Iterator[Finding]:
    """Warm-up, work and cool-down fit into the session."""
    minutes = session.data.duration_min
    if not minutes or not session.work:
        return
    parts = sum(part.minutes for part in session.work)
    parts += (session.data.warm_up_min or 0.0) + (session.data.cool_down_min or 0.0)
    if parts > minutes * limits.PARTS_OVER_WHOLE + 1:
        yield finding("figures", "parts", session, parts=round(parts), minutes=round(minutes))
