"""Workouts of quality days chosen by someone else: what the engine offers, and how a choice is honoured.

A choice names a workout for a week and a quality day of that week (from 0). The engine sizes it; one that it
would not offer, or that does not fit the day, gives way to the engine's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.program.periodisation import Frame
from core.program.prescription import Prescriber, Run
from core.program.selection import Selection
from core.program.sizes import SizedSlot, SizedWeek
from core.program.workouts import Workout

Place = tuple[int, int]
"""Week number (from 1) and quality day of that week (from 0)."""
Choices = Mapping[Place, str]
"""Workout ids by place."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The workouts that fit a quality day, the engine's own choice first."""

    place: Place
    workouts: tuple[str, ...]


@dataclass
class GuidedSelection(Selection):
    """A selection that puts the chosen workout first, where the engine would have offered it at all."""

    choices: Choices = field(default_factory=dict)
    seen: tuple[Workout, ...] = ()

    def hard(self, frame: Frame, position: int, week_km: float) -> Iterator[Workout]:
        self.seen = tuple(super().hard(frame, position, week_km))
        chosen = self.choices.get((frame.number, position))
        yield from sorted(self.seen, key=lambda workout: workout.id != chosen)


@dataclass
class OfferingPrescriber(Prescriber):
    """Prescribes as the engine does, and notes what else each quality day could hold."""

    offers: list[Offer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._guided = GuidedSelection(self.situation)
        self.selection = self._guided

    def _hard(self, sized: SizedWeek, slot: SizedSlot, position: int, budget_min: float) -> Run:
        run = super()._hard(sized, slot, position, budget_min)
        left_out = self.situation.left_out(sized.frame.number)
        fitting = [
            workout
            for workout in self._guided.seen
            if workout.kind not in left_out.kinds
            and self._structured(slot, workout, sized.km, budget_min, sized.frame.progress) is not None
        ]
        if run.workout in fitting:
            ids = dict.fromkeys((run.workout.id, *(workout.id for workout in fitting)))
            self.offers.append(Offer((sized.frame.number, position), tuple(ids)))
        return run
