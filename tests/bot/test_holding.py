"""Who decides about a runner holds the runner's row: on PostgreSQL nobody else decides meanwhile."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from telegram.ext import ExtBot

from bot.enrichment.enricher import EnrichedResult, Job
from bot.enrichment.worker import Worker
from bot.limiter import LaneLimiter
from bot.messages import Outgoing
from bot.ticking import Duty, Occasion, Ticking
from bot.turn import Incoming, Services, Turn
from bot.wire import TelegramWire
from bot.words import words_in
from storage import runners
from storage.database import Connection, Database, StorageTrouble
from tests.bot.mornings import morning_of, settings_in, settle_runners
from tests.databases import address_of, database_url, only_on_postgresql
from tests.enrichment.harness import LEA, NOW, SlowCoach, services_of, with_jobs

pytestmark = only_on_postgresql
IsHeld = Callable[[], Awaitable[bool]]


class Undone(Exception):
    """Ends a transaction that was only looked into."""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(database_url(tmp_path))
    yield database
    await database.close()


@pytest.fixture
async def is_held(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[IsHeld]:
    """Whether somebody holds Léa at this moment."""
    monkeypatch.setattr("storage.engines.LOCK_WAIT_MS", 50)
    other = Database(address_of(database))

    async def ask() -> bool:
        try:
            async with other.transaction() as connection:
                await runners.hold(connection, LEA)
        except StorageTrouble as error:
            return "lock timeout" in str(error)
        return False

    yield ask
    await other.close()


async def lea_turn(database: Database, folder: Path) -> Turn:
    async with database.reading() as connection:
        lea = await runners.find(connection, LEA)
    assert lea is not None
    incoming = Incoming(1, "text", LEA, LEA, "Léa", "fr", NOW)
    services = Services(database, settings_in(folder), lambda: NOW)
    bot: ExtBot[int] = ExtBot("1:never-used", rate_limiter=LaneLimiter())
    return Turn(lea, incoming, words_in("fr"), services, NOW, TelegramWire(bot))


async def test_a_turn_holds_its_runner(database: Database, is_held: IsHeld, tmp_path: Path) -> None:
    await settle_runners(database, None, 1)
    turn = await lea_turn(database, tmp_path)
    assert not await is_held()
    seen: list[bool] = []

    async def look_inside() -> None:
        async with turn.saving():
            seen.append(await is_held())
            raise Undone

    with pytest.raises(Undone):
        await look_inside()
    assert seen == [True]
    assert not await is_held()


async def test_a_tick_holds_its_runners(database: Database, is_held: IsHeld, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 2)
    seen: list[bool] = []

    async def compose(_connection: Connection, _occasion: Occasion) -> Sequence[Outgoing]:
        seen.append(await is_held())
        return ()

    services = Services(database, settings_in(tmp_path), lambda: morning_of(day))
    await Ticking(services, [Duty("check-in", compose)]).tick()
    assert seen == [True, True]


async def test_a_worker_holds_its_runner_while_it_keeps_a_result(database: Database, is_held: IsHeld) -> None:
    await with_jobs(database, 1)
    seen: list[bool] = []

    class Looking(SlowCoach):
        async def messages(
            self, connection: Connection, job: Job, result: EnrichedResult
        ) -> Sequence[Outgoing]:
            seen.append(await is_held())
            return await super().messages(connection, job, result)

    coach = Looking()
    worker = Worker(services_of(database, lambda: NOW), {coach.coach: coach}, slots=1)
    assert await worker.look() == 1
    await worker.finish(5)
    assert seen == [True]
