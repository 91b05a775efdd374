"""The parts of a run: warm-up, work, recoveries and cool-down that add up to its kilometres. Numbers only."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from core.program.exchange import Interval, Kind
from core.program.situation import CLIMB_COST_KM_PER_100M, Situation
from core.program.sizes import SizedSlot
from core.program.weekdays import Slot
from core.program.workouts import Workout, prescribe

T_SHARE, I_SHARE, R_SHARE = 0.10, 0.08, 0.05
"""Work of one session at most, of the week's km (Daniels)."""
M_SHARE = 0.30
WALK_S_PER_KM = 660.0
# Warm-up and cool-down; less in a very short session, and less again around work no harder than this.
LEAST_EASY_MIN, LEAST_EASY_SHARE, LEAST_GENTLE_SHARE, GENTLE_RPE = 15.0, 0.6, 0.4, 6
LEAST_COOL_DOWN_MIN, LONGEST_COOL_DOWN_MIN = 4, 15
SHORTEST_SESSION_MIN = 14.0
LEAST_WALK_MIN, MOST_WALK_MIN = 6, 35
SHRINK = 0.85
MINUTE_GRAIN, MINUTE_SLACK = 5, 0.015
NEAR_CAP = 0.96  # a run this near the longest time allowed is given that time
CLIMB_GRAIN_M = 10
HILL_M_PER_MIN = 9.0


@dataclass(frozen=True, slots=True)
class Run:
    """One session in numbers. `walks` tells that warm-up and cool-down are walked."""

    slot: Slot
    kind: Kind
    workout: Workout | None
    km: float
    minutes: float
    intervals: tuple[Interval, ...] = ()
    warm_up_min: float | None = None
    cool_down_min: float | None = None
    climb_m: float = 0.0
    walks: bool = False
    pace_factor: float = 1.0

    @property
    def work_min(self) -> float:
        """Minutes of work whose length is in minutes, recoveries aside."""
        return sum(part.repetitions * (part.duration_min or 0.0) for part in self.intervals)


@dataclass(frozen=True, slots=True)
class Structure:
    """Writes runs for one runner."""

    situation: Situation

    def steady(
        self, slot: SizedSlot, kind: Kind, workout: Workout, pace_factor: float, *, climb_share: float = 0.0
    ) -> Run:
        """A run at one easy effort."""
        per_km = self.situation.training_climb_m_per_km * climb_share
        climb_m = floor(per_km * slot.km / CLIMB_GRAIN_M) * CLIMB_GRAIN_M
        effort_km = (slot.km + climb_m / 100 * CLIMB_COST_KM_PER_100M) * pace_factor
        easy = self.situation.paces.easy
        minutes = rounded_minutes(
            effort_km * self.situation.easy_s_per_km / 60,
            effort_km * easy.min_s_per_km / 60 * (1 - MINUTE_SLACK),
            effort_km * easy.max_s_per_km / 60 * (1 + MINUTE_SLACK),
        )
        cap_min = self.situation.long_cap_min
        minutes = cap_min if minutes > NEAR_CAP * cap_min else minutes
        return Run(
            slot.slot, kind, workout, slot.km, minutes, climb_m=float(climb_m), pace_factor=pace_factor
        )

    def structured(
        self,
        slot: SizedSlot,
        workout: Workout,
        week_km: float,
        budget_min: float,
        progress: float,
        *,
        walks: bool = False,
    ) -> Run | None:
        """The workout inside the session's km: as much work as leaves a warm-up and a cool-down."""
        if not workout.main:
            return None
        caps = _zone_caps_km(week_km)
        most_min = min(budget_min, slot.km * self.situation.easy_s_per_km / 60)
        while True:
            intervals = prescribe(
                workout,
                zone_pace_s_per_km=self.situation.zone_pace_s_per_km,
                max_work_km=slot.km,
                max_work_min=most_min,
                progress=progress,
                max_zone_km=None if workout.kind == "test" else caps if workout.kind != "hills" else {},
            )
            if intervals is None:
                return None
            run = self._with_warm_up(slot, workout, intervals, walks=walks)
            if run is not None:
                return run
            most_min = min(most_min, sum(self.part_min(part)[0] for part in intervals)) * SHRINK

    def _with_warm_up(
        self, slot: SizedSlot, workout: Workout, intervals: tuple[Interval, ...], *, walks: bool
    ) -> Run | None:
        """Warm-up and cool-down from the km that are left; None when too few are."""
        parts = [self.part_min(part) for part in intervals]
        busy_min = sum(work + recovery for work, recovery, _ in parts)
        left_km = slot.km - sum(km for _, _, km in parts)
        left_min = left_km * (WALK_S_PER_KM if walks else self.situation.easy_s_per_km) / 60
        least_min = float(LEAST_WALK_MIN) if walks else self._least_easy_min(slot, intervals)
        if left_min < least_min - 1 or (walks and left_min > MOST_WALK_MIN):
            return None
        total_min = rounded_minutes(
            busy_min + left_min,
            busy_min + max(0.93 * left_min, least_min - 1),
            busy_min + 1.07 * left_min,
        )
        easy_min = max(total_min - busy_min, least_min - 1)
        cool_down_min = _cool_down_min(easy_min, walks=walks)
        hill_min = sum(
            work for (work, _, _), part in zip(parts, intervals, strict=True) if part.zone == "hill"
        )
        return Run(
            slot.slot,
            workout.kind,
            workout,
            slot.km,
            float(total_min),
            intervals,
            warm_up_min=float(round(easy_min - cool_down_min)),
            cool_down_min=cool_down_min,
            climb_m=float(floor(hill_min * HILL_M_PER_MIN / CLIMB_GRAIN_M) * CLIMB_GRAIN_M),
            walks=walks,
        )

    def _least_easy_min(self, slot: SizedSlot, intervals: tuple[Interval, ...]) -> float:
        """Minutes of warm-up and cool-down that this work needs at least."""
        usual_min = max(slot.km * self.situation.easy_s_per_km / 60, SHORTEST_SESSION_MIN)
        is_gentle = max(part.rpe or 0 for part in intervals) <= GENTLE_RPE
        return min(LEAST_EASY_MIN, (LEAST_GENTLE_SHARE if is_gentle else LEAST_EASY_SHARE) * usual_min)

    def part_min(self, part: Interval) -> tuple[float, float, float]:
        """Minutes of work, minutes of recovery, and km of both, for one line of intervals."""
        pace_s_per_km = self._pace_s_per_km(part)
        each_min = part.duration_min or (part.distance_km or 0.0) * pace_s_per_km / 60
        each_km = part.distance_km or each_min * 60 / pace_s_per_km
        recovery_min = part.recovery_min or 0.0
        recovery_pace = {"jog": self.situation.easy_s_per_km * 1.1, "walk": WALK_S_PER_KM}
        recovery_km = recovery_min * 60 / recovery_pace.get(part.recovery or "", float("inf"))
        return (
            part.repetitions * each_min,
            part.repetitions * recovery_min,
            part.repetitions * (each_km + recovery_km),
        )

    def _pace_s_per_km(self, part: Interval) -> float:
        paces = self.situation.zone_pace_s_per_km
        stand_in = "T" if part.zone in {"hill", "effort"} else part.zone
        return paces.get(part.race_pace or "", paces[stand_in])


def _cool_down_min(easy_min: float, *, walks: bool) -> float:
    """A third of the easy minutes, half of those that are walked; never more than the warm-up."""
    half_min = floor(easy_min / 2)
    if walks:
        return float(half_min)
    return float(min(max(floor(easy_min / 3), LEAST_COOL_DOWN_MIN), LONGEST_COOL_DOWN_MIN, half_min))


def _zone_caps_km(week_km: float) -> Mapping[str, float]:
    return {
        "T": T_SHARE * week_km,
        "effort": T_SHARE * week_km,
        "I": I_SHARE * week_km,
        "R": R_SHARE * week_km,
        "M": M_SHARE * week_km,
    }


def rounded_minutes(minutes: float, least: float, most: float) -> float:
    """To five minutes where that stays between `least` and `most`, else to one minute."""
    for grain in (MINUTE_GRAIN, 1):
        rounded = round(minutes / grain) * grain
        if least <= rounded <= most:
            return float(rounded)
    return float(round(minutes))
