"""The public web application: the routes it is given, and nothing else.

/health and /metrics are not here but on a port of their own (bot/monitoring.py), which stays on this machine.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from bot.errors import StartFailed, describe
from bot.serving import PortTaken, serve
from bot.settings import Settings

log = structlog.get_logger(__name__)

WEBHOOK_PORT = 8080
"""Where a webhook is listened for when RUNCOACH_WEB_PORT says nothing."""


def web_app(routes: Sequence[BaseRoute]) -> Starlette:
    """The application over these routes; every error is a short plain text without detail."""
    return Starlette(
        routes=list(routes),
        exception_handlers={
            HTTPException: _refused,  # type: ignore[dict-item]  # Starlette's type is too wide
            ClientDisconnect: _nobody_there,
            Exception: _failed,
        },
    )


def web_port(settings: Settings) -> int | None:
    """The port the public application listens on; None when it is off."""
    if settings.runcoach_web_port is None and settings.runcoach_webhook_url is not None:
        return WEBHOOK_PORT
    return settings.runcoach_web_port


@asynccontextmanager
async def served(settings: Settings, routes: Sequence[BaseRoute]) -> AsyncIterator[str | None]:
    """Serve the routes while the block runs, if a port is set; gives the address. Raises StartFailed."""
    port = web_port(settings)
    if port is None or not routes:
        yield None
        return
    try:
        async with serve(web_app(routes), settings.runcoach_web_host, port) as address:
            log.info("the web application is served", address=address)
            yield address
    except PortTaken as error:
        reason = str(error).replace("choose one with --port", "choose another")
        raise StartFailed(f"RUNCOACH_WEB_PORT: {reason}") from error


async def _refused(_: Request, error: HTTPException) -> Response:
    return PlainTextResponse(error.detail, status_code=error.status_code, headers=error.headers)


async def _nobody_there(_: Request, __: Exception) -> Response:
    return PlainTextResponse("", status_code=400)


async def _failed(_: Request, error: Exception) -> Response:
    log.error("a web request failed", **describe(error))
    return PlainTextResponse("Internal Server Error", status_code=500)
