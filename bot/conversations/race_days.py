"""What comes by itself around a race: its week, the evening before, the morning, the question after it."""

from collections.abc import Sequence

from bot.conversations.race_facts import race_facts, race_view
from bot.messages import Outgoing, SendText
from bot.ticking import Occasion
from bot.views import race as view
from bot.words import words_in
from core.race_week.finding import days_until
from storage import dialogues, races
from storage.database import Connection

KIND = "race"
"""The dialogue of the race: what was asked, the time or the weather."""
WEEK_BEFORE, EVE, DAY = 7, 1, 0


async def in_the_morning(connection: Connection, occasion: Occasion) -> Outgoing | None:
    """The message of the race's own morning, or None on any other day."""
    words = words_in(occasion.runner.language)
    facts = await race_facts(connection, occasion.runner.id, words)
    if facts is None or facts.planned.date != occasion.date or facts.item.status != "planned":
        return None
    told = await race_view(connection, occasion.runner.id, facts, occasion.date, occasion.runner.language)
    html = view.morning_html(told, occasion.runner.first_name, words)
    return SendText(html=html, keyboard=view.morning_keyboard(words))


async def in_the_evening(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """A week before, the evening before, and the question on the day; nothing otherwise."""
    runner, words = occasion.runner, words_in(occasion.runner.language)
    facts = await race_facts(connection, runner.id, words)
    if facts is None or facts.item.status == "skipped":
        return ()
    left = days_until(facts.planned, occasion.date)
    if left == DAY:
        if await races.result_on(connection, runner.id, facts.planned.date) is not None:
            return ()
        await dialogues.save(connection, runner.id, KIND, {"asks": "time"}, now=occasion.now)
        screen = view.result_question(facts.planned, words)
    elif left in (EVE, WEEK_BEFORE):
        told = await race_view(connection, runner.id, facts, occasion.date, runner.language)
        screen = view.eve_screen(told, words) if left == EVE else view.race_screen(told, words, opening=True)
    else:
        return ()
    return (SendText(html=screen.html, keyboard=screen.keyboard),)
