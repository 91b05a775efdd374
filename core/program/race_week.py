"""How many kilometres the runs of race week have: what the taper leaves, less what was run just before."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.program.allocation import Share, allocate
from core.program.layout import DAYS
from core.program.periodisation import Outline
from core.program.situation import SMALLEST_RUN_KM, Situation
from core.program.sizes import HARD_FROM_MEAN_KM, SHORTEST_RUN_KM, WEIGHTS, Memory, shortest_hard_km
from core.program.weekdays import Slot

RUN_KM = (3.0, 10.0)
EVE_KM, MOST_KM = 4.0, 20.0
MARGIN = 0.1
"""Room for the last hard session, of the last loading week."""
NEAR_RACE_DAYS, NEAR_RACE_MIN = 2, 40.0
"""Two days before the race an easy run only keeps the stride going: half an hour to forty minutes."""
SHORT_TAPER_DAYS = 6
"""A race before Sunday leaves less than a week to taper in: its share is counted by the day."""
LEAST_SHARE = 0.45
"""Without reduced weeks before it, race week keeps at least this."""


@dataclass(frozen=True)
class RaceWeek:
    """Sizes the week of the race."""

    situation: Situation
    outline: Outline
    memory: Memory
    race_weekday: int

    def sizes(self, slots: Sequence[Slot]) -> tuple[float, ...]:
        """What the seven days up to the race keep, less what the week before took; 0 for the race.

        Runs that find no room are dropped (0 km too), the quality session last.
        """
        race_order = slots[-1].order
        reference_km = self.memory.reference_km or self.situation.start_km
        already_km = sum(km for day, km in self.memory.runs if day > max(race_order - DAYS, -1))
        share = self.situation.demands.last_week_share
        left_km, part = share * reference_km - already_km, 1.0
        if all(frame.role == "race" or frame.role == "load" for frame in self.outline.frames[-2:]):
            part = self.race_weekday / DAYS
            left_km = max(left_km, share * reference_km * part)
        room_km = left_km + MARGIN * reference_km * part
        kept = list(slots[:-1])
        while (
            len(kept) > 1
            and sum(self._share(slot, kept, left_km, room_km).least_km for slot in kept) > left_km
        ):
            kept.remove(next(slot for slot in kept if slot.role != "hard"))
        shares = [self._share(slot, kept, left_km, room_km) for slot in kept]
        sizes = dict(zip((slot.order for slot in kept), allocate(left_km, shares), strict=True))
        return tuple(sizes.get(slot.order, 0.0) for slot in slots)

    def _is_near_race(self, slot: Slot) -> bool:
        return self.race_weekday - slot.weekday <= NEAR_RACE_DAYS

    def _needed_km(self, kept: Sequence[Slot], reference_km: float) -> float:
        """How long each run must be for race week to keep its share; the eve stays short."""
        eves = sum(slot.role == "eve" for slot in kept)
        week_km = LEAST_SHARE * reference_km * (1 - 1 / self.situation.sessions)
        if self.race_weekday < SHORT_TAPER_DAYS:
            week_km = max(week_km, LEAST_SHARE * reference_km * self.race_weekday / DAYS)
        return min((week_km - eves * EVE_KM) / max(len(kept) - eves, 1), MOST_KM)

    def _share(self, slot: Slot, kept: Sequence[Slot], left_km: float, room_km: float) -> Share:
        reference_km = self.memory.reference_km or self.situation.start_km
        mean_km = reference_km / self.situation.sessions
        least_km, most_km = RUN_KM
        most_km = min(max(0.8 * mean_km, least_km), most_km)
        frames = self.outline.frames
        follows_load = len(frames) > 1 and all(frame.role != "taper" for frame in frames)
        if self.outline.longest_in_taper or follows_load:
            most_km = max(most_km, self._needed_km(kept, reference_km))
        longest_km = max((km for day, km in self.memory.runs if day >= 0), default=float("inf"))
        limit_km = min(self.memory.run_limit_km(slot.order), longest_km)
        most_km = min(most_km, limit_km)
        if len(kept) > 1 and slot.role != "hard" and self._is_near_race(slot):
            near_km = NEAR_RACE_MIN * 60 / self.situation.easy_s_per_km
            most_km = min(most_km, max(near_km, self._needed_km(kept, reference_km)))
        if slot.role == "eve":
            return Share(WEIGHTS["eve"], min(SMALLEST_RUN_KM, limit_km), min(EVE_KM, most_km))
        if len(kept) == 1 and self.outline.frames[-2:][0].role == "taper":
            least_km = max(min(least_km, left_km), SHORTEST_RUN_KM)
        if slot.role == "hard" and reference_km >= HARD_FROM_MEAN_KM * self.situation.sessions:
            hard_km = max(
                min(shortest_hard_km(self.situation), limit_km, max(room_km, SMALLEST_RUN_KM)),
                SHORTEST_RUN_KM,
            )
            return Share(WEIGHTS["hard"], hard_km, max(most_km, hard_km))
        return Share(WEIGHTS[slot.role], min(least_km, max(0.7 * mean_km, SMALLEST_RUN_KM)), most_km)
