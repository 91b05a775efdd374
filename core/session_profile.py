"""The shape of a session: its blocks in order, and its effort minute by minute."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core.exports.workout_fit import Step, can_be_exported, workout_steps
from core.localisation import core_localizer
from core.notation.paces import first_pace
from core.paces import Range
from core.program.exchange import Interval, Session, Zone

Role = Literal["warm_up", "work", "recovery", "cool_down"]
Manner = Literal["jog", "walk", "rest"]
BlockZone = Zone | Literal["walk", "race"]

# Effort out of 10 where the session names none: the scale of the plan's own words (3 easy, 5 steady, 8 hard).
ZONE_EFFORT: dict[BlockZone, float] = {
    "walk": 1, "E": 3, "M": 5, "effort": 6, "T": 7, "I": 8, "R": 8, "hill": 8, "race": 9,
}  # fmt: skip
COOL_DOWN_EFFORT = 2.0
MANNER_EFFORT: dict[Manner, float] = {"jog": 2, "walk": 1, "rest": 0.3}
KIND_ZONE: dict[str, BlockZone] = {
    "race": "race", "test": "race", "marathon": "M", "threshold": "T", "interval": "I", "repetition": "R",
    "hills": "hill",
}  # fmt: skip
USUAL_S_PER_KM = 360.0  # only to draw a distance of which neither pace nor duration is known


@dataclass(frozen=True, slots=True)
class Recovery:
    """What follows each repetition: minutes, and how they are spent."""

    manner: Manner
    minutes: float

    @property
    def effort(self) -> float:
        return MANNER_EFFORT[self.manner]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch run `repetitions` times: minutes and km of one, its pace (s/km) where one is given.

    `minutes` of a stretch prescribed by distance (`km`) is an estimate. `effort` is 0 to 10; `rpe` only what
    the session itself says.
    """

    role: Role
    zone: BlockZone
    minutes: float
    effort: float
    repetitions: int = 1
    km: float | None = None
    pace: Range | None = None
    rpe: int | None = None
    recovery: Recovery | None = None

    @property
    def total_min(self) -> float:
        return self.repetitions * (self.minutes + (self.recovery.minutes if self.recovery else 0.0))


@dataclass(frozen=True, slots=True)
class Segment:
    """One bar of the picture: minutes at one effort (0 to 10); `block` is the place of its block."""

    role: Role
    zone: BlockZone
    minutes: float
    effort: float
    block: int


def session_blocks(session: Session) -> tuple[Block, ...]:
    """Warm-up, work and cool-down in order; nothing for rest and for sessions without running."""
    if not can_be_exported(session):
        return ()
    blocks: list[Block] = []
    parts = iter(session.intervals or ())
    part: Interval | None = None
    for step in workout_steps(session, core_localizer("en")):  # the names of the steps are not used
        if not isinstance(step, Step):
            blocks[-1] = replace(blocks[-1], repetitions=step.times)
        elif step.intensity == "interval":
            part = next(parts)
            pace = first_pace(part.pace_target or "")
            blocks.append(_block(step, "work", part.zone, ZONE_EFFORT[part.zone], pace))
        elif part is not None and step.intensity in ("recovery", "rest"):
            recovery = Recovery(part.recovery or "jog", step.minutes or 0.0)
            blocks[-1] = replace(blocks[-1], recovery=recovery)
        else:
            blocks.append(_around(step, session))
    return tuple(_timed(blocks, session))


def segments(blocks: tuple[Block, ...]) -> tuple[Segment, ...]:
    """Every repetition and recovery in the order they are run."""
    return tuple(segment for place, block in enumerate(blocks) for segment in _repeated(block, place))


def easy_pace(blocks: tuple[Block, ...]) -> Range | None:
    """The easy pace the session gives, in s/km, or None when it is told by effort."""
    return next((block.pace for block in blocks if block.zone == "E" and block.pace), None)


def _around(step: Step, session: Session) -> Block:
    """Warm-up, cool-down, or the whole of a plain run."""
    if step.intensity in ("warmup", "cooldown"):
        zone: BlockZone = "walk" if session.kind == "run_walk" else "E"
        role: Role = "warm_up" if step.intensity == "warmup" else "cool_down"
        effort = min(COOL_DOWN_EFFORT, ZONE_EFFORT[zone]) if role == "cool_down" else ZONE_EFFORT[zone]
        return _block(step, role, zone, effort, step.pace)
    zone = KIND_ZONE.get(session.kind or "", "E")
    return _block(step, "work", zone, ZONE_EFFORT[zone], first_pace(session.pace_target or ""))


def _block(step: Step, role: Role, zone: BlockZone, effort: float, pace: Range | None) -> Block:
    return Block(role, zone, step.minutes or 0.0, step.rpe or effort, km=step.km, pace=pace, rpe=step.rpe)


def _timed(blocks: list[Block], session: Session) -> Iterator[Block]:
    """Blocks told by distance with their minutes: by their pace, else by what the session leaves for them."""
    told = [block for block in blocks if not block.minutes]
    paced_min = sum(block.repetitions * _paced_min(block) for block in told)
    unpaced_km = sum(block.repetitions * (block.km or 0.0) for block in told if not block.pace)
    known_min = sum(block.total_min for block in blocks) + paced_min
    left_min = (session.duration_min or 0.0) - known_min
    s_per_km = left_min * 60 / unpaced_km if unpaced_km and left_min > 0 else USUAL_S_PER_KM
    for block in blocks:
        if block.minutes:
            yield block
        else:
            minutes = _paced_min(block) if block.pace else (block.km or 0.0) * s_per_km / 60
            yield replace(block, minutes=minutes)


def _paced_min(block: Block) -> float:
    if block.pace is None:
        return 0.0
    return (block.km or 0.0) * (block.pace.min_s_per_km + block.pace.max_s_per_km) / 2 / 60


def _repeated(block: Block, place: int) -> Iterator[Segment]:
    for _ in range(block.repetitions):
        yield Segment(block.role, block.zone, block.minutes, block.effort, place)
        if block.recovery:
            zone: BlockZone = "E" if block.recovery.manner == "jog" else "walk"
            yield Segment("recovery", zone, block.recovery.minutes, block.recovery.effort, place)
