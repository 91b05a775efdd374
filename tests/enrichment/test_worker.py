"""The worker: outages wait, bad answers end with the catalogue, a changed session is redone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.claude.failures import ClaudeFailure, DailyBudgetExhausted, Overloaded, RateLimited
from bot.enrichment.breaker import FIRST_PAUSE, LONGEST_PAUSE, Breaker
from bot.enrichment.enricher import EnrichedResult, Enricher, Job, UnusableAnswer
from bot.enrichment.planning import enrich_now, enrich_program
from bot.enrichment.worker import Worker
from bot.messages import Outgoing
from storage import outbox, programs, runners
from storage.database import Connection, Database
from storage.schema import outbox as outbox_table
from storage.schema import training_enrichment_queue, training_sessions
from tests.enrichment.harness import LEA, MONDAY, NOW, SlowCoach, run_on, services_of, with_jobs, with_plan


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Failing(SlowCoach):
    """Fails as told until its clock shows `until`."""

    clock: Clock
    error: Exception
    until: datetime = NOW + timedelta(days=30)
    started: int = 0
    _takes_s: tuple[float, float] = field(default=(0.0, 0.0))

    async def enrich(self, job: Job) -> EnrichedResult:
        if self.clock() < self.until:
            self.started += 1
            raise self.error
        return await super().enrich(job)


async def work(worker: Worker, clock: Clock, until: datetime, step: timedelta) -> None:
    """Let the worker look again and again while the clock goes on."""
    while clock.now <= until:
        while await worker.look():
            await worker._tasks.finish(10)
        clock.now += step


async def states(database: Database) -> Counter[tuple[str, int, str | None]]:
    table = training_enrichment_queue
    async with database.reading() as connection:
        rows = await connection.execute(select(table.c.state, table.c.attempts, table.c.source))
        return Counter((row.state, row.attempts, row.source) for row in rows)


async def told(database: Database) -> Counter[str]:
    async with database.reading() as connection:
        payloads = (await connection.execute(select(outbox_table.c.payload))).scalars()
        return Counter(payload["html"][:4] for payload in payloads)


async def test_six_hours_without_claude_fail_no_job(database: Database) -> None:
    clock = Clock()
    await with_jobs(database, 20)
    coach = Failing(clock, Overloaded("529"), until=NOW + timedelta(hours=6))
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=2)
    await work(worker, clock, NOW + timedelta(hours=6), timedelta(minutes=1))
    assert await states(database) == {("pending", 0, None): 20}
    assert await told(database) == {"⏳ Le": 1}  # once, whatever the number of jobs
    assert coach.started < 6 * 60 / 10 + 10  # one question at a time, rarely
    await work(worker, clock, NOW + timedelta(hours=7), timedelta(minutes=1))
    assert await states(database) == {("done", 0, "claude"): 20}
    assert await told(database) == {"⏳ Le": 1, "done": 20}


async def test_unusable_answers_end_with_the_catalogue(database: Database) -> None:
    clock = Clock()
    await with_jobs(database, 1)
    coach = Failing(clock, UnusableAnswer("no JSON"))
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=1)
    await work(worker, clock, NOW + timedelta(hours=1), timedelta(minutes=1))
    assert coach.started == 5
    assert await states(database) == {("done", 4, "catalogue"): 1}


@pytest.mark.parametrize("error", [DailyBudgetExhausted("spent", retry_after_s=3600.0)])
async def test_without_money_the_catalogue_answers_at_once(database: Database, error: ClaudeFailure) -> None:
    clock = Clock()
    await with_jobs(database, 3)
    coach = Failing(clock, error)
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=2)
    await work(worker, clock, NOW, timedelta(minutes=1))
    assert await states(database) == {("done", 0, "catalogue"): 3}


async def test_a_session_that_changed_meanwhile_is_enriched_anew(database: Database) -> None:
    clock = Clock()
    (session_id,) = await with_jobs(database, 1)
    shorter = run_on(MONDAY).model_copy(update={"distance_km": 5.0})

    class Slow(SlowCoach):
        async def enrich(self, job: Job) -> EnrichedResult:
            if not self.started:
                async with database.transaction() as connection:
                    await programs.change_session(connection, LEA, session_id, shorter, now=NOW)
            result = await super().enrich(job)
            return EnrichedResult({"km": job.subject.stored.session.distance_km}, result.source)

    coach = Slow()
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=1)
    await work(worker, clock, NOW, timedelta(minutes=1))
    async with database.reading() as connection:
        stored = await programs.session(connection, LEA, session_id)
    assert stored is not None
    assert (stored.enrichment_status, stored.enrichment) == ("enriched", {"km": 5.0})
    async with database.transaction() as connection:
        await programs.restore_session(connection, LEA, session_id, now=NOW)
        stored = await programs.session(connection, LEA, session_id)
    assert stored is not None
    assert (stored.enrichment_status, stored.enrichment) == ("fast", None)  # it is another session again


async def test_an_erased_runner_hears_nothing(database: Database) -> None:
    clock = Clock()
    await with_jobs(database, 1)

    class Erasing(SlowCoach):
        async def enrich(self, job: Job) -> EnrichedResult:
            async with database.transaction() as connection:
                await runners.erase(connection, LEA)
            return await super().enrich(job)

    coach = Erasing()
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=1)
    await work(worker, clock, NOW, timedelta(minutes=1))
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {}


async def test_stopping_gives_jobs_back_as_they_were(database: Database) -> None:
    clock = Clock()
    await with_jobs(database, 4)
    coach = SlowCoach((30.0, 30.0))
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=2)
    assert await worker.look() == 2
    await worker.finish(0.05)
    assert await states(database) == {("pending", 0, None): 4}


async def test_two_weeks_are_queued_soonest_first_and_the_rest_for_a_batch(database: Database) -> None:
    clock = Clock()
    ids = await with_plan(database, 42)
    async with database.transaction() as connection:
        assert await enrich_program(connection, LEA, MONDAY, now=NOW, with_claude=True) == 15
        assert await enrich_program(connection, LEA, MONDAY, now=NOW, with_claude=True) == 0
        assert await enrich_now(connection, LEA, ids[10], now=NOW)
        statuses = (await connection.execute(select(training_sessions.c.enrichment_status))).scalars()
        assert Counter(statuses) == {"enriching": 15, "fast": 27}
        table = training_enrichment_queue
        batched = (await connection.execute(select(table.c.session_id).where(table.c.batched))).scalars()
        assert sorted(batched) == ids[15:]
    order: list[int] = []

    class Noting(SlowCoach):
        async def messages(
            self, connection: Connection, job: Job, result: EnrichedResult
        ) -> Sequence[Outgoing]:
            order.append(job.claimed.session_id)
            return ()

    coach: Enricher = Noting()
    worker = Worker(services_of(database, clock), {coach.coach: coach}, slots=1)
    await work(worker, clock, NOW, timedelta(minutes=1))
    assert order == [ids[10], *ids[:10], *ids[11:15]]
    async with database.transaction() as connection:  # the night after
        tomorrow = MONDAY + timedelta(days=1)
        await enrich_program(connection, LEA, tomorrow, now=NOW, with_claude=True)
    await work(worker, clock, clock.now, timedelta(minutes=1))
    assert order[-1] == ids[15]


def test_the_breaker_asks_rarely_and_as_told() -> None:
    breaker, now = Breaker(), NOW
    assert breaker.room(4, 1, now) == 3
    assert breaker.note_outage(now) == now + FIRST_PAUSE
    assert breaker.note_outage(now) == now + FIRST_PAUSE  # a job that had started before
    assert breaker.room(4, 0, now) == 0
    now += FIRST_PAUSE
    assert (breaker.room(4, 0, now), breaker.room(4, 1, now)) == (1, 0)  # one probe
    failure = RateLimited("429", retry_after_s=1200.0)
    assert breaker.note_outage(now, failure.retry_after_s) == now + timedelta(seconds=1200)
    for _ in range(10):
        now += timedelta(hours=1)
        until = breaker.note_outage(now)
    assert until == now + LONGEST_PAUSE
    breaker.note_answer()
    assert (breaker.room(4, 0, now), breaker.open_since) == (4, None)
