"""What is in no hurry travels at half price: collected by runner, sent, asked for, applied once.

Every step is a committed state, so that any process can go on where one died. A result is kept under the
lease its job got when it was collected: applied a second time, it is refused.
"""

import asyncio
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.claude.failures import ClaudeFailure, DailyBudgetExhausted, RunnerBudgetExhausted
from bot.enrichment.enricher import Enrichers, Job
from bot.errors import describe
from bot.turn import Services
from storage import batches, queue
from storage.batches import Batch
from storage.database import StorageTrouble
from storage.queue import ClaimedJob

if TYPE_CHECKING:
    from bot.claude.asking import Ask
    from bot.claude.batches import BatchResult
    from bot.claude.client import ClaudeClient
    from bot.enrichment.worker import Worker

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 30.0
POLL_EVERY = timedelta(minutes=5)
WAIT_AFTER_OUTAGE = timedelta(minutes=10)


class Batching:
    """Sends batches and brings their results home, until cancelled."""

    def __init__(
        self, services: Services, claude: "ClaudeClient", enrichers: Enrichers, worker: "Worker"
    ) -> None:
        from bot.claude.batches import ClaudeBatches  # late: the SDK takes a second to load

        self._services = services
        self._claude = claude
        self._api = ClaudeBatches(claude)
        self._enrichers = enrichers
        self._worker = worker

    async def run(self) -> None:
        while True:
            try:
                await self.look()
            except StorageTrouble as error:
                log.warning("batches cannot be looked at", error=str(error))
            except ClaudeFailure as failure:
                log.warning("batches wait for Claude", reason=failure.owner_sentence)
            except Exception as error:  # noqa: BLE001  # a bug with one batch must not end the others
                log.error("a batch could not be handled", **describe(error))
            await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """Bring home what has ended, then send what waits."""
        if not self._claude.available:
            return
        now = self._services.clock()
        async with self._services.database.reading() as connection:
            due = await batches.due(connection, now=now)
            waiting = await batches.runners_waiting(connection, now=now)
        for batch in due:
            await self._look_at(batch)
        for runner_id in waiting:
            await self._send(runner_id)

    # Out

    async def _send(self, runner_id: int) -> None:
        """A batch of one runner's jobs; half as many each time the budget does not allow them."""
        limit = batches.JOBS_AT_MOST
        while limit:
            async with self._services.database.transaction() as connection:
                token, now = secrets.token_hex(16), self._now()
                collected = await batches.collect(connection, runner_id, token=token, now=now, limit=limit)
            if collected is None:
                return
            batch, claimed = collected
            asks = await self._asks(claimed)
            try:
                api_id = await self._api.create(asks) if asks else None
            except (RunnerBudgetExhausted, DailyBudgetExhausted) as failure:
                limit = min(limit, len(asks)) // 2
                await self._undo(batch, claimed, failure, wait=not limit)
            except ClaudeFailure as failure:
                await self._undo(batch, claimed, failure, wait=True)
                return
            else:
                await self._note_sent(batch, api_id)
                return

    async def _asks(self, claimed: list[ClaimedJob]) -> dict[str, "Ask"]:
        """The questions by job; a job without one goes through the queue instead, or is dropped."""
        asks = {}
        for item in claimed:
            job = await self._load(item)
            ask = self._enrichers[item.coach].ask(job) if job else None
            async with self._services.database.transaction() as connection:
                if job is None:
                    await queue.drop(connection, item, "session gone", now=self._now())
                elif ask is None:
                    await queue.release(connection, item, run_at_utc=self._now(), batched=False)
                else:
                    asks[f"job-{item.id}"] = ask
        return asks

    async def _note_sent(self, batch: Batch, api_id: str | None) -> None:
        now = self._now()
        async with self._services.database.transaction() as connection:
            if api_id is None:
                await batches.abandon(connection, batch, "nothing to ask")
                return
            await batches.note_submitted(connection, batch, api_id, now=now)
            await batches.look_later(connection, batch, now + POLL_EVERY)

    async def _undo(
        self, batch: Batch, claimed: list[ClaimedJob], failure: ClaudeFailure, *, wait: bool
    ) -> None:
        """Nothing was sent: the jobs wait again."""
        wait_s = max(failure.retry_after_s or 0.0, WAIT_AFTER_OUTAGE.total_seconds()) if wait else 0.0
        again_at = self._now() + timedelta(seconds=wait_s)
        if wait:
            log.info(
                "a batch waits", runner_batch=batch.id, reason=failure.outcome, until=again_at.isoformat()
            )
        async with self._services.database.transaction() as connection:
            await batches.abandon(connection, batch, failure.outcome)
            for item in claimed:
                await queue.release(connection, item, run_at_utc=again_at, outage=wait, error=failure.outcome)

    # Home

    async def _look_at(self, batch: Batch) -> None:
        async with self._services.database.transaction() as connection:
            if not await batches.look_later(connection, batch, self._now() + POLL_EVERY):
                return
        if batch.api_id is None:
            await self._give_up(batch)
            return
        if batch.state == "submitted":
            if not (await self._api.poll(batch.api_id)).ended:
                return
            async with self._services.database.transaction() as connection:
                await batches.note_ended(connection, batch, now=self._now())
        await self._apply(batch, batch.api_id)

    async def _give_up(self, batch: Batch) -> None:
        """The process that made it died before the API's answer: at worst it is paid twice."""
        log.warning("a batch was left before it was sent; its jobs wait again", batch=batch.id)
        async with self._services.database.transaction() as connection:
            for item in (await batches.jobs_of(connection, batch)).values():
                await queue.release(connection, item, run_at_utc=self._now(), error="batch abandoned")
            await batches.abandon(connection, batch, "process ended")

    async def _apply(self, batch: Batch, api_id: str) -> None:
        """Each result under its own commit; a job without one waits again."""
        async with self._services.database.reading() as connection:
            waiting = await batches.jobs_of(connection, batch)
        async for result in self._api.results(api_id):
            item = waiting.pop(int(result.name.removeprefix("job-")), None)
            if item is not None:
                await self._apply_one(item, result)
        async with self._services.database.transaction() as connection:
            for item in waiting.values():
                await queue.release(connection, item, run_at_utc=self._now(), error="no result")
            await batches.note_applied(connection, batch, now=self._now())

    async def _apply_one(self, item: ClaimedJob, result: "BatchResult") -> None:
        job = await self._load(item)
        if job is None:
            async with self._services.database.transaction() as connection:
                await queue.drop(connection, item, "session gone", now=self._now())
            return
        enricher = self._enrichers[item.coach]
        try:
            if result.reply is None:
                raise result.failure or ValueError("a batch's result is neither a reply nor a failure")
            enriched = enricher.read(job, result.reply)
        except Exception as error:  # noqa: BLE001  # one bad answer must not stop the others
            log.warning("a batch's answer was unusable", job=item.id, **describe(error))
            await self._worker.end_without_result(enricher, job, error)
        else:
            await self._worker.keep(enricher, job, enriched)

    async def _load(self, item: ClaimedJob) -> Job | None:
        enricher = self._enrichers.get(item.coach)
        if enricher is None:
            return None
        async with self._services.database.reading() as connection:
            return await enricher.load(connection, item)

    def _now(self) -> datetime:
        return self._services.clock()
