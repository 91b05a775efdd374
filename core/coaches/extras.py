"""A calm block of trunk and hips for the time that the work leaves: what no session has too much of."""

from dataclasses import replace

from core.catalogue.reading import exercise
from core.coaches.opening import Region as AroundRegion
from core.coaches.opening import assembled, work_s
from core.coaches.phrase import phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item
from core.coaches.timing import CHANGE_S, blocks_s, round_s

EXTRA_FROM_S = 210.0
"""Time left over from which another block is worth its place."""
CALM = ("dead-bug", "side-plank", "glute-bridge", "bird-dog", "clamshell", "plank", "side-lying-leg-raise")
MOVEMENTS, MANY_MOVEMENTS = 4, 6
MANY_FROM_S = 900.0
ROUNDS_MOST = 4
REPS, HOLD_S, REST_S = 10, 30.0, 30.0


def filled(
    request: SessionRequest, work: tuple[Block, ...], region: AroundRegion, calm: tuple[str, ...] = CALM
) -> tuple[Block, ...]:
    """The work between warm-up and cool-down, with a calm block behind it where there is time for one."""
    spare_s = work_s(request) - blocks_s(work) - CHANGE_S
    extra = _calm_block(request, work, spare_s, calm) if spare_s >= EXTRA_FROM_S else None
    return assembled(request, work if extra is None else (*work, extra), region)


def _calm_block(
    request: SessionRequest, work: tuple[Block, ...], seconds: float, calm: tuple[str, ...]
) -> Block | None:
    """A circuit of about `seconds`; None when nothing fits the runner or the time."""
    busy = {item.exercise for block in work for item in block.items}
    ids = [one for one in rotated(fitting(calm, request), request.rotation) if one not in busy]
    if not ids:
        return None
    block = Block(
        "accessory",
        "circuit",
        tuple(_calm_item(one) for one in ids[: MANY_MOVEMENTS if seconds >= MANY_FROM_S else MOVEMENTS]),
        rest_s=REST_S,
        title=phrase("coaches-extras-title"),
        how=phrase("coaches-extras-how"),
    )
    rounds = int((seconds + REST_S) // (round_s(block) + REST_S))
    return replace(block, rounds=min(rounds, ROUNDS_MOST)) if rounds else None


def _calm_item(one: str) -> Item:
    known = exercise(one)
    amount = HOLD_S if known.measure == "seconds" else REPS
    return Item(one, amount, known.measure, per_side=known.unilateral, load=BODYWEIGHT)
