"""A session on a treadmill: by time, at speeds a belt can be set to."""

import pytest

from core.program.exchange import Interval, Session
from core.session_profile import session_blocks
from core.treadmill import Speeds, TreadmillStep, treadmill_steps


def steps(zone: str, pace: str | None, recovery: str, **fields: object) -> tuple[TreadmillStep, ...]:
    work = Interval.model_validate(
        {"repetitions": 4, "distance_km": 1, "zone": zone, "pace_target": pace, "recovery_min": 2,
         "recovery": recovery} | fields
    )  # fmt: skip
    session = Session(
        day="Mardi", rest_day=False, kind="interval", duration_min=50, intervals=(work,), warm_up_min=15,
        cool_down_min=10, workout_structure="Échauffement : 15 min, à 5:30-6:00/km\n4 × 1 km",
    )  # fmt: skip
    return treadmill_steps(session_blocks(session))


def ends(speeds: Speeds | None) -> tuple[float, float]:
    assert speeds is not None
    return speeds.slow_km_per_h, speeds.fast_km_per_h


def test_paces_become_speeds_and_distances_time() -> None:
    warm_up, work, cool_down = steps("I", "4:10/km", "jog")
    assert ends(warm_up.speeds) == pytest.approx((10.0, 10.909), abs=0.001)
    assert work.minutes * 60 == pytest.approx(250)  # 1 km at 4:10
    assert ends(work.speeds) == pytest.approx((14.4, 14.4))
    assert ends(work.recovery_speeds) == pytest.approx((10 / 1.1, 10 / 1.1))
    assert cool_down.speeds == work.recovery_speeds
    assert {step.incline_percent for step in (warm_up, work, cool_down)} == {1.0}


@pytest.mark.parametrize(("recovery", "expected"), [("walk", Speeds(5.5, 5.5)), ("rest", None)])
def test_recoveries_are_walked_or_stood(recovery: str, expected: Speeds | None) -> None:
    assert steps("I", "4:10/km", recovery)[1].recovery_speeds == expected


def test_hills_are_climbed_by_effort() -> None:
    work = steps("hill", None, "walk", distance_km=None, duration_min=0.5)[1]
    assert (work.speeds, work.incline_percent, work.minutes) == (None, 5.0, 0.5)
