"""From the points of a recording to a run: moving time, pace, climb, heart rate; and whether it is one."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from core.activities.failing import refuse
from core.activities.model import Activity, Lap
from core.activities.recording import Recording
from core.elevation import climb_and_descent_m, height_profile
from core.run_reports import FASTEST_MIN_PER_KM, MOST_KM, SLOWEST_MIN_PER_KM

MOVING_FROM_M_PER_S = 0.5
"""Slower is standing: a stroll is 1 m/s, and GPS wanders by some decimetres a second. Own choice."""
# No leg goes faster (the record over 100 m peaks at 12.3 m/s): such a step is GPS losing its place.
FASTEST_M_PER_S = 12.5
LEAST_M, LEAST_S = 300.0, 90.0
LONGEST_S = 48 * 3600.0
TRACK_POINTS_AT_MOST = 720
FINEST_STEP_S = 5.0
LAPS_AT_MOST = 120
RUNNING_SPORTS = frozenset(
    {"", "running", "run", "9", "other", "generic", "unknown", "trail_running", "trail"}
)
"""What files call a run, or nothing at all; old exports of one site number it 9."""
# What others are called in files, by the word we say.
SPORTS: dict[str, tuple[str, ...]] = {
    "cycling": ("cycling", "biking", "ride", "virtualride", "e_biking", "mountain_biking", "bike", "1"),
    "swimming": ("swimming", "swim"),
    "walking": ("walking", "walk", "hiking", "hike"),
}


def measure(recording: Recording) -> Activity:
    """The run in a recording. Raises UnreadableActivity for another sport and for what nobody runs."""
    _check_sport(recording.sport)
    if len(recording) < 2:
        refuse("no-track")
    steps = list(_steps(recording))
    moving = [0.0]
    metres = [0.0]
    for seconds, length in steps:
        moves = length >= MOVING_FROM_M_PER_S * seconds
        moving.append(moving[-1] + (seconds if moves else 0.0))
        metres.append(metres[-1] + (length if moves else 0.0))
    elapsed_s = recording.times_s[-1] - recording.times_s[0]
    _check_figures(metres[-1], moving[-1], elapsed_s)
    step_s, track_m = _resampled(moving, metres)
    beats = [rate for rate in recording.heart_rates if not math.isnan(rate)]
    profile = height_profile(recording.elevations, metres)
    return Activity(
        source=recording.source,
        started_at_utc=datetime.fromtimestamp(recording.times_s[0], UTC),
        distance_m=metres[-1],
        elapsed_s=elapsed_s,
        moving_s=moving[-1],
        step_s=step_s,
        track_m=track_m,
        climb_m=climb_and_descent_m(profile)[0] if profile else None,
        mean_heart_rate=round(sum(beats) / len(beats)) if beats else None,
        highest_heart_rate=round(max(beats)) if beats else None,
        laps=tuple(_laps(recording, moving, metres)),
    )


def _check_sport(sport: str) -> None:
    name = sport.strip().lower().replace(" ", "_")
    if name in RUNNING_SPORTS or "run" in name:
        return
    known = next((known for known, names in SPORTS.items() if name in names), None)
    refuse(f"sport-{known}" if known else "sport-other")


def _check_figures(distance_m: float, moving_s: float, elapsed_s: float) -> None:
    if distance_m < LEAST_M or moving_s < LEAST_S:
        refuse("too-short")
    if distance_m > MOST_KM * 1000 or elapsed_s > LONGEST_S:
        refuse("too-long")
    min_per_km = moving_s / 60 / (distance_m / 1000)
    if min_per_km < FASTEST_MIN_PER_KM:
        refuse("too-fast")
    if min_per_km > SLOWEST_MIN_PER_KM:
        refuse("sport-walking")


def _steps(recording: Recording) -> Iterator[tuple[float, float]]:
    """Seconds and metres from each point to the next; a jump no leg makes counts for nothing."""
    times, distances = recording.times_s, recording.distances_m
    for index in range(1, len(recording)):
        seconds, length = times[index] - times[index - 1], distances[index] - distances[index - 1]
        yield seconds, length if 0 <= length <= FASTEST_M_PER_S * seconds else 0.0


def _resampled(moving: Sequence[float], metres: Sequence[float]) -> tuple[float, tuple[float, ...]]:
    """The distance at even steps of moving time: 5 s, more for a long run."""
    step_s = max(FINEST_STEP_S, moving[-1] / (TRACK_POINTS_AT_MOST - 1))
    count = math.ceil(moving[-1] / step_s) + 1
    return step_s, tuple(round(_at(moving, metres, number * step_s), 1) for number in range(count))


def _at(times: Sequence[float], values: Sequence[float], at: float) -> float:
    high = min(max(bisect_left(times, at), 1), len(times) - 1)
    span = times[high] - times[high - 1]
    share = min(max((at - times[high - 1]) / span, 0.0), 1.0) if span > 0 else 1.0
    return values[high - 1] + share * (values[high] - values[high - 1])


def _laps(recording: Recording, moving: Sequence[float], metres: Sequence[float]) -> Iterator[Lap]:
    """The laps with a length, in order."""
    ends = sorted({end for end in recording.lap_ends_s if end > recording.times_s[0]})[:LAPS_AT_MOST]
    places = [0, *(min(bisect_left(recording.times_s, end), len(recording) - 1) for end in ends)]
    for first, last in pairwise(places):
        if metres[last] > metres[first]:
            yield Lap(moving[last] - moving[first], metres[last] - metres[first])
