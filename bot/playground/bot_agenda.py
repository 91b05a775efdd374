"""What the bot beside the playground's server has before it, read from its database."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.playground.moving import Goal
from bot.rhythms import CHECK_IN, WEEKLY
from storage import agenda
from storage.database import Database, StorageTrouble

KIND_OF: dict[Goal, str] = {"morning": CHECK_IN, "sunday": WEEKLY}


@dataclass(frozen=True)
class BotAgenda:
    """An agenda for bot.playground.moving; before the bot's first start nothing is due."""

    database: Database

    async def next_due_s(self, after_s: float, goal: Goal | None = None) -> float | None:
        kind = None if goal is None else KIND_OF[goal]
        try:
            async with self.database.reading() as connection:
                found = await agenda.next_instant(connection, _instant(after_s), kind)
        except StorageTrouble:  # busy or not there yet: the clock then goes where it was asked to
            return None
        return None if found is None else found.timestamp()

    async def is_settled(self, now_s: float) -> bool:
        try:
            async with self.database.reading() as connection:
                return not await agenda.in_hand(connection, _instant(now_s))
        except StorageTrouble:  # asked again in a moment
            return False


def _instant(at_s: float) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)
