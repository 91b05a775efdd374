"""No room on the disk: nothing is said to be saved, nothing is lost, and it goes on afterwards (row 5)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from bot.app import Conversations
from bot.messages import SendText
from bot.turn import Otherwise, Turn
from storage import inbox
from tests.bot.running import running_bot
from tests.databases import only_on_sqlite
from tests.telegram import LocalTelegram

pytestmark = only_on_sqlite
LONG = "long " * 800


async def remember(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html=f"kept {turn.incoming.text[:9]}"))


@contextmanager
def full_disk() -> Iterator[None]:
    """No database file grows: SQLite answers as it does when the file system is full."""
    with every_transaction("PRAGMA max_page_count=1"):  # the least it takes is the size there is
        yield


@contextmanager
def every_transaction(statement: str) -> Iterator[None]:
    """Each transaction begins with a statement while the block runs."""

    def prepare(connection: Any) -> None:
        connection.exec_driver_sql(statement)

    event.listen(Engine, "begin", prepare)
    try:
        yield
    finally:
        event.remove(Engine, "begin", prepare)


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    conversations = Conversations((Otherwise(remember),), ())
    async with LocalTelegram() as telegram, running_bot(telegram, tmp_path, conversations) as database:
        lea = telegram.runner("Léa")
        await lea.says("before")
        await lea.waits_for("kept before")
        with full_disk():
            for number in range(4):
                await lea.says(f"{number} {LONG}")
            await asyncio.sleep(1.5)
            during = len(lea.from_bot)
            polls = len(telegram.calls("getUpdates"))
        with every_transaction("PRAGMA max_page_count=1073741823"):
            await lea.waits_for("kept 3 ", 20)
        async with database.reading() as connection:
            assert await inbox.counts(connection) == {"done": 5}
            assert (await connection.execute(text("PRAGMA integrity_check"))).scalar_one() == "ok"
    assert during < 5, "the disk was full"
    assert polls < 50, "it does not ask in a loop"
    kept = [message.text[5:6] for message in lea.from_bot if message.text.startswith("kept")]
    assert kept == ["b", *"0123"], "each once, in order"
