"""Pacing what leaves: replies first, bulk in its own narrower stream, every chat on its own.

Telegram takes about 30 messages a second overall and one a second in a chat, short bursts aside
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
"""

import asyncio
import bisect
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

OVERALL_PER_S = 28.0
OVERALL_BURST = 2
BULK_PER_S = 20.0  # leaves 8 a second to replies while a broadcast runs
CHAT_PER_S = 1.0
CHAT_BURST = 3
# An answer is often an edit of the question and a new message; Telegram counts answers less strictly.
CREDIT_PER_UPDATE = 2
FIRST_BULK_LANE = 2
PERMITTED = -1  # rate_limit_args of a request that `permit` has let through
# Refusals in this many chats within this time mean the bot as a whole is too fast.
REFUSING_CHATS = 3
REFUSALS_WITHIN_S = 3.0
CHATS_REMEMBERED = 10_000
# Requests that Telegram counts for no chat, or that must not wait.
UNPACED = frozenset(
    {
        "answerCallbackQuery",
        "sendChatAction",
        "getFile",
        "getMe",
        "setMyCommands",
        "deleteWebhook",
        "setWebhook",
    }
)


@dataclass
class Pace:
    """A steady rate with a burst: each taking moves the next free instant by one interval."""

    per_s: float
    burst: int = 1
    booked_until: float = 0.0

    def free_at(self) -> float:
        return self.booked_until - (self.burst - 1) / self.per_s

    def take(self, now: float) -> None:
        self.booked_until = max(self.booked_until, now) + 1 / self.per_s

    def credit(self, requests: int) -> None:
        self.booked_until -= requests / self.per_s


@dataclass(order=True)
class Waiting:
    """A request in line: by lane, then by age."""

    lane: int
    number: int
    chat_id: int = field(compare=False)
    turn: "asyncio.Future[None]" = field(compare=False)


class LaneLimiter(BaseRateLimiter[int]):
    """Lets requests through by lane (0 first), within the rates above; a refusing chat delays nobody else.

    `rate_limit_args` is the lane of a request; without one it is a reply.
    """

    def __init__(self) -> None:
        self._overall = Pace(OVERALL_PER_S, OVERALL_BURST)
        self._bulk = Pace(BULK_PER_S)
        self._chats: dict[int, Pace] = {}
        self._closed_until: dict[int, float] = {}
        self._bulk_closed_until = 0.0
        self._refusals: deque[tuple[float, int]] = deque()
        self._line: list[Waiting] = []
        self._count = 0
        self._alarm: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Wait for a permit, make the request, and close a chat that answers "too many requests"."""
        chat_id = data.get("chat_id")
        if isinstance(chat_id, int) and endpoint not in UNPACED and rate_limit_args != PERMITTED:
            await self.permit(chat_id, rate_limit_args or 0)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            if isinstance(chat_id, int):
                self.close(chat_id, seconds_of(error))
            raise

    async def permit(self, chat_id: int, lane: int) -> None:
        """Return when a request of this lane may go to this chat."""
        turn = asyncio.get_running_loop().create_future()
        self._count += 1
        waiting = Waiting(lane, self._count, chat_id, turn)
        bisect.insort(self._line, waiting)
        self._let_through()
        try:
            await turn
        except asyncio.CancelledError:
            if waiting in self._line:
                self._line.remove(waiting)
            raise

    def closed_for(self, chat_id: int, lane: int) -> float:
        """Seconds for which Telegram refuses this chat (or, for bulk, everything); 0 when it does not."""
        until = self._closed_until.get(chat_id, 0.0)
        if lane >= FIRST_BULK_LANE:
            until = max(until, self._bulk_closed_until)
        return max(until - _now(), 0.0)

    def close(self, chat_id: int, seconds: float) -> None:
        """Telegram refuses this chat for a while; several chats at once stop the bulk lanes too."""
        now = _now()
        self._closed_until[chat_id] = max(self._closed_until.get(chat_id, 0.0), now + seconds)
        self._refusals.append((now, chat_id))
        while self._refusals and self._refusals[0][0] < now - REFUSALS_WITHIN_S:
            self._refusals.popleft()
        if len({chat for _, chat in self._refusals}) >= REFUSING_CHATS:
            self._bulk_closed_until = max(self._bulk_closed_until, now + seconds)

    def credit(self, chat_id: int) -> None:
        """A runner wrote: an answer of the usual size is not counted against the chat's burst."""
        if chat_id in self._chats:
            self._chats[chat_id].credit(CREDIT_PER_UPDATE)
            self._let_through()

    def _let_through(self) -> None:
        """Give every waiting request whose time has come its turn, and wake up for the next one."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        now = _now()
        soonest = float("inf")
        for waiting in list(self._line):
            free_at = self._free_at(waiting)
            if free_at > now:
                soonest = min(soonest, free_at)
                continue
            self._line.remove(waiting)
            if not waiting.turn.done():
                self._take(waiting, now)
                waiting.turn.set_result(None)
        if self._line:
            self._alarm = asyncio.get_running_loop().call_at(soonest, self._let_through)

    def _free_at(self, waiting: Waiting) -> float:
        chat = self._chats.get(waiting.chat_id)
        times = [
            self._overall.free_at(),
            self._closed_until.get(waiting.chat_id, 0.0),
            chat.free_at() if chat else 0.0,
        ]
        if waiting.lane >= FIRST_BULK_LANE:
            times += [self._bulk.free_at(), self._bulk_closed_until]
        return max(times)

    def _take(self, waiting: Waiting, now: float) -> None:
        self._overall.take(now)
        if waiting.lane >= FIRST_BULK_LANE:
            self._bulk.take(now)
        if len(self._chats) > CHATS_REMEMBERED:
            self._forget_idle_chats(now)
        self._chats.setdefault(waiting.chat_id, Pace(CHAT_PER_S, CHAT_BURST)).take(now)

    def _forget_idle_chats(self, now: float) -> None:
        self._chats = {chat: pace for chat, pace in self._chats.items() if pace.booked_until > now}
        self._closed_until = {chat: until for chat, until in self._closed_until.items() if until > now}


def seconds_of(error: RetryAfter) -> float:
    """The waiting time Telegram asks for."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _now() -> float:
    return asyncio.get_running_loop().time()
