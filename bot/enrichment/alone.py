"""`runcoach run --role worker`: Claude's plans and enrichment, beside a bot on the same database."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.background import Background
from bot.enrichment.workshop import Workshop
from bot.errors import StartFailed
from bot.monitoring import monitored
from bot.presence import Presence
from bot.settings import Settings
from bot.turn import Services
from storage.database import Database, StorageTrouble, StorageUnavailable

if TYPE_CHECKING:
    from bot.claude.client import ClaudeClient
    from bot.claude.generation import PlanWriter

log = structlog.get_logger(__name__)

FINISH_WITHIN_S = 5.0
PLANS_WITHIN_S = 0.0  # what is not written yet is taken up by another worker


async def work_until_stopped(settings: Settings) -> None:
    """Work until the process is asked to end; raises StartFailed with one sentence."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    if not settings.runcoach_workers:
        raise StartFailed("RUNCOACH_WORKERS is 0: this worker would do nothing.")
    async with AsyncExitStack() as stack:
        database = Database(settings.resolved_database_url)
        stack.push_async_callback(database.close)
        await _upgrade(database)
        services = Services(database, settings, _now)
        claude = _claude(settings, database)
        if claude is not None:
            stack.push_async_callback(claude.close)
            await claude.check_models()
        writing = await stack.enter_async_context(_plan_writer(claude, services, stop))
        await _work(services, claude, writing, stop)


async def _work(
    services: Services, claude: "ClaudeClient | None", writing: "PlanWriter | None", stop: asyncio.Event
) -> None:
    workshop, presence, aside = Workshop(services, claude), Presence(services, "worker"), Background()
    async with monitored(services):
        await _said(presence.join())
        aside.start(presence.run())
        aside.start(workshop.run())
        if writing is not None:
            aside.start(writing.run())
        log.info(
            "the worker waits for sessions to enrich",
            at_once=services.settings.runcoach_workers,
            writes_plans=writing is not None,
        )
        await stop.wait()
        if writing is not None:
            await writing.finish(PLANS_WITHIN_S)
        await workshop.finish(FINISH_WITHIN_S)
        await aside.finish(0)
        await _said(presence.leave())


async def _said(word: Coroutine[Any, Any, None]) -> None:
    """A worker's word to the list of processes: nothing hangs on it, its jobs have leases of their own."""
    try:
        await word
    except StorageTrouble as error:
        log.warning("the list of processes cannot be written", error=str(error))


@asynccontextmanager
async def _plan_writer(
    claude: "ClaudeClient | None", services: Services, stop: asyncio.Event
) -> "AsyncIterator[PlanWriter | None]":
    """The writer of Claude's plans, which shows them as they grow: that needs the bot's token."""
    if claude is None or services.settings.telegram_bot_token is None:
        yield None
        return
    from bot.claude.generation import PlanWriter  # late: only who asks for it pays for it
    from bot.connecting import build_application, connect
    from bot.limiter import LaneLimiter

    limiter = LaneLimiter()
    application = build_application(services.settings, limiter)
    if not await connect(application, services.settings, stop):
        yield None
        return
    try:
        yield PlanWriter(claude, application.bot, services, limiter)
    finally:
        await application.shutdown()


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
