"""The plan's words: cached messages, and numbers as the runner reads them."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from core.athlete import Language, Level
from core.formatting import (
    NARROW_SPACE,
    format_day,
    format_minutes,
    format_number,
    format_pace_range,
)
from core.localisation import core_localizer
from core.paces import Range
from core.program.demands import DistanceKey

LEVEL_KEYS: Mapping[Level, str] = {
    Level.BEGINNER: "beginner",
    Level.INTERMEDIATE: "intermediate",
    Level.ADVANCED: "advanced",
}
GRAMS_PER_HOUR = {"usual": "30-60", "ultra": "60-90"}


class Phrases:
    """Core's messages in one language; each message with its variables is formatted once."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **variables: str | int) -> str:
        """The text of `key`; raises MissingText."""
        return _formatted(self.language, key, tuple(variables.items()))

    def km(self, km: float) -> str:
        """Kilometres as a bare number."""
        return format_number(km, self.language)

    def minutes(self, minutes: float) -> str:
        """`45 min`, `1 h 30`."""
        return format_minutes(minutes, self.language)

    def short(self, minutes: float) -> str:
        """The length of a repetition or a recovery: `20 s`, `1 min 30 s`, `3 min`."""
        seconds = round(minutes * 60)
        if seconds < 60:
            return f"{seconds}{NARROW_SPACE}s"
        whole, rest = divmod(seconds, 60)
        text = f"{whole}{NARROW_SPACE}min"
        return f"{text}{NARROW_SPACE}{rest:02d}" if rest else text

    def metres(self, km: float) -> str:
        """The length of a repetition: `400 m`, `2 km`, `1,6 km`."""
        if km < 1:
            return f"{round(km * 1000)}{NARROW_SPACE}m"
        return f"{self.km(km)}{NARROW_SPACE}km"

    def day(self, weekday: int) -> str:
        """The name of a weekday, 0 for Monday."""
        return self(f"program-day-{weekday}")

    def day_inside(self, weekday: int) -> str:
        """The name of a weekday inside a sentence."""
        name = self.day(weekday)
        return name.lower() if self.language == "fr" else f"on {name}"

    def date(self, day: date) -> str:
        """`11 avril 2027`."""
        return _dated(self.language, day)

    def level(self, level: Level) -> str:
        return self(f"program-level-{LEVEL_KEYS[level]}")

    def distance(self, distance: DistanceKey) -> str:
        return self(f"program-distance-{'endurance' if distance == 'améliorer-endurance' else distance}")

    def grams(self, kind: str) -> str:
        """Carbohydrate an hour."""
        return f"{GRAMS_PER_HOUR[kind]}{NARROW_SPACE}g"


@cache
def phrases(language: Language) -> Phrases:
    """The phrases of a language."""
    return Phrases(language)


def pace_range(pace: Range) -> str:
    """`5:30-6:00/km`."""
    return format_pace_range(pace.min_s_per_km, pace.max_s_per_km)


@lru_cache(maxsize=16384)
def _formatted(language: Language, key: str, variables: tuple[tuple[str, str | int], ...]) -> str:
    return core_localizer(language)(key, **dict(variables))


@lru_cache(maxsize=1024)
def _dated(language: Language, day: date) -> str:
    return format_day(day, language)
