"""Twenty virtual days of crashes, pauses, outages and unusable answers; `make torture` runs a hundred."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Update, update

from storage import queue
from storage.database import Connection
from storage.queue import ClaimedJob
from storage.schema import training_enrichment_queue
from tests.enrichment.simulation import simulate

SEEDS = range(20)


async def first_seed_with_faults() -> int | None:
    for seed in SEEDS:
        if await simulate(seed):
            return seed
    return None


async def test_no_seed_loses_a_job_or_tells_twice() -> None:
    assert {seed: faults for seed in SEEDS if (faults := await simulate(seed))} == {}


async def test_without_fences_a_seed_tells_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def any_holder(job: ClaimedJob) -> Update:
        return update(training_enrichment_queue).where(training_enrichment_queue.c.id == job.id)

    monkeypatch.setattr(queue, "_held", any_holder)
    assert await first_seed_with_faults() is not None


async def test_outages_counted_as_attempts_fail_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    async def counted(connection: Connection, job: ClaimedJob, *, run_at_utc: datetime, **_: Any) -> bool:
        state = await queue.fail(connection, job, "outage", now=run_at_utc, again_at_utc=run_at_utc)
        return state is not None

    monkeypatch.setattr(queue, "release", counted)
    assert await first_seed_with_faults() is not None
