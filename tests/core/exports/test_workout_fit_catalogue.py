"""Every workout of the catalogue on the watch: each step, and each repetition of it, read back by the SDK."""

import pytest

from core.exports.workout_fit import NO_RUN, can_be_exported
from core.program.exchange import Interval, Session
from core.program.workouts import Workout, catalogue, prescribe
from tests.core.exports.test_workout_fit import decoded, totals

FAST_PACES = {"E": 270.0, "M": 230.0, "T": 216.0, "I": 198.0, "R": 184.0}
WARM_UP_MIN, COOL_DOWN_MIN = 20.0, 10.0


def session_of(workout: Workout) -> Session:
    """The workout at its largest, between a warm-up and a cool-down; a steady run lasts fifty minutes."""
    main: tuple[Interval, ...] | None = prescribe(
        workout, zone_pace_s_per_km=FAST_PACES, max_work_km=40.0, max_work_min=120.0, progress=1.0
    )
    assert main is not None, "a fast runner can do every workout"
    if not main:
        return Session(day="Mardi", rest_day=False, kind=workout.kind, session_type="x", duration_min=50.0)
    return Session(
        day="Mardi",
        rest_day=False,
        kind=workout.kind,
        session_type="x",
        duration_min=120.0,
        warm_up_min=WARM_UP_MIN,
        cool_down_min=COOL_DOWN_MIN,
        intervals=main,
    )


@pytest.mark.parametrize("workout", catalogue().values(), ids=catalogue())
def test_a_workout_of_the_catalogue_is_held_whole(workout: Workout) -> None:
    session = session_of(workout)
    if workout.kind in NO_RUN:
        assert not can_be_exported(session)
        return
    steps = decoded(session)["workout_step_mesgs"]
    minutes, km = totals(steps)
    if not session.intervals:
        assert (minutes, km) == (50.0, 0.0)
        return
    work_km = sum(one.repetitions * (one.distance_km or 0) for one in session.intervals)
    timed = (one.duration_min or 0 if not one.distance_km else 0 for one in session.intervals)
    each = zip(session.intervals, timed, strict=True)
    work_min = sum(one.repetitions * (run + (one.recovery_min or 0)) for one, run in each)
    assert km == pytest.approx(work_km, abs=0.01)
    assert minutes == pytest.approx(WARM_UP_MIN + work_min + COOL_DOWN_MIN, abs=0.1)
    expected = 2 + sum(1 + bool(one.recovery_min) + (one.repetitions > 1) for one in session.intervals)
    assert len(steps) == expected
    assert [steps[0]["intensity"], steps[-1]["intensity"]] == ["warmup", "cooldown"]
