"""Frames placed on one sheet, at one scale: beside each other, or below each other when that shows more."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from core.illustrations.figure import Point
from core.illustrations.marks import Mark
from core.illustrations.scene import Frame

GAP_M, MARGIN_M, NUMBER_M = 0.25, 0.1, 0.3
"""Between the frames, around them, and the room of a number."""
LETTER_SHARE = 0.065
"""Size of a number as a share of the sheet's height."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A frame's marks and how far to move them, metres from the sheet's lower left corner."""

    marks: tuple[Mark, ...]
    offset: Point


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a position, centred at a point of the sheet."""

    text: str
    at: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawer puts on paper: frames, numbers and what leads from one to the next; metres."""

    width: float
    height: float
    frames: tuple[Placed, ...]
    numbers: tuple[Number, ...]


def sheet_of(frames: Sequence[Frame], ratio: float | None = None) -> Sheet:
    """The sheet that shows the frames largest; `ratio` (width over height) fixes its shape."""
    if ratio is None:
        return _row(frames)
    sheets = [_row(frames)] if len(frames) == 1 else [_row(frames), _column(frames)]
    return min((_of_shape(sheet, ratio) for sheet in sheets), key=lambda sheet: sheet.width)


def _row(frames: Sequence[Frame]) -> Sheet:
    numbered = len(frames) > 1
    low, high = _heights(frames)
    floor = MARGIN_M + (NUMBER_M if numbered else 0.0) - low
    x, placed, numbers = MARGIN_M, [], []
    for place, frame in enumerate(frames, start=1):
        left, _, right, _ = frame.box
        placed.append(Placed(frame.marks, (x - left, floor)))
        numbers.append(Number(str(place), (x + (right - left) / 2, MARGIN_M + NUMBER_M / 2)))
        x += right - left + GAP_M
    width, height = x - GAP_M + MARGIN_M, floor + high + MARGIN_M
    if not numbered:
        return Sheet(width, height, tuple(placed), ())
    return Sheet(width, height, tuple(placed), (*numbers, *_signs(numbers, "→")))


def _column(frames: Sequence[Frame]) -> Sheet:
    left = min(frame.box[0] for frame in frames)
    right = max(frame.box[2] for frame in frames)
    y, placed, numbers = MARGIN_M, [], []
    for place in range(len(frames), 0, -1):
        frame = frames[place - 1]
        _, bottom, _, top = frame.box
        placed.append(Placed(frame.marks, (MARGIN_M + NUMBER_M - left, y - bottom)))
        numbers.append(Number(str(place), (MARGIN_M + NUMBER_M / 2, y + (top - bottom) / 2)))
        y += top - bottom + GAP_M
    numbers.reverse()
    width, height = right - left + NUMBER_M + 2 * MARGIN_M, y - GAP_M + MARGIN_M
    return Sheet(width, height, tuple(reversed(placed)), (*numbers, *_signs(numbers, "↓")))


def _signs(numbers: Sequence[Number], sign: Literal["→", "↓"]) -> list[Number]:
    """What leads from each number to the next."""
    return [Number(sign, ((a.at[0] + b.at[0]) / 2, (a.at[1] + b.at[1]) / 2)) for a, b in pairwise(numbers)]


def _heights(frames: Sequence[Frame]) -> tuple[float, float]:
    return min(frame.box[1] for frame in frames), max(frame.box[3] for frame in frames)


def _of_shape(sheet: Sheet, ratio: float) -> Sheet:
    """The sheet with room added on two sides until it has the shape."""
    width = max(sheet.width, sheet.height * ratio)
    height = width / ratio
    dx, dy = (width - sheet.width) / 2, (height - sheet.height) / 2
    frames = tuple(Placed(f.marks, (f.offset[0] + dx, f.offset[1] + dy)) for f in sheet.frames)
    numbers = tuple(Number(n.text, (n.at[0] + dx, n.at[1] + dy)) for n in sheet.numbers)
    return Sheet(width, height, frames, numbers)
