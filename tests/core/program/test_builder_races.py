"""What a race asks of a plan: its ground, its length, its heat and height."""

from datetime import timedelta
from itertools import pairwise

import pytest

from core.athlete import (
    Goal,
    Level,
    Race,
    Terrain,
)
from core.program.builder import build_program
from core.program.rules import check
from tests.core.program.runners import MONDAY, codes, half, plan, sessions, sunday


def test_a_trail_climbs_descends_and_speaks_of_its_course() -> None:
    program = plan("trail")
    assert sum(s.climb_m or 0 for s in program.weeks[8].sessions) > 200
    assert any((s.workout or "").startswith("downhill") for s in sessions(program))
    assert any("la montée du col (km 12)" in week.notes for week in program.weeks)
    assert any("proprioception" in tip for tip in program.tips.recovery)


def test_an_ultra_has_two_long_runs_in_a_row() -> None:
    program = plan("ultra")
    pairs = [
        (first, second)
        for first, second in pairwise(sessions(program))
        if first.kind == second.kind == "long" and second.date == (first.date or MONDAY) + timedelta(days=1)
    ]
    assert len(pairs) >= 3
    assert all((second.distance_km or 0) < (first.distance_km or 0) for first, second in pairs)
    assert "goal_realism" in codes(plan("ultra beginner"))


def test_heat_is_prepared_from_three_weeks_before_the_race() -> None:
    program = plan("hot")
    warm = [s for s in sessions(program) if (s.workout or "").startswith("heat")]
    days = [(sunday(12) - (s.date or MONDAY)).days for s in warm]
    assert len(days) >= 4
    assert all(3 <= day <= 21 for day in days)
    assert "heat" in codes(program)


def test_altitude_is_told() -> None:
    assert "altitude" in codes(plan("high"))


def test_the_race_decides_what_is_prepared() -> None:
    program = build_program(half(race=Race("Dix", 10.0)), MONDAY)
    assert program.user_profile.goal == "10K"
    assert "goal_from_race" in codes(program)


def test_only_long_races_load_starch_before() -> None:
    def tips(goal: Goal) -> str:
        return " ".join(build_program(half(goal=goal, language="en"), MONDAY).tips.nutrition)

    assert "starch" not in tips(Goal.FIVE_K) + tips(Goal.TEN_K)
    assert "starch" in tips(Goal.HALF_MARATHON)


@pytest.mark.parametrize("km_per_week", [None, 0.0, 15.0])
def test_a_trail_of_unknown_climb_is_prepared_on_rolling_ground(km_per_week: float | None) -> None:
    trail = Race("Trail", 5.0, terrain=Terrain.TRAIL)
    program = build_program(
        half(
            level=Level.BEGINNER,
            goal=Goal.FIVE_K,
            reference=None,
            race=trail,
            current_km_per_week=km_per_week,
            target_date=sunday(6),
        ),
        MONDAY,
    )
    assert any(session.climb_m for session in sessions(program) if session.kind != "race")
    assert check(program) == ()


def test_a_hilly_road_race_is_prepared_uphill_and_a_flat_one_is_not() -> None:
    def climbed(climb_m: float) -> float:
        program = build_program(half(race=Race("Les Coteaux", 21.1, climb_m)), MONDAY)
        return sum(s.climb_m or 0.0 for s in sessions(program) if s.kind == "long")

    assert climbed(12 * 21.1) > 0
    assert climbed(11.9 * 21.1) == 0
