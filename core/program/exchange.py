"""The exchange format of a program: the one shape in which plans are checked, stored, shown and shared."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Zone = Literal["E", "M", "T", "I", "R", "hill", "effort"]
Kind = Literal[
    "easy", "long", "recovery", "marathon", "threshold", "interval", "repetition", "hills", "run_walk",
    "strength", "cross", "test", "race", "rest",
]  # fmt: skip
HARD_KINDS: frozenset[str] = frozenset(
    {"marathon", "threshold", "interval", "repetition", "hills", "test", "race"}
)


class ExchangeModel(BaseModel):
    """A frozen value that keeps keys it does not know, so that a file survives a round trip."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Interval(ExchangeModel):
    """A repeated piece of work: `repetitions` of a distance or a duration, each followed by a recovery.

    `race_pace` names the goal distance whose race pace is meant when it is not the pace of the zone.
    """

    repetitions: int = Field(ge=1)
    distance_km: float | None = Field(default=None, gt=0)
    duration_min: float | None = Field(default=None, gt=0)
    zone: Zone
    pace_target: str | None = None
    rpe: int | None = Field(default=None, ge=1, le=10)
    recovery_min: float | None = Field(default=None, ge=0)
    recovery: Literal["jog", "walk", "rest"] | None = None
    race_pace: str | None = None


class StrengthExercise(ExchangeModel):
    name: str
    prescription: str


class StrengthSupplement(ExchangeModel):
    """Strength for runners, done on a run day: minutes on top of the run."""

    minutes: int = Field(gt=0)
    exercises: tuple[StrengthExercise, ...] = ()


class Session(ExchangeModel):
    """One day of a week; a rest day carries no session.

    `distance_km` and `duration_min` include warm-up, work, recoveries and cool-down.
    Texts are in the runner's language.
    """

    day: str
    rest_day: bool
    session_type: str | None = None
    duration_min: float | None = Field(default=None, ge=0)
    distance_km: float | None = Field(default=None, ge=0)
    pace_target: str | None = None
    description: str | None = None
    rpe: int | None = Field(default=None, ge=1, le=10)
    workout_structure: str | None = None
    intervals: tuple[Interval, ...] | None = None
    # language-neutral additions
    date: datetime.date | None = None
    kind: Kind | None = None
    workout: str | None = None  # id in the workout catalogue
    warm_up_min: float | None = Field(default=None, ge=0)
    cool_down_min: float | None = Field(default=None, ge=0)
    climb_m: float | None = Field(default=None, ge=0)
    strength: StrengthSupplement | None = None
    why: str | None = None


class Week(ExchangeModel):
    """Seven sessions, Monday first; `total_volume_km` is the sum of their distances."""

    week_number: int = Field(ge=1)
    focus: str
    total_volume_km: float = Field(ge=0)
    notes: str
    sessions: tuple[Session, ...]
    phase: str | None = None  # id: base, build, specific, taper, race, maintenance, recovery
    recovery: bool = False


class UserProfile(ExchangeModel):
    level: str
    goal: str
    sessions_per_week: int
    target_date: datetime.date | None = None
    # what the plan was sized on, when the runner said it; weekdays from 0 (Monday) to 6
    current_km_per_week: float | None = None
    longest_run_km: float | None = None
    injuries: tuple[str, ...] = ()
    injuries_notes: str = ""
    long_run_day: int | None = None
    available_days: tuple[int, ...] = ()


class KeyPhase(ExchangeModel):
    """A stretch of consecutive weeks with one purpose (first and last week inclusive)."""

    id: str
    name: str
    first_week: int
    last_week: int
    purpose: str


class ProgramSummary(ExchangeModel):
    total_weeks: int
    philosophy: str
    key_phases: tuple[str, ...]
    weekly_volume_progression: str
    phases: tuple[KeyPhase, ...] = ()


class Tips(ExchangeModel):
    nutrition: tuple[str, ...] = ()
    recovery: tuple[str, ...] = ()
    mental: tuple[str, ...] = ()


class PaceRange(ExchangeModel):
    """Seconds per km: the fast end first."""

    min_s_per_km: float
    max_s_per_km: float


class Notice(ExchangeModel):
    """Something the runner must be told about this plan."""

    code: str
    text: str


class RaceInfo(ExchangeModel):
    name: str
    distance_km: float
    climb_m: float = 0.0
    descent_m: float = 0.0
    terrain: str = "route"
    temperature_c: float | None = None
    humidity_percent: float | None = None
    altitude_m: float | None = None
    weather: str = ""


class ProgramData(ExchangeModel):
    """A whole training program."""

    user_profile: UserProfile
    program_summary: ProgramSummary
    weeks: tuple[Week, ...]
    tips: Tips
    # language-neutral additions
    language: str = "fr"
    start_date: datetime.date | None = None
    race: RaceInfo | None = None
    vdot: float | None = None
    paces: dict[str, PaceRange] | None = None  # E, M, T, I, R
    predictions: dict[str, float] | None = None  # distance -> seconds
    notices: tuple[Notice, ...] = ()
    source: Literal["engine", "claude", "claude+engine"] = "engine"
    maintenance: tuple[Week, ...] = ()  # easy weeks before a plan whose race is far away
