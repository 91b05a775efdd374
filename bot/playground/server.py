"""The playground's web server: the Bot API and the chat page in one Starlette app under uvicorn."""

import asyncio
import errno
import mimetypes
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground.archive import Archive
from bot.playground.guards import LOOPBACK_NAMES, Guard
from bot.playground.live import Playground
from bot.playground.page_api import PageApi
from bot.playground.telegram_api import TelegramApi
from bot.playground.world import World

PAGE_DIR = Path(__file__).parent / "page"
STOP_WITHIN_S = 2.0
# Closed connections are let go of in the event loop's next rounds.
CLOSING_S = 0.01


class PortTaken(Exception):
    """The address cannot be used; the text is one sentence for the operator."""


def create_app(
    world: World,
    *,
    token: str | None = None,
    page_dir: Path = PAGE_DIR,
    archive: Archive | None = None,
    clock: Callable[[], float] = time.time,
    host_names: frozenset[str] = LOOPBACK_NAMES,
) -> Starlette:
    """The app over a world; `app.state.playground` is its running side.

    With a token only that one is let in. An archive is filled on every change (load it before).
    """
    # Some systems' tables say otherwise, and a browser told not to guess refuses such a script.
    mimetypes.add_type("text/javascript", ".js")
    if token is not None:
        world.bot_id = int(token.partition(":")[0])
    playground = Playground(world, clock=clock, archive=archive)
    telegram = TelegramApi(playground, token)

    async def index(_: Request) -> Response:
        return FileResponse(page_dir / "index.html", headers={"Cache-Control": "no-cache"})

    routes = [
        Route("/", index),
        *PageApi(playground).routes(),
        Route("/bot{token}/{method}", telegram.method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", telegram.download),
        Mount("/static", StaticFiles(directory=page_dir, check_dir=False)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, host_names=host_names)],
        exception_handlers={HTTPException: _http_error, ClientDisconnect: _nobody_there},  # type: ignore[dict-item]  # Starlette's type is too wide
    )
    app.state.playground = playground
    return app


async def _http_error(_: Request, error: HTTPException) -> Response:
    body = {"ok": False, "error_code": error.status_code, "description": error.detail, "error": error.detail}
    return JSONResponse(body, status_code=error.status_code)


async def _nobody_there(_: Request, __: ClientDisconnect) -> Response:
    return Response(status_code=400)


class _QuietServer(uvicorn.Server):
    """Leaves signals to the program it runs in, and starts and stops at once instead of by ticks.

    Tests start hundreds of these; uvicorn's own ticks would cost each 0.15 s.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        await self.stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            _, late = await asyncio.wait(self.server_state.tasks, timeout=STOP_WITHIN_S)
            for task in late:
                task.cancel()
        await asyncio.sleep(CLOSING_S)


def _bound_socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns delayed sending off (40 ms a request) only then.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} on {host} is in use by another program; choose one with --port."
            ) from error
        raise PortTaken(f"The address {host}:{port} cannot be used: {error.strerror}.") from error
    bound.setblocking(False)
    return bound


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve in this event loop while the block runs; gives the address, as http://127.0.0.1:8765.

    Port 0 takes a free one. Raises PortTaken.
    """
    bound = _bound_socket(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=False,
    )
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve(sockets=[bound]), name="playground-server")
    try:
        await server.listening.wait()
        shown_host = f"[{host}]" if ":" in host else host
        yield f"http://{shown_host}:{bound.getsockname()[1]}"
    finally:
        app.state.playground.close()
        server.stopping.set()
        await task
        bound.close()
