"""From the inbox to the handlers: one update at a time per chat, chats in parallel."""

import asyncio
import json
from collections import deque
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.background import Background
from bot.errors import describe
from bot.turn import Services
from bot.turning import Turning
from storage import inbox
from storage.database import StorageTrouble

log = structlog.get_logger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

CHATS_AT_ONCE = 16
# Telegram keeps what is not fetched: above this many waiting updates no more are asked for.
WAITING_AT_MOST = 1000
RETRY_PAUSES_S = (1.0, 5.0, 20.0)


class Dispatch:
    """Hands stored updates to the application, in order per chat."""

    def __init__(self, application: AnyApplication, turning: Turning, services: Services) -> None:
        self._application = application
        self._turning = turning
        self._services = services
        self._queues: dict[int, deque[int]] = {}
        self._slots = asyncio.Semaphore(CHATS_AT_ONCE)
        self._tasks = Background()
        self._waiting = 0
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._stopping = False

    async def replay(self) -> int:
        """Take up what an earlier process left unhandled; gives how many updates."""
        now = self._services.clock()
        async with self._services.database.transaction() as connection:
            given_up = await inbox.begin_replay(connection, now=now)
            left = await inbox.waiting(connection)
        if given_up:
            log.error("updates unhandled at every start are set aside", count=given_up)
        for update_id, chat_id in left:
            self.add(update_id, chat_id)
        return len(left)

    def add(self, update_id: int, chat_id: int | None) -> None:
        """Queue a stored update behind the others of its chat."""
        lane = chat_id or 0
        self._waiting += 1
        if self._waiting >= WAITING_AT_MOST:
            self._has_room.clear()
        if lane in self._queues:
            self._queues[lane].append(update_id)
            return
        self._queues[lane] = deque([update_id])
        self._tasks.start(self._work_through(lane))

    async def room(self) -> None:
        """Return when more updates may be fetched."""
        await self._has_room.wait()

    async def stop(self, at_most_s: float) -> None:
        """Finish the updates in hand; the others wait in the inbox for the next start."""
        self._stopping = True
        await self._tasks.finish(at_most_s)

    async def _work_through(self, lane: int) -> None:
        queue = self._queues[lane]
        while queue and not self._stopping:
            update_id = queue.popleft()
            async with self._slots:
                await self._handle(update_id)
            self._waiting -= 1
            if self._waiting < WAITING_AT_MOST:
                self._has_room.set()
        del self._queues[lane]

    async def _handle(self, update_id: int) -> None:
        """Handle one update; while the database does not answer, it stays in the inbox and is tried again."""
        for pause_s in (*RETRY_PAUSES_S, None):
            try:
                await self._process(update_id)
            except StorageTrouble as error:
                log.error("an update waits for the database", update_id=update_id, error=str(error))
                if pause_s is None or self._stopping:
                    return
                await asyncio.sleep(pause_s)
            except Exception as error:  # noqa: BLE001  # one update must not stop its chat
                log.error("an update could not be ended", update_id=update_id, **describe(error))
                return
            else:
                return

    async def _process(self, update_id: int) -> None:
        async with self._services.database.reading() as connection:
            body = await inbox.body(connection, update_id)
        if body is None:
            return
        try:
            update = Update.de_json(json.loads(body), self._application.bot)
        except Exception as error:  # noqa: BLE001  # whatever the library cannot read is this update's fault alone
            log.error("an update cannot be read", update_id=update_id, error=type(error).__name__)
            await self._end(update_id, error)
            return
        await self._application.process_update(update)
        try:
            self._turning.raise_trouble_with(update_id)
        except StorageTrouble:
            raise
        except Exception as error:  # noqa: BLE001  # a bug before or after the handler is this update's alone
            log.error("an update could not be handled", update_id=update_id, **describe(error))
            await self._end(update_id, error)
        else:
            await self._end(update_id, None)

    async def _end(self, update_id: int, error: Exception | None) -> None:
        """End what no handler ended: unreadable, or of a kind that asks for nothing."""
        now = self._services.clock()
        async with self._services.database.reading() as connection:
            if await inbox.body(connection, update_id) is None:
                return
        async with self._services.database.transaction() as connection:
            if error is not None:
                await inbox.mark_failed(connection, update_id, type(error).__name__, now=now)
            else:
                await inbox.mark_ignored(connection, update_id, now=now)
