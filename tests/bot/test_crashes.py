"""kill -9 at chosen and at random moments: nothing acknowledged is lost, nothing is done or said twice."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.playground.faults import Fault
from core.athlete import Goal, Level
from storage import dialogues, inbox, outbox, programs
from storage.database import Database
from tests.bot.chatting import TAPS_FR, answers, has_button
from tests.bot.processes import Process
from tests.bot.running import settings_for
from tests.telegram import LocalTelegram, Runner

CREATE = "Créer mon plan"


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


@pytest.fixture
async def process(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Process]:
    """A bot that repeats what it hears."""
    command = ("-m", "tests.bot.crashing_bot", telegram.base_url, telegram.token, tmp_path)
    process = Process(telegram, tmp_path, command)
    await process.start()
    yield process
    await process.kill()


@pytest.fixture
async def coach(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Process]:
    """The program as it is installed: `runcoach run`."""
    process = Process(telegram, tmp_path, ("-m", "bot", "run"))
    await process.start()
    yield process
    await process.kill()


@asynccontextmanager
async def database_of(process: Process) -> AsyncIterator[Database]:
    database = Database(settings_for(process.telegram, process.folder).resolved_database_url)
    try:
        yield database
    finally:
        await database.close()


async def what_was_heard(process: Process, runner: Runner) -> list[str]:
    async with database_of(process) as database, database.reading() as connection:
        stored = await dialogues.load(connection, runner.id, "heard")
    return list(stored.state["texts"]) if stored else []


async def standing(process: Process) -> tuple[dict[str, int], dict[str, int]]:
    async with database_of(process) as database, database.reading() as connection:
        return await inbox.counts(connection), await outbox.counts(connection)


def replies(runner: Runner) -> list[str]:
    return [message.text.removeprefix("heard ") for message in runner.from_bot]


@pytest.mark.parametrize("moment", ["before", "after"])
async def test_a_crash_around_the_commit(telegram: LocalTelegram, process: Process, moment: str) -> None:
    lea = telegram.runner("Léa")
    said = ["one", f"die {moment}", "two", "three"]
    await lea.says(said[0])
    await wait_until_handled(process, 1)
    for text in said[1:]:
        await lea.says(text)
    await process.dies()
    await process.start()
    await lea.waits_for("heard three")
    assert replies(lea) == said
    assert await what_was_heard(process, lea) == said
    await process.stop()
    assert await standing(process) == ({"done": 4}, {"sent": 4})


@pytest.mark.parametrize("delivered", [True, False])
async def test_a_crash_between_hand_over_and_answer_repeats_nothing(
    telegram: LocalTelegram, process: Process, delivered: bool
) -> None:
    """The message was on its way: whether it arrived or not, it is held and not sent again."""
    lea = telegram.runner("Léa")
    if delivered:
        telegram.faults.add(Fault("sendMessage", delay_s=0))
    telegram.faults.add(Fault("sendMessage", hang=True))
    await lea.says("one")
    if delivered:
        await lea.waits_for("heard one")
        await lea.says("lost")
    await telegram.waits_until(lambda: len(telegram.calls("sendMessage")) == 1 + delivered)
    await process.kill()
    await process.start()
    await lea.says("next")
    await lea.waits_for("heard next")
    assert replies(lea) == (["one", "next"] if delivered else ["next"])
    await process.stop()
    _, sent = await standing(process)
    assert sent == {"sent": 1 + delivered, "unknown": 1}
    assert await what_was_heard(process, lea) == (["one", "lost", "next"] if delivered else ["one", "next"])


async def test_random_kills_in_a_stream_of_updates(telegram: LocalTelegram, process: Process) -> None:
    """Every update is handled once and in order; replies come once, those in doubt are listed."""
    chance = random.Random(20261120)
    people = [telegram.runner(f"Runner {number}") for number in range(6)]
    said: dict[int, list[str]] = {person.id: [] for person in people}
    for round_ in range(3):
        for person in people:
            for number in range(2):
                text = f"{round_}.{number}"
                said[person.id].append(text)
                await person.says(text)
        await asyncio.sleep(chance.uniform(0, 0.25))
        await process.kill()
        await process.start()
    await wait_until_handled(process, sum(map(len, said.values())))
    await process.stop()
    received, sent = await standing(process)
    assert received == {"done": 36}
    for person in people:
        assert await what_was_heard(process, person) == said[person.id]
        assert replies(person) == [text for text in said[person.id] if text in replies(person)], (
            "once, in order"
        )
    arrived = sum(len(replies(person)) for person in people)
    assert sum(sent.values()) == 36
    assert set(sent) <= {"sent", "unknown"}
    assert sent["sent"] <= arrived <= 36


async def wait_until_handled(process: Process, updates: int) -> None:
    """Until every update is done and no message waits."""
    async with asyncio.timeout(40), database_of(process) as database:
        while True:
            async with database.reading() as connection:
                received, sent = await inbox.counts(connection), await outbox.counts(connection)
            if received.get("done") == updates and not {"pending", "claimed", "sending"} & set(sent):
                return
            await asyncio.sleep(0.1)


async def test_no_answer_of_the_first_conversation_is_lost(telegram: LocalTelegram, coach: Process) -> None:
    """Killed after an acknowledged answer, right after a tap, and right after the last answer."""
    lea = telegram.runner("Léa")
    first, level, goal, sessions, *others = TAPS_FR
    await lea.says("/start")
    await answers(lea, (first, level))
    await coach.kill()
    await coach.start()
    await answers(lea, (goal,))
    await lea.taps(sessions)
    await coach.kill()
    await coach.start()
    await answers(lea, others)
    await lea.waits_for(lambda message: has_button(message, CREATE))
    await lea.taps(CREATE)
    await coach.kill()
    await coach.start()
    async with database_of(coach) as database:
        stored = None
        async with asyncio.timeout(20):
            while stored is None:
                async with database.reading() as connection:
                    stored = await programs.active(connection, lea.id)
                await asyncio.sleep(0.05)
    assert (stored.profile.level, stored.profile.goal) == (Level.INTERMEDIATE, Goal.TEN_K)
    assert stored.profile.sessions_per_week == 3
