"""What a plan says and what it holds agree: days, rest, totals, dates, phases, figures of a session."""

from collections.abc import Iterator
from datetime import timedelta

from core.athlete import Goal
from core.program.rules import limits
from core.program.rules.breach import Finding
from core.program.rules.view import PlanView, SessionView
from core.program.rules.wording import day_index, kind_from_words, pace_range_s_per_km

DAYS = 7
STEADY_KINDS = frozenset({"easy", "long", "recovery"})


def find_days(plan: PlanView) -> Iterator[Finding]:
    """Seven entries a week, Monday to Sunday, under their real names."""
    for week in plan.weeks:
        days = [session.data.day for session in week.sessions]
        if len(days) != DAYS:
            yield Finding("days", "count", week.number, None, {"entries": len(days)})
            continue
        for index, day in enumerate(days):
            if day_index(day) != index:
                yield Finding("days", "order", week.number, day, {"given": day, "position": index + 1})


def find_session_counts(plan: PlanView) -> Iterator[Finding]:
    """Exactly N sessions and 7 − N rest days; fewer only where the week is cut short or an injury heals."""
    wanted = plan.data.user_profile.sessions_per_week
    if not 2 <= wanted <= DAYS:
        yield Finding("sessions", "range", None, None, {"wanted": wanted})
        return
    for week in plan.weeks:
        held = sum(1 for session in week.data.sessions if not session.rest_day)
        may_hold_fewer = plan.is_partial(week) or bool(plan.injuries)
        if held > wanted or (held < wanted and not may_hold_fewer):
            figures: dict[str, object] = {"held": held, "wanted": wanted, "rest": DAYS - wanted}
            yield Finding("sessions", "count", week.number, None, figures)


def find_rest_days(plan: PlanView) -> Iterator[Finding]:
    """A rest day holds no session, and a session is not a rest day in disguise."""
    for session in plan.sessions:
        data = session.data
        content = (data.duration_min, data.distance_km, data.intervals, data.pace_target, data.strength)
        named = kind_from_words(data.session_type or "")
        if data.rest_day:
            if any(content) or data.kind not in {None, "rest"} or named not in {None, "rest"}:
                yield Finding("rest", "content", session.week, data.day)
        elif data.kind == "rest" or not (data.duration_min or data.distance_km):
            yield Finding("rest", "empty", session.week, data.day)


def find_totals(plan: PlanView) -> Iterator[Finding]:
    """A week's total is the sum of its sessions."""
    for week in plan.weeks:
        total = sum(session.data.distance_km or 0.0 for session in week.sessions)
        complete = all(s.data.distance_km or not s.is_run for s in week.sessions)
        if complete and abs(total - week.data.total_volume_km) > limits.KM:
            figures: dict[str, object] = {
                "said": round(week.data.total_volume_km, 1),
                "held": round(total, 1),
            }
            yield Finding("totals", "week", week.number, None, figures)


def find_numbering(plan: PlanView) -> Iterator[Finding]:
    """Weeks are numbered from 1, and as many as the summary says."""
    said, held = plan.data.program_summary.total_weeks, len(plan.weeks)
    if said != held:
        yield Finding("weeks", "total", None, None, {"said": said, "held": held})
    for week in plan.weeks:
        if week.data.week_number != week.number:
            figures: dict[str, object] = {"said": week.data.week_number, "place": week.number}
            yield Finding("weeks", "number", week.number, None, figures)


def find_length(plan: PlanView) -> Iterator[Finding]:
    """The number of weeks fits the goal; a plan shorter than it should be says so."""
    held, goal = len(plan.weeks), plan.goal
    if goal is None:
        if held > limits.MAX_WEEKS:
            yield Finding("length", "long", None, None, {"held": held, "most": limits.MAX_WEEKS})
        return
    least, most = limits.WEEKS[goal]
    if held > most:
        yield Finding("length", "long", None, None, {"held": held, "most": most})
    told = plan.has_notice("compressed_plan") or not plan.is_annotated
    if held < least and (plan.data.user_profile.target_date is None or not told):
        yield Finding("length", "short", None, None, {"held": held, "least": least})


def find_phases(plan: PlanView) -> Iterator[Finding]:
    """When phases are given they cover each week once."""
    phases = plan.data.program_summary.phases
    if not phases:
        return
    for number in range(1, len(plan.weeks) + 1):
        covering = sum(phase.first_week <= number <= phase.last_week for phase in phases)
        if covering != 1:
            yield Finding("phases", "cover", number, None, {"covering": covering})
    if any(phase.last_week > len(plan.weeks) or phase.first_week < 1 for phase in phases):
        yield Finding("phases", "outside", None, None, {"held": len(plan.weeks)})


def find_dates(plan: PlanView) -> Iterator[Finding]:
    """Dates follow from the first Monday, and nothing is planned before the start."""
    if plan.first_monday is None:
        return
    for session in plan.sessions:
        expected = plan.first_monday + timedelta(session.order)
        if session.data.date is not None and session.data.date != expected:
            figures: dict[str, object] = {
                "said": session.data.date.isoformat(),
                "right": expected.isoformat(),
            }
            yield Finding("dates", "day", session.week, session.data.day, figures)
        if session.order < plan.start_order and not session.data.rest_day:
            yield Finding("dates", "early", session.week, session.data.day)


def find_race_day(plan: PlanView) -> Iterator[Finding]:
    """The last session of a dated plan is the race, on its date."""
    target = plan.data.user_profile.target_date
    if target is None or plan.first_monday is None:
        return
    last = next((s for s in reversed(plan.sessions) if not s.data.rest_day), None)
    accepted = {"race", "test"} if plan.goal is Goal.ENDURANCE else {"race"}
    if last is None or last.kind not in accepted:
        yield Finding("race-day", "missing", len(plan.weeks) or None, None, {"date": target.isoformat()})
    elif plan.first_monday + timedelta(last.order) != target:
        found = plan.first_monday + timedelta(last.order)
        figures: dict[str, object] = {"date": target.isoformat(), "found": found.isoformat()}
        yield Finding("race-day", "date", last.week, last.data.day, figures)


def find_figures(plan: PlanView) -> Iterator[Finding]:
    """Distance, duration and pace of a session are possible, and agree with each other."""
    for session in plan.sessions:
        if session.is_run and session.data.distance_km and session.data.duration_min:
            yield from _pace_findings(plan, session)
        yield from _parts_findings(session)


def _pace_findings(plan: PlanView, session: SessionView) -> Iterator[Finding]:
    data = session.data
    km_effort = session.km + (data.climb_m or 0.0) / 100
    fastest, slowest = limits.PACE_MIN_PER_KM
    pace_min_per_km = session.minutes / session.km
    figures: dict[str, object] = {
        "km": round(session.km, 1),
        "minutes": round(session.minutes),
        "pace": clock(pace_min_per_km * 60),
    }
    if pace_min_per_km < fastest or session.minutes / km_effort > slowest:
        yield Finding("figures", "pace", session.week, data.day, figures)
        return
    target = pace_range_s_per_km(data.pace_target)
    if target is None or session.kind == "race":
        return
    low, high = limits.PACE_AGREEMENT
    too_fast = pace_min_per_km * 60 < target[0] * low
    steady = session.kind in STEADY_KINDS and not data.intervals
    too_slow = steady and session.minutes / km_effort * 60 > target[1] * high
    if too_fast or too_slow:
        figures["target"] = data.pace_target
        yield Finding("figures", "agreement", session.week, data.day, figures)


def _parts_findings(session: SessionView) -> Iterator[Finding]:
    if not session.data.duration_min or not session.work:
        return
    parts = sum(part.minutes for part in session.work)
    parts += (session.data.warm_up_min or 0.0) + (session.data.cool_down_min or 0.0)
    if parts > session.data.duration_min * limits.PARTS_OVER_WHOLE + 1:
        figures: dict[str, object] = {"parts": round(parts), "minutes": round(session.data.duration_min)}
        yield Finding("figures", "parts", session.week, session.data.day, figures)


def clock(pace_s_per_km: float) -> str:
    """Seconds per km as "5:30"."""
    minutes, seconds = divmod(round(pace_s_per_km), 60)
    return f"{minutes}:{seconds:02d}"
