"""Who runs on this database, who of them leads, and the pace they share.

Leases are measured by the database server's clock, so that clocks of machines need not agree; a SQLite file
is on one machine and knows one clock.
"""

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import case, delete, func, or_, select, update

from storage.database import Connection
from storage.schema import leaders, paces, processes
from storage.upserting import insert

# A dead process is remembered until nothing can bear its name any more.
REMEMBERED_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Process:
    """A process that announced itself; `lapsed` when nothing was heard of it for longer than its lease."""

    name: str
    role: str
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Leader:
    """Who holds a duty; None when it is free."""

    name: str | None
    fence: int
    lapsed: bool


async def announce(connection: Connection, name: str, role: str, *, lease_s: float) -> None:
    """Say that this process lives, for `lease_s` seconds from now on."""
    now = await _now(connection)
    until = now + timedelta(seconds=lease_s)
    statement = insert(connection, processes).values(
        name=name, role=role, since_utc=now, lease_until_utc=until
    )
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"lease_until_utc": until})
    )
    await connection.execute(delete(processes).where(processes.c.lease_until_utc < now - REMEMBERED_FOR))


async def leave(connection: Connection, name: str) -> None:
    """The process ends as it should and holds nothing any more."""
    await connection.execute(delete(processes).where(processes.c.name == name))


async def known(connection: Connection) -> list[Process]:
    """Every process, dead ones of the last day included."""
    now = await _now(connection)
    rows = await connection.execute(select(processes).order_by(processes.c.name))
    return [Process(row.name, row.role, row.lease_until_utc < now) for row in rows]


async def leader(connection: Connection, duty: str) -> Leader:
    """Who holds the duty at the moment."""
    row = (await connection.execute(select(leaders).where(leaders.c.duty == duty))).one_or_none()
    if row is None:
        return Leader(None, 0, lapsed=True)
    return Leader(row.lease_owner, row.fence, row.lease_until_utc < await _now(connection))


async def lead(
    connection: Connection, duty: str, name: str, *, lease_s: float, dead: Collection[str]
) -> int | None:
    """Take or renew the duty; gives its fence, or None while a living process holds it."""
    now = await _now(connection)
    free = insert(connection, leaders).values(duty=duty, lease_owner=None, fence=0, lease_until_utc=now)
    await connection.execute(free.on_conflict_do_nothing(index_elements=["duty"]))
    owner = leaders.c.lease_owner
    available = or_(owner == name, owner.is_(None), leaders.c.lease_until_utc < now, owner.in_(sorted(dead)))
    statement = update(leaders).where(leaders.c.duty == duty, available)
    values = {
        "lease_owner": name,
        "fence": case((owner == name, leaders.c.fence), else_=leaders.c.fence + 1),
        "lease_until_utc": now + timedelta(seconds=lease_s),
    }
    result = await connection.execute(statement.values(values).returning(leaders.c.fence))
    fence: int | None = result.scalar_one_or_none()
    return fence


async def resign(connection: Connection, duty: str, name: str) -> None:
    """Let go of the duty, so that the next need not wait for the end of a lease."""
    held = update(leaders).where(leaders.c.duty == duty, leaders.c.lease_owner == name)
    await connection.execute(held.values(lease_owner=None))


async def still_leads(connection: Connection, duty: str, name: str, fence: int) -> bool:
    """Whether the duty is held by this process since it was given this fence."""
    found = select(leaders.c.fence).where(
        leaders.c.duty == duty,
        leaders.c.lease_owner == name,
        leaders.c.fence == fence,
        leaders.c.lease_until_utc > await _now(connection),
    )
    return (await connection.execute(found)).one_or_none() is not None


async def book(connection: Connection, name: str, per_s: float, *, ahead_at_most_s: float) -> float | None:
    """Book the next free instant of a pace shared by all processes; gives the seconds until then.

    Two may follow each other at once. None, with nothing booked, when it is more than `ahead_at_most_s` away.
    """
    first = insert(connection, paces).values(name=name, booked_until_s=0.0)
    await connection.execute(first.on_conflict_do_nothing(index_elements=["name"]))
    row = select(paces.c.booked_until_s).where(paces.c.name == name).with_for_update()
    booked_until_s = float((await connection.execute(row)).scalar_one())
    now_s = await _now_s(connection)
    wait_s = max(booked_until_s - now_s - 1 / per_s, 0.0)
    if wait_s > ahead_at_most_s:
        return None
    taken = max(booked_until_s, now_s) + 1 / per_s
    await connection.execute(update(paces).where(paces.c.name == name).values(booked_until_s=taken))
    return wait_s


async def _now(connection: Connection) -> datetime:
    return datetime.fromtimestamp(await _now_s(connection), UTC)


async def _now_s(connection: Connection) -> float:
    if connection.dialect.name != "postgresql":
        return time.time()
    clock = select(func.extract("epoch", func.clock_timestamp()))
    return float((await connection.execute(clock)).scalar_one())
