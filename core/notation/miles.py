"""Texts for a runner who counts in miles: what was written in kilometres, said in miles.

Texts of plans are written once, in kilometres. Races keep their names: `10 km` with an ordinary space is a
race, a figure that was computed has a narrow one.
"""

import re

from core.athlete import Language
from core.formatting import METRES_PER_KM, NARROW_SPACE, format_number
from core.notation.distances import MILE_M
from core.notation.units import SHORT_KM, Units, format_speed_in, paces_in

NUMBER = r"\d+(?:[.,]\d+)?"
SPACES = "[ \u00a0\u202f]"
RACES_KM = ("5", "10")
"""Races that are called by their kilometres, also by those who count in miles."""
_SPEED = re.compile(rf"(?<![\d.,])(?P<number>{NUMBER}){SPACES}?km/h\b")
_DISTANCE = re.compile(
    rf"(?<![\d.,])(?:(?P<first>{NUMBER})(?P<between>{SPACES}?(?:-|–|à|to|and|et){SPACES}?))?"
    rf"(?P<number>{NUMBER})(?P<how>{SPACES}(?:very easy|easy|calm))?(?P<space>{SPACES}?)km\b(?!/)"
)


def in_units(text: str, units: Units, language: Language) -> str:
    """The text with its paces, distances and speeds in the runner's unit; in kilometres it stays as it is."""
    if units == "km" or "km" not in text:
        return text
    text = _SPEED.sub(lambda found: format_speed_in(_read(found["number"]), units, language), text)
    return _DISTANCE.sub(lambda found: _in_miles(found, language), paces_in(text, units))


def in_miles_number(km: float) -> float:
    """Miles of a distance in km."""
    return km * METRES_PER_KM / MILE_M


def _in_miles(found: re.Match[str], language: Language) -> str:
    is_race = found["first"] is None and found["space"] == " " and found["number"] in RACES_KM
    if is_race or _read(found["number"]) <= SHORT_KM:
        return found[0]
    ends = [_miles(end, language) for end in found.group("first", "number") if end]
    joined = (found["between"] or "").join(ends)
    return f"{joined}{found['how'] or ''}{NARROW_SPACE}mi"


def _miles(written: str, language: Language) -> str:
    return format_number(in_miles_number(_read(written)), language)


def _read(number: str) -> float:
    return float(number.replace(",", "."))
