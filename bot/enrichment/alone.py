"""`runcoach run --role worker`: enrichment beside a bot that runs elsewhere on the same database."""

import asyncio
import signal
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from bot.background import Background
from bot.enrichment.workshop import Workshop
from bot.errors import StartFailed
from bot.monitoring import monitored
from bot.settings import Settings
from bot.turn import Services
from storage.database import Database, StorageTrouble, StorageUnavailable

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient

log = structlog.get_logger(__name__)

FINISH_WITHIN_S = 5.0


async def work_until_stopped(settings: Settings) -> None:
    """Enrich until the process is asked to end; raises StartFailed with one sentence."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    if not settings.runcoach_workers:
        raise StartFailed("RUNCOACH_WORKERS is 0: this worker would do nothing.")
    async with AsyncExitStack() as stack:
        database = Database(settings.resolved_database_url)
        stack.push_async_callback(database.close)
        await _upgrade(database)
        claude = _claude(settings, database)
        if claude is not None:
            stack.push_async_callback(claude.close)
            await claude.check_models()
        await _work(Services(database, settings, _now), claude, stop)


async def _work(services: Services, claude: "ClaudeClient | None", stop: asyncio.Event) -> None:
    workshop = Workshop(services, claude)
    aside = Background()
    async with monitored(services):
        aside.start(workshop.run())
        log.info("the worker waits for sessions to enrich", at_once=services.settings.runcoach_workers)
        await stop.wait()
        await workshop.finish(FINISH_WITHIN_S)
        await aside.finish(0)


async def _upgrade(database: Database) -> None:
    try:
        await database.upgrade()
    except (StorageUnavailable, StorageTrouble) as error:
        raise StartFailed(str(error)) from error


def _claude(settings: Settings, database: Database) -> "ClaudeClient | None":
    if settings.anthropic_api_key is None:
        return None
    from bot.claude.client import ClaudeClient  # late: the SDK takes a second to load

    return ClaudeClient(settings, database, _now)


def _now() -> datetime:
    return datetime.now(UTC)
