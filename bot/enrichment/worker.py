"""The worker: takes jobs from the queue, has them enriched, and keeps each result once.

Several processes may work on one queue. A job is leased; its lease is renewed while it is worked on, and a
result that comes after the lease was lost is refused by the database. Result, status and message are one
commit. Claude not answering is nobody's fault: the job goes back as it was, and the breaker decides when to
ask again.
"""

import asyncio
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.background import Background
from bot.claude.failures import ClaudeFailure
from bot.enrichment.breaker import Breaker
from bot.enrichment.enricher import EnrichedResult, Enricher, Enrichers, Job, UnusableAnswer
from bot.enrichment.lateness import tell_who_waits
from bot.enrichment.verdicts import Course, course_after, retry_after
from bot.errors import describe
from bot.leases import LeaseOwner
from bot.mailbox import post
from bot.turn import Services
from storage import queue, runners
from storage.database import StorageTrouble
from storage.outbox import Lane
from storage.queue import LEASE, ClaimedJob

log = structlog.get_logger(__name__)

CAP_S = 300.0
"""No job takes longer, whatever it waits for."""
LOOK_EVERY_S = 1.0
RECOVER_EVERY_S = 10.0
TELL_AFTER = timedelta(minutes=10)
"""An outage this long is told to runners who wait."""


class LeaseLost(Exception):
    """Another worker has the job now: nothing of this one's result may be kept."""


class SessionChanged(Exception):
    """The session became another one while it was enriched."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a lease is renewed, waited for and looked at; the tests make time shorter."""

    cap_s: float = CAP_S
    beat_every_s: float = LEASE.total_seconds() / 3
    look_every_s: float = LOOK_EVERY_S
    recover_every_s: float = RECOVER_EVERY_S


class Worker:
    """Works on `slots` jobs at once until stopped."""

    def __init__(
        self,
        services: Services,
        enrichers: Enrichers,
        *,
        slots: int,
        pace: Pace | None = None,
        owner: LeaseOwner | None = None,
    ) -> None:
        self._services = services
        self._enrichers = enrichers
        self._slots = slots
        self._pace = pace or Pace()
        self._owner = owner or LeaseOwner.this_process()
        self._breaker = Breaker()
        self._tasks = Background()
        self._running = 0
        self._stopping = False
        self._looped = asyncio.Event()  # set while no loop runs
        self._looped.set()
        self._recover_at: datetime | None = None

    async def run(self) -> None:
        """Take back what dead processes held, then work whenever something is due; until cancelled."""
        self._looped.clear()
        try:
            while not self._stopping:
                self._services.enrichment_wanted.clear()
                self._services.pulse.beat("worker")
                try:
                    await self.look()
                except StorageTrouble as error:
                    log.warning("the enrichment queue cannot be read", error=str(error))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._services.enrichment_wanted.wait(), self._pace.look_every_s)
        finally:
            self._looped.set()

    async def look(self) -> int:
        """Take back what was lost, start what is due as far as there is room; gives how many were started."""
        await self._recover_now_and_then()
        await self._tell_of_outage()
        started = 0
        while not self._stopping and self._room() > 0:
            job = await self._claim()
            if job is None:
                break
            self._running += 1
            self._tasks.start(self._work(job))
            started += 1
        return started

    async def finish(self, at_most_s: float) -> None:
        """Take no more; let what runs end, then give it back as it was."""
        self._stopping = True
        self._services.enrichment_wanted.set()
        self._services.pulse.stop("worker")
        with suppress(TimeoutError):  # a look in its middle may still start a job
            await asyncio.wait_for(self._looped.wait(), at_most_s)
        await self._tasks.finish(at_most_s)

    def _room(self) -> int:
        return self._breaker.room(self._slots, self._running, self._now())

    async def _claim(self) -> ClaimedJob | None:
        async with self._services.database.reading() as connection:
            if not await queue.any_due(connection, now=self._now()):
                return None
        async with self._services.database.transaction() as connection:
            return await queue.claim(
                connection, owner=self._owner.name, token=secrets.token_hex(16), now=self._now()
            )

    # One job

    async def _work(self, claimed: ClaimedJob) -> None:
        """One job from its lease to its end; whatever goes wrong here concerns this job alone."""
        beating = asyncio.create_task(self._beat(claimed, _this_task()))
        try:
            await self._attempt(claimed)
        except asyncio.CancelledError:
            await self._give_back(claimed)
            raise
        except StorageTrouble as error:
            log.warning("a job waits for the end of its lease", job=claimed.id, error=str(error))
        finally:
            beating.cancel()
            self._running -= 1
            self._services.enrichment_wanted.set()

    async def _beat(self, claimed: ClaimedJob, work: "asyncio.Task[None]") -> None:
        """Renew the lease as long as the work goes on; end the work when the lease is lost."""
        while True:
            await asyncio.sleep(self._pace.beat_every_s)
            try:
                async with self._services.database.transaction() as connection:
                    held = await queue.heartbeat(connection, claimed, now=self._now())
            except StorageTrouble as error:
                log.warning("a lease was not renewed", job=claimed.id, error=str(error))
                continue
            if not held:
                log.warning("a job went to another worker", job=claimed.id)
                work.cancel()
                return

    async def _attempt(self, claimed: ClaimedJob) -> None:
        enricher = self._enrichers.get(claimed.coach)
        if enricher is None:
            log.error("no coach of this name is known", job=claimed.id, coach=claimed.coach)
            await self._release(claimed, self._now() + timedelta(hours=1), error="unknown coach")
            return
        job = await self._load(enricher, claimed)
        if job is None:
            await self._drop(claimed)
            return
        try:
            async with asyncio.timeout(self._pace.cap_s):
                result = await enricher.enrich(job)
        except Exception as error:  # noqa: BLE001  # every error has a course; a bug counts as an attempt
            await self.end_without_result(enricher, job, error)
        else:
            if result.source == "claude":
                self._breaker.note_answer()
            await self.keep(enricher, job, result)

    async def _load(self, enricher: Enricher, claimed: ClaimedJob) -> Job | None:
        async with self._services.database.reading() as connection:
            return await enricher.load(connection, claimed)

    async def keep(self, enricher: Enricher, job: Job, result: EnrichedResult) -> bool:
        """Result, end of the job and messages in one commit; False when the result was refused."""
        now = self._now()
        try:
            async with self._services.database.transaction() as connection:
                await runners.hold(connection, job.runner.id)
                if not await queue.complete(connection, job.claimed, result.done, now=now):
                    raise LeaseLost
                if not await enricher.keep(connection, job, result, now=now):
                    raise SessionChanged
                for message in await enricher.messages(connection, job, result):
                    await post(connection, job.runner, message, now=now, lane=Lane.PLAN_READY)
        except LeaseLost:
            log.warning("a result came too late and is not kept", job=job.claimed.id)
            return False
        except SessionChanged:
            await self._release(job.claimed, now, error="session changed")
            return False
        self._services.outbox_filled.set()
        return True

    async def end_without_result(self, enricher: Enricher, job: Job, error: Exception) -> None:
        """What becomes of a job that brought no result."""
        claimed, now = job.claimed, self._now()
        course = course_after(error)
        if course is Course.WAIT and isinstance(error, ClaudeFailure):
            until = self._breaker.note_outage(now, error.retry_after_s)
            log.warning("Claude does not answer; enrichment waits", until=until.isoformat())
            await self._release(claimed, until, outage=True, error=error.outcome)
            return
        if isinstance(error, ClaudeFailure):
            self._breaker.note_answer()
        if course is Course.CATALOGUE:
            await self._keep_from_catalogue(enricher, job, error)
            return
        described = {"reason": str(error)} if isinstance(error, UnusableAnswer) else describe(error)
        log.warning("an enrichment was unusable", job=claimed.id, attempts=claimed.attempts + 1, **described)
        if claimed.is_last_attempt:
            log.error("no usable enrichment came; the catalogue's is taken", job=claimed.id)
            await self._keep_from_catalogue(enricher, job, error)
        else:
            await self._fail(enricher, job, error)

    async def _keep_from_catalogue(self, enricher: Enricher, job: Job, error: Exception) -> None:
        try:
            result = enricher.from_catalogue(job)
        except Exception as bug:  # noqa: BLE001  # the job must still end
            log.error("the catalogue could not enrich a session", job=job.claimed.id, **describe(bug))
            await self._fail(enricher, job, error)
        else:
            await self.keep(enricher, job, result)

    async def _fail(self, enricher: Enricher, job: Job, error: Exception) -> None:
        claimed, now = job.claimed, self._now()
        name = error.outcome if isinstance(error, ClaudeFailure) else type(error).__name__
        async with self._services.database.transaction() as connection:
            await runners.hold(connection, job.runner.id)
            again_at = now + retry_after(claimed)
            state = await queue.fail(connection, claimed, name, now=now, again_at_utc=again_at)
            if state == "failed":
                await enricher.give_up(connection, job, now=now)

    async def _drop(self, claimed: ClaimedJob) -> None:
        async with self._services.database.transaction() as connection:
            await queue.drop(connection, claimed, "session gone", now=self._now())

    async def _give_back(self, claimed: ClaimedJob) -> None:
        try:
            await self._release(claimed, self._now(), error="stopped")
        except StorageTrouble as error:
            log.warning("a job waits for the end of its lease", job=claimed.id, error=str(error))

    async def _release(
        self, claimed: ClaimedJob, run_at: datetime, *, error: str, outage: bool = False
    ) -> None:
        async with self._services.database.transaction() as connection:
            await queue.release(connection, claimed, run_at_utc=run_at, outage=outage, error=error)

    # Beside the jobs

    async def _recover_now_and_then(self) -> None:
        now = self._now()
        if self._recover_at is not None and now < self._recover_at:
            return
        async with self._services.database.transaction() as connection:
            owners = await queue.lease_owners(connection)
            dead = {owner for owner in owners if self._owner.is_gone(owner)}
            recovered = await queue.recover(connection, dead_owners=dead, now=now)
        self._recover_at = now + timedelta(seconds=self._pace.recover_every_s)
        for job_id, state in recovered.items():
            if state == "parked":
                log.error("a job ended its worker again and again; it is set aside", job=job_id)
            else:
                log.warning("a job was left by its worker; it waits again", job=job_id)

    async def _tell_of_outage(self) -> None:
        since, now = self._breaker.open_since, self._now()
        if since is not None and now - since >= TELL_AFTER:
            await tell_who_waits(self._services)

    def _now(self) -> datetime:
        return self._services.clock()


def _this_task() -> "asyncio.Task[None]":
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("a job is worked on by a task")
    return task
