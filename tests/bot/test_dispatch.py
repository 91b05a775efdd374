"""From Telegram to a handler and back: order, isolation, what every turn keeps."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Conversations
from bot.incoming import clean
from bot.messages import Button, EditText, SendText
from bot.turn import Command, DownloadFailed, FileTooLarge, Otherwise, Tap, Turn
from storage import inbox, outbox, runners
from storage.database import Database
from tests.bot.running import running_bot
from tests.databases import locked
from tests.telegram import LocalTelegram

KEYBOARD = ((Button(label="More", data="count:1"), Button(label="Stale", data="old:9")),)


async def start(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html="<b>Hello</b>", keyboard=KEYBOARD, anchor="hello"))


async def count(turn: Turn) -> None:
    await turn.answer_tap("counted")
    async with turn.saving() as save:
        await save.say(EditText(anchor="hello", html="One more", keyboard=KEYBOARD))


async def slow(turn: Turn) -> None:
    async with turn.typing():
        await asyncio.sleep(0.3)
    async with turn.saving() as save:
        await save.say(SendText(html="slow done"))


async def breaks(turn: Turn) -> None:
    async with turn.saving() as save:
        await runners.choose_time_zone(save.connection, turn.runner.id, "Europe/Paris", now=turn.now)
        await save.say(SendText(html="never seen"))
        raise RuntimeError("a bug")


async def echo(turn: Turn) -> None:
    incoming = turn.incoming
    if incoming.file is not None and incoming.kind == "document":
        await weigh(turn, incoming.file.name)
        return
    edited = " edited" if incoming.edited else ""
    async with turn.saving() as save:
        await save.say(SendText(html=f"{incoming.kind}{edited}: {incoming.text or incoming.data}"))


async def weigh(turn: Turn, name: str) -> None:
    try:
        text = f"{name}: {len(await turn.download(limit_bytes=1000))} bytes"
    except FileTooLarge:
        text = f"{name} is too large"
    except DownloadFailed:
        text = f"{name} did not come"
    async with turn.saving() as save:
        await save.say(SendText(html=text))


async def hold(turn: Turn) -> None:
    """Between receiving and saving, wait until the test has locked the database."""
    marker = turn.services.settings.runcoach_data_dir / "holding"
    if not turn.services.settings.runcoach_data_dir.joinpath("held").exists():
        marker.with_name("held").touch()
        marker.touch()
    while marker.exists():  # noqa: ASYNC110  # the test and the handler share a folder, not an event
        await asyncio.sleep(0.01)
    async with turn.saving() as save:
        await save.say(SendText(html="held, then kept"))


async def silent(_turn: Turn) -> None:
    """Handles, and says nothing."""


CONVERSATIONS = Conversations(
    routes=(
        Command("start", start),
        Command("slow", slow),
        Command("break", breaks),
        Command("silent", silent),
        Command("hold", hold),
        Tap("count:", count),
        Otherwise(echo),
    ),
    commands=(),
)


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


@pytest.fixture
async def database(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Database]:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        yield database


async def inbox_counts(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return await inbox.counts(connection)


async def test_a_command_is_answered_and_forgotten(telegram: LocalTelegram, database: Database) -> None:
    lea = telegram.runner("Léa", "fr-FR")
    await lea.says("/start")
    await lea.waits_for("Hello")
    assert await inbox_counts(database) == {"done": 1}
    async with database.reading() as connection:
        runner = await runners.find(connection, lea.id)
    assert runner is not None
    assert (runner.first_name, runner.language, runner.chat_id) == ("Léa", "fr", lea.id)


async def test_a_tap_is_answered_and_edits_by_anchor(telegram: LocalTelegram, database: Database) -> None:
    lea = telegram.runner()
    await lea.says("/start")
    hello = await lea.waits_for("Hello")
    answer = await lea.waits_for_answer(await lea.taps("More"))
    assert answer["text"] == "counted"
    edited = await lea.waits_for("One more")
    assert edited.message_id == hello.message_id
    await lea.taps("More")  # the same text again: "not modified" is success
    await telegram.waits_until(lambda: len(telegram.calls("editMessageText")) == 2)
    await asyncio.sleep(0.1)
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"sent": 3}


async def test_unknown_buttons_and_kinds_reach_otherwise(telegram: LocalTelegram, database: Database) -> None:
    lea = telegram.runner()
    await lea.says("/start")
    await lea.waits_for("Hello")
    await lea.waits_for_answer(await lea.taps("Stale"))
    await lea.waits_for("tap: old:9")
    message = await lea.says("hej")
    await lea.waits_for("text: hej")
    await lea.edits(message.message_id, "/slow")
    await lea.waits_for("command edited: /slow")
    await lea.sends_voice()
    await lea.waits_for("voice:")
    await lea.says("/nosuch thing")
    await lea.waits_for("command: /nosuch thing")


async def test_order_in_a_chat_and_no_waiting_between_chats(
    telegram: LocalTelegram, database: Database
) -> None:
    lea, max_ = telegram.runner("Léa"), telegram.runner("Max")
    await lea.says("/slow")
    for number in range(3):
        await lea.says(f"after {number}")
    await max_.says("quick")
    await max_.waits_for("text: quick")
    assert not lea.from_bot, "a slow turn of one chat must not hold another"
    await lea.waits_for("text: after 2")
    assert [message.text for message in lea.from_bot] == [
        "slow done",
        "text: after 0",
        "text: after 1",
        "text: after 2",
    ]
    assert telegram.calls("sendChatAction")


async def test_a_failing_handler_keeps_nothing_and_apologises_once(
    telegram: LocalTelegram, database: Database
) -> None:
    lea = telegram.runner("Léa", "en")
    await lea.says("/break")
    await lea.says("next")
    await lea.waits_for("text: next")
    assert lea.from_bot[0].text.startswith("⚠️ Something went wrong")
    assert len(lea.from_bot) == 2
    assert await inbox_counts(database) == {"failed": 1, "done": 1}
    async with database.reading() as connection:
        runner = await runners.find(connection, lea.id)
    assert runner is not None
    assert runner.time_zone is None


async def test_a_handler_that_saves_nothing_still_ends_its_update(
    telegram: LocalTelegram, database: Database
) -> None:
    lea = telegram.runner()
    await lea.says("/silent")
    await lea.says("next")
    await lea.waits_for("text: next")
    assert await inbox_counts(database) == {"done": 2}


async def test_while_the_database_is_locked_an_answer_waits_and_is_kept(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engines.LOCK_WAIT_MS", 50)
    lea = telegram.runner("Léa", "en")
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        await lea.says("/start")
        await lea.waits_for("Hello")
        # Received before the lock, handled during it.
        await lea.says("/hold")
        await telegram.waits_until((tmp_path / "holding").exists)
        async with locked(database):
            (tmp_path / "holding").unlink()
            await lea.waits_for("I could not save your answer")
        await lea.waits_for("held, then kept")
        assert await inbox_counts(database) == {"done": 2}
    assert len(lea.from_bot) == 3


async def test_a_file_is_downloaded_up_to_a_limit(telegram: LocalTelegram, database: Database) -> None:
    lea = telegram.runner("Léa")
    await lea.sends_document("course.gpx", b"x" * 100, "application/gpx+xml", caption="file")
    await lea.waits_for("course.gpx: 100 bytes")
    await lea.sends_document("large.gpx", b"x" * 2000, "application/gpx+xml", caption="file")
    await lea.waits_for("large.gpx is too large")
    telegram.faults.refuse("getFile", 400, "Bad Request: wrong file_id")
    await lea.sends_document("course.gpx", b"x" * 100, "application/gpx+xml", caption="file")
    await lea.waits_for("course.gpx did not come")


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\x00b", "ab"),
        ("\ud83d", ""),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\u202eright to left", "\u202eright to left"),
        ("é" * 5000, "é" * 4096),
        (None, ""),
    ],
)
def test_text_is_cleaned_of_what_databases_refuse(raw: str | None, stored: str) -> None:
    assert clean(raw) == stored
