"""Telegram's webhook: each update is in the inbox before it is acknowledged.

Whatever is not answered with 200 comes again, so an update is lost only when the database stays away for a
day. The secret is compared first, in constant time; only then is the body read, and only so much of it.
"""

import asyncio
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.errors import TOKEN_REFUSED, StartFailed
from bot.intake import PAUSES_S
from bot.limiter import seconds_of
from bot.presence import Presence
from bot.receiving import ALLOWED_UPDATES, Receiver, has_number
from bot.settings import Settings
from storage.database import StorageTrouble

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name
BODY_AT_MOST = 1024 * 1024
"""Bytes; an update is a message of 4096 characters and what surrounds it, far below."""
CONNECTIONS_AT_MOST = 40
COME_AGAIN_AFTER_S = 5


def webhook_route(settings: Settings, receiver: Receiver) -> Route:
    """The route at the path of RUNCOACH_WEBHOOK_URL."""
    secret = settings.runcoach_webhook_secret
    if settings.runcoach_webhook_url is None or secret is None:
        raise ValueError("a webhook has an address and a secret")
    expected = secret.get_secret_value().encode()

    async def take(request: Request) -> Response:
        _check_secret(request, expected)
        update = _update_in(request, await _body_of(request))
        try:
            await receiver.keep([update])
        except StorageTrouble as error:
            log.error("an update cannot be stored; Telegram will repeat it", error=str(error))
            raise HTTPException(503, headers={"Retry-After": str(COME_AGAIN_AFTER_S)}) from error
        return Response()

    return Route(urlsplit(settings.runcoach_webhook_url).path or "/", take, methods=["POST"])


class Webhook:
    """Keeps the webhook registered while this process leads; receiving itself is the route's."""

    def __init__(self, bot: ExtBot[int], settings: Settings, presence: Presence) -> None:
        self._bot = bot
        self._settings = settings
        self._presence = presence

    async def run(self, on_ready: Callable[[], None] | None = None) -> None:
        """Register at every taking of the lead, until cancelled; raises StartFailed when Telegram refuses."""
        first = asyncio.create_task(self._tell_ready(on_ready))
        try:
            while True:
                await self._presence.until_leading()
                await self._presence.while_leading(self._hold())
        finally:
            first.cancel()

    async def _tell_ready(self, on_ready: Callable[[], None] | None) -> None:
        await self._presence.standing_by.wait()
        if on_ready is not None:
            on_ready()

    async def _hold(self) -> None:
        await self._register()
        self._presence.standing_by.set()  # registered: as ready as one that stands by
        await asyncio.Event().wait()

    async def _register(self) -> None:
        secret = self._settings.runcoach_webhook_secret
        failures = 0
        while True:
            try:
                await self._bot.set_webhook(
                    str(self._settings.runcoach_webhook_url),
                    secret_token=secret.get_secret_value() if secret else None,
                    allowed_updates=list(ALLOWED_UPDATES),
                    max_connections=CONNECTIONS_AT_MOST,
                    drop_pending_updates=False,
                )
            except InvalidToken as error:
                raise StartFailed(TOKEN_REFUSED) from error
            except BadRequest as error:
                raise StartFailed(f"Telegram refuses RUNCOACH_WEBHOOK_URL: {error.message}.") from error
            except TelegramError as error:
                log.warning("the webhook cannot be registered; trying again", error=type(error).__name__)
                pause_s = PAUSES_S[min(failures, len(PAUSES_S) - 1)]
                failures += 1
                wait_s = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
                await asyncio.sleep(max(pause_s, wait_s))
            else:
                log.info("Telegram sends updates to the webhook")
                return


def _check_secret(request: Request, expected: bytes) -> None:
    given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
    if not hmac.compare_digest(given, expected):
        raise HTTPException(403)


async def _body_of(request: Request) -> bytes:
    """The body, never more than the cap of it."""
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > BODY_AT_MOST:
        raise HTTPException(413)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BODY_AT_MOST:
            raise HTTPException(413)
    return bytes(body)


def _update_in(request: Request, body: bytes) -> dict[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415)
    try:
        update = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400) from error
    if not has_number(update):
        raise HTTPException(400)
    return dict(update)
