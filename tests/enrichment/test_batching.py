"""Batches over the tests' Claude: sent, asked for, applied once, and taken up after a crash."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.claude.asking import Ask, Reply
from bot.claude.client import ClaudeClient
from bot.enrichment.batching import POLL_EVERY, Batching
from bot.enrichment.enricher import EnrichedResult, Job, UnusableAnswer
from bot.enrichment.worker import Worker
from bot.settings import Settings
from bot.turn import Services
from storage import batches, queue
from storage.database import Database
from storage.queue import Wanted
from storage.schema import claude_batches, training_enrichment_queue
from tests.claude_server import ClaudeServer, Says
from tests.enrichment.harness import COACH, LEA, NOW, SlowCoach, with_plan
from tests.enrichment.test_worker import Clock, told

RUNS = 6


class BatchCoach(SlowCoach):
    """Asks a question for each session; an answer "bad" is unusable."""

    def ask(self, job: Job) -> Ask:
        return Ask("enrichment", "test", "a", "claude-haiku-5-5", "Coach.", "A run.", 200, runner_id=LEA)

    def read(self, job: Job, reply: Reply) -> EnrichedResult:
        if reply.text == "bad":
            raise UnusableAnswer("bad")
        return EnrichedResult({"text": reply.text}, "claude", "a", cost_usd=reply.cost_usd)


@pytest.fixture
async def claude() -> AsyncIterator[ClaudeServer]:
    async with ClaudeServer() as server:
        yield server


class Processes:
    """Makes one that sends batches, as often as the test likes."""

    def __init__(self, database: Database, claude: ClaudeServer, clock: Clock) -> None:
        self._database, self._claude, self._clock = database, claude, clock
        self.clients: list[ClaudeClient] = []

    def start(self, budget_usd: float = 5.0) -> Batching:
        settings = Settings(
            _env_file=None,
            anthropic_api_key=SecretStr(self._claude.key),
            anthropic_base_url=self._claude.base_url,
            runcoach_runner_daily_budget_usd=budget_usd,
        )
        services = Services(self._database, settings, self._clock)
        coaches = {COACH: BatchCoach()}
        self.clients.append(ClaudeClient(settings, self._database, self._clock))
        return Batching(services, self.clients[-1], coaches, Worker(services, coaches, slots=1))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def processes(database: Database, claude: ClaudeServer, clock: Clock) -> AsyncIterator[Processes]:
    made = Processes(database, claude, clock)
    yield made
    for client in made.clients:
        await client.close()


async def with_batched_jobs(database: Database) -> None:
    ids = await with_plan(database, RUNS)
    async with database.transaction() as connection:
        for session_id in ids:
            await queue.enqueue(connection, Wanted(LEA, COACH, session_id, 9, batched=True), now=NOW)


async def states(database: Database) -> Counter[str]:
    async with database.reading() as connection:
        return Counter((await connection.execute(select(training_enrichment_queue.c.state))).scalars())


async def batch_states(database: Database) -> list[str]:
    async with database.reading() as connection:
        found = await connection.execute(select(claude_batches.c.state).order_by(claude_batches.c.id))
        return list(found.scalars())


async def go_on(batching: Batching, clock: Clock, times: int) -> None:
    for _ in range(times):
        await batching.look()
        clock.now += POLL_EVERY + timedelta(minutes=6)


async def test_a_batch_goes_out_and_comes_home_once(
    database: Database, claude: ClaudeServer, processes: Processes, clock: Clock
) -> None:
    await with_batched_jobs(database)
    claude.queue(*[Says("Bois.")] * RUNS)
    batching = processes.start()
    await batching.look()
    assert (await batch_states(database), await states(database)) == (["submitted"], {"running": RUNS})
    await go_on(batching, clock, 4)
    assert (await batch_states(database), await states(database)) == (["applied"], {"done": RUNS})
    assert await told(database) == {"done": RUNS}


async def test_another_process_brings_it_home_and_a_second_time_changes_nothing(
    database: Database, claude: ClaudeServer, processes: Processes, clock: Clock
) -> None:
    await with_batched_jobs(database)
    claude.queue(*[Says("Bois.")] * RUNS)
    await processes.start().look()
    await go_on(processes.start(), clock, 4)
    async with database.transaction() as connection:  # as if it had died before it noted the end
        await connection.execute(claude_batches.update().values(state="ended"))
    await go_on(processes.start(), clock, 2)
    assert await batch_states(database) == ["applied"]
    assert await told(database) == {"done": RUNS}


async def test_what_failed_alone_is_asked_again(
    database: Database, claude: ClaudeServer, processes: Processes, clock: Clock
) -> None:
    await with_batched_jobs(database)
    claude.queue(*[Says("Bois.")] * (RUNS - 1), Says("bad"), Says("Mange."))
    await go_on(processes.start(), clock, 8)
    assert (await batch_states(database), await states(database)) == (["applied"] * 2, {"done": RUNS})


async def test_a_batch_left_before_it_was_sent_is_made_anew(
    database: Database, claude: ClaudeServer, processes: Processes, clock: Clock
) -> None:
    await with_batched_jobs(database)
    async with database.transaction() as connection:
        assert await batches.collect(connection, LEA, token="dead", now=NOW)
    claude.queue(*[Says("Bois.")] * RUNS)
    await go_on(processes.start(), clock, 6)
    assert await batch_states(database) == ["abandoned", "applied"]
    assert await states(database) == {"done": RUNS}


async def test_a_small_budget_sends_as_many_as_it_allows(
    database: Database, claude: ClaudeServer, processes: Processes, clock: Clock
) -> None:
    await with_batched_jobs(database)
    claude.queue(*[Says("Bois.")] * RUNS)
    await processes.start(budget_usd=0.0003).look()
    assert (await batch_states(database))[-1] == "submitted"
    assert "pending" in await states(database)
