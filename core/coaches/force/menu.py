"""The tables of the strength coach: slots of movements, days, and schemes of sets and repetitions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pydantic import ConfigDict

from core.athlete import Level
from core.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How a kind of slot is done; the three of `reps` and `rpe` belong to the three levels.

    `reps` are for lifts whose maximum makes sense, `range` (least, most) for any other; `percent` fixes the
    share of the maximum where speed and not effort decides.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    sets: int
    reps: tuple[int, int, int]
    range: tuple[int, int]
    rpe: tuple[float, float, float]
    rest_s: float
    tempo: str = ""
    percent: float | None = None

    def reps_at(self, level: Level) -> int:
        return self.reps[list(Level).index(level)]

    def rpe_at(self, level: Level) -> float:
        return self.rpe[list(Level).index(level)]


@dataclass(frozen=True, slots=True)
class Day:
    """The slots of one session with their kinds, the heaviest first."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    slots: tuple[str, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Slot and kind of each place."""
        return tuple((slot, kind) for slot, _, kind in (one.partition(":") for one in self.slots))


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything the strength coach chooses from."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    slots: Mapping[str, tuple[tuple[str, ...], ...]]
    day: Mapping[str, tuple[Day, ...]]
    upper: tuple[Day, ...]
    spare: Day
    scheme: Mapping[str, Mapping[str, Scheme]]
    shared: Mapping[str, Scheme]

    def scheme_of(self, focus: str, kind: str) -> Scheme:
        """The focus's own scheme of this kind, else the shared one; KeyError when there is neither."""
        return {**self.shared, **self.scheme[focus]}[kind]


@cache
def menu() -> Menu:
    """The tables of the strength coach."""
    return read_table(Menu, "core.coaches", "force", "menu.toml")
