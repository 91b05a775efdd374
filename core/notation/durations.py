"""Durations as runners type them: `45:30`, `45'30`, `1h42`, `1:42:00`, `42 min`."""

import re
from dataclasses import dataclass

from core.failure import Failure
from core.notation.words import plain

_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT_S: dict[str, int] = {
    "h": 3600, "hr": 3600, "hrs": 3600, "heure": 3600, "heures": 3600, "hour": 3600, "hours": 3600,
    "m": 60, "mn": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "'": 60,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "seconde": 1, "secondes": 1, "''": 1, '"': 1,
}  # fmt: skip
TIME_WORDS = frozenset(word for word in _UNIT_S if word.isalpha())
_PART = re.compile(rf"({_NUMBER}) ?({'|'.join(sorted(_UNIT_S, key=len, reverse=True))})?(?![a-z])\.?")
_BETWEEN_PARTS = re.compile(r" ?(?::|,|et|and)? ?")
_LONG_CLOCK = re.compile(r"(\d{1,3})[:.](\d{2})[:.](\d{2}(?:[.,]\d+)?)")
_SHORT_CLOCK = re.compile(r"(\d{1,3})[:.,](\d{2})(?P<unit> ?(?:h|min|mn))?")
_BARE = re.compile(_NUMBER)
MINUTE_S, HOUR_S = 60, 3600


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in seconds; `other_s` is the second way to read it (`1:42` is 1 min 42 s, else 1 h 42)."""

    seconds: float
    other_s: float | None = None

    @property
    def readings_s(self) -> tuple[float, ...]:
        """Every way to read it, the first one first."""
        return (self.seconds,) if self.other_s is None else (self.seconds, self.other_s)


def parse_duration(text: str) -> Duration | Failure:
    """A duration above zero; a number alone is minutes, or hours."""
    cleaned = plain(text)
    for read in (_read_long_clock, _read_short_clock, _read_bare, _read_labelled):
        duration = read(cleaned)
        if duration and duration.seconds > 0:
            return duration
    return Failure("notation-duration-unclear")


def _read_long_clock(text: str) -> Duration | None:
    found = _LONG_CLOCK.fullmatch(text.removesuffix("h").strip())
    if not found:
        return None
    hours, minutes, seconds = int(found[1]), int(found[2]), _decimal(found[3])
    return Duration(hours * HOUR_S + minutes * MINUTE_S + seconds) if minutes < 60 and seconds < 60 else None


def _read_short_clock(text: str) -> Duration | None:
    found = _SHORT_CLOCK.fullmatch(text)
    if not found or int(found[2]) >= 60:
        return None
    big, small = int(found[1]), int(found[2])
    short, long = Duration(big * MINUTE_S + small), Duration(big * HOUR_S + small * MINUTE_S)
    match (found["unit"] or "").strip():
        case "h":
            return long
        case "":
            return Duration(short.seconds, long.seconds)
        case _:
            return short


def _read_bare(text: str) -> Duration | None:
    if not _BARE.fullmatch(text):
        return None
    value = _decimal(text)
    return Duration(value * MINUTE_S, value * HOUR_S)


def _read_labelled(text: str) -> Duration | None:
    """Numbers with their units, the largest first; a last number without one takes the next smaller unit."""
    total, unit_s, at = 0.0, 0, 0
    while at < len(text):
        found = _PART.match(text, at)
        size_s = _unit_s(found, unit_s) if found else 0
        if not found or not size_s or (unit_s and _decimal(found[1]) * size_s >= unit_s):
            return None
        total += _decimal(found[1]) * size_s
        unit_s, at = size_s, _end_of_gap(text, found.end())
    return Duration(total) if unit_s else None


def _unit_s(found: re.Match[str], previous_s: int) -> int:
    """The unit of a part in seconds: named, or the one after the previous part's; 0 when there is none."""
    named = _UNIT_S[found[2]] if found[2] else previous_s // 60
    return named if not previous_s or named < previous_s else 0


def _end_of_gap(text: str, at: int) -> int:
    gap = _BETWEEN_PARTS.match(text, at)
    return gap.end() if gap else at


def _decimal(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
