"""Plans that Claude is wanted for: noted with the plan itself, done once, taken up again after a crash.

wanted -> running (leased by a process) -> done, or back to wanted when Claude is to be asked later.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_, select, update

from storage.database import Connection
from storage.schema import plan_requests
from storage.upserting import insert

LEASE = timedelta(minutes=10)  # longer than two calls with their reading


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """A plan one process works on; `attempts` counts this one."""

    program_id: int
    runner_id: int
    start: date
    attempts: int
    owner: str


async def want(
    connection: Connection, runner_id: int, program_id: int, start: date, *, now: datetime
) -> None:
    """Note that Claude is wanted for a program; once for each program."""
    statement = insert(connection, plan_requests).values(
        program_id=program_id,
        runner_id=runner_id,
        start=start,
        status="wanted",
        attempts=0,
        not_before_utc=now,
        created_at_utc=now,
    )
    await connection.execute(statement.on_conflict_do_nothing(index_elements=["program_id"]))


async def claim(connection: Connection, *, owner: str, limit: int, now: datetime) -> list[PlanRequest]:
    """Lease the requests whose time has come, oldest first; those of a lease that ran out too."""
    table = plan_requests
    due = or_(
        and_(table.c.status == "wanted", table.c.not_before_utc <= now),
        and_(table.c.status == "running", table.c.lease_until_utc < now),
    )
    ids = select(table.c.program_id).where(due).order_by(table.c.not_before_utc, table.c.program_id)
    chosen = await connection.execute(ids.limit(limit).with_for_update(skip_locked=True))
    statement = (
        update(table)
        .where(table.c.program_id.in_(list(chosen.scalars())), due)
        .values(
            status="running",
            attempts=table.c.attempts + 1,
            lease_owner=owner,
            lease_until_utc=now + LEASE,
        )
        .returning(table)
    )
    rows = (await connection.execute(statement)).all()
    return [
        PlanRequest(row.program_id, row.runner_id, row.start, row.attempts, owner)
        for row in sorted(rows, key=lambda row: int(row.program_id))
    ]


async def finish(connection: Connection, request: PlanRequest, outcome: str, *, now: datetime) -> bool:
    """Note how it ended; False when another process holds it now."""
    return await _release(connection, request, status="done", outcome=outcome, finished_at_utc=now)


async def put_off(connection: Connection, request: PlanRequest, until: datetime, outcome: str) -> bool:
    """Ask again later; False when another process holds it now."""
    return await _release(connection, request, status="wanted", outcome=outcome, not_before_utc=until)


async def take_back(connection: Connection, dead_owners: Collection[str]) -> int:
    """What dead processes held is wanted again; gives how many."""
    table = plan_requests
    held = update(table).where(table.c.status == "running", table.c.lease_owner.in_(dead_owners))
    result = await connection.execute(held.values(status="wanted", lease_owner=None, lease_until_utc=None))
    return int(result.rowcount)


async def lease_owners(connection: Connection) -> set[str]:
    """The processes that hold requests."""
    statement = select(plan_requests.c.lease_owner).where(plan_requests.c.status == "running")
    return set((await connection.execute(statement.distinct())).scalars())


async def outcome_of(connection: Connection, program_id: int) -> tuple[str, str | None] | None:
    """Status and outcome of a program's request, or None."""
    table = plan_requests
    statement = select(table.c.status, table.c.outcome).where(table.c.program_id == program_id)
    row = (await connection.execute(statement)).one_or_none()
    return None if row is None else (row.status, row.outcome)


async def _release(connection: Connection, request: PlanRequest, **values: object) -> bool:
    table = plan_requests
    held = update(table).where(
        table.c.program_id == request.program_id,
        table.c.status == "running",
        table.c.lease_owner == request.owner,
        table.c.attempts == request.attempts,
    )
    result = await connection.execute(held.values(lease_owner=None, lease_until_utc=None, **values))
    return bool(result.rowcount)
