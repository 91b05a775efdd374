"""What waits, in figures."""

from datetime import UTC, datetime, timedelta

from storage import backlog, inbox, outbox, processes
from storage.database import Database
from storage.inbox import ReceivedUpdate
from storage.outbox import Lane

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)


async def test_nothing_waits_in_an_empty_database(database: Database) -> None:
    async with database.reading() as connection:
        found = await backlog.gather(connection, now=NOW)
    assert (found.updates_waiting, found.oldest_update_s, found.oldest_message_s) == (0, 0, 0)
    assert set(found.messages_open.values()) == {0}
    assert found.processes == {}


async def test_what_waits_is_counted_with_its_age(database: Database) -> None:
    async with database.transaction() as connection:
        for number in (1, 2):
            at = NOW - timedelta(seconds=10 * number)
            await inbox.keep(connection, [ReceivedUpdate(number, 5, 5, "{}")], now=at)
        await inbox.claim_chats(connection, {5}, owner="m/1/a", now=NOW)
        await inbox.mark_done(connection, 2, owner="m/1/a", now=NOW)
        for chat, lane in ((5, Lane.REPLY), (6, Lane.CHECK_IN), (7, Lane.CHECK_IN)):
            await outbox.append(
                connection,
                runner_id=chat,
                chat_id=chat,
                payload={},
                lane=lane,
                on_doubt="hold",
                now=NOW - timedelta(seconds=chat),
            )
        (claimed,) = await outbox.claim(connection, Lane.REPLY, limit=1, token="t", owner="m/1/a", now=NOW)
        assert await outbox.begin_sending(connection, claimed, now=NOW)
        await outbox.mark_doubtful(connection, claimed, "TimedOut", now=NOW, again_at_utc=NOW)
        await processes.announce(connection, "m/1/a", "web", lease_s=60)
        await processes.announce(connection, "m/2/b", "web", lease_s=-1)
        found = await backlog.gather(connection, now=NOW)
    assert (found.updates_waiting, found.oldest_update_s) == (1, 10)
    assert found.messages_open == {"reply": 0, "plan_ready": 0, "check_in": 2, "weekly": 0}
    assert (found.oldest_message_s, found.messages_in_doubt, found.chats_held) == (7, 1, 1)
    assert found.processes == {"web": 1}
