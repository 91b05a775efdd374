"""Well-known races and a runner's own: found by name, typos tolerated, or read from a JSON file.

A wrong race is worse than none: every word of a query that names a place must be found in the race's name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field
from rapidfuzz import fuzz

from core.athlete import CoursePoint, Language, Race, Terrain
from core.notation.words import plain
from core.race_file import UnreadableRace, race_from_json
from core.tables import Words, read_table

__all__ = ["RaceEntry", "RaceMatch", "UnreadableRace", "find_race", "known_races", "race_from_json"]

# What kind of race a name says: two names that say different kinds are different races.
KIND_PHRASES: tuple[tuple[str, str], ...] = (
    (r"\b(?:mitja marato|halbmarathon)\b", "half"),
    (r"\b(?:semi|half|demi|medio|meia|media) ?(?:marathon|maraton|maratona)?\b", "half"),
    (r"\b(?:marathon|maraton|maratona|marato)\b", "marathon"),
    (r"\b(\d{1,3})[ -]?(?:km|kms|k|kilometres?|kilometers?|bornes)\b", r"\1k"),
    (r"\beco trail\b", "ecotrail"),
    (r"\b(?:trail|maratrail)\b", "trail"),
    (r"\bcorrida\b", "corrida"),
    (r"\bekiden\b", "ekiden"),
)  # fmt: skip
KINDS = re.compile(r"^(?:half|marathon|trail|corrida|ekiden|\d{1,3}k)$")
YEAR = re.compile(r"\b20\d\d\b")

SAME_WORD = 80.0  # rapidfuzz ratio from which two words of six letters or more are one
SAME_SHORT_WORD = 88.0  # likewise for shorter words, where one letter makes another name
SHORT_WORD_LETTERS = 5
SAME_JOINED = 90.0  # for names written in one word or two: "sainte lyon"
LEAST_COVERED = 0.65  # share of a name's letters that a query must account for
# The same when only the query says a kind: "marathon de marseille" is no Marseille-Cassis.
LEAST_COVERED_OF_OTHER_KIND = 0.9
WEIGHTS = (0.6, 0.25, 0.15)  # likeness, share covered, kind


@dataclass(frozen=True, slots=True, kw_only=True)
class _PointEntry:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    fr: str
    en: str
    km: Annotated[float, Field(ge=0)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceEntry:
    """A race of the table: figures as commonly published, `weather` a key of the table's weather words."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Annotated[str, Field(min_length=2)]
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    distance_km: Annotated[float, Field(gt=0)]
    climb_m: Annotated[float, Field(ge=0)]
    descent_m: Annotated[float, Field(ge=0)]
    terrain: Terrain
    weather: str
    aliases: tuple[str, ...] = ()
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    temperature_c: Annotated[float, Field(ge=-30, le=55)] | None = None
    humidity_percent: Annotated[float, Field(ge=0, le=100)] | None = None
    altitude_m: Annotated[float, Field(ge=0, le=6000)] | None = None
    key_points: tuple[_PointEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class _RaceTable:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    idle_words: frozenset[str]
    weather: Mapping[str, Words]
    race: tuple[RaceEntry, ...]


@dataclass(frozen=True, slots=True)
class RaceMatch:
    """A race that a text may mean: `score` is 0 to 100, best first."""

    id: str
    race: Race
    country: str
    score: float


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a race: what kind it says, and the words that single it out."""

    kinds: frozenset[str]
    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "".join(self.words)


def find_race(text: str, limit: int = 3, *, language: Language = "fr") -> tuple[RaceMatch, ...]:
    """The races that `text` may name, best first, at most `limit`; nothing rather than a wrong race."""
    query = _name_of(text)
    if not query.words:
        return ()
    scored = ((_best_score(query, names), entry) for entry, names in _named_races())
    found = sorted(((score, entry) for score, entry in scored if score > 0), key=lambda pair: -pair[0])
    return tuple(
        RaceMatch(entry.id, _race(entry, language), entry.country, round(score, 1))
        for score, entry in found[:limit]
    )


def known_races(language: Language = "fr") -> tuple[Race, ...]:
    """Every race of the table, in its order."""
    return tuple(_race(entry, language) for entry in _table().race)


@cache
def _table() -> _RaceTable:
    return read_table(_RaceTable, "core", "races.toml")


@cache
def _named_races() -> tuple[tuple[RaceEntry, tuple[_Name, ...]], ...]:
    return tuple(
        (entry, tuple(_name_of(name) for name in (entry.name, *entry.aliases))) for entry in _table().race
    )


def _race(entry: RaceEntry, language: Language) -> Race:
    return Race(
        name=entry.name,
        distance_km=entry.distance_km,
        climb_m=entry.climb_m,
        descent_m=entry.descent_m,
        terrain=entry.terrain,
        temperature_c=entry.temperature_c,
        humidity_percent=entry.humidity_percent,
        altitude_m=entry.altitude_m,
        weather=_table().weather[entry.weather][language],
        month=entry.month,
        key_points=tuple(
            CoursePoint(point.fr if language == "fr" else point.en, point.km) for point in entry.key_points
        ),
    )


def _name_of(text: str) -> _Name:
    """The kind and the telling words of a name, in plain letters: years, articles and signs left out."""
    spoken = re.sub(r"[^a-z0-9]+", " ", YEAR.sub(" ", plain(text)))
    for phrase, kind in KIND_PHRASES:
        spoken = re.sub(phrase, f" {kind} ", spoken)
    words = spoken.split()
    kinds = frozenset(word for word in words if KINDS.match(word))
    return _Name(
        kinds, tuple(word for word in words if word not in kinds and word not in _table().idle_words)
    )


def _best_score(query: _Name, names: tuple[_Name, ...]) -> float:
    return max(_score(query, name) for name in names)


def _score(query: _Name, name: _Name) -> float:
    """0 when the two cannot be the same race, else up to 100."""
    if not name.words or (query.kinds and name.kinds and query.kinds.isdisjoint(name.kinds)):
        return 0.0
    likeness, covered = _joined_likeness(query, name) or _word_likeness(query, name)
    only_query_says_kind = bool(query.kinds) and not name.kinds
    if covered < (LEAST_COVERED_OF_OTHER_KIND if only_query_says_kind else LEAST_COVERED):
        return 0.0
    kind = 1.0 if query.kinds == name.kinds else 0.5
    return sum(
        weight * part for weight, part in zip(WEIGHTS, (likeness, covered * 100, kind * 100), strict=True)
    )


def _joined_likeness(query: _Name, name: _Name) -> tuple[float, float] | None:
    ratio = fuzz.ratio(query.joined, name.joined)
    alike = ratio >= SAME_JOINED and query.joined[0] == name.joined[0]
    return (ratio, ratio / 100) if alike and len(name.joined) > SHORT_WORD_LETTERS else None


def _word_likeness(query: _Name, name: _Name) -> tuple[float, float]:
    """Mean likeness of the query's words and the share of the name's letters they account for."""
    pairs = tuple(_closest(word, name.words) for word in query.words)
    if any(ratio == 0 for ratio, _ in pairs):
        return 0.0, 0.0
    letters = sum(len(word) for word in {word for _, word in pairs})
    return sum(ratio for ratio, _ in pairs) / len(pairs), letters / len(name.joined)


def _closest(word: str, others: tuple[str, ...]) -> tuple[float, str]:
    return max((_same_word(word, other), other) for other in others)


def _same_word(word: str, other: str) -> float:
    """Likeness of two words, 0 unless one is a typo of the other; typos rarely hit the first letter."""
    if word[0] != other[0] or ((word.isdigit() or other.isdigit()) and word != other):
        return 0.0
    ratio = fuzz.ratio(word, other)
    short = min(len(word), len(other)) <= SHORT_WORD_LETTERS
    return ratio if ratio >= (SAME_SHORT_WORD if short else SAME_WORD) else 0.0
