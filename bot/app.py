"""The bot as a whole: in which order its parts (bot/assembly.py) start, and how they stop."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.assembly import Conversations, Parts, build
from bot.background import Background
from bot.commands import register_commands
from bot.connecting import connect
from bot.errors import StartFailed
from bot.flood import FloodLimits
from bot.presence import Rhythm, Role
from bot.settings import Settings
from bot.turn import Services
from bot.warming import warm_up
from storage.database import Database, StorageTrouble, StorageUnavailable

__all__ = ["Conversations", "StartFailed", "run_bot", "run_until_stopped"]

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.claude.client import ClaudeClient
    from bot.claude.talk import Talks

log = structlog.get_logger(__name__)

FINISH_WITHIN_S = 15.0
TAPS_WITHIN_S = 3.0
# What is not enriched by then goes back to the queue as it was.
ENRICH_AT_MOST_S = 2.0
OnReady = Callable[[], None]


async def run_until_stopped(
    settings: Settings,
    conversations: Conversations | None = None,
    role: Role = "all",
    rhythm: Rhythm | None = None,
) -> None:
    """Run the bot until the process is asked to end; raises StartFailed with one sentence."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await run_bot(settings, stop, conversations=conversations, role=role, rhythm=rhythm)


async def run_bot(
    settings: Settings,
    stop: asyncio.Event,
    *,
    on_ready: OnReady | None = None,
    conversations: Conversations | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    role: Role = "all",
    rhythm: Rhythm | None = None,
) -> None:
    """Run the bot until `stop` is set, then finish what is in hand. Raises StartFailed with one sentence.

    `on_ready` is called when the first poll has succeeded, the webhook is registered, or another leads.
    Role `web` leaves Claude's plans and enrichment to workers.
    """
    conversations = conversations or _every_conversation()
    database = await _open_database(settings)
    claude = _claude(settings, database, clock)
    try:
        writes = _never if claude is None else lambda: claude.available
        talks = _talks(claude, settings, clock)
        services = Services(database, settings, clock, claude_writes=writes, talks=talks)
        parts = build(services, conversations, claude, role, rhythm)
        if await connect(parts.application, settings, stop):
            async with _monitored(services):
                await _serve(parts, settings, conversations.commands, stop, on_ready)
    except StorageTrouble as error:
        raise StartFailed(f"The database does not answer: {error}.") from error
    finally:
        if claude is not None:
            await claude.close()
        await database.close()


async def _serve(
    parts: Parts, settings: Settings, commands: Sequence[str], stop: asyncio.Event, on_ready: OnReady | None
) -> None:
    """Take up what was left, receive and send until the end, finish what is in hand."""
    aside = Background()
    await parts.poll_request.initialize()
    try:
        await parts.presence.join()
        left = await parts.dispatch.replay()
        log.info("the bot listens", name=parts.application.bot.username, chats_left_from_last_time=left)
        aside.start(parts.presence.run())
        aside.start(parts.dispatch.run())
        aside.start(register_commands(parts.application.bot, commands))
        aside.start(asyncio.to_thread(warm_up))
        if parts.claude is not None and parts.writing is not None:
            aside.start(parts.claude.check_models())
            aside.start(parts.writing.run())
        if parts.workshop is not None:
            aside.start(parts.workshop.run())
        await _receive_and_send(parts, settings, stop, on_ready)
    finally:
        await aside.finish(0)
        await _leave(parts)
        await parts.poll_request.shutdown()
        await parts.application.shutdown()


async def _receive_and_send(
    parts: Parts, settings: Settings, stop: asyncio.Event, on_ready: OnReady | None
) -> None:
    """Until asked to stop, or until receiving or sending cannot go on; raises what ended them."""
    sending = asyncio.create_task(parts.sender.run())
    asked = asyncio.create_task(stop.wait())
    receiving: asyncio.Task[None] | None = None
    try:
        async with _served(settings, parts.web_routes):
            receiving = asyncio.create_task(parts.receiving.run(on_ready))
            try:
                await parts.ticking.start()
                await asyncio.wait({receiving, sending, asked}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                receiving.cancel()
    finally:
        asked.cancel()
        await _drain(parts, receiving)
        tasks = [task for task in (receiving, sending, asked) if task is not None]
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


async def _drain(parts: Parts, receiving: "asyncio.Task[None] | None") -> None:
    """Take nothing new, let another lead, finish what is in hand and send what it answered."""
    if receiving is not None:
        await asyncio.wait({receiving})
    await _in_spite_of_storage(parts.presence.resign())
    await parts.ticking.stop()
    await parts.dispatch.stop(FINISH_WITHIN_S)
    await parts.turning.finish(TAPS_WITHIN_S)
    if parts.writing is not None:
        await parts.writing.finish(0)  # what is not written yet is taken up at the next start
    if parts.workshop is not None:
        await parts.workshop.finish(ENRICH_AT_MOST_S)
    parts.sender.stop()


async def _leave(parts: Parts) -> None:
    """Give back what this process holds, so that another need not wait for the end of a lease."""
    await _in_spite_of_storage(parts.dispatch.leave())
    await _in_spite_of_storage(parts.presence.leave())


async def _in_spite_of_storage(last: Coroutine[Any, Any, None]) -> None:
    """A last word to the database that may be away: the lease then ends by itself."""
    try:
        await last
    except StorageTrouble as error:
        log.warning("a lease must run out by itself", error=str(error))


async def _open_database(settings: Settings) -> Database:
    try:
        database = Database(settings.resolved_database_url)
        await database.upgrade()
    except StorageUnavailable as error:
        raise StartFailed(str(error)) from error
    return database


def _every_conversation() -> Conversations:
    from bot.conversations import COMMANDS, DUTIES, GUARD, ROUTES  # late: a test brings its own

    return Conversations(ROUTES, COMMANDS, DUTIES, GUARD, FloodLimits())


def _claude(settings: Settings, database: Database, clock: Callable[[], datetime]) -> "ClaudeClient | None":
    if settings.anthropic_api_key is None:
        return None
    from bot.claude.client import ClaudeClient  # late: the SDK takes a second to load

    return ClaudeClient(settings, database, clock)


def _talks(
    claude: "ClaudeClient | None", settings: Settings, clock: Callable[[], datetime]
) -> "Talks | None":
    if claude is None:
        return None
    from bot.claude.talk import Talks  # late: as above

    return Talks(claude, settings.runcoach_fast_model, clock)


def _served(settings: Settings, routes: "Sequence[BaseRoute]") -> AbstractAsyncContextManager[str | None]:
    if not routes:
        return nullcontext()
    from bot.web.application import served  # late: as above

    return served(settings, routes)


def _monitored(services: Services) -> AbstractAsyncContextManager[None]:
    if services.settings.runcoach_http_port is None:
        return nullcontext()
    from bot.monitoring import monitored  # late: only who asks for it pays for it

    return monitored(services)


def _never() -> bool:
    return False
