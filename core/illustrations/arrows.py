"""The way of a joint as an arrow that stands free, beside the body."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, dist, hypot, pi, sin

from core.illustrations.figure import Joint, Joints, Point
from core.illustrations.marks import TIP_M, Disc, Mark, Stroke

ARROW_M = 0.04
SHORTEST_M = 0.12
LENGTHS_M = (0.6, 0.4, 0.25, 0.16)
CLEAR_M = 0.07
"""Room between an arrow and what it stands beside."""
LOWEST_M = 0.06
SAME_REACH_M = 0.15
ROOTS: dict[Joint, Joint] = {
    "hand": "shoulder", "elbow": "shoulder", "knee": "hip", "ankle": "hip", "toe": "hip",
    "hand_far": "shoulder_far", "elbow_far": "shoulder_far", "knee_far": "hip_far", "ankle_far": "hip_far",
    "toe_far": "hip_far",
}  # fmt: skip
STEPS = 16
PLACES_M = sorted(
    (
        (longest, across * 0.04, along * 0.1)
        for longest in LENGTHS_M
        for across in range(-20, 21)
        for along in range(-6, 7)
    ),
    key=lambda place: (abs(place[1]) + 0.8 * abs(place[2]) - place[0], place),
)
"""How long an arrow may be, how far aside and ahead of the way it shows; the best first."""


def arrow_of(joint: Joint, start: Joints, end: Joints, around: Iterable[Mark]) -> Stroke | None:
    """The arrow for a joint that moves from its place in `start` to that in `end`; None for too short a way.

    It keeps away from the marks `around`; of two free places it takes the nearer.
    """
    whole = _way(joint, start, end)
    if dist(whole[0], whole[-1]) < SHORTEST_M:
        return None
    pieces = [piece for mark in around for piece in _pieces(mark)]
    ways = {longest: _last_of(whole, longest) for longest in LENGTHS_M}
    places = (_moved(ways[longest], across, along) for longest, across, along in PLACES_M)
    free = next((place for place in places if _is_free(place, pieces)), ways[LENGTHS_M[0]])
    return Stroke(free, ARROW_M, "arrow", arrow=True)


def _way(joint: Joint, start: Joints, end: Joints) -> tuple[Point, ...]:
    """From place to place: stretched arms and legs turn about shoulder and hip, the rest moves straight."""
    root = ROOTS.get(joint)
    if root is None:
        return tuple(_between(start[joint], end[joint], step / STEPS) for step in range(STEPS + 1))
    (r1, a1), (r2, a2) = _seen_from(start[root], start[joint]), _seen_from(end[root], end[joint])
    if abs(r2 - r1) > SAME_REACH_M:
        return tuple(_between(start[joint], end[joint], step / STEPS) for step in range(STEPS + 1))
    turn = (a2 - a1 + pi) % (2 * pi) - pi
    points = []
    for step in range(STEPS + 1):
        share = step / STEPS
        x, y = _between(start[root], end[root], share)
        radius, angle = r1 + (r2 - r1) * share, a1 + turn * share
        points.append((x + cos(angle) * radius, y + sin(angle) * radius))
    return tuple(points)


def _last_of(way: tuple[Point, ...], longest: float) -> tuple[Point, ...]:
    """The end of a long way: enough to tell where it goes."""
    length = sum(dist(a, b) for a, b in pairwise(way))
    kept = max(2, round(len(way) * longest / length))
    return way[-kept:]


def _moved(way: Sequence[Point], across: float, along: float) -> tuple[Point, ...]:
    (x1, y1), (x2, y2) = way[0], way[-1]
    long = dist(way[0], way[-1])
    ux, uy = (x2 - x1) / long, (y2 - y1) / long
    return tuple((x + ux * along - uy * across, y + uy * along + ux * across) for x, y in way)


def _is_free(way: Sequence[Point], pieces: Sequence[tuple[Point, Point, float]]) -> bool:
    (x1, y1), (x2, y2) = way[-2:]
    long = hypot(x2 - x1, y2 - y1) or 1.0
    tip = x2 + (x2 - x1) / long * TIP_M, y2 + (y2 - y1) / long * TIP_M
    return all(
        y > LOWEST_M and all(_distance((x, y), a, b) - half >= CLEAR_M for a, b, half in pieces)
        for x, y in (*way, tip)
    )


def _pieces(mark: Mark) -> list[tuple[Point, Point, float]]:
    """Straight pieces with half their width; what only stands in the background is in nobody's way."""
    if mark.role in ("surface", "halo", "ground"):
        return []
    if isinstance(mark, Disc):
        return [(mark.centre, mark.centre, mark.radius)]
    half = mark.width / 2 if isinstance(mark, Stroke) else 0.0
    return [(a, b, half) for a, b in pairwise(mark.points)]


def _distance(point: Point, a: Point, b: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, a, b
    squared = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if squared == 0 else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared
    return dist(point, _between(a, b, max(0.0, min(1.0, share))))


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _seen_from(centre: Point, point: Point) -> tuple[float, float]:
    """Distance and angle."""
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    return hypot(dx, dy), atan2(dy, dx)
