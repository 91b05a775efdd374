"""What the closed words of the catalogue are called in each language."""

from functools import cache
from typing import Literal

from core.athlete import Language
from core.tables import Words, read_table

Kind = Literal["discipline", "pattern", "muscle", "equipment", "site", "measure", "level"]


def term(kind: Kind, word: str, language: Language) -> str:
    """The name of a closed word, in small letters; KeyError when the catalogue has no such word."""
    return terms()[kind][word][language]


@cache
def terms() -> dict[Kind, dict[str, Words]]:
    """Every closed word by its kind."""
    return read_table(dict[Kind, dict[str, Words]], "core.catalogue", "terms.toml")
