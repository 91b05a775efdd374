"""A movement as strokes, discs and shapes: what any drawer can put on paper."""

from dataclasses import dataclass
from math import dist
from typing import Literal

from core.illustrations.equipment import strokes_of
from core.illustrations.figure import HEAD_RADIUS_M, Joint, Joints, Point, Pose, View, joints_of
from core.illustrations.marks import Disc, Mark, Shape, Stroke
from core.illustrations.movement import Movement

LIMBS: tuple[tuple[Joint, ...], ...] = (("shoulder", "elbow", "hand"), ("hip", "knee", "ankle", "toe"))
FAR_LIMBS: tuple[tuple[Joint, ...], ...] = (
    ("shoulder_far", "elbow_far", "hand_far"),
    ("hip_far", "knee_far", "ankle_far", "toe_far"),
)
LIMB_M, TRUNK_M = 0.085, 0.17
HALO_M = 0.035
"""White around the near limbs, so that an arm before the trunk can be told from it."""
SHORTEST_ARROW_M, ARROW_M = 0.15, 0.035
GROUND_M = 0.02


@dataclass(frozen=True, slots=True)
class Frame:
    """One position: its marks, back to front, and the room they take (left, bottom, right, top; metres)."""

    name: Literal["start", "end"]
    marks: tuple[Mark, ...]
    box: tuple[float, float, float, float]


def frames_of(movement: Movement) -> tuple[Frame, ...]:
    """The positions of a movement, in order: two, or one for a hold."""
    start = joints_of(movement.start, movement.view)
    if movement.end is None:
        return (_frame("start", movement, start, ()),)
    end = _beside(movement.end, start, joints_of(movement.end, movement.view))
    return _frame("start", movement, start, ()), _frame("end", movement, end, _arrows(movement, start, end))


def _beside(pose: Pose, start: Joints, end: Joints) -> Joints:
    """The end position moved so that what rests on the ground stays where it was."""
    lowest: Joint = min(end, key=lambda name: end[name][1])
    resting = next(iter(pose.plant), lowest)
    shift = start[resting][0] - end[resting][0]
    return {name: (x + shift, y) for name, (x, y) in end.items()}


def _frame(
    name: Literal["start", "end"],
    movement: Movement,
    joints: Joints,
    arrows: tuple[Mark, ...],
) -> Frame:
    items = [item for item in movement.items if item.only in (None, name)]
    behind = [mark for item in items for mark in strokes_of(item, joints, movement.view, behind=True)]
    before = [mark for item in items for mark in strokes_of(item, joints, movement.view, behind=False)]
    marks = (*behind, *_body(joints, movement.view), *before, *arrows)
    left, bottom, right, top = _box(marks)
    ground = Stroke(((left - 0.1, 0.0), (right + 0.1, 0.0)), GROUND_M, "ground")
    return Frame(name, (ground, *marks), (left - 0.1, min(bottom, -0.05), right + 0.1, top))


def _body(joints: Joints, view: View) -> list[Mark]:
    far: list[Mark] = [Stroke(tuple(joints[name] for name in limb), LIMB_M, "far") for limb in FAR_LIMBS]
    if view == "front":
        far = [Stroke(tuple(joints[name] for name in limb), LIMB_M, "body") for limb in FAR_LIMBS]
    near = [_haloed(tuple(joints[name] for name in limb)) for limb in LIMBS]
    leg, arm = near[1], near[0]
    return [*far, *leg, *_trunk(joints, view), Disc(joints["head"], HEAD_RADIUS_M, "body"), *arm]


def _haloed(points: tuple[Point, ...]) -> tuple[Mark, Mark]:
    return Stroke(points, LIMB_M + 2 * HALO_M, "halo"), Stroke(points, LIMB_M, "body")


def _trunk(joints: Joints, view: View) -> list[Mark]:
    waist = _middle(joints["hip"], joints["hip_far"])
    trunk: list[Mark] = [Stroke((waist, joints["neck"]), TRUNK_M, "body")]
    if view == "front":
        corners = (joints["shoulder_far"], joints["shoulder"], joints["hip"], joints["hip_far"])
        trunk = [Shape(corners, "body"), Stroke((*corners, corners[0]), LIMB_M, "body")]
    return trunk


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _arrows(movement: Movement, start: Joints, end: Joints) -> tuple[Mark, ...]:
    """The way of each moving joint, drawn in the end position a little beside the body."""
    found = []
    for joint in movement.moves:
        way = start[joint], end[joint]
        if dist(*way) >= SHORTEST_ARROW_M:
            found.append(Stroke(way, ARROW_M, "arrow", arrow=True))
    return tuple(found)


def _box(marks: tuple[Mark, ...]) -> tuple[float, float, float, float]:
    xs = [x for mark in marks for x, _ in mark.reach()]
    ys = [y for mark in marks for _, y in mark.reach()]
    return min(xs), min(ys), max(xs), max(ys)
