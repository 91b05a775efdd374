"""Who writes faster than anybody runs: beyond a limit nothing is handled, and that is said once.

The count is this process's own. A chat stays with one process while it is lively, so a second count would
only matter to a flood that pauses; with several processes it could then be as many times the limit.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.messages import SendText
from bot.turn import Turn
from core.red_flags import red_flags

WINDOW_S = 60.0
RUNNERS_REMEMBERED = 10_000
Verdict = Literal["take", "tell", "drop"]


@dataclass(frozen=True, slots=True)
class FloodLimits:
    """How many updates of one runner are handled in a minute: what is written, and taps on buttons."""

    texts: int = 20
    taps: int = 60


@dataclass
class _Recent:
    """What one runner did in the last minute, in seconds of a monotonic clock."""

    texts: deque[float] = field(default_factory=deque)
    taps: deque[float] = field(default_factory=deque)
    told_at_s: float = float("-inf")


class FloodGate:
    """Counts per runner."""

    def __init__(self, limits: FloodLimits, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock_s = clock_s
        self._recent: dict[int, _Recent] = {}

    async def stops(self, turn: Turn) -> bool:
        """Whether this turn is one too many; the first time in a minute the runner is told so.

        A text with a warning sign always passes.
        """
        verdict = self.judge(turn.runner.id, is_tap=turn.incoming.kind == "tap")
        if verdict == "take" or (turn.incoming.text and red_flags(turn.incoming.text)):
            return False
        if verdict == "tell":
            await _tell(turn)
        return True

    def judge(self, runner_id: int, *, is_tap: bool) -> Verdict:
        """Count one update; `tell` comes once a minute at most."""
        now_s = self._clock_s()
        recent = self._of(runner_id, now_s)
        times, limit = (recent.taps, self._limits.taps) if is_tap else (recent.texts, self._limits.texts)
        while times and times[0] <= now_s - WINDOW_S:
            times.popleft()
        if len(times) < limit:
            times.append(now_s)
            return "take"
        if recent.told_at_s > now_s - WINDOW_S:
            return "drop"
        recent.told_at_s = now_s
        return "tell"

    def _of(self, runner_id: int, now_s: float) -> _Recent:
        if len(self._recent) > RUNNERS_REMEMBERED:
            since_s = now_s - WINDOW_S
            self._recent = {
                runner: recent
                for runner, recent in self._recent.items()
                if max([*recent.texts, *recent.taps], default=since_s) > since_s
            }
        return self._recent.setdefault(runner_id, _Recent())


async def _tell(turn: Turn) -> None:
    text = turn.words("flood-slow-down")
    if turn.incoming.kind == "tap":
        await turn.answer_tap(text, alert=True)
        return
    async with turn.saving() as save:
        await save.say(SendText(html=text))
