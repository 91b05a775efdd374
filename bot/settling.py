"""What a verdict means for the rows of the outbox and for the runner."""

from datetime import datetime, timedelta

from bot.verdicts import Fate, Verdict
from storage import outbox, runners
from storage.database import Connection
from storage.outbox import ClaimedMessage

BACKOFF_AT_MOST_S = 60
ATTEMPTS_AT_MOST = 20


async def settle(
    connection: Connection, message: ClaimedMessage, verdict: Verdict, reason: str, *, now: datetime
) -> None:
    """Write down the fate of a message whose request failed for `reason`."""
    soon = now + timedelta(seconds=min(2**message.attempts - 1, BACKOFF_AT_MOST_S))
    match verdict.fate:
        case Fate.ARRIVED:
            await outbox.mark_sent(connection, message, None, now=now)
        case Fate.WAIT:
            later = now + timedelta(seconds=verdict.wait_s)
            await outbox.put_back(connection, message, not_before_utc=later, error=reason)
        case Fate.NOT_SENT | Fate.NO_TOKEN:
            await outbox.put_back(connection, message, not_before_utc=soon, error=reason)
        case Fate.BAD_MARKUP if not message.plain:
            await outbox.put_back(connection, message, not_before_utc=now, error=reason, plain=True)
        case Fate.BLOCKED:
            await runners.mark_blocked(connection, message.runner_id, now=now)
            await outbox.cancel_for(connection, message.runner_id, now=now)
        case Fate.MOVED if verdict.chat_id is not None:
            await outbox.put_back(connection, message, not_before_utc=now, error=reason)
            await outbox.move_chat(connection, message.runner_id, verdict.chat_id)
            await runners.move_chat(connection, message.runner_id, verdict.chat_id, now=now)
        case Fate.DOUBTFUL if message.attempts < ATTEMPTS_AT_MOST:
            again = soon + timedelta(seconds=1)
            await outbox.mark_doubtful(connection, message, reason, now=now, again_at_utc=again)
        case _:
            await outbox.mark_failed(connection, message, reason, now=now)
