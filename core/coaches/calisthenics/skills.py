"""Skills as ordered steps: where someone stands, and what opens the next step."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Level
from core.catalogue.exercise import Site
from core.catalogue.reading import exercise
from core.coaches.picking import can_do
from core.coaches.request import DoneSet, History, SessionRequest
from core.tables import read_table

RANK = {level: place for place, level in enumerate(Level)}
ORDINARY_DAYS = 2
"""The gate must be met so many sessions in a row: an ordinary day counts, one great day does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What masters a step: `sets` of at least `amount` repetitions or seconds."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    sets: int
    amount: int


REPS_GATE, HOLD_GATE = Gate(sets=3, amount=8), Gate(sets=3, amount=10)
"""The standard gates: 3 x 8 repetitions, 3 x 10 s (15 s is a luxury)."""
WAY_REPS_GATE, WAY_HOLD_GATE = Gate(sets=3, amount=15), Gate(sets=3, amount=45)
"""What only leads to a skill is lighter than the skill and done more often; the coaches' own choice."""
Way = Literal["before", "equipment", "level"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill with its steps (catalogue ids, easiest first), the strength behind it and its trunk work.

    `start` is the first step by level without a history. `before` names the skill to build first, `ways`
    movements that build it where none of its steps can be given, the best first.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    steps: tuple[str, ...]
    start: tuple[int, int, int]
    support: tuple[str, ...]
    core: tuple[str, ...]
    before: str | None = None
    ways: tuple[str, ...] = ()
    gates: dict[str, Gate] = field(default_factory=dict)
    wrists: bool = False
    shoulder_extension: bool = False
    ruled_out_by: frozenset[Site] = frozenset()

    def gate(self, step: str) -> Gate:
        """What masters a step of this skill."""
        usual = HOLD_GATE if exercise(step).measure == "seconds" else REPS_GATE
        return self.gates.get(step, usual)

    def after(self, step: str) -> str | None:
        """The next step; None after the last."""
        place = self.steps.index(step) + 1
        return self.steps[place] if place < len(self.steps) else None


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    skill: dict[str, Skill]


@cache
def skills() -> dict[str, Skill]:
    """Every skill by name, in the order of the table."""
    return read_table(_Table, "core.coaches.calisthenics", "skills.toml").skill


def mastered(skill: Skill, step: str, history: History) -> bool:
    """Whether the gate of a step was met on ordinary days: told so, or by the last sets themselves."""
    gate = skill.gate(step)
    last = history.last_sets(step)[: gate.sets * ORDINARY_DAYS]
    return step in history.mastered or (
        len(last) == gate.sets * ORDINARY_DAYS and all(one.amount >= gate.amount for one in last)
    )


def current_step(skill: Skill, request: SessionRequest) -> str | None:
    """The step to work on: by history, else by level; the nearest below it that the runner can be given."""
    if skill.ruled_out_by & request.hurt:
        return None
    place = _place(skill, request)
    below = (step for step in reversed(skill.steps[: place + 1]) if can_do(step, request))
    above = (
        step for step in skill.steps[place + 1 :] if can_do(step, request) and request.level == Level.BEGINNER
    )
    return next(below, None) or next(above, None)


def allowed_steps(skill: Skill, request: SessionRequest) -> frozenset[str]:
    """The current step and every one before it: what the gates have opened."""
    now = current_step(skill, request)
    return frozenset(skill.steps[: skill.steps.index(now) + 1]) if now else frozenset()


def closed_steps(skill: Skill, request: SessionRequest) -> frozenset[str]:
    """Steps behind a gate that was not met yet."""
    return frozenset(skill.steps) - allowed_steps(skill, request)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is worked on today: `step` of `skill`, with the steps that stay `shut`.

    `way` tells what leads to the skill asked for where it is none of its own steps: the skill `before` it,
    or a movement that builds it, for want of equipment or while the level is not there yet.
    """

    skill: Skill
    step: str
    shut: frozenset[str]
    way: Way | None = None


def standing(skill: Skill, request: SessionRequest) -> Standing | None:
    """The step to work on, or the nearest way to it; None where what hurts or the tables leave none."""
    step = current_step(skill, request)
    if step is not None:
        return Standing(skill, step, closed_steps(skill, request))
    if skill.ruled_out_by & request.hurt:
        return None
    if all(RANK[exercise(one).level] > RANK[request.level] for one in skill.steps):
        return _through_before(skill, request) or _through_movement(skill, "level", request)
    return _through_movement(skill, "equipment", request) or _through_before(skill, request)


def _through_before(skill: Skill, request: SessionRequest) -> Standing | None:
    before = skills()[skill.before] if skill.before else None
    step = current_step(before, request) if before else None
    if before is None or step is None:
        return None
    open_steps = allowed_steps(before, request)
    return Standing(before, step, frozenset({*skill.steps, *before.steps}) - open_steps, "before")


def _through_movement(skill: Skill, way: Way, request: SessionRequest) -> Standing | None:
    """The first movement that builds the skill, as if it were a skill of one step."""
    step = next((one for one in skill.ways if can_do(one, request)), None)
    if step is None:
        return None
    gate = WAY_HOLD_GATE if exercise(step).measure == "seconds" else WAY_REPS_GATE
    alone = replace(skill, steps=(step,), start=(0, 0, 0), gates={step: gate}, shoulder_extension=False)
    return Standing(alone, step, frozenset(skill.steps), way)


def last_amount(step: str, history: History) -> float | None:
    """The least amount of the last three sets of a step: what was repeatable; None without sets."""
    last: tuple[DoneSet, ...] = history.last_sets(step)[:3]
    return min((one.amount for one in last), default=None)


def _place(skill: Skill, request: SessionRequest) -> int:
    reached = [place for place, step in enumerate(skill.steps) if mastered(skill, step, request.history)]
    if reached:
        return min(max(reached) + 1, len(skill.steps) - 1)
    tried = [one.exercise for one in request.history.sets if one.exercise in skill.steps]
    return skill.steps.index(tried[0]) if tried else skill.start[RANK[request.level]]
