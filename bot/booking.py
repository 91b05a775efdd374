"""The pace that all processes share: each message books its instant before it leaves.

Telegram counts a bot's messages, not a process's. A row that is booked in the transaction which commits to
sending costs no commit of its own and gives every process what it needs, which a fixed share would not.
Alone, a process paces itself (bot/limiter.py) and books nothing.
"""

from bot.limiter import FIRST_BULK_LANE, OVERALL_PER_S
from bot.presence import Presence
from storage import processes
from storage.database import Connection
from storage.outbox import ClaimedMessage

PACE = "overall"
# How far ahead a message may book. Bulk books nothing ahead, so that replies come first in every process.
REPLIES_AHEAD_S = 1.0
BULK_AHEAD_S = 0.0
ASK_AGAIN_S = 0.04


class Booking:
    """Instants booked by this process."""

    def __init__(self, presence: Presence) -> None:
        self._presence = presence
        self._booked: set[int] = set()

    async def wait_s(self, connection: Connection, message: ClaimedMessage) -> float:
        """Seconds until the message may leave, or until it is worth asking again; 0 when it may go now."""
        if not self._presence.others or message.id in self._booked:
            return 0.0
        ahead_s = BULK_AHEAD_S if message.lane >= FIRST_BULK_LANE else REPLIES_AHEAD_S
        wait_s = await processes.book(connection, PACE, OVERALL_PER_S, ahead_at_most_s=ahead_s)
        if wait_s is None:
            return ASK_AGAIN_S
        if wait_s > 0.0:
            self._booked.add(message.id)
        return wait_s

    def forget(self, message: ClaimedMessage) -> None:
        """The message has left or will not."""
        self._booked.discard(message.id)
