"""Looking at the queue: where a session stands in it, who waits, what was set aside."""

import statistics
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select

from storage.database import Connection
from storage.queue import PENDING, State
from storage.schema import training_enrichment_queue as queue

DURATIONS_COUNTED = 50
USUAL_DURATION_S = 20.0  # as long as nothing was measured


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands: `position` counts from 1; `eta_s` is None in a batch, which has a day."""

    state: State
    priority: int
    batched: bool
    position: int
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class ParkedJob:
    """A job set aside because its workers died."""

    id: int
    coach: str
    session_id: int
    crashes: int
    error: str | None
    created_at_utc: datetime


async def standing(
    connection: Connection, runner_id: int, coach: str, session_id: int, *, workers: int, now: datetime
) -> Standing | None:
    """Where the session's latest job stands, or None when it was never queued."""
    mine = (
        select(queue)
        .where(
            queue.c.runner_id == runner_id,  # also what the index begins with
            queue.c.coach == coach,
            queue.c.session_id == session_id,
        )
        .order_by(queue.c.id.desc())
        .limit(1)
    )
    row = (await connection.execute(mine)).one_or_none()
    if row is None:
        return None
    if row.state != "pending":
        usual_s = await usual_duration_s(connection) if row.state == "running" else 0.0
        spent_s = (now - row.started_at_utc).total_seconds() if row.state == "running" else 0.0
        eta_s = None if row.batch_id is not None else max(0.0, usual_s - spent_s)
        return Standing(row.state, row.priority, row.batched, 0, eta_s)
    position = 1 + await _before(connection, row)
    eta_s = None if row.batched else -(-position // max(1, workers)) * await usual_duration_s(connection)
    return Standing("pending", row.priority, row.batched, position, eta_s)


async def usual_duration_s(connection: Connection) -> float:
    """The median time of the last jobs, from their start to their end."""
    statement = (
        select(queue.c.started_at_utc, queue.c.finished_at_utc)
        .where(queue.c.state == "done", queue.c.batch_id.is_(None))
        .order_by(queue.c.finished_at_utc.desc())
        .limit(DURATIONS_COUNTED)
    )
    rows = (await connection.execute(statement)).all()
    durations = [(end - start).total_seconds() for start, end in rows if start is not None]
    return statistics.median(durations) if durations else USUAL_DURATION_S


async def runners_waiting(connection: Connection, *, priority_at_most: int) -> dict[int, int]:
    """The runners who wait for a job of at most this priority number, each with the oldest such job's id."""
    statement = (
        select(queue.c.runner_id, func.min(queue.c.id))
        .where(queue.c.state == "pending", queue.c.batched.is_(False), queue.c.priority <= priority_at_most)
        .group_by(queue.c.runner_id)
    )
    return {int(runner_id): int(job_id) for runner_id, job_id in await connection.execute(statement)}


async def parked(connection: Connection, *, limit: int = 100) -> list[ParkedJob]:
    """The jobs set aside, newest first, for the operator."""
    columns = (
        queue.c.id,
        queue.c.coach,
        queue.c.session_id,
        queue.c.crashes,
        queue.c.error,
        queue.c.created_at_utc,
    )
    statement = select(*columns).where(queue.c.state == "parked").order_by(queue.c.finished_at_utc.desc())
    return [ParkedJob(*row) for row in await connection.execute(statement.limit(limit))]


async def _before(connection: Connection, row: Row[Any]) -> int:
    earlier = or_(
        queue.c.turn_utc < row.turn_utc, and_(queue.c.turn_utc == row.turn_utc, queue.c.id < row.id)
    )
    statement = (
        select(func.count())
        .select_from(queue)
        .where(queue.c.state == PENDING, queue.c.batched.is_(row.batched), earlier)
    )
    return int((await connection.execute(statement)).scalar_one())
