"""What each distance and level asks of a plan, read from `periodisation.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.athlete import Goal, Level
from core.tables import read_table

DistanceKey = Literal["5K", "10K", "semi-marathon", "marathon", "ultra", "améliorer-endurance"]
Km = Annotated[float, Field(ge=0)]
ByLevel = tuple[Km, Km, Km]
Days = tuple[int, int]
LEVELS: tuple[Level, ...] = tuple(Level)

# A race belongs to the distance whose preparation fits it best (upper bounds in km).
DISTANCE_UP_TO_KM: tuple[tuple[float, DistanceKey], ...] = (
    (7.5, "5K"),
    (15.0, "10K"),
    (32.0, "semi-marathon"),
    (43.0, "marathon"),
)
GOAL_OF_DISTANCE: Mapping[DistanceKey, Goal] = {
    "5K": Goal.FIVE_K,
    "10K": Goal.TEN_K,
    "semi-marathon": Goal.HALF_MARATHON,
    "marathon": Goal.MARATHON,
    "ultra": Goal.MARATHON,
    "améliorer-endurance": Goal.ENDURANCE,
}


@dataclass(frozen=True, slots=True)
class Demands:
    """One distance: lengths in weeks, volumes in km (four sessions a week), days before the race.

    `taper_shares` are the shares of the last loading week kept in the reduced weeks before race week;
    `last_week_share` is what the seven days before the race keep.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    race_km: Km
    weeks: tuple[int, int]
    default_weeks: tuple[int, int, int]
    start_km: ByLevel
    aim_km: ByLevel
    ceiling_km: ByLevel
    first_long_km: ByLevel
    long_aim_km: ByLevel
    needed_long_km: Km
    longest_days: Days
    taper_days: Days
    taper_weeks: tuple[int, ...]
    taper_shares: tuple[float, ...]
    last_week_share: float


@dataclass(frozen=True, slots=True)
class LevelDemands:
    """One level: the VDOT assumed for sizing when no time is known, and how hard and long its runs are."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    assumed_vdot: float
    intense_share: float
    easy_cap_min: float
    phases: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    sessions: Mapping[str, float]
    distance: Mapping[DistanceKey, Demands]
    level: Mapping[Level, LevelDemands]


@cache
def _table() -> _Table:
    return read_table(_Table, "core.program", "periodisation.toml")


def demands_of(distance: DistanceKey) -> Demands:
    """What a distance asks."""
    return _table().distance[distance]


def level_demands(level: Level) -> LevelDemands:
    """What a level brings."""
    return _table().level[level]


def session_scale(sessions_per_week: int) -> float:
    """How much more or less than with four sessions a runner covers in a week of 2 to 7."""
    return _table().sessions[str(sessions_per_week)]


def distance_for(race_km: float) -> DistanceKey:
    """The preparation that fits a race of this length."""
    return next((key for up_to, key in DISTANCE_UP_TO_KM if race_km <= up_to), "ultra")
