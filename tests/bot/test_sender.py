"""The sender against a server that misbehaves: one row of the table for every kind of error."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.app import Conversations
from bot.mailbox import post
from bot.messages import EditText, Outgoing, React, SendFile, SendPicture, SendText
from bot.playground.faults import Fault
from bot.playground.server import create_app, serve
from bot.playground.world import World
from bot.turn import Otherwise, Turn
from storage import outbox, runners
from storage.database import Database
from storage.outbox import Lane, OnDoubt
from storage.runners import Runner as StoredRunner
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram, Runner


async def greet(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html="hi"))


CONVERSATIONS = Conversations(routes=(Otherwise(greet),), commands=())


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


@pytest.fixture
async def database(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Database]:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        yield database


@pytest.fixture
async def lea(telegram: LocalTelegram, database: Database) -> Runner:
    """A runner the bot knows."""
    runner = telegram.runner("Léa")
    await runner.says("hello")
    await runner.waits_for("hi")
    return runner


async def known(database: Database, runner_id: int) -> StoredRunner:
    async with database.reading() as connection:
        runner = await runners.find(connection, runner_id)
    assert runner is not None
    return runner


async def say(
    database: Database, runner_id: int, *messages: Outgoing, on_doubt: OnDoubt | None = None, **options: Any
) -> None:
    runner = await known(database, runner_id)
    async with database.transaction() as connection:
        for message in messages:
            await post(connection, runner, message, now=datetime.now(UTC), on_doubt=on_doubt, **options)


async def counts(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return await outbox.counts(connection)


async def settles(database: Database, wanted: dict[str, int], timeout_s: float = 8) -> None:
    """The outbox comes to stand like this (the greeting of `lea` included)."""
    deadline = asyncio.get_running_loop().time() + timeout_s
    while await counts(database) != wanted:
        assert asyncio.get_running_loop().time() < deadline, await counts(database)
        await asyncio.sleep(0.02)


def heard(runner: Runner, text: str) -> int:
    return sum(message.text == text for message in runner.from_bot)


@pytest.mark.parametrize(
    ("fault", "on_doubt", "copies", "status"),
    [
        pytest.param({"drop": "after"}, "hold", 1, "unknown", id="answer lost, hold"),
        pytest.param({"drop": "after"}, "resend", 2, "sent", id="answer lost, resend"),
        pytest.param({"drop": "before"}, "hold", 0, "unknown", id="request lost, hold"),
        pytest.param({"drop": "before"}, "resend", 1, "sent", id="request lost, resend"),
        pytest.param({"code": (502, "Bad Gateway")}, "hold", 0, "unknown", id="502, hold"),
        pytest.param({"code": (500, "Internal Server Error")}, "resend", 1, "sent", id="500, resend"),
        pytest.param({"code": (400, "Bad Request: BUTTON_DATA_INVALID")}, "hold", 0, "failed", id="refused"),
        pytest.param({"retry_after": 1}, "hold", 1, "sent", id="429"),
        pytest.param(
            {"code": (403, "Forbidden: bot was blocked by the user")}, "hold", 0, "blocked", id="403"
        ),
        pytest.param({"code": (400, "Bad Request: chat not found")}, "hold", 0, "blocked", id="no chat"),
        pytest.param(
            {"code": (400, "Bad Request: can't parse entities: unclosed tag")},
            "hold",
            1,
            "sent",
            id="bad markup",
        ),
    ],
)
async def test_every_error_has_its_fate(
    telegram: LocalTelegram,
    database: Database,
    lea: Runner,
    fault: dict[str, Any],
    on_doubt: OnDoubt,
    copies: int,
    status: str,
) -> None:
    if "drop" in fault:
        telegram.faults.add(Fault("sendMessage", drop=fault["drop"]))
    elif "retry_after" in fault:
        telegram.faults.slow_down("sendMessage", fault["retry_after"])
    else:
        telegram.faults.refuse("sendMessage", *fault["code"])
    await say(database, lea.id, SendText(html="news"), on_doubt=on_doubt)
    await settles(database, {"sent": 2} if status == "sent" else {"sent": 1, status: 1})
    assert heard(lea, "news") == copies


async def test_an_unreachable_server_loses_and_repeats_nothing(
    telegram: LocalTelegram, database: Database, lea: Runner
) -> None:
    messages = [SendText(html=f"news {number}") for number in range(3)]
    telegram.faults.refuse("getMe", 502, "Bad Gateway", times=1)
    telegram.faults.refuse("sendMessage", 502, "Bad Gateway", times=1)
    await say(database, lea.id, *messages)
    await settles(database, {"sent": 3, "unknown": 1})
    assert [heard(lea, message.html) for message in messages] == [0, 1, 1]


async def test_a_server_that_is_away_gets_everything_when_it_is_back(tmp_path: Path) -> None:
    world = World()
    telegram = LocalTelegram(world=world)
    async with AsyncExitStack() as bot_runs:
        async with telegram:
            database = await bot_runs.enter_async_context(running_bot(telegram, tmp_path, CONVERSATIONS))
            lea = telegram.runner("Léa")
            await lea.says("hello")
            await lea.waits_for("hi")
            await settles(database, {"sent": 1})
        await say(database, lea.id, SendText(html="one"), SendText(html="two"))
        await asyncio.sleep(1.2)
        # Nobody listens: certainly not sent. A retry in hand may be claimed for a moment.
        await settles(database, {"sent": 1, "pending": 2})
        port = urlsplit(telegram.base_url).port
        async with serve(create_app(world, token=telegram.token), port=port or 0):
            await settles(database, {"sent": 3})
            await bot_runs.aclose()
    assert [message.text for message in lea.from_bot] == ["hi", "one", "two"]


async def test_bad_markup_is_sent_once_as_plain_text(
    telegram: LocalTelegram, database: Database, lea: Runner
) -> None:
    await say(database, lea.id, SendText(html="<b>3 &lt; 4</b> <nosuch>tag</nosuch>"))
    message = await lea.waits_for("3 < 4 tag")
    assert not message.entities
    await settles(database, {"sent": 2})


async def test_a_blocked_runner_is_marked_and_restored(
    telegram: LocalTelegram, database: Database, lea: Runner
) -> None:
    await lea.blocks()
    await settles(database, {"sent": 1})
    await say(database, lea.id, SendText(html="one"), SendText(html="two"))
    await settles(database, {"sent": 1, "blocked": 2})
    assert (await known(database, lea.id)).blocked_at_utc is not None
    await lea.unblocks()
    await lea.says("/start")
    await settles(database, {"sent": 2, "blocked": 2})
    assert (await known(database, lea.id)).blocked_at_utc is None
    assert heard(lea, "one") == heard(lea, "two") == 0


async def test_a_chat_told_to_wait_delays_no_other(
    telegram: LocalTelegram, database: Database, lea: Runner
) -> None:
    max_ = telegram.runner("Max")
    await max_.says("hello")
    await max_.waits_for("hi")
    telegram.faults.slow_down("sendMessage", 30, chat_id=lea.id)
    await say(database, lea.id, SendText(html="one"), SendText(html="two"))
    await say(database, max_.id, SendText(html="three"))
    await max_.waits_for("three", timeout_s=2)
    await settles(database, {"sent": 3, "pending": 2})
    assert heard(lea, "one") == heard(lea, "two") == 0


async def test_the_order_in_a_chat_is_kept(telegram: LocalTelegram, database: Database, lea: Runner) -> None:
    telegram.faults.slow_down("sendMessage", 1)
    await say(database, lea.id, *(SendText(html=f"part {number}") for number in range(3)))
    await lea.waits_for("part 2")
    assert [message.text for message in lea.from_bot][1:] == [f"part {number}" for number in range(3)]


async def test_edits_find_their_message(telegram: LocalTelegram, database: Database, lea: Runner) -> None:
    await say(database, lea.id, SendText(html="old", anchor="badge"), EditText(html="new", anchor="badge"))
    message = await lea.waits_for("new")
    assert heard(lea, "old") == 0
    await say(database, lea.id, EditText(html="by id", message_id=message.message_id))
    assert (await lea.waits_for("by id")).message_id == message.message_id


@pytest.mark.parametrize("edit", [EditText(html="new", anchor="never"), EditText(html="new", message_id=987)])
async def test_an_edit_without_its_message_is_sent_anew(
    telegram: LocalTelegram, database: Database, lea: Runner, edit: EditText
) -> None:
    await say(database, lea.id, edit)
    await lea.waits_for("new")
    await settles(database, {"sent": 2})


async def test_pictures_files_and_reactions(
    telegram: LocalTelegram, database: Database, lea: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    hello = lea.chat[0]
    figures = {"title": "no such chart"}
    await say(
        database,
        lea.id,
        SendPicture(chart="no-such-chart", figures=figures, caption_html="<i>words</i>", anchor="picture"),
        SendFile(filename="plan.ics", content="BEGIN:VCALENDAR", caption_html="your plan"),
        React(message_id=hello.message_id, emoji="👍"),
    )
    await settles(database, {"sent": 4})
    assert heard(lea, "words") == 1, "a picture that cannot be drawn still says its words"
    (sent,) = telegram.calls("sendDocument")
    assert sent.parameters["caption"] == "your plan"
    assert len(telegram.calls("setMessageReaction")) == 1


async def test_bulk_lanes_wait_for_replies(telegram: LocalTelegram, database: Database, lea: Runner) -> None:
    telegram.faults.slow_down("sendMessage", 1)
    await say(database, lea.id, SendText(html="held back"))
    await say(database, lea.id, SendText(html="check-in"), lane=Lane.CHECK_IN)
    await lea.says("hello again")
    await lea.waits_for("check-in")
    texts = [message.text for message in lea.from_bot]
    assert texts == ["hi", "held back", "hi", "check-in"]


async def test_a_refused_token_stops_the_bot_with_a_sentence(telegram: LocalTelegram, tmp_path: Path) -> None:
    from bot.errors import TOKEN_REFUSED, StartFailed

    async def run() -> None:
        async with running_bot(telegram, tmp_path, CONVERSATIONS):
            lea = telegram.runner("Léa")
            telegram.faults.refuse("sendMessage", 401, "Unauthorized")
            await lea.says("hello")
            await telegram.waits_until(lambda: bool(telegram.calls("sendMessage")))
            await asyncio.sleep(0.2)

    with pytest.raises(StartFailed, match=TOKEN_REFUSED.split(":")[0]):
        await run()
