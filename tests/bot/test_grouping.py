"""Writes in few commits: each told only when committed, none suffering for another."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.grouping import WRITES_AT_ONCE, Grouping, Work
from storage import runners
from storage.database import Connection, Database, StorageTrouble
from storage.runners import Seen
from tests.databases import database_url, only_on_sqlite

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Counted(Database):
    """Counts its transactions, and may refuse them."""

    begun = 0
    away = False

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        self.begun += 1
        if self.away:
            raise StorageTrouble("it is away")
        async with super().transaction() as connection:
            yield connection


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Counted]:
    database = Counted(database_url(tmp_path))
    yield database
    await database.close()


def meeting(runner_id: int) -> Work[int]:
    async def work(connection: Connection) -> int:
        await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
        return runner_id

    return work


async def faulty(connection: Connection) -> None:
    await runners.meet(connection, 99, Seen(99, "Léa", "fr"), now=NOW)
    raise ValueError("a bug of this one alone")


async def knows(database: Database, runner_id: int) -> bool:
    async with database.reading() as connection:
        return await runners.find(connection, runner_id) is not None


async def test_many_writes_at_once_are_few_commits(database: Counted) -> None:
    grouping, count = Grouping(database), WRITES_AT_ONCE + 10
    results = await asyncio.gather(*(grouping.write(meeting(number)) for number in range(1, count + 1)))
    assert results == list(range(1, count + 1))
    assert database.begun <= 3
    assert await knows(database, count)


async def test_who_is_told_finds_it_committed(database: Counted) -> None:
    grouping = Grouping(database)

    async def write_and_look(number: int) -> bool:
        return await knows(database, await grouping.write(meeting(number)))

    assert all(await asyncio.gather(*(write_and_look(number) for number in range(1, 20))))


async def test_one_that_fails_leaves_the_others_and_nothing_of_itself(database: Counted) -> None:
    grouping = Grouping(database)
    first, failed, last = await asyncio.gather(
        grouping.write(meeting(1)), grouping.write(faulty), grouping.write(meeting(2)), return_exceptions=True
    )
    assert (first, last) == (1, 2)
    assert isinstance(failed, ValueError)
    assert await knows(database, 1)
    assert await knows(database, 2)
    assert not await knows(database, 99)


@only_on_sqlite
async def test_a_database_that_is_away_is_told_to_all_and_used_again_later(database: Counted) -> None:
    grouping = Grouping(database)
    database.away = True
    results = await asyncio.gather(
        *(grouping.write(meeting(number)) for number in (1, 2)), return_exceptions=True
    )
    assert [type(result) for result in results] == [StorageTrouble, StorageTrouble]
    database.away = False
    assert await grouping.write(meeting(3)) == 3


@only_on_sqlite
async def test_a_task_that_is_cancelled_writes_nothing_and_holds_up_nobody(database: Counted) -> None:
    grouping = Grouping(database)
    async with database.transaction():  # the writer is taken
        cancelled = asyncio.create_task(grouping.write(meeting(1)))
        await asyncio.sleep(0.05)
        other = asyncio.create_task(grouping.write(meeting(2)))
        await asyncio.sleep(0)
        cancelled.cancel()
    assert await other == 2
    assert not await knows(database, 1)
