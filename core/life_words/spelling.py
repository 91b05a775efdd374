"""A message in plain form, its commonest slips of the finger mended."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pydantic import ConfigDict
from rapidfuzz.distance import DamerauLevenshtein

from core.notation.numbers import digits_for_words
from core.notation.words import plain
from core.tables import read_table

# Letters from which one error still makes the same word, and from which two do.
ONE_ERROR_FROM, TWO_ERRORS_FROM = 5, 9
WORD = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class ByLanguage:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    french: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`words.toml`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    actions: Mapping[str, ByLanguage]
    sessions: Mapping[str, tuple[str, ...]]
    weeks: ByLanguage
    not_for_us: Mapping[str, tuple[str, ...]]
    spelling: Mapping[str, tuple[str, ...]]


@cache
def table() -> Table:
    return read_table(Table, "core.life_words", "words.toml")


def mended(text: str) -> str:
    """The text in small letters without accents, numbers in digits, known words spelt right."""
    return WORD.sub(lambda found: _mended_word(found.group()), digits_for_words(plain(text)))


@cache
def pattern(*expressions: str) -> re.Pattern[str]:
    """Any of the expressions, as whole words; the longest first."""
    ordered = sorted(expressions, key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9'])(?:{'|'.join(ordered)})(?![a-z0-9])")


@cache
def _mended_word(word: str) -> str:
    if word.endswith("'s"):
        return _mended_word(word.removesuffix("'s")) + "'s"
    known, kept = table().spelling["words"], table().spelling["not_typos"]
    if len(word) < ONE_ERROR_FROM or word in known or word in kept:
        return word
    near = [each for each in known if each[0] == word[0] and _is_typo(word, each)]
    return min(near, key=lambda each: DamerauLevenshtein.distance(word, each), default=word)


def _is_typo(word: str, known: str) -> bool:
    shortest = min(len(word), len(known))
    allowed = 2 if shortest >= TWO_ERRORS_FROM else 1 if shortest >= ONE_ERROR_FROM else 0
    return DamerauLevenshtein.distance(word, known, score_cutoff=allowed) <= allowed
