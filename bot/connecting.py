"""The way to the Bot API server: requests, the application around them, and the first contact."""

import asyncio
import re
from itertools import chain, repeat
from urllib.parse import urlsplit

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application
from telegram.request import HTTPXRequest

from bot.dispatch import AnyApplication
from bot.errors import TOKEN_REFUSED, StartFailed
from bot.limiter import LaneLimiter
from bot.settings import Settings

log = structlog.get_logger(__name__)

TOKEN_SHAPE = re.compile(r"\d+:[\w-]+", re.ASCII)
LOOPBACK = ("127.0.0.1", "localhost", "::1")
CONNECTIONS = 64
ANSWER_WITHIN_S = 15.0
UPLOAD_WITHIN_S = 30.0
PAUSES_S = (1, 2, 4, 8, 15)


def build_application(settings: Settings, limiter: LaneLimiter) -> AnyApplication:
    """The application without an updater or clock of its own; raises StartFailed for a shapeless token."""
    token = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else ""
    if not TOKEN_SHAPE.fullmatch(token):
        raise StartFailed(TOKEN_REFUSED)
    builder = (
        Application.builder()
        .token(token)
        .base_url(f"{settings.telegram_api_base_url}/bot")
        .base_file_url(f"{settings.telegram_api_base_url}/file/bot")
        .request(request_for(settings, connections=CONNECTIONS, answer_within_s=ANSWER_WITHIN_S))
        .get_updates_request(request_for(settings, connections=1, answer_within_s=ANSWER_WITHIN_S))
        .rate_limiter(limiter)
        .updater(None)
        .job_queue(None)
    )
    return builder.build()


def request_for(settings: Settings, *, connections: int, answer_within_s: float) -> HTTPXRequest:
    """HTTP to the Bot API server; one on this machine is reached past any proxy of the environment."""
    local = urlsplit(settings.telegram_api_base_url).hostname in LOOPBACK
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=10.0,
        read_timeout=answer_within_s,
        write_timeout=answer_within_s,
        media_write_timeout=UPLOAD_WITHIN_S,
        pool_timeout=5.0,
        httpx_kwargs={"trust_env": not local},
    )


async def connect(application: AnyApplication, settings: Settings, stop: asyncio.Event) -> bool:
    """Say hello to Telegram until it answers; False when asked to stop meanwhile. Raises StartFailed."""
    connected = False
    try:
        connected = await _say_hello(application, settings, stop)
    except InvalidToken as error:
        raise StartFailed(TOKEN_REFUSED) from error
    finally:
        if not connected:  # an application that never began closes nothing by itself
            await application.bot.request.shutdown()
    return connected


async def _say_hello(application: AnyApplication, settings: Settings, stop: asyncio.Event) -> bool:
    for attempt, pause_s in enumerate(chain(PAUSES_S, repeat(PAUSES_S[-1]))):
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            if attempt == 0:
                address = settings.telegram_api_base_url
                log.warning(f"{address} cannot be reached; trying again.", error=type(error).__name__)
        else:
            return True
        try:
            await asyncio.wait_for(stop.wait(), pause_s)
        except TimeoutError:
            continue
        return False
    return False
