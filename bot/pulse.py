"""Whether what must never stop still moves: each loop says so at every turn."""

import time
from collections.abc import Callable

SILENT_AFTER_S = 60.0


class Pulse:
    """The last sign of life of each loop, by the monotonic clock."""

    def __init__(self, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._clock_s = clock_s
        self._last_s: dict[str, float] = {}

    def beat(self, name: str) -> None:
        """The loop of this name moves; from its first beat on it is expected to."""
        self._last_s[name] = self._clock_s()

    def stop(self, name: str) -> None:
        """The loop of this name ended as it should."""
        self._last_s.pop(name, None)

    def silences_s(self) -> dict[str, float]:
        """For how long each loop has been silent, in seconds."""
        now_s = self._clock_s()
        return {name: now_s - last_s for name, last_s in self._last_s.items()}

    def silent(self) -> list[str]:
        """The loops of which nothing was heard for more than a minute."""
        return sorted(name for name, silence_s in self.silences_s().items() if silence_s > SILENT_AFTER_S)
