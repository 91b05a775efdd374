"""A hot day: the weather a runner writes, and what it does to the paces of one session."""

import re
from dataclasses import dataclass
from typing import Literal

from core.conditions import heat_slowdown, wbgt_c
from core.notation.words import plain
from core.paces import Range
from core.program.exchange import Session
from core.session_kinds import is_hard
from core.session_profile import Block, session_blocks

Warmth = Literal["cool", "warm", "hot", "dangerous"]
HUMID_PERCENT, DRY_PERCENT = 80.0, 30.0  # what "humid" and "dry" stand for; own choice
COLDEST_C, HOTTEST_C = -30.0, 50.0
LEAST_SLOWDOWN = 0.01  # a change of less than one per cent is lost in the reading of a watch
# Armstrong and others 2007 (ACSM position stand): risk rises from a WBGT of 23, from 28 effort is put off.
HOT_WBGT_C, DANGEROUS_WBGT_C = 23.0, 28.0
USUAL_MIN = 45.0

_NUMBER = r"(?P<value>-?\d{1,3}(?:[.,]\d)?)"
_DEGREES = r"(?:°|º|degres?|degrees?|deg)"
_READINGS = (
    re.compile(rf"(?<![\d:.,/]){_NUMBER}(?: ?{_DEGREES} ?)?(?P<unit>[cf])\b(?!')"),
    re.compile(rf"(?<![\d:.,/]){_NUMBER} ?{_DEGREES}"),
    re.compile(rf"\b(?:il (?:fait|fera|va faire)|on annonce|meteo|temperature|it'?s|it is|it will be)"
               rf"(?: (?:de|a|environ|deja|about|already|going to be))* {_NUMBER}"
               r"(?![\d:.,/]| ?(?:km|min|h|am|pm|o'clock|%))"),
)  # fmt: skip
_HUMIDITY = re.compile(r"(?P<percent>\d{1,3}) ?% ?(?:d'humidite|humidite|humidity|hr|rh)?")
_HUMID = re.compile(r"\bhumides?\b|\blourd\b|\bmoite\b|\bhumid\b|\bmuggy\b|\bsticky\b|\borageux\b")
_DRY = re.compile(r"\bsec\b|\bseche\b|\bdry\b")
_ABOUT_A_RUN = re.compile(
    r"\d ?(?:km|kms|mi|miles?|min)\b|\bcouru\b|\bran\b|\bseance faite\b|\beffort\b|\bfievre\b|\bfever\b"
)
AT_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Weather:
    """Air temperature in degrees Celsius; humidity in per cent where the runner told it."""

    temperature_c: float
    humidity_percent: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The pace of one block before and after, in s/km."""

    block: Block
    before: Range
    after: Range


@dataclass(frozen=True, slots=True)
class HeatNote:
    """What the weather does to a session: paces times `factor` (1 or more), the blocks that carry a pace."""

    weather: Weather
    wbgt_c: float
    factor: float
    warmth: Warmth
    hard: bool
    changes: tuple[Change, ...]


def read_weather(text: str) -> Weather | None:
    """The weather a short text tells ("il fait 31", "31°C", "88 F", "32 degrés humide"), or None."""
    cleaned = plain(text)
    if len(cleaned) > AT_MOST_LETTERS or _ABOUT_A_RUN.search(cleaned):
        return None
    found = next((found for pattern in _READINGS if (found := pattern.search(cleaned))), None)
    if found is None:
        return None
    value = float(found["value"].replace(",", "."))
    if found.groupdict().get("unit") == "f":
        value = (value - 32) / 1.8
    return Weather(value, _humidity(cleaned)) if COLDEST_C <= value <= HOTTEST_C else None


def heat_note(session: Session, weather: Weather) -> HeatNote:
    """The session's paces in this weather, each pace slowed as a race of the session's length would be."""
    duration_min = session.duration_min or USUAL_MIN
    wbgt = wbgt_c(weather.temperature_c, weather.humidity_percent)
    factor = heat_slowdown(weather.temperature_c, weather.humidity_percent, duration_min=duration_min)
    if factor - 1 < LEAST_SLOWDOWN:
        return HeatNote(weather, wbgt, 1.0, "cool", is_hard(session), ())
    changes: list[Change] = []
    for block in session_blocks(session):
        if block.pace is None:
            continue
        after = Range(block.pace.min_s_per_km * factor, block.pace.max_s_per_km * factor)
        if block.pace not in [change.before for change in changes]:
            changes.append(Change(block, block.pace, after))
    return HeatNote(weather, wbgt, factor, _warmth(wbgt), is_hard(session), tuple(changes))


def _humidity(text: str) -> float | None:
    found = _HUMIDITY.search(text)
    if found and int(found["percent"]) <= 100:
        return float(found["percent"])
    if _HUMID.search(text):
        return HUMID_PERCENT
    return DRY_PERCENT if _DRY.search(text) else None


def _warmth(wbgt: float) -> Warmth:
    if wbgt >= DANGEROUS_WBGT_C:
        return "dangerous"
    return "hot" if wbgt >= HOT_WBGT_C else "warm"
