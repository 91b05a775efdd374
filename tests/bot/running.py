"""The real bot against the tests' Telegram, in this process, while a block runs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Conversations, run_bot
from bot.settings import Settings
from storage.database import Database
from tests.databases import database_url
from tests.telegram import LocalTelegram


def settings_for(telegram: LocalTelegram, folder: Path, **more: Any) -> Settings:
    """The bot's settings for this server, its database in `folder`, and `more` of them."""
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(telegram.token),
        telegram_api_base_url=telegram.base_url,
        runcoach_data_dir=folder,
        database_url=database_url(folder),
        **more,
    )


@asynccontextmanager
async def running_bot(
    telegram: LocalTelegram,
    folder: Path,
    conversations: Conversations | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    **more: Any,
) -> AsyncIterator[Database]:
    """The bot, started and stopped, with `more` settings; gives a second look at its database."""
    settings = settings_for(telegram, folder, **more)
    stop = asyncio.Event()
    ready = asyncio.Event()
    running = asyncio.create_task(
        run_bot(settings, stop, on_ready=ready.set, conversations=conversations, clock=clock)
    )
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if running.done():
        running.result()
    database = Database(settings.resolved_database_url)
    try:
        yield database
    finally:
        await database.close()
        stop.set()
        await running
