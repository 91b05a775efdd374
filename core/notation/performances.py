"""A race result in any order: `45:30 sur 10`, `10 km en 45'30`, `semi 1:42:00`, `marathon 3:30`."""

import math
import re
from collections.abc import Iterator

from core.athlete import Performance
from core.failure import Failure
from core.notation.distances import bare_distance_m, exact_race_distance_m, find_distance
from core.notation.durations import TIME_WORDS, parse_duration
from core.notation.numbers import digits_for_words
from core.notation.words import plain
from core.records import WALKING_S_PER_KM, problem_with, world_record_s

_WORD = re.compile(r"(?<![\d'])[a-z][a-z'-]*")
_LOOSE_SIGNS = re.compile(r"(?<!\d)[.,:;=~@()+/!-]+|[.,:;=~@()+/!-]+(?!\d)")
_PACE = re.compile(r"(\d{1,2})[:'](\d{2})\"? ?(?:min)? ?/ ?(km|mi|mile)\b")
_YEAR = re.compile(r"(?<![\d:'.,])(?:19|20)\d\d(?![\d:'.,])")
_USUAL_M = (5000, 10_000, 15_000, 20_000, 21_000, 21_100, 42_000, 42_200)


def parse_performance(text: str) -> Performance | Failure:
    """A race result that a human can have run; where `1:42` may be minutes or hours, the likely one is taken.

    The failure is `notation-performance-unclear`, or the reason why the result cannot be true.
    """
    readings = list(_readings(digits_for_words(plain(text))))
    for performance in readings:
        if problem_with(performance) is None:
            return performance
    if not readings:
        return Failure("notation-performance-unclear")
    return problem_with(min(readings, key=_distance_from_belief)) or Failure("notation-performance-unclear")


def _readings(text: str) -> Iterator[Performance]:
    """Every way to read a plain text as a distance and a time, the most explicit first."""
    explicit = find_distance(_PACE.sub(" ", text))
    if explicit:
        distance_m = exact_race_distance_m(explicit[0])
        pace = _PACE.search(text)
        if pace:
            yield Performance(distance_m, _pace_s_per_km(pace) * distance_m / 1000)
            return
        yield from _timed(distance_m, _only_time(explicit[1]))
        return
    words = _only_time(text).split()
    guesses = [(bare_distance_m(word), words[:at] + words[at + 1 :]) for at, word in enumerate(words)]
    for guessed_m, rest in sorted(guesses, key=lambda guess: guess[0] not in _USUAL_M):
        if guessed_m and rest:
            yield from _timed(exact_race_distance_m(guessed_m), " ".join(rest))


def _timed(distance_m: float, text: str) -> Iterator[Performance]:
    duration = parse_duration(text)
    if isinstance(duration, Failure):
        duration = parse_duration(" ".join(_YEAR.sub(" ", text).split()))
    if not isinstance(duration, Failure):
        for time_s in duration.readings_s:
            yield Performance(distance_m, time_s)


def _only_time(text: str) -> str:
    """The text without the words that say neither hours nor minutes, and without loose signs."""
    kept = _WORD.sub(lambda found: found[0] if found[0] in TIME_WORDS else " ", text)
    return " ".join(_LOOSE_SIGNS.sub(" ", kept).split())


def _pace_s_per_km(found: re.Match[str]) -> float:
    pace_s = int(found[1]) * 60 + int(found[2])
    return float(pace_s) if found[3] == "km" else pace_s / 1.609344


def _distance_from_belief(performance: Performance) -> float:
    """How far a time is from what is possible: the log of its ratio to the record or to walking."""
    record_s = world_record_s(performance.distance_m)
    walking_s = WALKING_S_PER_KM * performance.distance_m / 1000
    return max(math.log(record_s / performance.time_s), math.log(performance.time_s / walking_s))
