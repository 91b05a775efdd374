"""Who leads among processes that look at one database, without waiting for real ones."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.leases import LeaseOwner
from bot.presence import Presence, Rhythm
from bot.settings import Settings
from bot.turn import Services
from storage import inbox
from storage.database import Database, StorageTrouble
from tests.databases import database_url

QUICK = Rhythm(lease_s=2.5, beat_s=0.2, look_s=0.05)
# Two that are alive as long as a test is: itself and its parent.
MINE = LeaseOwner("here", os.getpid(), "a")
PARENT = LeaseOwner("here", os.getppid(), "b")
FAR = LeaseOwner("there", 1, "c")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(database_url(tmp_path))
    yield database
    await database.close()


def presence_of(database: Database, owner: LeaseOwner, rhythm: Rhythm = QUICK) -> Presence:
    services = Services(database, Settings(_env_file=None), lambda: pytest.fail("no clock"), owner=owner)
    return Presence(services, "all", rhythm)


async def until(holds: Callable[[], bool], within_s: float = 5) -> None:
    async with asyncio.timeout(within_s):
        while not holds():  # noqa: ASYNC110  # the database tells no event
            await asyncio.sleep(0.02)


async def test_the_first_leads_and_the_second_stands_by(database: Database) -> None:
    first, second = presence_of(database, MINE), presence_of(database, PARENT)
    await first.join()
    await second.join()
    assert (first.fence, second.fence) == (1, None)
    assert second.standing_by.is_set()
    assert (first.others, second.others) == (0, 1), "the first has not looked again"
    await first.resign()
    assert first.fence is None
    await first.leave()
    watching = asyncio.create_task(second.run())
    await until(lambda: second.fence == 2)
    assert second.others == 0
    watching.cancel()


async def test_a_far_process_that_falls_silent_is_followed_after_its_lease(database: Database) -> None:
    far, mine = presence_of(database, FAR), presence_of(database, MINE)
    await far.join()
    await mine.join()
    async with database.transaction() as connection:
        await inbox.claim_chats(connection, {7}, owner=FAR.name, now=datetime.now(UTC))
    deaths: list[None] = []
    mine.on_death = lambda: deaths.append(None)
    watching = asyncio.create_task(mine.run())
    await asyncio.sleep(0.5)
    assert (mine.fence, mine.dead) == (None, frozenset()), "nobody here can know"
    await until(lambda: mine.fence == 2)
    await until(lambda: mine.dead == {FAR.name})
    assert deaths == [None]
    assert far.fence is None or far.fence == 1
    await asyncio.sleep(0.1)
    assert far.fence is None, "by its own clock, without having looked"
    watching.cancel()


async def test_what_runs_under_a_lead_ends_with_it(database: Database) -> None:
    mine = presence_of(database, MINE)
    await mine.join()
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.sleep(30)
        finally:
            ended.append("with the lead")

    running = asyncio.create_task(mine.while_leading(work()))
    await asyncio.sleep(0.05)
    await mine.resign()
    await asyncio.wait_for(running, 1)
    assert ended == ["with the lead"]


async def test_errors_of_what_runs_under_a_lead_come_through(database: Database) -> None:
    mine = presence_of(database, MINE)
    await mine.join()

    async def work() -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        await mine.while_leading(work())


async def test_who_cannot_reach_the_database_leads_no_more(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise StorageTrouble("gone")

    mine = presence_of(database, MINE)
    await mine.join()
    watching = asyncio.create_task(mine.run())
    with monkeypatch.context() as trouble:
        trouble.setattr("storage.processes.announce", away)
        trouble.setattr("storage.processes.known", away)
        await until(lambda: mine.fence is None)
    await until(lambda: mine.fence is not None)
    watching.cancel()
