"""What comes next and what is in hand, over all runners: for a clock that is moved by hand."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, or_, select

from storage.database import Connection
from storage.schema import inbox, outbox, schedules


async def next_instant(connection: Connection, after: datetime, kind: str | None = None) -> datetime | None:
    """The first instant after this one at which a message is due; with `kind`, one of that schedule."""
    due = select(func.min(schedules.c.next_at_utc)).where(schedules.c.next_at_utc > after)
    if kind is not None:
        due = due.where(schedules.c.kind == kind)
        return await _instant(connection, due)
    put_off = select(func.min(outbox.c.not_before_utc)).where(
        outbox.c.status == "pending", outbox.c.not_before_utc > after
    )
    found = [await _instant(connection, due), await _instant(connection, put_off)]
    return min((instant for instant in found if instant is not None), default=None)


async def in_hand(connection: Connection, now: datetime) -> bool:
    """Whether an update waits to be handled, a schedule to be served, or a message to be sent."""
    waiting = or_(
        exists().where(inbox.c.status == "pending"),
        exists().where(schedules.c.next_at_utc <= now),
        exists().where(outbox.c.status == "pending", outbox.c.not_before_utc <= now),
        exists().where(outbox.c.status.in_(("claimed", "sending"))),
    )
    return bool((await connection.execute(select(waiting))).scalar())


async def _instant(connection: Connection, statement: Select[Any]) -> datetime | None:
    found: datetime | None = (await connection.execute(statement)).scalar()
    return found
