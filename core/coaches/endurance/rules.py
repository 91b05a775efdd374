"""What the endurance coach keeps besides the common rules: hard minutes, and recoveries that are none."""

from collections.abc import Iterator

from core.coaches.breach import Breach, breach
from core.coaches.request import SessionRequest
from core.coaches.session import Block, CoachSession, Zone
from core.coaches.timing import set_s

HARD_MIN_MOST: dict[Zone, float] = {"threshold": 40.0, "vo2": 30.0, "sprint": 10.0}
"""No session holds more minutes of a zone, whoever wrote it."""


def find_hard_minutes(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """More minutes in a hard zone than anyone recovers from, or a recovery longer than a hard piece."""
    for zone, most in HARD_MIN_MOST.items():
        minutes = sum(_minutes_in(block, zone) for block in session.work)
        if minutes > most:
            yield breach("hard_minutes", minutes=round(minutes), most=most, zone_key=f"coaches-zone-{zone}")
    for place, block in enumerate(session.blocks):
        if block.format == "intervals" and block.role == "main":
            yield from _long_recovery(block, place)


def _long_recovery(block: Block, place: int) -> Iterator[Breach]:
    for item in block.items:
        if item.load.zone == "vo2" and block.rest_s > set_s(item):
            yield breach("long_recovery", place, item.exercise)


def _minutes_in(block: Block, zone: Zone) -> float:
    items = (item for item in block.items if item.load.zone == zone)
    return sum(block.rounds * item.sets * set_s(item) for item in items) / 60
