"""Whether a text's numbers are the session's.

Every quantity with a unit is read; one that is neither the session's nor harmless in its section
contradicts it. A number without a unit is harmless up to twenty (breaths, steps, exercises).
"""

import re
from collections.abc import Callable, Iterator, Mapping

from core.enrichment.figures import PACE, Facts, paces_in
from core.enrichment.model import Section
from core.notation.words import plain

NUMBER_WORDS: Mapping[str, int] = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100,
}  # fmt: skip
REPETITION_WORDS = (
    r"(?:repetitions?|reps?|blocs?|blocks?|intervalles?|intervals?|passages?|montees|climbs|descentes"
    r"|descents|surges|series|sets?|repeats)"
)
VALUE = r"(\d+(?:[.,]\d+)?)"
RANGE = rf"(?:{VALUE}\s*(?:-|–|a|to|et|and|ou|or)\s*)?{VALUE}"
HARMLESS_BARE = 20
BARE_OTHERS = frozenset({30, 60, 90, 180, 100})
"""Cadence steps, degrees and round words of talk."""

Check = Callable[[float, Facts, Section], bool]


def contradicts(text: str, facts: Facts, section: Section) -> bool:
    """Whether a number of the text is not the session's."""
    written = _with_digits(text)
    if any(not _is_near_pace(pace, facts) for pace in paces_in(written)):
        return True
    written = PACE.sub(" ", written)
    for pattern, is_right in _QUANTITIES:
        for value in _values(pattern, written):
            if not is_right(value, facts, section):
                return True
        written = pattern.sub(" ", written)
    return any(not _bare_is_right(value, facts) for value in _values(_BARE, written))


def _is_near_pace(pace_s: int, facts: Facts) -> bool:
    """A pace of the session, or one inside the range it gives."""
    known = facts.paces_s_per_km
    return pace_s in known


def _minutes(value: float, facts: Facts, section: Section) -> bool:
    if section == "fuelling":
        return value in facts.minutes or value <= 60
    return value in facts.minutes or value <= (5 if section == "warm_up" else 1)


def _hours(value: float, facts: Facts, section: Section) -> bool:
    return value * 60 in facts.minutes or (section == "fuelling" and value <= 4) or value == 1


def _seconds(value: float, facts: Facts, section: Section) -> bool:
    return round(value / 60, 3) in facts.minutes or value <= (30 if section == "warm_up" else 15)


def _km(value: float, facts: Facts, _section: Section) -> bool:
    return value in facts.km or value == 1


def _metres(value: float, facts: Facts, section: Section) -> bool:
    is_drill = section == "warm_up" and value <= 100
    return round(value / 1000, 3) in facts.km or value in facts.others or is_drill or value <= 20


def _repetitions(value: float, facts: Facts, section: Section) -> bool:
    if section == "warm_up":
        return value <= HARMLESS_BARE
    near = {count + step for count in facts.repetitions for step in (-1, 0, 1)}
    return value in (near if section in {"progression", "too_hard"} else facts.repetitions) or value <= 2


def _effort(value: float, facts: Facts, _section: Section) -> bool:
    return value in facts.efforts or value <= 2  # the pain that still allows a run


def _grams(value: float, _facts: Facts, section: Section) -> bool:
    return section == "fuelling" and value <= 90


def _millilitres(value: float, _facts: Facts, section: Section) -> bool:
    return section == "fuelling" and value <= 750


def _no(_value: float, _facts: Facts, _section: Section) -> bool:
    return False


def _bare_is_right(value: float, facts: Facts) -> bool:
    return value <= HARMLESS_BARE or value in BARE_OTHERS or value in facts.minutes or value in facts.km


def _quantity(unit: str) -> re.Pattern[str]:
    return re.compile(rf"{RANGE}\s*{unit}(?!\w)")


_BARE = re.compile(rf"(?<!\w){VALUE}")
_QUANTITIES: tuple[tuple[re.Pattern[str], Check], ...] = (
    (
        _quantity(r"(?:%|bpm|pulsations?|battements?|watts?|kcal|calories|km/h|mph|miles?|mi|kg|lb|mg)"),
        _no,
    ),
    (re.compile(rf"{RANGE}\s*(?:[x×]|fois\b|times\b)"), _repetitions),
    (re.compile(rf"{RANGE}\s*(?:/|sur|out of|de)\s*10\b"), _effort),
    (re.compile(rf"\brpe\s*(?:de |of )?{RANGE}"), _effort),
    (_quantity(r"(?:g|grammes?|grams?)(?:\s*/\s*h)?"), _grams),
    (_quantity(r"(?:ml|millilitres?)"), _millilitres),
    (_quantity(REPETITION_WORDS), _repetitions),
    (_quantity(r"(?:km|kilometres?|kilometers?|kms)"), _km),
    (_quantity(r"(?:s|sec|secs|secondes?|seconds?)"), _seconds),
    (_quantity(r"(?:min|mins|minutes?|mn)"), _minutes),
    (_quantity(r"(?:h|heures?|hours?)"), _hours),
    (_quantity(r"(?:m|metres?|meters?)"), _metres),
)
_CLOCK_H = re.compile(r"\b(\d{1,2})\s*h\s*(\d{2})\b(?:\s*min)?|\b(\d{1,2})\s*h\s*(\d{1,2})\s*min\b")
_MIN_S = re.compile(r"\b(\d{1,2})\s*min\s*(\d{2})\b(?:\s*s\b)?")


def _with_digits(text: str) -> str:
    """Plain text with numbers in digits, lengths of two units as minutes or seconds."""
    written = " ".join(plain(text).replace("\u202f", " ").replace("\u00a0", " ").split())
    written = re.sub(r"(?<=\d) (?=000\b)", "", written)
    written = re.sub(r"[a-z]+", _digits, written)
    written = _CLOCK_H.sub(_as_minutes, written)
    return _MIN_S.sub(lambda found: f"{60 * int(found[1]) + int(found[2])} s", written)


def _digits(found: re.Match[str]) -> str:
    word = found[0]
    return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word


def _as_minutes(found: re.Match[str]) -> str:
    hours, minutes = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{60 * int(hours) + int(minutes)} min"


def _values(pattern: re.Pattern[str], text: str) -> Iterator[float]:
    for found in pattern.finditer(text):
        yield from (float(value.replace(",", ".")) for value in found.groups() if value)
