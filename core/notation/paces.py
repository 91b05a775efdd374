"""Paces as the exchange format writes them: `5:30/km`, `5:30-6:00/km`."""

import re
from collections.abc import Callable

from core.failure import Failure
from core.formatting import format_pace_range
from core.notation.words import plain
from core.paces import Range

PACE_IN_TEXT = re.compile(
    r"(?<![\d:])(?P<first>\d{1,2}[:'’]\d{2})(?:\s?[-–—]\s?(?P<second>\d{1,2}[:'’]\d{2}))?\s?(?:min)?\s?/\s?km\b"
)
_TYPED = re.compile(
    r"(?P<first>\d{1,2}[:']\d{2})\"?(?: ?(?:-|a|to) ?(?P<second>\d{1,2}[:']\d{2})\"?)?"
    r" ?(?:min)? ?(?:(?:/|par|per|au) ?(?P<unit>km|k|mile|mi))?"
)
KM_PER_MILE = 1.609344
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 120, 1200


def parse_pace(text: str) -> Range | Failure:
    """A pace or a range, fast end first, in s/km (2:00 to 20:00); without a unit it is per km."""
    found = _TYPED.fullmatch(plain(text))
    if not found:
        return Failure("notation-pace-unclear")
    per_km = KM_PER_MILE if (found["unit"] or "").startswith("mi") else 1.0
    ends = [_seconds(end) / per_km for end in found.group("first", "second") if end]
    if not all(FASTEST_S_PER_KM <= end <= SLOWEST_S_PER_KM for end in ends):
        return Failure("notation-pace-unclear")
    return Range(min(ends), max(ends))


def first_pace(text: str) -> Range | None:
    """The first `X:XX/km` or `X:XX-Y:YY/km` of a text, or None."""
    found = PACE_IN_TEXT.search(text)
    return _range_of(found) if found else None


def replace_paces(text: str, change: Callable[[Range], Range]) -> str:
    """The text with each `X:XX/km` or `X:XX-Y:YY/km` in it changed; the rest stays as it is."""

    def rewrite(found: re.Match[str]) -> str:
        changed = change(_range_of(found))
        return format_pace_range(changed.min_s_per_km, changed.max_s_per_km)

    return PACE_IN_TEXT.sub(rewrite, text)


def _range_of(found: re.Match[str]) -> Range:
    ends = [_seconds(end) for end in found.group("first", "second") if end]
    return Range(min(ends), max(ends))


def _seconds(text: str) -> float:
    minutes, seconds = re.split(r"[:'’]", text)
    return int(minutes) * 60.0 + int(seconds)
