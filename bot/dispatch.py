"""From the inbox to the handlers: one update at a time per chat, chats in parallel, whoever received them.

A chat is handled by the process that holds it. What another process received for it, what a dead process
left and what nobody took is looked for now and then, often where there are other processes.
"""

import asyncio
import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.background import Background
from bot.errors import describe
from bot.presence import Presence
from bot.turn import Services
from bot.turning import Turning
from storage import inbox
from storage.database import StorageTrouble
from storage.inbox import AlreadyHandled

log = structlog.get_logger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

CHATS_AT_ONCE = 16
# Telegram keeps what is not fetched: above this many waiting updates no more are asked for.
WAITING_AT_MOST = 1000
RETRY_PAUSES_S = (1.0, 5.0, 20.0)
LOOK_AMONG_OTHERS_S = 0.1
LOOK_ALONE_S = 1.0
SEEN_AT_ONCE = 200
# A chat is given back when this much later nothing waits in it: by then its pace is forgotten too.
IDLE = timedelta(seconds=3)
LET_GO_EVERY_S = 3.0


class Dispatch:
    """Hands stored updates to the application, in order per chat."""

    def __init__(
        self, application: AnyApplication, turning: Turning, services: Services, presence: Presence
    ) -> None:
        self._application = application
        self._turning = turning
        self._services = services
        self._presence = presence
        self._owner = services.owner.name
        self._queued: dict[int, int] = {}
        self._skipped: set[int] = set()
        self._slots = asyncio.Semaphore(CHATS_AT_ONCE)
        self._tasks = Background()
        self._waiting = 0
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._stopping = False
        self._holds_chats = False

    async def replay(self) -> int:
        """Take up what dead processes and earlier starts left unhandled; gives in how many chats."""
        return await self._look()

    async def run(self) -> None:
        """Look for what waits in this process's chats, and for chats without a process, until cancelled."""
        loop = asyncio.get_running_loop()
        let_go_at_s = loop.time() + LET_GO_EVERY_S
        while True:
            await asyncio.sleep(LOOK_AMONG_OTHERS_S if self._presence.others else LOOK_ALONE_S)
            try:
                await self._look()
                if self._holds_chats and loop.time() >= let_go_at_s:
                    await self._let_go()
                    let_go_at_s = loop.time() + LET_GO_EVERY_S
            except StorageTrouble as error:
                log.warning("the inbox cannot be looked through", error=str(error))

    def wants(self, chats: Iterable[int]) -> list[int]:
        """Which chats of new updates this process takes: all it can when others could take the rest."""
        if not self._presence.others:
            return list(chats)
        room = max(CHATS_AT_ONCE - len(self._queued), 0)
        known = [chat for chat in chats if chat in self._queued]
        new = [chat for chat in dict.fromkeys(chats) if chat not in self._queued]
        return known + new[:room]

    def add(self, chat_id: int) -> None:
        """An update waits in a chat of this process."""
        self._holds_chats = True
        self._waiting += 1
        if self._waiting >= WAITING_AT_MOST:
            self._has_room.clear()
        if chat_id in self._queued:
            self._queued[chat_id] += 1
            return
        self._queued[chat_id] = 1
        self._tasks.start(self._work_through(chat_id))

    async def room(self) -> None:
        """Return when more updates may be fetched."""
        await self._has_room.wait()

    async def stop(self, at_most_s: float) -> None:
        """Finish the updates in hand; the others wait in the inbox for the next start."""
        self._stopping = True
        await self._tasks.finish(at_most_s)

    async def leave(self) -> None:
        """Give every chat back to whoever is there."""
        async with self._services.database.transaction() as connection:
            await inbox.leave(connection, owner=self._owner)

    async def _look(self) -> int:
        async with self._services.database.reading() as connection:
            mine, free = await inbox.unattended(connection, owner=self._owner, limit=SEEN_AT_ONCE)
        dead = self._presence.dead
        wanted = self.wants(sorted(free))
        if dead or wanted:
            mine |= await self._adopt(dead, wanted)
        new = [chat for chat in sorted(mine) if chat not in self._queued]
        for chat in new:
            self.add(chat)
        return len(new)

    async def _adopt(self, dead: frozenset[str], free: Iterable[int]) -> set[int]:
        now = self._services.clock()
        async with self._services.database.transaction() as connection:
            adopted = await inbox.adopt(connection, owner=self._owner, dead=dead, free=list(free), now=now)
        if adopted.set_aside:
            log.error("updates unhandled at every start are set aside", count=adopted.set_aside)
        if adopted.chats:
            self._holds_chats = True
        return set(adopted.chats)

    async def _let_go(self) -> None:
        now = self._services.clock()
        async with self._services.database.transaction() as connection:
            await inbox.let_go(connection, owner=self._owner, idle_since_utc=now - IDLE, now=now)
        async with self._services.database.reading() as connection:
            self._holds_chats = self._owner in await inbox.holders(connection)

    async def _work_through(self, chat_id: int) -> None:
        try:
            while self._queued[chat_id] > 0 and not self._stopping:
                async with self._slots:
                    has_more = await self._handle_next(chat_id)
                self._note_handled(chat_id, 1 if has_more else self._queued[chat_id])
        finally:
            self._note_handled(chat_id, self._queued[chat_id])
            del self._queued[chat_id]

    def _note_handled(self, chat_id: int, count: int) -> None:
        self._queued[chat_id] -= count
        self._waiting -= count
        if self._waiting < WAITING_AT_MOST:
            self._has_room.set()

    async def _handle_next(self, chat_id: int) -> bool:
        """Handle the chat's first update; False when there is none, or it must wait for the database."""
        for pause_s in (*RETRY_PAUSES_S, None):
            try:
                return await self._process_next(chat_id)
            except StorageTrouble as error:
                log.error("an update waits for the database", chat_waits=True, error=str(error))
                if pause_s is None or self._stopping:
                    return False  # it stays in the inbox and is found there again
                await asyncio.sleep(pause_s)
        return False

    async def _process_next(self, chat_id: int) -> bool:
        async with self._services.database.reading() as connection:
            found = await inbox.next_of(connection, chat_id, owner=self._owner, skipped=self._skipped)
        if found is None:
            return False
        update_id, body = found
        try:
            await self._process(update_id, body)
        except StorageTrouble:
            raise
        except Exception as error:  # noqa: BLE001  # one update must not stop its chat
            log.error("an update could not be ended", update_id=update_id, **describe(error))
            self._skipped.add(update_id)
        return True

    async def _process(self, update_id: int, body: str) -> None:
        try:
            update = Update.de_json(json.loads(body), self._application.bot)
        except Exception as error:  # noqa: BLE001  # whatever the library cannot read is this update's fault alone
            log.error("an update cannot be read", update_id=update_id, error=type(error).__name__)
            await self._end(update_id, error)
            return
        await self._application.process_update(update)
        has_ended = self._turning.has_ended(update_id)
        try:
            self._turning.raise_trouble_with(update_id)
        except StorageTrouble:
            raise
        except Exception as error:  # noqa: BLE001  # a bug before or after the handler is this update's alone
            log.error("an update could not be handled", update_id=update_id, **describe(error))
            await self._end(update_id, error)
        else:
            if not has_ended:
                await self._end(update_id, None)

    async def _end(self, update_id: int, error: Exception | None) -> None:
        """End what no handler ended: unreadable, or of a kind that asks for nothing."""
        now = self._services.clock()
        async with self._services.database.reading() as connection:
            if await inbox.body(connection, update_id) is None:
                return
        try:
            async with self._services.database.transaction() as connection:
                if error is not None:
                    name = type(error).__name__
                    await inbox.mark_failed(connection, update_id, name, owner=self._owner, now=now)
                else:
                    await inbox.mark_ignored(connection, update_id, owner=self._owner, now=now)
        except AlreadyHandled:
            log.warning("an update was handled elsewhere", update_id=update_id)
