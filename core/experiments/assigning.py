"""Which variant of a prompt a runner gets: the same one every time, in every process."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from typing import ClassVar

from pydantic import ConfigDict

from core.tables import read_table

USUAL = "a"
"""The variant of a prompt that no experiment is about."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One prompt's variants beside each other; what the fields mean is said in experiments.toml."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_min_length=1)

    name: str
    prompt: str
    since: date
    running: bool
    weights: Mapping[str, int]

    def __post_init__(self) -> None:
        """Raise ValueError for weights by which nobody can be dealt."""
        if not self.weights or min(self.weights.values()) < 0 or not sum(self.weights.values()):
            raise ValueError(f"the weights of {self.name} leave nobody to deal to")

    @property
    def usual(self) -> str:
        """The variant the others are compared with, and everybody's when the experiment is stopped."""
        return next(iter(self.weights))

    def variant_of(self, runner_id: int) -> str:
        """The runner's variant: a digest of the experiment and the id, cut by the weights."""
        digest = hashlib.sha256(f"{self.name}:{runner_id}".encode()).digest()
        place = int.from_bytes(digest[:8], "big") * sum(self.weights.values()) >> 64
        bounds = zip(self.weights, accumulate(self.weights.values()), strict=True)
        return next(variant for variant, bound in bounds if place < bound)


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    experiments: tuple[Experiment, ...]


@cache
def every_experiment() -> tuple[Experiment, ...]:
    """All experiments, in the order of the table."""
    return read_table(_Table, "core.experiments", "experiments.toml").experiments


def variant_for(prompt_name: str, runner_id: int | None, *, switched_on: bool = True) -> str:
    """The variant of a prompt for a runner; the usual one for nobody in particular and when switched off."""
    found = next((one for one in every_experiment() if one.prompt == prompt_name), None)
    if found is None:
        return USUAL
    if runner_id is None or not (switched_on and found.running):
        return found.usual
    return found.variant_of(runner_id)
