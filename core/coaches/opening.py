"""How every session begins and ends: a warm-up and a cool-down of just the time that is left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.catalogue.reading import exercise
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item, Load
from core.coaches.timing import CHANGE_S, blocks_s, set_s
from core.tables import read_table

Region = Literal["legs", "upper", "whole", "run"]

# Shares of the session, and the minutes within which they stay.
WARM_UP_SHARE, WARM_UP_USUAL_MIN = 0.15, (4.0, 12.0)
COOL_DOWN_SHARE, COOL_DOWN_USUAL_MIN = 0.08, (3.0, 8.0)
WARM_UP_BOUNDS_S, COOL_DOWN_BOUNDS_S = (150.0, 960.0), (120.0, 720.0)
WARM_UP_PART = 0.62
"""Of the time around the work, so much comes before it."""
PULSE_PART, PULSE_LEAST_S, PULSE_MOST_S = 0.45, 120.0, 480.0
SETTLE_LEAST_S = 60.0
HALF_MINUTE_S = 30.0
DRILL_REPS, DRILL_S, STRETCH_S = 8, 30, (30, 40, 45, 60)
EASY_RPE, SETTLE_RPE = 3, 2


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    pulse: tuple[str, ...]
    settle: tuple[str, ...]
    anywhere: tuple[str, ...]
    drills: Mapping[Region, tuple[str, ...]]
    stretches: Mapping[Region, tuple[str, ...]]


def work_s(request: SessionRequest) -> float:
    """The seconds a session of this length leaves for the work between warm-up and cool-down."""
    around = _usual_s(request, WARM_UP_SHARE, WARM_UP_USUAL_MIN)
    return request.seconds - around - _usual_s(request, COOL_DOWN_SHARE, COOL_DOWN_USUAL_MIN) - 2 * CHANGE_S


def assembled(request: SessionRequest, work: tuple[Block, ...], region: Region) -> tuple[Block, ...]:
    """The work with a warm-up and a cool-down that fill the time left, within what is sensible of either.

    The work should come near `work_s`: within a third of it, the whole fits its time.
    """
    left_s = request.seconds - blocks_s(work) - 2 * CHANGE_S
    before_s = _within(WARM_UP_PART * left_s, WARM_UP_BOUNDS_S)
    after_s = _within(left_s - before_s, COOL_DOWN_BOUNDS_S)
    return (warm_up(request, before_s, region), *work, cool_down(request, after_s, region))


def warm_up(request: SessionRequest, seconds: float, region: Region) -> Block:
    """Minutes that raise the pulse, then drills for the region, about `seconds` in all."""
    pulse = _minutes(_first(_table().pulse, request, request.rotation), EASY_RPE)
    pulse_s = _within(PULSE_PART * seconds, (PULSE_LEAST_S, PULSE_MOST_S))
    drills = _filling([_drill(key) for key in _of(_table().drills[region], request)], seconds - pulse_s)
    return _with_lead(pulse, drills, seconds, "warm_up", PULSE_LEAST_S)


def cool_down(request: SessionRequest, seconds: float, region: Region) -> Block:
    """Easy minutes, then stretches for the region, about `seconds` in all."""
    settle = _minutes(_first(_table().settle, request, 0), SETTLE_RPE)
    keys = _of(_table().stretches[region], request)
    room_s = seconds - SETTLE_LEAST_S - CHANGE_S
    best = max(
        (_filling([_stretch(key, hold) for key in keys], room_s) for hold in STRETCH_S),
        key=_row_s,
    )
    return _with_lead(settle, best, seconds, "cool_down", SETTLE_LEAST_S)


def _with_lead(
    lead: Item, rest: tuple[Item, ...], seconds: float, role: Literal["warm_up", "cool_down"], least_s: float
) -> Block:
    """The row with its first, easy part stretched to fill the seconds, in half minutes."""
    left_s = max(seconds - _row_s(rest) - (CHANGE_S if rest else 0.0), least_s)
    halves = max(round(left_s / HALF_MINUTE_S), 1)
    return Block(role, "circuit", (replace(lead, amount=halves / 2), *rest))


def _filling(items: list[Item], seconds: float) -> tuple[Item, ...]:
    """As many items of the list, in order, as the seconds hold; the shortest one where none fits."""
    taken: list[Item] = []
    for item in items:
        if _row_s((*taken, item)) <= seconds:
            taken.append(item)
    return tuple(taken or sorted(items, key=set_s)[:1])


def _row_s(items: tuple[Item, ...]) -> float:
    return sum(map(set_s, items)) + CHANGE_S * max(len(items) - 1, 0)


def _drill(key: str) -> Item:
    known = exercise(key)
    amount = DRILL_S if known.measure == "seconds" else DRILL_REPS
    if known.measure == "metres":
        amount = 20
    return Item(key, amount, known.measure, per_side=known.unilateral, load=BODYWEIGHT)


def _stretch(key: str, hold_s: float) -> Item:
    known = exercise(key)
    amount = hold_s if known.measure == "seconds" else DRILL_REPS
    return Item(key, amount, known.measure, per_side=known.unilateral, load=BODYWEIGHT)


def _minutes(key: str, rpe: float) -> Item:
    return Item(key, 2, "minutes", load=Load(rpe=rpe))


def _first(keys: tuple[str, ...], request: SessionRequest, number: int) -> str:
    found = fitting(keys, request)
    return rotated(found, number)[0] if found else _table().anywhere[0]


def _of(keys: tuple[str, ...], request: SessionRequest) -> tuple[str, ...]:
    """The list's fitting movements, the first two kept in front, the others rotated."""
    found = fitting(keys, request) or fitting(_table().anywhere[1:], request)
    return rotated(found, request.rotation)


def _usual_s(request: SessionRequest, share: float, bounds_min: tuple[float, float]) -> float:
    return 60 * _within(share * request.minutes, bounds_min)


def _within(value: float, bounds: tuple[float, float]) -> float:
    return min(max(value, bounds[0]), bounds[1])


@cache
def _table() -> _Table:
    return read_table(_Table, "core.coaches", "opening.toml")
