"""Numbers as runners type them: `3`, `12,5`, `trois`, `twenty-one`."""

import re

from core.failure import Failure
from core.notation.words import plain

_UNITS_FR = (
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_UNITS_EN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS_FR = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_TENS_EN = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


def _spelled() -> dict[str, int]:
    words = {"une": 1}
    for units, tens in ((_UNITS_FR, _TENS_FR), (_UNITS_EN, _TENS_EN)):
        words |= {word: value for value, word in enumerate(units)} | tens
        words |= {f"{word}-{units[unit]}": ten + unit for word, ten in tens.items() for unit in range(1, 10)}
    return words


NUMBER_WORDS: dict[str, int] = _spelled()
_TYPED = re.compile(r"(?<![\d.,])-?\d+(?:[.,]\d+)?(?![\d.,]*\d)")
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3}) (\d{3})(?!\d)")
_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TENS_WORDS, _UNIT_WORDS = (*_TENS_FR, *_TENS_EN), (*_UNITS_FR[1:10], *_UNITS_EN[1:10])
_JOINED_TENS = re.compile(rf"\b({'|'.join(_TENS_WORDS)})(?: et |-et-| )({'|'.join(_UNIT_WORDS)})\b")
# "un" and "a" are articles more often than numbers: they count only before something one can count.
_ONE = re.compile(
    r"\b(?:une?|one|an?)"
    r"(?= (?:h|heures?|hours?|miles?|km|kilo\w*|semaines?|weeks?|mois|months?|ans?|years?)\b)"
)
_ARTICLES = frozenset({"un", "une", "one"})


def numbers_in(text: str) -> tuple[float, ...]:
    """Every number of a text already plain, in digits; when there is none, those in letters."""
    typed = tuple(float(found.replace(",", ".")) for found in _TYPED.findall(_THOUSANDS.sub(r"\1\2", text)))
    if typed:
        return typed
    words = _LETTERS.findall(_JOINED_TENS.sub(r"\1-\2", text))
    return tuple(float(NUMBER_WORDS[word]) for word in words if word in NUMBER_WORDS)


def digits_for_words(text: str) -> str:
    """A plain text with its spelled numbers in digits: `dans trois semaines` becomes `dans 3 semaines`."""
    joined = _ONE.sub("1", _JOINED_TENS.sub(r"\1-\2", text))
    return _LETTERS.sub(lambda found: _digits(found[0]), joined)


def _digits(word: str) -> str:
    return word if word in _ARTICLES else str(NUMBER_WORDS.get(word, word))


def parse_number(text: str, minimum: float, maximum: float) -> float | Failure:
    """The one number of a text, from `minimum` to `maximum` inclusive, words around it ignored."""
    found = numbers_in(plain(text))
    if len(found) != 1:
        return Failure("notation-number-unclear", {"minimum": minimum, "maximum": maximum})
    if not minimum <= found[0] <= maximum:
        return Failure("notation-number-out-of-range", {"minimum": minimum, "maximum": maximum})
    return found[0]


def parse_count(text: str, minimum: int, maximum: int) -> int | Failure:
    """The one whole number of a text, from `minimum` to `maximum` inclusive."""
    number = parse_number(text, minimum, maximum)
    if isinstance(number, Failure):
        return number
    if not number.is_integer():
        return Failure("notation-number-not-whole", {"minimum": minimum, "maximum": maximum})
    return int(number)
