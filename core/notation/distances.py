"""Distances as runners type them: `10 km`, `10k`, `semi`, `half marathon`, `5 miles`, `21,1`."""

import re
from typing import Literal

from core.failure import Failure
from core.notation.numbers import digits_for_words
from core.notation.words import plain

DistanceUnit = Literal["km", "mi"]
HALF_MARATHON_M, MARATHON_M = 21_097.5, 42_195.0
MILE_M = 1609.344
METRES_FROM = 400
"""A bare number this large is metres: nobody runs 400 km to tell a coach."""
_UNIT_M: dict[str, float] = {
    "km": 1000, "kms": 1000, "k": 1000, "kilometre": 1000, "kilometres": 1000, "kilometer": 1000,
    "kilometers": 1000, "kilo": 1000, "kilos": 1000, "borne": 1000, "bornes": 1000,
    "mi": MILE_M, "mile": MILE_M, "miles": MILE_M, "mille": MILE_M, "milles": MILE_M,
    "m": 1, "metre": 1, "metres": 1, "meter": 1, "meters": 1,
}  # fmt: skip
_NAMED = re.compile(
    r"\b(?P<half>(?:semi|demi|half)(?:[ -]?marathon)?|hm)\b|\b(?P<full>(?:full[ -]?)?marathon|mara)\b"
)
_MEASURED = re.compile(
    rf"(?<![\d.,:'-])(?P<number>\d+(?:[.,]\d+)?|\d{{1,3}} \d{{3}}) ?(?P<unit>{'|'.join(_UNIT_M)})\b(?!')"
)
_NO_BARE = re.compile(r"^-|\d ?m\b")
_LONE_MILE = re.compile(r"\bmile\b")
_BARE = re.compile(r"\d+(?:[.,]\d+)?")
# A "m" right after a small number is minutes in "45m": only what can be a race in metres is a distance.
_SHORTEST_IN_METRES = 100


def find_distance(text: str) -> tuple[float, str] | None:
    """The first distance with a name or a unit in a plain text: metres, and the text without it."""
    for pattern, read in ((_NAMED, _named_m), (_MEASURED, _measured_m), (_LONE_MILE, _one_mile_m)):
        for found in pattern.finditer(text):
            metres = read(found)
            if metres:
                return metres, f"{text[: found.start()]} {text[found.end() :]}".strip()
    return None


def parse_distance(text: str, unit: DistanceUnit = "km") -> float | Failure:
    """A distance above zero in metres; `unit` is meant when a number stands alone (metres from 400 on)."""
    cleaned = digits_for_words(plain(text))
    found = find_distance(cleaned)
    if found and not _BARE.search(found[1]):
        return found[0]
    bare = _BARE.findall(cleaned)
    if not found and len(bare) == 1 and not _NO_BARE.search(cleaned):
        metres = bare_distance_m(bare[0], unit)
        if metres:
            return metres
    return Failure("notation-distance-unclear")


def bare_distance_m(text: str, unit: DistanceUnit = "km") -> float | None:
    """Metres meant by a number alone, or None when `text` is no number above zero."""
    if not _BARE.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    if number >= METRES_FROM:
        return number
    return number * _UNIT_M[unit] or None


def exact_race_distance_m(distance_m: float) -> float:
    """The official distance when a runner rounded a half marathon or a marathon (21, 21.1, 42, 42.2 km)."""
    for official_m, slack_m in ((HALF_MARATHON_M, 100.0), (MARATHON_M, 200.0)):
        if abs(distance_m - official_m) <= slack_m:
            return official_m
    return distance_m


def _named_m(found: re.Match[str]) -> float:
    return HALF_MARATHON_M if found["half"] else MARATHON_M


def _one_mile_m(_found: re.Match[str]) -> float:
    return MILE_M


def _measured_m(found: re.Match[str]) -> float | None:
    number, unit_m = float(found["number"].replace(" ", "").replace(",", ".")), _UNIT_M[found["unit"]]
    if unit_m == 1 and number < _SHORTEST_IN_METRES:
        return None
    return number * unit_m or None
