"""What the catalogue does not say of a movement yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from core.athlete import Language, Level
from core.catalogue.exercise import Exercise, ExerciseWords
from core.catalogue.reading import catalogue, unstated, words_of

WordField = Literal["name", "cues", "mistakes", "harder"]
FactField = Literal["muscles", "contraindications", "progressions"]
FACT_FIELDS: tuple[FactField, ...] = get_args(FactField)
WORD_FIELDS: tuple[WordField, ...] = ("name", "cues", "mistakes", "harder")
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Gaps:
    """One movement and what is missing of it; `offered` are the movements it may lead to."""

    exercise: Exercise
    known: Mapping[Language, ExerciseWords]
    words: Mapping[Language, tuple[WordField, ...]]
    facts: tuple[FactField, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many things are missing."""
        return len(self.facts) + sum(map(len, self.words.values()))


def gaps_of(
    exercise: Exercise, known: Mapping[Language, ExerciseWords], left_open: frozenset[str]
) -> Gaps | None:
    """What is missing of a movement whose words are `known`; None when nothing is.

    `left_open` are the facts that its table does not state.
    """
    words = {language: tuple(_missing_words(known.get(language))) for language in LANGUAGES}
    offered = () if exercise.progressions else _next_steps(exercise)
    wanted = left_open | {"progressions"} if offered else left_open
    facts = tuple(name for name in FACT_FIELDS if name in wanted)
    gaps = Gaps(exercise, known, {key: lacks for key, lacks in words.items() if lacks}, facts, offered)
    return gaps if gaps.count else None


def every_gap() -> dict[str, Gaps]:
    """What the tables lack, by movement."""
    found = {
        key: gaps_of(movement, _known_words(key), unstated(key)) for key, movement in catalogue().items()
    }
    return {key: gaps for key, gaps in found.items() if gaps}


def _known_words(key: str) -> dict[Language, ExerciseWords]:
    known: dict[Language, ExerciseWords] = {}
    for language in LANGUAGES:
        try:
            known[language] = words_of(key, language)
        except KeyError:
            continue
    return known


def _missing_words(known: ExerciseWords | None) -> Iterator[WordField]:
    for name in WORD_FIELDS:
        if known is None or not getattr(known, name):
            yield name


def _next_steps(exercise: Exercise) -> tuple[str, ...]:
    """Movements of the same kind, not easier, that do not lead here already."""
    rank = list(Level).index
    return tuple(
        key
        for key, other in catalogue().items()
        if other.pattern == exercise.pattern
        and other.discipline == exercise.discipline
        and key != exercise.id
        and rank(other.level) > rank(exercise.level)
        and exercise.id not in other.progressions
    )
