"""The playground's web server: the Bot API and the chat page in one Starlette app under uvicorn."""

import mimetypes
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot import serving
from bot.playground.archive import Archive
from bot.playground.clock_api import ClockApi
from bot.playground.guards import LOOPBACK_NAMES, Guard
from bot.playground.live import Playground
from bot.playground.moving import Agenda, ClockMover
from bot.playground.page_api import PageApi
from bot.playground.telegram_api import TelegramApi
from bot.playground.world import World
from bot.serving import PortTaken

__all__ = ["PortTaken", "create_app", "serve"]

PAGE_DIR = Path(__file__).parent / "page"
# A browser asks each time whether a file changed: after an upgrade no page mixes old and new scripts.
ASK_EACH_TIME = {"Cache-Control": "no-cache"}


def create_app(
    world: World,
    *,
    token: str | None = None,
    page_dir: Path = PAGE_DIR,
    archive: Archive | None = None,
    clock: Callable[[], float] = time.time,
    agenda: Agenda | None = None,
    host_names: frozenset[str] = LOOPBACK_NAMES,
) -> Starlette:
    """The app over a world; `app.state.playground` is its running side.

    With a token only that one is let in. An archive is filled on every change (load it before). `clock` is
    the real time; the agenda tells where to stop when the world's is moved.
    """
    # Some systems' tables say otherwise, and a browser told not to guess refuses such a script.
    mimetypes.add_type("text/javascript", ".js")
    if token is not None:
        world.bot_id = int(token.partition(":")[0])
    playground = Playground(world, real_clock=clock, archive=archive)
    telegram = TelegramApi(playground, token)

    async def index(_: Request) -> Response:
        return FileResponse(page_dir / "index.html", headers=ASK_EACH_TIME)

    routes = [
        Route("/", index),
        *PageApi(playground).routes(),
        *ClockApi(ClockMover(playground, agenda)).routes(),
        Route("/bot{token}/{method}", telegram.method, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", telegram.download),
        Mount("/static", _PageFiles(directory=page_dir, check_dir=False)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, host_names=host_names)],
        exception_handlers={HTTPException: _http_error, ClientDisconnect: _nobody_there},  # type: ignore[dict-item]  # Starlette's type is too wide
    )
    app.state.playground = playground
    return app


class _PageFiles(StaticFiles):
    """The page's scripts and styles, never taken from a cache unasked."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers.update(ASK_EACH_TIME)
        return response


async def _http_error(_: Request, error: HTTPException) -> Response:
    body = {"ok": False, "error_code": error.status_code, "description": error.detail, "error": error.detail}
    return JSONResponse(body, status_code=error.status_code)


async def _nobody_there(_: Request, __: ClientDisconnect) -> Response:
    return Response(status_code=400)


@asynccontextmanager
async def serve(app: Starlette, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serve a playground's app while the block runs, as bot.serving does; its long polls end with it."""
    async with serving.serve(app, host, port, before_stop=app.state.playground.close) as address:
        yield address
