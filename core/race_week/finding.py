"""The race of a plan: its session, wherever it was moved, and how many days are left."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from core.athlete import Race, RunnerProfile, Terrain
from core.dialogue.questions import GOAL_DISTANCES_KM
from core.program.exchange import Session

SPOKEN_OF_AFTER_DAYS = 7
"""A race of the last week is still the one to speak of: its result, its recovery."""


@dataclass(frozen=True, slots=True)
class PlannedRace:
    """A race in a plan; `position` counts the sessions that were given."""

    race: Race
    date: datetime.date
    position: int

    @property
    def is_trail(self) -> bool:
        return self.race.terrain is not Terrain.ROAD


def planned_race(
    sessions: Iterable[Session], profile: RunnerProfile, fallback_name: str
) -> PlannedRace | None:
    """The last race session with a date, or None for a plan without one.

    A goal without a named race gets `fallback_name` and the distance of the session.
    """
    found = [
        (position, session)
        for position, session in enumerate(sessions)
        if session.kind == "race" and not session.rest_day and session.date
    ]
    if not found:
        return None
    position, session = found[-1]
    if session.date is None:
        return None
    km = session.distance_km or GOAL_DISTANCES_KM.get(profile.goal, 10.0)
    race = profile.race or Race(fallback_name, km)
    return PlannedRace(race, session.date, position)


def days_until(race: PlannedRace, today: datetime.date) -> int:
    """Days to the race, negative after it."""
    return (race.date - today).days
