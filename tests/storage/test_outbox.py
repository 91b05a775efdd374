"""The outbox: order, leases, and what happens to a message in doubt."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import doubts, inbox, outbox, runners
from storage.database import Connection, Database
from storage.outbox import LEASE, ClaimedMessage, Lane, OnDoubt
from storage.runners import Seen
from storage.schema import outbox as table

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA, MAX = 1, 2


async def queue(
    connection: Connection,
    html: str,
    runner_id: int = LEA,
    lane: Lane = Lane.REPLY,
    on_doubt: OnDoubt = "hold",
    dedupe_key: str | None = None,
    not_before_utc: datetime | None = None,
    not_after_utc: datetime | None = None,
) -> int | None:
    return await outbox.append(
        connection,
        runner_id=runner_id,
        chat_id=runner_id,
        payload={"type": "send_text", "html": html},
        lane=lane,
        on_doubt=on_doubt,
        now=NOW,
        dedupe_key=dedupe_key,
        not_before_utc=not_before_utc,
        not_after_utc=not_after_utc,
    )


async def claim(
    connection: Connection, lane: Lane = Lane.REPLY, now: datetime = NOW, sender: str = "me", limit: int = 10
) -> list[ClaimedMessage]:
    return await outbox.claim(connection, lane, limit=limit, token=sender, owner=f"host/1/{sender}", now=now)


def texts(messages: list[ClaimedMessage]) -> list[str]:
    return [message.payload["html"] for message in messages]


async def test_one_message_a_chat_in_order(database: Database) -> None:
    async with database.transaction() as connection:
        for text, runner_id in (("a1", LEA), ("a2", LEA), ("b1", MAX)):
            await queue(connection, text, runner_id)
        first = await claim(connection)
        assert texts(first) == ["a1", "b1"]
        assert await claim(connection) == []
        assert await outbox.begin_sending(connection, first[0], now=NOW)
        await outbox.mark_sent(connection, first[0], 77, now=NOW)
        assert texts(await claim(connection)) == ["a2"]


async def test_a_reply_overtakes_a_check_in_and_never_the_reverse(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "check-in", lane=Lane.CHECK_IN)
        await queue(connection, "reply")
        await queue(connection, "weekly", lane=Lane.WEEKLY)
        assert await outbox.due_lanes(connection, now=NOW) == {Lane.REPLY, Lane.CHECK_IN, Lane.WEEKLY}
        assert await claim(connection, Lane.WEEKLY) == []
        assert texts(await claim(connection)) == ["reply"]
        assert texts(await claim(connection, Lane.CHECK_IN)) == ["check-in"]


async def test_a_message_waits_for_its_time_and_holds_its_chat(database: Database) -> None:
    later = NOW + timedelta(minutes=1)
    async with database.transaction() as connection:
        await queue(connection, "later", not_before_utc=later)
        await queue(connection, "behind it")
        assert await claim(connection) == []
        assert texts(await claim(connection, now=later)) == ["later"]


async def test_a_dedupe_key_works_once_for_ever(database: Database) -> None:
    async with database.transaction() as connection:
        assert await queue(connection, "first", dedupe_key="1:check-in:2026-11-20") is not None
        (message,) = await claim(connection)
        await outbox.begin_sending(connection, message, now=NOW)
        await outbox.mark_sent(connection, message, 1, now=NOW)
        assert await queue(connection, "again", dedupe_key="1:check-in:2026-11-20") is None
        assert await outbox.counts(connection) == {"sent": 1}


@pytest.mark.parametrize(
    ("on_doubt", "sending", "status"),
    [
        ("hold", False, "pending"),
        ("resend", False, "pending"),
        ("hold", True, "unknown"),
        ("resend", True, "pending"),
    ],
)
@pytest.mark.parametrize("how", ["the owner is dead", "the lease is over"])
async def test_what_a_lost_sender_held(
    database: Database, on_doubt: OnDoubt, sending: bool, status: str, how: str
) -> None:
    dead = {"host/1/me"} if how == "the owner is dead" else set()
    now = NOW if dead else NOW + LEASE + timedelta(seconds=1)
    async with database.transaction() as connection:
        await queue(connection, "x", on_doubt=on_doubt)
        (message,) = await claim(connection)
        if sending:
            await outbox.begin_sending(connection, message, now=NOW)
        assert await outbox.lease_owners(connection) == {"host/1/me"}
        assert await outbox.recover(connection, dead_owners=set(), now=NOW) == 0
        assert await outbox.recover(connection, dead_owners=dead, now=now) == (status == "unknown")
        assert await outbox.counts(connection) == {status: 1}


async def test_a_late_sender_cannot_write_after_its_lease(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "x")
        (mine,) = await claim(connection)
        await outbox.recover(connection, dead_owners={"host/1/me"}, now=NOW)
        (theirs,) = await claim(connection, sender="other")
        assert not await outbox.begin_sending(connection, mine, now=NOW)
        await outbox.mark_sent(connection, mine, 1, now=NOW)
        assert await outbox.counts(connection) == {"claimed": 1}
        assert await outbox.begin_sending(connection, theirs, now=NOW)


async def test_doubt_is_listed_and_ended_by_evidence(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "x")
        (message,) = await claim(connection)
        await outbox.begin_sending(connection, message, now=NOW)
        await outbox.mark_doubtful(connection, message, "TimedOut", now=NOW, again_at_utc=NOW)
        assert [held.id for held in await doubts.held(connection)] == [message.id]
        assert not await doubts.confirm(connection, MAX, message.id)
        assert await doubts.confirm(connection, LEA, message.id)
        assert await doubts.held(connection) == []
        assert await outbox.counts(connection) == {"sent": 1}


async def test_a_doubtful_message_does_not_hold_its_chat(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "lost")
        await queue(connection, "next")
        (message,) = await claim(connection)
        await outbox.begin_sending(connection, message, now=NOW)
        await outbox.mark_doubtful(connection, message, "TimedOut", now=NOW, again_at_utc=NOW)
        assert texts(await claim(connection)) == ["next"]


async def test_cancelling_spares_other_runners_and_what_was_sent(database: Database) -> None:
    async with database.transaction() as connection:
        await runners.meet(connection, LEA, Seen(LEA, "Léa", "fr"), now=NOW)
        for text, runner_id in (("sent", LEA), ("waiting", LEA), ("other", MAX)):
            await queue(connection, text, runner_id)
        message = (await claim(connection))[0]
        await outbox.begin_sending(connection, message, now=NOW)
        await outbox.mark_sent(connection, message, 1, now=NOW)
        assert await outbox.cancel_for(connection, LEA, now=NOW) == 1
        assert await outbox.counts(connection) == {"sent": 1, "blocked": 1, "claimed": 1}


async def test_old_messages_are_forgotten(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "done")
        await queue(connection, "waiting")
        (message,) = await claim(connection)
        await outbox.begin_sending(connection, message, now=NOW)
        await outbox.mark_sent(connection, message, 1, now=NOW)
        assert await outbox.prune(connection, now=NOW + timedelta(days=29)) == 0
        assert await outbox.prune(connection, now=NOW + timedelta(days=31)) == 1
        assert await outbox.counts(connection) == {"pending": 1}


async def test_a_chat_another_process_holds_is_left_to_it(database: Database) -> None:
    async with database.transaction() as connection:
        await inbox.claim_chats(connection, {LEA}, owner="host/1/other", now=NOW)
        await queue(connection, "to Lea", LEA)
        await queue(connection, "to Max", MAX)
        assert texts(await claim(connection)) == ["to Max"]
        assert texts(await claim(connection, sender="other")) == ["to Lea"]


async def test_what_a_stopping_sender_did_not_begin_is_for_others(database: Database) -> None:
    async with database.transaction() as connection:
        await queue(connection, "begun", LEA)
        await queue(connection, "only claimed", MAX)
        begun, _ = await claim(connection)
        assert await outbox.begin_sending(connection, begun, now=NOW)
        assert await outbox.give_back(connection, "host/1/me") == 1
        assert texts(await claim(connection, sender="other")) == ["only claimed"]


async def test_what_waited_past_its_last_instant_is_passed_over_and_holds_up_nobody(
    database: Database,
) -> None:
    late = NOW + timedelta(minutes=1)
    async with database.transaction() as connection:
        await queue(connection, "question", lane=Lane.CHECK_IN, not_after_utc=NOW, dedupe_key="morning")
        await queue(connection, "evening", lane=Lane.CHECK_IN, not_after_utc=late)
        await queue(connection, "to max", MAX, lane=Lane.CHECK_IN, not_after_utc=NOW)
        assert texts(await claim(connection, Lane.CHECK_IN, limit=1)) == ["question"]
        assert await outbox.give_back(connection, "host/1/me") == 1
        assert texts(await claim(connection, Lane.CHECK_IN, now=late)) == ["evening"]
        assert await outbox.counts(connection) == {"expired": 2, "claimed": 1}
        assert await queue(connection, "again", lane=Lane.CHECK_IN, dedupe_key="morning") is None
        values = (await connection.execute(select(table.c.payload).where(table.c.status == "expired"))).all()
    assert {payload for (payload,) in values} == {None}, "it says nothing to anybody any more"


async def test_what_has_begun_is_not_expired(database: Database) -> None:
    late = NOW + timedelta(minutes=1)
    async with database.transaction() as connection:
        await queue(connection, "question", lane=Lane.CHECK_IN, not_after_utc=NOW)
        await queue(connection, "a reply that waited", MAX)
        (message,) = await claim(connection, Lane.CHECK_IN)
        assert await outbox.begin_sending(connection, message, now=NOW)
        assert texts(await claim(connection, now=late)) == ["a reply that waited"]
        await outbox.mark_sent(connection, message, 7, now=late)
        assert await outbox.counts(connection) == {"sent": 1, "claimed": 1}
