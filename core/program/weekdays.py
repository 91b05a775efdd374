"""What each day of a week is for, before its size: long run, hard days, easy days, the eve of a race."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.athlete import Level
from core.program.layout import DAYS, Layout, adjacent
from core.program.periodisation import Frame, Outline
from core.program.schedule import Schedule
from core.program.situation import Situation

SlotRole = Literal[
    "long", "second", "hard", "easy", "strides", "recovery", "eve", "race", "test", "cross"
]  # fmt: skip
# The last hard session before a race: days before it, best first.
LAST_HARD_DAYS = (4, 3, 5, 2)
NO_LONG_RUN_DAYS = 4
"""A long run this close to the race becomes an easy run."""
EVE_FROM_SESSIONS, REST_BEFORE_EVE_FROM_SESSIONS = 4, 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A day of running; `order` counts days from the Monday of week 1."""

    order: int
    role: SlotRole

    @property
    def weekday(self) -> int:
        return self.order % DAYS


@dataclass(frozen=True, slots=True)
class Days:
    """Everything that decides what a day is for."""

    situation: Situation
    schedule: Schedule
    layout: Layout
    outline: Outline

    @property
    def race_order(self) -> int | None:
        if not self.situation.ends_with_race:
            return None
        return (self.schedule.last_day - self.schedule.first_monday).days

    @property
    def available(self) -> frozenset[int]:
        return frozenset(self.situation.profile.available_days or range(DAYS)) | set(self.layout.days)

    def last_hard_order(self) -> int | None:
        """The day of the last hard session, 2 to 5 days before the race."""
        race = self.race_order
        if race is None or not any(frame.hard for frame in self.outline.frames[-4:-1]):
            return None
        first = (self.schedule.first_day - self.schedule.first_monday).days
        fitting = [
            race - days
            for days in LAST_HARD_DAYS
            if race - days >= first and (race - days) % DAYS in self.available
        ]
        apart = [
            order
            for order in fitting
            if order % DAYS != self.layout.long_day or order // DAYS == race // DAYS
        ]
        usual = [order for order in apart if order % DAYS in self.layout.days]
        fresh = [order for order in usual if not adjacent(order % DAYS, self.layout.long_day)]
        return next(iter(fresh or usual or apart or fitting), None)

    def slots(self, frame: Frame, *, short_runs: bool = False) -> tuple[Slot, ...]:
        """The days of one week with their purposes, in order.

        `short_runs` tells that its runs are still too short to be one more.
        """
        days = self._race_days(frame) if frame.role == "race" else self._training_days(frame)
        orders = self._with_last_hard(frame, [frame.index * DAYS + day for day in days])
        long_order = self._long_order(frame, orders)
        hard = self._hard_orders(frame, orders, long_order)
        roles = {order: self._easy_role(order, hard, long_order) for order in orders}
        roles |= dict.fromkeys(hard, "hard")
        self._set_long(frame, roles, long_order)
        self._set_cross(frame, roles, short_runs=short_runs)
        self._set_strides(frame, roles)
        self._set_last_day(frame, roles)
        return tuple(Slot(order, roles[order]) for order in sorted(roles))

    def _training_days(self, frame: Frame) -> list[int]:
        """The usual days; the longest run may need another one in place of the long-run day."""
        days, longest_day = list(self.layout.days), self.outline.longest_day
        if frame.index == self.outline.longest_week and longest_day not in days:
            days = sorted({*days, longest_day} - {self.layout.long_day})
        return days

    def _race_days(self, frame: Frame) -> list[int]:
        """Usual days ahead of the race; its eve only for those who run often, with a rest before that."""
        race_day = self.schedule.last_weekday
        first = max((self.schedule.first_day - frame.monday).days, 0)
        days = [day for day in self.layout.days if first <= day < race_day]
        sessions = self.situation.sessions
        if sessions < EVE_FROM_SESSIONS:
            days = self._without_eve(days, race_day)
        if sessions >= REST_BEFORE_EVE_FROM_SESSIONS and race_day - 2 in days:
            days.remove(race_day - 2)
        return days[-(sessions - 1) :]

    def _without_eve(self, days: list[int], race_day: int) -> list[int]:
        """The days ahead of the race but its eve, unless the last week would then hold next to nothing."""
        rested = [day for day in days if day != race_day - 1]
        runs = sum((race_day - before) % DAYS in self.layout.days for before in range(2, DAYS))
        return rested if runs >= self.situation.sessions - 1 or len(rested) > 1 else days

    def _with_last_hard(self, frame: Frame, orders: list[int]) -> list[int]:
        """The week's days, one of them moved where the last hard session needs it."""
        last_hard = self.last_hard_order()
        if last_hard is None or last_hard // DAYS != frame.index or last_hard in orders:
            return orders
        movable = [order for order in orders if order % DAYS != self.layout.long_day or frame.role == "race"]
        if movable and (frame.role != "race" or len(orders) >= self.situation.sessions - 1):
            orders = [
                order for order in orders if order != min(movable, key=lambda o: (abs(o - last_hard), o))
            ]
        return sorted([*orders, last_hard])

    def _long_order(self, frame: Frame, orders: list[int]) -> int | None:
        order = frame.index * DAYS + self._long_day(frame)
        if frame.role == "race" or order not in orders:
            return None
        race = self.race_order
        too_near = race is not None and race - order <= NO_LONG_RUN_DAYS
        if too_near or order == self.last_hard_order():
            return None
        return order

    def _long_day(self, frame: Frame) -> int:
        longest = frame.index == self.outline.longest_week
        return self.outline.longest_day if longest else self.layout.long_day

    def _hard_orders(self, frame: Frame, orders: list[int], long_order: int | None) -> tuple[int, ...]:
        wanted = [frame.index * DAYS + day for day in self.layout.hard]
        if long_order is not None and self._long_day(frame) != self.layout.long_day:
            wanted = [order for order in wanted if abs(order - long_order) > 1]
        wanted = [order for order in wanted if self._is_fresh_for_race(order)]
        chosen = [order for order in wanted if order in orders][: self._hard_count(frame)]
        last = self.last_hard_order()
        easy_only = frame.index < self.situation.easy_only_weeks
        if easy_only or (frame.role == "race" and last is None):
            return ()
        if last is None or frame.number < self.outline.frames[-1].number - 1:
            return tuple(chosen)
        chosen = [order for order in chosen if order < last - 1]
        if last // DAYS == frame.index and last != long_order:
            chosen = [*chosen[: max(self._hard_count(frame) - 1, 0)], last]
        return tuple(chosen)

    def _is_fresh_for_race(self, order: int) -> bool:
        """Whether a hard session that day leaves a day of rest before the race."""
        return self.race_order is None or order <= self.race_order - min(LAST_HARD_DAYS)

    def _hard_count(self, frame: Frame) -> int:
        """One less when the week ends with a test, for the test is hard too."""
        if frame.is_last and not self.situation.ends_with_race:
            return max(frame.hard - 1, 0)
        return frame.hard

    def _easy_role(self, order: int, hard: Iterable[int], long_order: int | None) -> SlotRole:
        """The day after a hard or long run is a recovery run for those who run five times and more."""
        after_long = adjacent_before(order, self.layout.long_day)
        if self.situation.sessions >= 5 and (order - 1 in hard or after_long):
            return "recovery"
        return "easy"

    def _set_long(self, frame: Frame, roles: dict[int, SlotRole], long_order: int | None) -> None:
        if long_order is None:
            return
        if self.has_pair(frame) and self.layout.pair is not None:
            first, second = self.layout.pair
            roles[frame.index * DAYS + first], roles[frame.index * DAYS + second] = "long", "second"
        else:
            roles[long_order] = "long"

    def has_pair(self, frame: Frame) -> bool:
        """Whether this week holds two long runs in a row."""
        return frame.index in self.outline.pairs

    def _set_cross(self, frame: Frame, roles: dict[int, SlotRole], *, short_runs: bool) -> None:
        """While an injury heals the bike or pool stands in for an easy run, best between two runs."""
        situation = self.situation
        coming_back = short_runs and frame.number <= situation.injury_weeks
        if not situation.trains_across or not (frame.index < situation.injury_easy_weeks or coming_back):
            return
        others = [order for order, role in sorted(roles.items()) if role in {"easy", "recovery"}]
        if others and frame.role != "race":
            roles[max(others, key=lambda order: (order - 1 in roles) + (order + 1 in roles))] = "cross"

    def _set_strides(self, frame: Frame, roles: dict[int, SlotRole]) -> None:
        """One easy run of the week ends with strides, not the first fortnight of a beginner."""
        young = self.situation.level is Level.BEGINNER and frame.index < 2
        if young or frame.index < self.situation.easy_only_weeks or frame.role == "race":
            return
        easy = [order for order, role in sorted(roles.items()) if role == "easy"]
        calm = [order for order in easy if roles.get(order + 1) not in {"hard", "long"}]
        if easy:
            roles[(calm or easy)[0]] = "strides"

    def _set_last_day(self, frame: Frame, roles: dict[int, SlotRole]) -> None:
        race = self.race_order
        if frame.role == "race" and race is not None:
            if roles.get(race - 1) in {"easy", "recovery"}:
                roles[race - 1] = "eve"
            roles[race] = "race"
        elif frame.is_last and "test" not in self.situation.left_out(frame.number).kinds:
            roles[max(roles)] = "test"


def adjacent_before(order: int, long_day: int) -> bool:
    """Whether the day before `order` is the long-run day."""
    return adjacent(order % DAYS, long_day) and (order - 1) % DAYS == long_day
