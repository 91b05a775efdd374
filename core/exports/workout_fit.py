"""A session as a workout for a watch: a FIT file written by Garmin's own encoder, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from garmin_fit_sdk import Encoder

from core.athlete import Language
from core.localisation import Localizer, core_localizer
from core.notation.paces import first_pace
from core.paces import Range
from core.program.exchange import Interval, Session

FILE_ID, WORKOUT, WORKOUT_STEP = 0, 26, 27  # global message numbers of the FIT profile
DEVELOPMENT = 255  # the manufacturer number the profile keeps for files of no registered maker
NO_RUN = frozenset({"strength", "cross", "rest"})
# A single pace becomes a range, or the watch would beep at every step: 2 % is 5 s/km at 4:10/km. Own choice.
PACE_TOLERANCE = 0.02
NAME_AT_MOST = 40  # letters of a name that watches show
METRES_PER_KM = 1000.0

Intensity = Literal["active", "interval", "recovery", "rest", "warmup", "cooldown"]


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a workout, so long or so far, at a pace or by feel (None)."""

    name: str
    intensity: Intensity
    minutes: float | None = None
    km: float | None = None
    pace: Range | None = None
    rpe: int | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Go back to the step `first` (from 0) until its stretch has been run `times` times in all."""

    first: int
    times: int


def can_be_exported(session: Session) -> bool:
    """Whether a watch can guide through the session: a run with a length."""
    if session.rest_day or session.kind in NO_RUN:
        return False
    return bool(session.distance_km or session.duration_min or session.intervals)


def workout_file(session: Session, language: Language, *, serial: int, created_at_utc: datetime) -> bytes:
    """The session as a FIT workout; `serial` (above 0) tells files apart on the watch.

    Raises ValueError for a session no watch can guide (`can_be_exported`).
    """
    if not can_be_exported(session):
        raise ValueError("a rest day or a session without running has no workout file")
    steps = workout_steps(session, core_localizer(language))
    encoder = Encoder()
    for message in (
        _file_id(serial, created_at_utc),
        _workout(session, len(steps)),
        *(_step_message(index, step) for index, step in enumerate(steps)),
    ):
        encoder.write_mesg(message)
    return bytes(encoder.close())


def workout_steps(session: Session, words: Localizer) -> tuple[Step | Repeat, ...]:
    """Warm-up, work with its recoveries, cool-down; a plain run is one step."""
    if not session.intervals:
        return (_whole_run(session, words),)
    steps: list[Step | Repeat] = []
    if session.warm_up_min:
        steps.append(Step(words("watch-warm-up"), "warmup", session.warm_up_min, pace=_warm_up_pace(session)))
    for interval in session.intervals:
        steps += _interval_steps(interval, len(steps), session, words)
    if session.cool_down_min:
        steps.append(Step(words("watch-cool-down"), "cooldown", session.cool_down_min))
    return tuple(steps)


def _whole_run(session: Session, words: Localizer) -> Step:
    name = session.session_type or words("watch-run")
    pace = _pace_in(session.pace_target)
    by_distance = session.kind == "race" or not session.duration_min
    return Step(
        name,
        "active",
        minutes=None if by_distance else session.duration_min,
        km=session.distance_km if by_distance else None,
        pace=pace,
        rpe=session.rpe,
    )


def _warm_up_pace(session: Session) -> Range | None:
    """The pace the card gives for the warm-up; a walk or a run by feel has none."""
    lines = (session.workout_structure or "").splitlines()
    return _pace_in(lines[0]) if len(lines) > 1 else None


def _interval_steps(
    interval: Interval, first: int, session: Session, words: Localizer
) -> Iterator[Step | Repeat]:
    yield Step(
        words("watch-run") if session.kind == "run_walk" else words("watch-work"),
        "interval",
        minutes=None if interval.distance_km else interval.duration_min,
        km=interval.distance_km,
        pace=_pace_in(interval.pace_target),
        rpe=interval.rpe,
    )
    if interval.recovery_min:
        how = interval.recovery or "jog"
        intensity: Intensity = "rest" if how == "rest" else "recovery"
        yield Step(words(f"watch-recovery-{how}"), intensity, interval.recovery_min)
    if interval.repetitions > 1:
        yield Repeat(first, interval.repetitions)


def _pace_in(text: str | None) -> Range | None:
    """The first pace written in a text, a single one widened; None where it tells an effort instead."""
    pace = first_pace(text or "")
    if pace is None:
        return None
    if pace.max_s_per_km > pace.min_s_per_km:
        return pace
    return Range(pace.min_s_per_km * (1 - PACE_TOLERANCE), pace.max_s_per_km * (1 + PACE_TOLERANCE))


def _file_id(serial: int, created_at_utc: datetime) -> dict[str, Any]:
    return {
        "mesg_num": FILE_ID,
        "type": "workout",
        "manufacturer": DEVELOPMENT,
        "product": 0,
        "serial_number": serial,
        "time_created": created_at_utc.astimezone(UTC),
    }


def _workout(session: Session, steps: int) -> dict[str, Any]:
    day = f"{session.date:%d/%m} " if session.date else ""
    name = f"{day}{session.session_type or 'RunCoach'}"[:NAME_AT_MOST]
    return {"mesg_num": WORKOUT, "wkt_name": name, "sport": "running", "num_valid_steps": steps}


def _step_message(index: int, step: Step | Repeat) -> dict[str, Any]:
    head: dict[str, Any] = {"mesg_num": WORKOUT_STEP, "message_index": index}
    if isinstance(step, Repeat):
        return head | {
            "duration_type": "repeat_until_steps_cmplt",
            "duration_value": step.first,
            "target_type": "open",
            "target_value": step.times,
        }
    notes = {"notes": f"RPE {step.rpe}"} if step.rpe else {}
    name = {"wkt_step_name": step.name[:NAME_AT_MOST], "intensity": step.intensity}
    return head | name | _duration(step) | _target(step) | notes


def _duration(step: Step) -> dict[str, Any]:
    """FIT counts milliseconds and centimetres."""
    if step.km:
        return {"duration_type": "distance", "duration_value": round(step.km * METRES_PER_KM * 100)}
    return {"duration_type": "time", "duration_value": round((step.minutes or 0) * 60_000)}


def _target(step: Step) -> dict[str, Any]:
    """A pace as a range of speeds in mm/s, the slow one first; 0 says that the range is our own."""
    if step.pace is None:
        return {"target_type": "open", "target_value": 0}
    return {
        "target_type": "speed",
        "target_value": 0,
        "custom_target_value_low": _mm_per_s(step.pace.max_s_per_km),
        "custom_target_value_high": _mm_per_s(step.pace.min_s_per_km),
    }


def _mm_per_s(s_per_km: float) -> int:
    return round(METRES_PER_KM * 1000 / s_per_km)
