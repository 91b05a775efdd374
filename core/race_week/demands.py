"""What each distance asks in the days around a race, and what to pack, read from `tables.toml`."""

import math
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Race
from core.tables import read_table

WarmUp = Literal["long", "short", "walk"]


@dataclass(frozen=True, slots=True)
class RaceDemands:
    """Days count from the race on: nothing but walking up to the first, easy runs up to the second."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: str
    up_to_km: float
    warm_up: WarmUp
    rest_days: int
    easy_days: int


@dataclass(frozen=True, slots=True)
class KitItem:
    """Something to pack, and when."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    from_km: float = 0.0
    terrains: tuple[str, ...] = ()
    from_climb_m: float = 0.0
    from_c: float = -math.inf
    up_to_c: float = math.inf

    def is_for(self, race: Race, temperature_c: float | None) -> bool:
        """Whether it belongs in the bag; what depends on an unknown weather does not."""
        if race.distance_km < self.from_km or race.climb_m < self.from_climb_m:
            return False
        if self.terrains and race.terrain.value not in self.terrains:
            return False
        by_weather = self.from_c > -math.inf or self.up_to_c < math.inf
        if temperature_c is None:
            return not by_weather
        return self.from_c <= temperature_c <= self.up_to_c


@dataclass(frozen=True, slots=True)
class _Tables:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    distance: tuple[RaceDemands, ...]
    item: tuple[KitItem, ...]


@cache
def _tables() -> _Tables:
    return read_table(_Tables, "core.race_week", "tables.toml")


def demands_of(distance_km: float) -> RaceDemands:
    """The row of a distance."""
    distances = _tables().distance
    return next((row for row in distances if distance_km <= row.up_to_km), distances[-1])


def kit_for(race: Race, temperature_c: float | None) -> tuple[str, ...]:
    """The ids of what to pack for a race, in order; `temperature_c` is the air at the start."""
    return tuple(item.id for item in _tables().item if item.is_for(race, temperature_c))


def all_kit_ids() -> tuple[str, ...]:
    """Every id there is."""
    return tuple(item.id for item in _tables().item)
