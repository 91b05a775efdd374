"""What hurts, day by day, and the gates that hold the load back until it is over."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy import insert as plain_insert

from core.gating import Gate
from storage.database import Connection
from storage.schema import gates, pains
from storage.upserting import insert


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain from 0 to 10 at a place on a local date."""

    date: date
    site: str
    side: str
    level: int


@dataclass(frozen=True, slots=True)
class OpenGate:
    """A gate that holds the load back; `answered_for` is the last local date with an answer about it."""

    id: int
    gate: Gate
    answered_for: date | None


async def note_pain(connection: Connection, runner_id: int, pain: Pain, *, now: datetime) -> None:
    """Keep a pain, in place of an earlier note for the same place and date."""
    values = {"level": pain.level, "noted_at_utc": now}
    statement = insert(connection, pains).values(
        runner_id=runner_id, date=pain.date, site=pain.site, side=pain.side, **values
    )
    keys = ["runner_id", "date", "site", "side"]
    await connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


async def pains_of(connection: Connection, runner_id: int, *, limit: int = 60) -> tuple[Pain, ...]:
    """The latest pains, newest first."""
    statement = (
        select(pains.c.date, pains.c.site, pains.c.side, pains.c.level)
        .where(pains.c.runner_id == runner_id)
        .order_by(pains.c.date.desc(), pains.c.id.desc())
        .limit(limit)
    )
    return tuple(Pain(*row) for row in await connection.execute(statement))


async def open_gates(connection: Connection, runner_id: int) -> tuple[OpenGate, ...]:
    """The gates that hold this runner back, oldest first."""
    statement = select(gates).where(gates.c.runner_id == runner_id, gates.c.closed_at_utc.is_(None))
    rows = await connection.execute(statement.order_by(gates.c.id))
    return tuple(_open_gate(row) for row in rows)


async def find_gate(connection: Connection, runner_id: int, gate_id: int) -> OpenGate | None:
    """An open gate of this runner's by its id; None for a foreign or closed one."""
    return next((known for known in await open_gates(connection, runner_id) if known.id == gate_id), None)


async def keep_gate(
    connection: Connection, runner_id: int, gate: Gate, *, now: datetime, answered_for: date | None
) -> int:
    """Open a gate, or replace the open one of the same kind and place; gives its id."""
    known = [
        item
        for item in await open_gates(connection, runner_id)
        if (item.gate.kind, item.gate.site, item.gate.side) == (gate.kind, gate.site, gate.side)
    ]
    if known:
        await change_gate(connection, runner_id, known[0].id, gate, now=now, answered_for=answered_for)
        return known[0].id
    values = {**_values(gate, now, answered_for), "runner_id": runner_id, "since": gate.since}
    inserted = await connection.execute(plain_insert(gates).values(values).returning(gates.c.id))
    return int(inserted.scalar_one())


async def change_gate(
    connection: Connection,
    runner_id: int,
    gate_id: int,
    gate: Gate | None,
    *,
    now: datetime,
    answered_for: date | None,
) -> bool:
    """Keep a gate as it is after an answer, or close it with None; False for a foreign or closed one."""
    statement = update(gates).where(
        gates.c.id == gate_id, gates.c.runner_id == runner_id, gates.c.closed_at_utc.is_(None)
    )
    if gate is None:
        values = {"closed_at_utc": now, "updated_at_utc": now, "answered_for": answered_for}
    else:
        values = _values(gate, now, answered_for)
    return bool((await connection.execute(statement.values(values))).rowcount)


def _values(gate: Gate, now: datetime, answered_for: date | None) -> dict[str, Any]:
    return {
        "kind": gate.kind,
        "site": gate.site,
        "side": gate.side,
        "step": gate.step,
        "step_since": gate.step_since,
        "answered_for": answered_for,
        "updated_at_utc": now,
    }


def _open_gate(row: Row[Any]) -> OpenGate:
    gate = Gate(row.kind, row.step, row.since, row.step_since, row.site, row.side)
    return OpenGate(int(row.id), gate, row.answered_for)
