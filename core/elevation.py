"""Lengths and heights along a track: distances, a smoothed profile, what counts as climb."""

import math
from collections.abc import Sequence
from itertools import pairwise

from core.gpx import Track

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
SAMPLE_M = 20.0  # heights are taken this far apart
SMOOTHED_OVER_M = 100.0  # and averaged over this stretch: GPS and barometers jitter by metres
# A rise or fall counts from here on; what is smaller is noise. Own choice, near what watches use.
COUNTS_FROM_M = 3.0


def distances_m(track: Track) -> list[float]:
    """Metres from the start at each point; the gap between two segments counts for nothing."""
    starts = set(track.starts)
    latitudes, longitudes = track.latitudes, track.longitudes
    total, distances = 0.0, [0.0]
    for index in range(1, len(track)):
        if index not in starts:
            total += metres_between(
                latitudes[index - 1], longitudes[index - 1], latitudes[index], longitudes[index]
            )
        distances.append(total)
    return distances


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance (haversine)."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    half_north = math.sin((other_north - north) / 2)
    half_east = math.sin(math.radians(other_longitude - longitude) / 2)
    chord = half_north * half_north + math.cos(north) * math.cos(other_north) * half_east * half_east
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def height_profile(elevations: Sequence[float], distances: Sequence[float]) -> list[float]:
    """Heights every 20 m, averaged over 100 m; `elevations` (NaN: unknown) at `distances` in metres.

    Empty without two known heights.
    """
    known = [(distances[index], metres) for index, metres in enumerate(elevations) if not math.isnan(metres)]
    if len(known) < 2:
        return []
    samples: list[float] = []
    after = 0
    for number in range(int(distances[-1] / SAMPLE_M) + 1):
        at = number * SAMPLE_M
        while after < len(known) and known[after][0] < at:
            after += 1
        samples.append(_height_between(known[max(after - 1, 0)], known[min(after, len(known) - 1)], at))
    return averaged(samples, round(SMOOTHED_OVER_M / SAMPLE_M / 2))


def _height_between(before: tuple[float, float], after: tuple[float, float], at: float) -> float:
    length = after[0] - before[0]
    if length <= 0:
        return after[1]
    share = min(max((at - before[0]) / length, 0.0), 1.0)
    return before[1] + share * (after[1] - before[1])


def averaged(samples: Sequence[float], around: int) -> list[float]:
    """Each value with its neighbours; fewer of them near the ends, as many on either side."""
    sums = [0.0]
    for value in samples:
        sums.append(sums[-1] + value)
    averaged = []
    for index in range(len(samples)):
        reach = min(around, index, len(samples) - 1 - index)
        averaged.append((sums[index + reach + 1] - sums[index - reach]) / (2 * reach + 1))
    return averaged


def turning_points(profile: Sequence[float]) -> list[int]:
    """Indices of the tops and bottoms that differ by 3 m or more, with the start and the end."""
    if not profile:
        return []
    turns, lowest, highest, rising = [0], 0, 0, 0
    for index, height in enumerate(profile):
        if height > profile[highest]:
            highest = index
        if height < profile[lowest]:
            lowest = index
        if rising >= 0 and profile[highest] - height >= COUNTS_FROM_M:
            turns.append(highest)
            rising, lowest, highest = -1, index, index
        elif rising <= 0 and height - profile[lowest] >= COUNTS_FROM_M:
            turns.append(lowest)
            rising, lowest, highest = 1, index, index
    last = {1: highest, -1: lowest}.get(rising, len(profile) - 1)
    return [*turns, last] if rising else [0]


def climb_and_descent_m(profile: Sequence[float]) -> tuple[float, float]:
    """Metres up and metres down along a profile of `height_profile`."""
    turns = turning_points(profile)
    rises = [profile[b] - profile[a] for a, b in pairwise(turns)]
    return sum(max(rise, 0.0) for rise in rises), sum(max(-rise, 0.0) for rise in rises)
