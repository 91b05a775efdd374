"""What Telegram sends, on its way into the inbox: the same for the long poll and the webhook."""

import json
from collections.abc import Iterable
from typing import Any

from bot.dispatch import Dispatch
from bot.turn import Services
from storage import inbox
from storage.inbox import NO_CHAT, ReceivedUpdate

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class Receiver:
    """Stores raw updates and hands what is new to the handlers."""

    def __init__(self, dispatch: Dispatch, services: Services) -> None:
        self._dispatch = dispatch
        self._services = services

    async def keep(self, updates: Iterable[dict[str, Any]]) -> None:
        """Store each update once; when this returns they are committed. Raises StorageTrouble.

        Their chats become this process's, unless it has its hands full and others could take them.
        """
        received = [received_update(update) for update in updates]
        now = self._services.clock()
        async with self._services.database.transaction() as connection:
            new = set(await inbox.keep(connection, received, now=now))
            fresh = [item.chat_id or NO_CHAT for item in received if item.update_id in new]
            wanted = set(self._dispatch.wants(fresh))
            mine = await inbox.claim_chats(connection, wanted, owner=self._services.owner.name, now=now)
        for chat_id in fresh:
            if chat_id in mine:
                self._dispatch.add(chat_id)


def received_update(update: dict[str, Any]) -> ReceivedUpdate:
    """The raw update with the ids that order and erase it, as far as it has any."""
    chat_id, user_id = _ids(update)
    return ReceivedUpdate(int(update["update_id"]), chat_id, user_id, json.dumps(update))


def has_number(update: Any) -> bool:
    """Whether this is an update at all."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return isinstance(number, int) and not isinstance(number, bool)


def _ids(update: dict[str, Any]) -> tuple[int | None, int | None]:
    for kind in ALLOWED_UPDATES:
        content = update.get(kind)
        if isinstance(content, dict):
            sender = content.get("from")
            message = content.get("message") if kind == "callback_query" else content
            chat = message.get("chat") if isinstance(message, dict) else sender
            return _id_of(chat), _id_of(sender)
    return None, None


def _id_of(value: Any) -> int | None:
    number = value.get("id") if isinstance(value, dict) else None
    return number if isinstance(number, int) else None
