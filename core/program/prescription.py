"""From kilometres to a run: its workout, its parts with minutes and km, its climb. Numbers only, no words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import floor

from core.program.exchange import Interval, Kind
from core.program.menus import menus
from core.program.periodisation import Frame
from core.program.selection import Selection
from core.program.situation import CLIMB_COST_KM_PER_100M, Situation
from core.program.volumes import SizedSlot, SizedWeek
from core.program.weekdays import Slot
from core.program.workouts import Workout, catalogue, prescribe

T_SHARE, I_SHARE, R_SHARE = 0.10, 0.08, 0.05
"""Work of one session at most, of the week's km (Daniels)."""
M_SHARE = 0.30
INTENSE_USED = 0.93
"""Of the level's share of intense minutes: rounding must not lift the plan over it."""
TWO_HARD_SPLIT = 0.55
LONG_WORK_SHARE = 0.45
LIGHT_SHARE = 0.6
STRIDES_RESERVE_MIN = 2.0
HARD_WORK_MIN = 15.0
SOFT_LONG_WORK_MIN = 14.0
WALK_S_PER_KM = 660.0
LEAST_EASY_MIN, LEAST_EASY_SHARE = 15.0, 0.4  # warm-up and cool-down; half of a very short session
LEAST_COOL_DOWN_MIN = 4
SHORTEST_SESSION_MIN = 14.0
LONGEST_COOL_DOWN_MIN = 15
LEAST_WALK_MIN = 8
SHRINK = 0.85
MINUTE_GRAIN = 5
FIRST_ADVANCE = 0.4
NEAR_CAP = 0.96  # a run this near the longest time allowed is given that time
HARD_FROM_MEAN_KM = 2.6  # no quality where the runs of a week are shorter than this
HEAT_WINDOW_DAYS = (3, 21)
CLIMB_GRAIN_M = 10
HILL_M_PER_MIN = 9.0
CROSS_MIN = (30, 45)


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
class RunWeek:
    sized: SizedWeek
    runs: tuple[Run, ...]

    @property
    def frame(self) -> Frame:
        return self.sized.frame

    @property
    def km(self) -> float:
        return sum(run.km for run in self.runs)


@dataclass
class Prescriber:
    """Turns sized weeks into runs, one after the other."""

    situation: Situation
    race_order: int | None = None
    last_hard_order: int | None = None
    selection: Selection = field(init=False)

    def __post_init__(self) -> None:
        self.selection = Selection(self.situation)

    def week(self, sized: SizedWeek) -> RunWeek:
        """The runs of one week."""
        budget_min = self._intense_budget_min(sized)
        runs: dict[int, Run] = {}
        hard = [s for s in sized.slots if s.slot.role == "hard"]
        strides = [s for s in sized.slots if s.slot.role in {"strides", "eve"}]
        left_min = budget_min - STRIDES_RESERVE_MIN * len(strides)
        long_min = LONG_WORK_SHARE * left_min if sized.frame.long_work else 0.0
        left_min -= long_min
        for position, slot in enumerate(hard):
            last = position == len(hard) - 1
            share = left_min if last else TWO_HARD_SPLIT * left_min
            run = self._hard(sized, slot, position, share)
            runs[slot.slot.order] = run
            left_min -= self._intense_min(run)
        for slot in sized.slots:
            if slot.slot.order not in runs:
                runs[slot.slot.order] = self._other(sized, slot, long_min)
        return RunWeek(sized, tuple(runs[order] for order in sorted(runs)))

    def maintenance(self, slot: SizedSlot) -> Run:
        """An easy run before the plan, run-walk for who starts with it."""
        ladder = menus().run_walk.usual
        if self.situation.run_walk_weeks:
            run = self._structured(slot, catalogue()[ladder[0]], slot.km, float("inf"), 1.0, walks=True)
            if run is not None:
                return run
        return self._steady(slot, "easy", catalogue()["easy-run"], 1.0)

    # Budgets

    def _intense_budget_min(self, sized: SizedWeek) -> float:
        minutes = sized.km * self.situation.easy_s_per_km / 60
        share = self.situation.level_demands.intense_share * INTENSE_USED
        return share * minutes * (LIGHT_SHARE if sized.frame.role == "recovery" else 1.0)

    def _zone_caps_km(self, week_km: float) -> Mapping[str, float]:
        return {
            "T": T_SHARE * week_km,
            "effort": T_SHARE * week_km,
            "I": I_SHARE * week_km,
            "R": R_SHARE * week_km,
            "M": M_SHARE * week_km,
        }

    def _intense_min(self, run: Run) -> float:
        """Minutes above easy of a run."""
        return sum(self._part_min(part)[0] for part in run.intervals if part.zone != "E")

    # Sessions

    def _hard(self, sized: SizedWeek, slot: SizedSlot, position: int, budget_min: float) -> Run:
        """The first workout of the menu that fits the budget and the session's km, else an easy run."""
        frame = sized.frame
        if self._is_small(sized):
            return self._easy(sized, slot)
        left_out = self.situation.left_out(frame.number)
        for workout in self.selection.hard(frame, position, sized.km):
            if workout.kind in left_out.kinds:
                continue
            run = self._structured(slot, workout, sized.km, budget_min, _advance(frame))
            if run is not None:
                self.selection.took(workout)
                return run
        return self._reminder(sized, slot) or self._easy(sized, slot)

    def _is_small(self, sized: SizedWeek) -> bool:
        """Whether the runs are still too short for quality; a plan of race week alone adds none."""
        if sized.reference_km is None:
            return sized.frame.role == "race" or sized.km < HARD_FROM_MEAN_KM * self.situation.sessions
        return sized.reference_km < HARD_FROM_MEAN_KM * self.situation.sessions

    def _reminder(self, sized: SizedWeek, slot: SizedSlot) -> Run | None:
        """Before the race, a few minutes of steady running where no cap leaves room for more."""
        if slot.slot.order != self.last_hard_order:
            return None
        left_out = self.situation.left_out(sized.frame.number)
        for workout in (catalogue()[name] for name in REMINDER_WORKOUTS):
            run = self._structured(slot, workout, max(sized.km, REMINDER_WEEK_KM), REMINDER_MIN, 1.0)
            if run is not None and workout.kind not in left_out.kinds:
                return run
        return None

    def _other(self, sized: SizedWeek, slot: SizedSlot, long_work_min: float) -> Run:
        role = slot.slot.role
        if role == "race":
            return self._race(slot)
        if role == "test":
            return self._test(sized, slot)
        if sized.frame.index < self.situation.run_walk_weeks:
            return self._run_walk(sized, slot) or self._steady(slot, "easy", catalogue()["easy-run"], 1.0)
        if role in {"long", "second"}:
            return self._long(sized, slot, long_work_min)
        return self._easy(sized, slot)

    def _race(self, slot: SizedSlot) -> Run:
        race = self.situation.race
        km = round(self.situation.race_km, 1)
        climb_m = race.climb_m if race else 0.0
        minutes = float(round(self.situation.expected_race_s / 60))
        return Run(slot.slot, "race", None, km, minutes, climb_m=climb_m)

    def _test(self, sized: SizedWeek, slot: SizedSlot) -> Run:
        share = self.situation.level_demands.intense_share + TEST_EXTRA_SHARE
        most_min = share * sized.km * self.situation.easy_s_per_km / 60
        for workout in self.selection.of_family("test", sized.frame, sized.km):
            if workout.kind == "test":
                run = self._structured(slot, workout, sized.km, most_min, 1.0)
                if run is not None:
                    return run
        return self._easy(sized, slot)

    def _long(self, sized: SizedWeek, slot: SizedSlot, work_min: float) -> Run:
        families = ("back_to_back", "long") if slot.slot.role == "second" else ("long",)
        plain = [
            workout
            for family in families
            for workout in self.selection.of_family(family, sized.frame, sized.km)  # type: ignore[arg-type]
        ]
        if work_min > 0 and slot.slot.role == "long":
            for workout in plain:
                run = (
                    self._structured(slot, workout, sized.km, work_min, _advance(sized.frame))
                    if workout.main
                    else None
                )
                if run is not None:
                    self.selection.took(workout)
                    return run
        special = sized.frame.role == "load" and slot.slot.role == "long"
        easy = next(
            workout
            for workout in plain
            if not workout.main
            and (workout.family == "back_to_back" or not workout.on_request or self._is_due(workout, special))
        )
        self.selection.took(easy)
        return self._steady(slot, "long", easy, self._pace_factor(sized.frame), climb_share=1.0)

    def _is_due(self, workout: Workout, special: bool) -> bool:
        """A special long run comes once in a plan, in a loaded week."""
        return special and not self.selection.used[workout.id]

    def _easy(self, sized: SizedWeek, slot: SizedSlot) -> Run:
        """An easy run: in the heat before a hot race, else with strides, hilly or plain."""
        role, frame = slot.slot.role, sized.frame
        in_heat = self._is_heat_day(slot.slot) and role != "eve"
        if (role == "eve" or role == "strides") and not in_heat:
            for workout in self.selection.of_family("strides", frame, sized.km):
                if workout.on_request and role != "eve":
                    continue
                run = self._structured(slot, workout, sized.km, 3.0, frame.progress)
                if run is not None:
                    self.selection.took(workout)
                    return run
        family = "heat" if in_heat else "recovery" if role == "recovery" else "easy"
        found = self.selection.of_family(family, frame, sized.km)  # type: ignore[arg-type]
        workout = found[0] if found else catalogue()["easy-run"]
        self.selection.took(workout)
        climb_share = 0.8 if workout.id in HILLY_EASY else 0.0
        return self._steady(slot, workout.kind, workout, self._pace_factor(frame), climb_share=climb_share)

    def _is_heat_day(self, slot: Slot) -> bool:
        if not self.situation.is_hot or self.race_order is None:
            return False
        nearest, furthest = HEAT_WINDOW_DAYS
        return nearest <= self.race_order - slot.order <= furthest

    def _run_walk(self, sized: SizedWeek, slot: SizedSlot) -> Run | None:
        situation = self.situation
        ladder = menus().run_walk
        ids = ladder.gentle if situation.profile.current_km_per_week == 0 else ladder.usual
        step = min(sized.frame.index * len(ids) // situation.run_walk_weeks, len(ids) - 1)
        return self._structured(slot, catalogue()[ids[step]], sized.km, float("inf"), 1.0, walks=True)

    def _pace_factor(self, frame: Frame) -> float:
        """How much slower easy running is while an injury heals."""
        return self.situation.injury_pace_factor if frame.index < self.situation.injury_easy_weeks else 1.0

    def _steady(
        self, slot: SizedSlot, kind: Kind, workout: Workout, pace_factor: float, *, climb_share: float = 0.0
    ) -> Run:
        """A run at one easy effort."""
        per_km = self.situation.training_climb_m_per_km * climb_share
        climb_m = floor(per_km * slot.km / CLIMB_GRAIN_M) * CLIMB_GRAIN_M
        effort_km = (slot.km + climb_m / 100 * CLIMB_COST_KM_PER_100M) * pace_factor
        easy = self.situation.paces.easy
        minutes = rounded_minutes(
            effort_km * self.situation.easy_s_per_km / 60,
            effort_km * easy.min_s_per_km / 60,
            effort_km * easy.max_s_per_km / 60,
        )
        cap_min = self.situation.long_cap_min
        minutes = cap_min if minutes > NEAR_CAP * cap_min else minutes
        return Run(
            slot.slot, kind, workout, slot.km, minutes, climb_m=float(climb_m), pace_factor=pace_factor
        )

    # Structure

    def _structured(
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
        caps = self._zone_caps_km(week_km)
        most_min = min(budget_min, slot.km * self.situation.easy_s_per_km / 60)
        while most_min > 0.5:
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
            most_min = min(most_min, sum(self._part_min(part)[0] for part in intervals)) * SHRINK
        return None

    def _with_warm_up(
        self, slot: SizedSlot, workout: Workout, intervals: tuple[Interval, ...], *, walks: bool
    ) -> Run | None:
        """Warm-up and cool-down from the km that are left; None when too few are."""
        parts = [self._part_min(part) for part in intervals]
        work_min = sum(minutes for minutes, _, _ in parts)
        recovery_min = sum(minutes for _, minutes, _ in parts)
        left_km = slot.km - sum(km for _, _, km in parts)
        pace_s_per_km = WALK_S_PER_KM if walks else self.situation.easy_s_per_km
        left_min = left_km * pace_s_per_km / 60
        usual_min = max(slot.km * pace_s_per_km / 60, SHORTEST_SESSION_MIN)
        least_min = float(LEAST_WALK_MIN) if walks else min(LEAST_EASY_MIN, LEAST_EASY_SHARE * usual_min)
        if left_min < least_min - 1:
            return None
        total_min = rounded_minutes(
            work_min + recovery_min + left_min,
            work_min + recovery_min + max(0.93 * left_min, least_min - 1),
            work_min + recovery_min + 1.07 * left_min,
        )
        easy_min = max(total_min - work_min - recovery_min, least_min - 1)
        cool_down = min(max(floor(easy_min / 3), LEAST_COOL_DOWN_MIN), LONGEST_COOL_DOWN_MIN)
        if walks:
            cool_down = floor(easy_min / 2)
        cool_down = min(cool_down, floor(easy_min / 2))
        warm_up = round(easy_min - cool_down)
        climb_m = (
            floor(
                sum(m for (m, _, _), part in zip(parts, intervals, strict=True) if part.zone == "hill")
                * HILL_M_PER_MIN
                / CLIMB_GRAIN_M
            )
            * CLIMB_GRAIN_M
        )
        return Run(
            slot.slot,
            workout.kind,
            workout,
            slot.km,
            float(total_min),
            intervals,
            float(warm_up),
            float(cool_down),
            float(climb_m),
            walks,
        )

    def _part_min(self, part: Interval) -> tuple[float, float, float]:
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


REMINDER_WORKOUTS, REMINDER_MIN = ("steady-by-effort", "fartlek-30s"), 10.0
REMINDER_WEEK_KM = 12.0  # its caps are those of a usual small week
TEST_EXTRA_SHARE = 0.05  # a test week may lean this much further
HILLY_EASY = frozenset({"easy-hilly"})


def _advance(frame: Frame) -> float:
    """Progress of quality work: it starts halfway, for the base has prepared it."""
    return 0.0 if frame.role == "recovery" else FIRST_ADVANCE + (1 - FIRST_ADVANCE) * frame.progress


def rounded_minutes(minutes: float, least: float, most: float) -> float:
    """To five minutes where that stays between `least` and `most`, else to one minute."""
    for grain in (MINUTE_GRAIN, 1):
        rounded = round(minutes / grain) * grain
        if least <= rounded <= most:
            return float(rounded)
    return float(round(minutes))
