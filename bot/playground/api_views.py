"""Records as the Bot API writes them."""

from bot.playground.records import Json, Message, StoredFile, User


def user_for_bot(user: User) -> Json:
    return {
        "id": user.id,
        "is_bot": False,
        "first_name": user.first_name,
        "language_code": user.language_code,
    }


def chat_for_bot(user: User) -> Json:
    return {"id": user.id, "first_name": user.first_name, "type": "private"}


def message_for_bot(message: Message, user: User, bot: Json) -> Json:
    """A Message object, without the message it answers."""
    view: Json = {
        "message_id": message.message_id,
        "from": bot if message.from_bot else user_for_bot(user),
        "chat": chat_for_bot(user),
        "date": message.date_s,
    }
    if message.edit_date_s is not None:
        view["edit_date"] = message.edit_date_s
    if message.album is not None:
        view["media_group_id"] = message.album
    if message.forwarded:
        sender = bot if message.from_bot else user_for_bot(user)
        view["forward_origin"] = {"type": "user", "sender_user": sender, "date": message.date_s}
    if message.reply_markup is not None and "inline_keyboard" in message.reply_markup:
        view["reply_markup"] = message.reply_markup
    return view | _content(message)


def _content(message: Message) -> Json:
    if message.rich is not None:
        return {"rich_message": {"blocks": list(message.rich)}}
    content: Json = {}
    text, entities = ("caption", "caption_entities") if message.has_caption else ("text", "entities")
    if message.text:
        content[text] = message.text
    if message.entities:
        content[entities] = list(message.entities)
    if message.media is not None:
        content[message.media.kind] = message.media.payload
    return content


def file_fields(file: StoredFile) -> Json:
    """What every kind of file object has."""
    return {
        "file_id": file.file_id,
        "file_unique_id": f"u{file.number}",
        "file_size": len(file.content),
    }


def photo_for_bot(file: StoredFile) -> list[Json]:
    return [file_fields(file) | {"width": file.width, "height": file.height}]


def document_for_bot(file: StoredFile) -> Json:
    return file_fields(file) | {"file_name": file.name, "mime_type": file.mime}
