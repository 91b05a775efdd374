"""Bringing today in line with what holds the runner back, before it is shown."""

from bot.conversations.days import today_of
from bot.turn import Turn
from storage import complaints, runners
from storage import following as stored_following


async def follow_today(turn: Turn) -> None:
    """Write today's session as the open gates leave it; the morning question does it too, but may be off."""
    async with turn.services.database.reading() as connection:
        if not await complaints.open_gates(connection, turn.runner.id):
            return
    async with turn.services.database.transaction() as connection:
        await runners.hold(connection, turn.runner.id)
        await stored_following.follow_day(
            connection, turn.runner.id, today_of(turn), turn.runner.language, now=turn.now
        )
