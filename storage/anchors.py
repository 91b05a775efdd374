"""Messages known by name, so that a later edit finds them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from storage.database import Connection
from storage.schema import message_anchors, runners
from storage.upserting import insert


@dataclass(frozen=True, slots=True)
class Anchor:
    """A message known by name; a picture's words are its caption."""

    chat_id: int
    message_id: int
    has_caption: bool


async def find(connection: Connection, runner_id: int, name: str) -> Anchor | None:
    """The message this runner has under a name, or None."""
    table = message_anchors
    statement = select(table.c.chat_id, table.c.message_id, table.c.has_caption).where(
        table.c.runner_id == runner_id, table.c.name == name
    )
    row = (await connection.execute(statement)).one_or_none()
    return Anchor(*row) if row else None


async def put(connection: Connection, runner_id: int, name: str, anchored: Anchor, *, now: datetime) -> None:
    """Name a message; a later message takes the name over."""
    known = await connection.execute(select(runners.c.id).where(runners.c.id == runner_id))
    if known.one_or_none() is None:
        return
    values = {
        "chat_id": anchored.chat_id,
        "message_id": anchored.message_id,
        "has_caption": anchored.has_caption,
        "updated_at_utc": now,
    }
    statement = insert(connection, message_anchors).values(runner_id=runner_id, name=name, **values)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id", "name"], set_=values)
    )


async def newest(connection: Connection, runner_id: int, prefix: str, limit: int) -> list[str]:
    """The names that begin with `prefix`, the latest named first."""
    table = message_anchors
    statement = (
        select(table.c.name)
        .where(table.c.runner_id == runner_id, table.c.name.startswith(prefix, autoescape=True))
        .order_by(table.c.updated_at_utc.desc())
        .limit(limit)
    )
    return list((await connection.execute(statement)).scalars())


async def release(connection: Connection, runner_id: int, message_id: int, prefix: str) -> None:
    """Forget the names of a message that begin with `prefix`."""
    table = message_anchors
    await connection.execute(
        delete(table).where(
            table.c.runner_id == runner_id,
            table.c.message_id == message_id,
            table.c.name.startswith(prefix, autoescape=True),
        )
    )
