"""Named workouts everyone measures themselves by, as published and scaled so that their duration stays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches.functional.movements import (
    EVERYDAY_RPE,
    careful_kg,
    item,
    movements,
    pairs,
    seconds_of,
    stand_in,
    tidy,
    usual_amount,
)
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import SessionRequest, Sex
from core.coaches.session import Block, Item, Load
from core.coaches.timing import block_s
from core.tables import read_table

LB_KG = 0.45359237
"""The international pound, in kg."""
LOAD_SHARE: dict[Level, float] = {Level.BEGINNER: 0.5, Level.INTERMEDIATE: 0.7, Level.ADVANCED: 1.0}
"""Of the published load: what keeps the intended duration at each level; the coaches' own choice."""
AMOUNT_SHARE: dict[Level, float] = {Level.BEGINNER: 0.5, Level.INTERMEDIATE: 0.75, Level.ADVANCED: 1.0}
"""Of the published repetitions on a fixed clock, so that rounds take as long as meant."""
LEAST_SHARE, SHARE_STEP = 0.2, 0.05
HALF_KG = 0.5
STAND_IN_ROUNDS = 3
MOST_CHANGED = 0.4
"""A benchmark of which more than this share is replaced is no longer that benchmark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One movement: repetitions (or metres) where no scheme rules them, pounds for men and women."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    exercise: str
    reps: float | None = None
    men_lb: float | None = None
    women_lb: float | None = None
    body_weights: float | None = None

    def kg(self, sex: Sex) -> float | None:
        """The published load in whole kg; None where it has none."""
        pounds = self.men_lb if sex == "men" else self.women_lb
        return None if pounds is None else float(round(pounds * LB_KG))


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A named workout; `minutes` are the least and most it is meant to take."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    format: Literal["for-time", "amrap", "emom"]
    minutes: tuple[float, float]
    parts: tuple[Part, ...]
    scheme: tuple[int, ...] = (0,)
    rounds: int = 1
    rest_min: float = 0.0
    vest_lb: dict[Sex, float] | None = None


@cache
def benchmarks() -> dict[str, Benchmark]:
    """Every benchmark by its name in small letters."""
    return read_table(dict[str, Benchmark], "core.coaches.functional", "benchmarks.toml")


def fitting_benchmarks(request: SessionRequest, seconds: float) -> tuple[str, ...]:
    """Benchmarks of which enough is left for this runner and that fit the time, the truest first."""
    scaled = {name: scaled_block(name, request) for name in benchmarks()}
    possible = [name for name, block in scaled.items() if block is not None and block_s(block) <= seconds]
    return tuple(sorted(possible, key=lambda name: _changed(benchmarks()[name], request)))


def truest(names: tuple[str, ...], request: SessionRequest) -> tuple[str, ...]:
    """Those of which least is replaced, together with the next ones, so that there is something to rotate."""
    shares = {name: _changed(benchmarks()[name], request) for name in names}
    as_true = tuple(name for name in names if shares[name] <= min(shares.values()))
    return as_true if len(as_true) > 1 else names[:2]


def scaled_block(name: str, request: SessionRequest) -> Block | None:
    """The benchmark for this runner, its duration kept; None when too much of it would be replaced."""
    known = benchmarks()[name]
    if _changed(known, request) > MOST_CHANGED or any(
        stand_in(one.exercise, request) is None for one in known.parts
    ):
        return None
    if known.format != "for-time":
        return _on_clock(name, known, request)
    return _for_time(name, known, request)


def lasts_min(block: Block) -> float:
    """How long a workout for time is expected to take, in minutes."""
    return block_s(replace(block, minutes=None)) / 60


def swaps(name: str, request: SessionRequest) -> Iterator[tuple[str, str]]:
    """What is replaced, and by what."""
    for part in benchmarks()[name].parts:
        instead = stand_in(part.exercise, request)
        if instead is not None and instead != part.exercise:
            yield part.exercise, instead


def _on_clock(name: str, known: Benchmark, request: SessionRequest) -> Block:
    share = AMOUNT_SHARE[request.level]
    items = tuple(_item(part, (part.reps or 0) * share, request) for part in known.parts)
    format_ = known.format if known.format == "amrap" else "emom"
    how = phrase(f"coaches-functional-how-benchmark-{format_}")
    return Block("main", format_, items, minutes=known.minutes[0], title=_title(name), how=how)


def _for_time(name: str, known: Benchmark, request: SessionRequest) -> Block | None:
    """The largest share of the published repetitions that this level does within the intended time."""
    share = 1.0
    while share >= LEAST_SHARE:
        block = _row(name, known, request, share)
        if lasts_min(block) <= known.minutes[1]:
            return block
        share -= SHARE_STEP
    return None


def _row(name: str, known: Benchmark, request: SessionRequest, share: float) -> Block:
    items = tuple(
        _item(part, share * (part.reps or turn), request) for turn in known.scheme for part in known.parts
    )
    low, high = known.minutes
    how = phrase("coaches-functional-how-benchmark", least=low, most=high)
    return Block(
        "main",
        "for_time",
        items,
        rounds=known.rounds,
        rest_s=60 * known.rest_min,
        minutes=float(ceil(high)),
        title=_title(name),
        how=how,
    )


def _item(part: Part, amount: float, request: SessionRequest) -> Item:
    key = stand_in(part.exercise, request) or part.exercise
    whole = key == part.exercise and request.level == Level.ADVANCED and amount == round(amount)
    made = item(key, amount if whole else tidy(key, _told_in(part.exercise, key, amount, request)), request)
    return replace(made, load=_load(part, key, request, made.load))


def _told_in(old: str, new: str, amount: float, request: SessionRequest) -> float:
    """An amount of the stand-in that takes as long, where the two are not counted alike."""
    if exercise(old).measure == exercise(new).measure:
        return amount
    as_long = amount * seconds_of(old, request.level) / seconds_of(new, request.level)
    return min(as_long, STAND_IN_ROUNDS * usual_amount(new, request))


def _load(part: Part, key: str, request: SessionRequest, usual: Load) -> Load:
    """The published load's share for the level, where the movement is the published one."""
    published = part.kg(request.sex) if request.sex else None
    if key != part.exercise or published is None:
        return usual if part.body_weights is None else Load(rpe=EVERYDAY_RPE[request.level])
    kg = round(LOAD_SHARE[request.level] * published / HALF_KG) * HALF_KG
    return Load(kg=careful_kg(key, kg, request), each=pairs(key), rpe=EVERYDAY_RPE[request.level])


def _changed(known: Benchmark, request: SessionRequest) -> float:
    """The share of the movements that someone with this equipment, unhurt, could not do as published.

    An easier step of the same movement for one's level is scaling, not a change.
    """
    gone = [part for part in known.parts if not _same_idea(part.exercise, request)]
    return len(gone) / len(known.parts)


def _same_idea(one: str, request: SessionRequest) -> bool:
    instead = stand_in(one, request)
    if instead is None:
        return False
    return exercise(instead).pattern == exercise(one).pattern or instead in movements()[one].easier[:1]


def _title(name: str) -> Phrase:
    return phrase("coaches-functional-benchmark", name=name.capitalize())
