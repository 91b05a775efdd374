"""Strength for runners: a short list of exercises added to an easy run."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.athlete import InjurySite, Language, Level
from core.program.exchange import StrengthExercise, StrengthSupplement
from core.tables import Words, read_table

Focus = Literal["first", "general", "knee", "achilles", "achilles-first", "shin", "trail"]
Sets = Annotated[int, Field(ge=1, le=6)]

LEVELS: tuple[Level, ...] = tuple(Level)
LIGHT_PHASES = frozenset({"taper", "race", "recovery"})
EXERCISES = 5  # in a full supplement
LIGHT_EXERCISES = 3
MINUTES_PER_SET = 1.25  # work, change of side and rest
MINUTES_GRAIN = 5
SIDE: Words = Words("par côté", "each side")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: sets by level, and repetitions or seconds held."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Words
    sets: tuple[Sets, Sets, Sets]
    note: Words
    repetitions: Annotated[int, Field(ge=1, le=30)] | None = None
    hold_s: Annotated[int, Field(ge=5, le=90)] | None = None
    each_side: bool = False

    def __post_init__(self) -> None:
        if (self.repetitions is None) == (self.hold_s is None):
            raise ValueError("an exercise counts repetitions or seconds, one of them")

    def prescription(self, sets: int, language: Language) -> str:
        """`3 × 8 each side, flat back`."""
        amount = f"{self.hold_s}\u00a0s" if self.hold_s else f"{self.repetitions}"
        side = f" {SIDE[language]}" if self.each_side else ""
        return f"{sets} × {amount}{side}, {self.note[language]}"


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    focuses: Mapping[Focus, tuple[str, ...]]
    exercise: Mapping[str, Exercise]


def exercise(name: str) -> Exercise:
    """The exercise with this id; raises KeyError."""
    return _table().exercise[name]


def focus_of(injuries: tuple[InjurySite, ...], *, trail: bool = False, first: bool = False) -> Focus:
    """What the strength work of this runner is about: the first injury, else first steps, else the terrain.

    `first` is for who starts with run-walk: the weight of the body, no load.
    """
    if injuries:
        focus = INJURY_FOCUS[injuries[0]]
        return "achilles-first" if first and focus == "achilles" else focus
    if first:
        return "first"
    return "trail" if trail else "general"


INJURY_FOCUS: Mapping[InjurySite, Focus] = {
    InjurySite.KNEE: "knee",
    InjurySite.ACHILLES: "achilles",
    InjurySite.SHIN: "shin",
}


def supplement(focus: Focus, level: Level, phase: str, language: Language) -> StrengthSupplement:
    """The strength work for one day: fewer exercises and one set less in taper, race and recovery weeks.

    Meant for an easy day or the evening of a hard one, never in the 48 hours before a race.
    """
    light = phase in LIGHT_PHASES
    chosen = tuple(map(exercise, _table().focuses[focus][: LIGHT_EXERCISES if light else EXERCISES]))
    sets = tuple(max(1, item.sets[LEVELS.index(level)] - light) for item in chosen)
    sides = sum(count * (2 if item.each_side else 1) for item, count in zip(chosen, sets, strict=True))
    minutes = max(1, round(sides * MINUTES_PER_SET / MINUTES_GRAIN)) * MINUTES_GRAIN
    return StrengthSupplement(
        minutes=minutes,
        exercises=tuple(
            StrengthExercise(name=item.name[language], prescription=item.prescription(count, language))
            for item, count in zip(chosen, sets, strict=True)
        ),
    )


@cache
def _table() -> _Table:
    return read_table(_Table, "core.program", "strength.toml")
