"""Telling runners that what they wait for comes later: once for an outage."""

from bot.mailbox import post
from bot.messages import SendText
from bot.turn import Services
from bot.words import words_in
from storage import queue_standing, runners
from storage.outbox import Lane

TOLD_UP_TO_PRIORITY = 3
"""Only those who wait for something they see; what the night prepares can be late without a word."""


async def tell_who_waits(services: Services) -> None:
    """A message to each runner who waits, unless they had it for this outage."""
    async with services.database.reading() as connection:
        waiting = await queue_standing.runners_waiting(connection, priority_at_most=TOLD_UP_TO_PRIORITY)
    for runner_id, job_id in waiting.items():
        # The oldest job stays the oldest as long as nothing is done: one key for one outage.
        await _tell(services, runner_id, f"enrichment-late:{runner_id}:{job_id}")


async def _tell(services: Services, runner_id: int, key: str) -> None:
    async with services.database.transaction() as connection:
        await runners.hold(connection, runner_id)
        runner = await runners.find(connection, runner_id)
        if runner is None or runner.blocked_at_utc is not None:
            return
        message = SendText(html=words_in(runner.language)("queue-late"))
        now = services.clock()
        if not await post(connection, runner, message, now=now, lane=Lane.WEEKLY, dedupe_key=key):
            return
    services.outbox_filled.set()
