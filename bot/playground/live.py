"""The world while it runs: a clock, waiting for change, saving, and what tests may see and disturb."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.playground.archive import Archive
from bot.playground.faults import Faults
from bot.playground.pacing import Pacing
from bot.playground.world import World

CALLS_KEPT = 10_000


@dataclass(frozen=True)
class CallRecord:
    """One call of the Bot API as it arrived; time in Unix seconds."""

    method: str
    parameters: dict[str, Any]
    at_s: float


@dataclass
class Playground:
    """Everything the HTTP side shares, its clock included. `pacing` None means no speed limits."""

    world: World
    real_clock: Callable[[], float] = time.time
    archive: Archive | None = None
    pacing: Pacing | None = None
    faults: Faults = field(default_factory=Faults)
    calls: deque[CallRecord] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    poller: int = 0
    closing: bool = False
    _change: asyncio.Event = field(default_factory=asyncio.Event)

    def clock(self) -> float:
        """The world's time in Unix seconds: the real one and what it was moved by."""
        return self.real_clock() + self.world.ahead_s

    def committed(self) -> None:
        """Save what changed and wake all who wait. Call after each change, before answering."""
        if self.archive is not None:
            self.archive.save(self.world)
        waiting, self._change = self._change, asyncio.Event()
        waiting.set()

    async def next_change(self, timeout_s: float) -> None:
        """Return at the next change, or after the time."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._change.wait()
        except TimeoutError:
            return

    def close(self) -> None:
        """Let everyone who waits go, so that the server can stop at once."""
        self.closing = True
        self.committed()
