"""Who the runner is: the result of the onboarding conversation."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

Language = Literal["fr", "en"]


class Level(StrEnum):
    BEGINNER = "débutant"
    INTERMEDIATE = "intermédiaire"
    ADVANCED = "avancé"


class Goal(StrEnum):
    FIVE_K = "5K"
    TEN_K = "10K"
    HALF_MARATHON = "semi-marathon"
    MARATHON = "marathon"
    ENDURANCE = "améliorer-endurance"


class InjurySite(StrEnum):
    KNEE = "knee"
    ACHILLES = "achilles"
    SHIN = "shin"


class Terrain(StrEnum):
    ROAD = "route"
    TRAIL = "trail"
    MIXED = "mixte"


@dataclass(frozen=True, slots=True)
class Performance:
    """A race result or recent best: distance in metres (> 0), time in seconds (> 0)."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """A place on the course worth knowing: kilometre from the start and what is there."""

    text: str
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Race:
    """The race a runner prepares: distance in km, climb and descent in metres, usual weather."""

    name: str
    distance_km: float
    climb_m: float = 0.0
    descent_m: float = 0.0
    terrain: Terrain = Terrain.ROAD
    temperature_c: float | None = None
    humidity_percent: float | None = None
    altitude_m: float | None = None
    weather: str = ""
    month: int | None = None
    key_points: tuple[CoursePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class RunnerProfile:
    """What a plan is built from: level, goal, sessions a week (2-7), race or date, best time, injuries.

    Weekdays count from 0 (Monday) to 6 (Sunday). `current_km_per_week` and `longest_run_km`
    (of the last 30 days) are None when the runner was not asked. `layoff_days` counts days without running.
    """

    level: Level
    goal: Goal
    sessions_per_week: int
    target_date: date | None = None
    reference: Performance | None = None
    injuries: tuple[InjurySite, ...] = ()
    injuries_notes: str = ""
    race: Race | None = None
    current_km_per_week: float | None = None
    longest_run_km: float | None = None
    layoff_days: int = 0
    available_days: tuple[int, ...] = field(default=())
    long_run_day: int | None = None
    language: Language = "fr"
