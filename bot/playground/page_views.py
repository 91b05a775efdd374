"""Records as the chat page reads them. Text and its marks go as data, so that the page never needs markup."""

from bot.playground.records import Json, Message, User


def user_for_page(user: User) -> Json:
    return {
        "id": user.id,
        "first_name": user.first_name,
        "language_code": user.language_code,
        "blocked": user.blocked,
    }


def message_for_page(message: Message) -> Json:
    """One bubble: who, when, text with entities (UTF-16 units), buttons, picture or document."""
    view: Json = {
        "message_id": message.message_id,
        "from": "bot" if message.from_bot else "user",
        "date": message.date_s,
        "edit_date": message.edit_date_s,
        "text": message.text,
        "entities": list(message.entities),
        "rich": list(message.rich) if message.rich is not None else None,
        "keyboard": _inline_keyboard(message.reply_markup),
        "reply_keyboard": _reply_keyboard(message.reply_markup),
        "reply_to": message.reply_to,
        "reaction": message.reaction,
        "silent": message.silent,
        "pinned": message.pinned,
        "album": message.album,
        "photo": None,
        "document": None,
        "media": None,
    }
    return view | _media(message)


def _media(message: Message) -> Json:
    media = message.media
    if media is None:
        return {}
    if media.kind == "photo":
        largest = media.payload[-1]
        size = {"width": largest["width"], "height": largest["height"]}
        return {"photo": {"file_id": largest["file_id"], "url": _url(largest["file_id"]), **size}}
    if media.kind == "document":
        document = {
            "file_id": media.payload["file_id"],
            "url": _url(media.payload["file_id"]),
            "name": media.payload.get("file_name", "file"),
            "size": media.payload.get("file_size", 0),
            "mime": media.payload.get("mime_type", "application/octet-stream"),
        }
        return {"document": document}
    return {"media": {"kind": media.kind, **_light(media.payload)}}


def _light(payload: Json) -> Json:
    return {
        key: payload[key]
        for key in ("duration", "emoji", "latitude", "longitude", "file_size")
        if key in payload
    }


def _url(file_id: str) -> str:
    return f"/play/files/{file_id}"


def _inline_keyboard(markup: Json | None) -> list[list[Json]]:
    rows = (markup or {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(button: Json) -> Json:
    view = {"text": button["text"]}
    if "callback_data" in button:
        view["data"] = button["callback_data"]
    if "url" in button:
        view["url"] = button["url"]
    if "copy_text" in button:
        view["copy_text"] = button["copy_text"]["text"]
    return view


def _reply_keyboard(markup: Json | None) -> Json | None:
    """The keyboard under the input field: rows of labels, `{"remove": true}` or `{"force_reply": true}`."""
    markup = markup or {}
    hint = {"placeholder": markup.get("input_field_placeholder")}
    if "keyboard" in markup:
        rows = [[button["text"] for button in row] for row in markup["keyboard"]]
        return {"rows": rows, "one_time": bool(markup.get("one_time_keyboard")), **hint}
    if "remove_keyboard" in markup:
        return {"remove": True}
    if "force_reply" in markup:
        return {"force_reply": True, **hint}
    return None
