"""The long poll: every raw update is stored before it is confirmed, so that no crash loses one."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.dispatch import Dispatch
from bot.errors import SECOND_COPY, TOKEN_REFUSED, StartFailed
from bot.limiter import seconds_of
from bot.turn import Services
from storage import inbox
from storage.database import StorageTrouble
from storage.inbox import ReceivedUpdate

log = structlog.get_logger(__name__)

POLL_S = 30
ANSWER_WITHIN_S = POLL_S + 15
UPDATES_AT_ONCE = 100
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
PAUSES_S = (0.5, 1, 2, 4, 8, 15, 30)
# Telegram ends the older of two polls. So that the newer copy is the one to give way, a copy that has polled
# for a while insists, and one that has just started stops at the first conflict.
YOUNG_FOR_S = 15.0
CONFLICTS_AT_MOST = 5
CONFLICT_PAUSE_S = 2.0


class Intake:
    """Fetches updates until it is cancelled; raises StartFailed when Telegram refuses this bot for good.

    `base_url` is the bot's address on the Bot API server, token included; `request` carries nothing else.
    """

    def __init__(self, base_url: str, request: BaseRequest, dispatch: Dispatch, services: Services) -> None:
        self._url = f"{base_url}/getUpdates"
        self._request = request
        self._dispatch = dispatch
        self._services = services
        self._next_id: int | None = None
        self._failures = 0
        self._conflicts = 0
        self._has_polled = False
        self._began_at_s = 0.0

    async def run(self, on_first_poll: Callable[[], None] | None = None) -> None:
        self._began_at_s = _now_s()
        while True:
            await self._dispatch.room()
            self._services.pulse.beat("polling")
            updates = await self._fetch()
            if updates:
                await self._keep(updates)
            if on_first_poll is not None and self._has_polled:
                on_first_poll()
                on_first_poll = None

    async def _fetch(self) -> list[dict[str, Any]]:
        """The next updates; none, after a pause, when Telegram did not answer."""
        # The first poll asks and does not wait, so that a refusal shows at once.
        question = {
            "timeout": POLL_S if self._has_polled else 0,
            "limit": UPDATES_AT_ONCE,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if self._next_id is not None:
            question["offset"] = self._next_id
        try:
            answer = await self._request.post(
                f"{self._url}?{urlencode(question)}", read_timeout=ANSWER_WITHIN_S
            )
        except InvalidToken as error:
            raise StartFailed(TOKEN_REFUSED) from error
        except Conflict as error:
            await self._insist(error)
            return []
        except TelegramError as error:
            await self._pause(error)
            return []
        self._note_success()
        return answer if isinstance(answer, list) else []

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Store the updates; only then does the next request confirm them."""
        received = [_received(update) for update in updates if isinstance(update.get("update_id"), int)]
        try:
            async with self._services.database.transaction() as connection:
                new = set(await inbox.keep(connection, received, now=self._services.clock()))
        except StorageTrouble as error:
            log.error("updates cannot be stored; they stay with Telegram", error=str(error))
            await asyncio.sleep(PAUSES_S[2])
            return
        self._next_id = max((item.update_id for item in received), default=(self._next_id or 1) - 1) + 1
        for item in received:
            if item.update_id in new:
                self._dispatch.add(item.update_id, item.chat_id)

    async def _insist(self, error: Conflict) -> None:
        self._conflicts += 1
        if _now_s() - self._began_at_s < YOUNG_FOR_S or self._conflicts > CONFLICTS_AT_MOST:
            raise StartFailed(SECOND_COPY) from error
        log.warning("another copy of this bot asked Telegram for updates")
        await asyncio.sleep(CONFLICT_PAUSE_S)

    async def _pause(self, error: TelegramError) -> None:
        if self._failures == 0:
            log.warning("no updates come from Telegram; trying again", error=type(error).__name__)
        pause_s = PAUSES_S[min(self._failures, len(PAUSES_S) - 1)]
        self._failures += 1
        await asyncio.sleep(max(pause_s, seconds_of(error)) if isinstance(error, RetryAfter) else pause_s)

    def _note_success(self) -> None:
        if self._failures:
            log.info("updates come again", failures=self._failures)
        self._failures = 0
        self._conflicts = 0
        self._has_polled = True


def _now_s() -> float:
    return asyncio.get_running_loop().time()


def _received(update: dict[str, Any]) -> ReceivedUpdate:
    """The raw update with the ids that order and erase it, as far as it has any."""
    chat_id, user_id = _ids(update)
    return ReceivedUpdate(int(update["update_id"]), chat_id, user_id, json.dumps(update))


def _ids(update: dict[str, Any]) -> tuple[int | None, int | None]:
    for kind in ALLOWED_UPDATES:
        content = update.get(kind)
        if isinstance(content, dict):
            sender = content.get("from")
            message = content.get("message") if kind == "callback_query" else content
            chat = message.get("chat") if isinstance(message, dict) else sender
            return _id_of(chat), _id_of(sender)
    return None, None


def _id_of(value: Any) -> int | None:
    number = value.get("id") if isinstance(value, dict) else None
    return number if isinstance(number, int) else None
