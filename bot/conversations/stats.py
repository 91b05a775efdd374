"""/stats: the operator's figures, for the bot's owners alone."""

from html import escape

from bot.conversations import help as helping
from bot.experiments import compared
from bot.messages import SendText
from bot.turn import Turn
from bot.views.statistics import experiment_lines, lines
from storage import statistics


async def show_stats(turn: Turn) -> None:
    """The figures; to anybody else the answer to a command that does not exist."""
    if turn.runner.id not in turn.services.settings.runcoach_admin_ids:
        await helping.anything(turn)
        return
    async with turn.services.database.reading() as connection:
        figures = await statistics.gather(connection, now=turn.now)
        experiments = await compared(connection)
    told = "\n".join([*lines(figures), *experiment_lines(experiments)])
    async with turn.saving() as save:
        await save.say(SendText(html=f"<pre>{escape(told)}</pre>"))
