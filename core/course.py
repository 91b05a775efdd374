"""A race's course from a GPX file: distance, climb and descent, each kilometre, gradients, places."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.athlete import CoursePoint, Race, Terrain
from core.elevation import (
    SAMPLE_M,
    climb_and_descent_m,
    distances_m,
    height_profile,
    metres_between,
    turning_points,
)
from core.gpx import GpxFile, Track, Waypoint, read_gpx, refuse

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
    return course_of(read_gpx(content), name)


def course_of(file: GpxFile, name: str = "") -> Course:
    """The course in a file that was read; as `course_from_gpx`."""
    lines = [line for line in (file.tracks or file.routes) if len(line) > 1]
    if not lines:
        refuse("no-track")
    measured = [(distances_m(line), line) for line in lines]
    distances, track = max(measured, key=lambda pair: pair[0][-1])
    distance_km = distances[-1] / 1000
    if not MIN_DISTANCE_KM <= distance_km <= MAX_DISTANCE_KM:
        refuse("distance", distance_m=distances[-1])
    return _course(file, track, distances, track.name or file.name or name or "GPX")


def _course(file: GpxFile, track: Track, distances: list[float], name: str) -> Course:
    profile = height_profile(track.elevations, distances)
    turns = turning_points(profile)
    splits = _splits(profile, turns, distances[-1])
    climb_m, descent_m = climb_and_descent_m(profile)
    return Course(
        name=name,
        distance_km=distances[-1] / 1000,
        climb_m=climb_m,
        descent_m=descent_m,
        has_heights=bool(profile),
        splits=splits,
        gradients=_gradients(profile),
        key_points=_key_points(file.waypoints, track, distances),
        profile_m=tuple(profile),
    )


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
        away_m = metres_between(
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
