"""A figure from the angles of its limbs: where every joint is.

Lengths are in metres for someone of 1.75 m. Angles are in degrees, clockwise from straight up: 0 is up,
90 forward (to the right: figures look that way), 180 down, 270 or -90 backward.
"""

from dataclasses import dataclass, field
from math import asin, atan2, cos, degrees, hypot, radians, sin
from typing import ClassVar, Literal

from pydantic import ConfigDict

Point = tuple[float, float]
View = Literal["side", "front", "top"]
"""Seen from above, someone who lies is drawn as one seen from the front, without a ground."""
Joint = Literal[
    "head", "neck", "shoulder", "elbow", "hand", "hip", "knee", "ankle", "toe",
    "shoulder_far", "elbow_far", "hand_far", "hip_far", "knee_far", "ankle_far", "toe_far",
]  # fmt: skip
"""Without `_far`: the side one looks at; seen from the front, the side to the right of the picture."""

Joints = dict[Joint, Point]

TORSO_M, HEAD_M, UPPER_ARM_M, FOREARM_M, THIGH_M, SHIN_M, FOOT_M = 0.50, 0.19, 0.29, 0.27, 0.44, 0.44, 0.19
SHOULDER_AT = 0.93
"""The shoulder's place on the way from hip to neck."""
HALF_SHOULDERS_M, HALF_HIPS_M = 0.18, 0.10
HEAD_RADIUS_M = 0.115
FLAT = 90.0
"""A foot that stands, seen from the side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """The angles of one position; what is left out follows its neighbour, far limbs follow near ones.

    `plant` says which joints rest at which height (metres); with two, the whole figure turns to fit both.
    Without it the lowest joint stands on the ground. `bend` rounds the back by so many metres
    (negative: hollows it), `forward` is how far a later position has gone from the one before, in metres.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    torso: float = 0
    head: float | None = None
    upper_arm: float = 180
    forearm: float | None = None
    thigh: float = 180
    shin: float | None = None
    foot: float | None = None
    upper_arm_far: float | None = None
    forearm_far: float | None = None
    thigh_far: float | None = None
    shin_far: float | None = None
    foot_far: float | None = None
    bend: float = 0
    forward: float = 0
    plant: dict[Joint, float] = field(default_factory=dict)


def joints_of(pose: Pose, view: View = "side") -> Joints:
    """Where the joints are, in metres: x to the right from the hip's middle, y up from the ground."""
    found = _free(pose, view)
    plant = list(pose.plant.items())
    if len(plant) == 2:
        found = _turned(found, plant[0], plant[1])
    joint, height = plant[0] if plant else (min(found, key=lambda name: found[name][1]), 0.0)
    lift = height - found[joint][1]
    return {name: (x, y + lift) for name, (x, y) in found.items()}


def _free(pose: Pose, view: View) -> Joints:
    """The joints around a hip at the origin."""
    shoulders, hips = (0.0, 0.0) if view == "side" else (HALF_SHOULDERS_M, HALF_HIPS_M)
    neck = _along((0.0, 0.0), pose.torso, TORSO_M)
    found: Joints = {
        "neck": neck,
        "head": _along(neck, pose.torso if pose.head is None else pose.head, HEAD_M),
    }
    shoulder = _along((0.0, 0.0), pose.torso, TORSO_M * SHOULDER_AT)
    across = pose.torso + 90
    arms, legs = _near_angles(pose), _near_leg_angles(pose)
    _add_arm(found, "", _along(shoulder, across, shoulders), arms)
    _add_arm(found, "_far", _along(shoulder, across, -shoulders), _far_angles(pose, arms, view))
    _add_leg(found, "", _along((0.0, 0.0), across, hips), legs)
    _add_leg(found, "_far", _along((0.0, 0.0), across, -hips), _far_leg_angles(pose, legs, view))
    return found


def _near_angles(pose: Pose) -> tuple[float, float]:
    return pose.upper_arm, pose.upper_arm if pose.forearm is None else pose.forearm


def _near_leg_angles(pose: Pose) -> tuple[float, float, float]:
    shin = pose.thigh if pose.shin is None else pose.shin
    return pose.thigh, shin, FLAT if pose.foot is None else pose.foot


def _far_angles(pose: Pose, near: tuple[float, float], view: View) -> tuple[float, float]:
    """The other arm: its own angles, else the near one's (mirrored when seen from the front)."""
    mirrored = near if view == "side" else tuple(-angle for angle in near)
    upper = mirrored[0] if pose.upper_arm_far is None else pose.upper_arm_far
    lower = pose.forearm_far
    if lower is None:
        lower = mirrored[1] if pose.upper_arm_far is None else upper
    return upper, lower


def _far_leg_angles(pose: Pose, near: tuple[float, float, float], view: View) -> tuple[float, float, float]:
    mirrored = near if view == "side" else tuple(-angle for angle in near)
    if pose.thigh_far is None and pose.shin_far is None:
        return mirrored[0], mirrored[1], mirrored[2] if pose.foot_far is None else pose.foot_far
    thigh = mirrored[0] if pose.thigh_far is None else pose.thigh_far
    shin = thigh if pose.shin_far is None else pose.shin_far
    return thigh, shin, FLAT if pose.foot_far is None else pose.foot_far


def _add_arm(found: Joints, side: Literal["", "_far"], at: Point, angles: tuple[float, float]) -> None:
    elbow = _along(at, angles[0], UPPER_ARM_M)
    names: tuple[Joint, Joint, Joint] = (
        ("shoulder", "elbow", "hand") if not side else ("shoulder_far", "elbow_far", "hand_far")
    )
    found.update(zip(names, (at, elbow, _along(elbow, angles[1], FOREARM_M)), strict=True))


def _add_leg(found: Joints, side: Literal["", "_far"], at: Point, angles: tuple[float, float, float]) -> None:
    knee = _along(at, angles[0], THIGH_M)
    ankle = _along(knee, angles[1], SHIN_M)
    names: tuple[Joint, Joint, Joint, Joint] = (
        ("hip", "knee", "ankle", "toe") if not side else ("hip_far", "knee_far", "ankle_far", "toe_far")
    )
    found.update(zip(names, (at, knee, ankle, _along(ankle, angles[2], FOOT_M)), strict=True))


def _along(start: Point, angle_deg: float, length_m: float) -> Point:
    angle = radians(angle_deg)
    return start[0] + sin(angle) * length_m, start[1] + cos(angle) * length_m


def _turned(found: Joints, first: tuple[Joint, float], second: tuple[Joint, float]) -> Joints:
    """The figure turned about its hip so that both joints are as high above each other as they should be."""
    (x1, y1), (x2, y2) = found[first[0]], found[second[0]]
    apart = hypot(x2 - x1, y2 - y1)
    slope = max(-1.0, min(1.0, (second[1] - first[1]) / apart))
    now = atan2(y2 - y1, x2 - x1)
    wanted = asin(slope) if abs(degrees(now)) <= 90 else radians(180) - asin(slope)
    turn = wanted - now
    return {
        name: (x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for name, (x, y) in found.items()
    }
