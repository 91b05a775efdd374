"""The playground's Telegram without its wires: users, private chats, messages, updates, taps and files.

Everything is synchronous and told the time (Unix seconds). Chats are private: a chat's id is its user's.
"""

from collections.abc import Mapping
from typing import Any

from bot.playground.api_views import message_for_bot
from bot.playground.errors import bad_request, forbidden
from bot.playground.feed import Feed
from bot.playground.limits import UPDATE_LIFE_S
from bot.playground.page_views import message_for_page
from bot.playground.pending import PendingUpdates
from bot.playground.records import (
    ClockSetting,
    Counters,
    Json,
    Message,
    Profile,
    Query,
    StoredFile,
    Update,
    User,
    number_in,
)
from bot.playground.shelf import Shelf

# Older messages of a chat are forgotten, so that a playground left running stays small.
MESSAGES_KEPT = 2000
NOBODY = 0


class UnknownUser(LookupError):
    """There is nobody with this id."""


class World:
    """All state of the local Telegram; the other modules of this package are verbs on it."""

    def __init__(
        self, *, bot_id: int = 7_000_000_001, bot_name: str = "RunCoach", username: str = "runcoach_bot"
    ) -> None:
        self.bot_id = bot_id
        self.bot_name = bot_name
        self.username = username
        self.users = Shelf(User)
        self.messages = Shelf(Message)
        self.files = Shelf(StoredFile)
        self.queries = Shelf(Query)
        self.pending = PendingUpdates(Shelf(Update))
        self._profile = Shelf(Profile)
        self._counters = Shelf(Counters)
        self._clock = Shelf(ClockSetting)
        self._feeds: dict[int, Feed] = {}
        self.actions: dict[int, tuple[str, float]] = {}
        self.drafts: dict[int, Json] = {}

    @property
    def shelves(self) -> Mapping[str, Shelf[Any]]:
        """What is worth keeping on disk, by name."""
        return {
            "users": self.users,
            "messages": self.messages,
            "files": self.files,
            "queries": self.queries,
            "updates": self.pending.shelf,
            "profile": self._profile,
            "counters": self._counters,
            "clock": self._clock,
        }

    @property
    def profile(self) -> Profile:
        return self._profile.get(NOBODY, 0) or Profile()

    def change_profile(self, **changes: Any) -> None:
        self._profile.put(NOBODY, 0, self.profile.model_copy(update=changes))

    @property
    def ahead_s(self) -> float:
        """How far this world's time is ahead of the real one, in seconds."""
        return (self._clock.get(NOBODY, 0) or ClockSetting()).ahead_s

    def move_clock(self, by_s: float) -> None:
        """Move this world's time forward; a negative `by_s` moves nothing."""
        self._clock.put(NOBODY, 0, ClockSetting(ahead_s=self.ahead_s + max(0.0, by_s)))

    def next_number(self, kind: str, first: int = 1) -> int:
        """The next number of a kind named in Counters; never given twice, also after a restart."""
        counters = self._counters.get(NOBODY, 0) or Counters()
        number = (int(getattr(counters, kind)) or first - 1) + 1
        self._counters.put(NOBODY, 0, counters.model_copy(update={kind: number}))
        return number

    def bot_user(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.texts.get("name|", self.bot_name),
            "username": self.username,
        }

    def add_user(self, first_name: str, language_code: str, user_id: int | None = None) -> User:
        """A new person, or the known one when the id is taken; they have not written yet."""
        known = self.users.get(NOBODY, user_id) if user_id is not None else None
        if known is not None:
            return known
        number = user_id if user_id is not None else self._free_user_id()
        user = User(id=number, first_name=first_name, language_code=language_code)
        self.change_user(user)
        return user

    def _free_user_id(self) -> int:
        while True:
            number = self.next_number("user")
            if self.users.get(NOBODY, number) is None:
                return number

    def user(self, user_id: int) -> User:
        """The person; raises UnknownUser."""
        user = self.users.get(NOBODY, user_id)
        if user is None:
            raise UnknownUser(user_id)
        return user

    def change_user(self, user: User) -> None:
        self.users.put(NOBODY, user.id, user)

    def chat(self, chat_id: int | str) -> User:
        """The person behind a chat the bot knows; raises Refused otherwise."""
        user = self.users.get(NOBODY, chat_id) if isinstance(chat_id, int) else None
        if user is None or not user.started:
            raise bad_request("chat not found")
        return user

    def open_chat(self, chat_id: int | str) -> User:
        """The person behind a chat the bot may write to; raises Refused otherwise."""
        user = self.chat(chat_id)
        if user.blocked:
            raise forbidden("bot was blocked by the user")
        return user

    def feed(self, user_id: int) -> Feed:
        return self._feeds.setdefault(user_id, Feed())

    def message(self, chat_id: int, message_id: int) -> Message | None:
        return self.messages.get(chat_id, message_id)

    def post(self, chat_id: int, *, from_bot: bool, now_s: float, **content: Any) -> Message:
        """Put a new message into a chat and show it."""
        user = self.user(chat_id)
        number = user.last_message_id + 1
        message = Message(chat_id=chat_id, message_id=number, from_bot=from_bot, date_s=int(now_s), **content)
        self.change_user(user.model_copy(update={"last_message_id": number}))
        self.messages.put(chat_id, number, message)
        if from_bot:
            self.actions.pop(chat_id, None)
            self.drafts.pop(chat_id, None)
        self.messages.drop(chat_id, number - MESSAGES_KEPT)
        self.show("message", message)
        return message

    def replace(self, message: Message) -> Message:
        """Put a changed message in the place of the old one and show it."""
        self.messages.put(message.chat_id, message.message_id, message)
        self.show("edit", message)
        return message

    def remove(self, chat_id: int, message_id: int) -> None:
        self.messages.drop(chat_id, message_id)
        self.feed(chat_id).add("delete", {"message_id": message_id})

    def show(self, kind: str, message: Message) -> None:
        self.feed(message.chat_id).add(kind, message_for_page(message))

    def as_telegram(self, message: Message) -> Json:
        """A message as the Bot API gives it, with the message it answers one level deep."""
        user = self.user(message.chat_id)
        view = message_for_bot(message, user, self.bot_user())
        answered = self.message(message.chat_id, message.reply_to) if message.reply_to else None
        if answered is not None:
            view["reply_to_message"] = message_for_bot(answered, user, self.bot_user())
        return view

    def tell_bot(self, kind: str, body: Json, now_s: float) -> None:
        """Queue an update unless the bot asked not to get its kind."""
        if self.pending.wants(kind, self.profile.allowed_updates):
            # From the clock on: a bot that outlives this world must not take new updates for old ones.
            number = self.next_number("update", first=int(now_s))
            update = Update(update_id=number, kind=kind, body=body, created_s=now_s)
            self.pending.add(update, now_s - UPDATE_LIFE_S)

    def file_by_id(self, file_id: str) -> StoredFile | None:
        number = number_in(file_id.rpartition("-")[2])
        file = self.files.get(NOBODY, number) if number is not None else None
        return file if file is not None and file.file_id == file_id else None
