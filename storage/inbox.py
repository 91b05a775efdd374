"""Updates as Telegram sent them: kept before they are confirmed, ended with the handler's own commit.

A chat belongs to one process at a time (`chat_claims`): that process handles its updates in order and sends
its messages. It gives the chat back soon after the last of them; another takes what a dead one held. An end
is only written by the process that holds the chat, so that one which was stopped and wakes changes nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update

from storage.database import Connection
from storage.outbox import Lane
from storage.schema import chat_claims, inbox, outbox
from storage.upserting import insert

# An update whose process died this often while it held the chat is what ends processes: it is set aside.
REPLAYS_AT_MOST = 5
# Telegram repeats an update for a day; after a quiet week it may begin to number them anew.
KEPT_FOR = timedelta(days=2)
NO_CHAT = 0
"""The chat of updates that have none."""


class AlreadyHandled(Exception):
    """Another process has the chat or committed this update first; the transaction must not be committed."""


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """A raw update; `chat_id` and `user_id` are None where it has none."""

    update_id: int
    chat_id: int | None
    user_id: int | None
    body: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """Chats that are this process's now, and how many updates were set aside on the way."""

    chats: tuple[int, ...]
    set_aside: int


async def keep(connection: Connection, updates: Iterable[ReceivedUpdate], *, now: datetime) -> list[int]:
    """Store the updates that are new; gives their ids, in order."""
    rows = [
        {**asdict(received), "status": "pending", "replays": 0, "received_at_utc": now}
        for received in updates
    ]
    if not rows:
        return []
    statement = insert(connection, inbox).on_conflict_do_nothing(index_elements=["update_id"])
    new = set((await connection.execute(statement.returning(inbox.c.update_id), rows)).scalars())
    return [number for number in dict.fromkeys(row["update_id"] for row in rows) if number in new]


async def claim_chats(
    connection: Connection, chats: Collection[int], *, owner: str, now: datetime
) -> set[int]:
    """Take the chats nobody holds; gives those that are this owner's.

    Claiming after `keep` in its transaction is what makes sure that nobody gives a chat back meanwhile.
    """
    if not chats:
        return set()
    rows = [{"chat_id": chat, "lease_owner": owner, "touched_at_utc": now} for chat in sorted(chats)]
    statement = insert(connection, chat_claims).values(rows)
    mine = statement.on_conflict_do_update(
        index_elements=["chat_id"],
        set_={"touched_at_utc": now},
        where=chat_claims.c.lease_owner == owner,
    )
    return set((await connection.execute(mine.returning(chat_claims.c.chat_id))).scalars())


async def next_of(
    connection: Connection, chat_id: int, *, owner: str, skipped: Collection[int] = ()
) -> tuple[int, str] | None:
    """(update id, raw update) of the first unhandled update of a chat this owner holds."""
    statement = _NEXT_WITHOUT_CHAT if chat_id == NO_CHAT else _NEXT
    if skipped:
        statement = statement.where(inbox.c.update_id.not_in(sorted(skipped)))
    row = (await connection.execute(statement, {"chat": chat_id, "owner": owner})).one_or_none()
    return (row.update_id, row.body) if row else None


async def unattended(connection: Connection, *, owner: str, limit: int) -> tuple[set[int], set[int]]:
    """Chats with unhandled updates: those this owner holds, and those nobody does."""
    chat = func.coalesce(inbox.c.chat_id, NO_CHAT)
    holder = chat_claims.c.lease_owner
    statement = (
        select(chat.label("chat"), holder.label("holder"))
        .select_from(inbox.outerjoin(chat_claims, chat_claims.c.chat_id == chat))
        .where(inbox.c.status == "pending", or_(holder.is_(None), holder == owner))
        .order_by(inbox.c.update_id)
        .limit(limit)
    )
    rows = list(await connection.execute(statement))
    return {row.chat for row in rows if row.holder}, {row.chat for row in rows if not row.holder}


async def adopt(
    connection: Connection, *, owner: str, dead: Collection[str], free: Collection[int], now: datetime
) -> Adopted:
    """Take the chats of dead processes, and of the `free` ones those that still are.

    Every unhandled update of a dead process's chat is counted; what was there too often is set aside.
    """
    taken: list[int] = []
    set_aside = 0
    if dead:
        inherited = update(chat_claims).where(chat_claims.c.lease_owner.in_(sorted(dead)))
        result = await connection.execute(
            inherited.values(lease_owner=owner, touched_at_utc=now).returning(chat_claims.c.chat_id)
        )
        taken = list(result.scalars())
        set_aside = await _count_replays(connection, taken, now)
    found = await claim_chats(connection, free, owner=owner, now=now)
    return Adopted(tuple(sorted({*taken, *found})), set_aside)


async def holders(connection: Connection) -> set[str]:
    """The processes that hold chats."""
    return set((await connection.execute(select(chat_claims.c.lease_owner).distinct())).scalars())


async def let_go(connection: Connection, *, owner: str, idle_since_utc: datetime, now: datetime) -> int:
    """Give back the chats in which nothing has happened since then and nothing waits; gives how many.

    The rows are locked first: whoever claims at this moment has either stored its update already, which is
    then seen here, or finds the chat free.
    """
    claim = chat_claims.c
    idle = select(claim.chat_id).where(claim.lease_owner == owner, claim.touched_at_utc <= idle_since_utc)
    chats = list((await connection.execute(idle.with_for_update(skip_locked=True))).scalars())
    waits = exists().where(
        inbox.c.status == "pending", func.coalesce(inbox.c.chat_id, NO_CHAT) == claim.chat_id
    )
    unsent = exists().where(
        outbox.c.chat_id == claim.chat_id,
        or_(
            outbox.c.status.in_(("claimed", "sending")),
            and_(
                outbox.c.status == "pending",
                outbox.c.lane <= int(Lane.PLAN_READY),  # the others are the leader's, wherever the chat is
                outbox.c.not_before_utc <= now,
            ),
        ),
    )
    gone = delete(chat_claims).where(claim.chat_id.in_(chats), ~waits, ~unsent)
    return int((await connection.execute(gone)).rowcount) if chats else 0


async def leave(connection: Connection, *, owner: str) -> None:
    """Give back every chat; what waits in them is for others."""
    await connection.execute(delete(chat_claims).where(chat_claims.c.lease_owner == owner))


async def waiting(connection: Connection) -> list[tuple[int, int | None]]:
    """(update id, chat id) of every unhandled update, in order."""
    statement = select(inbox.c.update_id, inbox.c.chat_id).where(inbox.c.status == "pending")
    return [(row.update_id, row.chat_id) for row in await connection.execute(statement.order_by("update_id"))]


async def body(connection: Connection, update_id: int) -> str | None:
    """The raw update, or None when it is handled."""
    statement = select(inbox.c.body).where(inbox.c.update_id == update_id, inbox.c.status == "pending")
    return (await connection.execute(statement)).scalar_one_or_none()


async def mark_done(connection: Connection, update_id: int, *, owner: str, now: datetime) -> None:
    """The update is handled, and its content forgotten; raises AlreadyHandled when it was before."""
    await _end(connection, update_id, owner, {"status": "done", "body": None, "handled_at_utc": now})


async def mark_ignored(connection: Connection, update_id: int, *, owner: str, now: datetime) -> None:
    """The update is of a kind that asks for nothing."""
    await _end(connection, update_id, owner, {"status": "ignored", "body": None, "handled_at_utc": now})


async def mark_failed(
    connection: Connection, update_id: int, error: str, *, owner: str, now: datetime
) -> None:
    """The update could not be handled; `error` names the class of the failure."""
    values = {"status": "failed", "error": error[:128], "handled_at_utc": now}
    await _end(connection, update_id, owner, values)


async def prune(connection: Connection, *, now: datetime) -> int:
    """Delete updates handled long enough ago that they cannot come again."""
    statement = delete(inbox).where(inbox.c.status != "pending", inbox.c.handled_at_utc < now - KEPT_FOR)
    return int((await connection.execute(statement)).rowcount)


async def counts(connection: Connection) -> dict[str, int]:
    """How many updates stand in each status."""
    rows = await connection.execute(select(inbox.c.status, func.count()).group_by(inbox.c.status))
    return {status: int(number) for status, number in rows}


async def _count_replays(connection: Connection, chats: Collection[int], now: datetime) -> int:
    pending = and_(inbox.c.status == "pending", func.coalesce(inbox.c.chat_id, NO_CHAT).in_(sorted(chats)))
    await connection.execute(update(inbox).where(pending).values(replays=inbox.c.replays + 1))
    too_often = update(inbox).where(pending, inbox.c.replays > REPLAYS_AT_MOST)
    result = await connection.execute(
        too_often.values(status="failed", error="unhandled at every start", handled_at_utc=now)
    )
    return int(result.rowcount)


async def _end(connection: Connection, update_id: int, owner: str, values: dict[str, Any]) -> None:
    known = {"ended": update_id, "owner": owner}
    if not (await connection.execute(_END, {**known, **values})).rowcount:
        raise AlreadyHandled(update_id)


# What every update needs is built once: building takes longer than the database does.

_HELD = exists().where(
    chat_claims.c.chat_id == func.coalesce(inbox.c.chat_id, NO_CHAT),
    chat_claims.c.lease_owner == bindparam("owner"),
)
_WAITING = (
    select(inbox.c.update_id, inbox.c.body)
    .where(inbox.c.status == "pending", _HELD)
    .order_by(inbox.c.update_id)
    .limit(1)
)
_NEXT = _WAITING.where(inbox.c.chat_id == bindparam("chat"))
_NEXT_WITHOUT_CHAT = _WAITING.where(func.coalesce(inbox.c.chat_id, NO_CHAT) == bindparam("chat"))
_END = update(inbox).where(inbox.c.update_id == bindparam("ended"), inbox.c.status == "pending", _HELD)
