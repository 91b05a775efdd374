"""What waits to be enriched: queued once a session, leased to one worker, ended once.

pending -> running (leased) -> done, dropped (nobody wants it any more) or failed; back to pending after a
crash, an outage or an answer that could not be used. A job that keeps killing its worker is parked: it
waits for the operator and is never deleted. Every write of a worker names its lease token, so that one
whose lease ran out meanwhile changes nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, Update, and_, case, literal_column, or_, select, update

from storage.database import Connection
from storage.schema import training_enrichment_queue as queue
from storage.tables.enrichment import OPEN
from storage.upserting import insert

LEASE = timedelta(seconds=90)
ATTEMPTS_AT_MOST = 5  # answers that could not be used
CRASHES_AT_MOST = 20
AGEING = timedelta(minutes=10)
"""A waiting job gains one priority each time this has passed."""
FIRST, LAST = 1, 10
HEAD_START = timedelta(days=1)
"""Priority 1 is for somebody who waits: ageing alone overtakes it only after a day."""

# Written out: a database uses a partial index only where it reads the condition itself.
PENDING: ColumnElement[str] = literal_column("'pending'")
RUNNING: ColumnElement[str] = literal_column("'running'")

State = Literal["pending", "running", "done", "dropped", "failed", "parked"]
Source = Literal["claude", "catalogue"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A session to enrich: `priority` 1 (first) to 10; `batched` travels at half price within a day."""

    runner_id: int
    coach: str
    session_id: int
    priority: int = 5
    batched: bool = False


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job one worker holds; `token` proves it in every later write."""

    id: int
    runner_id: int
    coach: str
    session_id: int
    priority: int
    batched: bool
    attempts: int
    crashes: int
    outages: int
    token: str
    created_at_utc: datetime

    @property
    def is_last_attempt(self) -> bool:
        """Whether one more unusable answer ends it."""
        return self.attempts >= ATTEMPTS_AT_MOST - 1


@dataclass(frozen=True, slots=True)
class Done:
    """How a session was enriched; tokens and cost are those of the answer that was used."""

    source: Source
    prompt_variant: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    cost_usd: float | None = None


# Asking


async def enqueue(
    connection: Connection, wanted: Wanted, *, now: datetime, run_at_utc: datetime | None = None
) -> int | None:
    """Queue a session; gives the job's id, or None when it waits or runs already."""
    if not FIRST <= wanted.priority <= LAST:
        raise ValueError(f"a priority is {FIRST} to {LAST}, not {wanted.priority}")
    statement = insert(connection, queue).values(
        runner_id=wanted.runner_id,
        coach=wanted.coach,
        session_id=wanted.session_id,
        priority=wanted.priority,
        turn_utc=turn_of(wanted.priority, now),
        batched=wanted.batched,
        state="pending",
        attempts=0,
        crashes=0,
        outages=0,
        run_at_utc=run_at_utc or now,
        created_at_utc=now,
    )
    statement = statement.on_conflict_do_nothing(index_elements=["coach", "session_id"], index_where=OPEN)
    found = (await connection.execute(statement.returning(queue.c.id))).scalar_one_or_none()
    return None if found is None else int(found)


def turn_of(priority: int, waiting_since_utc: datetime) -> datetime:
    """What a job is ordered by: it never changes, and yet a job that waits longer gains on later ones."""
    if priority == FIRST:
        return waiting_since_utc - HEAD_START
    return waiting_since_utc + priority * AGEING


async def raise_priority(
    connection: Connection, runner_id: int, coach: str, session_id: int, *, now: datetime
) -> bool:
    """Somebody waits for this session: it is next. False when it does not wait (it may run already)."""
    statement = update(queue).where(
        queue.c.runner_id == runner_id,
        queue.c.coach == coach,
        queue.c.session_id == session_id,
        queue.c.state == "pending",
    )
    first = turn_of(FIRST, now)
    turn = case((queue.c.turn_utc < first, queue.c.turn_utc), else_=first)
    values = {"priority": FIRST, "turn_utc": turn, "batched": False, "run_at_utc": now}
    return bool((await connection.execute(statement.values(values))).rowcount)


# Working


async def any_due(connection: Connection, *, now: datetime) -> bool:
    """Whether a claim would find a job; takes no lock."""
    statement = select(queue.c.id).where(_is_due(now)).limit(1)
    return (await connection.execute(statement)).first() is not None


async def claim(connection: Connection, *, owner: str, token: str, now: datetime) -> ClaimedJob | None:
    """Lease the next job, or None. `token` must be new: it is this lease's, not the worker's."""
    # Compared with a scalar: PostgreSQL may evaluate IN (SELECT ... LIMIT ... FOR UPDATE) more than once.
    next_id = (
        select(queue.c.id)
        .where(_is_due(now))
        .order_by(queue.c.turn_utc, queue.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    statement = (
        update(queue)
        .where(queue.c.id == next_id, queue.c.state == "pending")
        .values(
            state="running",
            lease_token=token,
            lease_owner=owner,
            lease_until_utc=now + LEASE,
            started_at_utc=now,
        )
        .returning(queue)
    )
    row = (await connection.execute(statement)).one_or_none()
    return None if row is None else claimed_job(row)


async def heartbeat(connection: Connection, job: ClaimedJob, *, now: datetime) -> bool:
    """Hold the job for another lease; False when it is no longer held."""
    return await _write(connection, _held(job).values(lease_until_utc=now + LEASE))


async def complete(connection: Connection, job: ClaimedJob, done: Done, *, now: datetime) -> bool:
    """The job is done; False when the lease was lost, and then nothing of its result may be kept."""
    values = {name: getattr(done, name) for name in done.__slots__}
    return await _write(connection, _held(job).values(**_ended("done", now), error=None, **values))


async def drop(connection: Connection, job: ClaimedJob, reason: str, *, now: datetime) -> bool:
    """Nobody wants the job any more; False when the lease was lost."""
    return await _write(connection, _held(job).values(**_ended("dropped", now), error=reason[:64]))


async def fail(
    connection: Connection, job: ClaimedJob, error: str, *, now: datetime, again_at_utc: datetime
) -> State | None:
    """The answer could not be used: pending again, or failed after the last; None when the lease was lost."""
    is_last = queue.c.attempts + 1 >= ATTEMPTS_AT_MOST
    statement = _held(job).values(
        **_FREE,
        state=case((is_last, "failed"), else_="pending"),
        attempts=queue.c.attempts + 1,
        run_at_utc=again_at_utc,
        finished_at_utc=case((is_last, now), else_=None),
        error=error[:64],
    )
    found: State | None = (await connection.execute(statement.returning(queue.c.state))).scalar_one_or_none()
    return found


async def release(
    connection: Connection,
    job: ClaimedJob,
    *,
    run_at_utc: datetime,
    outage: bool = False,
    batched: bool | None = None,
    error: str | None = None,
) -> bool:
    """Give the job back as it was, from `run_at_utc` on; an `outage` is counted and ends nothing."""
    values: dict[str, Any] = {**_FREE, "state": "pending", "run_at_utc": run_at_utc}
    if outage:
        values["outages"] = queue.c.outages + 1
    if batched is not None:
        values["batched"] = batched
    if error is not None:
        values["error"] = error[:64]
    return await _write(connection, _held(job).values(values))


async def recover(
    connection: Connection, *, dead_owners: Collection[str] = (), now: datetime
) -> dict[int, State]:
    """Take back what dead or stuck workers held, each time counted; gives the state of each job by its id."""
    lost = or_(queue.c.lease_until_utc < now, queue.c.lease_owner.in_(list(dead_owners)))
    is_last = queue.c.crashes + 1 >= CRASHES_AT_MOST
    statement = (
        update(queue)
        .where(queue.c.state == RUNNING, lost)
        .values(
            **_FREE,
            state=case((is_last, "parked"), else_="pending"),
            crashes=queue.c.crashes + 1,
            run_at_utc=now,
            finished_at_utc=case((is_last, now), else_=None),
            error="lease lost",
        )
        .returning(queue.c.id, queue.c.state)
    )
    return {int(row.id): row.state for row in await connection.execute(statement)}


async def lease_owners(connection: Connection) -> set[str]:
    """The processes that hold jobs."""
    statement = select(queue.c.lease_owner).where(queue.c.state == "running").distinct()
    return {owner for owner in (await connection.execute(statement)).scalars() if owner}


_FREE = {"lease_token": None, "lease_owner": None, "lease_until_utc": None, "batch_id": None}


def claimed_job(row: Row[Any]) -> ClaimedJob:
    """A row of the queue as a job of the worker that holds its lease."""
    return ClaimedJob(
        id=row.id,
        runner_id=row.runner_id,
        coach=row.coach,
        session_id=row.session_id,
        priority=row.priority,
        batched=row.batched,
        attempts=row.attempts,
        crashes=row.crashes,
        outages=row.outages,
        token=row.lease_token,
        created_at_utc=row.created_at_utc,
    )


def _is_due(now: datetime) -> ColumnElement[bool]:
    return and_(queue.c.state == PENDING, queue.c.batched.is_(False), queue.c.run_at_utc <= now)


def _held(job: ClaimedJob) -> Update:
    return update(queue).where(
        queue.c.id == job.id, queue.c.state == "running", queue.c.lease_token == job.token
    )


def _ended(state: State, now: datetime) -> dict[str, Any]:
    return {"state": state, "finished_at_utc": now, "lease_token": None, "lease_until_utc": None}


async def _write(connection: Connection, statement: Update) -> bool:
    return bool((await connection.execute(statement)).rowcount)
