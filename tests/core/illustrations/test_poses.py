"""Every pose of the catalogue: it is there, stands on the ground, hangs from its bar, and moves."""

from itertools import pairwise
from math import dist

import pytest

from core.catalogue.reading import catalogue
from core.illustrations.arrows import SHORTEST_M
from core.illustrations.figure import Joints, Pose, joints_of
from core.illustrations.movement import Movement, movements
from core.illustrations.scene import LIMB_M, positions_of

ROOM_M = 0.03
"""What a joint may be below the ground by: less than half a limb's width."""
NO_FLOOR = {"slope", "treadmill", "water"}
HELD_ON_M = 0.02
MOVED_M = 0.04


def joints(movement: Movement) -> list[Joints]:
    return [joints for _, _, joints in positions_of(movement)]


def test_every_exercise_has_a_pose_and_every_pose_an_exercise() -> None:
    assert {exercise.pose for exercise in catalogue().values()} == set(movements())


def test_no_joint_is_below_the_ground() -> None:
    assert ROOM_M < LIMB_M / 2
    sunken = [
        (name, joint, round(y, 2))
        for name, movement in movements().items()
        if movement.view != "top" and NO_FLOOR.isdisjoint(item.thing for item in movement.items)
        for position in joints(movement)
        for joint, (_, y) in position.items()
        if y < -ROOM_M
    ]
    assert sunken == []


def test_each_position_differs_from_the_one_before() -> None:
    still = [
        name
        for name, movement in movements().items()
        for before, after in pairwise(joints(movement))
        if max(dist(before[joint], after[joint]) for joint in before) < MOVED_M
    ]
    assert still == []


def test_hands_stay_where_they_hold_on() -> None:
    hanging = {
        name: joints(movement)
        for name, movement in movements().items()
        if any(item.thing in ("bar", "rings") and item.stands for item in movement.items)
    }
    assert len(hanging) > 30
    let_go = [
        name
        for name, (first, *later) in hanging.items()
        if any(dist(first["hand"], position["hand"]) > HELD_ON_M for position in later)
    ]
    assert let_go == []


def test_what_is_planted_rests_at_its_height() -> None:
    elsewhere = [
        (name, joint, height, round(position[joint][1], 2))
        for name, movement in movements().items()
        for _, pose, position in positions_of(movement)
        for joint, height in pose.plant.items()
        if abs(position[joint][1] - height) > HELD_ON_M
    ]
    assert elsewhere == []


def test_arrows_are_of_joints_that_move() -> None:
    """A joint named in `moves` that stays where it was would draw nothing."""
    for name, movement in movements().items():
        *_, before, last = [{}, *joints(movement)]
        for joint in movement.moves:
            assert dist(before[joint], last[joint]) >= SHORTEST_M, (name, joint)
        for joint in movement.moves_via:
            first, via, _ = joints(movement)
            assert dist(first[joint], via[joint]) >= SHORTEST_M, (name, joint)


def test_a_far_limb_follows_the_near_one_mirrored_from_the_front() -> None:
    side = joints_of(Pose(upper_arm=120, thigh=150))
    assert side["hand"] == side["hand_far"]
    assert side["toe"] == side["toe_far"]
    front = joints_of(Pose(upper_arm=120, thigh=150, foot=110), "front")
    assert front["hand"][0] == pytest.approx(-front["hand_far"][0])
    assert front["toe"][1] == pytest.approx(front["toe_far"][1])


def test_two_planted_joints_turn_the_figure() -> None:
    pose = Pose(torso=60, upper_arm=178, thigh=240, shin=240, foot=185, plant={"hand": 0.0, "toe": 0.4})
    position = joints_of(pose)
    assert position["hand"][1] == pytest.approx(0.0)
    assert position["toe"][1] == pytest.approx(0.4)
