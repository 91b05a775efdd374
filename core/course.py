"""A race's course from a GPX file: distance, climb and descent, each kilometre, gradients, places."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.athlete import CoursePoint, Race, Terrain
from core.gpx import GpxFile, Track, Waypoint, read_gpx, refuse

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
SAMPLE_M = 20.0  # heights are taken this far apart
SMOOTHED_OVER_M = 100.0  # and averaged over this stretch: GPS and barometers jitter by metres
# A rise or fall counts from here on; what is smaller is noise. Own choice, near what watches use.
COUNTS_FROM_M = 3.0
MIN_DISTANCE_KM, MAX_DISTANCE_KM = 1.0, 1000.0
NEAR_COURSE_M = 500.0  # a waypoint farther away is no place of the course
COARSE_POINTS = 2000  # of the course a waypoint is first compared with
KEY_POINTS_AT_MOST = 30
GRADIENT_OVER_M = 100.0
# Percent from which a stretch is called so; the bounds between flat, rolling and steep. Own choice.
GRADIENTS: tuple[tuple[str, float], ...] = (
    ("steep-down", -8.0),
    ("down", -2.0),
    ("flat", 2.0),
    ("up", 8.0),
    ("steep-up", math.inf),
)
TRAIL_FROM_M_PER_KM = 20.0  # climb; as where a runner types a race with its climb


@dataclass(frozen=True, slots=True)
class CourseSplit:
    """A kilometre of the course, the last one shorter; climb and descent in metres."""

    from_km: float
    to_km: float
    climb_m: float
    descent_m: float

    @property
    def gradient_percent(self) -> float:
        return (self.climb_m - self.descent_m) / ((self.to_km - self.from_km) * 10)


@dataclass(frozen=True, slots=True)
class Course:
    """A course as measured from its file; without heights `has_heights` is False and climb is 0.

    `profile_m` are the smoothed heights every 20 m. `gradients` maps steep-down, down, flat, up and steep-up
    to kilometres.
    """

    name: str
    distance_km: float
    climb_m: float
    descent_m: float
    has_heights: bool
    splits: tuple[CourseSplit, ...]
    gradients: dict[str, float]
    key_points: tuple[CoursePoint, ...]
    profile_m: tuple[float, ...]

    @property
    def highest_m(self) -> float | None:
        return max(self.profile_m) if self.has_heights else None

    def race(self) -> Race:
        """The course as a race to prepare; a trail when it climbs like one."""
        hilly = self.climb_m / self.distance_km >= TRAIL_FROM_M_PER_KM
        return Race(
            name=self.name,
            distance_km=round(self.distance_km, 2),
            climb_m=round(self.climb_m),
            descent_m=round(self.descent_m),
            terrain=Terrain.TRAIL if hilly or "trail" in self.name.casefold() else Terrain.ROAD,
            key_points=self.key_points,
        )


def course_from_gpx(content: bytes, name: str = "") -> Course:
    """The longest track (else route) of a GPX file; `name` is used where the file has none.

    Raises core.gpx.UnreadableCourse.
    """
    file = read_gpx(content)
    lines = [line for line in (file.tracks or file.routes) if len(line) > 1]
    if not lines:
        refuse("no-track")
    measured = [(_distances_m(line), line) for line in lines]
    distances, track = max(measured, key=lambda pair: pair[0][-1])
    distance_km = distances[-1] / 1000
    if not MIN_DISTANCE_KM <= distance_km <= MAX_DISTANCE_KM:
        refuse("distance", distance_m=distances[-1])
    return _course(file, track, distances, track.name or file.name or name or "GPX")


def _course(file: GpxFile, track: Track, distances: list[float], name: str) -> Course:
    profile = _profile(track, distances)
    turns = _turning_points(profile)
    splits = _splits(profile, turns, distances[-1])
    return Course(
        name=name,
        distance_km=distances[-1] / 1000,
        climb_m=sum(max(profile[b] - profile[a], 0.0) for a, b in pairwise(turns)),
        descent_m=sum(max(profile[a] - profile[b], 0.0) for a, b in pairwise(turns)),
        has_heights=bool(profile),
        splits=splits,
        gradients=_gradients(profile),
        key_points=_key_points(file.waypoints, track, distances),
        profile_m=tuple(profile),
    )


def _distances_m(track: Track) -> list[float]:
    """Metres from the start at each point; the gap between two segments counts for nothing."""
    starts = set(track.starts)
    latitudes, longitudes = track.latitudes, track.longitudes
    total, distances = 0.0, [0.0]
    for index in range(1, len(track)):
        if index not in starts:
            total += _metres(latitudes[index - 1], longitudes[index - 1], latitudes[index], longitudes[index])
        distances.append(total)
    return distances


def _metres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance (haversine)."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    half_north = math.sin((other_north - north) / 2)
    half_east = math.sin(math.radians(other_longitude - longitude) / 2)
    chord = half_north * half_north + math.cos(north) * math.cos(other_north) * half_east * half_east
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def _profile(track: Track, distances: Sequence[float]) -> list[float]:
    """Heights every 20 m, averaged over 100 m; empty when the file has none."""
    known = [
        (distances[index], metres) for index, metres in enumerate(track.elevations) if not math.isnan(metres)
    ]
    if len(known) < 2:
        return []
    samples: list[float] = []
    after = 0
    for number in range(int(distances[-1] / SAMPLE_M) + 1):
        at = number * SAMPLE_M
        while after < len(known) and known[after][0] < at:
            after += 1
        samples.append(_height_between(known[max(after - 1, 0)], known[min(after, len(known) - 1)], at))
    return _averaged(samples, round(SMOOTHED_OVER_M / SAMPLE_M / 2))


def _height_between(before: tuple[float, float], after: tuple[float, float], at: float) -> float:
    length = after[0] - before[0]
    if length <= 0:
        return after[1]
    share = min(max((at - before[0]) / length, 0.0), 1.0)
    return before[1] + share * (after[1] - before[1])


def _averaged(samples: Sequence[float], around: int) -> list[float]:
    """Each value with its neighbours; fewer of them near the ends, as many on either side."""
    sums = [0.0]
    for value in samples:
        sums.append(sums[-1] + value)
    averaged = []
    for index in range(len(samples)):
        reach = min(around, index, len(samples) - 1 - index)
        averaged.append((sums[index + reach + 1] - sums[index - reach]) / (2 * reach + 1))
    return averaged


def _turning_points(profile: Sequence[float]) -> list[int]:
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


def _splits(profile: Sequence[float], turns: Sequence[int], length_m: float) -> tuple[CourseSplit, ...]:
    """Every kilometre with what it climbs and descends."""
    edges = [km * 1000.0 for km in range(math.ceil(length_m / 1000))] + [length_m]
    splits = []
    for start, end in pairwise(edges):
        first, last = (min(round(at / SAMPLE_M), max(len(profile) - 1, 0)) for at in (start, end))
        climb = descent = 0.0
        nearest = max(bisect_left(turns, first) - 1, 0)
        for a, b in pairwise(turns[nearest:]):
            if a >= last:
                break
            low, high = max(a, first), min(b, last)
            if low < high:
                rise = profile[high] - profile[low]
                rises = profile[b] > profile[a]
                climb, descent = (climb + rise, descent) if rises else (climb, descent - rise)
        splits.append(CourseSplit(start / 1000, end / 1000, max(climb, 0.0), max(descent, 0.0)))
    return tuple(splits)


def _gradients(profile: Sequence[float]) -> dict[str, float]:
    """Kilometres by gradient, judged over 100 m at a time."""
    kilometres = {name: 0.0 for name, _ in GRADIENTS}
    pieces = range(0, len(profile) - 1, round(GRADIENT_OVER_M / SAMPLE_M))
    for first in pieces:
        last = min(first + round(GRADIENT_OVER_M / SAMPLE_M), len(profile) - 1)
        length_m = (last - first) * SAMPLE_M
        percent = (profile[last] - profile[first]) / length_m * 100
        name = next(name for name, below in GRADIENTS if percent < below)
        kilometres[name] += length_m / 1000
    return kilometres


def _key_points(
    waypoints: Sequence[Waypoint], track: Track, distances: Sequence[float]
) -> tuple[CoursePoint, ...]:
    """Named places along the course, in its order; those far from it are left out."""
    found = []
    for waypoint in waypoints:
        if not waypoint.name:
            continue
        index = _nearest(waypoint, track)
        away_m = _metres(
            waypoint.latitude, waypoint.longitude, track.latitudes[index], track.longitudes[index]
        )
        if away_m <= NEAR_COURSE_M:
            found.append(CoursePoint(waypoint.name, round(distances[index] / 1000, 1)))
    found.sort(key=lambda point: point.km or 0.0)
    return tuple(found[:KEY_POINTS_AT_MOST])


def _nearest(waypoint: Waypoint, track: Track) -> int:
    """The index of the nearest point: coarsely over the whole course, then around the best."""
    shrink = math.cos(math.radians(waypoint.latitude))

    def away(index: int) -> float:
        north = track.latitudes[index] - waypoint.latitude
        east = (track.longitudes[index] - waypoint.longitude) * shrink
        return north * north + east * east

    stride = max(1, len(track) // COARSE_POINTS)
    best = min(range(0, len(track), stride), key=away)
    return min(range(max(best - stride, 0), min(best + stride + 1, len(track))), key=away)
