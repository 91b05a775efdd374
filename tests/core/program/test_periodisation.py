"""Loading and recovery weeks, phases, taper."""

from datetime import date, timedelta

import pytest

from core.athlete import Goal, InjurySite, Level, Race, RunnerProfile, Terrain
from core.program.layout import layout_for
from core.program.periodisation import Outline, outline, recovery_weeks
from core.program.schedule import schedule_for
from core.program.situation import Situation

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("before", "weeks"),
    [
        (1, set()),
        (2, set()),
        (3, {1}),
        (6, {2, 4}),
        (7, {2, 5}),
        (8, {2, 5}),
        (9, {2, 5, 7}),
        (15, {2, 5, 8, 11, 13}),
        (17, {2, 5, 8, 11, 14}),
    ],
)
def test_every_third_week_recovers_but_none_touches_the_taper(before: int, weeks: set[int]) -> None:
    assert recovery_weeks(before) == weeks


def outlined(profile: RunnerProfile) -> Outline:
    situation = Situation(profile)
    layout = layout_for(situation)
    return outline(situation, schedule_for(situation, layout.days, MONDAY), layout)


def on(weeks: int, weekday: int = 6) -> date:
    return MONDAY + timedelta(weeks=weeks - 1, days=weekday)


@pytest.mark.parametrize(
    ("goal", "weeks", "weekday", "taper"),
    [
        (Goal.FIVE_K, 8, 6, 0),
        (Goal.FIVE_K, 8, 2, 1),
        (Goal.TEN_K, 10, 6, 0),
        (Goal.TEN_K, 10, 5, 1),
        (Goal.HALF_MARATHON, 12, 6, 1),
        (Goal.MARATHON, 16, 6, 2),
        (Goal.MARATHON, 16, 0, 2),
    ],
)
def test_the_taper_has_the_days_of_its_distance(goal: Goal, weeks: int, weekday: int, taper: int) -> None:
    frames = outlined(RunnerProfile(Level.INTERMEDIATE, goal, 4, on(weeks, weekday))).frames
    assert [frame.role for frame in frames].count("taper") == taper
    assert frames[-1].role == "race"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("goal", list(Goal))
def test_phases_follow_each_other(level: Level, goal: Goal) -> None:
    order = ("base", "build", "specific", "taper", "race")
    phases = [order.index(frame.phase) for frame in outlined(RunnerProfile(level, goal, 4)).frames]
    assert phases == sorted(phases)
    assert {0, 1, 2} <= set(phases)


def test_beginners_have_no_hard_session_before_a_base() -> None:
    for frame in outlined(RunnerProfile(Level.BEGINNER, Goal.MARATHON, 4)).frames:
        assert frame.phase != "base" or frame.hard == 0


@pytest.mark.parametrize("site", list(InjurySite))
def test_an_injury_keeps_the_first_weeks_easy(site: InjurySite) -> None:
    frames = outlined(RunnerProfile(Level.ADVANCED, Goal.TEN_K, 5, injuries=(site,))).frames
    assert [frame.hard for frame in frames[:2]] == [0, 0]
    assert any(frame.hard for frame in frames)


def test_days_off_start_with_easy_weeks() -> None:
    frames = outlined(RunnerProfile(Level.ADVANCED, Goal.TEN_K, 5, layoff_days=60)).frames
    assert [bool(frame.hard) for frame in frames[:5]] == [False] * 4 + [True]


def test_the_longest_run_moves_to_another_day_when_its_own_is_too_near_the_race() -> None:
    profile = RunnerProfile(Level.INTERMEDIATE, Goal.TEN_K, 4, on(10, 2), long_run_day=0)
    shape = outlined(profile)
    days = (on(10, 2) - shape.frames[shape.longest_week].monday).days - shape.longest_day
    assert 5 <= days <= 12
    assert shape.frames[shape.longest_week].role == "load"


def test_an_ultra_has_pairs_of_long_runs_in_loaded_weeks() -> None:
    race = Race("Ultra", 80, 3000, 3000, Terrain.TRAIL)
    shape = outlined(RunnerProfile(Level.ADVANCED, Goal.MARATHON, 5, on(20), race=race))
    assert shape.pairs
    assert all(shape.frames[index].role == "load" for index in shape.pairs)
    assert shape.longest_week not in shape.pairs
    assert not outlined(RunnerProfile(Level.ADVANCED, Goal.MARATHON, 5, on(20))).pairs
