"""Typed answers read for one step each: the value, or what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.athlete import InjurySite, Language, Performance, Race, Terrain
from core.dialogue.phrases import clean
from core.failure import Failure
from core.injuries import match_injuries
from core.notation.dates import NEEDS_DAY, UNCLEAR, parse_date
from core.notation.distances import find_distance
from core.notation.durations import parse_duration
from core.notation.numbers import parse_count, parse_number
from core.notation.performances import parse_performance
from core.notation.words import plain
from core.races import find_race
from core.records import problem_with
from core.red_flags import red_flags

SESSIONS_AT_LEAST, SESSIONS_AT_MOST = 2, 7
# The highest weekly volume of a plan is 150 km; twice that is a typing error, not a runner.
KM_PER_WEEK_AT_MOST = 300
SOONEST_RACE = timedelta(days=7)
LATEST_RACE = timedelta(days=550)
RACES_SHOWN = 5
RACE_NAME_AT_MOST = 60
# A course with more climb than this is a trail (the road's own hilly races stay below).
TRAIL_CLIMB_M_PER_KM = 20.0
LONGEST_RACE_KM = 350.0

SELF_HARM = "self-harm"

_CLIMB = re.compile(r"d ?\+ ?:? ?(\d{2,5}) ?m?|(\d{2,5}) ?m? ?(?:de |of )?(?:d ?\+|denivele|climb)")
_ROUGH = re.compile(r"\b(?:semaines?|weeks?|mois|months?)\b")
_LINKS = frozenset(
    {"le", "la", "les", "on", "the", "du", "en", "in", "dans", "d'ici", "pour", "for", "at", ",", "-"}
)
MONTH_WORDS = 3  # "en avril 2027"
_TRAIL_WORDS = re.compile(r"\b(?:trail|ultra|montagne|mountain|skyrace)\b")


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence to say: its key in the chat's texts and its variables (values, not yet words)."""

    key: str
    variables: Mapping[str, object] = field(default_factory=dict)


Problem = Remark | Failure


def sessions_per_week(text: str) -> int | None:
    """A whole number of sessions from 2 to 7, or None."""
    count = parse_count(text, SESSIONS_AT_LEAST, SESSIONS_AT_MOST)
    return None if isinstance(count, Failure) else count


def km_per_week(text: str) -> float | None:
    """Kilometres a week from 0 to 300, or None; a range means its middle."""
    cleaned = plain(text)
    if bounds := re.fullmatch(r"(\d{1,3}) ?(?:-|a|to|et) ?(\d{1,3})(?: ?km)?", cleaned):
        low, high = sorted((float(bounds[1]), float(bounds[2])))
        return (low + high) / 2 if high <= KM_PER_WEEK_AT_MOST else None
    if re.search(r"\d ?(?:h|min|mn|:)", cleaned):  # a duration is no distance
        return None
    metres = None if cleaned.startswith("-") else find_distance(cleaned)
    if metres:
        return metres[0] / 1000 if metres[0] <= KM_PER_WEEK_AT_MOST * 1000 else None
    km = parse_number(text, 0, KM_PER_WEEK_AT_MOST)
    return None if isinstance(km, Failure) else km


def performance(text: str, distance_m: float | None) -> Performance | Problem | None:
    """A result with its distance, or a time alone when `distance_m` was asked; None when unclear."""
    read = parse_performance(text)
    if distance_m is not None and (isinstance(read, Failure) or _is_time_alone(text)):
        return _time_over(text, distance_m)
    if isinstance(read, Failure):
        return None if read.key.endswith("-unclear") else read
    return read


def race_and_date(text: str, today: date, language: Language) -> tuple[str, date | Problem | None]:
    """The name of a race and its date, each where the text holds it: `Marathon de Paris 11 avril`."""
    words = clean(text).split()
    meant = parse_date(text, today, language)
    if isinstance(meant, Failure):
        return _name_or_problem(words, meant)
    first = max(at for at in range(len(words)) if parse_date(" ".join(words[at:]), today, language) == meant)
    last = min(
        at
        for at in range(first + 1, len(words) + 1)
        if parse_date(" ".join(words[first:at]), today, language) == meant
    )
    if words[last : last + 1] and re.fullmatch(r"\W*20\d\d\W*", words[last]):
        last += 1  # the next such day needs no year, but it was said
    return _race_name(words[:first] + words[last:]), race_date(text, today, language)


def race_date(text: str, today: date, language: Language) -> date | Problem | None:
    """A date a plan can lead to (7 to 550 days ahead), what is wrong with it, or None when it is no date."""
    target = parse_date(text, today, language)
    if isinstance(target, Failure):
        return None if target.key == UNCLEAR else target
    if _ROUGH.search(plain(text)):
        target = nearest_sunday(target)
    if target < today + SOONEST_RACE:
        return Remark("onboarding-date-near", {"date": target})
    if target > today + LATEST_RACE:
        return Remark("onboarding-date-far", {"date": target})
    return target


def nearest_sunday(day: date) -> date:
    """Most races are on a Sunday."""
    until_sunday = 6 - day.weekday()
    return day + timedelta(days=until_sunday if until_sunday <= 3 else until_sunday - 7)


def described_race(text: str) -> Race | None:
    """A race told with its distance, and perhaps its climb: `Trail des Crêtes 24 km 900 D+`."""
    cleaned = plain(text)
    climb = _CLIMB.search(cleaned)
    climb_m = float(climb[1] or climb[2]) if climb else 0.0
    found = find_distance(_CLIMB.sub(" ", cleaned))
    if found is None or not 1 <= found[0] / 1000 <= LONGEST_RACE_KM:
        return None
    distance_km = found[0] / 1000
    trail = climb_m / distance_km > TRAIL_CLIMB_M_PER_KM or bool(_TRAIL_WORDS.search(cleaned))
    terrain = Terrain.TRAIL if trail else Terrain.ROAD
    return Race(_race_name(clean(text).split()), distance_km, climb_m, climb_m, terrain)


def races_named(text: str, language: Language) -> tuple[Race, ...]:
    """The races of the catalogue that the text may mean, the likeliest first."""
    return tuple(match.race for match in find_race(text, RACES_SHOWN, language=language))


def is_name_of(text: str, race: Race) -> bool:
    """Whether a text is the race's name to the letter, accents and capitals aside."""
    return plain(text) == plain(race.name)


def injury_sites(text: str) -> tuple[InjurySite, ...]:
    """The sites a free text complains of and the plan adapts for."""
    return match_injuries(text).sites


def health_remarks(text: str, language: Language) -> tuple[Remark, ...]:
    """What must be said of signs that belong to a clinician, urgent ones first."""
    return tuple(Remark("onboarding-health", {"text": flag.advice[language]}) for flag in red_flags(text))


def despair_remarks(text: str, language: Language) -> tuple[Remark, ...]:
    """The one sign after which no question may follow."""
    flags = (flag for flag in red_flags(text) if flag.id == SELF_HARM)
    return tuple(Remark("onboarding-health", {"text": flag.advice[language]}) for flag in flags)


def other_parts_remark(text: str, language: Language) -> tuple[Remark, ...]:
    """That the plan does not adapt for the other parts a text complains of."""
    others = match_injuries(text).others
    parts = ", ".join(part[language] for part in others)
    return (Remark("onboarding-injuries-others", {"text": parts}),) if others else ()


def note(text: str) -> str:
    """A free text as it is kept."""
    return clean(text)


def _name_or_problem(words: list[str], failure: Failure) -> tuple[str, Problem | None]:
    """A month inside a longer name is a part of it; a date alone that cannot be is a problem."""
    named = failure.key == UNCLEAR or (failure.key == NEEDS_DAY and len(words) > MONTH_WORDS)
    return (_race_name(words), None) if named else ("", failure)


def _race_name(words: list[str]) -> str:
    while words and plain(words[-1]) in _LINKS:
        words = words[:-1]
    while words and plain(words[0]) in _LINKS:
        words = words[1:]
    return " ".join(words)[:RACE_NAME_AT_MOST].rstrip(" ,;-")


def _is_time_alone(text: str) -> bool:
    return not isinstance(parse_duration(text), Failure)


def _time_over(text: str, distance_m: float) -> Performance | Problem | None:
    duration = parse_duration(text)
    if isinstance(duration, Failure):
        return None
    readings = [Performance(distance_m, seconds) for seconds in duration.readings_s]
    possible = [reading for reading in readings if problem_with(reading) is None]
    return possible[0] if possible else problem_with(readings[0])
