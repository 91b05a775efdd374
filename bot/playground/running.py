"""The playground as one program: the local Bot API server, the chat page and the bot that polls it."""

import asyncio
import signal
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.app import StartFailed, run_bot
from bot.playground.archive import Archive, ArchiveError
from bot.playground.bot_agenda import BotAgenda
from bot.playground.calendar_port import with_live_calendars
from bot.playground.live import Playground
from bot.playground.server import PortTaken, create_app, serve
from bot.playground.world import World
from bot.presence import Rhythm
from bot.settings import Settings
from storage.database import Database

# Not a secret: it opens only the server that this process runs on loopback.
TOKEN = "7000000000:playground-on-this-machine-only"  # noqa: S105


# Moving the clock over a week stops at forty instants; each waits for a tick.
TICK_S = 0.1


@dataclass(frozen=True)
class _Served:
    """A server that listens: where, and its running side."""

    address: str
    playground: Playground

    def now(self) -> datetime:
        """The world's time, which may be ahead of the real one."""
        return datetime.fromtimestamp(self.playground.clock(), UTC)


async def play(
    settings: Settings,
    *,
    port: int,
    open_browser: bool,
    any_port: bool = False,
    at: datetime | None = None,
) -> None:
    """Serve the chat page and run the bot until interrupted; raises StartFailed with one sentence.

    With `any_port` a free port is taken when the wanted one is in use. The world's clock goes to `at` first.
    """
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    try:
        async with _served(settings, port, any_port) as served:
            _begin_at(served, at)

            def announce() -> None:
                print(f"RunCoach is ready: {served.address}  (Ctrl+C stops it)", flush=True)
                if open_browser:
                    asyncio.get_running_loop().run_in_executor(None, webbrowser.open, served.address)

            local, rhythm = _local(settings, served.address), Rhythm(tick_s=TICK_S, clock_is_moved=True)
            await run_bot(local, stop, on_ready=announce, clock=served.now, rhythm=rhythm)
    except (ArchiveError, PortTaken) as error:
        raise StartFailed(str(error)) from error


def _begin_at(served: _Served, at: datetime | None) -> None:
    """Move the clock before the bot starts, as when the machine slept until then."""
    if at is None:
        return
    ahead_s = at.timestamp() - served.playground.clock()
    if ahead_s < 0:
        now = served.now().astimezone()
        raise StartFailed(f"The playground's clock only goes forward: there it is {now:%Y-%m-%dT%H:%M}.")
    served.playground.world.move_clock(ahead_s)
    served.playground.committed()


@asynccontextmanager
async def _served(settings: Settings, port: int, any_port: bool) -> AsyncIterator[_Served]:
    """The server with the world of last time."""
    world = World()
    async with AsyncExitStack() as stack:
        archive = stack.enter_context(closing(Archive(_folder(settings) / "world.sqlite3")))
        archive.load(world)
        database = Database(_database_url(settings))
        stack.push_async_callback(database.close)
        app = create_app(world, token=TOKEN, archive=archive, agenda=BotAgenda(database))
        try:
            address = await stack.enter_async_context(serve(app, port=port))
        except PortTaken:
            if not any_port:
                raise
            address = await stack.enter_async_context(serve(app, port=0))
        yield _Served(address, app.state.playground)


def _folder(settings: Settings) -> Path:
    return settings.runcoach_data_dir.expanduser() / "playground"


def _database_url(settings: Settings) -> str:
    own = _folder(settings).absolute() / "runcoach.sqlite3"
    return settings.database_url or f"sqlite+aiosqlite:///{own}"


def _local(settings: Settings, address: str) -> Settings:
    """The same settings, pointed at the local server and at a database of its own."""
    changed = {
        "telegram_bot_token": SecretStr(TOKEN),
        "telegram_api_base_url": address,
        "database_url": _database_url(settings),
        "runcoach_webhook_url": None,
    }
    return with_live_calendars(settings.model_copy(update=changed), address)
