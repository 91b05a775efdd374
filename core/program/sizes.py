"""Sized days and weeks, and what has been run so far."""

from dataclasses import dataclass, field

from core.program.allocation import GRAIN_KM, down_to_grain
from core.program.periodisation import Frame
from core.program.situation import Situation
from core.program.weekdays import Slot

RUN_GROWTH, RUN_GROWTH_KM, RUN_MEMORY_DAYS = 1.10, 1.0, 30
"""Against the longest run of the days before (Frandsen, Br J Sports Med 2025); 1 km more is allowed."""
LONG_SHARE = {2: 0.60, 3: 0.50, 4: 0.40}
LONG_SHARE_FROM_FIVE = 0.35
SHORTEST_RUN_KM = 1.0
LAST_HARD_MIN = 19.0
"""A warm-up, a few minutes of quality and a cool-down."""
WEIGHTS = {"hard": 1.1, "easy": 1.0, "strides": 0.95, "recovery": 0.75, "eve": 0.45, "test": 0.9}
"""How the kilometres left beside the long run are shared."""
HARD_FROM_MEAN_KM = 2.6
"""No quality where the runs of a week are shorter than this."""


@dataclass(frozen=True, slots=True)
class SizedSlot:
    slot: Slot
    km: float


@dataclass(frozen=True, slots=True)
class SizedWeek:
    """A week with the km of each run, the race counting 0; `reference_km` is the last loading week."""

    frame: Frame
    slots: tuple[SizedSlot, ...]
    reference_km: float | None
    longest_before_km: float

    @property
    def km(self) -> float:
        return sum(sized.km for sized in self.slots)

    @property
    def has_cross(self) -> bool:
        """Whether a day on the bike or in the pool stands in for a run."""
        return any(sized.slot.role == "cross" for sized in self.slots)

    @property
    def long_km(self) -> float:
        return max((sized.km for sized in self.slots), default=0.0)


@dataclass
class Memory:
    """What has been run so far: the last loading week, and each run by its day."""

    reference_km: float | None = None
    longest_km: float = 0.0
    runs: list[tuple[int, float]] = field(default_factory=list)

    def longest_before(self, order: int) -> float:
        recent = [km for day, km in self.runs if order - RUN_MEMORY_DAYS <= day < order]
        return max(recent, default=0.0)

    def run_limit_km(self, order: int) -> float:
        """The longest run that day may hold."""
        longest = self.longest_before(order)
        return max(RUN_GROWTH * longest, longest + RUN_GROWTH_KM)


def long_share(runs: int) -> float:
    """The largest share of a week one run may take."""
    return LONG_SHARE.get(max(runs, 2), LONG_SHARE_FROM_FIVE)


def shortest_hard_km(situation: Situation) -> float:
    """The shortest run worth a hard session."""
    return down_to_grain(LAST_HARD_MIN * 60 / situation.easy_s_per_km + GRAIN_KM)
