"""What is enriched when: the next two weeks first, soonest first; what comes later at half price."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.messages import Outgoing
from bot.rhythms import NIGHT
from bot.ticking import Duty, Occasion
from storage import batches, enrichment, queue
from storage.database import Connection
from storage.outbox import Lane
from storage.queue import Wanted

RUNNING = "running"
"""The coach of the sessions of programs."""
AHEAD = timedelta(days=14)
ASKED, NEW_PLAN, ROLLING = 1, 3, 6
"""Priorities: somebody asked for it; a plan that was just made; what the night prepares."""
LATER = 9
DAYS_A_PRIORITY = 5
"""The soonest sessions first: each five days further away cost one priority."""


async def enrich_program(
    connection: Connection,
    runner_id: int,
    today: date,
    *,
    now: datetime,
    with_claude: bool,
    priority: int = NEW_PLAN,
    run_at_utc: datetime | None = None,
) -> int:
    """Queue what the runner's program lacks; gives how many sessions of the next two weeks were queued.

    Without Claude what comes later stays as it is until its time: the catalogue answers at once.
    """
    last = today + AHEAD
    await batches.hurry(connection, runner_id, last, now=now)
    soon = await enrichment.lacking(connection, runner_id, today, last)
    queued = []
    for number, item in enumerate(soon):
        days = (item.session.date - today).days if item.session.date else number
        wanted = Wanted(runner_id, RUNNING, item.id, min(priority + days // DAYS_A_PRIORITY, LATER))
        if await queue.enqueue(connection, wanted, now=now, run_at_utc=run_at_utc) is not None:
            queued.append(item.id)
    await enrichment.note_status(connection, queued, "enriching", now=now)
    if with_claude:
        for item in await enrichment.lacking(connection, runner_id, last + timedelta(days=1)):
            wanted = Wanted(runner_id, RUNNING, item.id, LATER, batched=True)
            await queue.enqueue(connection, wanted, now=now, run_at_utc=run_at_utc)
    return len(queued)


async def enrich_now(connection: Connection, runner_id: int, session_id: int, *, now: datetime) -> bool:
    """The runner asks for this session: it is next. False when it runs already or is no session of theirs."""
    if await enrichment.subject(connection, runner_id, session_id) is None:
        return False
    wanted = Wanted(runner_id, RUNNING, session_id, ASKED)
    if await queue.enqueue(connection, wanted, now=now) is None:
        return await queue.raise_priority(connection, runner_id, RUNNING, session_id, now=now)
    await enrichment.note_status(connection, [session_id], "enriching", now=now)
    return True


async def _roll(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """Each night the two weeks move on by a day; nothing is said."""
    await enrich_program(
        connection,
        occasion.runner.id,
        occasion.date,
        now=occasion.now,
        with_claude=occasion.claude_writes,
        priority=ROLLING,
    )
    return ()


NIGHTLY = Duty(kind=NIGHT, compose=_roll, lane=Lane.WEEKLY)
