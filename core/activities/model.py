"""A run as measured from its file: figures, laps, and distance over moving time; no position."""

from dataclasses import dataclass
from datetime import datetime

from core.activities.recording import Source


@dataclass(frozen=True, slots=True)
class Lap:
    """A stretch the runner or the watch marked: seconds of moving time, metres."""

    seconds: float
    metres: float


@dataclass(frozen=True, slots=True)
class Activity:
    """A run. `track_m[i]` is the distance after `i * step_s` seconds of moving time."""

    source: Source
    started_at_utc: datetime
    distance_m: float
    elapsed_s: float
    moving_s: float
    step_s: float
    track_m: tuple[float, ...]
    climb_m: float | None = None
    mean_heart_rate: int | None = None
    highest_heart_rate: int | None = None
    laps: tuple[Lap, ...] = ()

    @property
    def distance_km(self) -> float:
        return self.distance_m / 1000

    @property
    def pace_s_per_km(self) -> float:
        """Mean pace of the moving time."""
        return self.moving_s / self.distance_km

    def distance_at(self, moving_s: float) -> float:
        """Metres after so many seconds of moving time, held to the run."""
        place = min(max(moving_s / self.step_s, 0.0), len(self.track_m) - 1.0)
        low = int(place)
        high = min(low + 1, len(self.track_m) - 1)
        return self.track_m[low] + (place - low) * (self.track_m[high] - self.track_m[low])

    def time_at(self, metres: float) -> float:
        """Seconds of moving time after so many metres, held to the run."""
        low, high = 0, len(self.track_m) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.track_m[middle] <= metres else (low, middle)
        span_m = self.track_m[high] - self.track_m[low]
        share = min(max((metres - self.track_m[low]) / span_m, 0.0), 1.0) if span_m > 0 else 0.0
        return min((low + share * (high - low)) * self.step_s, self.moving_s)
