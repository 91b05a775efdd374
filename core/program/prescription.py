"""What each day of a sized week holds: which workout, with how much work. Numbers only, no words."""

from dataclasses import dataclass, field, replace
from math import floor

from core.program.exchange import Kind
from core.program.menus import menus
from core.program.periodisation import Frame
from core.program.selection import Selection
from core.program.situation import Situation
from core.program.sizes import HARD_FROM_MEAN_KM, SizedSlot, SizedWeek
from core.program.structure import CLIMB_GRAIN_M, Run, Structure
from core.program.weekdays import Slot
from core.program.workouts import Workout, catalogue

__all__ = ["Prescriber", "Run", "RunWeek"]

INTENSE_USED = 0.93
"""Of the level's share of intense minutes: rounding must not lift the plan over it."""
TWO_HARD_SPLIT = 0.55
LONG_WORK_SHARE = 0.45
LIGHT_SHARE = 0.6  # of the usual intense minutes, in a recovery week
STRIDES_RESERVE_MIN, STRIDES_MIN = 2.0, 3.0
FIRST_ADVANCE = 0.4
HEAT_WINDOW_DAYS = (3, 21)
CROSS_MIN = 40.0
CROSS_WORKOUT, RUN_WALK_OF_INJURY = "cross-bike-easy", "run-walk-4-1"
REMINDER_WORKOUTS = ("steady-by-effort", "fartlek-30s", "steady-reminder")
REMINDER_MIN = 10.0
REMINDER_WEEK_KM = 12.0  # its caps are those of a usual small week
TEST_EXTRA_SHARE = 0.05  # a test week may lean this much further
HILLY_EASY = frozenset({"easy-hilly"})


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

    def _intense_min(self, run: Run) -> float:
        """Minutes above easy of a run."""
        return sum(self._structure.part_min(part)[0] for part in run.intervals if part.zone != "E")

    # Sessions

    def _hard(self, sized: SizedWeek, slot: SizedSlot, position: int, budget_min: float) -> Run:
        """The first workout of the menu that fits the budget and the session's km, else an easy run."""
        frame = sized.frame
        if self._is_small(sized):
            return self._easy(sized, slot)
        for workout in self.selection.hard(frame, position, sized.km):
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
        if role == "cross":
            return Run(slot.slot, "cross", catalogue()[CROSS_WORKOUT], 0.0, CROSS_MIN)
        walked = self._run_walk(sized, slot)
        if walked is not None:
            return walked
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
        family = self.selection.of_family("test", sized.frame, sized.km)
        for workout in (workout for workout in family if workout.kind == "test"):
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
            if slot.km * self.situation.easy_s_per_km / 60 >= workout.minutes_min
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
                run = self._structured(slot, workout, sized.km, STRIDES_MIN, frame.progress)
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
        """Run-walk for who starts with it, or while a shin heals; None in other weeks."""
        for workout in self._run_walk_workouts(sized.frame):
            run = self._structured(slot, catalogue()[workout], sized.km, float("inf"), 1.0, walks=True)
            if run is not None:
                return self._rolling(run) if slot.slot.role == "long" else run
        return None

    def _rolling(self, run: Run) -> Run:
        """The same run on the ground of a trail; its hills are walked, so it takes no longer."""
        if not self.situation.is_trail:
            return run
        climb_m = floor(self.situation.training_climb_m_per_km * run.km / CLIMB_GRAIN_M) * CLIMB_GRAIN_M
        return replace(run, climb_m=float(climb_m))

    def _run_walk_workouts(self, frame: Frame) -> tuple[str, ...]:
        """The step of the week, then those below it and above it for runs it does not fit."""
        situation = self.situation
        if frame.index < situation.run_walk_weeks:
            ladder = menus().run_walk
            ids = ladder.gentle if situation.profile.current_km_per_week == 0 else ladder.usual
            step = min(frame.index * len(ids) // situation.run_walk_weeks, len(ids) - 1)
            return (*ids[step::-1], *ids[step + 1 :])
        return (RUN_WALK_OF_INJURY,) if frame.index < situation.walking_weeks else ()

    def _pace_factor(self, frame: Frame) -> float:
        """How much slower easy running is while an injury heals."""
        return self.situation.injury_pace_factor if frame.index < self.situation.injury_easy_weeks else 1.0

    def _steady(
        self, slot: SizedSlot, kind: Kind, workout: Workout, pace_factor: float, *, climb_share: float = 0.0
    ) -> Run:
        return self._structure.steady(slot, kind, workout, pace_factor, climb_share=climb_share)

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
        return self._structure.structured(slot, workout, week_km, budget_min, progress, walks=walks)

    @property
    def _structure(self) -> Structure:
        return Structure(self.situation)


def _advance(frame: Frame) -> float:
    """Progress of quality work: it starts halfway, for the base has prepared it."""
    return 0.0 if frame.role == "recovery" else FIRST_ADVANCE + (1 - FIRST_ADVANCE) * frame.progress
