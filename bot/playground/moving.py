"""Moving the playground's clock forward, by every due instant on the way: each message comes in its time."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

from bot.playground.errors import Refused
from bot.playground.live import Playground

Goal = Literal["hour", "morning", "sunday", "week"]
HOUR_S = 3600.0
WEEK_S = 7 * 24 * HOUR_S
FARTHEST_S = 400 * 24 * HOUR_S
"""Longer than any plan; a typing error must not end in another century."""
AFTERWARDS_S = 60.0
"""A moment after what is due, so that it has come when the clock stands still."""
SETTLED_WITHIN_S = 5.0
LOOK_EVERY_S = 0.03
MORNING_HOUR = 7
SUNDAY_HOUR = 18
SUNDAY = 6


class Agenda(Protocol):
    """What the bot has before it; instants are Unix seconds."""

    async def next_due_s(self, after_s: float, goal: Goal | None = None) -> float | None:
        """The next instant at which a message is due; of a morning or a Sunday evening when asked for."""

    async def is_settled(self, now_s: float) -> bool:
        """Whether everything due by now is done and sent."""


@dataclass
class ClockMover:
    """Moves one world's clock, one move at a time; without an agenda nothing is waited for."""

    playground: Playground
    agenda: Agenda | None = None
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def is_moving(self) -> bool:
        return self._moving.locked()

    async def target_s(self, goal: Goal) -> float:
        """A minute after what is due at the goal; if nothing is, the usual hour in this machine's zone."""
        now_s = self.playground.clock()
        if goal in ("hour", "week"):
            return now_s + (HOUR_S if goal == "hour" else WEEK_S)
        due_s = await self._next_due_s(goal)
        return (_usual_s(goal, now_s) if due_s is None else due_s) + AFTERWARDS_S

    async def move(self, target_s: float, *, at_once: bool = False) -> None:
        """Go there by every due instant in between; `at_once` jumps, as when the machine slept.

        Raises Refused for a target in the past or too far, or while another move is under way.
        """
        now_s = self.playground.clock()
        if not now_s <= target_s <= now_s + FARTHEST_S:
            raise Refused(400, "the clock only goes forward, by 400 days at most")
        if self.is_moving:
            raise Refused(409, "the clock is being moved already")
        async with self._moving:
            await self._settle()
            while not at_once and not self.playground.closing:
                due_s = await self._next_due_s()
                if due_s is None or due_s >= target_s:
                    break
                await self._set(due_s)
            await self._set(target_s)

    async def _set(self, to_s: float) -> None:
        self.playground.world.move_clock(to_s - self.playground.clock())
        self.playground.committed()
        await self._settle()

    async def _next_due_s(self, goal: Goal | None = None) -> float | None:
        if self.agenda is None:
            return None
        return await self.agenda.next_due_s(self.playground.clock(), goal)

    async def _settle(self) -> None:
        """Until the bot has done what is due, or is not there to do it."""
        deadline_s = time.monotonic() + SETTLED_WITHIN_S
        while self.agenda is not None and time.monotonic() < deadline_s and not self.playground.closing:
            read = self.playground.world.pending.count() == 0
            if read and await self.agenda.is_settled(self.playground.clock()):
                return
            await asyncio.sleep(LOOK_EVERY_S)


def _usual_s(goal: Goal, now_s: float) -> float:
    now = datetime.fromtimestamp(now_s, UTC).astimezone()
    hour = MORNING_HOUR if goal == "morning" else SUNDAY_HOUR
    days = (SUNDAY - now.weekday()) % 7 if goal == "sunday" else 0
    at = (now + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
    step = timedelta(days=7 if goal == "sunday" else 1)
    return (at if at > now else at + step).timestamp()
