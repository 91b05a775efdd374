"""Prilepin's table: how many repetitions a lift bears in one session at a share of its maximum.

Drawn from the logs of Soviet weightlifters; for slow lifts of few repetitions it is a ceiling. Longer sets
for muscle are outside it and have their own ceiling.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.catalogue.reading import exercise
from core.coaches.breach import Breach, breach
from core.coaches.request import SessionRequest
from core.coaches.session import CoachSession, Item

STRENGTH_REPS_MOST = 6
"""From longer sets on, the table says nothing."""
LONG_SETS_TOTAL = 60
"""Repetitions of one movement in longer sets: five sets of twelve."""
BARS = frozenset({"barbell", "trap-bar"})


@dataclass(frozen=True, slots=True)
class Zone:
    """From this percentage on: repetitions of a set and of a session at most."""

    from_percent: float
    set_most: int
    total_most: int


ZONES = (Zone(90.0, 2, 10), Zone(80.0, 4, 20), Zone(70.0, 6, 24), Zone(0.0, 6, 30))


def zone_of(percent: float) -> Zone:
    """The row of the table for a percentage of the maximum."""
    return next(zone for zone in ZONES if percent >= zone.from_percent)


def is_bar(key: str) -> bool:
    """Whether a movement is done with a bar, so that its maximum is worth knowing."""
    return bool(exercise(key).equipment & BARS)


def sets_most(item: Item) -> int:
    """The most sets an item bears: five, less where the table says less."""
    if item.load.percent_1rm is None or item.amount > STRENGTH_REPS_MOST:
        return 5
    return min(5, int(zone_of(item.load.percent_1rm).total_most // item.amount))


def find_volume(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Heavy sets beyond the table, or more long sets of one movement than anyone recovers from."""
    for place, block in enumerate(session.blocks):
        rounds = block.rounds if block.format in ("superset", "circuit") else 1
        for item in block.items:
            if item.measure == "reps" and not item.ramp and item.load.percent_1rm is not None:
                yield from _judged(item, item.sets * rounds, place)


def _judged(item: Item, sets: int, place: int) -> Iterator[Breach]:
    percent, total = item.load.percent_1rm or 0.0, item.amount * sets
    if item.amount > STRENGTH_REPS_MOST:
        if total > LONG_SETS_TOTAL:
            yield breach("volume", place, item.exercise, total=total, most=LONG_SETS_TOTAL)
        return
    zone = zone_of(percent)
    if item.amount > zone.set_most:
        yield breach("set_length", place, item.exercise, percent=percent, most=zone.set_most)
    if total > zone.total_most:
        yield breach("volume", place, item.exercise, total=total, most=zone.total_most)
