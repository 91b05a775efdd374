"""A target time shared out over runs, stations and the ways between.

The shares are a rule of thumb made for a race at the mean of all finishers; nobody publishes official ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.athlete import Level
from core.coaches.competitions.formats import Division, division, hyrox
from core.coaches.request import SessionRequest

RUNS = 8
FASTEST_MIN, SLOWEST_MIN = 50.0, 180.0
"""No target outside these is planned for: below the records, beyond the usual closing of the course."""
LEVEL_MIN: dict[Level, float] = {Level.BEGINNER: 105.0, Level.INTERMEDIATE: 90.0, Level.ADVANCED: 75.0}
"""Where no division tells usual times."""


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """Seconds of each run (1 km) and station, and of all the ways between, for a target in seconds."""

    target_s: float
    run_s: float
    stations_s: Mapping[str, float]
    transitions_s: float

    @property
    def total_s(self) -> float:
        """The sum, which is the target."""
        return RUNS * self.run_s + sum(self.stations_s.values()) + self.transitions_s


def split_plan(target_min: float) -> SplitPlan:
    """The plan of a target (50 to 180 min); raises ValueError outside."""
    if not is_a_target(target_min):
        raise ValueError(f"a target of {target_min} min is not between {FASTEST_MIN} and {SLOWEST_MIN}")
    known = hyrox()
    factor = 60 * target_min / known.typical_min
    return SplitPlan(
        60 * target_min,
        factor * known.run_typical_min / RUNS,
        {one.id: factor * one.typical_min for one in known.station},
        factor * known.transitions_typical_min,
    )


def is_a_target(minutes: float) -> bool:
    """Whether a finish in so many minutes can be planned for."""
    return FASTEST_MIN <= minutes <= SLOWEST_MIN


def target_min(request: SessionRequest) -> float:
    """The finish asked for, else a usual one: slow, middle or fast end of the division's by level.

    A DEKA event is no race of that length: there the usual time stands for how fast someone is.
    """
    if request.target_min is not None and not (request.focus or "").startswith("deka"):
        return request.target_min
    known: Division | None = division(request)
    if known is None or known.typical_min is None:
        return LEVEL_MIN[request.level]
    fast, slow = known.typical_min
    by_level = {Level.BEGINNER: slow, Level.INTERMEDIATE: (fast + slow) / 2, Level.ADVANCED: fast}
    return by_level[request.level]
