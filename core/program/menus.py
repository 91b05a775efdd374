"""Which families of workouts a quality day may hold, read from `menus.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pydantic import ConfigDict

from core.program.demands import DistanceKey
from core.program.workouts import Family, Phase
from core.tables import read_table

PhaseMenu = tuple[tuple[Family, ...], tuple[Family, ...]]
Menu = Mapping[Phase, PhaseMenu]


@dataclass(frozen=True, slots=True)
class RunWalkLadder:
    """Workout ids, gentlest first."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    gentle: tuple[str, ...]
    usual: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menus:
    """Menus by distance on the road and one for hills; `spare` families stand in, `light` ones recover."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    spare: tuple[Family, ...]
    light: tuple[Family, ...]
    road: Mapping[DistanceKey, Menu]
    trail: Menu
    run_walk: RunWalkLadder


@cache
def menus() -> Menus:
    """The menus."""
    return read_table(Menus, "core.program", "menus.toml")
