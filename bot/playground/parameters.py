"""What each Bot API method takes. Forms carry lists and objects as JSON text; both ways are read here."""

import json
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.playground.records import Json


def _read_json(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        read = json.loads(value) if value.strip() else None
        json.dumps(read, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("strings must be encoded in UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("is not valid JSON") from None
    return read


def _read_chat(value: object) -> object:
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value


ChatId = Annotated[int | str, BeforeValidator(_read_chat)]
JsonObject = Annotated[Json | None, BeforeValidator(_read_json)]
JsonObjects = Annotated[list[Json] | None, BeforeValidator(_read_json)]
JsonNumbers = Annotated[list[int] | None, BeforeValidator(_read_json)]
JsonStrings = Annotated[list[str] | None, BeforeValidator(_read_json)]


class Parameters(BaseModel):
    """Unknown parameters are ignored, as Telegram does."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class ChatParameters(Parameters):
    chat_id: ChatId = ""


class SendParameters(ChatParameters):
    """Shared by everything that sends."""

    parse_mode: str | None = None
    disable_notification: bool = False
    reply_markup: JsonObject = None
    reply_parameters: JsonObject = None
    reply_to_message_id: int | None = None


class SendMessage(SendParameters):
    text: str = ""
    entities: JsonObjects = None


class SendRichMessage(SendParameters):
    rich_message: JsonObject = None


class SendFile(SendParameters):
    photo: str | None = None
    document: str | None = None
    caption: str = ""
    caption_entities: JsonObjects = None


class SendMediaGroup(SendParameters):
    media: JsonObjects = None


class SendLocation(SendParameters):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class SendDraft(ChatParameters):
    draft_id: int = 0
    text: str = ""
    parse_mode: str | None = None
    entities: JsonObjects = None


class ChatAction(ChatParameters):
    action: str = ""


class MessageParameters(ChatParameters):
    message_id: int = 0


class EditText(MessageParameters):
    text: str = ""
    rich_message: JsonObject = None
    parse_mode: str | None = None
    entities: JsonObjects = None
    reply_markup: JsonObject = None


class EditCaption(MessageParameters):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: JsonObjects = None
    reply_markup: JsonObject = None


class EditMarkup(MessageParameters):
    reply_markup: JsonObject = None


class EditMedia(MessageParameters):
    media: JsonObject = None
    reply_markup: JsonObject = None


class DeleteMessages(ChatParameters):
    message_ids: JsonNumbers = None


class Reaction(MessageParameters):
    reaction: JsonObjects = None


class CopyMessage(SendParameters):
    from_chat_id: ChatId = ""
    message_id: int = 0
    caption: str | None = None


class AnswerQuery(Parameters):
    callback_query_id: str = ""
    text: str = ""
    show_alert: bool = False


class GetFile(Parameters):
    file_id: str = ""


class GetUpdates(Parameters):
    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: JsonStrings = None


class SetWebhook(Parameters):
    url: str = ""
    allowed_updates: JsonStrings = None
    drop_pending_updates: bool = False


class Commands(Parameters):
    commands: JsonObjects = None
    scope: JsonObject = None
    language_code: str = ""


class ProfileText(Parameters):
    name: str = ""
    description: str = ""
    short_description: str = ""
    language_code: str = ""


class MenuButton(Parameters):
    chat_id: ChatId | None = None
    menu_button: JsonObject = None
