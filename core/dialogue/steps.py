"""What each step makes of a button or of a typed answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from core.athlete import InjurySite, Performance, Race
from core.dialogue import reading
from core.dialogue.questions import (
    GOAL_DISTANCES_KM,
    GOALS,
    LEVELS,
    REFERENCE_DISTANCES_M,
    SKIP,
    VOLUMES_KM,
    goal_of_distance,
)
from core.dialogue.reading import Problem, Remark
from core.dialogue.state import MAIN_STEPS, PARENT_STEP, Dialogue, Step
from core.failure import Failure

INJURY_TAPS = frozenset(f"{sign}-{site}" for sign in ("yes", "no") for site in InjurySite)
# A goal fits a race up to this ratio of their distances: 15 km is still a 10K plan, 42 km is none for 5K.
FITTING_RATIO = 1.6


def take(dialogue: Dialogue, value: str, today: date) -> Dialogue:
    """The dialogue after a button of the open step."""
    return _TAKERS[dialogue.step](dialogue, value, today)


def read(dialogue: Dialogue, text: str, today: date) -> Dialogue | Problem | None:
    """The dialogue after a typed answer, what is wrong with it, or None when it means nothing here."""
    reader = _READERS.get(dialogue.step)
    return reader(dialogue, text, today) if reader else None


def onward(dialogue: Dialogue) -> Dialogue:
    """The dialogue at its next step: back to the summary after an edit, else the next main step."""
    forgotten = replace(dialogue, candidates=(), searched="", pending_date=None, distance_m=None)
    if dialogue.editing:
        return replace(forgotten, step=Step.SUMMARY, editing=False)
    main = PARENT_STEP.get(dialogue.step, dialogue.step)
    return replace(forgotten, step=MAIN_STEPS[MAIN_STEPS.index(main) + 1])


def _welcome(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    if value in ("fr", "en"):
        return dialogue.answering(language=value)
    return onward(dialogue)


def _level(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    return onward(dialogue.answering(level=LEVELS[value]))


def _goal(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    return _settle_goal(dialogue.answering(goal=GOALS[value]))


def _sessions(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    return onward(dialogue.answering(sessions_per_week=int(value)))


def _race(dialogue: Dialogue, value: str, today: date) -> Dialogue:
    if value == SKIP:
        return onward(dialogue.answering(race=None, target_date=None))
    return onward(dialogue.answering(race=None, target_date=sunday_in_weeks(today, int(value[1:]))))


def _race_pick(dialogue: Dialogue, value: str, today: date) -> Dialogue:
    if value == "none":
        return onward(dialogue.answering(race=None, target_date=None))
    race = _kept_by_name(dialogue) if value == "keep" else dialogue.candidates[int(value[1:])]
    return settle_race(dialogue, race, dialogue.pending_date)


def _kept_by_name(dialogue: Dialogue) -> Race | None:
    """The race nobody knows, over the distance of the goal where it has one."""
    distance_km = GOAL_DISTANCES_KM.get(dialogue.answers.goal) if dialogue.answers.goal else None
    return Race(name=dialogue.searched, distance_km=distance_km) if distance_km else None


def _race_date(dialogue: Dialogue, value: str, today: date) -> Dialogue:
    target = None if value == SKIP else sunday_in_weeks(today, int(value[1:]))
    return _settle_goal(dialogue.answering(target_date=target))


def _race_goal(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    race = dialogue.answers.race
    if value == "other" or race is None:
        return replace(dialogue.answering(race=None, target_date=None), step=Step.RACE)
    if value == "switch":
        dialogue = dialogue.answering(goal=goal_of_distance(race.distance_km))
    return onward(dialogue)


def _reference(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    if value == SKIP:
        return onward(dialogue.answering(reference=None))
    return replace(dialogue, step=Step.REFERENCE_TIME, distance_m=REFERENCE_DISTANCES_M[value])


def _reference_time(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    if value == SKIP or dialogue.distance_m is None:
        return onward(dialogue.answering(reference=None))
    performance = Performance(distance_m=dialogue.distance_m, time_s=60.0 * int(value[1:]))
    return onward(dialogue.answering(reference=performance))


def _volume(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    return onward(dialogue.answering(current_km_per_week=VOLUMES_KM.get(value)))


def _injuries(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    chosen = set(dialogue.answers.injuries)
    if value == SKIP:
        return onward(dialogue if chosen else dialogue.answering(injuries_notes=""))
    wanted, _dash, site = value.partition("-")
    if wanted == "yes":
        chosen.add(InjurySite(site))
    else:
        chosen.discard(InjurySite(site))
    note = dialogue.answers.injuries_notes
    if wanted == "no" and InjurySite(site) in reading.injury_sites(note):
        note = ""  # it would bring back the site just taken off
    return dialogue.answering(injuries=tuple(s for s in InjurySite if s in chosen), injuries_notes=note)


def _summary(dialogue: Dialogue, _value: str, _: date) -> Dialogue:
    return replace(dialogue, step=Step.EDIT)


def _edit(dialogue: Dialogue, value: str, _: date) -> Dialogue:
    return replace(dialogue, step=Step(value), editing=True)


_TAKERS: Mapping[Step, Callable[[Dialogue, str, date], Dialogue]] = {
    Step.WELCOME: _welcome,
    Step.LEVEL: _level,
    Step.GOAL: _goal,
    Step.SESSIONS: _sessions,
    Step.RACE: _race,
    Step.RACE_PICK: _race_pick,
    Step.RACE_DATE: _race_date,
    Step.RACE_GOAL: _race_goal,
    Step.REFERENCE: _reference,
    Step.REFERENCE_TIME: _reference_time,
    Step.VOLUME: _volume,
    Step.INJURIES: _injuries,
    Step.SUMMARY: _summary,
    Step.EDIT: _edit,
}


def sunday_in_weeks(today: date, weeks: int) -> date:
    """The Sunday nearest to `weeks` weeks from `today`."""
    return reading.nearest_sunday(today + timedelta(weeks=weeks))


def settle_race(dialogue: Dialogue, race: Race | None, target: date | None) -> Dialogue:
    """A race is chosen: ask its date when it is not known, then look at the goal."""
    answered = dialogue.answering(race=race, target_date=target)
    if race is not None and target is None:
        return replace(answered, step=Step.RACE_DATE)
    return _settle_goal(answered)


def _settle_goal(dialogue: Dialogue) -> Dialogue:
    """Onward, or the question whether the goal should follow the race."""
    race, goal = dialogue.answers.race, dialogue.answers.goal
    if race is None or goal is None or _fits(race.distance_km, GOAL_DISTANCES_KM.get(goal)):
        return onward(dialogue)
    return replace(dialogue, step=Step.RACE_GOAL)


def _fits(race_km: float, goal_km: float | None) -> bool:
    if goal_km is None:
        return False
    if goal_km > 40 and race_km > goal_km:  # the marathon plan is the longest there is; ultras build on it
        return True
    return 1 / FITTING_RATIO < race_km / goal_km < FITTING_RATIO


def _read_sessions(dialogue: Dialogue, text: str, _: date) -> Dialogue | Problem | None:
    count = reading.sessions_per_week(text)
    return None if count is None else onward(dialogue.answering(sessions_per_week=count))


def _read_race(dialogue: Dialogue, text: str, today: date) -> Dialogue | Problem | None:
    """A date, a race with or without its date, or a name to search."""
    name, target = reading.race_and_date(text, today, dialogue.answers.language)
    if isinstance(target, Remark | Failure):
        return target
    if not name:
        return _dated(dialogue, target) if target else None
    if sum(letter.isalpha() for letter in name) < 2:
        return None
    described = reading.described_race(name)
    candidates = reading.races_named(name, dialogue.answers.language)
    target = target or dialogue.pending_date
    if described and not candidates:
        return settle_race(dialogue, described, target)
    if len(candidates) == 1 and reading.is_name_of(name, candidates[0]):
        return settle_race(dialogue, candidates[0], target)
    return replace(dialogue, step=Step.RACE_PICK, searched=name, candidates=candidates, pending_date=target)


def _dated(dialogue: Dialogue, target: date) -> Dialogue:
    """A date alone: the plan leads to it, and the race just named, if any, is not lost."""
    if dialogue.step is not Step.RACE_PICK:
        return onward(dialogue.answering(race=None, target_date=target))
    if len(dialogue.candidates) > 1:
        return replace(dialogue, pending_date=target)
    race = dialogue.candidates[0] if dialogue.candidates else _kept_by_name(dialogue)
    return settle_race(dialogue, race, target)


def _read_race_date(dialogue: Dialogue, text: str, today: date) -> Dialogue | Problem | None:
    target = reading.race_date(text, today, dialogue.answers.language)
    return _settle_goal(dialogue.answering(target_date=target)) if isinstance(target, date) else target


def _read_reference(dialogue: Dialogue, text: str, _: date) -> Dialogue | Problem | None:
    said = reading.performance(text, dialogue.distance_m)
    return onward(dialogue.answering(reference=said)) if isinstance(said, Performance) else said


def _read_volume(dialogue: Dialogue, text: str, _: date) -> Dialogue | Problem | None:
    km = reading.km_per_week(text)
    return None if km is None else onward(dialogue.answering(current_km_per_week=km))


def _read_injuries(dialogue: Dialogue, text: str, _: date) -> Dialogue | Problem | None:
    told = set(reading.injury_sites(text)) | set(dialogue.answers.injuries)
    sites = tuple(site for site in InjurySite if site in told)
    return onward(dialogue.answering(injuries=sites, injuries_notes=reading.note(text)))


_READERS: Mapping[Step, Callable[[Dialogue, str, date], Dialogue | Problem | None]] = {
    Step.SESSIONS: _read_sessions,
    Step.RACE: _read_race,
    Step.RACE_PICK: _read_race,
    Step.RACE_DATE: _read_race_date,
    Step.REFERENCE: _read_reference,
    Step.REFERENCE_TIME: _read_reference,
    Step.VOLUME: _read_volume,
    Step.INJURIES: _read_injuries,
}
