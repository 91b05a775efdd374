"""Messages to send: appended in the transaction that decided them, sent afterwards, each at most once.

pending -> claimed (leased by a sender) -> sending (committed before the socket write) -> sent, failed,
blocked, or `unknown` when nobody can know whether it arrived: a message to `hold` then stays where it is,
for an operator or for evidence from the runner (storage/doubts.py); one to `resend` goes back to pending.
A message with a last instant that nobody began to send by then is `expired`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, func, or_, select, update

from storage.database import Connection
from storage.schema import chat_claims, outbox
from storage.tables.columns import UtcDateTime
from storage.upserting import insert

LEASE = timedelta(seconds=90)  # longer than the slowest upload with its waiting time
KEPT_FOR = timedelta(days=30)
OPEN = ("pending", "claimed", "sending")

OnDoubt = Literal["hold", "resend"]
"""What happens to a message of which nobody knows whether it arrived: kept aside, or sent again."""


class Lane(IntEnum):
    """Who goes first when Telegram's limits bite; a smaller lane overtakes."""

    REPLY = 0
    PLAN_READY = 1
    CHECK_IN = 2
    WEEKLY = 3


@dataclass(frozen=True, slots=True)
class ClaimedMessage:
    """A message one sender holds; `token` proves it in every later write."""

    id: int
    runner_id: int
    chat_id: int
    lane: Lane
    payload: dict[str, Any]
    on_doubt: OnDoubt
    plain: bool
    attempts: int
    token: str


async def append(
    connection: Connection,
    *,
    runner_id: int,
    chat_id: int,
    payload: Mapping[str, Any],
    lane: Lane,
    on_doubt: OnDoubt,
    now: datetime,
    dedupe_key: str | None = None,
    not_before_utc: datetime | None = None,
    not_after_utc: datetime | None = None,
) -> int | None:
    """Queue a message; gives its id, or None when its `dedupe_key` was used before.

    After `not_after_utc` it is of no use: nobody begins to send it any more.
    """
    row = _new(runner_id, chat_id, lane, now) | {
        "payload": dict(payload),
        "dedupe_key": dedupe_key,
        "on_doubt": on_doubt,
        "not_before_utc": not_before_utc or now,
        "not_after_utc": not_after_utc,
    }
    statement = insert(connection, outbox).on_conflict_do_nothing(index_elements=["dedupe_key"])
    found = (await connection.execute(statement.returning(outbox.c.id), row)).scalar_one_or_none()
    return None if found is None else int(found)


async def note_expired(
    connection: Connection, *, runner_id: int, chat_id: int, lane: Lane, dedupe_key: str, now: datetime
) -> None:
    """Count a message that was due too long ago to be of use; it is never sent."""
    noted = _new(runner_id, chat_id, lane, now) | {"dedupe_key": dedupe_key, "status": "expired"}
    statement = insert(connection, outbox).values(noted | {"on_doubt": "hold", "finished_at_utc": now})
    await connection.execute(statement.on_conflict_do_nothing(index_elements=["dedupe_key"]))


async def expire(connection: Connection, *, now: datetime) -> int:
    """Pass over what waited past its last instant, and forget what it says; gives how many."""
    late = update(outbox).where(outbox.c.status == "pending", outbox.c.not_after_utc < now)
    values = {"status": "expired", "payload": None, "finished_at_utc": now}
    return int((await connection.execute(late.values(values))).rowcount)


async def withdraw(connection: Connection, runner_id: int, dedupe_key: str, *, now: datetime) -> bool:
    """Take back a message nobody has begun to send; False when there is none."""
    statement = update(outbox).where(
        outbox.c.runner_id == runner_id, outbox.c.dedupe_key == dedupe_key, outbox.c.status == "pending"
    )
    values = {"status": "withdrawn", "payload": None, "finished_at_utc": now}
    return bool((await connection.execute(statement.values(values))).rowcount)


async def due_lanes(connection: Connection, *, now: datetime) -> set[Lane]:
    """The lanes in which a message waits whose time has come."""
    return {Lane(lane) for lane in (await connection.execute(_DUE_LANES, {"now": now})).scalars()}


async def claim(
    connection: Connection, lane: Lane, *, limit: int, token: str, owner: str, now: datetime
) -> list[ClaimedMessage]:
    """Lease the next messages of a lane: one a chat, and none that an earlier message must precede.

    A message waits for those before it in its chat, except for those in a lower lane, which it overtakes.
    A chat that another process holds is that one's to write to: so its pace is kept by one. What has
    waited too long expires first, so that it holds up nobody.
    """
    if lane >= Lane.CHECK_IN:
        await expire(connection, now=now)
    ids = select(outbox.c.id).where(
        outbox.c.status == "pending",
        outbox.c.lane == int(lane),
        outbox.c.not_before_utc <= now,
        _is_next(),
        _is_not_held_by_another(owner),
    )
    chosen = await connection.execute(
        ids.order_by(outbox.c.id).limit(limit).with_for_update(skip_locked=True)
    )
    statement = (
        update(outbox)
        .where(outbox.c.id.in_(list(chosen.scalars())), outbox.c.status == "pending")
        .values(status="claimed", lease_token=token, lease_owner=owner, lease_until_utc=now + LEASE)
        .returning(outbox)
    )
    rows = sorted(await connection.execute(statement), key=lambda row: int(row.id))
    return [_claimed(row._mapping) for row in rows]


async def begin_sending(connection: Connection, message: ClaimedMessage, *, now: datetime) -> bool:
    """Commit to the socket write that follows; False when the lease was lost and nothing may be sent."""
    held = {"held": message.id, "token": message.token}
    return bool((await connection.execute(_BEGIN, {**held, "lease_until_utc": now + LEASE})).rowcount)


async def mark_sent(
    connection: Connection, message: ClaimedMessage, message_id: int | None, *, now: datetime
) -> None:
    """It arrived as `message_id`; its content is forgotten."""
    values = {"status": "sent", "message_id": message_id, "payload": None, "error": None}
    await _finish(connection, message, now, values)


async def mark_failed(connection: Connection, message: ClaimedMessage, error: str, *, now: datetime) -> None:
    """Telegram refuses it for good."""
    await _finish(connection, message, now, {"status": "failed", "error": error[:256]})


async def mark_doubtful(
    connection: Connection, message: ClaimedMessage, error: str, *, now: datetime, again_at_utc: datetime
) -> None:
    """Nobody knows whether it arrived: held, or pending again when its policy is to resend."""
    if message.on_doubt == "resend":
        await put_back(connection, message, not_before_utc=again_at_utc, error=error)
        return
    await _finish(connection, message, now, {"status": "unknown", "error": error[:256]})


async def put_back(
    connection: Connection,
    message: ClaimedMessage,
    *,
    not_before_utc: datetime,
    error: str | None = None,
    plain: bool | None = None,
    chat_id: int | None = None,
) -> None:
    """It was certainly not sent: pending again from `not_before_utc` on, perhaps plain or elsewhere."""
    values = {
        **_FREE,
        "not_before_utc": not_before_utc,
        "error": error[:256] if error else None,
        "plain": message.plain if plain is None else plain,
        "chat_id": chat_id or message.chat_id,
    }
    await connection.execute(update(outbox).where(_held_by(message)).values(values))


async def cancel_for(connection: Connection, runner_id: int, *, now: datetime) -> int:
    """The runner cannot be written to: nothing of theirs that waits will be sent."""
    statement = update(outbox).where(outbox.c.runner_id == runner_id, outbox.c.status.in_(OPEN))
    values = {"status": "blocked", "payload": None, "finished_at_utc": now, "lease_token": None}
    return int((await connection.execute(statement.values(values))).rowcount)


async def move_chat(connection: Connection, runner_id: int, chat_id: int) -> None:
    """Send what waits for this runner to the chat's new id."""
    statement = update(outbox).where(outbox.c.runner_id == runner_id, outbox.c.status.in_(OPEN))
    await connection.execute(statement.values(chat_id=chat_id))


async def lease_owners(connection: Connection) -> set[str]:
    """The processes that hold messages."""
    statement = select(outbox.c.lease_owner).where(outbox.c.status.in_(("claimed", "sending"))).distinct()
    return {owner for owner in (await connection.execute(statement)).scalars() if owner}


async def give_back(connection: Connection, owner: str) -> int:
    """Make pending again what a stopping process leased and did not begin to send; gives how many."""
    unsent = update(outbox).where(outbox.c.lease_owner == owner, outbox.c.status == "claimed")
    return int((await connection.execute(unsent.values(_FREE))).rowcount)


async def recover(connection: Connection, *, dead_owners: Collection[str], now: datetime) -> int:
    """Take back what dead or stuck senders held; gives how many messages are now in doubt and held."""
    lost = or_(outbox.c.lease_until_utc < now, outbox.c.lease_owner.in_(list(dead_owners)))
    claimed = and_(outbox.c.status == "claimed", lost)
    repeatable = and_(outbox.c.status == "sending", lost, outbox.c.on_doubt == "resend")
    await connection.execute(update(outbox).where(or_(claimed, repeatable)).values(_FREE))
    held = update(outbox).where(outbox.c.status == "sending", lost)
    values = {"status": "unknown", "lease_token": None, "error": "the sender stopped", "finished_at_utc": now}
    return int((await connection.execute(held.values(values))).rowcount)


async def counts(connection: Connection) -> dict[str, int]:
    """How many messages stand in each status."""
    rows = await connection.execute(select(outbox.c.status, func.count()).group_by(outbox.c.status))
    return {status: int(number) for status, number in rows}


async def prune(connection: Connection, *, now: datetime) -> int:
    """Delete messages finished a month ago."""
    finished = delete(outbox).where(outbox.c.status.not_in(OPEN), outbox.c.finished_at_utc < now - KEPT_FOR)
    return int((await connection.execute(finished)).rowcount)


def _new(runner_id: int, chat_id: int, lane: Lane, now: datetime) -> dict[str, Any]:
    return {
        "runner_id": runner_id,
        "chat_id": chat_id,
        "lane": int(lane),
        "plain": False,
        "status": "pending",
        "attempts": 0,
        "not_before_utc": now,
        "created_at_utc": now,
    }


_FREE = {"status": "pending", "lease_token": None, "lease_owner": None, "lease_until_utc": None}


def _is_next() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    return ~exists().where(
        earlier.c.chat_id == outbox.c.chat_id,
        earlier.c.status.in_(OPEN),
        earlier.c.id < outbox.c.id,
        earlier.c.lane <= outbox.c.lane,
    )


def _is_not_held_by_another(owner: str) -> ColumnElement[bool]:
    return ~exists().where(chat_claims.c.chat_id == outbox.c.chat_id, chat_claims.c.lease_owner != owner)


def _held_by(message: ClaimedMessage) -> ColumnElement[bool]:
    return and_(outbox.c.id == message.id, outbox.c.lease_token == message.token)


async def _finish(
    connection: Connection, message: ClaimedMessage, now: datetime, values: Mapping[str, Any]
) -> None:
    done = {**values, "finished_at_utc": now, "lease_token": None, "lease_owner": None}
    await connection.execute(_FINISH, {"held": message.id, "token": message.token, **done})


# What every message needs is built once: building takes longer than the database does.

_DUE_LANES = (
    select(outbox.c.lane)
    .where(outbox.c.status == "pending", outbox.c.not_before_utc <= bindparam("now", type_=UtcDateTime()))
    .distinct()
)
_HELD = and_(outbox.c.id == bindparam("held"), outbox.c.lease_token == bindparam("token"))
_BEGIN = (
    update(outbox)
    .where(_HELD, outbox.c.status == "claimed")
    .values(status="sending", attempts=outbox.c.attempts + 1, lease_until_utc=bindparam("lease_until_utc"))
)
_FINISH = update(outbox).where(_HELD)


def _claimed(row: Mapping[str, Any]) -> ClaimedMessage:
    return ClaimedMessage(
        id=row["id"],
        runner_id=row["runner_id"],
        chat_id=row["chat_id"],
        lane=Lane(row["lane"]),
        payload=row["payload"],
        on_doubt=row["on_doubt"],
        plain=row["plain"],
        attempts=row["attempts"],
        token=row["lease_token"],
    )
