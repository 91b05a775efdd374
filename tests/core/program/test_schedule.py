"""How long a plan is and when it runs."""

from datetime import date, timedelta

import pytest

from core.athlete import Goal, Level, RunnerProfile
from core.program.schedule import PlanRefused, Schedule, schedule_for
from core.program.situation import Situation

FRIDAY = date(2026, 11, 20)
MONDAY, NEXT_MONDAY = date(2026, 11, 16), date(2026, 11, 23)
TUESDAY_TO_SUNDAY = (1, 3, 6)


def scheduled(
    goal: Goal,
    *,
    target: date | None = None,
    start: date = FRIDAY,
    level: Level = Level.INTERMEDIATE,
    run_days: tuple[int, ...] = TUESDAY_TO_SUNDAY,
) -> Schedule:
    profile = RunnerProfile(level, goal, len(run_days), target_date=target)
    return schedule_for(Situation(profile), run_days, start)


@pytest.mark.parametrize(
    ("goal", "weeks"),
    [
        (Goal.FIVE_K, (8, 8, 8)),
        (Goal.TEN_K, (10, 10, 10)),
        (Goal.HALF_MARATHON, (12, 12, 12)),
        (Goal.MARATHON, (20, 18, 16)),
        (Goal.ENDURANCE, (8, 10, 12)),
    ],
)
def test_a_plan_without_a_date_has_the_length_of_its_goal_and_level(
    goal: Goal, weeks: tuple[int, int, int]
) -> None:
    assert tuple(scheduled(goal, level=level).weeks for level in Level) == weeks


@pytest.mark.parametrize(
    ("start", "monday"),
    [
        (MONDAY, MONDAY),
        (MONDAY + timedelta(days=1), MONDAY),  # the first session is today
        (MONDAY + timedelta(days=2), NEXT_MONDAY),  # Tuesday's session is past
        (FRIDAY, NEXT_MONDAY),
    ],
)
def test_week_one_is_the_running_week_when_none_of_its_sessions_is_past(start: date, monday: date) -> None:
    assert scheduled(Goal.TEN_K, start=start).first_monday == monday


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("weeks", [8, 11, 16])
def test_a_dated_plan_counts_weeks_from_its_first_monday_to_race_week(weekday: int, weeks: int) -> None:
    target = NEXT_MONDAY + timedelta(weeks=weeks - 1, days=weekday)
    schedule = scheduled(Goal.HALF_MARATHON, target=target)
    assert (schedule.weeks, schedule.first_monday, schedule.last_day) == (weeks, NEXT_MONDAY, target)
    assert schedule.maintenance_weeks == 0
    assert not schedule.is_compressed


def test_a_far_away_race_leaves_easy_weeks_before_the_longest_plan() -> None:
    target = NEXT_MONDAY + timedelta(weeks=29, days=6)
    schedule = scheduled(Goal.MARATHON, target=target)
    assert (schedule.weeks, schedule.maintenance_weeks) == (20, 10)
    assert schedule.first_monday == NEXT_MONDAY + timedelta(weeks=10)


def test_a_near_race_gets_the_weeks_there_are_and_says_how_many_are_missing() -> None:
    schedule = scheduled(Goal.MARATHON, target=NEXT_MONDAY + timedelta(weeks=5, days=6))
    assert (schedule.weeks, schedule.missing_weeks) == (6, 4)
    assert schedule.is_compressed


def test_a_race_within_the_running_week_is_a_plan_of_its_last_days() -> None:
    sunday = FRIDAY + timedelta(days=2)
    schedule = scheduled(Goal.FIVE_K, target=sunday)
    assert (schedule.weeks, schedule.first_monday, schedule.first_day) == (1, MONDAY, FRIDAY)


def test_a_past_date_is_refused_with_a_sentence() -> None:
    with pytest.raises(PlanRefused) as refused:
        scheduled(Goal.FIVE_K, target=FRIDAY - timedelta(days=1))
    assert "19 novembre 2026" in refused.value.text("fr")
    assert "19 November 2026" in refused.value.text("en")


def test_a_race_today_is_not_past() -> None:
    assert scheduled(Goal.FIVE_K, target=FRIDAY).weeks == 1
