"""A movement as strokes, discs and shapes: what any drawer can put on paper."""

from dataclasses import dataclass
from typing import Literal

from core.illustrations.equipment import strokes_of
from core.illustrations.figure import HEAD_RADIUS_M, Joint, Point, Pose, joints_of
from core.illustrations.marks import Disc, Mark, Stroke
from core.illustrations.movement import Movement

LIMBS: tuple[tuple[Joint, ...], ...] = (("shoulder", "elbow", "hand"), ("hip", "knee", "ankle", "toe"))
FAR_LIMBS: tuple[tuple[Joint, ...], ...] = (
    ("shoulder_far", "elbow_far", "hand_far"),
    ("hip_far", "knee_far", "ankle_far", "toe_far"),
)
LIMB_M, TRUNK_M = 0.075, 0.12
SHORTEST_ARROW_M = 0.08
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


def _beside(pose: Pose, start: dict[Joint, Point], end: dict[Joint, Point]) -> dict[Joint, Point]:
    """The end position moved so that what rests on the ground stays where it was."""
    resting = next(iter(pose.plant), None) or min(end, key=lambda name: end[name][1])
    shift = start[resting][0] - end[resting][0]
    return {name: (x + shift, y) for name, (x, y) in end.items()}


def _frame(
    name: Literal["start", "end"],
    movement: Movement,
    joints: dict[Joint, Point],
    arrows: tuple[Mark, ...],
) -> Frame:
    items = [item for item in movement.items if item.only in (None, name)]
    behind = [mark for item in items for mark in strokes_of(item, joints, movement.view, behind=True)]
    before = [mark for item in items for mark in strokes_of(item, joints, movement.view, behind=False)]
    marks = (*behind, *_body(joints, movement.view), *before, *arrows)
    left, bottom, right, top = _box(marks)
    ground = Stroke(((left - 0.1, 0.0), (right + 0.1, 0.0)), GROUND_M, "ground")
    return Frame(name, (ground, *marks), (left - 0.1, min(bottom, -0.05), right + 0.1, top))


def _body(joints: dict[Joint, Point], view: str) -> list[Mark]:
    far = [Stroke(tuple(joints[name] for name in limb), LIMB_M, "far") for limb in FAR_LIMBS]
    trunk: list[Mark] = [
        Stroke(
            (
                (
                    0.5 * (joints["hip"][0] + joints["hip_far"][0]),
                    0.5 * (joints["hip"][1] + joints["hip_far"][1]),
                ),
                joints["neck"],
            ),
            TRUNK_M,
            "body",
        ),
    ]
    if view == "front":
        trunk += [
            Stroke((joints["shoulder_far"], joints["shoulder"]), LIMB_M, "body"),
            Stroke((joints["hip_far"], joints["hip"]), LIMB_M, "body"),
        ]
    near = [Stroke(tuple(joints[name] for name in limb), LIMB_M, "body") for limb in LIMBS]
    return [*far, *trunk, Disc(joints["head"], HEAD_RADIUS_M, "body"), *near]


def _arrows(movement: Movement, start: dict[Joint, Point], end: dict[Joint, Point]) -> tuple[Mark, ...]:
    """The way of each moving joint, drawn in the end position a little beside the body."""
    found = []
    for joint in movement.moves:
        (x1, y1), (x2, y2) = start[joint], end[joint]
        if abs(x2 - x1) + abs(y2 - y1) >= SHORTEST_ARROW_M:
            found.append(Stroke(((x1, y1), (x2, y2)), 0.03, "arrow", arrow=True))
    return tuple(found)


def _box(marks: tuple[Mark, ...]) -> tuple[float, float, float, float]:
    xs = [x for mark in marks for x, _ in mark.reach()]
    ys = [y for mark in marks for _, y in mark.reach()]
    return min(xs), min(ys), max(xs), max(ys)
