"""Workers on a virtual clock, with seeded crashes, pauses, outages and unusable answers.

The queue is the real one, on a database in memory; only the workers are a model: what each does next is an
event, and events happen in the order of their time.
"""

import heapq
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from storage import queue, runners
from storage.database import Connection
from storage.queue import ATTEMPTS_AT_MOST, ClaimedJob, Done, Wanted
from storage.runners import Seen
from storage.schema import metadata, training_enrichment_queue

START = datetime(2026, 11, 20, tzinfo=UTC)
LEA = 1
JOBS, WORKERS = 12, 4
BEAT_S, RECOVER_S, POLL_S = 30.0, 30.0, 20.0
OUTAGE_PAUSE_S = 60.0


@dataclass(frozen=True)
class Odds:
    """What may happen to a job while it is worked on."""

    crash: float = 0.15
    pause: float = 0.15
    unusable: float = 0.05


@dataclass
class Held:
    """A job in a worker's hands; `wakes_s` is when a paused worker goes on."""

    job: ClaimedJob
    ends_s: float
    crashes: bool
    unusable: bool
    wakes_s: float = 0.0


@dataclass
class Simulation:
    """One run: `told` counts the notifications, `ends` how each job stands at the end."""

    engine: AsyncEngine
    seed: int
    odds: Odds = field(default_factory=Odds)
    told: Counter[int] = field(default_factory=Counter)
    unusable: Counter[int] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._numbers = itertools.count()
        self._events: list[tuple[float, int, str, int, Held | None]] = []
        begin = self._random.uniform(0, 300)
        self._outages = [(begin, begin + self._random.uniform(600, 1500))]

    async def run(self, until_s: float = 6 * 3600.0) -> None:
        await self._fill()
        for worker in range(WORKERS):
            self._plan(worker * 0.5, "look", worker)
        self._plan(RECOVER_S, "recover", 0)
        while self._events:
            now_s, _, kind, worker, held = heapq.heappop(self._events)
            if now_s > until_s or self._is_over():
                break
            await self._happens(kind, now_s, worker, held)
        await self._note_ends()

    def faults(self) -> list[str]:
        """What must not be: a job lost, told twice, told and not done, failed without five bad answers."""
        found = [f"job told {count} times" for count in self.told.values() if count != 1]
        done, failed = self.ends["done"], self.ends["failed"]
        rightly = sum(count >= ATTEMPTS_AT_MOST for count in self.unusable.values())
        if done != len(self.told):
            found.append(f"{done} done, {len(self.told)} told")
        if failed > rightly:
            found.append(f"{failed} failed, {rightly} rightly")
        if done + failed != JOBS:
            found.append(f"of {JOBS} jobs: {dict(self.ends)}")
        return found

    async def _fill(self) -> None:
        async with self.engine.begin() as connection:
            await runners.meet(connection, LEA, Seen(LEA, "Léa", "fr"), now=START)
            for session_id in range(JOBS):
                wanted = Wanted(LEA, "running", session_id, self._random.randint(1, 10))
                await queue.enqueue(connection, wanted, now=START)

    def _plan(self, at_s: float, kind: str, worker: int, held: Held | None = None) -> None:
        heapq.heappush(self._events, (at_s, next(self._numbers), kind, worker, held))

    def _is_over(self) -> bool:
        failed = sum(count >= ATTEMPTS_AT_MOST for count in self.unusable.values())
        working = any(event[2] == "end" for event in self._events)
        return not working and len(self.told) + failed >= JOBS

    async def _note_ends(self) -> None:
        async with self.engine.begin() as connection:
            rows = await connection.execute(training_enrichment_queue.select())
            self.ends = Counter(row.state for row in rows)

    async def _happens(self, kind: str, now_s: float, worker: int, held: Held | None) -> None:
        async with self.engine.begin() as connection:
            if kind == "recover":
                await queue.recover(connection, now=_at(now_s))
                self._plan(now_s + RECOVER_S, "recover", 0)
            elif kind == "look":
                job = await queue.claim(
                    connection, owner=str(worker), token=f"{next(self._numbers)}", now=_at(now_s)
                )
                self._take_up(now_s, worker, job)
            elif held is not None and kind == "beat" and now_s < held.ends_s and now_s >= held.wakes_s:
                if await queue.heartbeat(connection, held.job, now=_at(now_s)):
                    self._plan(now_s + BEAT_S, "beat", worker, held)
            elif held is not None and kind == "end":
                await self._end(connection, now_s, worker, held)

    def _take_up(self, now_s: float, worker: int, job: ClaimedJob | None) -> None:
        """Decide what will become of this piece of work."""
        if job is None:
            self._plan(now_s + POLL_S, "look", worker)
            return
        works_s = self._random.uniform(1, 120)
        fate = self._random.random()
        held = Held(job, now_s + works_s, crashes=fate < self.odds.crash, unusable=False)
        held.unusable = self._random.random() < self.odds.unusable
        if held.crashes:
            self._plan(now_s + works_s + self._random.uniform(5, 120), "look", worker)
            return  # nothing more is heard of it
        if fate < self.odds.crash + self.odds.pause:  # stopped at once, for longer than its lease
            held.wakes_s = now_s + self._random.uniform(95, 600)
            held.ends_s = held.wakes_s
        else:
            self._plan(now_s + BEAT_S, "beat", worker, held)
        self._plan(held.ends_s, "end", worker, held)

    async def _end(self, connection: Connection, now_s: float, worker: int, held: Held) -> None:
        self._plan(now_s + 0.1, "look", worker)
        job, now = held.job, _at(now_s)
        if any(begin <= now_s < end for begin, end in self._outages):
            again = _at(now_s + OUTAGE_PAUSE_S)
            await queue.release(connection, job, run_at_utc=again, outage=True)
        elif held.unusable:
            again = _at(now_s + 20)
            if await queue.fail(connection, job, "unusable", now=now, again_at_utc=again):
                self.unusable[job.id] += 1
        elif await queue.complete(connection, job, Done("claude"), now=now):
            self.told[job.id] += 1  # the outbox row of the same commit


def _at(now_s: float) -> datetime:
    return START + timedelta(seconds=now_s)


@asynccontextmanager
async def database_in_memory() -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    yield engine
    await engine.dispose()


async def simulate(seed: int, odds: Odds | None = None) -> list[str]:
    """Run one seed; gives its faults."""
    async with database_in_memory() as engine:
        simulation = Simulation(engine, seed, odds or Odds())
        await simulation.run()
        return simulation.faults()
