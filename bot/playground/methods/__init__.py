"""The Bot API's methods as a table: name, what it takes, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from bot.playground import parameters as p
from bot.playground.errors import bad_request
from bot.playground.methods import identity, intake, media, texts
from bot.playground.methods.context import Call

Taken = TypeVar("Taken", bound=p.Parameters)


@dataclass(frozen=True)
class Method(Generic[Taken]):
    """One method: its parameters are validated, then `run` changes the world and gives the result."""

    taken: type[Taken]
    run: Callable[[Call, Taken], object]

    def __call__(self, call: Call, raw: dict[str, Any]) -> object:
        return self.run(call, read_parameters(self.taken, raw))


def read_parameters(taken: type[Taken], raw: dict[str, Any]) -> Taken:
    """Validated parameters; raises Refused naming the first wrong one."""
    if (
        "chat_id" in taken.model_fields
        and taken.model_fields["chat_id"].default == ""
        and not raw.get("chat_id")
    ):
        raise bad_request("chat_id is empty")
    try:
        return taken.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        name = first["loc"][0] if first["loc"] else "value"
        raise bad_request(f'wrong parameter "{name}": {first["msg"]}') from None


METHODS: dict[str, Method[Any]] = {
    "getMe": Method(p.Parameters, identity.get_me),
    "close": Method(p.Parameters, identity.done),
    "logOut": Method(p.Parameters, identity.done),
    "setMyCommands": Method(p.Commands, identity.set_my_commands),
    "getMyCommands": Method(p.Commands, identity.get_my_commands),
    "deleteMyCommands": Method(p.Commands, identity.delete_my_commands),
    "setMyName": Method(p.ProfileText, identity.set_my_name),
    "getMyName": Method(p.ProfileText, identity.get_my_name),
    "setMyDescription": Method(p.ProfileText, identity.set_my_description),
    "getMyDescription": Method(p.ProfileText, identity.get_my_description),
    "setMyShortDescription": Method(p.ProfileText, identity.set_my_short_description),
    "getMyShortDescription": Method(p.ProfileText, identity.get_my_short_description),
    "setChatMenuButton": Method(p.MenuButton, identity.set_chat_menu_button),
    "getChatMenuButton": Method(p.MenuButton, identity.get_chat_menu_button),
    "getChat": Method(p.ChatParameters, identity.get_chat),
    "answerCallbackQuery": Method(p.AnswerQuery, identity.answer_callback_query),
    "setWebhook": Method(p.SetWebhook, intake.set_webhook),
    "deleteWebhook": Method(p.SetWebhook, intake.delete_webhook),
    "getWebhookInfo": Method(p.Parameters, intake.get_webhook_info),
    "sendMessage": Method(p.SendMessage, texts.send_message),
    "sendRichMessage": Method(p.SendRichMessage, texts.send_rich_message),
    "editMessageText": Method(p.EditText, texts.edit_message_text),
    "editMessageCaption": Method(p.EditCaption, texts.edit_message_caption),
    "editMessageReplyMarkup": Method(p.EditMarkup, texts.edit_message_reply_markup),
    "deleteMessage": Method(p.MessageParameters, texts.delete_message),
    "deleteMessages": Method(p.DeleteMessages, texts.delete_messages),
    "setMessageReaction": Method(p.Reaction, texts.set_message_reaction),
    "sendChatAction": Method(p.ChatAction, texts.send_chat_action),
    "sendMessageDraft": Method(p.SendDraft, texts.send_message_draft),
    "forwardMessage": Method(p.CopyMessage, texts.forward_message),
    "copyMessage": Method(p.CopyMessage, texts.copy_message),
    "pinChatMessage": Method(p.MessageParameters, texts.pin_chat_message),
    "unpinChatMessage": Method(p.MessageParameters, texts.unpin_chat_message),
    "sendPhoto": Method(p.SendFile, media.send_photo),
    "sendDocument": Method(p.SendFile, media.send_document),
    "sendMediaGroup": Method(p.SendMediaGroup, media.send_media_group),
    "sendLocation": Method(p.SendLocation, media.send_location),
    "editMessageMedia": Method(p.EditMedia, media.edit_message_media),
    "getFile": Method(p.GetFile, media.get_file),
}
# Telegram reads method names in any case.
BY_LOWER_NAME = {name.lower(): name for name in METHODS} | {"getupdates": "getUpdates"}
