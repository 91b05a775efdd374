"""What the bot says, as values: decided by handlers, stored in the outbox, carried out by the sender."""

from base64 import b64decode, b64encode
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class MessageModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(MessageModel):
    """An inline button: `data` comes back as callback data (at most 64 bytes), or `url` opens."""

    label: str
    data: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


class SendText(MessageModel):
    """A new message in Telegram HTML; split at block borders by the sender when it is too long.

    `anchor` names the message so that a later edit can find it. `reply_choices` shows a one-time reply
    keyboard. `rich` is the same in rich HTML, sent instead where the server takes it.
    """

    type: Literal["send_text"] = "send_text"
    html: str
    rich: str | None = None
    keyboard: Keyboard = ()
    reply_choices: tuple[tuple[str, ...], ...] = ()
    anchor: str | None = None
    silent: bool = False


class EditText(MessageModel):
    """New text and keyboard for a message known by its id or its anchor; "not modified" is success.

    A message that is gone is sent anew, unless the edit is `only_in_place`. `rich` as in SendText.
    """

    type: Literal["edit_text"] = "edit_text"
    message_id: int | None = None
    anchor: str | None = None
    html: str
    rich: str | None = None
    keyboard: Keyboard = ()
    only_in_place: bool = False


class SendPicture(MessageModel):
    """A chart drawn when it is sent: `chart` names the drawer, `figures` are its numbers and words (JSON).

    A `content_key` says that the picture is the same wherever the key is: it is uploaded once.
    """

    type: Literal["send_picture"] = "send_picture"
    chart: str
    figures: dict[str, Any]
    content_key: str | None = None
    caption_html: str = ""
    alt_text: str = ""
    keyboard: Keyboard = ()
    anchor: str | None = None


class SendFile(MessageModel):
    """A small document; `content` is text, or bytes in base64 (`of_bytes` makes one)."""

    type: Literal["send_file"] = "send_file"
    filename: str
    content: str
    encoding: Literal["text", "base64"] = "text"
    caption_html: str = ""

    @classmethod
    def of_bytes(cls, filename: str, content: bytes, caption_html: str = "") -> Self:
        return cls(
            filename=filename,
            content=b64encode(content).decode("ascii"),
            encoding="base64",
            caption_html=caption_html,
        )

    def content_bytes(self) -> bytes:
        """What the file holds."""
        return b64decode(self.content) if self.encoding == "base64" else self.content.encode()


class React(MessageModel):
    """A reaction on a message of the runner: "noted" without a message."""

    type: Literal["react"] = "react"
    message_id: int
    emoji: str


Outgoing = Annotated[SendText | EditText | SendPicture | SendFile | React, Field(discriminator="type")]
OUTGOING: TypeAdapter[Outgoing] = TypeAdapter(Outgoing)
