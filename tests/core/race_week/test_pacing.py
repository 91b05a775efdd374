"""A race at constant effort: sums, slopes, heat, walking, and races without heights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Race
from core.conditions import grade_factor
from core.course import course_from_gpx
from core.pacing import Conditions, grouped, pace_race
from core.race_week.course import flat_course, pieces, race_course
from core.vdot import race_time_s
from tests.core.test_course import gpx, hill

FLAT = flat_course(Race("10K", 10.0))
HILL = race_course(course_from_gpx(gpx(hill(250, up_m=5000))))
STEEP = race_course(course_from_gpx(gpx(hill(900, up_m=4000))))


def test_a_flat_race_is_run_at_its_race_time_and_one_pace() -> None:
    pacing = pace_race(FLAT, 45.0)
    assert pacing.total_s == pytest.approx(race_time_s(45.0, 10_000), abs=0.01)
    assert len({round(split.s_per_km or 0, 6) for split in pacing.splits}) == 1
    assert pacing.is_sure


def test_times_of_the_kilometres_add_up_and_effort_is_constant() -> None:
    pacing = pace_race(HILL, 45.0)
    assert pacing.total_s == pytest.approx(
        sum((split.s_per_km or 0) * (split.to_km - split.from_km) for split in pacing.splits)
    )
    assert pacing.splits[-1].passes_at_s == pacing.total_s
    efforts = {round((split.s_per_km or 0) / split.factor, 6) for split in pacing.splits}
    assert efforts == {round(pacing.flat_s_per_km or 0, 6)}


def test_up_is_slower_and_down_faster_by_the_cost_of_the_slope() -> None:
    pacing = pace_race(HILL, 45.0)
    up, down = pacing.splits[1], pacing.splits[-2]
    assert up.factor == pytest.approx(grade_factor(0.05), abs=0.01)
    assert down.factor == pytest.approx(grade_factor(-0.05), abs=0.02)
    assert sum(split.climb_m for split in pacing.splits) == pytest.approx(HILL.climb_m, abs=8)


def test_a_hill_costs_more_than_it_gives_back() -> None:
    hilly, flat = pace_race(HILL, 45.0), pace_race(flat_course(Race("plat", HILL.distance_km)), 45.0)
    assert (hilly.total_s or 0) > (flat.total_s or 0)


def test_very_steep_kilometres_are_walked() -> None:
    assert pace_race(STEEP, 45.0, trail=True).splits[1].is_walked
    assert not any(split.is_walked for split in pace_race(HILL, 45.0).splits)


def test_heat_slows_and_an_unknown_weather_does_not() -> None:
    cool, hot = pace_race(FLAT, 45.0), pace_race(FLAT, 45.0, Conditions(30.0))
    assert cool.heat_factor == 1
    assert hot.heat_factor > 1.01
    assert hot.total_s == pytest.approx((cool.total_s or 0) * hot.heat_factor)


def test_without_a_level_there_are_efforts_and_no_times() -> None:
    pacing = pace_race(HILL, None)
    assert pacing.total_s is None
    assert all(split.s_per_km is None for split in pacing.splits)
    assert pacing.splits[1].factor > 1


def test_trails_and_ultras_are_not_sure() -> None:
    assert not pace_race(HILL, 45.0, trail=True).is_sure
    assert not pace_race(flat_course(Race("100 km", 100.0)), 45.0).is_sure


@given(st.floats(1, 170), st.sampled_from([2, 5, 10]))
def test_groups_hold_the_same_race(km: float, size: int) -> None:
    pacing = pace_race(flat_course(Race("x", km, climb_m=300)), 45.0)
    groups = grouped(pacing.splits, size)
    assert groups[0].from_km == 0
    assert groups[-1].to_km == pytest.approx(km)
    assert groups[-1].passes_at_s == pacing.total_s
    assert sum(group.climb_m for group in groups) == pytest.approx(300)


def test_a_course_is_kept_without_its_places_on_a_map() -> None:
    assert HILL.spacing_m == 100
    assert list(pieces(HILL))[-1].to_km == HILL.distance_km
    assert HILL.height_at(5.0) == pytest.approx(550, abs=5)
    long = race_course(course_from_gpx(gpx([300.0] * 9000)))
    assert len(long.heights_m) <= 1501
