"""Texts: send, edit, delete, react, draft, copy."""

from typing import Any

from bot.playground.errors import bad_request
from bot.playground.keyboards import checked_markup
from bot.playground.limits import (
    CHAT_ACTION_S,
    DELETABLE_S,
    DRAFT_S,
    TEXT_UNITS,
    check_caption,
    check_text,
    utf16_units,
)
from bot.playground.methods.context import Call, formatted, own_message, reply_target
from bot.playground.parameters import (
    ChatAction,
    CopyMessage,
    DeleteMessages,
    EditCaption,
    EditMarkup,
    EditText,
    MessageParameters,
    Reaction,
    SendDraft,
    SendMessage,
    SendRichMessage,
)
from bot.playground.records import Json, Message
from bot.playground.rich import read_rich

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(call: Call, parameters: SendMessage) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    text = formatted(parameters.text, parameters.parse_mode, parameters.entities)
    check_text(text.text)
    message = call.world.post(
        user.id,
        from_bot=True,
        now_s=call.now_s,
        text=text.text,
        entities=text.entities,
        reply_markup=checked_markup(parameters.reply_markup),
        reply_to=reply_target(call.world, user.id, parameters),
        silent=parameters.disable_notification,
    )
    return call.world.as_telegram(message)


def send_rich_message(call: Call, parameters: SendRichMessage) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    content = read_rich(parameters.rich_message)
    message = call.world.post(
        user.id,
        from_bot=True,
        now_s=call.now_s,
        text=content.text,
        rich=tuple(content.blocks),
        reply_markup=checked_markup(parameters.reply_markup),
        reply_to=reply_target(call.world, user.id, parameters),
        silent=parameters.disable_notification,
    )
    return call.world.as_telegram(message)


def edit_message_text(call: Call, parameters: EditText) -> Json:
    if parameters.rich_message:
        return _edit_into_rich(call, parameters)
    user = call.world.open_chat(parameters.chat_id)
    text = formatted(parameters.text, parameters.parse_mode, parameters.entities)
    check_text(text.text)
    message = own_message(call.world, user.id, parameters.message_id)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    return put_edited(
        call, message, text=text.text, entities=text.entities, rich=None, reply_markup=parameters.reply_markup
    )


def _edit_into_rich(call: Call, parameters: EditText) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    if parameters.text:
        raise bad_request("text and rich_message can't be used together")
    content = read_rich(parameters.rich_message)
    message = own_message(call.world, user.id, parameters.message_id)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    rich = tuple(content.blocks)
    return put_edited(
        call, message, text=content.text, entities=(), rich=rich, reply_markup=parameters.reply_markup
    )


def edit_message_caption(call: Call, parameters: EditCaption) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    text = formatted(parameters.caption, parameters.parse_mode, parameters.caption_entities)
    check_caption(text.text)
    message = own_message(call.world, user.id, parameters.message_id)
    if message.media is None or message.media.kind == "location":
        raise bad_request("there is no caption in the message to edit")
    return put_edited(
        call, message, text=text.text, entities=text.entities, reply_markup=parameters.reply_markup
    )


def edit_message_reply_markup(call: Call, parameters: EditMarkup) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    message = own_message(call.world, user.id, parameters.message_id)
    return put_edited(call, message, reply_markup=parameters.reply_markup)


def put_edited(call: Call, message: Message, *, reply_markup: Json | None, **changes: Any) -> Json:
    """Replace a message's content; raises Refused when nothing would change."""
    changes["reply_markup"] = checked_markup(reply_markup, inline_only=True)
    changed = message.model_copy(update=changes)
    if changed.shows_the_same_as(message):
        raise bad_request(_NOT_MODIFIED)
    changed = changed.model_copy(update={"edit_date_s": int(call.now_s)})
    return call.world.as_telegram(call.world.replace(changed))


def delete_message(call: Call, parameters: MessageParameters) -> bool:
    user = call.world.chat(parameters.chat_id)
    message = call.world.message(user.id, parameters.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if call.now_s - message.date_s > DELETABLE_S:
        raise bad_request("message can't be deleted for everyone")
    call.world.remove(user.id, message.message_id)
    return True


def delete_messages(call: Call, parameters: DeleteMessages) -> bool:
    """Those that can be deleted are; the others are passed over."""
    user = call.world.chat(parameters.chat_id)
    if not parameters.message_ids:
        raise bad_request("message identifiers are not specified")
    for number in parameters.message_ids:
        message = call.world.message(user.id, number)
        if message is not None and call.now_s - message.date_s <= DELETABLE_S:
            call.world.remove(user.id, number)
    return True


def set_message_reaction(call: Call, parameters: Reaction) -> bool:
    user = call.world.open_chat(parameters.chat_id)
    message = call.world.message(user.id, parameters.message_id)
    if message is None:
        raise bad_request("message to react not found")
    reactions = parameters.reaction or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = str(reactions[0].get("emoji", "")) if reactions else None
    if emoji == "":
        raise bad_request("REACTION_INVALID")
    changed = message.model_copy(update={"reaction": emoji})
    call.world.messages.put(user.id, message.message_id, changed)
    call.world.feed(user.id).add("reaction", {"message_id": message.message_id, "emoji": emoji})
    return True


def send_chat_action(call: Call, parameters: ChatAction) -> bool:
    user = call.world.open_chat(parameters.chat_id)
    if parameters.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.actions[user.id] = (parameters.action, call.now_s + CHAT_ACTION_S)
    call.world.feed(user.id).add("action", {"action": parameters.action, "seconds": CHAT_ACTION_S})
    return True


def send_message_draft(call: Call, parameters: SendDraft) -> bool:
    """The half-written answer of a streaming bot; gone with its next message or after 30 s."""
    user = call.world.open_chat(parameters.chat_id)
    if not parameters.draft_id:
        raise bad_request("draft identifier must be non-zero")
    text = formatted(parameters.text, parameters.parse_mode, parameters.entities)
    if utf16_units(text.text) > TEXT_UNITS:
        raise bad_request("message is too long")
    draft: Json = {
        "draft_id": parameters.draft_id,
        "text": text.text,
        "entities": list(text.entities),
        "expires_at": call.now_s + DRAFT_S,
    }
    call.world.drafts[user.id] = draft
    call.world.feed(user.id).add("draft", draft | {"seconds": DRAFT_S})
    return True


def _copied(call: Call, parameters: CopyMessage, missing: str) -> Message:
    source = call.world.chat(parameters.from_chat_id)
    message = call.world.message(source.id, parameters.message_id)
    if message is None:
        raise bad_request(missing)
    return message


def forward_message(call: Call, parameters: CopyMessage) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    message = _copied(call, parameters, "message to forward not found")
    sent = call.world.post(
        user.id,
        from_bot=True,
        now_s=call.now_s,
        text=message.text,
        entities=message.entities,
        media=message.media,
        forwarded=True,
        silent=parameters.disable_notification,
    )
    return call.world.as_telegram(sent)


def copy_message(call: Call, parameters: CopyMessage) -> Json:
    user = call.world.open_chat(parameters.chat_id)
    message = _copied(call, parameters, "message to copy not found")
    sent = call.world.post(
        user.id,
        from_bot=True,
        now_s=call.now_s,
        text=message.text if parameters.caption is None else parameters.caption,
        entities=message.entities if parameters.caption is None else (),
        media=message.media,
        reply_markup=checked_markup(parameters.reply_markup),
        silent=parameters.disable_notification,
    )
    return {"message_id": sent.message_id}


def pin_chat_message(call: Call, parameters: MessageParameters) -> bool:
    return _set_pinned(call, parameters, pinned=True)


def unpin_chat_message(call: Call, parameters: MessageParameters) -> bool:
    return _set_pinned(call, parameters, pinned=False)


def _set_pinned(call: Call, parameters: MessageParameters, *, pinned: bool) -> bool:
    user = call.world.open_chat(parameters.chat_id)
    number = parameters.message_id or max((m.message_id for m in _pinned(call, user.id)), default=0)
    message = call.world.message(user.id, number)
    if message is None:
        raise bad_request("message to pin not found" if pinned else "message to unpin not found")
    call.world.replace(message.model_copy(update={"pinned": pinned}))
    return True


def _pinned(call: Call, chat_id: int) -> list[Message]:
    return [message for message in call.world.messages.of(chat_id).values() if message.pinned]
