"""The updates that wait for the bot: confirmed by offset, dropped when too old."""

from bot.playground.limits import CALLBACK_LIFE_S, UPDATE_LIFE_S, UPDATES_AT_ONCE
from bot.playground.records import Update
from bot.playground.shelf import Shelf

# Given only to a bot that asks for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class PendingUpdates:
    """A queue in the order of update ids."""

    def __init__(self, shelf: Shelf[Update]) -> None:
        self.shelf = shelf

    @staticmethod
    def wants(kind: str, allowed: tuple[str, ...] | None) -> bool:
        """Whether this kind is kept, by the last `allowed_updates` (None or empty: the default)."""
        return kind in allowed if allowed else kind not in _ON_REQUEST

    def add(self, update: Update, oldest_s: float) -> None:
        """Append; what was created before `oldest_s` goes."""
        for waiting in list(self.shelf.of(0).values()):
            if waiting.created_s >= oldest_s:
                break
            self.shelf.drop(0, waiting.update_id)
        self.shelf.put(0, update.update_id, update)

    def confirm(self, offset: int) -> None:
        """Forget what the bot has: ids below the offset, or all but the last -offset when it is negative."""
        waiting = list(self.shelf.of(0))
        gone = waiting[:offset] if offset < 0 else [number for number in waiting if number < offset]
        for number in gone:
            self.shelf.drop(0, number)

    def clear(self) -> None:
        self.confirm(2**62)

    def count(self) -> int:
        return len(self.shelf.of(0))

    def take(self, limit: int, now_s: float) -> list[Update]:
        """The oldest updates still alive; they stay until confirmed."""
        alive = [update for update in self.shelf.of(0).values() if now_s - update.created_s < _life_s(update)]
        return alive[: max(1, min(limit, UPDATES_AT_ONCE))]


def _life_s(update: Update) -> int:
    return CALLBACK_LIFE_S if update.kind == "callback_query" else UPDATE_LIFE_S
