"""The evening question: what became of today's session, while nothing was told of it."""

from collections.abc import Sequence

from bot.messages import Outgoing, SendText
from bot.ticking import Occasion
from bot.views.log import question_screen
from bot.words import words_in
from storage import programs
from storage.database import Connection


async def ask_in_the_evening(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """The question about the open session of the day; nothing on a rest day or when all is told."""
    items = await programs.on_date(connection, occasion.runner.id, occasion.date)
    item = next((item for item in items if item.status == "planned" and not item.session.rest_day), None)
    if item is None:
        return ()
    screen = question_screen(item, occasion.date, words_in(occasion.runner.language), evening=True)
    return (SendText(html=screen.html, keyboard=screen.keyboard),)
