"""The playground as one program: the local Bot API server, the chat page and the bot that polls it."""

import asyncio
import signal
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

from pydantic import SecretStr

from bot.app import StartFailed, run_bot
from bot.playground.archive import Archive, ArchiveError
from bot.playground.server import PortTaken, create_app, serve
from bot.playground.world import World
from bot.settings import Settings

# Not a secret: it opens only the server that this process runs on loopback.
TOKEN = "7000000000:playground-on-this-machine-only"  # noqa: S105


async def play(settings: Settings, *, port: int, open_browser: bool, any_port: bool = False) -> None:
    """Serve the chat page and run the bot until interrupted; raises StartFailed with one sentence.

    With `any_port` a free port is taken when the wanted one is in use.
    """
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    try:
        async with _served(settings, port, any_port) as address:

            def announce() -> None:
                print(f"RunCoach is ready: {address}  (Ctrl+C stops it)", flush=True)
                if open_browser:
                    asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)

            await run_bot(_local(settings, address), stop, on_ready=announce)
    except (ArchiveError, PortTaken) as error:
        raise StartFailed(str(error)) from error


@asynccontextmanager
async def _served(settings: Settings, port: int, any_port: bool) -> AsyncIterator[str]:
    """The server with the world of last time; gives its address."""
    world = World()
    with closing(Archive(_folder(settings) / "world.sqlite3")) as archive:
        archive.load(world)
        app = create_app(world, token=TOKEN, archive=archive)
        async with AsyncExitStack() as stack:
            try:
                address = await stack.enter_async_context(serve(app, port=port))
            except PortTaken:
                if not any_port:
                    raise
                address = await stack.enter_async_context(serve(app, port=0))
            yield address


def _folder(settings: Settings) -> Path:
    return settings.runcoach_data_dir.expanduser() / "playground"


def _local(settings: Settings, address: str) -> Settings:
    """The same settings, pointed at the local server and at a database of its own."""
    folder = _folder(settings)
    database_url = settings.database_url or f"sqlite+aiosqlite:///{folder.absolute() / 'runcoach.sqlite3'}"
    changed = {
        "telegram_bot_token": SecretStr(TOKEN),
        "telegram_api_base_url": address,
        "database_url": database_url,
        "runcoach_webhook_url": None,
    }
    return settings.model_copy(update=changed)
