"""What a runner writes in the morning, read as an answer to the check-in: French and English, by rules."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.tables import read_table

Heard = Literal["fit", "tired", "exhausted", "ill", "pain", "unclear"]
MAX_WORDS = 16
"""Longer texts are stories, in which a word found by chance would be taken for an answer."""
DENIAL_REACH_WORDS = 2
FILLERS = frozenset(
    {"du", "tout", "vraiment", "trop", "tres", "si", "at", "all", "really", "too", "that", "very", "so"}
)
"""Words that stand between a denial and what it denies."""
FEELINGS: Mapping[Heard, int] = {"fit": 1, "tired": 2, "exhausted": 3}


@dataclass(frozen=True, slots=True)
class _Denials:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    feelings: Mapping[Heard, tuple[str, ...]]
    denials: _Denials
    denied_means: Mapping[Heard, Heard]


def feeling_in(text: str) -> Heard | None:
    """What the text says of today: a feeling, an illness, a pain; "unclear", or None when nothing.

    Pain and illness win over a feeling; the most tired of several feelings wins.
    """
    said = _said(text)
    if not said or len(said.split()) > MAX_WORDS or "?" in text:
        return None
    heard = set(_heard(said))
    for strongest in ("pain", "ill", "exhausted", "tired", "fit"):
        if strongest in heard:
            return _named(strongest)
    return "unclear" if heard else None


def _named(name: str) -> Heard:
    return next(heard for heard in _table().feelings if heard == name)


def _heard(said: str) -> Iterator[Heard]:
    """Every reading of a phrase in the text, the longest phrases first; each place is read once."""
    for phrase, heard in _phrases():
        pattern = rf"(?<![a-z0-9]){re.escape(phrase)}(?![a-z0-9])"
        while found := re.search(pattern, said):
            before = said[: found.start()]
            if not _is_denied(before):
                yield heard
            else:
                yield _table().denied_means.get(heard, "unclear")
            said = before + "," * (found.end() - found.start()) + said[found.end() :]


def _is_denied(before: str) -> bool:
    """Whether a denial stands within two words before, in the same clause."""
    clause = re.split(r"[,.;!]|\b(?:mais|but|et|and)\b", before)[-1]
    told = [word for word in clause.split() if word not in FILLERS]
    near = told[-DENIAL_REACH_WORDS:]
    pairs = {" ".join(near[at : at + 2]) for at in range(len(near))}
    return bool((set(near) | pairs) & set(_table().denials.words))


def _said(text: str) -> str:
    """Small letters and digits, clauses kept apart by their punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe")).casefold()
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9,.;!]+", " ", re.sub(r"([,.;!])", r" \1 ", kept)).split())


@cache
def _phrases() -> tuple[tuple[str, Heard], ...]:
    pairs = [(phrase, heard) for heard, phrases in _table().feelings.items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _table() -> _Table:
    return read_table(_Table, "core", "feeling_words.toml")
