"""The breaker: while Claude does not answer, one question at a time finds out whether it does again."""

from datetime import datetime, timedelta

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=10)


class Breaker:
    """Closed as long as Claude answers; open until a time; then half open, with room for one job."""

    def __init__(self) -> None:
        self.open_since: datetime | None = None
        self._open_until: datetime | None = None
        self._pause = FIRST_PAUSE

    def room(self, slots: int, running: int, now: datetime) -> int:
        """How many more jobs may start now."""
        if self._open_until is None:
            return slots - running
        if now < self._open_until:
            return 0
        return max(0, 1 - running)

    def note_answer(self) -> None:
        """Claude answered: closed."""
        self.open_since = None
        self._open_until = None
        self._pause = FIRST_PAUSE

    def note_outage(self, now: datetime, retry_after_s: float | None = None) -> datetime:
        """Claude did not answer: open, longer after each failed probe. Gives when to ask again."""
        if self.open_since is None:
            self.open_since = now
            until = now + self._pause
        elif self._open_until is not None and now < self._open_until:
            until = self._open_until  # a job that had started before the breaker opened
        else:
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
            until = now + self._pause
        self._open_until = max(until, now + timedelta(seconds=retry_after_s or 0.0))
        return self._open_until
