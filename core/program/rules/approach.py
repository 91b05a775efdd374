"""The last weeks before a race: taper, last hard session, where the longest run lies and how far it goes."""

from collections.abc import Iterator

from core.program.rules import limits
from core.program.rules.breach import Finding, finding
from core.program.rules.limits import Approach
from core.program.rules.load import loads, taper_first_week
from core.program.rules.view import PlanView, SessionView

# The growth a plan may be asked for when judging what it could have reached: below the 10 % it may use.
ASKED_GROWTH = 1.07
CLIMB_COST_KM_PER_100M = 0.5  # time for 100 m up, in flat km: between Minetti's 0.26 and ITRA's 1
HALF_KM, NEAR_CAP = 0.5, 0.97
LOADING_SHARE = 2 / 3  # two weeks in three load


def find_taper(plan: PlanView) -> Iterator[Finding]:
    """The taper begins in its window, and the final week is cut as the distance asks."""
    race, approach = plan.race_order, _approach(plan)
    if race is None or approach is None:
        return
    first_week = taper_first_week(plan)
    least, most = approach.taper_days
    days = race - 7 * (first_week - 1)
    early, late = limits.TAPER_TOLERANCE_DAYS
    if race - plan.start_order <= most + late:  # the whole plan lies inside the taper
        return
    if first_week > 1 and not least - early <= days <= most + late:
        week = plan.weeks[first_week - 1]
        yield finding("taper", "window", week, days=days, least=least, most=most)
    yield from _cut_findings(plan, race, first_week, approach)


def _cut_findings(plan: PlanView, race: int, first_week: int, approach: Approach) -> Iterator[Finding]:
    """The last days against the last loading week, by the reading that suits the plan best."""
    reference_km = next((w.km for w in reversed(plan.weeks[: first_week - 1]) if not plan.is_partial(w)), 0.0)
    if not reference_km:
        return
    least_km, most_km = (share * reference_km for share in (1 - approach.cut[1], 1 - approach.cut[0]))
    if plan.data.user_profile.sessions_per_week == 2 and _falls_in_taper(plan, approach, race):
        # The longer of two runs is half of its week at least and 60 % at most: a week that must hold the
        # longest run of the plan cannot be cut by a fifth.
        most_km = (1 - limits.RECOVERY_CUT[0]) * reference_km
    last_days_km = sum(run.km for run in plan.runs if race - 7 < run.order < race)
    whole_weeks_km = [week.km for week in plan.weeks[first_week - 1 : race // 7]]
    readings_km = (last_days_km, *whole_weeks_km[-1:], *_short_taper_km(plan, race, first_week))
    fits = any(least_km - limits.KM <= km <= most_km + limits.KM for km in readings_km)
    if not _could_run(plan, race - 6, race - 2):  # only the eve is free: a short run is all there can be
        least_km = 0.0
        fits = fits or last_days_km <= most_km
    # One session of the week is the race: the others are not too few as long as they keep their own share.
    enough_km = least_km * (1 - 1 / max(plan.data.user_profile.sessions_per_week, 2))
    if not fits and not enough_km - limits.KM <= last_days_km <= least_km:
        yield finding(
            "taper",
            "cut",
            plan.weeks[race // 7],
            km=round(last_days_km, 1),
            reference=round(reference_km, 1),
            percent=round(100 * (1 - last_days_km / reference_km)),
            least=round(100 * approach.cut[0]),
            most=round(100 * approach.cut[1]),
        )


def _short_taper_km(plan: PlanView, race: int, first_week: int) -> tuple[float, ...]:
    """What a taper of less than a week would hold in a whole one."""
    days = race - 7 * (first_week - 1)
    if not 0 < days < 6:
        return ()
    return (plan.weeks[race // 7].km * 7 / days,)


def find_last_hard_session(plan: PlanView) -> Iterator[Finding]:
    """The last hard session comes 2 to 5 days before the race: intensity stays, fatigue goes."""
    race = plan.race_order
    if race is None or plan.distance is None:
        return
    nearest, furthest = limits.LAST_HARD_DAYS
    before = [s for s in plan.runs if s.order < race and s.is_hard]
    usual = any(race - s.order <= 28 for s in before)
    last = before[-1] if before else None
    if not usual or last is None or not _could_run(plan, race - furthest, race - nearest):
        return
    days = race - last.order
    if not nearest <= days <= furthest:
        yield finding("last-hard", "days", last, days=days)


def _could_run(plan: PlanView, first: int, last: int) -> bool:
    """Whether the plan holds a day between two days on which the runner is free."""
    free = plan.available_days
    return any(order >= plan.start_order and order % 7 in free for order in range(first, last + 1))


def find_longest_run_place(plan: PlanView) -> Iterator[Finding]:
    """The longest run lies in its window before the race, and reaches what the distance needs."""
    race, approach = plan.race_order, _approach(plan)
    if race is None or approach is None or not plan.runs:
        return
    nearest, furthest = approach.longest_run_days
    if race - plan.start_order <= furthest + 7:
        return
    runs = _comparable_runs(plan, approach, race)
    longest_km = max((run.km for run in runs), default=0.0)
    placed = [run for run in runs if run.km >= longest_km - limits.KM]
    if not placed:
        return
    if not any(nearest <= race - run.order <= furthest for run in placed):
        last = placed[-1]
        km, days = round(last.km, 1), race - last.order
        yield finding("longest-run-place", "window", last, km=km, days=days, least=nearest, most=furthest)
    yield from _reach_findings(plan, approach, placed[-1])


def _comparable_runs(plan: PlanView, approach: Approach, race: int) -> tuple[SessionView, ...]:
    """The runs among which the longest is sought.

    While an injury heals some sessions are not run, and the long run is a larger part of a smaller week.
    Where only a reduced week is left for the longest run it cannot match that part: those weeks do not count.
    """
    if not plan.injuries or not _falls_in_taper(plan, approach, race):
        return plan.runs
    wanted = plan.data.user_profile.sessions_per_week
    whole = [week for week in plan.weeks if len(week.runs) >= wanted]
    return tuple(run for week in whole for run in week.runs)


def _reach_findings(plan: PlanView, approach: Approach, longest: SessionView) -> Iterator[Finding]:
    if approach.needed_km is None or longest.km >= approach.needed_km - limits.KM:
        return
    # Runs come in half kilometres: the cap is reached where the next half would pass it.
    next_min = max(run.minutes * (1 + HALF_KM / run.km) for run in plan.runs if run.km)
    in_minutes = next_min >= NEAR_CAP * plan.long_run_cap_min
    if in_minutes or reachable_km(plan, approach) < approach.needed_km:
        return
    km, needed = round(longest.km, 1), round(approach.needed_km)
    yield finding("longest-run-place", "short", longest, km=km, needed=needed)


def reachable_km(plan: PlanView, approach: Approach) -> float:
    """The longest run the first week's figures, growth, share, ceiling and minutes leave room for, in km."""
    whole = [load.week for load in loads(plan) if not plan.is_partial(load.week)]
    race = plan.race_order
    if not whole or race is None or plan.level is None or plan.distance is None:
        return 0.0
    first = whole[0]
    week_km, long_km = first.km, max((run.km for run in first.runs), default=0.0)
    weeks = (race - approach.longest_run_days[0]) // 7 - (first.number - 1)
    ceiling = limits.ceiling_km(plan.distance, plan.level, plan.current_km_per_week)
    share = limits.long_run_share(max(2, plan.data.user_profile.sessions_per_week))
    steps = int(weeks * LOADING_SHARE) - 1
    for _ in range(steps):
        week_km = min(ceiling, max(week_km * ASKED_GROWTH, week_km + limits.ALWAYS_ALLOWED_WEEKLY_KM / 2))
        long_km = max(long_km * ASKED_GROWTH, long_km + limits.ALWAYS_ALLOWED_RUN_KM / 2)
        long_km = min(long_km, share * week_km)
    if steps > 0 and _falls_in_taper(plan, approach, race):
        long_km = min(long_km, share * (1 - limits.RECOVERY_CUT[0]) * week_km)
    return min(long_km, plan.long_run_cap_min * 60 / (plan.easy_pace_s_per_km * _slope_factor(plan)))


def _slope_factor(plan: PlanView) -> float:
    """By how much long runs on the slopes of the race take longer."""
    race = plan.data.race
    if race is None:
        return 1.0
    return 1 + race.climb_m / race.distance_km / 100 * CLIMB_COST_KM_PER_100M


def _falls_in_taper(plan: PlanView, approach: Approach, race: int) -> bool:
    """Whether the calendar leaves only reduced weeks for the longest run.

    Weeks begin on Mondays: before a 10 km race on a Saturday the taper must begin 12 days ahead, and the
    last run of the last loading week is then 13 days away, outside the window of the longest run.
    """
    least, most = approach.taper_days
    exact = least + (race - least) % 7
    earliest = least - limits.TAPER_TOLERANCE_DAYS[0]
    taper_days = exact if exact <= most else earliest + (race - earliest) % 7
    return not any(
        (race - days) % 7 in plan.available_days
        for days in range(taper_days + 1, approach.longest_run_days[1] + 1)
    )


def _approach(plan: PlanView) -> Approach | None:
    return None if plan.distance is None else limits.APPROACH.get(plan.distance)
