"""The workout catalogue: named sessions as data, and how one of them is sized for a runner.

Each workout is a ladder of steps from the gentlest to the hardest. A budget of work decides how high a
runner may climb it, progress how much of that is used: more repetitions, then longer ones, then shorter
recoveries in the last third.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import floor
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.athlete import Goal, InjurySite, Level, Terrain
from core.program.exchange import Interval, Kind, Zone
from core.tables import Words, read_table

Phase = Literal["base", "build", "specific", "taper", "maintenance"]
Family = Literal[
    "easy", "recovery", "strides", "progression", "long", "back_to_back", "heat", "marathon", "threshold",
    "cruise", "interval", "fartlek", "race_pace", "repetition", "hill_short", "hill_long", "downhill",
    "run_walk", "test", "compromised", "cross",
]  # fmt: skip

TABLES = (
    "easy", "long", "marathon", "threshold", "interval", "repetition", "hills", "run_walk", "special"
)  # fmt: skip

# Session caps that no budget may lift: Daniels' Running Formula.
MAX_I_REPETITION_MIN = 5.0
MAX_ZONE_KM: Mapping[str, float] = {"M": 29.0, "I": 10.0, "R": 8.0}
MAX_M_MIN = 110.0
RECOVERY_GRAIN_MIN = 0.25  # recoveries are told in quarters of a minute
FIRST_SHARE = 0.6  # of the work the budget allows, in the first session of its kind
SHORTER_RECOVERY_FROM = 2 / 3  # progress from which recoveries shrink: repetitions and lengths come first
TOLERANCE = 1e-9  # for sums of floating-point km and minutes
PACE_STAND_IN: Mapping[str, str] = {"hill": "T", "effort": "T"}  # only to turn minutes into km

Range = tuple[Annotated[float, Field(ge=0)], Annotated[float, Field(ge=0)]]
Step = tuple[Annotated[int, Field(ge=1)], Annotated[float, Field(gt=0)]]  # repetitions, size of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One repeated piece of work as a ladder of (repetitions, size) steps, gentlest first.

    Sizes are km or minutes according to `unit`. Recoveries go from a first to a last value: minutes
    (`recovery_min`) or a share of the work's duration (`recovery_ratio`). `race_pace` names the
    distance whose race pace is meant when it is not the zone's own pace; the zone still rules the caps.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    unit: Literal["km", "min"]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    zone: Zone
    rpe: Annotated[int, Field(ge=1, le=10)]
    recovery: Literal["jog", "walk", "rest"] | None = None
    recovery_min: Range | None = None
    recovery_ratio: Range | None = None
    race_pace: Goal | None = None

    def __post_init__(self) -> None:
        if (self.recovery is None) != (self.recovery_min is None and self.recovery_ratio is None):
            raise ValueError("a recovery has a manner and a length, or neither")
        if self.recovery_min is not None and self.recovery_ratio is not None:
            raise ValueError("a recovery is minutes or a share of the work, not both")
        if self.zone in PACE_STAND_IN and self.unit == "km" and not self.race_pace:
            raise ValueError(f"work in zone {self.zone} has no pace: give it in minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """A named session: whom it fits, when, and its main set (none for a run at one easy effort).

    `weekly_km` is the range of weekly volumes it suits. `race_km_min` keeps it for races at least that
    long, `minutes_min` for runs of at least so many minutes. `on_request` workouts are found by family
    only, never by kind.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: Kind
    family: Family
    name: Words
    purpose: Words
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)] = tuple(Level)
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)] = tuple(Goal)
    terrains: Annotated[tuple[Terrain, ...], Field(min_length=1)] = tuple(Terrain)
    avoid_with: tuple[InjurySite, ...] = ()
    requires_reference: bool = False
    on_request: bool = False
    weekly_km: Range = (0.0, 300.0)
    race_km_min: Annotated[float, Field(ge=0)] = 0.0
    minutes_min: Annotated[float, Field(ge=0)] = 0.0
    main: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if len({len(block.steps) for block in self.main} - {1}) > 1:
            raise ValueError("the blocks of a workout have one step or the same number of steps")

    @property
    def step_count(self) -> int:
        """Steps of the ladder; 0 without a main set."""
        return max((len(block.steps) for block in self.main), default=0)


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    workout: tuple[Workout, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """The most work a session may hold, recoveries aside: km, minutes, and km in single zones."""

    km: float
    minutes: float
    zone_km: Mapping[str, float]


@cache
def catalogue() -> Mapping[str, Workout]:
    """Every workout by id, in the stable order of the tables."""
    tables = (read_table(_Table, "core.program", "workout_tables", f"{name}.toml") for name in TABLES)
    return by_id(workout for table in tables for workout in table.workout)


def by_id(workouts: Iterator[Workout]) -> Mapping[str, Workout]:
    """The workouts by id; raises ValueError when an id appears twice."""
    found: dict[str, Workout] = {}
    for workout in workouts:
        if workout.id in found:
            raise ValueError(f"workout id {workout.id} is used twice")
        found[workout.id] = workout
    return found


def candidates(
    *,
    kind: Kind | None = None,
    family: Family | None = None,
    phase: Phase | None = None,
    level: Level | None = None,
    goal: Goal | None = None,
    terrain: Terrain | None = None,
    injuries: Collection[InjurySite] = (),
    has_reference: bool = True,
    weekly_km: float | None = None,
    race_km: float | None = None,
) -> tuple[Workout, ...]:
    """The workouts that fit every given condition, in catalogue order; a condition left out does not filter.

    Workouts kept for special needs (`on_request`) come only when their family is asked for.
    """
    return tuple(
        workout
        for workout in catalogue().values()
        if (kind is None or workout.kind == kind)
        and (workout.family == family if family else not workout.on_request)
        and (phase is None or phase in workout.phases)
        and (level is None or level in workout.levels)
        and (goal is None or goal in workout.goals)
        and (terrain is None or terrain in workout.terrains)
        and not set(workout.avoid_with) & set(injuries)
        and (has_reference or not workout.requires_reference)
        and (weekly_km is None or workout.weekly_km[0] <= weekly_km <= workout.weekly_km[1])
        and workout.race_km_min <= (race_km or 0.0)
    )


def prescribe(
    workout: Workout,
    *,
    zone_pace_s_per_km: Mapping[str, float],
    max_work_km: float,
    max_work_min: float,
    progress: float,
    max_zone_km: Mapping[str, float] | None = None,
) -> tuple[Interval, ...] | None:
    """The main set of `workout` for one runner, or None when the budget is too small for it to make sense.

    `progress` runs from 0 (first time: some 60 % of the budget) to 1 (all of it).
    `zone_pace_s_per_km` needs E; other zones and race
    paces (keyed by the goal's value, e.g. "10K") are used when given. `max_zone_km` adds caps for single
    zones of a mixed session. An empty tuple is a run without a main set.
    """
    budget = Budget(max_work_km, max_work_min, {**MAX_ZONE_KM, **(max_zone_km or {})})
    if not workout.main:
        return ()
    sizes = [
        tuple(_Piece.of(block, step, zone_pace_s_per_km) for block in workout.main)
        for step in range(workout.step_count)
    ]
    fitting = [pieces for pieces in sizes if _fits(pieces, budget, counts_km=workout.kind != "cross")]
    if not fitting:
        return None
    share = FIRST_SHARE + (1 - FIRST_SHARE) * min(max(progress, 0.0), 1.0)
    target_min = share * _work_min(fitting[-1]) + TOLERANCE
    chosen = next((pieces for pieces in reversed(fitting) if _work_min(pieces) <= target_min), fitting[0])
    return tuple(piece.interval(progress) for piece in chosen)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block at one step of its ladder: the size of one repetition in its unit and in minutes."""

    block: Block
    repetitions: int
    size: float
    work_min: float
    work_km: float

    @classmethod
    def of(cls, block: Block, step: int, zone_pace_s_per_km: Mapping[str, float]) -> "_Piece":
        repetitions, size = block.steps[min(step, len(block.steps) - 1)]
        pace_s_per_km = _pace_s_per_km(block, zone_pace_s_per_km)
        minutes = size if block.unit == "min" else size * pace_s_per_km / 60
        return cls(block, repetitions, size, minutes, minutes * 60 / pace_s_per_km)

    @property
    def total_km(self) -> float:
        return self.repetitions * self.work_km

    @property
    def total_min(self) -> float:
        return self.repetitions * self.work_min

    def interval(self, progress: float) -> Interval:
        in_km = self.block.unit == "km"
        return Interval(
            repetitions=self.repetitions,
            distance_km=self.size if in_km else None,
            duration_min=None if in_km else self.size,
            zone=self.block.zone,
            rpe=self.block.rpe,
            recovery_min=self._recovery_min(progress),
            recovery=self.block.recovery,
            race_pace=self.block.race_pace.value if self.block.race_pace else None,
        )

    def _recovery_min(self, progress: float) -> float | None:
        bounds = self.block.recovery_min or self.block.recovery_ratio
        if bounds is None:
            return None
        late = (min(progress, 1.0) - SHORTER_RECOVERY_FROM) / (1 - SHORTER_RECOVERY_FROM)
        length = bounds[0] + (bounds[1] - bounds[0]) * max(late, 0.0)
        if self.block.recovery_ratio:
            length *= self.work_min
        grains = length / RECOVERY_GRAIN_MIN
        # A recovery of I work is never longer than the work, so it is rounded down.
        whole = (
            floor(min(grains, self.work_min / RECOVERY_GRAIN_MIN))
            if self.block.zone == "I"
            else round(grains)
        )
        return max(whole, 1) * RECOVERY_GRAIN_MIN


def _pace_s_per_km(block: Block, zone_pace_s_per_km: Mapping[str, float]) -> float:
    keys: tuple[str | None, ...] = (block.race_pace, block.zone, PACE_STAND_IN.get(block.zone), "E")
    return next(zone_pace_s_per_km[key] for key in keys if key and key in zone_pace_s_per_km)


def _work_min(pieces: tuple[_Piece, ...]) -> float:
    return sum(piece.total_min for piece in pieces)


def _fits(pieces: tuple[_Piece, ...], budget: Budget, *, counts_km: bool) -> bool:
    """Whether the work stays inside the budget, the zone caps and the longest I repetition."""
    zone_km: dict[str, float] = {}
    for piece in pieces:
        zone_km[piece.block.zone] = zone_km.get(piece.block.zone, 0.0) + piece.total_km
    return (
        _work_min(pieces) <= budget.minutes + TOLERANCE
        and (not counts_km or sum(zone_km.values()) <= budget.km + TOLERANCE)
        and all(km <= budget.zone_km.get(zone, km) + TOLERANCE for zone, km in zone_km.items())
        and sum(piece.total_min for piece in pieces if piece.block.zone == "M") <= MAX_M_MIN
        and all(piece.work_min <= MAX_I_REPETITION_MIN for piece in pieces if piece.block.zone == "I")
    )
