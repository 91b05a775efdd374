"""This process among the others on the same database: who lives, who leads, and what the dead have left.

One process leads: it alone polls Telegram or registers the webhook, and it alone sends bulk. It renews a
lease; when it stops doing so another leads within seconds, at once when it is seen to be gone from this
machine. A leader that was stopped and wakes knows by its own clock that its lease is over, and whatever it
does with the database is fenced.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal

import structlog

from bot.turn import Services
from storage import inbox, processes
from storage.database import StorageTrouble

log = structlog.get_logger(__name__)

Role = Literal["all", "web", "worker"]
DUTY = "bot"
SENDING_ROLES = ("all", "web")
# A leader stops this long before others may take over: clocks of one lease do not tick alike.
MARGIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """For how long a process is believed to live, how often it says so, looks around and ticks."""

    lease_s: float = 10.0
    beat_s: float = 3.0
    look_s: float = 1.0
    tick_s: float = 1.0
    clock_is_moved: bool = False
    """By hand, in the playground: a jump ahead is no news."""


class Presence:
    """Lives from `join` to `leave`; in between `run` keeps it up."""

    def __init__(self, services: Services, role: Role, rhythm: Rhythm | None = None) -> None:
        self._services = services
        self._role = role
        self._rhythm = rhythm or Rhythm()
        self._owner = services.owner
        self._announced_at_s = float("-inf")
        self._leads_until_s = float("-inf")
        self._fence: int | None = None
        self._others = 0
        self._dead: frozenset[str] = frozenset()
        self._blind = False
        self._leading = asyncio.Event()
        self._lost = asyncio.Event()
        self._lost.set()
        self.standing_by = asyncio.Event()
        """Set once another process was found to lead."""
        self.on_death: Callable[[], None] = lambda: None

    @property
    def others(self) -> int:
        """How many other processes talk to Telegram."""
        return self._others

    @property
    def dead(self) -> frozenset[str]:
        """The names of processes that are no more."""
        return self._dead

    @property
    def fence(self) -> int | None:
        """The number of this process's lead, None while it does not lead."""
        return self._fence if self._leading.is_set() and _now_s() < self._leads_until_s else None

    async def join(self) -> None:
        """Announce this process and take the lead if nobody has it. Raises StorageTrouble."""
        await self._announce()
        await self._look()

    async def run(self) -> None:
        """Renew what this process holds and watch the others, until cancelled."""
        while True:
            await asyncio.sleep(self._rhythm.look_s)
            try:
                if _now_s() - self._announced_at_s >= self._rhythm.beat_s:
                    await self._announce()
                await self._look()
            except StorageTrouble as error:
                if not self._blind:
                    log.warning("the other processes cannot be seen", error=str(error))
                self._blind = True
            else:
                self._blind = False
                self._services.pulse.beat("presence")
            if self._leading.is_set() and _now_s() >= self._leads_until_s:
                self._lose("its lease ran out")

    async def resign(self) -> None:
        """Let another lead."""
        if not self._leading.is_set():
            return
        self._lose("it stops")
        async with self._services.database.transaction() as connection:
            await processes.resign(connection, DUTY, self._owner.name)

    async def leave(self) -> None:
        """Take this process off the list; it holds nothing any more."""
        self._services.pulse.stop("presence")
        async with self._services.database.transaction() as connection:
            await processes.leave(connection, self._owner.name)

    async def until_leading(self) -> None:
        await self._leading.wait()

    async def while_leading(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something until it ends or the lead is lost; raises what it raises."""
        task = asyncio.create_task(work)
        lost = asyncio.create_task(self._lost.wait())
        try:
            await asyncio.wait({task, lost}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            lost.cancel()
            if not task.done():
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        if not task.cancelled():
            task.result()

    async def _announce(self) -> None:
        """Renew the lease of this process, and that of the lead while it has it."""
        began_s = _now_s()
        name, lease_s = self._owner.name, self._rhythm.lease_s
        async with self._services.database.transaction() as connection:
            await processes.announce(connection, name, self._role, lease_s=lease_s)
            fence = await self._lead(connection, ()) if self._leading.is_set() else None
        self._announced_at_s = began_s
        if self._leading.is_set():
            self._note_lead(fence, began_s)

    async def _look(self) -> None:
        async with self._services.database.reading() as connection:
            # In this order: who holds something announced itself before.
            leader = await processes.leader(connection, DUTY)
            holders = await inbox.holders(connection)
            known = await processes.known(connection)
        live = {
            process.name for process in known if not process.lapsed and not self._owner.is_gone(process.name)
        } | {self._owner.name}
        dead = frozenset(({process.name for process in known} | holders) - live)
        self._others = sum(process.name in live and process.role in SENDING_ROLES for process in known)
        self._others -= self._role in SENDING_ROLES
        newly_dead, self._dead = dead - self._dead, dead
        if newly_dead:
            self.on_death()
        await self._take_lead(leader, dead)

    async def _take_lead(self, leader: processes.Leader, dead: frozenset[str]) -> None:
        if self._role not in SENDING_ROLES or self._leading.is_set():
            return
        if leader.name is not None and not leader.lapsed and leader.name not in dead:
            self.standing_by.set()
            return
        began_s = _now_s()
        async with self._services.database.transaction() as connection:
            fence = await self._lead(connection, dead)
        self._note_lead(fence, began_s)

    async def _lead(self, connection: Any, dead: frozenset[str] | tuple[str, ...]) -> int | None:
        return await processes.lead(
            connection, DUTY, self._owner.name, lease_s=self._rhythm.lease_s, dead=dead
        )

    def _note_lead(self, fence: int | None, began_s: float) -> None:
        if fence is None:
            if self._leading.is_set():
                self._lose("another took it")
            return
        if self._leading.is_set() and fence != self._fence:
            self._lose("it was away")  # whoever worked under the old fence begins anew
        if not self._leading.is_set():
            log.info("this process leads", fence=fence)
        self._fence = fence
        self._leads_until_s = began_s + self._rhythm.lease_s - MARGIN_S
        self._leading.set()
        self._lost.clear()

    def _lose(self, reason: str) -> None:
        log.info("this process leads no more", reason=reason)
        self._leading.clear()
        self._lost.set()


def _now_s() -> float:
    """Seconds that also pass while the machine sleeps, where the system can tell."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
