"""What waits and who works on it, as figures for the operator; each is read from an index."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage import processes
from storage.database import Connection
from storage.outbox import OPEN, Lane
from storage.schema import chat_claims, inbox, outbox


@dataclass(frozen=True, slots=True)
class Backlog:
    """Counts, and how long the oldest has waited, in seconds (0 when nothing waits)."""

    updates_waiting: int
    oldest_update_s: float
    messages_open: Mapping[str, int]
    """By lane, in lower case."""
    oldest_message_s: float
    """Since its time came."""
    messages_in_doubt: int
    chats_held: int
    processes: Mapping[str, int]
    """Living ones by role."""


async def gather(connection: Connection, *, now: datetime) -> Backlog:
    """The figures of this moment."""
    updates = select(func.count(), func.min(inbox.c.received_at_utc)).where(inbox.c.status == "pending")
    waiting, received_at = (await connection.execute(updates)).one()
    is_open = outbox.c.status.in_(OPEN)
    by_lane = select(outbox.c.lane, func.count()).where(is_open).group_by(outbox.c.lane)
    lanes = {Lane(lane).name.lower(): int(number) for lane, number in await connection.execute(by_lane)}
    due = select(func.min(outbox.c.not_before_utc)).where(is_open, outbox.c.not_before_utc <= now)
    doubtful = select(func.count()).where(outbox.c.status == "unknown")
    living: dict[str, int] = {}
    for process in await processes.known(connection):
        if not process.lapsed:
            living[process.role] = living.get(process.role, 0) + 1
    return Backlog(
        updates_waiting=waiting,
        oldest_update_s=_age_s(received_at, now),
        messages_open={lane.name.lower(): 0 for lane in Lane} | lanes,
        oldest_message_s=_age_s((await connection.execute(due)).scalar_one(), now),
        messages_in_doubt=int((await connection.execute(doubtful)).scalar_one()),
        chats_held=int(
            (await connection.execute(select(func.count()).select_from(chat_claims))).scalar_one()
        ),
        processes=living,
    )


def _age_s(since: datetime | None, now: datetime) -> float:
    return max((now - since).total_seconds(), 0.0) if since is not None else 0.0
