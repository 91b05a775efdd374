"""The inbox: each update once, ended once, set aside when it never ends."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import inbox
from storage.database import Database
from storage.inbox import REPLAYS_AT_MOST, AlreadyHandled, ReceivedUpdate

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)


def received(*numbers: int) -> list[ReceivedUpdate]:
    return [ReceivedUpdate(number, chat_id=number % 2, user_id=7, body="{}") for number in numbers]


async def test_an_update_is_kept_once(database: Database) -> None:
    async with database.transaction() as connection:
        assert await inbox.keep(connection, received(5, 3, 4), now=NOW) == [5, 3, 4]
        assert await inbox.keep(connection, received(4, 6), now=NOW) == [6]
        assert await inbox.waiting(connection) == [(3, 1), (4, 0), (5, 1), (6, 0)]


async def test_an_update_ends_once_and_is_forgotten(database: Database) -> None:
    async with database.transaction() as connection:
        await inbox.keep(connection, received(1, 2), now=NOW)
        await inbox.mark_done(connection, 1, now=NOW)
        with pytest.raises(AlreadyHandled):
            await inbox.mark_done(connection, 1, now=NOW)
        assert await inbox.body(connection, 1) is None
        assert await inbox.keep(connection, received(1), now=NOW) == [], "a repeated update stays done"
        await inbox.mark_failed(connection, 2, "KeyError", now=NOW)
        await inbox.mark_failed(connection, 1, "KeyError", now=NOW)
        assert await inbox.counts(connection) == {"done": 1, "failed": 1}


async def test_an_update_that_ends_every_process_is_set_aside(database: Database) -> None:
    async with database.transaction() as connection:
        await inbox.keep(connection, received(1), now=NOW)
        for _ in range(REPLAYS_AT_MOST):
            assert await inbox.begin_replay(connection, now=NOW) == 0
        await inbox.keep(connection, received(2), now=NOW)
        assert await inbox.begin_replay(connection, now=NOW) == 1
        assert await inbox.waiting(connection) == [(2, 0)]


async def test_old_updates_are_forgotten_and_waiting_ones_kept(database: Database) -> None:
    async with database.transaction() as connection:
        await inbox.keep(connection, received(1, 2), now=NOW)
        await inbox.mark_ignored(connection, 1, now=NOW)
        assert await inbox.prune(connection, now=NOW + timedelta(days=1)) == 0
        assert await inbox.prune(connection, now=NOW + timedelta(days=3)) == 1
        assert await inbox.waiting(connection) == [(2, 0)]
