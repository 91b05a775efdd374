"""Movements of the catalogue for a terminal: as a table, as a card, as JSON values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from rich.table import Table

from core.athlete import Language
from core.catalogue.exercise import Exercise
from core.catalogue.reading import words_of
from core.catalogue.selecting import way_in
from core.catalogue.terms import Kind, term
from core.formatting import format_number
from core.localisation import Localizer

LOCALES = Path(__file__).parents[1] / "locales"
IN_TIME = ("seconds", "minutes")
"""Measures that say by themselves how long one unit takes."""


@cache
def texts(language: Language) -> Localizer:
    return Localizer(language, (LOCALES,))


def table_of(movements: Sequence[Exercise], language: Language) -> Table:
    """One row a movement; never cut, so that it can be searched."""
    words = texts(language)
    table = Table(box=None, pad_edge=False)
    for column in ("name", "kind", "needs", "level", "id"):
        table.add_column(words(f"catalogue-{column}"), no_wrap=True)
    for movement in movements:
        table.add_row(
            words_of(movement.id, language).name,
            term("pattern", movement.pattern, language),
            _equipment(movement, words),
            term("level", movement.level, language),
            movement.id,
        )
    return table


def card_lines(movement: Exercise, language: Language) -> Iterator[str]:
    """Everything about one movement: what it is, how to do it, what comes before and after."""
    words, own = texts(language), words_of(movement.id, language)
    kinds: tuple[tuple[Kind, str], ...] = (
        ("discipline", movement.discipline),
        ("pattern", movement.pattern),
        ("level", movement.level),
    )
    yield f"{own.name} ({movement.id})"
    if own.aliases:
        yield words("catalogue-aliases", names=", ".join(own.aliases))
    yield " · ".join(dict.fromkeys(term(kind, word, language) for kind, word in kinds))
    yield words("catalogue-equipment", things=_equipment(movement, words))
    yield words("catalogue-muscles", names=_terms("muscle", movement.muscles, language))
    yield _counted(movement, words)
    yield _hurt(movement, words)
    yield from _listed(words("catalogue-cues"), own.cues)
    yield from _listed(words("catalogue-mistakes"), own.mistakes)
    yield from _listed(words("catalogue-harder"), own.harder)
    yield from _ladder(movement, words)


def values_of(movement: Exercise, language: Language) -> dict[str, Any]:
    """A movement with its words, as JSON takes it."""
    facts = {name: _plain(value) for name, value in asdict(movement).items()}
    return facts | asdict(words_of(movement.id, language))


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _equipment(movement: Exercise, words: Localizer) -> str:
    if not movement.equipment:
        return words("catalogue-nothing-needed")
    return _terms("equipment", sorted(movement.equipment), words.language)


def _terms(kind: Kind, keys: Iterable[str], language: Language) -> str:
    return ", ".join(term(kind, key, language) for key in keys)


def _counted(movement: Exercise, words: Localizer) -> str:
    key = "catalogue-counted-in-time" if movement.measure in IN_TIME else "catalogue-counted"
    measure = term("measure", movement.measure, words.language)
    if movement.unilateral:
        key += "-each-side"
    if movement.measure in IN_TIME:
        return words(key, measure=measure)
    return words(key, measure=measure, seconds=format_number(movement.seconds_each, words.language))


def _hurt(movement: Exercise, words: Localizer) -> str:
    if not movement.contraindications:
        return words("catalogue-hurt-nowhere")
    sites = _terms("site", sorted(movement.contraindications), words.language)
    return words("catalogue-hurt", sites=sites)


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"\n{heading}"
        yield from (f"  • {line}" for line in lines)


def _ladder(movement: Exercise, words: Localizer) -> Iterator[str]:
    def named(keys: Iterable[str], between: str = ", ") -> str:
        return between.join(words_of(key, words.language).name for key in keys)

    steps = way_in(movement.id)
    if movement.regressions or movement.progressions:
        yield ""
    if movement.regressions:
        yield words("catalogue-easier-steps", names=named(movement.regressions))
    if movement.progressions:
        yield words("catalogue-harder-steps", names=named(movement.progressions))
    if len(steps) > 2:
        yield words("catalogue-way-down", names=named(steps, " → "))
