"""Where runners live: time zones by language, by the name of a city, and by the nearest city to a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Annotated, ClassVar
from zoneinfo import available_timezones

from pydantic import ConfigDict, Field

from core.notation.words import plain
from core.tables import read_table

EARTH_RADIUS_KM = 6371.0
# Zones that are rules and not places; "GMT+25" or "EST" names no town.
PLACE = re.compile(
    r"(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+"
)

LEADING_WORDS = frozenset(
    ("a", "au", "aux", "in", "en", "je", "j", "vis", "habite", "suis", "i", "m", "am", "live")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city: its names in small letters without accents, its zone, latitude and longitude in degrees."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    names: Annotated[tuple[str, ...], Field(min_length=1)]
    zone: str
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    usual_zone: str
    language_zones: dict[str, str]
    city: tuple[City, ...]


def guess_zone(language_code: str | None) -> str:
    """The zone most speakers of a language (`fr`, `en-US`) live in; Paris when nothing is known."""
    table = _table()
    code = (language_code or "").lower().replace("_", "-")
    narrow = table.language_zones.get(code)
    return narrow or table.language_zones.get(code.partition("-")[0], table.usual_zone)


def zone_named(text: str) -> str | None:
    """The zone a text names: a city (`Lyon`), a zone (`Europe/Paris`), or None."""
    if text.strip() in zones():
        return text.strip()
    wanted = _said(text)
    return _by_name().get(wanted) if wanted else None


def zone_at(latitude: float, longitude: float) -> str:
    """The zone of the known city nearest to a place (degrees)."""
    return min(_table().city, key=lambda city: distance_km(city, latitude, longitude)).zone


def is_zone(name: str) -> bool:
    """Whether this is a zone one can live in."""
    return name in zones()


@cache
def zones() -> frozenset[str]:
    """Every zone of a place."""
    return frozenset(zone for zone in available_timezones() if PLACE.fullmatch(zone))


def distance_km(city: City, latitude: float, longitude: float) -> float:
    """The great-circle distance from a city to a place (haversine)."""
    lat, lon, other_lat, other_lon = map(radians, (city.lat, city.lon, latitude, longitude))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


@cache
def _by_name() -> dict[str, str]:
    named = {_said(zone.rpartition("/")[2]): zone for zone in sorted(zones(), reverse=True)}
    return named | dict(_known_names())


def _known_names() -> Iterator[tuple[str, str]]:
    for city in _table().city:
        for name in city.names:
            yield name, city.zone


def _said(text: str) -> str:
    """The name alone: `à Lyon !` is `lyon`."""
    words = re.findall(r"[a-z]+", plain(text))
    while words and words[0] in LEADING_WORDS:
        words = words[1:]
    return " ".join(words)


@cache
def _table() -> _Table:
    return read_table(_Table, "core", "places.toml")
