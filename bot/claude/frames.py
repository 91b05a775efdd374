"""Words shown while they come: a streamed draft in a private chat, paced as Telegram bears it."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

import structlog
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.limiter import PERMITTED, LaneLimiter

log = structlog.get_logger(__name__)

FRAME_EVERY_S = 0.8
"""Clients flicker with faster frames; Telegram publishes no quota for them."""
KEEP_ALIVE_S = 20.0  # a draft is a preview of 30 s
FRAMES_PER_S = 20.0  # over all chats, so that frames leave room for messages
DRAFT_AT_MOST = 1000


class FrameRoom:
    """What all drafts together may send: a frame that would have to wait is left out."""

    def __init__(self) -> None:
        self._next_s = 0.0

    def take(self) -> bool:
        now_s = asyncio.get_running_loop().time()
        if now_s < self._next_s:
            return False
        self._next_s = max(self._next_s, now_s - 1.0) + 1 / FRAMES_PER_S
        return True


class Frames:
    """While the block runs, the newest text given to `show` stands as a draft in the chat.

    A text is given as a function, called only for the frames that are sent: answers come faster than frames.
    Only private chats (positive ids) have drafts. A draft that cannot be shown is no failure: the message
    that follows says it all.
    """

    def __init__(self, bot: ExtBot[int], limiter: LaneLimiter, room: FrameRoom, chat_id: int) -> None:
        self._bot = bot
        self._limiter = limiter
        self._room = room
        self._chat_id = chat_id
        self._text: Callable[[], str] = str
        self._shown: str | None = None
        self._shown_at_s = 0.0
        self._ended = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def show(self, text: Callable[[], str]) -> None:
        self._text = text

    async def __aenter__(self) -> Self:
        if self._chat_id > 0:
            self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """A frame on its way is let arrive: it must not come after the message that follows."""
        self._ended.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        try:
            while not self._ended.is_set():
                await self._frame()
                await self._pause()
        except RetryAfter as error:
            # The limiter has closed the chat; the final message waits that out in the outbox.
            log.info("drafts are refused for a while", retry_after=str(error.retry_after))
        except TelegramError as error:
            log.info("a draft could not be shown", error=type(error).__name__)

    async def _frame(self) -> None:
        now_s = asyncio.get_running_loop().time()
        if self._limiter.closed_for(self._chat_id, 0) > 0:
            return
        text = self._text()[:DRAFT_AT_MOST]
        if text == self._shown and now_s - self._shown_at_s < KEEP_ALIVE_S:
            return
        if not self._room.take():
            return
        await self._bot.send_message_draft(self._chat_id, draft_id=1, text=text, rate_limit_args=PERMITTED)
        self._shown, self._shown_at_s = text, now_s

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._ended.wait(), FRAME_EVERY_S)
        except TimeoutError:
            return
