"""Workers killed or stopped in the middle: nothing is lost, nothing is done or told twice."""

import asyncio
import signal
from datetime import UTC, datetime

from storage.database import Database
from tests.enrichment.harness import with_jobs
from tests.enrichment.kills import LEASE_S, Workers, kill_loop, outcome_of, until_done, url_of

JOBS = 60


async def test_kills_lose_nothing_and_double_nothing(database: Database) -> None:
    outcome = await kill_loop(database, jobs=JOBS, slots=2, kills=6, takes_s=(0.1, 0.4))
    assert outcome.states == {"done": JOBS}
    assert (len(outcome.told), set(outcome.told.values())) == (JOBS, {1})
    assert outcome.enriched == JOBS


async def test_a_result_after_the_lease_is_refused(database: Database) -> None:
    """Stopped in the middle of its jobs, woken when another has done them."""
    await with_jobs(database, 8, now=datetime.now(UTC))
    workers = Workers(url_of(database), 2, (0.5, 0.6))
    try:
        sleeper = await workers.start()
        async with asyncio.timeout(30):
            while (await outcome_of(database)).states["running"] < 2:  # noqa: ASYNC110  # another process does it
                await asyncio.sleep(0.02)
        sleeper.send_signal(signal.SIGSTOP)
        await asyncio.sleep(LEASE_S + 0.5)
        await workers.start()
        await until_done(database, 8)
        sleeper.send_signal(signal.SIGCONT)
        await asyncio.sleep(1.0)
        assert sleeper.returncode is None  # it lives, and works on with what is left: nothing
    finally:
        await workers.stop()
    outcome = await outcome_of(database)
    assert outcome.states == {"done": 8}
    assert (len(outcome.told), set(outcome.told.values())) == (8, {1})
