"""The words of programs, read: levels, goals, days and paces, in French and English."""

import re
from collections.abc import Mapping

from core.athlete import Goal, Level
from core.notation.words import plain

DAY_NAMES: Mapping[str, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
LEVEL_WORDS: Mapping[str, Level] = {
    "debutant": Level.BEGINNER,
    "debutante": Level.BEGINNER,
    "beginner": Level.BEGINNER,
    "intermediaire": Level.INTERMEDIATE,
    "intermediate": Level.INTERMEDIATE,
    "avance": Level.ADVANCED,
    "avancee": Level.ADVANCED,
    "advanced": Level.ADVANCED,
}
GOAL_WORDS: tuple[tuple[str, Goal], ...] = (
    (r"semi|half", Goal.HALF_MARATHON),
    (r"marathon|42", Goal.MARATHON),
    (r"\b10 ?k", Goal.TEN_K),
    (r"\b5 ?k", Goal.FIVE_K),
    (r"endurance", Goal.ENDURANCE),
)
PACE_TO_THE_SECOND = re.compile(r"\d{1,2}\s?[:'’]\s?[0-5]\d")
PACE_RANGE = re.compile(r"(\d{1,2})\s?[:'’]\s?([0-5]\d)")


def day_index(name: str) -> int | None:
    """0 for Monday to 6 for Sunday, or None when the name is no day in French or English."""
    word = plain(name)
    return next((names.index(word) for names in DAY_NAMES.values() if word in names), None)


def level_from_words(text: str) -> Level | None:
    return LEVEL_WORDS.get(plain(text))


def goal_from_words(text: str) -> Goal | None:
    words = plain(text)
    return next((goal for pattern, goal in GOAL_WORDS if re.search(pattern, words)), None)


def pace_range_s_per_km(pace_target: str | None) -> tuple[float, float] | None:
    """The fast and slow ends of "5:30-6:00/km" or "5:30/km", in s/km; None when there is no pace."""
    if pace_target is None or "/400" in pace_target:
        return None
    paces = [int(minutes) * 60.0 + int(seconds) for minutes, seconds in PACE_RANGE.findall(pace_target)]
    return (min(paces), max(paces)) if paces else None
