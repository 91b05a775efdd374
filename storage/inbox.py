"""Updates as Telegram sent them: kept before they are confirmed, ended with the handler's own commit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update

from storage.database import Connection
from storage.schema import inbox
from storage.upserting import insert

# An update found unhandled at this many starts is what stops the process: it is set aside.
REPLAYS_AT_MOST = 5
# Telegram repeats an update for a day; after a quiet week it may begin to number them anew.
KEPT_FOR = timedelta(days=2)


class AlreadyHandled(Exception):
    """Another process committed this update first; the transaction must not be."""


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """A raw update; `chat_id` and `user_id` are None where it has none."""

    update_id: int
    chat_id: int | None
    user_id: int | None
    body: str


async def keep(connection: Connection, updates: Iterable[ReceivedUpdate], *, now: datetime) -> list[int]:
    """Store the updates that are new; gives their ids, in order."""
    new: list[int] = []
    for received in updates:
        statement = (
            insert(connection, inbox)
            .values(
                update_id=received.update_id,
                chat_id=received.chat_id,
                user_id=received.user_id,
                body=received.body,
                status="pending",
                replays=0,
                received_at_utc=now,
            )
            .on_conflict_do_nothing(index_elements=["update_id"])
            .returning(inbox.c.update_id)
        )
        if (await connection.execute(statement)).one_or_none() is not None:
            new.append(received.update_id)
    return new


async def waiting(connection: Connection) -> list[tuple[int, int | None]]:
    """(update id, chat id) of every unhandled update, in order."""
    statement = select(inbox.c.update_id, inbox.c.chat_id).where(inbox.c.status == "pending")
    return [(row.update_id, row.chat_id) for row in await connection.execute(statement.order_by("update_id"))]


async def body(connection: Connection, update_id: int) -> str | None:
    """The raw update, or None when it is handled."""
    statement = select(inbox.c.body).where(inbox.c.update_id == update_id, inbox.c.status == "pending")
    return (await connection.execute(statement)).scalar_one_or_none()


async def begin_replay(connection: Connection, *, now: datetime) -> int:
    """Count a start against every unhandled update and set aside those that were there too often."""
    pending = inbox.c.status == "pending"
    await connection.execute(update(inbox).where(pending).values(replays=inbox.c.replays + 1))
    given_up = update(inbox).where(pending, inbox.c.replays > REPLAYS_AT_MOST)
    result = await connection.execute(
        given_up.values(status="failed", error="unhandled at every start", handled_at_utc=now)
    )
    return int(result.rowcount)


async def mark_done(connection: Connection, update_id: int, *, now: datetime) -> None:
    """The update is handled, and its content forgotten; raises AlreadyHandled when it was before."""
    await _end(connection, update_id, "done", None, now)


async def mark_ignored(connection: Connection, update_id: int, *, now: datetime) -> None:
    """The update is of a kind that asks for nothing."""
    await _end(connection, update_id, "ignored", None, now)


async def mark_failed(connection: Connection, update_id: int, error: str, *, now: datetime) -> None:
    """The update could not be handled; `error` names the class of the failure."""
    statement = update(inbox).where(inbox.c.update_id == update_id, inbox.c.status == "pending")
    await connection.execute(statement.values(status="failed", error=error[:128], handled_at_utc=now))


async def prune(connection: Connection, *, now: datetime) -> int:
    """Delete updates handled long enough ago that they cannot come again."""
    statement = delete(inbox).where(inbox.c.status != "pending", inbox.c.handled_at_utc < now - KEPT_FOR)
    return int((await connection.execute(statement)).rowcount)


async def counts(connection: Connection) -> dict[str, int]:
    """How many updates stand in each status."""
    rows = await connection.execute(select(inbox.c.status, func.count()).group_by(inbox.c.status))
    return {status: int(number) for status, number in rows}


async def _end(connection: Connection, update_id: int, status: str, error: str | None, now: datetime) -> None:
    statement = update(inbox).where(inbox.c.update_id == update_id, inbox.c.status == "pending")
    result = await connection.execute(
        statement.values(status=status, error=error, body=None, handled_at_utc=now)
    )
    if not result.rowcount:
        raise AlreadyHandled(update_id)
