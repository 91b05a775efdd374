"""Which choice a typed phrase means: tables of words, compared without case, accents or punctuation."""

import re
import unicodedata
from functools import cache

from core.tables import read_table

# Longer messages are prose, where a word found by chance would be taken for an answer.
MAX_WORDS_OF_A_CHOICE = 8
Vocabulary = dict[str, list[str]]

# Marks that turn the direction of a text: they could disguise what is shown beside them.
_DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@cache
def _vocabularies() -> dict[str, Vocabulary]:
    return read_table(dict[str, Vocabulary], "core.dialogue", "words.toml")


def plain(text: str) -> str:
    """The text in lower case letters and digits, single spaces between words."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe")).casefold()
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def clean(text: str) -> str:
    """The text as it may be kept and shown: no direction marks, single spaces."""
    return " ".join(text.translate(_DIRECTION_MARKS).split())


def choice_named(vocabulary: str, text: str) -> str | None:
    """The choice of this vocabulary that the text names, or None when none or two are named."""
    said = _said(text)
    if not said or len(said.split()) > MAX_WORDS_OF_A_CHOICE:
        return None
    words = _vocabularies().get(vocabulary, {})
    exact = [choice for choice, phrases in words.items() if said in phrases]
    return exact[0] if exact else _longest_inside(words, said)


def choice_exactly(vocabulary: str, text: str) -> str | None:
    """The choice whose phrase is the whole text, or None."""
    said = _said(text)
    words = _vocabularies().get(vocabulary, {})
    return next((choice for choice, phrases in words.items() if said in phrases), None)


def _said(text: str) -> str:
    """The plain text; nothing for a negative number, which names no choice."""
    return "" if re.match(r"\s*[-−–]\s*\d", text) else plain(text)


def _longest_inside(words: Vocabulary, said: str) -> str | None:
    found = {
        phrase: choice
        for choice, phrases in words.items()
        for phrase in phrases
        if len(phrase) > 2 and f" {phrase} " in f" {said} "
    }
    if not found:
        return None
    longest = max(found, key=len)
    others = {choice for phrase, choice in found.items() if phrase not in longest}
    return found[longest] if others <= {found[longest]} else None
