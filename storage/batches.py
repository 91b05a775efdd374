"""Batches of jobs on their way to Claude and back: a process may die at any moment in between.

created (the jobs are leased to the batch) -> submitted (the API has it) -> ended -> applied; or abandoned,
when nobody knows whether the API has it. A batch's lease outlives the API's day.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from storage.database import Connection
from storage.queue import ClaimedJob, claimed_job
from storage.schema import claude_batches, training_sessions
from storage.schema import training_enrichment_queue as queue

LEASE = timedelta(hours=27)  # the API ends a batch after a day, and keeps its results for longer
JOBS_AT_MOST = 100  # in one batch
ABANDONED_AFTER = timedelta(minutes=10)
"""The call that creates a batch takes a minute at most."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Jobs of one runner that travel together; `api_id` is None until the API has taken them."""

    id: int
    runner_id: int
    api_id: str | None
    state: str
    token: str


async def runners_waiting(connection: Connection, *, now: datetime, limit: int = 100) -> list[int]:
    """Some runners who have jobs to send."""
    statement = select(queue.c.runner_id).where(
        queue.c.state == "pending", queue.c.batched.is_(True), queue.c.run_at_utc <= now
    )
    return [int(found) for found in (await connection.execute(statement.distinct().limit(limit))).scalars()]


async def collect(
    connection: Connection, runner_id: int, *, token: str, now: datetime, limit: int = JOBS_AT_MOST
) -> tuple[Batch, list[ClaimedJob]] | None:
    """Lease a runner's jobs to a new batch, soonest turn first; None when there are none."""
    ids = (
        select(queue.c.id)
        .where(
            queue.c.runner_id == runner_id,
            queue.c.state == "pending",
            queue.c.batched.is_(True),
            queue.c.run_at_utc <= now,
        )
        .order_by(queue.c.turn_utc, queue.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    chosen = list((await connection.execute(ids)).scalars())
    if not chosen:
        return None
    values = {
        "runner_id": runner_id,
        "state": "created",
        "jobs": len(chosen),
        "lease_token": token,
        "look_at_utc": now + ABANDONED_AFTER,
        "created_at_utc": now,
    }
    statement = claude_batches.insert().values(values).returning(claude_batches.c.id)
    batch_id = int((await connection.execute(statement)).scalar_one())
    leased = (
        update(queue)
        .where(queue.c.id.in_(chosen), queue.c.state == "pending")
        .values(
            state="running",
            batch_id=batch_id,
            lease_token=token,
            lease_until_utc=now + LEASE,
            started_at_utc=now,
        )
        .returning(queue)
    )
    jobs = sorted((claimed_job(row) for row in await connection.execute(leased)), key=lambda job: job.id)
    return Batch(batch_id, runner_id, None, "created", token), jobs


async def note_submitted(connection: Connection, batch: Batch, api_id: str, *, now: datetime) -> None:
    """The API has it."""
    await _move(connection, batch, "created", state="submitted", api_id=api_id, submitted_at_utc=now)


async def note_ended(connection: Connection, batch: Batch, *, now: datetime) -> None:
    """Its results can be read."""
    await _move(connection, batch, "submitted", state="ended", ended_at_utc=now)


async def note_applied(connection: Connection, batch: Batch, *, now: datetime) -> None:
    """Every result was kept or refused."""
    await _move(connection, batch, "ended", state="applied", applied_at_utc=now)


async def abandon(connection: Connection, batch: Batch, error: str) -> None:
    """It was not sent, or nobody knows: it will not be looked at again."""
    await _move(connection, batch, batch.state, state="abandoned", error=error[:64])


async def look_later(connection: Connection, batch: Batch, look_at_utc: datetime) -> bool:
    """Ask for it again then; False when another process has just done so."""
    statement = (
        update(claude_batches)
        .where(claude_batches.c.id == batch.id, claude_batches.c.look_at_utc < look_at_utc)
        .values(look_at_utc=look_at_utc)
    )
    return bool((await connection.execute(statement)).rowcount)


async def due(connection: Connection, *, now: datetime, limit: int = 50) -> list[Batch]:
    """The batches to look at now."""
    table = claude_batches
    statement = (
        select(table.c.id, table.c.runner_id, table.c.api_id, table.c.state, table.c.lease_token)
        .where(table.c.state.in_(("created", "submitted", "ended")), table.c.look_at_utc <= now)
        .order_by(table.c.look_at_utc)
        .limit(limit)
    )
    return [Batch(*row) for row in await connection.execute(statement)]


async def jobs_of(connection: Connection, batch: Batch) -> dict[int, ClaimedJob]:
    """The jobs that still wait for their result, by id."""
    statement = select(queue).where(
        queue.c.batch_id == batch.id, queue.c.state == "running", queue.c.lease_token == batch.token
    )
    return {int(row.id): claimed_job(row) for row in await connection.execute(statement)}


async def hurry(connection: Connection, runner_id: int, last: date, *, now: datetime) -> int:
    """What waits for a batch and is due by `last` goes through the queue at once; gives how many jobs."""
    soon = select(training_sessions.c.id).where(
        training_sessions.c.runner_id == runner_id, training_sessions.c.date <= last
    )
    statement = (
        update(queue)
        .where(
            queue.c.runner_id == runner_id,
            queue.c.state == "pending",
            queue.c.batched.is_(True),
            queue.c.coach == "running",
            queue.c.session_id.in_(soon),
        )
        .values(batched=False, run_at_utc=now)
    )
    return int((await connection.execute(statement)).rowcount)


async def _move(connection: Connection, batch: Batch, before: str, **values: object) -> None:
    statement = update(claude_batches).where(
        claude_batches.c.id == batch.id, claude_batches.c.state == before
    )
    await connection.execute(statement.values(**values))
