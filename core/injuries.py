"""Injuries: what knee, Achilles and shin change in a plan, and the way back.

This adjusts training; it does not diagnose.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from core.athlete import InjurySite
from core.injury_words import Vocabulary, find_parts
from core.program.exchange import Kind, Zone
from core.program.strength import Exercise, exercise
from core.program.workouts import Family
from core.tables import Words, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the way back: from a week of the plan on, what returns (kinds, zones or families)."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    from_week: Annotated[int, Field(ge=1, le=20)]
    gives_back: frozenset[Kind | Zone | Family]
    text: Words


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a week must not hold."""

    kinds: frozenset[Kind] = frozenset()
    zones: frozenset[Zone] = frozenset()
    families: frozenset[Family] = frozenset()

    def __or__(self, other: "LeftOut") -> "LeftOut":
        return LeftOut(self.kinds | other.kinds, self.zones | other.zones, self.families | other.families)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptation:
    """What one injury changes.

    `easy_weeks` have no hard session at all. `hours_between_hard` separate hard or hill days.
    `easy_pace_factor` multiplies easy paces in those weeks. `pain_limit` is the most pain (0 to 10) one may
    run with, back to usual within `settles_within_min` minutes. `run_walk` is the id of a workout.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Words
    words: frozenset[str]
    phrases: tuple[str, ...]
    easy_weeks: Annotated[int, Field(ge=1, le=8)]
    left_out_kinds: frozenset[Kind]
    left_out_zones: frozenset[Zone]
    left_out_families: frozenset[Family]
    substitutes: Mapping[Kind, Kind]
    hours_between_hard: Annotated[int, Field(ge=24, le=96)]
    easy_pace_factor: Annotated[float, Field(ge=1, le=1.2)]
    pain_limit: Annotated[int, Field(ge=0, le=5)]
    settles_within_min: Annotated[int, Field(gt=0)]
    run_walk: str
    summary: Words
    pain_rule: Words
    cadence: Words
    exercises: Annotated[tuple[str, ...], Field(min_length=1)]
    way_back: Annotated[tuple[Stage, ...], Field(min_length=1)]

    def left_out(self, week: int) -> LeftOut:
        """What week `week` (1 and up) of the plan must still leave out."""
        back = {thing for stage in self.way_back if stage.from_week <= week for thing in stage.gives_back}
        return LeftOut(self.left_out_kinds - back, self.left_out_zones - back, self.left_out_families - back)

    @property
    def rehab(self) -> tuple[Exercise, ...]:
        """The strengthening exercises, in order."""
        return tuple(exercise(name) for name in self.exercises)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPart:
    """A part of the body that the plan does not adapt for."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Words
    words: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InjuryMatch:
    """What a free text complains of: sites the plan adapts for, and names of other parts."""

    sites: tuple[InjurySite, ...] = ()
    others: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    not_typos: frozenset[str]
    site: Mapping[InjurySite, Adaptation]
    other: Mapping[str, OtherPart]


def adaptation(site: InjurySite) -> Adaptation:
    """What an injury at `site` changes in a plan."""
    return _table().site[site]


def left_out(sites: Collection[InjurySite], week: int) -> LeftOut:
    """Everything that week `week` (1 and up) must leave out for all these injuries together."""
    together = LeftOut()
    for site in sites:
        together |= adaptation(site).left_out(week)
    return together


def match_injuries(text: str) -> InjuryMatch:
    """The injuries a free text in French or English complains of; what it denies does not count."""
    named = find_parts(text, _vocabulary())
    sites = tuple(site for site in InjurySite if site.value in named)
    return InjuryMatch(sites, tuple(part.name for key, part in _table().other.items() if key in named))


def parts_named(text: str) -> tuple[str, ...]:
    """The ids of every part of the body that a free text complains of."""
    named = find_parts(text, _vocabulary())
    return tuple(part for part in part_ids() if part in named)


def part_ids() -> tuple[str, ...]:
    """The ids of the parts of the body: the sites a plan adapts for, then the others."""
    return (*(site.value for site in InjurySite), *_table().other)


def part_name(part: str) -> Words:
    """The name of a part by its id; raises KeyError for another id."""
    if part in {site.value for site in InjurySite}:
        return adaptation(InjurySite(part)).name
    return _table().other[part].name


@cache
def _vocabulary() -> Vocabulary:
    table = _table()
    parts: dict[str, Adaptation | OtherPart] = {
        **{site.value: entry for site, entry in table.site.items()},
        **table.other,
    }
    return Vocabulary(
        {word: key for key, part in parts.items() for word in part.words},
        {phrase: key for key, part in parts.items() for phrase in part.phrases},
        table.not_typos,
    )


@cache
def _table() -> _Table:
    return read_table(_Table, "core", "injuries.toml")
