"""When training says that a runner's paces are no longer right: three sessions that agree."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.paces import ZoneLetter, training_paces

Direction = Literal["faster", "slower"]
SIGNALS = 3
WITHIN_DAYS = 21
"""Three hard sessions are one and a half to three weeks of training."""
DIFFERS_FROM = 0.02
"""Of the pace: 5 s at 4:10/km, more than a watch and a road vary by; one VDOT point is about 1.8 %."""
# A race and a test say what a runner can do; training says it only roughly. Own choice, on Daniels's
# advice to raise training stress one step at a time.
MOST_VDOT_STEP = 1.5
LEAST_VDOT_STEP = 0.5
"""Less changes paces by one or two seconds."""
SIGNAL_ZONES: tuple[ZoneLetter, ...] = ("T", "I")
"""Easy runs are slow for many good reasons, and repetitions too short to measure."""


@dataclass(frozen=True, slots=True)
class PaceSignal:
    """A session's work in one zone: pace asked and run in s/km, effort expected and told (1 to 10)."""

    date: datetime.date
    zone: ZoneLetter
    target_s_per_km: float
    done_s_per_km: float
    planned_rpe: int | None
    told_rpe: int | None

    @property
    def direction(self) -> Direction | None:
        """Faster at no more than the expected effort, slower at no less; None when it says neither."""
        if self.planned_rpe is None or self.told_rpe is None:
            return None
        change = self.done_s_per_km / self.target_s_per_km - 1
        if change <= -DIFFERS_FROM and self.told_rpe <= self.planned_rpe:
            return "faster"
        if change >= DIFFERS_FROM and self.told_rpe >= self.planned_rpe:
            return "slower"
        return None


@dataclass(frozen=True, slots=True)
class Reestimate:
    """A VDOT that training speaks for, and the sessions that say so."""

    vdot: float
    direction: Direction
    signals: tuple[PaceSignal, ...]


def reestimate(vdot: float, signals: Sequence[PaceSignal], today: datetime.date) -> Reestimate | None:
    """The VDOT of the last three threshold or interval sessions when all say the same, else None.

    The most cautious of the three counts, and 1.5 points at most.
    """
    recent = [s for s in signals if 0 <= (today - s.date).days <= WITHIN_DAYS and s.zone in SIGNAL_ZONES]
    last = tuple(sorted(recent, key=lambda signal: signal.date)[-SIGNALS:])
    direction = last[0].direction if last else None
    if len(last) < SIGNALS or direction is None or any(s.direction != direction for s in last):
        return None
    steps = [vdot_for(signal.zone, signal.done_s_per_km) - vdot for signal in last]
    step = min(steps, key=abs)
    if abs(step) < LEAST_VDOT_STEP or (step > 0) != (direction == "faster"):
        return None
    step = max(-MOST_VDOT_STEP, min(MOST_VDOT_STEP, step))
    return Reestimate(round(vdot + step, 1), direction, last)


def vdot_for(zone: ZoneLetter, s_per_km: float) -> float:
    """The VDOT whose training pace in a zone this is, between 15 and 90."""
    low, high = 15.0, 90.0
    while high - low > 0.01:
        middle = (low + high) / 2
        if training_paces(middle).zone(zone).min_s_per_km > s_per_km:
            low = middle
        else:
            high = middle
    return (low + high) / 2
