"""What a drawing is made of: strokes, discs and filled shapes, in metres; a style colours their roles."""

from dataclasses import dataclass
from math import hypot
from typing import Literal

from core.illustrations.figure import Point

TIP_M = 0.13
Role = Literal["body", "far", "equipment", "ground", "arrow", "surface", "halo"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, `width` metres wide, with round ends; perhaps with an arrow's head."""

    points: tuple[Point, ...]
    width: float
    role: Role
    arrow: bool = False

    def reach(self) -> tuple[Point, ...]:
        return self.points

    def tip(self) -> tuple[Point, Point, Point]:
        """The arrow's head: a triangle that ends a little after the last point."""
        (x1, y1), (x2, y2) = self.points[-2:]
        long = hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / long, (y2 - y1) / long
        side = TIP_M * 0.55
        return (
            (x2 + ux * TIP_M, y2 + uy * TIP_M),
            (x2 - uy * side, y2 + ux * side),
            (x2 + uy * side, y2 - ux * side),
        )


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc, or with a `ring` width its rim alone."""

    centre: Point
    radius: float
    role: Role
    ring: float = 0.0

    def reach(self) -> tuple[Point, ...]:
        (x, y), r = self.centre, self.radius
        return (x - r, y - r), (x + r, y + r)


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon."""

    points: tuple[Point, ...]
    role: Role

    def reach(self) -> tuple[Point, ...]:
        return self.points


Mark = Stroke | Disc | Shape
