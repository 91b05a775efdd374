"""Pacing a race at constant effort: a time for each kilometre of the course, in the weather of the day."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.conditions import grade_factor, heat_slowdown, km_effort
from core.paces import training_paces
from core.race_week.course import Piece, RaceCourse, pieces
from core.vdot import race_time_s

MARATHON_KM = (40.0, 43.0)
LONGEST_SURE_KM = 43.0
"""The equations were made on road races up to the marathon."""
WALKED_FROM = 1.9
"""A kilometre of more than about 13 % up takes twice a flat one: walking costs less there. Own choice."""
UNSURE_SHARE = 0.10
"""Of a trail's or ultra's time either way: ground, night and stops decide as much as the legs."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Air in degrees and per cent, None where unknown."""

    temperature_c: float | None = None
    humidity_percent: float | None = None


@dataclass(frozen=True, slots=True)
class PacedKm:
    """A kilometre (the last one shorter): its climb and descent, and the time and pace at even effort.

    `factor` is its time against a flat one; times are None for a runner without a known level.
    """

    from_km: float
    to_km: float
    climb_m: float
    descent_m: float
    factor: float
    s_per_km: float | None = None
    passes_at_s: float | None = None

    @property
    def is_walked(self) -> bool:
        return self.factor >= WALKED_FROM


@dataclass(frozen=True, slots=True)
class RacePacing:
    """A race kilometre by kilometre; `flat_s_per_km` is the pace of the same effort on the flat.

    `heat_factor` (1 or more) is what the weather takes; `is_sure` is False for trails and long ultras.
    """

    splits: tuple[PacedKm, ...]
    total_s: float | None
    flat_s_per_km: float | None
    heat_factor: float
    is_sure: bool


def pace_race(
    course: RaceCourse, vdot: float | None, conditions: Conditions | None = None, *, trail: bool = False
) -> RacePacing:
    """The race at even effort, for a runner of this VDOT; efforts alone where it is None."""
    splits = tuple(_kilometres(course))
    is_sure = not trail and course.distance_km <= LONGEST_SURE_KM
    if vdot is None:
        return RacePacing(splits, None, None, 1.0, is_sure)
    flat_km = sum(split.factor * (split.to_km - split.from_km) for split in splits)
    cool_s = _flat_time_s(vdot, flat_km, course.distance_km)
    heat = _heat_factor(conditions or Conditions(), cool_s)
    flat_s_per_km = cool_s * heat / flat_km
    paced: list[PacedKm] = []
    at_s = 0.0
    for split in splits:
        s_per_km = flat_s_per_km * split.factor
        at_s += s_per_km * (split.to_km - split.from_km)
        paced.append(replace(split, s_per_km=s_per_km, passes_at_s=at_s))
    return RacePacing(tuple(paced), at_s, flat_s_per_km, heat, is_sure)


def grouped(splits: Sequence[PacedKm], km: int) -> tuple[PacedKm, ...]:
    """The same race in stretches of so many kilometres."""
    return tuple(_joined(splits[first : first + km]) for first in range(0, len(splits), km))


def _joined(splits: Sequence[PacedKm]) -> PacedKm:
    first, last = splits[0], splits[-1]
    lengths = [split.to_km - split.from_km for split in splits]
    factor = sum(s.factor * km for s, km in zip(splits, lengths, strict=True)) / sum(lengths)
    paces = [(s.s_per_km or 0.0) * km for s, km in zip(splits, lengths, strict=True)]
    return PacedKm(
        first.from_km,
        last.to_km,
        sum(split.climb_m for split in splits),
        sum(split.descent_m for split in splits),
        factor,
        sum(paces) / sum(lengths) if first.s_per_km is not None else None,
        last.passes_at_s,
    )


def _flat_time_s(vdot: float, flat_km: float, distance_km: float) -> float:
    """By the equations; slow marathoners run it at an eased pace, and train at that one."""
    time_s = race_time_s(vdot, flat_km * 1000)
    low, high = MARATHON_KM
    if low <= distance_km <= high:
        return max(time_s, training_paces(vdot).marathon.min_s_per_km * flat_km)
    return time_s


def _heat_factor(conditions: Conditions, time_s: float) -> float:
    if conditions.temperature_c is None:
        return 1.0
    return heat_slowdown(conditions.temperature_c, conditions.humidity_percent, duration_min=time_s / 60)


def _kilometres(course: RaceCourse) -> Iterator[PacedKm]:
    """Each kilometre with its climb, descent and cost; all alike where the heights are unknown."""
    known = list(pieces(course))
    count = math.ceil(course.distance_km - 1e-6)
    even = km_effort(course.distance_km, course.climb_m) / course.distance_km
    for number in range(count):
        start, end = float(number), min(number + 1.0, course.distance_km)
        if known:
            yield _measured(known, start, end)
        else:
            share = (end - start) / course.distance_km
            yield PacedKm(start, end, course.climb_m * share, course.descent_m * share, even)


def _measured(known: Sequence[Piece], start: float, end: float) -> PacedKm:
    climb = descent = cost = covered = 0.0
    for piece in known:
        km = min(piece.to_km, end) - max(piece.from_km, start)
        if km <= 0:
            continue
        rise_m = piece.grade * km * 1000
        climb, descent = climb + max(rise_m, 0.0), descent + max(-rise_m, 0.0)
        cost, covered = cost + grade_factor(piece.grade) * km, covered + km
    return PacedKm(start, end, climb, descent, cost / covered if covered > 0 else 1.0)
