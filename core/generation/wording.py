"""Words from a model made fit for a runner: no links, markup, leaks, dangerous advice or foreign language.

A sentence that says something it must not is left out; nothing is rewritten.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import ClassVar

from pydantic import ConfigDict

from core.athlete import Language
from core.generation.tongues import is_clearly_not_in
from core.notation.words import plain
from core.tables import read_table

READ_AT_MOST = 2000  # characters of one text, before anything else
ELLIPSIS = "…"
ECHO_WORDS = 8
"""Consecutive words shared with the prompt or a runner's own text that count as repeating it."""
LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,12}://|\bwww\.|\bmailto:|(?<!\w)@\w{2,}|\w@\w|(?<![\w/])/[a-z]{2,}"
    r"|\b[\w-]{2,}\.(?:com|net|org|fr|io|me|ru|co|info|app|dev|xyz|ly|gg|be|ch|eu|uk|link|shop|top|site|online|ai|tv|cc|de|es|it|cn|biz|zip)\b",
    re.IGNORECASE,
)
MARKUP = re.compile(
    r"<[^<>]{0,200}>|&#?\w{1,8};|!?\[([^\[\]]{0,200})\]\([^()]{0,500}\)|[`*_~#|<>{}\[\]\\^]|^\s*[-•>]\s+"
)
INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
GLUED = re.compile(r"(?<=[^\W\d])\.(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class _Patterns:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    patterns: Mapping[str, tuple[str, ...]]
    leaks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Wording:
    """Cleans the texts of one reply. `secrets` are texts that must not come back: prompt and runner's own."""

    language: Language
    secrets: tuple[str, ...] = ()

    def fit_sentences(self, text: str) -> list[str]:
        """The sentences of a text that may be said."""
        return [sentence for sentence in sentences(text) if self.is_fit(sentence)]

    def is_fit(self, sentence: str) -> bool:
        """Whether a sentence (markup already removed) may be said to the runner."""
        return self.is_harmless(sentence) and not is_clearly_not_in(self.language, sentence)

    def is_harmless(self, sentence: str) -> bool:
        """Whether a sentence has no link, nothing dangerous and nothing of the request."""
        return not (LINK.search(sentence) or dangers(sentence) or self.leaks(sentence))

    def leaks(self, sentence: str) -> bool:
        """Whether a sentence speaks of the request itself or repeats a stretch of it."""
        folded = plain(sentence)
        if any(pattern.search(folded) for pattern in _leak_patterns()):
            return True
        return bool(self._shingles & set(_shingles(sentence)))

    @cached_property
    def _shingles(self) -> frozenset[tuple[str, ...]]:
        return frozenset(shingle for secret in self.secrets for shingle in _shingles(secret))


def sentences(text: str) -> list[str]:
    """The sentences of a text, without markup and invisible characters."""
    bare = unicodedata.normalize("NFC", text[:READ_AT_MOST])
    bare = INVISIBLE.sub(" ", bare)
    bare = MARKUP.sub(lambda match: match.group(1) or " " * (len(match.group(0)) > 1), _opened(bare))
    return [part for part in SENTENCE_END.split(" ".join(bare.split())) if re.search(r"\w", part)]


def _opened(text: str) -> str:
    """Markup links and tags with an address, as plain address: the sentence around them must go too."""
    text = re.sub(r"\]\(\s*([^()]{0,500})\)", r"] \1 ", text)
    return re.sub(r"<[^<>]{0,40}(?:href|src)\s*=\s*[\"']?([^\"'<> ]{0,300})[^<>]{0,200}>", r" \1 ", text)


def dangers(text: str) -> tuple[str, ...]:
    """What makes a text dangerous advice, by name; empty when nothing does."""
    folded = plain(text)
    return tuple(name for name, patterns in _unsafe().items() if any(p.search(folded) for p in patterns))


def cut(text: str, at_most: int) -> str:
    """At most so many characters: whole sentences if that leaves half, else whole words and an ellipsis."""
    text = GLUED.sub(". ", " ".join(text.split()))
    if len(text) <= at_most:
        return text
    grown = accumulate(SENTENCE_END.split(text), lambda before, sentence: f"{before} {sentence}")
    whole = max((part for part in grown if len(part) <= at_most), key=len, default="")
    if len(whole) >= at_most / 2:
        return whole
    return text[: at_most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + ELLIPSIS


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", plain(text))
    return (tuple(words[i : i + ECHO_WORDS]) for i in range(len(words) - ECHO_WORDS + 1))


@cache
def _unsafe() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    table = read_table(_Patterns, "core.generation", "unsafe.toml")
    return {name: _compiled(patterns) for name, patterns in table.patterns.items()}


@cache
def _leak_patterns() -> tuple[re.Pattern[str], ...]:
    table = read_table(_Patterns, "core.generation", "unsafe.toml")
    return _compiled(pattern for patterns in table.leaks.values() for pattern in patterns)


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)
