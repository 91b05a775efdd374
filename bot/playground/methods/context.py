"""What a method of the Bot API is called with, and what several methods share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.playground.detection import in_order, with_detected
from bot.playground.errors import bad_request
from bot.playground.files import Upload
from bot.playground.formatting import Formatted, FormattingError, parse_html, trimmed
from bot.playground.limits import ENTITIES
from bot.playground.parameters import SendParameters
from bot.playground.records import Json, Message
from bot.playground.world import World


@dataclass(frozen=True)
class Call:
    """One request: the world it changes, the time in Unix seconds, the files that came with it."""

    world: World
    now_s: float
    uploads: Mapping[str, Upload] = field(default_factory=dict)


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> Formatted:
    """Text as Telegram would store it; raises Refused for markup it could not read."""
    plain = trimmed(_read(text, parse_mode, entities))
    marked = with_detected(plain.text, plain.entities)
    return Formatted(plain.text, marked[:ENTITIES])


def _read(text: str, parse_mode: str | None, entities: list[Json] | None) -> Formatted:
    mode = (parse_mode or "").lower()
    if mode == "html":
        try:
            return parse_html(text)
        except FormattingError as error:
            raise bad_request(f"can't parse entities: {error}") from None
    if mode in ("markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode: the playground reads HTML only")
    if mode:
        raise bad_request("unsupported parse_mode")
    return Formatted(text, in_order(tuple(_placed(entity) for entity in entities or ())))


def _placed(entity: Json) -> Json:
    if not all(isinstance(entity.get(name), int) for name in ("offset", "length")) or "type" not in entity:
        raise bad_request("can't parse entities: an entity needs type, offset and length")
    return {name: value for name, value in entity.items() if value is not None}


def reply_target(world: World, chat_id: int, parameters: SendParameters) -> int | None:
    """The message that is answered; raises Refused when it is not there."""
    wanted = parameters.reply_parameters or {"message_id": parameters.reply_to_message_id}
    number = wanted.get("message_id")
    if not number:
        return None
    if world.message(chat_id, int(number)) is None:
        if wanted.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return int(number)


def own_message(world: World, chat_id: int, message_id: int) -> Message:
    """The bot's message to edit; raises Refused as Telegram does."""
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = world.message(chat_id, message_id)
    if message is None:
        raise bad_request("message to edit not found")
    markup = message.reply_markup
    if not message.from_bot or (markup is not None and "inline_keyboard" not in markup):
        raise bad_request("message can't be edited")
    return message
