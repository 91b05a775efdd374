"""How many kilometres each run has: growth from what is run now, the longest run's build-up, the taper."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.program.allocation import GRAIN_KM, Share, allocate, down_to_grain, to_grain
from core.program.layout import DAYS
from core.program.periodisation import Frame, Outline
from core.program.race_week import RaceWeek
from core.program.situation import SMALLEST_RUN_KM, Situation
from core.program.sizes import (
    SHORTEST_RUN_KM,
    WEIGHTS,
    Memory,
    SizedSlot,
    SizedWeek,
    long_share,
    shortest_hard_km,
)
from core.program.weekdays import Days, Slot

WEEKLY_GROWTH, SMALL_GROWTH_KM = 0.095, 1.5
"""Growth stays under the 10 % (or 2 km) that is allowed at most."""
RECOVERY_SHARE, RECOVERY_LONG_SHARE = 0.78, 0.75
"""In the middle of the 10 to 35 % a recovery week is cut by."""
SHARE_OF_TWO = 0.53
"""Two runs left of three, neither of them half as long as the other."""
LONG_OVER_MEAN = 1.15
OTHER_OVER_LONG = 0.92
"""The other runs stay shorter than the long run."""
SHORT_LONG_RUN_KM = 5.0
LONGEST_IN_TAPER_SHARE = 0.895
"""A race on the wrong weekday can leave only the reduced week for the longest run: it is cut less then."""
TAPER_LONG_SHARE = 0.62
"""Of the longest run, two weeks out; times the week's own share."""
# The second of two long runs: its part of the first, both together against the longest run, its minutes.
PAIR_SECOND, PAIR_TOTAL, PAIR_SECOND_MIN = 0.62, 1.55, 58.0
UNDATED_DEEPEST = 0.70
"""No race date, no deep cut."""
USUAL_RUN_KM, SMALL_OVER_MEAN = 3.0, 0.8
WORTHWHILE_RUN_KM = 3.0
"""On average: below, a run is over before it has begun."""
HOLDING_ROUNDS, HELD_AT_LEAST = 8, 0.6
LAST_HARD_OVER_MEAN = 1.5
# With few runs a week each of them may last longer; towards a marathon all may.
FEW_SESSIONS, FEW_SESSIONS_FACTOR = 3, 1.4
LONG_RACE_EXTRA_MIN = 15.0


def sized_weeks(situation: Situation, days: Days) -> tuple[SizedWeek, ...]:
    """Every week of the plan with its kilometres.

    Where the week of the longest run cannot carry what others could, the others are held to what it carries.
    """
    weeks = _Sizing(situation, days, days.outline).weeks()
    for _ in range(HOLDING_ROUNDS if _has_a_longest_run(situation, days) else 0):
        held_km = weeks[days.outline.longest_week].long_km
        largest_km = max(
            (week.long_km for week in weeks if _is_held(days.outline, crosses=week.has_cross)), default=0.0
        )
        if not HELD_AT_LEAST * largest_km <= held_km < largest_km:
            break
        weeks = _Sizing(situation, days, days.outline, most_long_km=held_km).weeks()
    return weeks


def _has_a_longest_run(situation: Situation, days: Days) -> bool:
    """Whether the plan is long enough to place its longest run before the race."""
    furthest = situation.demands.longest_days[1]
    return days.race_order is not None and days.race_order > furthest + DAYS


def _is_held(outline: Outline, *, crosses: bool) -> bool:
    """Weeks with a day on the bike hold fewer runs: a reduced week cannot match their long run."""
    return not (outline.longest_in_taper and crosses)


@dataclass
class _Sizing:
    situation: Situation
    days: Days
    outline: Outline
    memory: Memory = field(default_factory=Memory)
    most_long_km: float = float("inf")

    def weeks(self) -> tuple[SizedWeek, ...]:
        self.memory.runs.append((-1, self._first_long_km()))
        return tuple(self._week(frame) for frame in self.outline.frames)

    def _first_long_km(self) -> float:
        """The longest run so far: what the runner said, else what fits the first week."""
        said = self.situation.profile.longest_run_km
        if said is not None:
            return max(said, SMALLEST_RUN_KM)
        start_km = self.situation.start_km
        usual = self.situation.demands.first_long_km[self.situation.level_index]
        mean = start_km / self.situation.sessions
        return max(min(usual, long_share(self.situation.sessions) * start_km), LONG_OVER_MEAN * mean)

    def _week(self, frame: Frame) -> SizedWeek:
        slots = self.days.slots(frame, short_runs=self._has_short_runs(frame))
        longest_before = self.memory.longest_before(slots[0].order if slots else 0)
        reference_km = self.memory.reference_km
        sizes = self._race_week.sizes(slots) if frame.role == "race" else self._with_cross(frame, slots)
        sized = tuple(
            SizedSlot(slot, km)
            for slot, km in zip(slots, sizes, strict=True)
            if km or slot.role in {"race", "cross"}
        )
        week = SizedWeek(frame, sized, reference_km, longest_before)
        self._remember(week)
        return week

    def _has_short_runs(self, frame: Frame) -> bool:
        """Whether the runs are too short for the bike to give way: fewer and longer ones serve better.

        Not where a reduced week must hold the longest run of all: it could not match theirs.
        """
        reference_km = self.memory.reference_km
        if reference_km is None or frame.role not in {"load", "recovery"} or self.outline.longest_in_taper:
            return False
        return reference_km < WORTHWHILE_RUN_KM * self.situation.sessions

    def _remember(self, week: SizedWeek) -> None:
        if week.frame.index == 0 and self.situation.profile.longest_run_km is None:
            self.memory.runs.clear()  # the first week stands for a past nobody told
        self.memory.runs.extend((sized.slot.order, sized.km) for sized in week.slots)
        if week.frame.role == "load" or (week.frame.role == "taper" and self.memory.reference_km is None):
            self.memory.reference_km = week.km
            self.memory.longest_km = max(self.memory.longest_km, week.long_km)

    def _with_cross(self, frame: Frame, slots: Sequence[Slot]) -> tuple[float, ...]:
        """Sizes of a training week; a session on the bike has no km, and takes its share off the week."""
        runs = [slot for slot in slots if slot.role != "cross"]
        sizes = iter(self._training_week(frame, runs, len(runs) / len(slots)))
        return tuple(0.0 if slot.role == "cross" else next(sizes) for slot in slots)

    def _training_week(self, frame: Frame, slots: Sequence[Slot], share: float) -> tuple[float, ...]:
        """Sizes for the slots: the long run as far as growth, share and minutes allow, the rest shared."""
        week_km = self._week_km(frame, share)
        most_km = self.memory.run_limit_km(slots[-1].order)
        if _is_held(self.outline, crosses=share < 1):
            most_km = min(most_km, self.most_long_km)
        long_km = min(self._long_km(frame, week_km, len(slots)), most_km)
        long_km = max(down_to_grain(long_km), SHORTEST_RUN_KM)
        while True:
            sizes = self._shared(slots, week_km, long_km)
            too_large = max(sizes) > self._share_of(len(slots)) * sum(sizes) + 1e-9
            if frame.role == "taper" and frame.index != self.outline.longest_week:
                too_large = too_large or sum(sizes) > week_km + GRAIN_KM
            if not too_large or long_km <= SHORTEST_RUN_KM:
                return sizes
            long_km -= GRAIN_KM

    def _share_of(self, runs: int) -> float:
        """The share of the usual week, so that the long run does not shrink once the bike gives way again."""
        usual = long_share(self.situation.sessions)
        return max(usual, SHARE_OF_TWO) if runs < FEW_SESSIONS else usual

    def _shared(self, slots: Sequence[Slot], week_km: float, long_km: float) -> tuple[float, ...]:
        room_km = week_km - long_km - SHORTEST_RUN_KM * (len(slots) - 2)
        fixed = {"long": long_km, "second": self._second_km(long_km, room_km)}
        others = [slot for slot in slots if slot.role not in fixed]
        taken = sum(fixed[slot.role] for slot in slots if slot.role in fixed)
        most_km = self._other_cap_km(long_km, len(slots))
        mean_km = (week_km - taken) / len(others)
        least_km = max(min(USUAL_RUN_KM, SMALL_OVER_MEAN * mean_km, most_km), SHORTEST_RUN_KM)
        shares = [
            Share(WEIGHTS[slot.role], self._least_km(slot, least_km, most_km, mean_km), most_km)
            for slot in others
        ]
        sizes = iter(allocate(week_km - taken, shares))
        return tuple(fixed[slot.role] if slot.role in fixed else next(sizes) for slot in slots)

    def _second_km(self, long_km: float, room_km: float) -> float:
        """The second of two long runs in a row: well under the first, and still an hour or so."""
        worth_km = PAIR_SECOND_MIN * 60 / self.situation.easy_s_per_km
        return max(
            down_to_grain(min(max(PAIR_SECOND * long_km, worth_km), long_km, room_km)), SHORTEST_RUN_KM
        )

    def _least_km(self, slot: Slot, least_km: float, most_km: float, mean_km: float) -> float:
        if slot.role == "hard" and slot.order == self.days.last_hard_order():
            room_km = max(min(LAST_HARD_OVER_MEAN * mean_km, most_km), SMALLEST_RUN_KM)
            return max(least_km, min(shortest_hard_km(self.situation), room_km))
        return min(SMALLEST_RUN_KM, least_km) if slot.role in {"recovery", "eve"} else least_km

    def _other_cap_km(self, long_km: float, runs: int) -> float:
        """The longest other run: the level's minutes, more when few runs must carry the week."""
        minutes = self.situation.level_demands.easy_cap_min
        if runs <= FEW_SESSIONS:
            minutes *= FEW_SESSIONS_FACTOR
        if self.situation.distance in {"marathon", "ultra"}:
            minutes += LONG_RACE_EXTRA_MIN
        needed_km = long_km * (1 / long_share(runs) - 1) / max(runs - 1, 1)
        usual_km = self.situation.start_km / self.situation.sessions
        cap_km = max(minutes * 60 / self.situation.easy_s_per_km, needed_km + GRAIN_KM, usual_km)
        below_long_km = long_km if long_km < SHORT_LONG_RUN_KM else OTHER_OVER_LONG * long_km
        if runs == 2 and self.outline.longest_in_taper:  # or the reduced week could not hold as long a run
            below_long_km = max(below_long_km, long_km - GRAIN_KM)
        return max(min(cap_km, below_long_km), SHORTEST_RUN_KM)

    def _week_km(self, frame: Frame, runs_share: float) -> float:
        reference_km = self.memory.reference_km
        if reference_km is None:
            share = self._taper_share(frame) if frame.role == "taper" else 1.0
            return to_grain(runs_share * self.situation.start_km * max(share, UNDATED_DEEPEST))
        if frame.role == "recovery":
            return to_grain(RECOVERY_SHARE * reference_km)
        if frame.role == "taper" and frame.index == self.outline.longest_week:
            return down_to_grain(LONGEST_IN_TAPER_SHARE * reference_km)
        if frame.role == "taper":
            return to_grain(self._taper_share(frame) * reference_km)
        growth_km = max(WEEKLY_GROWTH * reference_km, SMALL_GROWTH_KM)
        wanted_km = max(self._wanted_km(frame, self.situation.start_km, self._aim_km()), reference_km)
        return down_to_grain(min(wanted_km, reference_km + growth_km, self.situation.ceiling_km))

    def _aim_km(self) -> float:
        """Large enough to carry the longest run the distance needs."""
        needed_km = min(self.situation.demands.needed_long_km, self.situation.long_cap_km)
        carrying_km = (needed_km + GRAIN_KM) / long_share(self.situation.sessions)
        return min(max(self.situation.aim_km, carrying_km), self.situation.ceiling_km)

    def _wanted_km(self, frame: Frame, start_km: float, aim_km: float) -> float:
        """On the straight line over the loading weeks up to the one with the longest run."""
        loads = [f.index for f in self.outline.frames if f.role == "load"]
        last = max([index for index in loads if index <= self.outline.longest_week], default=0)
        steps = sum(1 for index in loads if index <= last) - 1
        done = sum(1 for index in loads if index < frame.index)
        return start_km + (aim_km - start_km) * min(done / max(steps, 1), 1.0)

    def _long_km(self, frame: Frame, week_km: float, runs: int) -> float:
        over_mean = 1.0 if self.outline.longest_in_taper and frame.role == "load" else LONG_OVER_MEAN
        if frame.role == "load" and frame.index > self.outline.longest_week:
            over_mean = 0.0
        mean_km = over_mean * week_km / runs
        return min(max(self._wanted_long_km(frame), mean_km), self.situation.long_cap_km)

    def _wanted_long_km(self, frame: Frame) -> float:
        longest_km = self.memory.longest_km
        if frame.role == "recovery":
            return RECOVERY_LONG_SHARE * longest_km
        if frame.index == self.outline.longest_week:
            wanted_km = max(self.situation.long_aim_km, longest_km)
            return min(wanted_km, self._carried_km) if frame.role == "taper" else wanted_km
        if frame.role == "taper":
            return TAPER_LONG_SHARE * self._taper_share(frame) / 0.75 * longest_km
        if frame.index > self.outline.longest_week:
            return OTHER_OVER_LONG * longest_km
        aim_km = self.situation.long_aim_km
        wanted_km = self._wanted_km(frame, self._first_long_km(), aim_km)
        return self._pair_capped(frame, min(wanted_km, aim_km))

    @property
    def _race_week(self) -> RaceWeek:
        return RaceWeek(self.situation, self.outline, self.memory, self.days.schedule.last_weekday)

    @property
    def _carried_km(self) -> float:
        """The longest run that a reduced week can hold."""
        reference_km = self.memory.reference_km or self.situation.start_km
        week_km = down_to_grain(LONGEST_IN_TAPER_SHARE * reference_km)
        return down_to_grain(long_share(self.situation.sessions) * week_km)

    def _pair_capped(self, frame: Frame, long_km: float) -> float:
        if not self.days.has_pair(frame):
            return long_km
        return min(long_km, PAIR_TOTAL / (1 + PAIR_SECOND) * max(self.memory.longest_km, long_km))

    def _taper_share(self, frame: Frame) -> float:
        """The share of the last loading week this reduced week keeps."""
        shares = self.situation.demands.taper_shares
        weeks_to_race_week = len(self.outline.frames) - 1 - frame.index
        share = shares[max(len(shares) - weeks_to_race_week, 0)]
        if frame.index == self.outline.longest_week:
            return LONGEST_IN_TAPER_SHARE
        undated = self.situation.profile.target_date is None
        return max(share, UNDATED_DEEPEST) if undated else share
