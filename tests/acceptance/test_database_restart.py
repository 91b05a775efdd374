"""PostgreSQL is restarted as by a crash, in the middle of jobs (row 7)."""

import asyncio
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.enrichment.worker import Pace, Worker
from storage import queue
from storage.database import Database, StorageTrouble
from tests.databases import only_on_postgresql
from tests.enrichment.harness import SlowCoach, services_of, with_jobs
from tests.enrichment.kills import outcome_of
from tests.postgresql import OWNER, find_programs, start, start_again, stop

pytestmark = [
    only_on_postgresql,
    pytest.mark.skipif(find_programs() is None, reason="needs PostgreSQL's programs: it restarts a server"),
]
JOBS = 24


class Server:
    """A PostgreSQL of this test's own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="runcoach-pg-"))
        self._running = start(self.folder)

    @property
    def url(self) -> str:
        return f"postgresql+asyncpg://{OWNER}@/postgres?host={self.folder}"

    def crash_and_start(self) -> None:
        """As `pg_ctl restart -m immediate`: every connection ends in the middle of what it does."""
        self._running.send_signal(signal.SIGQUIT)
        self._running.wait(30)
        self._running = start_again(self.folder)

    def remove(self) -> None:
        stop(self._running)
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = await asyncio.to_thread(Server)
    yield server
    await asyncio.to_thread(server.remove)


async def test_a_worker_goes_on_after_a_restart_and_does_each_job_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LEASE", timedelta(seconds=1))
    database = Database(server.url)
    await database.upgrade()
    await with_jobs(database, JOBS, now=datetime.now(UTC))
    coach = SlowCoach((0.05, 0.15))
    pace = Pace(beat_every_s=0.2, look_every_s=0.05, recover_every_s=0.2)
    worker = Worker(services_of(database), {coach.coach: coach}, slots=4, pace=pace)
    running = asyncio.create_task(worker.run())
    try:
        for at_least in (4, 12):
            await until(database, at_least)
            await asyncio.to_thread(server.crash_and_start)
        await until(database, JOBS)
        outcome = await outcome_of(database)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
    assert outcome.states == {"done": JOBS}
    assert (len(outcome.told), set(outcome.told.values())) == (JOBS, {1})
    assert outcome.enriched == JOBS


async def until(database: Database, done: int) -> None:
    """So many jobs are done, whatever becomes of the server meanwhile."""
    async with asyncio.timeout(30):
        while await _done(database) < done:  # noqa: ASYNC110  # the database tells no event
            await asyncio.sleep(0.05)


async def _done(database: Database) -> int:
    try:
        return (await outcome_of(database)).states["done"]
    except StorageTrouble:
        return 0  # the server is just starting again
