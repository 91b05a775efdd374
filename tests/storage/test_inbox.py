"""The inbox: each update once, in order, by the process that holds its chat; set aside when it never ends."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import inbox, outbox
from storage.database import Connection, Database
from storage.inbox import REPLAYS_AT_MOST, Adopted, AlreadyHandled, ReceivedUpdate
from storage.outbox import Lane

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
ME, OTHER = "m/1/me", "m/2/other"


def received(*numbers: int) -> list[ReceivedUpdate]:
    """Updates of two chats: 5 the odd numbers, 6 the even ones."""
    return [ReceivedUpdate(number, chat_id=5 + (number + 1) % 2, user_id=7, body="{}") for number in numbers]


async def keep(connection: Connection, *numbers: int, owner: str = ME) -> set[int]:
    """Store the updates and claim their chats; gives the chats that are the owner's."""
    await inbox.keep(connection, received(*numbers), now=NOW)
    return await inbox.claim_chats(connection, {5, 6}, owner=owner, now=NOW)


async def adopt(
    connection: Connection, owner: str, dead: Collection[str] = (), free: Collection[int] = ()
) -> Adopted:
    return await inbox.adopt(connection, owner=owner, dead=dead, free=free, now=NOW)


async def let_go(connection: Connection, owner: str = ME, *, after_s: float = 3) -> int:
    later = NOW + timedelta(seconds=after_s)
    return await inbox.let_go(connection, owner=owner, idle_since_utc=later - timedelta(seconds=3), now=later)


async def test_an_update_is_kept_once(database: Database) -> None:
    async with database.transaction() as connection:
        assert await inbox.keep(connection, received(5, 3, 4), now=NOW) == [5, 3, 4]
        assert await inbox.keep(connection, received(4, 6), now=NOW) == [6]
        assert await inbox.waiting(connection) == [(3, 5), (4, 6), (5, 5), (6, 6)]


async def test_an_update_ends_once_and_is_forgotten(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1, 2)
        await inbox.mark_done(connection, 1, owner=ME, now=NOW)
        with pytest.raises(AlreadyHandled):
            await inbox.mark_done(connection, 1, owner=ME, now=NOW)
        assert await inbox.body(connection, 1) is None
        assert await inbox.keep(connection, received(1), now=NOW) == [], "a repeated update stays done"
        await inbox.mark_failed(connection, 2, "KeyError", owner=ME, now=NOW)
        assert await inbox.counts(connection) == {"done": 1, "failed": 1}


async def test_a_chat_belongs_to_one_process_and_its_updates_come_in_order(database: Database) -> None:
    async with database.transaction() as connection:
        assert await keep(connection, 3, 1, owner=ME) == {5, 6}
        await inbox.keep(connection, received(5, 2), now=NOW)
        assert await inbox.claim_chats(connection, {5, 6}, owner=OTHER, now=NOW) == set()
        assert await inbox.next_of(connection, 5, owner=OTHER) is None
        assert await inbox.next_of(connection, 5, owner=ME) == (1, "{}")
        assert await inbox.next_of(connection, 5, owner=ME, skipped={1}) == (3, "{}")
        assert await inbox.unattended(connection, owner=ME, limit=10) == ({5, 6}, set())
        assert await inbox.unattended(connection, owner=OTHER, limit=10) == (set(), set())
        assert await inbox.holders(connection) == {ME}


@pytest.mark.parametrize(
    "end",
    [
        inbox.mark_done,
        inbox.mark_ignored,
        lambda connection, number, **held: inbox.mark_failed(connection, number, "KeyError", **held),
    ],
)
async def test_who_lost_the_chat_can_end_nothing(database: Database, end: Any) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1)
        await adopt(connection, OTHER, dead={ME})
        with pytest.raises(AlreadyHandled):
            await end(connection, 1, owner=ME, now=NOW)
        assert await inbox.next_of(connection, 5, owner=OTHER) == (1, "{}")


async def test_updates_without_a_chat_are_handled_too(database: Database) -> None:
    async with database.transaction() as connection:
        await inbox.keep(connection, [ReceivedUpdate(9, None, None, "{}")], now=NOW)
        assert await inbox.unattended(connection, owner=ME, limit=10) == (set(), {inbox.NO_CHAT})
        await adopt(connection, ME, free={inbox.NO_CHAT})
        assert await inbox.next_of(connection, inbox.NO_CHAT, owner=ME) == (9, "{}")
        await inbox.mark_ignored(connection, 9, owner=ME, now=NOW)
        assert await let_go(connection) == 1


async def test_a_chat_is_given_back_when_nothing_waits_in_it(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1, 2)
        await inbox.mark_done(connection, 1, owner=ME, now=NOW)
        assert await let_go(connection, after_s=2) == 0, "too early"
        assert await let_go(connection, owner=OTHER) == 0, "not theirs to give"
        assert await let_go(connection) == 1, "an update waits in the other"
        assert await inbox.claim_chats(connection, {5, 6}, owner=OTHER, now=NOW) == {5}


@pytest.mark.parametrize(
    ("lane", "status", "given"),
    [
        (Lane.REPLY, "pending", 0),
        (Lane.PLAN_READY, "pending", 0),
        (Lane.CHECK_IN, "pending", 1),
        (Lane.CHECK_IN, "claimed", 0),
        (Lane.REPLY, "sent", 1),
    ],
)
async def test_a_chat_stays_until_its_replies_are_out(
    database: Database, lane: Lane, status: str, given: int
) -> None:
    """Bulk is the leader's: waiting for it would keep the chat from the leader for ever."""
    async with database.transaction() as connection:
        await inbox.claim_chats(connection, {5}, owner=ME, now=NOW)
        await outbox.append(
            connection, runner_id=5, chat_id=5, payload={}, lane=lane, on_doubt="hold", now=NOW
        )
        if status != "pending":
            claimed = await outbox.claim(connection, lane, limit=1, token="t", owner=ME, now=NOW)
            if status == "sent":
                assert await outbox.begin_sending(connection, claimed[0], now=NOW)
                await outbox.mark_sent(connection, claimed[0], 1, now=NOW)
        assert await let_go(connection) == given


async def test_what_a_process_gives_up_others_take(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1)
        await inbox.leave(connection, owner=ME)
        assert await inbox.unattended(connection, owner=OTHER, limit=10) == (set(), {5})
        assert (await adopt(connection, OTHER, free={5})).chats == (5,)
        assert (await adopt(connection, ME, free={5})).chats == (), "one of two takes it"


async def test_an_update_that_ends_every_process_is_set_aside(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1)
        holder = ME
        for _ in range(REPLAYS_AT_MOST):
            heir = OTHER if holder == ME else ME
            adopted = await adopt(connection, heir, dead={holder})
            assert (set(adopted.chats) >= {5}, adopted.set_aside) == (True, 0)
            holder = heir
        await inbox.keep(connection, received(2, 3), now=NOW)
        heir = OTHER if holder == ME else ME
        assert (await adopt(connection, heir, dead={holder})).set_aside == 1
        assert await inbox.waiting(connection) == [(2, 6), (3, 5)]


async def test_restarts_alone_set_nothing_aside(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1)
        for _ in range(REPLAYS_AT_MOST + 2):
            await inbox.leave(connection, owner=ME)
            assert (await adopt(connection, ME, free={5})).set_aside == 0
        assert await inbox.waiting(connection) == [(1, 5)]


async def test_old_updates_are_forgotten_and_waiting_ones_kept(database: Database) -> None:
    async with database.transaction() as connection:
        await keep(connection, 1, 2)
        await inbox.mark_ignored(connection, 1, owner=ME, now=NOW)
        assert await inbox.prune(connection, now=NOW + timedelta(days=1)) == 0
        assert await inbox.prune(connection, now=NOW + timedelta(days=3)) == 1
        assert await inbox.waiting(connection) == [(2, 6)]
