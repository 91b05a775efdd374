"""Which movements are of one kind, and how near two of them stand."""

from collections import deque
from functools import cache

from core.catalogue.exercise import Exercise, Pattern
from core.catalogue.reading import catalogue

KIN: frozenset[frozenset[Pattern]] = frozenset(
    frozenset(pair)
    for pair in (
        ("calf", "jump"),
        ("core", "hold"),
        ("core", "pull-horizontal"),
        ("drill", "jump"),
        ("drill", "run"),
        ("hinge", "locomotion"),
        ("hinge", "olympic"),
        ("hold", "push-horizontal"),
        ("hold", "push-vertical"),
        ("hold", "pull-vertical"),
        ("mobility", "pull-horizontal"),
        ("olympic", "push-vertical"),
        ("olympic", "squat"),
        ("pull-vertical", "push-vertical"),
        ("jump", "lunge"),
        ("jump", "squat"),
        ("jump", "locomotion"),
        ("locomotion", "push-horizontal"),
        ("lunge", "squat"),
        ("mobility", "squat"),
        ("pull-horizontal", "pull-vertical"),
        ("push-horizontal", "push-vertical"),
        ("core", "throw"),
    )
)
"""Patterns near enough for a movement of one to lead to a movement of the other."""


def are_kin(one: Pattern, other: Pattern) -> bool:
    """Whether a movement of one pattern can lead to a movement of the other."""
    return one == other or frozenset((one, other)) in KIN


@cache
def steps_from(key: str) -> dict[str, int]:
    """How many steps up or down the ladders each movement is from this one; itself is 0."""
    reached = {key: 0}
    waiting = deque([key])
    while waiting:
        here = waiting.popleft()
        movement = catalogue()[here]
        for near in (*movement.regressions, *movement.progressions):
            if near not in reached:
                reached[near] = reached[here] + 1
                waiting.append(near)
    return reached


def shared_muscles(one: Exercise, other: Exercise) -> float:
    """Share of both movements' muscles that they have in common, 0 to 1."""
    together = {*one.muscles, *other.muscles}
    return len({*one.muscles} & {*other.muscles}) / len(together) if together else 0.0
