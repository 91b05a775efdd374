"""What the chat page is told as it happens, kept a while so that a reconnecting page misses nothing."""

import secrets
from collections import deque
from dataclasses import dataclass, field

from bot.playground.records import Json

# More than any page falls behind; a page that did is told to load the chat anew.
EVENTS_KEPT = 500


@dataclass(frozen=True)
class Event:
    """One thing to show; `number` grows by one."""

    number: int
    kind: str
    payload: Json


@dataclass
class Feed:
    """The latest events of one chat."""

    events: deque[Event] = field(default_factory=lambda: deque(maxlen=EVENTS_KEPT))
    last_number: int = 0
    # Tells this process's numbers from those of an earlier one.
    epoch: str = field(default_factory=lambda: secrets.token_hex(4))

    def add(self, kind: str, payload: Json) -> None:
        self.last_number += 1
        self.events.append(Event(self.last_number, kind, payload))

    def mark(self, number: int | None = None) -> str:
        """The event id under which a page remembers how far it has read."""
        return f"{self.epoch}.{self.last_number if number is None else number}"

    def number_of(self, mark: str) -> int | None:
        """How far a page has read; None when that can no longer be continued without loss."""
        epoch, _, number = mark.partition(".")
        if epoch != self.epoch or not number.isdecimal():
            return None
        oldest = self.events[0].number if self.events else self.last_number + 1
        return int(number) if oldest - 1 <= int(number) <= self.last_number else None

    def after(self, number: int) -> list[Event]:
        return [event for event in self.events if event.number > number]
