"""A session being done: one thing at a time, what was done of it, and where it stands.

Pure: (session, player, what the runner did, when) gives the player after it. A player is a value that is
stored between two taps, so that any process can go on where another stopped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter

from core.coaches.request import DoneSet
from core.coaches.session import Block, CoachSession, Item
from core.coaches.swapping import in_place_of

StepKind = Literal["list", "set", "clock"]
ON_CLOCK = frozenset({"amrap", "emom", "for_time", "tabata", "chipper", "intervals"})
"""Formats with a screen of their own: a start, rounds, an end."""
BY_SET = frozenset({"sets", "superset", "circuit", "simulation"})


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: a list gone through, one set of one movement, or a block on the clock.

    `block` and `item` are places in the session (item 0 for lists and clocks); `number` of `sets` counts
    from 1; `rest_s` follows.
    """

    kind: StepKind
    block: int
    item: int = 0
    number: int = 1
    sets: int = 1
    rest_s: float = 0.0

    @property
    def key(self) -> str:
        """The place of the movement, for what was changed about it."""
        return f"{self.block}.{self.item}"


@dataclass(frozen=True, slots=True)
class PlayedSet:
    """A set that was done, at which place of the session."""

    key: str
    exercise: str
    amount: float
    load_kg: float | None = None


@dataclass(frozen=True, slots=True)
class BlockResult:
    """How a block on the clock went: full rounds, and seconds from its start to its end."""

    block: int
    rounds: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Player:
    """Where a session stands: `place` among its steps, what was done, and what the runner changed.

    `swaps` are movements by place, `amounts` and `loads_kg` what was chosen at a place or for a movement.
    `rings` tells whether the end of a rest is announced.
    """

    place: int = 0
    done: tuple[PlayedSet, ...] = ()
    results: tuple[BlockResult, ...] = ()
    skipped: frozenset[str] = frozenset()
    swaps: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, float] = field(default_factory=dict)
    loads_kg: Mapping[str, float] = field(default_factory=dict)
    clock_from_utc: datetime | None = None
    rounds: int = 0
    rest_until_utc: datetime | None = None
    rings: bool = False
    is_stopped: bool = False


PLAYER: TypeAdapter[Player] = TypeAdapter(Player)


def is_timed(block: Block) -> bool:
    """Whether a clock may run over the sets of a block: a competition, or a part of it."""
    return block.format == "simulation"


def steps(session: CoachSession) -> tuple[Step, ...]:
    """The screens of a session in order."""
    return tuple(step for place, block in enumerate(session.blocks) for step in _block_steps(place, block))


def current(session: CoachSession, player: Player) -> Step | None:
    """What is to be done now; None when all is done or the runner stopped."""
    every = steps(session)
    return every[player.place] if not player.is_stopped and player.place < len(every) else None


def coming(session: CoachSession, player: Player) -> Step | None:
    """What comes after the current step; None after the last."""
    after = _moved(session, player)
    return current(session, after)


def item_of(session: CoachSession, player: Player, step: Step) -> Item:
    """The movement of a step with what the runner changed about it."""
    return _as_changed(session.blocks[step.block].items[step.item], step.key, player)


def items_of(session: CoachSession, player: Player, step: Step) -> tuple[Item, ...]:
    """Every movement of the block of a step, as changed."""
    items = enumerate(session.blocks[step.block].items)
    return tuple(_as_changed(item, f"{step.block}.{place}", player) for place, item in items)


# What the runner does


def finish_step(session: CoachSession, player: Player, now: datetime) -> Player:
    """The set, the list or the clock is done: note it, and go on."""
    step = current(session, player)
    if step is None:
        return player
    if step.kind == "clock":
        return _moved(session, _clock_noted(session, player, step, now))
    if step.kind == "list":
        return _moved(session, player)
    item = item_of(session, player, step)
    played = PlayedSet(step.key, item.exercise, player.amounts.get(step.key, item.amount), item.load.kg)
    after = _moved(session, replace(player, done=(*player.done, played)))
    if player.clock_from_utc is None or after.clock_from_utc is not None:
        return after
    return replace(after, results=_clock_noted(session, player, step, now).results)


def skip(session: CoachSession, player: Player) -> Player:
    """Leave out the movement with all its sets, the list or the clock."""
    step = current(session, player)
    if step is None:
        return player
    return _moved(session, replace(player, skipped=player.skipped | {step.key}))


def begin_clock(player: Player, now: datetime) -> Player:
    """The clock of the block runs from now on."""
    return replace(player, clock_from_utc=now, rounds=0, rest_until_utc=None)


def count_rounds(player: Player, rounds: int) -> Player:
    """So many full rounds are done."""
    return replace(player, rounds=max(rounds, 0))


def choose_amount(session: CoachSession, player: Player, amount: float) -> Player:
    """The set that comes, and those after it, are of so many repetitions, seconds, metres …."""
    step = current(session, player)
    if step is None or step.kind != "set":
        return player
    return replace(player, amounts={**player.amounts, step.key: max(amount, 1.0)})


def choose_load(session: CoachSession, player: Player, kg: float) -> Player:
    """The movement is loaded with so much from now on."""
    step = current(session, player)
    if step is None or step.kind != "set":
        return player
    exercise = item_of(session, player, step).exercise
    return replace(player, loads_kg={**player.loads_kg, exercise: max(kg, 0.0)})


def swap(player: Player, key: str, exercise: str) -> Player:
    """Another movement stands at a place; what was chosen about the one before is forgotten."""
    amounts = {place: amount for place, amount in player.amounts.items() if place != key}
    return replace(player, swaps={**player.swaps, key: exercise}, amounts=amounts)


def rest_until(player: Player, until: datetime | None) -> Player:
    """Rest up to an instant; None ends it."""
    return replace(player, rest_until_utc=until)


def stop(player: Player) -> Player:
    """That is all for today."""
    return replace(player, is_stopped=True, rest_until_utc=None, clock_from_utc=None)


# What was done


def done_sets(session: CoachSession, player: Player, rpe: float | None) -> tuple[DoneSet, ...]:
    """The sets as history keeps them, newest first; heavy sets bear the effort of the whole session.

    A set that only led up to the load, or readied, is none.
    """
    return tuple(
        DoneSet(one.exercise, one.amount, one.load_kg, rpe if _is_main(session, one) else None)
        for one in reversed(player.done)
        if _counts(session, one)
    )


def _block_steps(place: int, block: Block) -> Iterator[Step]:
    if block.role in ("warm_up", "cool_down") or block.format == "steady":
        yield Step("list", place)
    elif block.format in ON_CLOCK:
        yield Step("clock", place)
    elif block.format == "sets":
        yield from _set_steps(place, block)
    else:
        yield from _round_steps(place, block)


def _set_steps(place: int, block: Block) -> Iterator[Step]:
    for number, item in enumerate(block.items):
        for one in range(1, item.sets + 1):
            yield Step("set", place, number, one, item.sets, item.rest_s)


def _round_steps(place: int, block: Block) -> Iterator[Step]:
    for one in range(1, block.rounds + 1):
        for number, item in enumerate(block.items):
            is_last = number == len(block.items) - 1
            rest_s = block.rest_s if is_last else item.rest_s
            yield Step("set", place, number, one, block.rounds, rest_s)


def _moved(session: CoachSession, player: Player) -> Player:
    """On to the next step that is not left out; a rest is over, and a clock where its block is."""
    every, place = steps(session), player.place + 1
    while place < len(every) and every[place].key in player.skipped and every[place].kind == "set":
        place += 1
    block = every[player.place].block
    runs_on = is_timed(session.blocks[block]) and place < len(every) and every[place].block == block
    clock = player.clock_from_utc if runs_on else None
    return replace(player, place=place, clock_from_utc=clock, rounds=0, rest_until_utc=None)


def _clock_noted(session: CoachSession, player: Player, step: Step, now: datetime) -> Player:
    """The result of a block on the clock, where its clock ran; never longer than its cap."""
    if player.clock_from_utc is None:
        return player
    block = session.blocks[step.block]
    seconds = max((now - player.clock_from_utc).total_seconds(), 0.0)
    if block.minutes is not None:
        seconds = min(seconds, block.minutes * 60)
    result = BlockResult(step.block, player.rounds, seconds)
    return replace(player, results=(*player.results, result))


def _as_changed(item: Item, key: str, player: Player) -> Item:
    """An item with the swap, the amount and the load chosen for it."""
    exercise = player.swaps.get(key, item.exercise)
    if exercise != item.exercise:
        item = in_place_of(item, exercise)
    if key in player.amounts:
        item = replace(item, amount=player.amounts[key], amount_most=None)
    kg = player.loads_kg.get(exercise)
    if kg is not None and not item.ramp:
        item = replace(item, load=replace(item.load, kg=kg))
    return item


def _place_of(one: PlayedSet) -> tuple[int, int]:
    block, _, item = one.key.partition(".")
    return int(block), int(item)


def _counts(session: CoachSession, one: PlayedSet) -> bool:
    block, item = _place_of(one)
    return not session.blocks[block].items[item].ramp


def _is_main(session: CoachSession, one: PlayedSet) -> bool:
    return session.blocks[_place_of(one)[0]].role == "main" and one.load_kg is not None
