"""The long poll: every raw update is stored before it is confirmed, so that no crash loses one.

Telegram gives updates to one poll at a time, so only the process that leads polls.
"""

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
from bot.presence import Presence
from bot.receiving import ALLOWED_UPDATES, Receiver, has_number
from bot.turn import Services
from storage.database import StorageTrouble

log = structlog.get_logger(__name__)

POLL_S = 30
ANSWER_WITHIN_S = POLL_S + 15
UPDATES_AT_ONCE = 100
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

    def __init__(
        self,
        base_url: str,
        request: BaseRequest,
        dispatch: Dispatch,
        services: Services,
        presence: Presence,
    ) -> None:
        self._address = base_url
        self._request = request
        self._dispatch = dispatch
        self._receiver = Receiver(dispatch, services)
        self._services = services
        self._presence = presence
        self._next_id: int | None = None
        self._failures = 0
        self._conflicts = 0
        self._has_polled = False
        self._on_ready: Callable[[], None] | None = None
        self._began_at_s = 0.0

    async def run(self, on_ready: Callable[[], None] | None = None) -> None:
        """Poll whenever this process leads; `on_ready` hears of the first poll, or that another one polls."""
        self._began_at_s = _now_s()
        self._on_ready = on_ready
        standing_by = asyncio.create_task(self._tell_when_standing_by())
        try:
            while True:
                await self._presence.until_leading()
                await self._presence.while_leading(self._poll())
                self._services.pulse.stop("polling")
        finally:
            standing_by.cancel()

    async def _tell_when_standing_by(self) -> None:
        await self._presence.standing_by.wait()
        log.info("another process polls Telegram; this one stands by")
        self._tell_ready()

    def _tell_ready(self) -> None:
        if self._on_ready is not None:
            self._on_ready()
        self._on_ready = None

    async def _poll(self) -> None:
        self._has_polled = False
        self._next_id = None
        await self._forget_webhook()
        while self._presence.fence is not None:
            await self._dispatch.room()
            self._services.pulse.beat("polling")
            updates = await self._fetch()
            if updates:
                await self._keep(updates)
            if self._has_polled:
                self._tell_ready()

    async def _forget_webhook(self) -> None:
        """Polling is refused while a webhook is set."""
        while True:
            self._services.pulse.beat("polling")
            try:
                await self._request.post(f"{self._address}/deleteWebhook", read_timeout=ANSWER_WITHIN_S)
            except InvalidToken as error:
                raise StartFailed(TOKEN_REFUSED) from error
            except TelegramError as error:
                await self._pause(error)
            else:
                return

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
                f"{self._address}/getUpdates?{urlencode(question)}", read_timeout=ANSWER_WITHIN_S
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
        real = [update for update in updates if has_number(update)]
        try:
            await self._receiver.keep(real)
        except StorageTrouble as error:
            log.error("updates cannot be stored; they stay with Telegram", error=str(error))
            await asyncio.sleep(PAUSES_S[2])
            return
        newest = max((update["update_id"] for update in real), default=(self._next_id or 1) - 1)
        self._next_id = newest + 1

    async def _insist(self, error: Conflict) -> None:
        """Another copy polls: one of another database, for on this one only the leader does."""
        if self._presence.fence is None:
            return
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
