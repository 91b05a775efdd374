"""What the playground's Telegram remembers: frozen values, replaced when they change."""

import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Json = dict[str, Any]
MediaKind = Literal["photo", "document", "voice", "sticker", "location", "video", "audio"]


def number_in(text: str) -> int | None:
    """The number a text is, when it is one this playground could have given out."""
    return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else None


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")


class User(Record):
    """A person with a private chat; `started` once they wrote, before that the bot may not write to them."""

    id: int
    first_name: str
    language_code: str
    blocked: bool = False
    started: bool = False
    last_message_id: int = 0


class Media(Record):
    """What a message carries besides text; `payload` is the value of the Bot API field named `kind`."""

    kind: MediaKind
    payload: Any


class Message(Record):
    """One message of a private chat; dates in Unix seconds.

    With media, `text` is the caption; of a rich message, whose blocks are `rich`, it is the words alone.
    """

    chat_id: int
    message_id: int
    from_bot: bool
    date_s: int
    edit_date_s: int | None = None
    text: str = ""
    entities: tuple[Json, ...] = ()
    media: Media | None = None
    rich: tuple[Json, ...] | None = None
    reply_markup: Json | None = None
    reply_to: int | None = None
    album: str | None = None
    silent: bool = False
    pinned: bool = False
    forwarded: bool = False
    reaction: str | None = None

    @property
    def has_caption(self) -> bool:
        return self.media is not None

    def shows_the_same_as(self, other: "Message") -> bool:
        """Whether a reader would see no difference."""
        return (self.text, self.entities, self.media, self.rich, self.reply_markup) == (
            other.text,
            other.entities,
            other.media,
            other.rich,
            other.reply_markup,
        )


class StoredFile(Record):
    """An uploaded file; `path` is what getFile gives out, sizes in pixels for pictures."""

    number: int
    file_id: str
    path: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0


class Update(Record):
    """Something waiting for the bot; `body` is the Bot API object under `kind`."""

    update_id: int
    kind: str
    body: Json
    created_s: float

    def as_telegram(self) -> Json:
        return {"update_id": self.update_id, self.kind: self.body}


class Query(Record):
    """A tap on an inline button that waits for its answer."""

    number: int
    user_id: int
    message_id: int
    asked_s: float
    answered: bool = False


class Profile(Record):
    """What the bot has set about itself; keys of `commands` and texts are "scope|language"."""

    commands: dict[str, list[Json]] = {}
    texts: dict[str, str] = {}
    menu_button: Json = {"type": "commands"}
    webhook_url: str = ""
    allowed_updates: tuple[str, ...] | None = None


class ClockSetting(Record):
    """How far the world's clock was moved, in seconds; never back."""

    ahead_s: float = 0.0


class Counters(Record):
    """The last number given out of each kind."""

    update: int = 0
    file: int = 0
    query: int = 0
    user: int = 1000
