"""Messages of which nobody knows whether they arrived: listed for the operator, settled by evidence."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from storage.database import Connection
from storage.schema import outbox


@dataclass(frozen=True, slots=True)
class HeldMessage:
    """A message that may or may not have arrived."""

    id: int
    runner_id: int
    dedupe_key: str | None
    created_at_utc: datetime
    error: str | None


async def held(connection: Connection, *, limit: int = 100) -> list[HeldMessage]:
    """The messages in doubt, newest first, for the operator."""
    columns = (outbox.c.id, outbox.c.runner_id, outbox.c.dedupe_key, outbox.c.created_at_utc, outbox.c.error)
    statement = select(*columns).where(outbox.c.status == "unknown").order_by(outbox.c.id.desc()).limit(limit)
    return [HeldMessage(*row) for row in await connection.execute(statement)]


async def confirm(connection: Connection, runner_id: int, outbox_id: int) -> bool:
    """The runner answered this message, so it arrived; False when it was not in doubt or not theirs."""
    return await _arrived(connection, runner_id, outbox.c.id == outbox_id)


async def confirm_key(connection: Connection, runner_id: int, dedupe_key: str) -> bool:
    """The same for a message known by its key."""
    return await _arrived(connection, runner_id, outbox.c.dedupe_key == dedupe_key)


async def _arrived(connection: Connection, runner_id: int, which: ColumnElement[bool]) -> bool:
    statement = update(outbox).where(which, outbox.c.runner_id == runner_id, outbox.c.status == "unknown")
    result = await connection.execute(statement.values(status="sent", payload=None, error=None))
    return bool(result.rowcount)
