"""What people do in the playground: write, tap, send, edit, block. Each tells the bot by an update."""

from typing import Any

from bot.playground import files
from bot.playground.api_views import chat_for_bot, document_for_bot, file_fields, photo_for_bot, user_for_bot
from bot.playground.detection import with_detected
from bot.playground.files import Upload
from bot.playground.formatting import Formatted, trimmed
from bot.playground.limits import CALLBACK_DATA_BYTES, TEXT_UNITS, utf16_units
from bot.playground.records import Json, Media, MediaKind, Message, Query, User
from bot.playground.world import NOBODY, World

# Far more than can wait for their answer at a time.
QUERIES_KEPT = 1000


class NotPossible(ValueError):
    """Something a person cannot do; its text is one sentence for the page."""


def says(world: World, user_id: int, text: str, now_s: float, reply_to: int | None = None) -> Message:
    """A text message; surrounding spaces go, as in every client."""
    text = _readable(text)
    if reply_to is not None and world.message(user_id, reply_to) is None:
        raise NotPossible("The message to answer is not in this chat.")
    return _writes(world, user_id, now_s, text=text, entities=with_detected(text, ()), reply_to=reply_to)


def edits(world: World, user_id: int, message_id: int, text: str, now_s: float) -> Message:
    """New words for one's own message."""
    _writer(world, user_id)
    text = _readable(text)
    message = world.message(user_id, message_id)
    if message is None or message.from_bot or message.media is not None:
        raise NotPossible("Only your own text messages can be edited.")
    changes = {"text": text, "entities": with_detected(text, ()), "edit_date_s": int(now_s)}
    changed = world.replace(message.model_copy(update=changes))
    world.tell_bot("edited_message", world.as_telegram(changed), now_s)
    return changed


def taps(world: World, user_id: int, message_id: int, data: str, now_s: float) -> Query:
    """A tap on an inline button; the data need not be on the message any more (or ever)."""
    user = _writer(world, user_id)
    message = world.message(user_id, message_id)
    if message is None or not message.from_bot:
        raise NotPossible("There is no message of the bot with this number.")
    if not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
        raise NotPossible(f"The data of a button has 1 to {CALLBACK_DATA_BYTES} bytes.")
    number = world.next_number("query")
    query = Query(number=number, user_id=user_id, message_id=message_id, asked_s=now_s)
    world.queries.put(NOBODY, number, query)
    world.queries.drop(NOBODY, number - QUERIES_KEPT)
    body: Json = {
        "id": str(number),
        "from": user_for_bot(user),
        "message": world.as_telegram(message),
        "chat_instance": str(user_id),
        "data": data,
    }
    world.tell_bot("callback_query", body, now_s)
    return query


def sends_document(world: World, user_id: int, upload: Upload, now_s: float, caption: str = "") -> Message:
    _writer(world, user_id)
    file = files.store(world, upload)
    return _sends(world, user_id, "document", document_for_bot(file), now_s, caption)


def sends_photo(world: World, user_id: int, upload: Upload, now_s: float, caption: str = "") -> Message:
    _writer(world, user_id)
    file = files.store(world, upload, "photos")
    return _sends(world, user_id, "photo", photo_for_bot(file), now_s, caption)


def sends_voice(world: World, user_id: int, now_s: float) -> Message:
    """A voice message of three seconds; its sound is silence."""
    _writer(world, user_id)
    file = files.store(world, Upload("voice.ogg", "audio/ogg", b"OggS" + bytes(60)), "voice")
    voice = file_fields(file) | {"duration": 3, "mime_type": "audio/ogg"}
    return _sends(world, user_id, "voice", voice, now_s)


def sends_sticker(world: World, user_id: int, now_s: float, emoji: str = "👍") -> Message:
    _writer(world, user_id)
    file = files.store(world, Upload("sticker.webp", "image/webp", b"RIFF" + bytes(60)), "stickers")
    sticker = file_fields(file) | {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
    }
    return _sends(world, user_id, "sticker", sticker, now_s)


def sends_location(
    world: World, user_id: int, now_s: float, latitude: float = 48.8566, longitude: float = 2.3522
) -> Message:
    """A place, in degrees."""
    place = {"latitude": latitude, "longitude": longitude}
    return _sends(world, user_id, "location", place, now_s)


def blocks(world: World, user_id: int, now_s: float) -> User:
    return _changes_membership(world, user_id, now_s, blocked=True)


def unblocks(world: World, user_id: int, now_s: float) -> User:
    return _changes_membership(world, user_id, now_s, blocked=False)


def _changes_membership(world: World, user_id: int, now_s: float, *, blocked: bool) -> User:
    user = world.user(user_id)
    if user.blocked == blocked:
        return user
    changed = user.model_copy(update={"blocked": blocked})
    world.change_user(changed)
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    body: Json = {
        "chat": chat_for_bot(user),
        "from": user_for_bot(user),
        "date": int(now_s),
        "old_chat_member": _membership(world, old),
        "new_chat_member": _membership(world, new),
    }
    world.tell_bot("my_chat_member", body, now_s)
    return changed


def _membership(world: World, status: str) -> Json:
    member: Json = {"user": world.bot_user(), "status": status}
    return member | {"until_date": 0} if status == "kicked" else member


def _writer(world: World, user_id: int) -> User:
    user = world.user(user_id)
    if user.blocked:
        raise NotPossible("You have blocked the bot; unblock it to go on.")
    return user


def _readable(text: str) -> str:
    text = trimmed(Formatted(text)).text
    if not text:
        raise NotPossible("A message needs at least one character.")
    if utf16_units(text) > TEXT_UNITS:
        raise NotPossible(f"A message has at most {TEXT_UNITS} characters.")
    return text


def _sends(
    world: World, user_id: int, kind: MediaKind, payload: Any, now_s: float, caption: str = ""
) -> Message:
    media = Media(kind=kind, payload=payload)
    return _writes(world, user_id, now_s, text=caption, entities=with_detected(caption, ()), media=media)


def _writes(world: World, user_id: int, now_s: float, **content: Any) -> Message:
    user = _writer(world, user_id)
    if not user.started:
        world.change_user(user.model_copy(update={"started": True}))
    message = world.post(user_id, from_bot=False, now_s=now_s, **content)
    world.tell_bot("message", world.as_telegram(message), now_s)
    return message
