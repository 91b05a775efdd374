"""What is drawn: frames at one scale, arrows where there is room, a sheet of any shape, SVG that parses."""

from functools import cache
from itertools import pairwise
from math import dist

import pytest
from defusedxml import ElementTree

from core.illustrations.layout import Sheet, sheet_of
from core.illustrations.marks import Disc, Role, Stroke
from core.illustrations.movement import movements
from core.illustrations.scene import Frame, frames_of
from core.illustrations.svg import as_svg

COLOURS: dict[Role, str] = {
    "body": "#111", "far": "#999", "equipment": "#07b", "ground": "#ccc", "arrow": "#d50", "surface": "#ddd",
    "halo": "#fff",
}  # fmt: skip
RATIO = 1.5


@cache
def frames(name: str) -> tuple[Frame, ...]:
    return frames_of(movements()[name])


def arrows(frame: Frame) -> list[Stroke]:
    return [mark for mark in frame.marks if isinstance(mark, Stroke) and mark.arrow]


def test_all_is_on_the_sheet_of_the_chats_shape() -> None:
    for name in movements():
        sheet = sheet_of(frames(name), RATIO)
        assert sheet.width / sheet.height == pytest.approx(RATIO)
        assert len(sheet.frames) == len(frames(name))
        assert bool(sheet.numbers) is (len(sheet.frames) > 1)
        for placed in sheet.frames:
            for x, y in (point for mark in placed.marks for point in mark.reach()):
                assert 0 <= x + placed.offset[0] <= sheet.width, name
                assert 0 <= y + placed.offset[1] <= sheet.height, name


def test_positions_are_numbered_in_their_order() -> None:
    assert [number.text for number in sheet_of(frames("burpee")).numbers] == ["1", "2", "3", "→", "→"]
    below = sheet_of(frames("push-up"), RATIO)
    assert {number.text for number in below.numbers} == {"1", "2", "↓"}
    first, second = below.frames
    assert first.offset[1] > second.offset[1]


def test_wide_frames_stand_below_each_other_and_tall_ones_side_by_side() -> None:
    def across(sheet: Sheet) -> float:
        return abs(sheet.frames[0].offset[0] - sheet.frames[1].offset[0])

    assert across(sheet_of(frames("push-up"), RATIO)) < 0.5
    assert across(sheet_of(frames("back-squat"), RATIO)) > 0.5


def test_the_svg_parses_and_says_what_it_shows() -> None:
    for name in movements():
        root = ElementTree.fromstring(as_svg(frames(name), COLOURS, f"{name} & <more>", RATIO))
        assert root.tag.endswith("svg")
        assert root[0].text == f"{name} & <more>"
        drawn = [e for e in root.iter() if e.tag.endswith(("polyline", "circle", "polygon"))]
        assert len(drawn) > 6, name


def test_an_arrow_stands_free_of_the_body() -> None:
    for name in ("back-squat", "pull-up", "bench-press", "hip-thrust", "burpee"):
        *_, last = frames(name)
        (arrow,) = arrows(last)
        body = [m for m in last.marks if m.role == "body" and isinstance(m, (Stroke, Disc))]
        ends = [point for mark in body for point in mark.reach()]
        assert min(dist(point, end) for point in arrow.points for end in ends) > 0.08


def test_the_arrow_shows_the_direction_of_the_movement() -> None:
    (down,), (up,) = (arrows(frames(name)[-1]) for name in ("back-squat", "pull-up"))
    assert down.points[-1][1] < down.points[0][1]
    assert up.points[-1][1] > up.points[0][1]


def test_a_swing_is_a_curve() -> None:
    (swing,) = arrows(frames("kettlebell-swing")[-1])
    straight = dist(swing.points[0], swing.points[-1])
    assert sum(dist(a, b) for a, b in pairwise(swing.points)) > straight * 1.01


def test_who_hangs_has_no_ground_and_who_stands_has() -> None:
    def grounds(name: str) -> list[bool]:
        return [any(mark.role == "ground" for mark in frame.marks) for frame in frames(name)]

    assert grounds("pull-up") == [False, False]
    assert grounds("front-lever") == [False]
    assert grounds("back-squat") == [True, True]
    assert grounds("jumping-pull-up") == [True, True]


def test_the_ground_is_drawn_over_the_halo() -> None:
    for frame in frames("bodyweight-squat"):
        assert frame.marks[-1].role == "ground" or arrows(frame)
        roles = [mark.role for mark in frame.marks]
        assert roles.index("ground") > max(i for i, role in enumerate(roles) if role == "halo")


def test_a_hold_is_one_position() -> None:
    assert len(frames("plank")) == 1
    assert not arrows(frames("plank")[0])
