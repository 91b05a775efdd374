"""How long a session takes: one reckoning for every coach.

Work is sets x amount x seconds of one unit x sides; rests stand between sets and rounds, the last one before
the next block does not count, and changing movement costs a moment.
"""

from core.catalogue.reading import USUAL_SECONDS, exercise
from core.coaches.session import Block, CoachSession, Item

TOLERANCE = 0.10
"""A session fits its time when it is not more than this share longer or shorter."""
TABATA_S = 240.0
SIDES = 2
CHANGE_S = 10.0
"""From one movement to the next in a row done without a pause: a few steps and the first breath."""
SET_UP_S = {"barbell": 45.0, "trap-bar": 45.0, "sled": 30.0}
SET_UP_ELSE_S = 15.0
"""Taking place and loading before the first set, by the heaviest thing a movement needs."""
ON_THE_CLOCK = frozenset({"amrap", "emom"})


def set_s(item: Item) -> float:
    """The work of one set, in seconds, both sides where it is a side at a time; the middle of a range."""
    amount = item.amount if item.amount_most is None else (item.amount + item.amount_most) / 2
    return amount * _each_s(item) * (SIDES if item.per_side else 1)


def item_s(item: Item) -> float:
    """All sets of a movement with the rests between them, without a rest after the last."""
    return item.sets * set_s(item) + (item.sets - 1) * item.rest_s


def block_s(block: Block) -> float:
    """A block from its first movement to its last, set-up included, in seconds."""
    if block.format in ON_THE_CLOCK and block.minutes is not None:
        return block.minutes * 60
    if block.format == "tabata":
        return TABATA_S * len(block.items) + CHANGE_S * (len(block.items) - 1)
    if block.format == "sets":
        return _sets_s(block)
    work = block.rounds * round_s(block) + (block.rounds - 1) * block.rest_s
    if block.format in ("for_time", "chipper") and block.minutes is not None:
        return min(work, block.minutes * 60)
    return work


def round_s(block: Block) -> float:
    """One round of the row, with the change between movements and the rest a movement asks for."""
    change = 0.0 if block.format in ("steady", "intervals") else CHANGE_S
    rests = sum(item.rest_s for item in block.items)
    return sum(item.sets * set_s(item) for item in block.items) + rests + change * (len(block.items) - 1)


def blocks_s(blocks: tuple[Block, ...]) -> float:
    """Blocks one after the other, with a moment between them."""
    return sum(block_s(block) for block in blocks) + CHANGE_S * max(len(blocks) - 1, 0)


def session_s(session: CoachSession) -> float:
    """The whole session in seconds."""
    return blocks_s(session.blocks)


def fits(seconds: float, minutes: float) -> bool:
    """Whether a session of `seconds` fits a wish for `minutes`."""
    wanted = minutes * 60
    return abs(seconds - wanted) <= TOLERANCE * wanted


def set_up_s(item: Item) -> float:
    """Before the first set of a movement: a ramp was already set up by its first step."""
    needs = exercise(item.exercise).equipment
    return max((SET_UP_S[thing] for thing in needs if thing in SET_UP_S), default=SET_UP_ELSE_S)


def _sets_s(block: Block) -> float:
    total, before = 0.0, None
    for item in block.items:
        same = before is not None and before.exercise == item.exercise
        if before is not None:
            total += before.rest_s if same else max(before.rest_s, set_up_s(item))
        elif block.role == "main":
            total += set_up_s(item)
        total += item_s(item)
        before = item
    return total


def _each_s(item: Item) -> float:
    """One unit of the measure: what the session says, its tempo, else what is usual."""
    if item.seconds_each is not None:
        return item.seconds_each
    if item.tempo and item.measure == "reps":
        return sum(float(part) for part in item.tempo.split("-"))
    known = exercise(item.exercise)
    if item.measure == known.measure:
        return known.seconds_each
    return USUAL_SECONDS[item.measure]
