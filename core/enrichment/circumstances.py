"""What of a program matters to the texts of one of its sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.athlete import Goal, InjurySite, Language, Level, RunnerProfile, Terrain
from core.conditions import HOT_FROM_C
from core.injuries import adaptation
from core.program.exchange import Kind, Session
from core.program.preparation import ULTRA_FROM_KM
from core.program.workouts import catalogue
from core.session_kinds import kind_of

HEAT_WINDOW_DAYS = 28
"""Heat is talked about in the weeks in which a plan prepares for it."""

FAMILY_OF_KIND: Mapping[Kind, str] = {
    "easy": "easy", "long": "long", "recovery": "recovery", "marathon": "marathon", "threshold": "threshold",
    "interval": "interval", "repetition": "repetition", "hills": "hill_long", "run_walk": "run_walk",
    "cross": "cross", "test": "test", "race": "race",
}  # fmt: skip
FAMILY_OF_WORKOUT: Mapping[str, str] = {"easy-cadence": "easy", "test-talk": "easy"}
"""Workouts that are told like another family than their own."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Whose session it is and what it prepares. `injuries` are those the week (1 and up) still spares."""

    language: Language
    level: Level = Level.INTERMEDIATE
    goal: Goal = Goal.ENDURANCE
    terrain: Terrain = Terrain.ROAD
    injuries: tuple[InjurySite, ...] = ()
    is_hot: bool = False
    is_ultra: bool = False
    week: int = 1


def circumstances(
    profile: RunnerProfile, session: Session, week_number: int, language: Language
) -> Circumstances:
    """The circumstances of a session of this week (1 and up) of the plan made from `profile`."""
    race = profile.race
    return Circumstances(
        language=language,
        level=profile.level,
        goal=profile.goal,
        terrain=race.terrain if race else Terrain.ROAD,
        injuries=tuple(site for site in profile.injuries if _spares(site, week_number)),
        is_hot=_prepares_heat(profile, session.date),
        is_ultra=race is not None and race.distance_km > ULTRA_FROM_KM,
        week=week_number,
    )


def family_of(session: Session) -> str | None:
    """The family whose texts fit the session; None for a day without a run."""
    kind = kind_of(session)
    if kind in {"rest", "strength"}:
        return None
    workout = catalogue().get(session.workout or "")
    if workout is not None and kind not in {"race", "cross"} and _still_is(session, workout.kind, kind):
        return FAMILY_OF_WORKOUT.get(workout.id, workout.family)
    return FAMILY_OF_KIND[kind]


def _still_is(session: Session, planned: Kind, kind: Kind) -> bool:
    """Whether a session is what its workout says: one made easier for a day is not."""
    return planned == kind and (not catalogue()[session.workout or ""].main or bool(session.intervals))


def _spares(site: InjurySite, week: int) -> bool:
    """Whether a week of the plan still leaves something out for this injury."""
    out = adaptation(site).left_out(week)
    return bool(out.kinds or out.zones or out.families)


def _prepares_heat(profile: RunnerProfile, day: date | None) -> bool:
    temperature_c = profile.race.temperature_c if profile.race else None
    if temperature_c is None or temperature_c < HOT_FROM_C or day is None or profile.target_date is None:
        return False
    return (profile.target_date - day).days <= HEAT_WINDOW_DAYS
