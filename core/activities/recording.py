"""What a file recorded, point by point, before anything is made of it."""

import math
from array import array
from dataclasses import dataclass, field
from typing import Literal

Source = Literal["fit", "gpx", "tcx"]
UNKNOWN = math.nan


@dataclass(slots=True)
class Recording:
    """Points in order: seconds since 1970, metres from the start, metres above the sea, beats a minute.

    NaN stands for what a point does not tell; distances always are told. `lap_ends_s` are instants.
    """

    source: Source
    sport: str = ""
    times_s: "array[float]" = field(default_factory=lambda: array("d"))
    distances_m: "array[float]" = field(default_factory=lambda: array("d"))
    elevations: "array[float]" = field(default_factory=lambda: array("d"))
    heart_rates: "array[float]" = field(default_factory=lambda: array("d"))
    lap_ends_s: list[float] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.times_s)

    def add(self, time_s: float, distance_m: float, elevation: float, heart_rate: float) -> None:
        """One more point, unless it lies before the last one in time."""
        if self.times_s and time_s <= self.times_s[-1]:
            return
        self.times_s.append(time_s)
        self.distances_m.append(distance_m)
        self.elevations.append(elevation)
        self.heart_rates.append(heart_rate)
