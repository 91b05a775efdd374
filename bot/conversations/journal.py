"""/journal: the last changes of the plan, by whom, and the way back where there is one."""

from bot.conversations.showing import show
from bot.messages import SendText
from bot.turn import Turn
from bot.views.journal import journal_screen
from storage import checkins, plan_journal

LINES_SHOWN = 10


async def show_journal(turn: Turn) -> None:
    """The last changes, newest first: the runner's, the coach's, the check-in's."""
    async with turn.services.database.reading() as connection:
        changes = await plan_journal.recent(connection, turn.runner.id, LINES_SHOWN)
        days = await checkins.recent_changes(connection, turn.runner.id, LINES_SHOWN)
    screen = journal_screen(changes, days, turn.now, turn.words, at_most=LINES_SHOWN)
    async with turn.saving() as save:
        if turn.incoming.kind == "tap":
            await show(turn, save, screen)
        else:
            await save.say(SendText(html=screen.html, keyboard=screen.keyboard))
