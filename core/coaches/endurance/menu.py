"""The tables of the endurance coach: zones, machines and pieces of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Level
from core.catalogue.exercise import Equipment
from core.coaches.session import Zone
from core.paces import ZoneLetter
from core.tables import read_table

Machine = Literal["run", "bike", "row", "ski", "air-bike", "pool", "walk"]


@dataclass(frozen=True, slots=True)
class ZoneTable:
    """One zone: the letter of its running pace, percent of power and heart rate at threshold, effort."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    pace: ZoneLetter
    power: tuple[float, float]
    heart: tuple[float, float]
    rpe: float


@dataclass(frozen=True, slots=True)
class MachineTable:
    """The movements of one way to move, by what they are for."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    needs: frozenset[Equipment]
    steady: tuple[str, ...]
    tempo: tuple[str, ...]
    hard: tuple[str, ...]
    learning: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes of work and the easy minutes after them."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    work_min: float
    easy_min: float


@dataclass(frozen=True, slots=True)
class Quality:
    """A focus of intervals: the pieces to choose from and the most hard minutes by level."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    most_min: tuple[float, float, float]
    pieces: tuple[Piece, ...]
    learning: tuple[Piece, ...]
    zone: Zone
    learning_zone: Zone

    def for_level(self, level: Level) -> tuple[tuple[Piece, ...], Zone, float]:
        """Pieces, zone and most hard minutes of a level."""
        most = self.most_min[list(Level).index(level)]
        if level is Level.BEGINNER:
            return self.learning, self.learning_zone, most
        return self.pieces, self.zone, most


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything the endurance coach chooses from."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    zone: Mapping[Zone, ZoneTable]
    machine: Mapping[Machine, MachineTable]
    focus: Mapping[str, Quality]


@cache
def menu() -> Menu:
    """The tables of the endurance coach."""
    return read_table(Menu, "core.coaches", "endurance", "menu.toml")
