"""How much a session weighs on the runner: session RPE, and what it asks of the legs."""

from collections.abc import Iterable

from core.catalogue.exercise import Pattern
from core.catalogue.reading import exercise
from core.coaches.session import Block, Item, LegLoad, LoadFigures
from core.coaches.timing import set_s

LEG_PATTERNS: dict[Pattern, float] = {
    "squat": 1.0, "hinge": 1.0, "lunge": 1.0, "olympic": 1.0, "jump": 1.0, "run": 0.5, "bike": 0.3,
    "locomotion": 0.5, "row": 0.3, "ski": 0.1, "carry": 0.3, "calf": 0.5, "drill": 0.5, "throw": 0.3,
}  # fmt: skip
"""What a hard minute of a pattern asks of the legs, heavy squats being 1; the coaches' own weighing."""
HEAVY_PERCENT, HEAVY_RPE = 70.0, 7.0
HEAVY, LIGHT = 1.0, 0.5
HEAVY_SET_LEAST_S = 40.0
"""A heavy set of few repetitions is short and costs no less than a longer one."""
BODYWEIGHT_SET = 0.4
"""A set without a load counts as this much of a heavy one."""
MODERATE_FROM, HARD_FROM = 2.5, 6.0
"""Minutes of hard leg work (weighed) from which the legs carry it into the next day, and the one after.

Three heavy sets of squats are about two minutes; five sets and three of a hinge are hard."""


def load_figures(
    minutes: float, rpe: float, intensity: float | None = None, score: float | None = None
) -> LoadFigures:
    """Session RPE x minutes, with the endurance score where there is one."""
    return LoadFigures(round(minutes * rpe), intensity, score)


def leg_load(blocks: Iterable[Block]) -> LegLoad:
    """Light, moderate or hard on the legs: a hard one does not sit within 36 h before a quality run."""
    work = [block for block in blocks if block.role in ("main", "accessory")]
    minutes = sum(
        _times(block) * _leg_minutes(item) for block in work for item in block.items if not item.ramp
    )
    return "hard" if minutes >= HARD_FROM else "moderate" if minutes >= MODERATE_FROM else "light"


def _times(block: Block) -> float:
    """How often the row of a block is done."""
    if block.format not in ("amrap", "emom") or block.minutes is None:
        return 1.0 if block.format == "sets" else float(block.rounds)
    row_s = sum(item.sets * set_s(item) for item in block.items)
    return block.minutes * 60 / max(row_s, 60.0 if block.format == "emom" else 1.0)


def _leg_minutes(item: Item) -> float:
    weight = LEG_PATTERNS.get(exercise(item.exercise).pattern, 0.0)
    is_heavy = (item.load.percent_1rm or 0) >= HEAVY_PERCENT
    seconds = max(set_s(item), HEAVY_SET_LEAST_S) if is_heavy else set_s(item)
    return weight * _heaviness(item) * item.sets * seconds / 60


def _heaviness(item: Item) -> float:
    load = item.load
    if load.zone is not None:
        return HEAVY if load.zone in ("vo2", "sprint") else 0.3 if load.zone == "threshold" else 0.05
    hard = (load.percent_1rm or 0) >= HEAVY_PERCENT or (load.rpe or 0) >= HEAVY_RPE
    if load.bodyweight:
        return BODYWEIGHT_SET
    return HEAVY if hard else LIGHT
