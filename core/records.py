"""What a human can run: the bounds between which a race time is believed."""

import math
from bisect import bisect_right

from core.athlete import Performance
from core.failure import Failure

# Fastest times, men, metres to seconds: World Athletics lists for track and road (800 m to marathon; the half
# by Kiplimo, Lisbon 2026; the marathon by Sawe, London 2026), IAU and GOMU lists for the ultra distances.
WORLD_RECORDS: tuple[tuple[float, float], ...] = (
    (800, 100.91),
    (1000, 131.96),
    (1500, 206.00),
    (1609.344, 223.13),
    (3000, 437.55),
    (5000, 755.36),
    (10_000, 1571.00),
    (21_097.5, 3440),
    (42_195, 7170),
    (50_000, 9523),
    (100_000, 21_935),
    (160_934.4, 39_099),
)
WALKING_S_PER_KM = 720.0
"""A steady walk, 5 km/h: slower than this says nothing about running."""
SHORTEST_M = 800.0
LONGEST_M = 161_000.0


def world_record_s(distance_m: float) -> float:
    """The fastest time known, in seconds; between two records along the line of log time by log distance.

    Defined from 800 m to 161 km; the end segments are continued outside.
    """
    distances = [known_m for known_m, _ in WORLD_RECORDS]
    index = min(max(bisect_right(distances, distance_m), 1), len(WORLD_RECORDS) - 1)
    (near_m, near_s), (far_m, far_s) = WORLD_RECORDS[index - 1], WORLD_RECORDS[index]
    exponent = math.log(far_s / near_s) / math.log(far_m / near_m)
    return near_s * math.pow(distance_m / near_m, exponent)


def problem_with(performance: Performance) -> Failure | None:
    """Why a race result cannot be used, or None: not 800 m to 161 km, faster than a record, walking."""
    distance_m, time_s = performance.distance_m, performance.time_s
    if distance_m < SHORTEST_M:
        return Failure("paces-distance-too-short", {"distance_m": distance_m, "shortest_m": SHORTEST_M})
    if distance_m > LONGEST_M:
        return Failure("paces-distance-too-long", {"distance_m": distance_m, "longest_m": LONGEST_M})
    record_s = world_record_s(distance_m)
    if time_s < record_s:
        return Failure(
            "paces-faster-than-record", {"distance_m": distance_m, "time_s": time_s, "record_s": record_s}
        )
    walking_s = WALKING_S_PER_KM * distance_m / 1000
    if time_s > walking_s:
        return Failure(
            "paces-slower-than-walking", {"distance_m": distance_m, "time_s": time_s, "walking_s": walking_s}
        )
    return None
