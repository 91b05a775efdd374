"""Two worker processes, killed again and again: how the queue and the outbox stand afterwards."""

import asyncio
import random
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from storage.database import Database
from storage.schema import outbox, training_enrichment_queue, training_sessions
from tests.enrichment.harness import with_jobs

LEASE_S = 2.0


@dataclass(frozen=True)
class Outcome:
    """Jobs by state, messages by session, and sessions marked as enriched."""

    states: Counter[str]
    told: Counter[str]
    enriched: int


class Workers:
    """Processes of the same worker."""

    def __init__(self, url: str, slots: int, takes_s: tuple[float, float]) -> None:
        self._command = ("-m", "tests.enrichment.working", url, slots, *takes_s, LEASE_S)
        self._running: list[asyncio.subprocess.Process] = []

    async def start(self) -> asyncio.subprocess.Process:
        arguments = [str(part) for part in self._command]
        process = await asyncio.create_subprocess_exec(sys.executable, *arguments)
        self._running.append(process)
        return process

    async def stop(self) -> None:
        for process in self._running:
            if process.returncode is None:
                process.kill()
            await process.wait()


async def kill_loop(
    database: Database, *, jobs: int, slots: int, kills: int, takes_s: tuple[float, float], seed: int = 1
) -> Outcome:
    """Enrich so many jobs while processes are killed; gives how everything stands when all is done."""
    chance = random.Random(seed)
    await with_jobs(database, jobs, now=datetime.now(UTC))
    workers = Workers(url_of(database), slots, takes_s)
    try:
        pair = [await workers.start(), await workers.start()]
        for number in range(kills):
            await asyncio.sleep(chance.uniform(0.8, 1.6))  # a process takes half a second to start
            victim = number % 2
            pair[victim].send_signal(signal.SIGKILL)
            await pair[victim].wait()
            pair[victim] = await workers.start()
        await until_done(database, jobs)
    finally:
        await workers.stop()
    return await outcome_of(database)


async def until_done(database: Database, jobs: int, within_s: float = 60.0) -> None:
    async with asyncio.timeout(within_s):
        while (await outcome_of(database)).states["done"] < jobs:  # noqa: ASYNC110  # other processes do it
            await asyncio.sleep(0.2)


async def outcome_of(database: Database) -> Outcome:
    async with database.reading() as connection:
        states = Counter((await connection.execute(select(training_enrichment_queue.c.state))).scalars())
        payloads: Any = (await connection.execute(select(outbox.c.payload))).scalars()
        told = Counter(payload["html"] for payload in payloads)
        statuses = Counter(
            (await connection.execute(select(training_sessions.c.enrichment_status))).scalars()
        )
    return Outcome(states, told, statuses["enriched"])


def url_of(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)
