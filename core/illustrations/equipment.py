"""How each thing in a picture looks, drawn around the joint it belongs to."""

from collections.abc import Callable
from math import cos, radians, sin
from typing import cast

from core.illustrations.figure import Joint, Joints, Point, View
from core.illustrations.marks import Disc, Mark, Shape, Stroke
from core.illustrations.movement import Item, Thing

THIN_M, THICK_M = 0.025, 0.045
FLOOR_M = -0.045
"""Under the soles of feet whose joints are at 0."""
PLATE_RADIUS_M = 0.2
BEHIND: tuple[Thing, ...] = (
    "support", "wall", "dip-bars", "parallettes", "sled", "rower", "ski-erg", "bike", "air-bike",
    "treadmill", "slope", "water", "pillar",
)  # fmt: skip
"""What the figure stands before."""
Drawer = Callable[[Item, Point, Joints, View], list[Mark]]


def strokes_of(item: Item, joints: Joints, view: View, *, behind: bool) -> list[Mark]:
    """The marks of a thing that lies behind the figure, or before it; none when it is on the other side."""
    if (item.thing in BEHIND) is not behind:
        return []
    x, y = joints[item.at]
    return DRAWERS[item.thing](item, (x + item.dx, y + item.dy), joints, view)


def _barbell(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    if view == "side":
        radius = item.height or PLATE_RADIUS_M
        return [Disc(at, radius, "equipment", ring=0.05), Disc(at, 0.035, "equipment")]
    half = (item.width or 1.5) / 2
    middle = (joints[item.at][0] + joints[_other(item.at)][0]) / 2 + item.dx
    bar = Stroke(((middle - half, at[1]), (middle + half, at[1])), THIN_M, "equipment")
    plates = [
        Stroke(
            ((middle + side * half * 0.85, at[1] - 0.18), (middle + side * half * 0.85, at[1] + 0.18)),
            0.06,
            "equipment",
        )
        for side in (-1, 1)
    ]
    return [bar, *plates]


def _dumbbell(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    x, y = at
    half = (item.width or 0.26) / 2
    marks: list[Mark] = [Stroke(((x - half, y), (x + half, y)), THICK_M, "equipment")]
    return [
        *marks,
        *(Stroke(((x + s * half, y - 0.06), (x + s * half, y + 0.06)), 0.07, "equipment") for s in (-1, 1)),
    ]


def _kettlebell(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    x, y = at
    up = 1 if (item.height or 0) < 0 else -1  # a negative height holds it bottom up
    return [
        Disc((x, y + up * 0.04), 0.055, "equipment", ring=0.03),
        Disc((x, y + up * 0.15), 0.1, "equipment"),
    ]


def _ball(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    return [Disc(at, (item.width or 0.32) / 2, "equipment")]


def _sandbag(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    half = (item.width or 0.5) / 2
    return [Stroke(((at[0] - half, at[1]), (at[0] + half, at[1])), 0.2, "equipment")]


def _plate(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    return [Disc(at, 0.16, "equipment", ring=0.06)]


def _vest(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    nx, ny = joints["neck"]
    hx, hy = ((joints["hip"][i] + joints["hip_far"][i]) / 2 for i in (0, 1))
    low = (hx + (nx - hx) * 0.3, hy + (ny - hy) * 0.3)
    return [Stroke((low, (hx + (nx - hx) * 0.8, hy + (ny - hy) * 0.8)), item.width or 0.2, "equipment")]


def _support(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """A box, bench or step whose top is under the joint."""
    x, y = at
    half, top = (item.width or 0.4) / 2, (y if item.height is None else item.height)
    return [Shape(((x - half, FLOOR_M), (x + half, FLOOR_M), (x + half, top), (x - half, top)), "surface")]


def _wall(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    if view == "front":
        x, top = at[0], item.height or 2.1
        return [
            Shape(((x - 0.75, FLOOR_M), (x + 0.75, FLOOR_M), (x + 0.75, top), (x - 0.75, top)), "surface")
        ]
    return [Stroke(((at[0], FLOOR_M), (at[0], item.height or 2.2)), 0.07, "surface")]


def _pillar(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    return [Stroke(((at[0], FLOOR_M), (at[0], item.height or 1.6)), THICK_M, "surface")]


def _bar(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """A bar to hang from, or at any height to pull towards; from the side its end, in the hand."""
    if view == "side":
        return [Disc(at, 0.06, "equipment")]
    y = at[1]
    half = (item.width or 1.2) / 2
    return [
        Stroke(((x0 - half, y), (x0 + half, y)), THICK_M, "equipment")
        for x0 in [(joints[item.at][0] + joints[_other(item.at)][0]) / 2]
    ]


def _rack_bar(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    return [Disc(at, 0.05, "equipment")]


def _rings(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    top = item.height or at[1] + 0.7
    straps = [at] if view == "side" else [at, (joints[_other(item.at)][0], joints[_other(item.at)][1])]
    return [
        mark
        for x, y in straps
        for mark in (
            Stroke(((x, y + 0.08), (x, top)), THIN_M, "surface"),
            Disc((x, y), 0.09, "equipment", ring=0.03),
        )
    ]


def _dip_bars(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    x, y = at
    half = (item.width or 0.5) / 2
    return [
        Stroke(((x - half, y), (x + half, y)), THICK_M, "equipment"),
        *(
            Stroke(((x + s * half * 0.8, FLOOR_M), (x + s * half * 0.8, y)), THIN_M, "surface")
            for s in (-1, 1)
        ),
    ]


def _band(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    end = joints[item.to] if item.to else (at[0] + (item.width or 0.0), at[1] + (item.height or 0.0))
    return [Stroke((at, end), THIN_M, "equipment")]


def _rope(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """A jump rope under the feet, in a curve from hand to hand."""
    x, y = at
    low = item.height or 0.03
    curve = tuple(
        (x - sin(radians(a)) * 0.55 * (-1 if a > 180 else 1), y + (low - y) * (1 - cos(radians(a))) / 2)
        for a in range(0, 181, 20)
    )
    return [Stroke(curve, 0.02, "equipment")]


def _sled(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    x, _ = at
    return [
        Shape(((x, 0.02), (x + 0.75, 0.02), (x + 0.7, 0.12), (x, 0.12)), "surface"),
        Stroke(((x + 0.05, 0.1), (x + 0.05, 0.95)), THICK_M, "equipment"),
        Shape(((x + 0.25, 0.12), (x + 0.6, 0.12), (x + 0.6, 0.4), (x + 0.25, 0.4)), "equipment"),
    ]


def _rower(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """A rail under the seat, a wheel at its end, the handle's chain to the hands."""
    x, y = at
    hx, hy = joints["hip"]
    foot = joints["ankle"]
    wheel = (foot[0] + 0.4, 0.45)
    return [
        Stroke(((foot[0] - 1.35, hy - 0.14), (foot[0] + 0.25, hy - 0.18)), THICK_M, "surface"),
        Shape(
            ((hx - 0.14, hy - 0.12), (hx + 0.14, hy - 0.12), (hx + 0.12, hy - 0.07), (hx - 0.12, hy - 0.07)),
            "equipment",
        ),
        Disc(wheel, 0.26, "surface"),
        Stroke(((foot[0] + 0.2, FLOOR_M), (foot[0] + 0.2, hy - 0.18)), THICK_M, "surface"),
        Stroke(((foot[0] - 1.3, FLOOR_M), (foot[0] - 1.3, hy - 0.14)), THICK_M, "surface"),
        Stroke(((x, y), wheel), 0.015, "equipment"),
        Stroke(((x, y - 0.06), (x, y + 0.06)), THICK_M, "equipment"),
    ]


def _ski_erg(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    x = joints["toe"][0] + 0.45
    return [
        Stroke(((x, FLOOR_M), (x, 2.15)), 0.08, "surface"),
        Disc((x, 2.0), 0.16, "surface"),
        Stroke((at, (x - 0.05, 2.12)), 0.015, "equipment"),
        Stroke(((at[0] - 0.05, at[1] - 0.03), (at[0] + 0.05, at[1] + 0.03)), THICK_M, "equipment"),
    ]


def _bike(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """Saddle under the hip, handlebar at the hands, a pedal crank between, a wheel before."""
    hx, hy = joints["hip"]
    crank = (hx + 0.16, 0.36)
    return [
        Disc((hx + 0.75, 0.36), 0.34, "surface", ring=0.05),
        Stroke(((hx, hy - 0.08), crank, (hx + 0.75, 0.36), (at[0], at[1] - 0.02)), THICK_M, "surface"),
        Stroke(((hx - 0.13, hy - 0.07), (hx + 0.1, hy - 0.07)), 0.06, "equipment"),
        Disc(crank, 0.17, "equipment", ring=0.025),
        Stroke(((hx - 0.3, 0.02), (hx + 1.0, 0.02)), THICK_M, "surface"),
    ]


def _air_bike(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    """A bike with a fan before it and a lever for each hand."""
    hx, hy = joints["hip"]
    crank, fan = (hx + 0.16, 0.36), (hx + 0.72, 0.5)
    levers = [Stroke((joints[hand], (hx + 0.5, 0.55)), THIN_M, "equipment") for hand in ("hand", "hand_far")]
    return [
        Disc(fan, 0.38, "surface"),
        *(Disc(fan, radius, "equipment", ring=0.02) for radius in (0.38, 0.2)),
        Stroke(((hx, hy - 0.08), crank, fan), THICK_M, "surface"),
        Stroke(((hx - 0.13, hy - 0.07), (hx + 0.1, hy - 0.07)), 0.06, "equipment"),
        Disc(crank, 0.17, "equipment", ring=0.025),
        Stroke(((hx - 0.3, 0.02), (hx + 1.0, 0.02)), THICK_M, "surface"),
        *levers,
    ]


def _treadmill(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    rise = item.height or 0.18
    return [
        Shape(((-0.75, 0.0), (0.75, rise), (0.75, rise - 0.1), (-0.75, -0.04)), "surface"),
        Stroke(((0.72, rise), (0.62, 1.15)), THICK_M, "surface"),
    ]


def _slope(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    rise = item.height or 0.3
    return [Shape(((-0.8, -0.25), (0.9, -0.25), (0.9, rise), (-0.8, -0.2)), "surface")]


def _water(item: Item, at: Point, joints: Joints, view: View) -> list[Mark]:
    y = joints["shoulder"][1] + 0.05
    middle = joints["hip"][0]
    wave = tuple((middle + x / 10, y + (0.03 if x % 2 else -0.03)) for x in range(-5, 7))
    return [Stroke(wave, THIN_M, "equipment")]


def _other(joint: Joint) -> Joint:
    """The same joint of the other side; head and neck have none and are not asked for."""
    return cast("Joint", joint.removesuffix("_far") if joint.endswith("_far") else f"{joint}_far")


DRAWERS: dict[Thing, Drawer] = {
    "barbell": _barbell, "dumbbell": _dumbbell, "kettlebell": _kettlebell, "ball": _ball, "sandbag": _sandbag,
    "plate": _plate, "vest": _vest, "rope": _rope, "ram": _sandbag, "support": _support, "wall": _wall,
    "pillar": _pillar, "bar": _bar, "rack-bar": _rack_bar, "rings": _rings, "dip-bars": _dip_bars,
    "parallettes": _dip_bars, "band": _band, "sled": _sled, "rower": _rower, "ski-erg": _ski_erg,
    "bike": _bike, "air-bike": _air_bike, "treadmill": _treadmill, "slope": _slope, "water": _water,
}  # fmt: skip
