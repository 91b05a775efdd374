"""The time a runner gives after a race, what it says about their level, and the days that follow."""

import datetime
from dataclasses import dataclass

from core.athlete import Performance, Race, Terrain
from core.failure import Failure
from core.notation.durations import parse_duration
from core.notation.words import plain
from core.race_week.demands import demands_of
from core.run_reports import FASTEST_MIN_PER_KM, SLOWEST_MIN_PER_KM
from core.vdot import ImpossiblePerformance, vdot_of

ROAD_MARATHON_KM = 43.0
HILLY_M_PER_KM = 10.0
"""From this climb on a road time says too little about the flat: 1 % up and 1 % down cost about 1 %."""
FILLING = ("en ", "in ", "temps ", "time ", "mon temps ", "fini en ", "finished in ", "j'ai fait ", "fait ")
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Recovery:
    """After a race: nothing but walking up to `rest_until`, easy runs up to `easy_until`, hard ones after."""

    rest_until: datetime.date
    easy_until: datetime.date


def read_time(text: str, distance_km: float, expected_s: float | None = None) -> float | Failure:
    """Seconds of a time over the distance: `1:42` is hours over a half marathon; the likeliest is taken."""
    told = plain(text)
    for words in sorted(FILLING, key=len, reverse=True):
        told = told.removeprefix(words)
    duration = parse_duration(told.strip(" .!"))
    if isinstance(duration, Failure):
        return Failure("race-time-unclear")
    believed = [s for s in duration.readings_s if _is_running(s, distance_km)]
    if not believed:
        return Failure("race-time-impossible", {"distance_m": distance_km * 1000})
    if expected_s is None:
        return believed[0]
    return min(believed, key=lambda s: abs(s - expected_s))


def level_of(race: Race, time_s: float) -> float | None:
    """The VDOT of a race time; None on trails, hilly courses and beyond the marathon."""
    hilly = race.climb_m >= HILLY_M_PER_KM * race.distance_km
    if race.terrain is not Terrain.ROAD or hilly or race.distance_km > ROAD_MARATHON_KM:
        return None
    try:
        return vdot_of(Performance(race.distance_km * 1000, time_s))
    except ImpossiblePerformance:
        return None


def recovery_after(race_date: datetime.date, distance_km: float) -> Recovery:
    """The block after a race of this distance."""
    demands = demands_of(distance_km)
    return Recovery(race_date + demands.rest_days * DAY, race_date + demands.easy_days * DAY)


def _is_running(seconds: float, distance_km: float) -> bool:
    return FASTEST_MIN_PER_KM <= seconds / 60 / distance_km <= SLOWEST_MIN_PER_KM
