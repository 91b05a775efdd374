"""Training stress of endurance: hours x intensity^2 x 100, an hour at threshold being 100.

On foot the intensity is a ratio of speeds, never of paces: with paces the score would rise by running slower.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

SECONDS_PER_HOUR, METRES_PER_KM = 3600.0, 1000.0
NORMALISED_POWER = 4


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds at one intensity (1.0 is threshold)."""

    seconds: float
    intensity: float

    @property
    def score(self) -> float:
        """Stress of this effort alone."""
        return self.seconds / SECONDS_PER_HOUR * self.intensity**2 * 100


def running_intensity(pace_s_per_km: float, threshold_pace_s_per_km: float) -> float:
    """Speed over threshold speed, from two paces in s/km."""
    return (METRES_PER_KM / pace_s_per_km) / (METRES_PER_KM / threshold_pace_s_per_km)


def riding_intensity(power_w: float, threshold_power_w: float) -> float:
    """Power over the power held for an hour."""
    return power_w / threshold_power_w


def together(efforts: Iterable[Effort]) -> Effort:
    """Efforts one after the other as one: its score is the sum of theirs."""
    every = tuple(efforts)
    seconds = sum(effort.seconds for effort in every)
    squares = sum(effort.seconds * effort.intensity**2 for effort in every)
    return Effort(seconds, sqrt(squares / seconds) if seconds else 0.0)
