"""Predictions, time off, heat, altitude and slope against the figures of their sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.conditions import altitude_multiplier, grade_factor, heat_slowdown, km_effort, wbgt_c, wet_bulb_c
from core.predictions import layoff_multiplier, marathon_margin, predict


def test_predictions_by_goal() -> None:
    assert predict(50, km_per_week=80).to_exchange() == {
        "5K": 1196,
        "10K": 2480,
        "semi-marathon": 5491,
        "marathon": 11440,
        "marathon_expected": 11440,
    }


@pytest.mark.parametrize(
    ("km_per_week", "margin"),
    [(None, 0.06), (0, 0.07), (32, 0.07), (48, 0.06), (64, 0.05), (80, 0), (200, 0)],
)
def test_marathoners_who_run_little_need_more(km_per_week: float | None, margin: float) -> None:
    assert marathon_margin(km_per_week) == pytest.approx(margin)
    times = predict(40, km_per_week)
    assert times.marathon_expected_s == pytest.approx(times.marathon_s * (1 + margin))


@given(st.floats(min_value=0, max_value=200), st.floats(min_value=0, max_value=50))
def test_more_kilometres_never_cost_time(km: float, more: float) -> None:
    assert marathon_margin(km + more) <= marathon_margin(km)


# Published multipliers: days off, without and with cross-training (news.vdoto2.com, February 2018; for 42
# days with cross-training .994 is printed, a slip for .944).
LAYOFF = [
    (0, 1, 1), (5, 1, 1), (6, 0.997, 0.998), (7, 0.994, 0.997), (10, 0.985, 0.992), (14, 0.973, 0.986),
    (21, 0.952, 0.976), (28, 0.931, 0.965), (35, 0.910, 0.955), (42, 0.889, 0.944), (49, 0.868, 0.934),
    (56, 0.847, 0.923), (63, 0.826, 0.913), (70, 0.805, 0.902), (72, 0.8, 0.9), (400, 0.8, 0.9),
]  # fmt: skip


@pytest.mark.parametrize(("days", "nothing", "crossed"), LAYOFF)
def test_time_off(days: int, nothing: float, crossed: float) -> None:
    assert layoff_multiplier(days) == pytest.approx(nothing, abs=0.0006)
    assert layoff_multiplier(days, cross_trained=True) == pytest.approx(crossed, abs=0.0006)


def test_wet_bulb_agrees_with_stull() -> None:
    assert wet_bulb_c(20, 50) == pytest.approx(13.7, abs=0.05)  # the paper's own example


def test_a_cool_day_costs_nothing() -> None:
    assert wbgt_c(17.5, 50) == pytest.approx(15, abs=0.5)
    assert heat_slowdown(12) == 1


def test_heat_costs_less_in_short_races_and_to_the_elite() -> None:
    marathon = heat_slowdown(30, 60) - 1
    assert marathon == pytest.approx(0.006 * (wbgt_c(30, 60) - 15))
    assert heat_slowdown(30, 60, duration_min=20) - 1 == pytest.approx(marathon / 2)
    assert heat_slowdown(30, 60, elite=True) - 1 == pytest.approx(marathon * 2 / 3)
    assert 0.05 < marathon < 0.08
    assert heat_slowdown(30, 60, duration_min=75) - 1 == pytest.approx(marathon * 0.75)
    assert heat_slowdown(30, 60, duration_min=30) - 1 == pytest.approx(marathon / 2)
    assert heat_slowdown(30, 60, duration_min=300) - 1 == pytest.approx(marathon)


def test_unknown_humidity_is_sixty_percent() -> None:
    assert wbgt_c(25) == wbgt_c(25, 60)
    assert wet_bulb_c(20, 1) == wet_bulb_c(20, 5)


@given(
    st.floats(min_value=-10, max_value=45),
    st.floats(min_value=0, max_value=5),
    st.floats(min_value=0, max_value=100),
)
def test_hotter_is_never_faster(temperature: float, more: float, humidity: float) -> None:
    assert heat_slowdown(temperature + more, humidity) >= heat_slowdown(temperature, humidity) - 1e-9


def test_altitude() -> None:
    assert altitude_multiplier(300) == 1
    assert altitude_multiplier(1300) == pytest.approx(0.937)
    assert altitude_multiplier(9000) == altitude_multiplier(6000)


@pytest.mark.parametrize(
    ("grade", "factor"), [(0, 1), (0.05, 1.30), (0.1, 1.66), (0.15, 2.06), (0.2, 2.50), (0.3, 3.49)]
)
def test_climbing_costs_what_minetti_measured(grade: float, factor: float) -> None:
    assert grade_factor(grade) == pytest.approx(factor, abs=0.01)


@pytest.mark.parametrize("grade", [-0.08, -0.1, -0.2, -0.3])
def test_no_descent_is_a_gift(grade: float) -> None:
    assert grade_factor(grade) == 0.85


def test_slopes_are_held_to_what_was_measured() -> None:
    assert grade_factor(0.9) == grade_factor(0.45)


def test_km_effort_of_a_classic() -> None:
    assert km_effort(65, 3500) == 100
