"""Sessions as FIT workouts, read back by Garmin's own decoder."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Stream

from core.athlete import Goal, Language, Level, Performance, RunnerProfile
from core.exports.workout_fit import can_be_exported, workout_file
from core.program.builder import build_program
from core.program.exchange import Interval, Session

MADE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def decoded(session: Session, language: Language = "fr") -> Any:
    content = workout_file(session, language, serial=12, created_at_utc=MADE)
    checked = Decoder(Stream.from_byte_array(bytearray(content)))
    assert checked.is_fit()
    assert checked.check_integrity()
    messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
    assert errors == []
    return messages


def tempo() -> Session:
    return Session(
        day="Mardi",
        rest_day=False,
        session_type="Seuil",
        kind="threshold",
        date=date(2026, 12, 17),
        duration_min=57,
        distance_km=10,
        warm_up_min=18,
        cool_down_min=9,
        workout_structure="Échauffement : 18 min faciles, à 5:22-6:01/km (RPE 3)\n2 × 5 min, à 4:37/km",
        intervals=(
            Interval(repetitions=3, duration_min=5, zone="T", pace_target="4:37/km", rpe=7, recovery_min=1.5),
            Interval(repetitions=1, distance_km=0.4, zone="R", recovery_min=2, recovery="rest"),
        ),
    )  # fmt: skip


def test_every_step_is_held() -> None:
    messages = decoded(tempo())
    workout = messages["workout_mesgs"][0]
    steps = messages["workout_step_mesgs"]
    assert workout["sport"] == "running"
    assert workout["num_valid_steps"] == len(steps) == 7
    assert [step.get("intensity") for step in steps] == [
        "warmup", "interval", "recovery", None, "interval", "rest", "cooldown",
    ]  # fmt: skip
    assert [step.get("duration_time") for step in steps] == [1080, 300, 90, None, None, 120, 540]
    assert steps[4]["duration_distance"] == 400
    repeat = steps[3]
    assert repeat["duration_type"] == "repeat_until_steps_cmplt"
    assert (repeat["duration_step"], repeat["repeat_steps"]) == (1, 3)
    assert steps[1]["notes"] == "RPE 7"
    assert steps[0]["wkt_step_name"] == "Échauffement"


def test_paces_are_speeds_around_the_target() -> None:
    steps = decoded(tempo())["workout_step_mesgs"]
    warm_up, work = steps[0], steps[1]
    assert warm_up["custom_target_speed_low"] == pytest.approx(1000 / 361, abs=0.001)
    assert warm_up["custom_target_speed_high"] == pytest.approx(1000 / 322, abs=0.001)
    assert work["target_type"] == "speed"
    assert work["custom_target_speed_low"] == pytest.approx(1000 / (277 * 1.02), abs=0.001)
    assert work["custom_target_speed_high"] == pytest.approx(1000 / (277 * 0.98), abs=0.001)
    assert steps[2]["target_type"] == steps[-1]["target_type"] == "open"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("level", "goal", "reference"),
    [
        (Level.BEGINNER, Goal.FIVE_K, None),
        (Level.INTERMEDIATE, Goal.TEN_K, Performance(10_000, 2700)),
        (Level.ADVANCED, Goal.MARATHON, Performance(21_097.5, 5100)),
    ],
)
def test_every_run_of_a_plan_fits_a_watch(
    level: Level, goal: Goal, reference: Performance | None, language: Language
) -> None:
    profile = RunnerProfile(
        level=level, goal=goal, sessions_per_week=5, reference=reference, language=language
    )
    program = build_program(profile, date(2026, 11, 20))
    for session in (session for week in program.weeks for session in week.sessions):
        if not can_be_exported(session):
            assert session.rest_day or session.kind in ("strength", "cross")
            continue
        steps = decoded(session, language)["workout_step_mesgs"]
        minutes, km = totals(steps)
        if session.intervals and any(one.distance_km for one in session.intervals):
            assert km == pytest.approx(
                sum(one.repetitions * (one.distance_km or 0) for one in session.intervals), abs=0.01
            )
        elif session.kind == "race":
            assert km == pytest.approx(session.distance_km)
        else:
            assert minutes == pytest.approx(session.duration_min or 0, abs=1.0)


def totals(steps: list[dict[str, Any]]) -> tuple[float, float]:
    """Minutes and kilometres of a workout as a watch would run it, repeats unrolled."""
    minutes = km = 0.0
    for index, step in enumerate(steps):
        if step["duration_type"] == "repeat_until_steps_cmplt":
            again = steps[step["duration_step"] : index]
            more_min, more_km = totals(again)
            minutes += more_min * (step["repeat_steps"] - 1)
            km += more_km * (step["repeat_steps"] - 1)
        minutes += (step.get("duration_time") or 0) / 60
        km += (step.get("duration_distance") or 0) / 1000
    return minutes, km


def test_what_is_no_run_has_no_file() -> None:
    for session in (
        Session(day="Lundi", rest_day=True),
        Session(day="Lundi", rest_day=False, kind="strength", duration_min=30),
    ):
        assert not can_be_exported(session)
        with pytest.raises(ValueError, match="no workout file"):
            workout_file(session, "fr", serial=1, created_at_utc=MADE)


def test_a_long_name_is_cut() -> None:
    session = Session(day="Lundi", rest_day=False, session_type="é" * 300, distance_km=5)
    assert len(decoded(session)["workout_mesgs"][0]["wkt_name"]) == 40


def test_work_without_warm_up_and_cool_down_stands_alone() -> None:
    bare = tempo().model_copy(update={"warm_up_min": None, "cool_down_min": None})
    kept = [step["intensity"] for step in decoded(tempo())["workout_step_mesgs"] if "intensity" in step]
    left = [step["intensity"] for step in decoded(bare)["workout_step_mesgs"] if "intensity" in step]
    assert {"warmup", "cooldown"} <= set(kept)
    assert left == [intensity for intensity in kept if intensity not in {"warmup", "cooldown"}]
