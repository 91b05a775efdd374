"""The lines that say who a runner is: for the summary card, the recorded answers and the settings."""

from collections.abc import Callable

from bot.views.formats import distance_name, foreign, goal_name, injury_names, level_name, long_date
from core.athlete import InjurySite, Performance, Race
from core.dialogue.state import Answers, Step
from core.formatting import format_duration, format_number
from core.localisation import Localizer

KM = "\u202fkm"


def answer_line(step: Step, answers: Answers, words: Localizer) -> str | None:
    """The line of the answer given at a step, or None where a step gives none."""
    writer = _WRITERS.get(step)
    return writer(answers, words) if writer else None


def summary_lines(answers: Answers, words: Localizer) -> str:
    """Every answer, one on a line."""
    steps = (Step.LEVEL, Step.GOAL, Step.SESSIONS, Step.RACE, Step.REFERENCE, Step.VOLUME, Step.INJURIES)
    return "\n".join(line for step in steps if (line := answer_line(step, answers, words)))


def _level(answers: Answers, words: Localizer) -> str | None:
    if answers.level is None:
        return None
    return words("profile-line-level", level=level_name(answers.level, words))


def _goal(answers: Answers, words: Localizer) -> str | None:
    return words("profile-line-goal", goal=goal_name(answers.goal, words)) if answers.goal else None


def _sessions(answers: Answers, words: Localizer) -> str:
    return words("profile-line-sessions", count=answers.sessions_per_week or 0)


def race_line(race: Race | None, target: str | None, words: Localizer) -> str:
    """The race and its date (already written), whichever is known."""
    if race is None:
        return words("profile-line-date", date=target) if target else words("profile-line-no-race")
    if target is None:
        return words("profile-line-race-undated", race=foreign(race.name))
    return words("profile-line-race", race=foreign(race.name), date=target)


def _race(answers: Answers, words: Localizer) -> str:
    target = long_date(answers.target_date, words.language) if answers.target_date else None
    return race_line(answers.race, target, words)


def reference_line(reference: Performance | None, words: Localizer) -> str:
    if reference is None:
        return words("profile-line-no-reference")
    time = format_duration(reference.time_s, words.language)
    return words(
        "profile-line-reference",
        time=time,
        distance=distance_name(reference.distance_m, words),
    )


def volume_line(km: float | None, words: Localizer) -> str:
    if km is None:
        return words("profile-line-no-volume")
    return words("profile-line-volume", km=format_number(km, words.language) + KM)


def injuries_line(sites: tuple[InjurySite, ...], note: str, words: Localizer) -> str:
    if sites and note:
        return words("profile-line-injuries-note", sites=injury_names(sites, words), note=foreign(note))
    if sites:
        return words("profile-line-injuries", sites=injury_names(sites, words))
    return words("profile-line-note", note=foreign(note)) if note else words("profile-line-no-injuries")


_WRITERS: dict[Step, Callable[[Answers, Localizer], str | None]] = {
    Step.LEVEL: _level,
    Step.GOAL: _goal,
    Step.SESSIONS: _sessions,
    Step.RACE: _race,
    Step.RACE_PICK: _race,
    Step.RACE_DATE: _race,
    Step.RACE_GOAL: lambda answers, words: f"{_goal(answers, words)}\n{_race(answers, words)}",
    Step.REFERENCE: lambda answers, words: reference_line(answers.reference, words),
    Step.REFERENCE_TIME: lambda answers, words: reference_line(answers.reference, words),
    Step.VOLUME: lambda answers, words: volume_line(answers.current_km_per_week, words),
    Step.INJURIES: lambda answers, words: injuries_line(answers.injuries, answers.injuries_notes, words),
}
