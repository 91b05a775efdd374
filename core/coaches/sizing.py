"""Making the work longer or shorter until it fills its time: a set or a round more or fewer."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.coaches.session import Block, Item
from core.coaches.timing import block_s, blocks_s

SETS_LEAST, SETS_MOST = 1, 5
ROUNDS_LEAST, ROUNDS_MOST = 1, 12
CLOCK_STEP_MIN, CLOCK_LEAST_MIN, CLOCK_MOST_MIN = 1.0, 4.0, 40.0
STEPS_AT_MOST = 60
SetsMost = Callable[[Item], int]
ROUNDED = frozenset({"superset", "circuit", "intervals", "for_time"})
ON_CLOCK = frozenset({"amrap", "emom"})


def five_sets(item: Item) -> int:
    """The most sets of any movement, where a coach has no closer limit."""
    return SETS_MOST


def sized(
    blocks: tuple[Block, ...],
    seconds: float,
    sets_most: SetsMost = five_sets,
    rounds_most: int = ROUNDS_MOST,
) -> tuple[Block, ...]:
    """The blocks nearest to `seconds`, step by step: sets (1 to 5), rounds (1 to 12), minutes of a clock.

    `sets_most` and `rounds_most` set closer limits. Ramp sets, tabata, chipper, steady and simulation
    stay as they are.
    """
    for _ in range(STEPS_AT_MOST):
        now = abs(blocks_s(blocks) - seconds)
        step = 1 if blocks_s(blocks) < seconds else -1
        tries = list(_stepped(blocks, step, sets_most, rounds_most))
        best = min(tries, key=lambda tried: abs(blocks_s(tried) - seconds), default=None)
        if best is None or abs(blocks_s(best) - seconds) >= now:
            return blocks
        blocks = best
    return blocks


def _stepped(
    blocks: tuple[Block, ...], step: int, sets_most: SetsMost, rounds_most: int
) -> Iterator[tuple[Block, ...]]:
    """Every way to change one dial by one step."""
    for place, block in enumerate(blocks):
        for changed in _dials(block, step, sets_most, rounds_most):
            if abs(block_s(changed) - block_s(block)) > 0:
                yield (*blocks[:place], changed, *blocks[place + 1 :])


def _dials(block: Block, step: int, sets_most: SetsMost, rounds_most: int) -> Iterator[Block]:
    if block.format in ROUNDED and ROUNDS_LEAST <= block.rounds + step <= rounds_most:
        yield replace(block, rounds=block.rounds + step)
    if block.format in ON_CLOCK and block.minutes is not None:
        minutes = block.minutes + step * CLOCK_STEP_MIN
        if CLOCK_LEAST_MIN <= minutes <= CLOCK_MOST_MIN:
            yield replace(block, minutes=minutes)
    if block.format == "sets":
        for place, item in enumerate(block.items):
            if not item.ramp and SETS_LEAST <= item.sets + step <= sets_most(item):
                items = (
                    *block.items[:place],
                    replace(item, sets=item.sets + step),
                    *block.items[place + 1 :],
                )
                yield replace(block, items=items)
