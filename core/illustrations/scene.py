"""A movement as strokes, discs and shapes: what any drawer can put on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

from core.illustrations.arrows import arrow_of
from core.illustrations.equipment import strokes_of
from core.illustrations.figure import HEAD_RADIUS_M, Joint, Joints, Point, Pose, View, joints_of
from core.illustrations.marks import Disc, Mark, Role, Shape, Stroke
from core.illustrations.movement import FrameName, Movement, Thing

LIMBS: tuple[tuple[Joint, ...], ...] = (("shoulder", "elbow", "hand"), ("hip", "knee", "ankle", "toe"))
FAR_LIMBS: tuple[tuple[Joint, ...], ...] = (
    ("shoulder_far", "elbow_far", "hand_far"),
    ("hip_far", "knee_far", "ankle_far", "toe_far"),
)
LIMB_M, TRUNK_M = 0.085, 0.17
HALO_M = 0.03
"""White around the near limbs, so that an arm before the trunk can be told from it."""
GROUND_M = 0.02
GROUND_AT_M = -(LIMB_M + GROUND_M) / 2
"""Joints rest at 0; the ground is a sole below."""
HIGH_M = 0.05
"""Someone no joint of whom ever comes below this hangs: the picture needs no ground."""
HUNG_FROM: tuple[Thing, ...] = ("bar", "rings")
MARGIN_M = 0.08
CURVE_STEPS = 8
GROUNDLESS: tuple[Thing, ...] = ("slope", "treadmill", "water")
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """One position: its marks, back to front, and the room they take (left, bottom, right, top; metres)."""

    name: FrameName
    marks: tuple[Mark, ...]
    box: Box


def positions_of(movement: Movement) -> tuple[tuple[FrameName, Pose, Joints], ...]:
    """The positions of a movement in order, one to three, each where it follows from the one before."""
    poses: list[tuple[FrameName, Pose]] = [("start", movement.start)]
    if movement.via is not None:
        poses.append(("via", movement.via))
    if movement.end is not None:
        poses.append(("end", movement.end))
    placed: list[tuple[FrameName, Pose, Joints]] = []
    for name, pose in poses:
        joints = joints_of(pose, movement.view)
        if placed:
            joints = _beside(pose, placed[-1][2], joints)
        placed.append((name, pose, joints))
    return tuple(placed)


def frames_of(movement: Movement) -> tuple[Frame, ...]:
    """The positions of a movement, in order: two or three, or one for a hold."""
    positions = positions_of(movement)
    grounded = _is_grounded(movement, [joints for _, _, joints in positions])
    before: Joints | None = None
    frames = []
    for name, pose, joints in positions:
        marks = _marks(name, movement, pose, joints, positions[0][2])
        if before is not None:
            found = [
                arrow_of(joint, before, joints, marks)
                for joint in (movement.moves_via if name == "via" else movement.moves)
            ]
            marks += tuple(arrow for arrow in found if arrow is not None)
        frames.append(_frame(name, marks, grounded=grounded))
        before = joints
    return tuple(frames)


def _is_grounded(movement: Movement, positions: Sequence[Joints]) -> bool:
    things = {item.thing for item in movement.items}
    lowest = min(y for joints in positions for _, y in joints.values())
    hangs = lowest > HIGH_M and not things.isdisjoint(HUNG_FROM)
    return movement.view != "top" and not hangs and things.isdisjoint(GROUNDLESS)


def _beside(pose: Pose, start: Joints, end: Joints) -> Joints:
    """The later position moved so that what rests stays where it was."""
    lowest: Joint = min(end, key=lambda name: end[name][1])
    resting = next(iter(pose.plant), lowest)
    shift = start[resting][0] - end[resting][0] + pose.forward
    return {name: (x + shift, y) for name, (x, y) in end.items()}


def _marks(
    name: FrameName, movement: Movement, pose: Pose, joints: Joints, first: Joints
) -> tuple[Mark, ...]:
    items = [(item, first if item.stands else joints) for item in movement.items if item.only in (None, name)]
    view = movement.view
    behind, before = (
        [mark for item, where in items for mark in strokes_of(item, where, view, behind=side)]
        for side in (True, False)
    )
    return (*behind, *_body(joints, view, pose.bend), *before)


def _frame(name: FrameName, marks: tuple[Mark, ...], *, grounded: bool) -> Frame:
    left, bottom, right, top = _box(marks)
    box = left - MARGIN_M, bottom - MARGIN_M, right + MARGIN_M, top
    if not grounded:
        return Frame(name, marks, box)
    ground = Stroke(((left, GROUND_AT_M), (right, GROUND_AT_M)), GROUND_M, "ground")
    return Frame(name, (*marks, ground), (box[0], min(bottom, GROUND_AT_M - GROUND_M), box[2], top))


def _body(joints: Joints, view: View, bend: float) -> list[Mark]:
    role: Role = "far" if view == "side" else "body"
    far: list[Mark] = [Stroke(_along(joints, limb), LIMB_M, role) for limb in FAR_LIMBS]
    arm, leg = (_haloed(_along(joints, limb)) for limb in LIMBS)
    return [*far, *leg, *_trunk(joints, view, bend), Disc(joints["head"], HEAD_RADIUS_M, "body"), *arm]


def _along(joints: Joints, limb: tuple[Joint, ...]) -> tuple[Point, ...]:
    return tuple(joints[name] for name in limb)


def _haloed(points: tuple[Point, ...]) -> tuple[Mark, Mark]:
    return Stroke(points, LIMB_M + 2 * HALO_M, "halo"), Stroke(points, LIMB_M, "body")


def _trunk(joints: Joints, view: View, bend: float) -> list[Mark]:
    if view != "side":
        corners = (joints["shoulder_far"], joints["shoulder"], joints["hip"], joints["hip_far"])
        return [Shape(corners, "body"), Stroke((*corners, corners[0]), LIMB_M, "body")]
    return [Stroke(_curve(joints["hip"], joints["neck"], bend), TRUNK_M, "body")]


def _curve(a: Point, b: Point, bend: float) -> tuple[Point, ...]:
    """From hip to neck, pushed out backwards by `bend` in the middle."""
    if not bend:
        return a, b
    (ax, ay), (bx, by) = a, b
    long = dist(a, b)
    out = (ay - by) / long * bend, (bx - ax) / long * bend
    shares = [step / CURVE_STEPS for step in range(CURVE_STEPS + 1)]
    return tuple(
        (ax + (bx - ax) * s + out[0] * 4 * s * (1 - s), ay + (by - ay) * s + out[1] * 4 * s * (1 - s))
        for s in shares
    )


def _box(marks: tuple[Mark, ...]) -> Box:
    reaches = [(point, _half_width(mark)) for mark in marks if mark.role != "halo" for point in mark.reach()]
    xs = [x + side * half for (x, _), half in reaches for side in (-1, 1)]
    ys = [y + side * half for (_, y), half in reaches for side in (-1, 1)]
    return min(xs), min(ys), max(xs), max(ys)


def _half_width(mark: Mark) -> float:
    return mark.width / 2 if isinstance(mark, Stroke) else 0.0
