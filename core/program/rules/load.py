"""How much: growth, recovery weeks, the first and the largest week, the longest run."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.program.rules import limits
from core.program.rules.breach import Finding, finding
from core.program.rules.view import PlanView, SessionView, WeekView


@dataclass(frozen=True, slots=True)
class LoadedWeek:
    """A week beside the last loading week before it (None before the first)."""

    week: WeekView
    reference_km: float | None
    is_loading: bool


def loads(plan: PlanView) -> tuple[LoadedWeek, ...]:
    """Which weeks load and which do not, judged by their kilometres and not by their labels.

    A week loads when it holds more than 90 % of the last loading week. A first week cut short by the
    start, and the week of the race, are no measure for others.
    """
    found: list[LoadedWeek] = []
    reference_km: float | None = None
    for week in plan.weeks:
        easy_below = (1 - limits.RECOVERY_CUT[0]) * (reference_km or 0.0) + limits.KM
        is_loading = not plan.is_partial(week) and (reference_km is None or week.km > easy_below)
        found.append(LoadedWeek(week, reference_km, is_loading))
        if is_loading:
            reference_km = week.km
    return tuple(found)


def find_growth(plan: PlanView) -> Iterator[Finding]:
    """A week holds at most 10 % more than the last loading week; 2 km more is always allowed."""
    for load in loads(plan):
        if load.reference_km is None:
            continue
        most = _most_after(load.reference_km)
        if load.week.km > most + limits.KM:
            grown = load.week.km / load.reference_km - 1 if load.reference_km else 1.0
            yield finding(
                "growth",
                "week",
                load.week,
                km=round(load.week.km, 1),
                reference=round(load.reference_km, 1),
                percent=_percent(grown),
                most=round(most, 1),
            )


def _most_after(reference_km: float) -> float:
    return max(limits.WEEKLY_GROWTH * reference_km, reference_km + limits.ALWAYS_ALLOWED_WEEKLY_KM)


def find_recovery_weeks(plan: PlanView) -> Iterator[Finding]:
    """At least every third week recovers: 10 to 35 % below the last loading week, the taper aside."""
    streak = 0
    taper_from = taper_first_week(plan)
    for load in loads(plan):
        streak = streak + 1 if load.is_loading else 0
        if streak > limits.LONGEST_LOADING_STREAK:
            yield finding("recovery", "missing", load.week, weeks=streak)
            streak = 0
        if load.reference_km and load.week.number < taper_from and not plan.is_partial(load.week):
            yield from _depth_findings(plan, load, load.reference_km)


def _depth_findings(plan: PlanView, load: LoadedWeek, reference_km: float) -> Iterator[Finding]:
    """A lighter week is neither too shallow for its label nor too deep."""
    km, cut = round(load.week.km, 1), _percent(1 - load.week.km / reference_km)
    reference = round(reference_km, 1)
    if load.is_loading and load.week.data.recovery:
        yield finding("recovery", "shallow", load.week, km=km, reference=reference, percent=cut)
    deepest_km = (1 - limits.RECOVERY_CUT[1]) * reference_km
    if load.week.km < deepest_km - limits.KM and not plan.injuries:
        yield finding("recovery", "deep", load.week, km=km, reference=reference, percent=cut)


def taper_first_week(plan: PlanView) -> int:
    """The first of the reduced weeks that lead to the race; past the last week without a race."""
    if plan.race_order is None:
        return len(plan.weeks) + 1
    race_week = plan.race_order // 7 + 1
    first = race_week
    for load in reversed(loads(plan)[: race_week - 1]):
        if load.is_loading or load.reference_km is None:
            break
        first = load.week.number
    return first


def find_first_week(plan: PlanView) -> Iterator[Finding]:
    """The first whole week holds 60 to 110 % of what the runner runs now."""
    current_km = plan.current_km_per_week
    week = next((week for week in plan.weeks if not plan.is_partial(week)), None)
    if current_km is None or week is None or week.number >= taper_first_week(plan):
        return
    smallest = limits.SMALLEST_FIRST_RUN_KM * plan.data.user_profile.sessions_per_week
    most = max(limits.FIRST_WEEK[1] * current_km, current_km + limits.ALWAYS_ALLOWED_WEEKLY_KM, smallest)
    least = _least_first_week_km(plan, current_km)
    km, current = round(week.km, 1), round(current_km, 1)
    if week.km > most + limits.KM:
        yield finding("first-week", "large", week, km=km, current=current, most=round(most, 1))
    elif week.km < least - limits.KM:
        yield finding("first-week", "small", week, km=km, current=current, least=round(least, 1))


def _least_first_week_km(plan: PlanView, current_km: float) -> float:
    """60 % of the current week, or less where ceiling, minutes, longest run, injury or layoff stop it."""
    if plan.injuries or plan.has_notice("layoff") or plan.has_notice("health"):
        return 0.0
    runs = plan.data.user_profile.sessions_per_week
    cap_km = runs * limits.FIRST_WEEK[0] * limits.LONG_RUN_MIN * 60 / plan.easy_pace_s_per_km
    least = min(limits.FIRST_WEEK[0] * current_km, cap_km)
    if plan.longest_run_km is not None:
        least = min(least, runs * limits.FIRST_WEEK[0] * plan.longest_run_km)
    if plan.distance is not None and plan.level is not None:
        ceiling = limits.ceiling_km(plan.distance, plan.level, current_km)
        least = min(least, ceiling * (1 - limits.RECOVERY_CUT[0]))
    return least


def find_ceiling(plan: PlanView) -> Iterator[Finding]:
    """No week is larger than its level and goal allow."""
    if plan.distance is None or plan.level is None or not plan.weeks:
        return
    most = limits.ceiling_km(plan.distance, plan.level, plan.current_km_per_week)
    largest = max(plan.weeks, key=lambda week: week.km)
    if largest.km > most + limits.KM:
        yield finding("ceiling", "week", largest, km=round(largest.km, 1), most=round(most))


def find_longest_run(plan: PlanView) -> Iterator[Finding]:
    """No run is over 1.10 × the longest of the 30 days before; 1 km more is always allowed."""
    for index, run in enumerate(plan.runs):
        longest = longest_before_km(plan, index)
        if longest is None:
            continue
        most = max(limits.LONGEST_RUN_GROWTH * longest, longest + limits.ALWAYS_ALLOWED_RUN_KM)
        if run.km > most + limits.KM:
            km, most = round(run.km, 1), round(most, 1)
            yield finding("longest-run", "spike", run, km=km, longest=round(longest, 1), most=most)


def longest_before_km(plan: PlanView, index: int) -> float | None:
    """The longest run of the memory before a run, in km; None where the past is unknown.

    Without a stated longest run, the first seven days of the plan stand for the past.
    """
    run = plan.runs[index]
    since_start = run.order - plan.start_order
    remembered = [
        earlier.km
        for earlier in plan.runs[:index]
        if run.order - earlier.order <= limits.LONGEST_RUN_MEMORY_DAYS
    ]
    stated = plan.longest_run_km
    if stated is not None and since_start < limits.LONGEST_RUN_MEMORY_DAYS:
        remembered.append(max(stated, limits.SHORTEST_KNOWN_RUN_KM))
    if stated is None and since_start < 7:
        return None
    return max(remembered, default=None)


def find_long_run_share(plan: PlanView) -> Iterator[Finding]:
    """The longest run is not too large a part of its week, and no run is too long in minutes."""
    cap_min = plan.long_run_cap_min
    for week in plan.weeks:
        for run in week.runs:
            if run.minutes > cap_min + 1:
                minutes, most = round(run.minutes), round(cap_min)
                yield finding("long-run-minutes", "run", run, minutes=minutes, most=most)
        if len(week.runs) >= 2 and not plan.is_partial(week):
            yield from _share_findings(week, max(week.runs, key=lambda run: run.km))


def _share_findings(week: WeekView, longest: SessionView) -> Iterator[Finding]:
    share = limits.long_run_share(len(week.runs))
    if longest.km > share * week.km + limits.KM:
        yield finding(
            "long-run-share",
            "week",
            longest,
            km=round(longest.km, 1),
            week=round(week.km, 1),
            percent=_percent(longest.km / week.km),
            most=_percent(share),
        )


def _percent(share: float) -> int:
    return round(100 * share)
