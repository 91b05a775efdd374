"""The shortest way of a new runner to the summary card, and the last answer."""

import asyncio
from functools import partial

from bot.playground.records import Message
from tests.telegram import Runner

ANSWERS = ("/start", "oui", "intermédiaire", "semi", "4", "dans 14 semaines", "10 km 45:00", "35", "rien")
# A person reads the card; meanwhile the chat's allowance of messages fills up again.
READING_S = 4.0
PLAN = "Les étapes"


async def answer_until_summary(runner: Runner, answers: tuple[str, ...] = ANSWERS) -> None:
    for answer in answers:
        said = await runner.says(answer)
        await runner.waits_for(partial(_comes_after, said.message_id))
    await runner.waits_for("Si tout est juste")
    await asyncio.sleep(READING_S)


async def tap_make_plan(runner: Runner) -> None:
    """The last answer, until the plan's overview is on screen."""
    await runner.taps("Créer mon plan")
    await runner.waits_for(PLAN)


def _comes_after(message_id: int, message: Message) -> bool:
    return message.message_id > message_id
