"""What runners and operators type as option values, read tolerantly."""

from datetime import date
from typing import TypeVar

from bot.cli.errors import ClearNo, WrongUse
from core.athlete import Goal, Language, Level, Performance
from core.catalogue.exercise import Equipment
from core.coaches.equipment import read_equipment as read_things
from core.failure import Failure
from core.notation.dates import parse_date
from core.notation.durations import parse_duration
from core.notation.performances import parse_performance
from core.notation.words import plain

LEVELS = {
    "debutant": Level.BEGINNER,
    "beginner": Level.BEGINNER,
    "intermediaire": Level.INTERMEDIATE,
    "intermediate": Level.INTERMEDIATE,
    "avance": Level.ADVANCED,
    "advanced": Level.ADVANCED,
}
GOALS = {
    "5k": Goal.FIVE_K,
    "10k": Goal.TEN_K,
    "semi-marathon": Goal.HALF_MARATHON,
    "semi": Goal.HALF_MARATHON,
    "half": Goal.HALF_MARATHON,
    "half-marathon": Goal.HALF_MARATHON,
    "marathon": Goal.MARATHON,
    "ameliorer-endurance": Goal.ENDURANCE,
    "endurance": Goal.ENDURANCE,
}
SHORTEST_TARGET_S = 600
"""Below ten minutes a clock time is meant in hours and minutes."""
Choice = TypeVar("Choice", Level, Goal)


def read_level(text: str) -> Level:
    return _choose(text, LEVELS, "--level")


def read_goal(text: str) -> Goal:
    return _choose(text, GOALS, "--goal")


def read_date(text: str, today: date, language: Language, option: str) -> date:
    """A date as runners write it; a past one ends the command with a clear no."""
    answer = parse_date(text, today, language)
    if isinstance(answer, Failure):
        end = ClearNo if answer.key == "notation-date-past" else WrongUse
        raise end(f"{option}: {answer.text(language)}")
    return answer


def read_start(text: str) -> date:
    """An ISO date, past or future."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"--start takes a date such as 2027-01-04, not “{text}”.") from None


def read_performance(text: str, language: Language) -> Performance:
    answer = parse_performance(text)
    if isinstance(answer, Failure):
        end = WrongUse if answer.key == "notation-performance-unclear" else ClearNo
        raise end(answer.text(language))
    return answer


def read_equipment(text: str, language: Language) -> frozenset[Equipment]:
    answer = read_things(text)
    if isinstance(answer, Failure):
        raise WrongUse(answer.text(language))
    return answer


def read_target(text: str, language: Language) -> float:
    """A finishing time in minutes: of two readings ("1:25") the one in hours, as races of that kind last."""
    answer = parse_duration(text)
    if isinstance(answer, Failure):
        raise WrongUse(f"--target: {answer.text(language)}")
    return next((s / 60 for s in answer.readings_s if s >= SHORTEST_TARGET_S), answer.seconds / 60)


def _choose(text: str, table: dict[str, Choice], option: str) -> Choice:
    found = table.get(plain(text).replace(" ", "-"))
    if found is None:
        expected = ", ".join(dict.fromkeys(choice.value for choice in table.values()))
        raise WrongUse(f"{option} takes {expected}, not “{text}”.")
    return found
