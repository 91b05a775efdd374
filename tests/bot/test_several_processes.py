"""Several bots on one database: one leads, chats stay in order, and who dies or stops is replaced.

Processes take seconds to start, so most run on one kind of database here, and with few rounds;
RUNCOACH_LONG=1 (`make torture`) runs all on each kind, with many.
"""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import dialogues, inbox, outbox, processes
from storage.database import Database
from storage.outbox import Lane
from tests.bot.webhooks import delivering, free_port
from tests.databases import database_url, kinds
from tests.telegram import LocalTelegram, Runner

LONG = bool(os.environ.get("RUNCOACH_LONG"))
on_one_kind = pytest.mark.databases(*(kinds() if LONG else kinds()[-1:]))
RESTARTS, KILLS, BULK = (6, 20, 200) if LONG else (1, 2, 40)
LEASE_S = 10.0
TAKEN_OVER_WITHIN_S = 8.0


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


class Member:
    """One process."""

    def __init__(self, process: asyncio.subprocess.Process, port: int | None) -> None:
        self.process = process
        self.port = port

    @property
    def pid(self) -> int:
        return self.process.pid

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    async def kill(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self) -> None:
        """As a service manager does: it ends by itself, in time, with status 0."""
        self.process.terminate()
        async with asyncio.timeout(15):
            assert await self.process.wait() == 0


class Fleet:
    """Processes on the database of a folder."""

    def __init__(self, telegram: LocalTelegram, folder: Path) -> None:
        self.telegram = telegram
        self.folder = folder
        self.members: list[Member] = []
        self.database = Database(database_url(folder))

    async def start(self, *, webhook: bool = False, lease_s: float = LEASE_S) -> Member:
        """One more process, ready."""
        before = await self.pids()
        port = free_port() if webhook else None
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.bot.fleet_bot", self.telegram.base_url, self.telegram.token, str(self.folder)),
            *(str(lease_s), *([str(port)] if port else [])),
        )
        member = Member(process, port)
        self.members.append(member)
        await self.until(lambda pids: member.pid in pids - before or process.returncode is not None)
        assert process.returncode is None, "it ended at its start"
        if port:
            await _listens(port)
        return member

    async def start_two(self) -> None:
        """Two that receive by webhook, at once."""
        await asyncio.gather(self.start(webhook=True), self.start(webhook=True))

    async def until(self, holds: Callable[[set[int]], bool], within_s: float = 30) -> None:
        async with asyncio.timeout(within_s):
            while not holds(await self.pids()):  # noqa: ASYNC110  # the database tells no event
                await asyncio.sleep(0.05)

    async def pids(self) -> set[int]:
        async with self.database.reading() as connection:
            return {pid_of(process.name) for process in await processes.known(connection)}

    async def leader(self) -> int | None:
        async with self.database.reading() as connection:
            found = await processes.leader(connection, "bot")
        return pid_of(found.name) if found.name else None

    async def standing(self) -> tuple[dict[str, int], dict[str, int]]:
        async with self.database.reading() as connection:
            return await inbox.counts(connection), await outbox.counts(connection)

    async def until_quiet(self, updates: int, within_s: float = 40) -> dict[str, int]:
        """Every update is done and no message waits; gives what became of the messages."""
        try:
            async with asyncio.timeout(within_s):
                while True:
                    received, sent = await self.standing()
                    if received == {"done": updates} and not {"pending", "claimed", "sending"} & set(sent):
                        return sent
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(await self.standing()) from None

    async def heard(self, runner: Runner) -> list[str]:
        async with self.database.reading() as connection:
            stored = await dialogues.load(connection, runner.id, "heard")
        return list(stored.state["texts"]) if stored else []

    def ports(self) -> list[int]:
        """Where a proxy would deliver to; it does not notice at once that one is dead."""
        return [member.port for member in self.members if member.port]

    async def close(self) -> None:
        for member in self.members:
            await member.kill()
        await self.database.close()


def pid_of(name: str) -> int:
    return int(name.split("/")[1])


async def _listens(port: int) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            return


@pytest.fixture
async def fleet(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Fleet]:
    fleet = Fleet(telegram, tmp_path)
    yield fleet
    await fleet.close()


def replies(runner: Runner) -> list[str]:
    return [message.text.removeprefix("heard ") for message in runner.from_bot]


@on_one_kind
async def test_one_polls_and_the_other_takes_over(telegram: LocalTelegram, fleet: Fleet) -> None:
    lea = telegram.runner("Léa")
    first = await fleet.start()
    second = await fleet.start()
    await lea.says("one")
    await lea.waits_for("heard one")
    await fleet.until_quiet(1)
    assert await fleet.leader() == first.pid
    await first.kill()
    await lea.says("two")
    await lea.waits_for("heard two", TAKEN_OVER_WITHIN_S)
    assert await fleet.leader() == second.pid
    third = await fleet.start()
    await second.stop()
    await lea.says("three")
    await lea.waits_for("heard three", TAKEN_OVER_WITHIN_S)
    assert await fleet.leader() == third.pid
    assert await fleet.pids() == {first.pid, third.pid}, "a dead one is remembered, a stopped one is not"
    await third.stop()
    assert replies(lea) == ["one", "two", "three"]
    assert await fleet.leader() is None
    assert await fleet.standing() == ({"done": 3}, {"sent": 3})


@on_one_kind
async def test_a_leader_that_was_stopped_and_wakes_does_nothing_twice(
    telegram: LocalTelegram, fleet: Fleet
) -> None:
    """In the middle of an update, for longer than its lease."""
    lea = telegram.runner("Léa")
    first = await fleet.start(lease_s=2)
    second = await fleet.start(lease_s=2)
    await lea.says("one")
    await lea.waits_for("heard one")
    await lea.says("slow two")
    async with asyncio.timeout(10):
        while (await fleet.standing())[0].get("pending") != 1:  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.01)
    first.signal(signal.SIGSTOP)
    await lea.says("three")
    await lea.waits_for("heard three", 15)
    assert await fleet.leader() == second.pid
    first.signal(signal.SIGCONT)
    await asyncio.sleep(2.5)
    await lea.says("four")
    await lea.waits_for("heard four")
    assert await fleet.heard(lea) == ["one", "slow two", "three", "four"]
    assert replies(lea) == ["one", "slow two", "three", "four"]
    assert await fleet.leader() == second.pid
    await first.stop()
    await second.stop()
    assert await fleet.standing() == ({"done": 4}, {"sent": 4})


@on_one_kind
async def test_a_rolling_restart_loses_and_repeats_nothing(telegram: LocalTelegram, fleet: Fleet) -> None:
    """One of two is replaced while people write; a slow answer is finished before its process ends."""
    people = [telegram.runner(f"Runner {number}") for number in range(4)]
    said: dict[int, list[str]] = {person.id: [] for person in people}

    async def write(text: str) -> None:
        for person in people:
            said[person.id].append(text)
            await person.says(text)

    await fleet.start_two()
    async with delivering(telegram, fleet.ports):
        for turn in range(RESTARTS):
            await write(f"{turn}")
            await write("slow")
            old = fleet.members[0]
            await fleet.start(webhook=True)
            fleet.members.remove(old)
            await old.stop()
            await write(f"{turn} after")
        sent = await fleet.until_quiet(12 * RESTARTS)
    assert sent == {"sent": 12 * RESTARTS}
    for person in people:
        assert await fleet.heard(person) == said[person.id]
        assert replies(person) == said[person.id]
    assert len(telegram.calls("setWebhook")) <= RESTARTS + 2, "the leader's alone"


async def test_kills_among_processes_lose_and_repeat_nothing(telegram: LocalTelegram, fleet: Fleet) -> None:
    """kill -9 of one of two behind one proxy: each update once and in order, no reply twice."""
    chance = random.Random(20261120)
    people = [telegram.runner(f"Runner {number}") for number in range(6)]
    said: dict[int, list[str]] = {person.id: [] for person in people}
    async with AsyncExitStack() as stack:
        await fleet.start_two()
        await stack.enter_async_context(delivering(telegram, fleet.ports))
        for round_ in range(KILLS):
            for person in people:
                for number in range(3):
                    said[person.id].append(f"{round_}.{number}")
                    await person.says(f"{round_}.{number}")
            await asyncio.sleep(chance.uniform(0, 0.3))
            victim = chance.choice(fleet.members)
            await victim.kill()
            await fleet.start(webhook=True)
            fleet.members.remove(victim)
        sent = await fleet.until_quiet(18 * KILLS)
    assert set(sent) <= {"sent", "unknown"}
    for person in people:
        assert await fleet.heard(person) == said[person.id]
        assert replies(person) == [text for text in said[person.id] if text in replies(person)]
    arrived = sum(len(replies(person)) for person in people)
    assert sent["sent"] <= arrived <= 18 * KILLS


async def queue_bulk(fleet: Fleet, people: list[Runner]) -> None:
    """A message that comes by itself, for people whose chat is open."""
    world = fleet.telegram.world
    async with fleet.database.transaction() as connection:
        for person in people:
            world.change_user(world.user(person.id).model_copy(update={"started": True}))
            await outbox.append(
                connection,
                runner_id=person.id,
                chat_id=person.id,
                payload={"type": "send_text", "html": "How do you feel?"},
                lane=Lane.CHECK_IN,
                on_doubt="hold",
                now=datetime.now(UTC),
                dedupe_key=f"morning:{person.id}",
            )


@on_one_kind
async def test_bulk_is_sent_once_though_its_sender_dies(telegram: LocalTelegram, fleet: Fleet) -> None:
    """Killed in the middle of the burst, the next goes on."""
    people = [telegram.runner(f"Runner {number}") for number in range(BULK)]
    first, second = await fleet.start(), await fleet.start()
    await queue_bulk(fleet, people)
    await telegram.waits_until(lambda: len(telegram.calls("sendMessage")) >= BULK // 4)
    assert await fleet.leader() == first.pid
    await first.kill()
    async with asyncio.timeout(20):
        while {"pending", "claimed", "sending"} & set((await fleet.standing())[1]):  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.05)
    assert await fleet.leader() == second.pid
    copies = [len(person.from_bot) for person in people]
    assert max(copies) == 1
    _, sent = await fleet.standing()
    assert sent["sent"] <= sum(copies) <= BULK == sent["sent"] + sent.get("unknown", 0)
    assert most_within(telegram, 1.0) <= 25, "20 a second, whoever sends"


@on_one_kind
async def test_who_does_not_lead_sends_no_bulk(telegram: LocalTelegram, fleet: Fleet) -> None:
    """The leader is frozen for less than its lease: what comes by itself waits, replies do not."""
    people = [telegram.runner(f"Runner {number}") for number in range(3)]
    first, _ = await fleet.start(webhook=True), await fleet.start(webhook=True)
    assert await fleet.leader() == first.pid
    first.signal(signal.SIGSTOP)
    await queue_bulk(fleet, people)
    async with delivering(telegram, lambda: fleet.ports()[1:]):
        lea = telegram.runner("Léa")
        await lea.says("hello")
        await lea.waits_for("heard hello")
        await asyncio.sleep(2)
    assert not any(person.from_bot for person in people)
    first.signal(signal.SIGCONT)
    for person in people:
        await person.waits_for("How do you feel?")
    assert all(len(person.from_bot) == 1 for person in people)


@on_one_kind
async def test_replies_of_all_processes_keep_telegrams_pace(telegram: LocalTelegram, fleet: Fleet) -> None:
    """A crowd writes to two processes at once: together they send no more than one would."""
    people = [telegram.runner(f"Runner {number}") for number in range(90)]
    await fleet.start_two()
    await asyncio.sleep(1.5)  # until each has seen the other
    async with delivering(telegram, fleet.ports):
        for person in people:
            await person.says("hello")
        await fleet.until_quiet(90)
    assert all(replies(person) == ["hello"] for person in people)
    assert most_within(telegram, 2.0) <= 72, "28 a second and what a busy machine lets bunch; apart it is 85"


def most_within(telegram: LocalTelegram, seconds: float) -> int:
    """The largest number of messages in any stretch of this length."""
    times = [call.at_s for call in telegram.calls("sendMessage")]
    return max(sum(start <= at < start + seconds for at in times) for start in times)
