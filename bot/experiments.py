"""Prompts tried side by side: who gets which, and what the tests say of it so far."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, time
from multiprocessing import get_context

from bot.settings import Settings
from core.experiments import assigning
from core.experiments.assigning import Experiment
from core.experiments.comparing import (
    Arms,
    Comparison,
    LibraryMissing,
    can_be_tested,
    compare,
    untested,
)
from storage import experiments
from storage.database import Connection


@dataclass(frozen=True, slots=True)
class Compared:
    """An experiment with what is known of each of its variants; `note` says why nothing was tested."""

    experiment: Experiment
    runners: dict[str, int]
    comparisons: tuple[Comparison, ...]
    note: str | None = None


def variant_of(settings: Settings, prompt_name: str, runner_id: int | None) -> str:
    """The variant of a prompt this runner gets."""
    return assigning.variant_for(prompt_name, runner_id, switched_on=settings.runcoach_experiments)


async def compared(connection: Connection) -> tuple[Compared, ...]:
    """Every experiment with more than one variant."""
    of_each = []
    for experiment in assigning.every_experiment():
        if len(experiment.weights) > 1:
            since = datetime.combine(experiment.since, time.min, UTC)
            found = await experiments.observed(connection, experiment.prompt, since)
            of_each.append((experiment, {name: found.get(name, ()) for name in experiment.weights}))
    tested = await _tested([arms for _, arms in of_each])
    return tuple(
        Compared(experiment, {name: len(arm) for name, arm in arms.items()}, comparisons, note)
        for (experiment, arms), (comparisons, note) in zip(of_each, tested, strict=True)
    )


Tested = tuple[tuple[Comparison, ...], str | None]


async def _tested(every: Sequence[Arms]) -> list[Tested]:
    """The tests, in a process of their own: what they need would stay in the bot's memory, 75 MB of it."""
    if not any(can_be_tested(arms) for arms in every):
        return [(untested(arms), None) for arms in every]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        loop = asyncio.get_running_loop()
        return list(await asyncio.gather(*(loop.run_in_executor(pool, _test, arms) for arms in every)))


def _test(arms: Arms) -> Tested:
    try:
        return compare(arms), None
    except LibraryMissing as error:
        return untested(arms), str(error)
