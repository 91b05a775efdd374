"""A movement found by the name someone types, typos tolerated.

Every telling word of a query must be found in a name: a wrong movement is worse than none.
"""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from core.athlete import Language
from core.catalogue.exercise import Exercise
from core.catalogue.reading import catalogue, words_of
from core.notation.words import plain

IDLE = frozenset(
    ("a", "an", "and", "au", "aux", "avec", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "on",
     "s", "sur", "the", "to", "un", "une", "with")
)  # fmt: skip
"""Words that tell no movement from another."""
SAME_WORD = 80.0  # rapidfuzz ratio from which two words of six letters or more are one
SAME_SHORT_WORD = 88.0  # likewise for shorter words, where one letter makes another name
SHORT_WORD_LETTERS = 5
SAME_JOINED = 90.0  # for names written in one word or two: "push up", "pushup"
LEAST_COVERED = 0.6  # share of a name's letters that a query must account for
WEIGHTS = (0.6, 0.4)  # likeness, share covered
OF_OTHER_LANGUAGE = 0.97  # a name of the other language counts a little less
OTHER: dict[Language, Language] = {"fr": "en", "en": "fr"}


@dataclass(frozen=True, slots=True)
class ExerciseMatch:
    """A movement that a text may mean: its name in the language asked for, `score` 0 to 100."""

    exercise: Exercise
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a movement: its telling words, and how much it counts."""

    id: str
    words: tuple[str, ...]
    joined: str
    weight: float


def find(text: str, language: Language, limit: int = 3) -> tuple[ExerciseMatch, ...]:
    """The movements that `text` may name, best first, at most `limit`; nothing rather than a wrong one.

    An id and a name of the other language are understood as well.
    """
    query = _telling_words(text)
    if not query:
        return ()
    best: dict[str, float] = {}
    for name in _names(language):
        score = _score(query, name) * name.weight
        best[name.id] = max(best.get(name.id, 0.0), score)
    found = sorted(((score, key) for key, score in best.items() if score > 0), key=lambda pair: -pair[0])
    return tuple(
        ExerciseMatch(catalogue()[key], words_of(key, language).name, round(score, 1))
        for score, key in found[:limit]
    )


def nearest_names(text: str, language: Language, limit: int = 3) -> tuple[str, ...]:
    """The names that look most like `text`, likely or not, to propose to someone who was not understood."""
    keys, names = zip(
        *((key, plain(name)) for key in catalogue() for name in _own_names(key, language)), strict=True
    )
    closest = process.extract(plain(text), names, scorer=fuzz.token_sort_ratio, limit=None)
    nearest = dict.fromkeys(keys[place] for _, _, place in closest)
    return tuple(words_of(key, language).name for key in list(nearest)[:limit])


def _own_names(key: str, language: Language) -> tuple[str, ...]:
    words = words_of(key, language)
    return (words.name, *words.aliases)


@cache
def _names(language: Language) -> tuple[_Name, ...]:
    return tuple(
        _Name(key, words, "".join(words), weight)
        for key in catalogue()
        for weight, names in (
            (1.0, (*_own_names(key, language), key)),
            (OF_OTHER_LANGUAGE, _own_names(key, OTHER[language])),
        )
        for words in dict.fromkeys(_telling_words(name) for name in names)
    )


def _telling_words(text: str) -> tuple[str, ...]:
    spoken = re.sub(r"[^a-z0-9]+", " ", plain(text)).split()
    telling = [word for word in spoken if word not in IDLE] or spoken
    return tuple(_singular(word) for word in telling)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _score(query: tuple[str, ...], name: _Name) -> float:
    """0 when the query cannot mean this name, 100 when it is the name."""
    if query == name.words:
        return 100.0
    joined = "".join(query)
    if len(name.joined) > SHORT_WORD_LETTERS and joined[0] == name.joined[0]:
        ratio = fuzz.ratio(joined, name.joined, score_cutoff=SAME_JOINED)
        if ratio:
            return min(99.0, ratio)
    likeness, covered = _word_likeness(query, name)
    return WEIGHTS[0] * likeness + WEIGHTS[1] * covered * 100 if covered >= LEAST_COVERED else 0.0


def _word_likeness(query: tuple[str, ...], name: _Name) -> tuple[float, float]:
    """Mean likeness of the query's words and the share of the name's letters they account for."""
    pairs = []
    for word in query:
        ratio, closest = max((_same_word(word, other), other) for other in name.words)
        if not ratio:
            return 0.0, 0.0
        pairs.append((ratio, closest))
    letters = sum(len(word) for word in {word for _, word in pairs})
    return sum(ratio for ratio, _ in pairs) / len(pairs), letters / len(name.joined)


def _same_word(word: str, other: str) -> float:
    """Likeness of two words, 0 unless one is a typo of the other; typos rarely hit the first letter."""
    if word[0] != other[0] or ((word.isdigit() or other.isdigit()) and word != other):
        return 0.0
    ratio = fuzz.ratio(word, other)
    short = min(len(word), len(other)) <= SHORT_WORD_LETTERS
    return ratio if ratio >= (SAME_SHORT_WORD if short else SAME_WORD) else 0.0
