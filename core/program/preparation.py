"""What a plan prepares: the distance, the paces to size and write by, the conditions of the race."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.athlete import Goal, Language, Level, Race, RunnerProfile, Terrain
from core.conditions import HOT_FROM_C, heat_slowdown, km_effort
from core.paces import TrainingPaces, training_paces
from core.predictions import PREDICTED_DISTANCES_M, layoff_multiplier
from core.program.demands import (
    GOAL_OF_DISTANCE,
    LEVELS,
    Demands,
    DistanceKey,
    LevelDemands,
    demands_of,
    distance_for,
    level_demands,
)
from core.vdot import race_time_s, vdot_of

HIGH_FROM_M = 1000.0
"""Altitude from which a race at it is slower than the equations say: VO2max falls from here on."""
HILLY_M_PER_KM = 12.0
"""Climb per km from which a road or mixed race is prepared as hilly."""
ULTRA_FROM_KM = 43.0
"""Anything longer than a marathon."""
FUELLED_FROM_KM = 20.0
"""About an hour and a half for most: from there on glycogen runs short."""
# Paces the rules take for unknown runners; budgets without a time keep to them.
USUAL_PACE_S_PER_KM = {"E": 390.0, "M": 340.0, "T": 320.0, "I": 295.0, "R": 275.0}


@dataclass(frozen=True)
class Preparation:
    """A profile with the distance, paces and conditions that its plan prepares."""

    profile: RunnerProfile

    @cached_property
    def race(self) -> Race | None:
        return self.profile.race

    @cached_property
    def distance(self) -> DistanceKey:
        """What the plan prepares: the race's own distance, else the goal's."""
        if self.race is not None:
            return distance_for(self.race.distance_km)
        return self.profile.goal.value

    @property
    def goal(self) -> Goal:
        return GOAL_OF_DISTANCE[self.distance]

    @property
    def level(self) -> Level:
        return self.profile.level

    @property
    def language(self) -> Language:
        return self.profile.language

    @property
    def sessions(self) -> int:
        return self.profile.sessions_per_week

    @cached_property
    def demands(self) -> Demands:
        return demands_of(self.distance)

    @cached_property
    def level_demands(self) -> LevelDemands:
        return level_demands(self.level)

    @property
    def level_index(self) -> int:
        return LEVELS.index(self.level)

    @property
    def ends_with_race(self) -> bool:
        """Whether the last day is a race (or a time trial over the distance), with a taper before it."""
        return self.distance != "améliorer-endurance" or self.profile.target_date is not None

    @property
    def race_km(self) -> float:
        return self.race.distance_km if self.race is not None else self.demands.race_km

    # Paces

    @cached_property
    def vdot(self) -> float | None:
        """Today's VDOT: the reference time, less what days without running took away."""
        if self.profile.reference is None:
            return None
        return vdot_of(self.profile.reference) * layoff_multiplier(self.profile.layoff_days)

    @property
    def has_reference(self) -> bool:
        return self.profile.reference is not None

    @cached_property
    def sizing_vdot(self) -> float:
        return self.vdot if self.vdot is not None else self.level_demands.assumed_vdot

    @cached_property
    def paces(self) -> TrainingPaces:
        """Known paces, or those of a typical runner of this level: for sizes only, never shown."""
        return _paces(self.sizing_vdot)

    @cached_property
    def easy_s_per_km(self) -> float:
        easy = self.paces.easy
        return (easy.min_s_per_km + easy.max_s_per_km) / 2

    @cached_property
    def zone_pace_s_per_km(self) -> dict[str, float]:
        """Paces by zone and by goal distance; without a time no zone is slower than the usual one."""
        zones = {letter: self.paces.zone(letter).min_s_per_km for letter in ("M", "T", "I", "R")}
        zones["E"] = self.easy_s_per_km
        if not self.has_reference:
            return {zone: min(pace, USUAL_PACE_S_PER_KM[zone]) for zone, pace in zones.items()}
        return zones | _race_paces(self.sizing_vdot) | {Goal.MARATHON.value: zones["M"]}

    @cached_property
    def expected_race_s(self) -> float:
        """Race time by the equations, with the course's climb and heat."""
        race_km = km_effort(self.race_km, self.race.climb_m if self.race else 0.0)
        time_s = race_time_s(self.sizing_vdot, race_km * 1000)
        if self.distance == "marathon":  # slow marathoners run it at an eased pace, and train at that one
            time_s = max(time_s, self.paces.zone("M").min_s_per_km * race_km)
        if self.race is None or self.race.temperature_c is None:
            return time_s
        return time_s * heat_slowdown(
            self.race.temperature_c, self.race.humidity_percent, duration_min=time_s / 60
        )

    # Conditions

    @property
    def is_fuelled(self) -> bool:
        """Whether the race is long enough to eat on the way."""
        return self.race_km >= FUELLED_FROM_KM

    @property
    def is_trail(self) -> bool:
        return self.race is not None and self.race.terrain in {Terrain.TRAIL, Terrain.MIXED}

    @property
    def is_hilly(self) -> bool:
        return self.race is not None and self.race.climb_m >= HILLY_M_PER_KM * self.race.distance_km

    @property
    def is_ultra(self) -> bool:
        return self.race is not None and self.race.distance_km > ULTRA_FROM_KM

    @property
    def is_hot(self) -> bool:
        temperature_c = self.race.temperature_c if self.race is not None else None
        return temperature_c is not None and temperature_c >= HOT_FROM_C

    @property
    def is_high(self) -> bool:
        altitude_m = self.race.altitude_m if self.race is not None else None
        return altitude_m is not None and altitude_m >= HIGH_FROM_M


@lru_cache(maxsize=512)
def _paces(vdot: float) -> TrainingPaces:
    return training_paces(vdot)


@lru_cache(maxsize=512)
def _race_paces(vdot: float) -> dict[str, float]:
    return {
        name: race_time_s(vdot, metres) / (metres / 1000) for name, metres in PREDICTED_DISTANCES_M.items()
    }
