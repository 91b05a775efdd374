"""The course of a race as it is kept: heights at even steps and places, no position on a map."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.athlete import CoursePoint, Race
from core.course import GRADIENTS, Course
from core.elevation import SAMPLE_M

LEAST_SPACING_M, HEIGHTS_AT_MOST = 100.0, 1500
SAME_LENGTH = 0.15
"""Courses are measured, organisers round, and a file may begin at the car park."""


@dataclass(frozen=True, slots=True)
class RaceCourse:
    """A course; `heights_m` every `spacing_m` from the start, empty where the file had none."""

    name: str
    distance_km: float
    climb_m: float
    descent_m: float
    spacing_m: float = LEAST_SPACING_M
    heights_m: tuple[float, ...] = ()
    key_points: tuple[CoursePoint, ...] = ()

    @property
    def has_heights(self) -> bool:
        return len(self.heights_m) > 1

    def height_at(self, km: float) -> float:
        """Metres above the sea at a kilometre; only for a course with heights."""
        place = min(max(km * 1000 / self.spacing_m, 0.0), len(self.heights_m) - 1.0)
        low = min(int(place), len(self.heights_m) - 2)
        return self.heights_m[low] + (place - low) * (self.heights_m[low + 1] - self.heights_m[low])

    def fits(self, race_km: float) -> bool:
        """Whether it may be the course of a race of this length."""
        return abs(self.distance_km - race_km) <= SAME_LENGTH * race_km


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the course at one gradient, as 0.05 for 5 % up."""

    from_km: float
    to_km: float
    grade: float


def race_course(course: Course) -> RaceCourse:
    """What is kept of a course that was measured."""
    stride = max(round(LEAST_SPACING_M / SAMPLE_M), -(-len(course.profile_m) // HEIGHTS_AT_MOST))
    return RaceCourse(
        name=course.name,
        distance_km=round(course.distance_km, 3),
        climb_m=round(course.climb_m),
        descent_m=round(course.descent_m),
        spacing_m=stride * SAMPLE_M,
        heights_m=tuple(round(height, 1) for height in course.profile_m[::stride]),
        key_points=course.key_points,
    )


def flat_course(race: Race) -> RaceCourse:
    """A race of which no course is known."""
    return RaceCourse(race.name, race.distance_km, race.climb_m, race.descent_m, key_points=race.key_points)


def pieces(course: RaceCourse) -> Iterator[Piece]:
    """The stretches between the heights, in order; the last one ends with the course."""
    spacing_km = course.spacing_m / 1000
    count = len(course.heights_m)
    for index in range(count - 1):
        start = index * spacing_km
        end = course.distance_km if index == count - 2 else start + spacing_km
        rise_m = course.heights_m[index + 1] - course.heights_m[index]
        yield Piece(start, end, rise_m / course.spacing_m)


def gradient_name(grade: float) -> str:
    """steep-down, down, flat, up or steep-up."""
    return next(name for name, below in GRADIENTS if grade * 100 < below)
