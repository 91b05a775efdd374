"""The catalogue as it is written in the tables beside this module."""

from dataclasses import dataclass
from functools import cache
from typing import ClassVar, get_args

from pydantic import ConfigDict

from core.athlete import Language, Level
from core.catalogue.exercise import (
    Discipline,
    Equipment,
    Exercise,
    ExerciseWords,
    Measure,
    Muscle,
    Pattern,
    Site,
)
from core.tables import read_table

DISCIPLINES: tuple[Discipline, ...] = get_args(Discipline)
USUAL_SECONDS: dict[Measure, float] = {
    "reps": 3.0,
    "seconds": 1.0,
    "metres": 0.8,
    "minutes": 60.0,
    "calories": 4.0,
}
"""One unit of a measure, in seconds, where the table of the movement does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One movement as its table holds it."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_min_length=1)

    pattern: Pattern
    equipment: frozenset[Equipment]
    measure: Measure
    level: Level
    unilateral: bool = False
    muscles: tuple[Muscle, ...] = ()
    contraindications: frozenset[Site] | None = None
    regressions: tuple[str, ...] = ()
    progressions: tuple[str, ...] = ()
    pose: str | None = None
    seconds_each: float | None = None


@cache
def catalogue() -> dict[str, Exercise]:
    """Every movement by its id, in the order of the tables."""
    return {
        key: _exercise(key, discipline, facts)
        for discipline in DISCIPLINES
        for key, facts in _facts(discipline).items()
    }


def exercise(key: str) -> Exercise:
    """The movement with this id; KeyError when the catalogue has none."""
    return catalogue()[key]


def words_of(key: str, language: Language) -> ExerciseWords:
    """The words of a movement; KeyError when the catalogue has none in this language."""
    return _words(exercise(key).discipline, language)[key]


def unstated(key: str) -> frozenset[str]:
    """The facts that the table of a movement leaves open: its muscles, its contraindications."""
    facts = _facts(exercise(key).discipline)[key]
    stated = {"muscles": facts.muscles, "contraindications": facts.contraindications is not None}
    return frozenset(name for name, known in stated.items() if not known)


@cache
def _facts(discipline: Discipline) -> dict[str, Facts]:
    return read_table(dict[str, Facts], "core.catalogue", "exercises", f"{discipline}.toml")


@cache
def _words(discipline: Discipline, language: Language) -> dict[str, ExerciseWords]:
    return read_table(dict[str, ExerciseWords], "core.catalogue", "words", language, f"{discipline}.toml")


def _exercise(key: str, discipline: Discipline, facts: Facts) -> Exercise:
    return Exercise(
        id=key,
        discipline=discipline,
        pattern=facts.pattern,
        equipment=facts.equipment,
        measure=facts.measure,
        level=facts.level,
        unilateral=facts.unilateral,
        muscles=facts.muscles,
        contraindications=facts.contraindications or frozenset(),
        regressions=facts.regressions,
        progressions=facts.progressions,
        pose=facts.pose or key,
        seconds_each=facts.seconds_each or USUAL_SECONDS[facts.measure],
    )
