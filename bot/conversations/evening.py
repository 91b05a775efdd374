"""The evening question: what became of today's session, while nothing was told of it."""

from collections.abc import Sequence

from bot.conversations import race_days
from bot.messages import Outgoing, SendText
from bot.ticking import Occasion
from bot.views.log import question_screen
from bot.words import words_for
from storage import programs
from storage.database import Connection


async def ask_in_the_evening(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """The question about the open session of the day, and what a race near it asks; often nothing."""
    of_race = await race_days.in_the_evening(connection, occasion)
    items = await programs.on_date(connection, occasion.runner.id, occasion.date)
    item = next((item for item in items if item.status == "planned" and not item.session.rest_day), None)
    if item is None or item.session.kind == "race":
        return of_race
    screen = question_screen(item, occasion.date, words_for(occasion.runner), evening=True)
    return (SendText(html=screen.html, keyboard=screen.keyboard), *of_race)
