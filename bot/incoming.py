"""From Telegram's update to what a turn knows of it."""

import re
from datetime import datetime

from telegram import Message, Update, User

from bot.turn import Incoming, IncomingFile, IncomingKind, IncomingLocation

TEXT_AT_MOST = 4096  # Bot API: a message; whatever claims to be longer is cut
COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+|$)")
# Control characters (but tab and line feed) and halves of surrogate pairs: no database takes them all.
UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def incoming_from(update: Update, now: datetime) -> Incoming | None:
    """What the runner did (a tap, which bears no date, at `now`); None unless in a private chat."""
    if update.callback_query is not None:
        return _tap(update, now)
    message = update.effective_message
    if message is None or message.from_user is None or message.chat.type != "private":
        return None
    return _message(update, message, message.from_user)


def clean(text: str | None) -> str:
    """Text that every database stores, cut to the length of a message."""
    return UNSTORABLE.sub("", text or "")[:TEXT_AT_MOST]


def _tap(update: Update, now: datetime) -> Incoming | None:
    query = update.callback_query
    if query is None or (query.message is not None and query.message.chat.type != "private"):
        return None
    return Incoming(
        update_id=update.update_id,
        kind="tap",
        user_id=query.from_user.id,
        chat_id=query.message.chat.id if query.message else query.from_user.id,
        first_name=clean(query.from_user.first_name),
        language_code=query.from_user.language_code,
        date_utc=now,
        message_id=query.message.message_id if query.message else None,
        data=clean(query.data),
        callback_id=query.id,
    )


def _message(update: Update, message: Message, user: User) -> Incoming:
    text = clean(message.text or message.caption)
    command = COMMAND.match(text) if message.text else None
    kind, file = _content(message)
    return Incoming(
        update_id=update.update_id,
        kind="command" if command else kind,
        user_id=user.id,
        chat_id=message.chat.id,
        first_name=clean(user.first_name),
        language_code=user.language_code,
        date_utc=message.edit_date or message.date,
        message_id=message.message_id,
        text=text,
        command=command[1].lower() if command else "",
        args=text[command.end() :].strip() if command else "",
        edited=update.edited_message is not None,
        file=file,
        location=_location(message),
    )


def _content(message: Message) -> tuple[IncomingKind, IncomingFile | None]:
    if message.text is not None:
        return "text", None
    if message.location is not None:
        return "location", None
    if message.document is not None:
        document = message.document
        return "document", _file(document.file_id, document.file_name, document.mime_type, document.file_size)
    if message.voice is not None:
        voice = message.voice
        return "voice", _file(voice.file_id, "voice.ogg", voice.mime_type, voice.file_size)
    if message.photo:
        return "photo", _file(
            message.photo[-1].file_id, "photo.jpg", "image/jpeg", message.photo[-1].file_size
        )
    return ("sticker" if message.sticker else "other"), None


def _file(file_id: str, name: str | None, mime_type: str | None, size: int | None) -> IncomingFile:
    return IncomingFile(file_id, clean(name)[:255], clean(mime_type)[:127], size or 0)


def _location(message: Message) -> IncomingLocation | None:
    place = message.location
    return IncomingLocation(place.latitude, place.longitude) if place else None
