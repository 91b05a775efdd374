"""The official formats as published: stations, doses, loads by division, and what is not confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.coaches.request import SessionRequest, Sex
from core.tables import read_table

DekaName = Literal["fit", "mile", "strong"]
LB_KG = 0.45359237
"""The international pound, in kg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One station or zone: its dose in the measure of its movement, and what stands in for it, nearest first.

    `lengths` is (how many, metres of one). `typical_min` is our rule of thumb, no official figure.
    `strength` are movements that build it. `unconfirmed` names what no public table confirms.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    exercise: str
    amount: float
    typical_min: float
    alternatives: tuple[str, ...]
    strength: tuple[str, ...] = ()
    lengths: tuple[float, float] | None = None
    loads_lb: dict[Sex, float] | None = None
    height_cm: dict[Sex, float] | None = None
    mile_strong_exercise: str | None = None
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Loads in kg by station (sleds with the sled itself), height of the target, usual finishing times.

    `target_m` and `typical_min` are None where no table tells them; `unconfirmed` names stations whose load
    stands only as the end of a published range.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    loads_kg: dict[str, float]
    sex: Sex | None = None
    athletes: int = 1
    target_m: float | None = None
    typical_min: tuple[float, float] | None = None
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyrox:
    """Eight runs of `run_m`, each before a station; `checked` is the season of the rules."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    run_m: float
    run_typical_min: float
    transitions_typical_min: float
    mean_finish_min: float
    checked: str
    station: tuple[Station, ...]
    division: dict[str, Division]

    @property
    def typical_min(self) -> float:
        """What runs, stations and the ways between add up to, in minutes."""
        stations = sum(one.typical_min for one in self.station)
        return self.run_typical_min + self.transitions_typical_min + stations


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One DEKA event: metres run before each zone."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    run_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deka:
    """Ten zones, always in this order; loads of `unconfirmed_sex` are not confirmed."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    checked: str
    unconfirmed_sex: Sex
    zone: tuple[Station, ...]
    variant: Mapping[DekaName, Variant] = field(default_factory=dict)


@cache
def hyrox() -> Hyrox:
    """The HYROX format."""
    return read_table(Hyrox, "core.coaches.competitions", "hyrox.toml")


@cache
def deka() -> Deka:
    """The DEKA format."""
    return read_table(Deka, "core.coaches.competitions", "deka.toml")


def division_name(request: SessionRequest) -> str | None:
    """The division of a wish; None where its sex is not told, and for one that does not exist.

    A mixed pair and a relay without a sex have their own; a relay and a pair have no public Pro loads.
    """
    if request.team == "single":
        return f"{request.sex}-{request.tier}" if request.sex else None
    if request.tier == "pro":
        return None
    if request.team == "mixed":
        return "doubles-mixed"
    if request.team == "relay":
        return f"relay-{request.sex or 'mixed'}"
    return f"doubles-{request.sex}" if request.sex else None


def division(request: SessionRequest) -> Division | None:
    """The loads of a wish's division; None where it is not known or does not exist."""
    name = division_name(request)
    return hyrox().division[name] if name else None


def exists(request: SessionRequest) -> bool:
    """Whether such a team and tier has loads that a public table tells: relays and pairs only in Open."""
    return request.team == "single" or request.tier == "open"


def deka_load_kg(zone: Station, sex: Sex) -> float | None:
    """The published load of a zone in kg, to half a kg; None where it has none."""
    return round(2 * zone.loads_lb[sex] * LB_KG) / 2 if zone.loads_lb else None
