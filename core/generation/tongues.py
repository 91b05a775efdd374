"""Which language a text is in, told by its small words."""

import re
from collections.abc import Mapping
from functools import cache

from core.athlete import Language
from core.tables import read_table

WORD = re.compile(r"[^\W\d_]+")
LEAST_SHARE = 0.12
"""Of the words of running prose, at least these are among the commonest of its language (usually a third)."""
TELLING_WORDS, TELLING_HITS = 6, 3  # fewer words, or fewer common ones among them, tell nothing


def is_in(language: Language, text: str) -> bool:
    """Whether running prose is in this language and no other known one fits better."""
    words = WORD.findall(text.lower())
    if not words:
        return False
    hits = {name: sum(word in common for word in words) for name, common in _tongues().items()}
    return hits[language] >= LEAST_SHARE * len(words) and hits[language] >= max(hits.values())


def is_clearly_not_in(language: Language, text: str) -> bool:
    """Whether a short text betrays another language; a few words are given the benefit of the doubt."""
    words = WORD.findall(text.lower())
    if any(not _is_latin(word) for word in words):
        return True
    if len(words) < TELLING_WORDS:
        return False
    hits = {name: sum(word in common for word in words) for name, common in _tongues().items()}
    return max(hits.values()) >= TELLING_HITS and 2 * hits[language] < max(hits.values())


def _is_latin(word: str) -> bool:
    return all(ord(letter) < 0x250 for letter in word)


@cache
def _tongues() -> Mapping[str, frozenset[str]]:
    table = read_table(dict[str, str], "core.generation", "tongues.toml")
    return {name: frozenset(words.split()) for name, words in table.items()}
