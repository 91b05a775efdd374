"""A session on a treadmill: each stretch by time, at a speed and an incline."""

from dataclasses import dataclass

from core.notation.units import speed_km_per_h
from core.paces import Range
from core.session_profile import Block, Recovery, easy_pace

# One per cent makes up for the missing wind from 10 km/h on (Jones and Doust 1996); below, it does no harm.
FLAT_INCLINE_PERCENT = 1.0
HILL_INCLINE_PERCENT = 5.0  # a slope one can run up, within what every treadmill has; own choice
WALK_KM_PER_H = 5.5
JOG_FACTOR = 1.1  # a recovery jog is a tenth slower than the slow end of easy
LENGTH_GRAIN_S = 5.0


@dataclass(frozen=True, slots=True)
class Speeds:
    """Two speeds in km/h, the slow one first; equal for a single one."""

    slow_km_per_h: float
    fast_km_per_h: float


@dataclass(frozen=True, slots=True)
class TreadmillStep:
    """One block on the belt; `speeds` is None where effort leads, `minutes` those of one repetition."""

    block: Block
    minutes: float
    incline_percent: float
    speeds: Speeds | None
    recovery_speeds: Speeds | None


def treadmill_steps(blocks: tuple[Block, ...]) -> tuple[TreadmillStep, ...]:
    """The blocks of a session in order, by time."""
    easy = easy_pace(blocks)
    return tuple(
        TreadmillStep(
            block,
            _whole(block.minutes),
            HILL_INCLINE_PERCENT if block.zone == "hill" else FLAT_INCLINE_PERCENT,
            _speeds(block, easy),
            _recovery_speeds(block.recovery, easy),
        )
        for block in blocks
    )


def _whole(minutes: float) -> float:
    """To five seconds, which is as fine as one follows on a belt."""
    return max(round(minutes * 60 / LENGTH_GRAIN_S), 1) * LENGTH_GRAIN_S / 60


def _speeds(block: Block, easy: Range | None) -> Speeds | None:
    if block.zone == "walk":
        return Speeds(WALK_KM_PER_H, WALK_KM_PER_H)
    if block.pace is not None:
        return _of_pace(block.pace)
    return _jog(easy) if block.role == "cool_down" and easy else None


def _recovery_speeds(recovery: Recovery | None, easy: Range | None) -> Speeds | None:
    if recovery is None or recovery.manner == "rest":
        return None
    if recovery.manner == "walk":
        return Speeds(WALK_KM_PER_H, WALK_KM_PER_H)
    return _jog(easy) if easy else None


def _jog(easy: Range) -> Speeds:
    speed = speed_km_per_h(easy.max_s_per_km * JOG_FACTOR)
    return Speeds(speed, speed)


def _of_pace(pace: Range) -> Speeds:
    return Speeds(speed_km_per_h(pace.max_s_per_km), speed_km_per_h(pace.min_s_per_km))
