"""Movements of workouts on the clock: how many in a round, how fast, with what load, and what instead."""

from dataclasses import dataclass
from functools import cache
from math import floor, inf
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Level
from core.catalogue.exercise import Pattern
from core.catalogue.reading import exercise
from core.coaches.one_rep_max import record_kg
from core.coaches.request import SessionRequest, Sex
from core.coaches.session import BODYWEIGHT, Item, Load
from core.tables import read_table

Modality = Literal["engine", "bodyweight", "weight"]
"""What a movement trains: breath (monostructural), one's own body (gymnastics), or an outside load."""
Region = Literal["legs", "hips", "push", "pull", "trunk", "whole", "engine", "grip"]
REGIONS: dict[Pattern, Region] = {
    "squat": "legs", "lunge": "legs", "jump": "legs", "calf": "legs", "hinge": "hips", "olympic": "hips",
    "push-horizontal": "push", "push-vertical": "push", "pull-horizontal": "pull", "pull-vertical": "pull",
    "core": "trunk", "hold": "trunk", "locomotion": "whole", "throw": "whole", "run": "engine",
    "row": "engine", "ski": "engine", "bike": "engine", "cardio": "engine", "carry": "grip",
}  # fmt: skip
"""Movements of two regions do not tire each other out."""
WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell", "medicine-ball", "sandbag", "trap-bar"})
PACE: dict[Level, float] = {Level.BEGINNER: 1.7, Level.INTERMEDIATE: 1.4, Level.ADVANCED: 1.15}
"""How much longer a repetition takes inside a workout than in a fresh set: breaths and short breaks."""
RANK = {level: place for place, level in enumerate(Level)}
EVERYDAY_RPE: dict[Level, float] = {Level.BEGINNER: 6.0, Level.INTERMEDIATE: 7.0, Level.ADVANCED: 8.0}
ENGINE_RPE = 7.0
RECORD_SHARE = 0.65
"""Sets on the clock stay under this share of the maximum: the common ceiling for tired, fast repetitions."""
HALF_KG = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One row of the table: repetitions of a round (least, most), seconds of one, working loads by sex.

    `until` keeps a movement out of the choice above that level, `only_published` out of every choice: it then
    only stands in for another, or comes with a benchmark.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    round: tuple[float, float]
    seconds: float
    grip: bool = False
    easier: tuple[str, ...] = ()
    until: Level | None = None
    only_published: bool = False
    load_kg: dict[Sex, tuple[float, float, float]] | None = None


@cache
def movements() -> dict[str, Movement]:
    """The table by catalogue id."""
    return read_table(dict[str, Movement], "core.coaches.functional", "movements.toml")


def modality(one: str) -> Modality:
    """What a movement of the catalogue trains in such a workout."""
    known = exercise(one)
    if REGIONS.get(known.pattern) == "engine":
        return "engine"
    return "weight" if known.equipment & WEIGHTS else "bodyweight"


def region(one: str) -> Region:
    """Where the effort of a movement sits."""
    return REGIONS.get(exercise(one).pattern, "whole")


def grips(one: str) -> bool:
    """Whether a movement tires the hands."""
    return one in movements() and movements()[one].grip


def in_choice(request: SessionRequest) -> tuple[str, ...]:
    """Movements that this runner can be given as they are, without stand-ins unless nothing else is left."""
    fit = tuple(
        one for one in movements() if exercise(one).fits(request.equipment, request.level, request.hurt)
    )
    own = tuple(one for one in fit if _chosen_freely(one, request))
    return own if len({region(one) for one in own}) > 2 else fit


def stand_in(one: str, request: SessionRequest) -> str | None:
    """The movement itself or the nearest easier one the runner can be given; None when none is left."""
    row = movements().get(one)
    ways = (one, *(row.easier if row else ()))
    return next(
        (way for way in ways if exercise(way).fits(request.equipment, request.level, request.hurt)), None
    )


def seconds_of(one: str, level: Level) -> float:
    """Seconds of one repetition, metre or calorie inside a workout, at this level."""
    row = movements().get(one)
    return PACE[level] * (row.seconds if row else exercise(one).seconds_each)


def usual_amount(one: str, request: SessionRequest) -> float:
    """How many a round usually holds: the least for a beginner, the most for an advanced athlete."""
    least, most = movements()[one].round if one in movements() else (8.0, 12.0)
    share = RANK[request.level] / 2
    return tidy(one, least + share * (most - least))


def tidy(one: str, amount: float, at_least: float = 1.0) -> float:
    """An amount one can remember: even on both sides, metres by ten or fifty, never under one."""
    grain = _grain(one, amount)
    return max(round(amount / grain) * grain, grain, at_least)


def load_of(one: str, request: SessionRequest) -> Load:
    """The working load by sex and level, never near a known record; by effort where no table tells it."""
    row = movements().get(one)
    if modality(one) == "engine" and exercise(one).measure != "reps":
        return Load(rpe=ENGINE_RPE)
    if modality(one) != "weight":
        return BODYWEIGHT
    if row is None or row.load_kg is None or request.sex is None:
        return Load(rpe=EVERYDAY_RPE[request.level])
    kg = careful_kg(one, row.load_kg[request.sex][RANK[request.level]], request)
    return Load(kg=kg, each=pairs(one), rpe=EVERYDAY_RPE[request.level])


def careful_kg(one: str, kg: float, request: SessionRequest) -> float:
    """A load for sets on the clock, held under the share of a known record that tired sets allow."""
    record = record_kg(one, request.history)
    return kg if record is None else min(kg, floor(RECORD_SHARE * record / HALF_KG) * HALF_KG)


def item(one: str, amount: float, request: SessionRequest) -> Item:
    """A movement of a workout with its amount, load and pace."""
    known = exercise(one)
    return Item(
        one,
        amount,
        known.measure,
        load=load_of(one, request),
        seconds_each=seconds_of(one, request.level),
    )


def _chosen_freely(one: str, request: SessionRequest) -> bool:
    row = movements()[one]
    most = RANK[row.until] if row.until is not None else inf
    return RANK[request.level] <= most and not row.only_published


def _grain(one: str, amount: float) -> float:
    measure = exercise(one).measure
    if measure == "metres":
        return 50.0 if amount >= 150 else 10.0
    if measure == "seconds" or amount >= 40:
        return 5.0
    return 2.0 if exercise(one).unilateral else 1.0


def pairs(one: str) -> bool:
    """Whether the load is told for each of two dumbbells."""
    known = exercise(one)
    return "dumbbell" in known.equipment and not known.unilateral and one not in ("goblet-squat",)
