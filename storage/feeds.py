"""Live calendars: a private address each, of which only the hash of its token is kept."""

import hmac
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from secrets import token_hex, token_urlsafe

from sqlalchemy import select, update

from storage.database import Connection
from storage.schema import calendars
from storage.upserting import insert

TOKEN_BYTES = 32
"""256 bits: nobody comes upon an address by trying."""
OWNER_BYTES = 8


@dataclass(frozen=True, slots=True)
class LiveCalendar:
    """A runner's calendar; `feed_since_utc` is None while it has no address."""

    runner_id: int
    owner: str
    feed_since_utc: datetime | None
    starts_at: time | None


async def known(connection: Connection, runner_id: int, *, now: datetime) -> LiveCalendar:
    """The runner's calendar, made at the first question; its `owner` never changes."""
    row = {"runner_id": runner_id, "owner": token_hex(OWNER_BYTES), "created_at_utc": now}
    statement = insert(connection, calendars).values(row)
    await connection.execute(statement.on_conflict_do_nothing(index_elements=["runner_id"]))
    table = calendars
    columns = select(table.c.runner_id, table.c.owner, table.c.feed_since_utc, table.c.starts_at)
    found = await connection.execute(columns.where(table.c.runner_id == runner_id))
    return LiveCalendar(*found.one())


async def open_address(
    connection: Connection, runner_id: int, *, now: datetime, starts_at: time | None = None
) -> str:
    """A new address for the runner's calendar: gives its token, once. The one before it is gone."""
    await known(connection, runner_id, now=now)
    token = token_urlsafe(TOKEN_BYTES)
    values = {"feed_hash": hash_of(token), "feed_since_utc": now, "starts_at": starts_at}
    await connection.execute(update(calendars).where(calendars.c.runner_id == runner_id).values(values))
    return token


async def close_address(connection: Connection, runner_id: int) -> bool:
    """Take the address away; False when there was none."""
    statement = update(calendars).where(
        calendars.c.runner_id == runner_id, calendars.c.feed_hash.is_not(None)
    )
    closed = await connection.execute(statement.values(feed_hash=None, feed_since_utc=None))
    return bool(closed.rowcount)


async def at_address(connection: Connection, token: str) -> LiveCalendar | None:
    """The calendar behind a token; None for one that is unknown or was taken away.

    What is looked up is the token's hash, so the time it takes tells nothing about tokens that exist.
    """
    wanted = hash_of(token)
    row = (await connection.execute(select(calendars).where(calendars.c.feed_hash == wanted))).one_or_none()
    if row is None or not hmac.compare_digest(row.feed_hash, wanted):
        return None
    return LiveCalendar(row.runner_id, row.owner, row.feed_since_utc, row.starts_at)


def hash_of(token: str) -> str:
    """A drawn token needs no salt and no slow hash."""
    return sha256(token.encode()).hexdigest()
