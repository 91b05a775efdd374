"""The bot about itself: who it is, its commands and descriptions, its menu button; also chats and taps."""

import re

from bot.playground.api_views import chat_for_bot
from bot.playground.errors import bad_request
from bot.playground.limits import (
    CALLBACK_ANSWER_UNITS,
    CALLBACK_LIFE_S,
    COMMAND_DESCRIPTION_UNITS,
    COMMANDS,
    DESCRIPTION_UNITS,
    NAME_UNITS,
    SHORT_DESCRIPTION_UNITS,
    utf16_units,
)
from bot.playground.methods.context import Call
from bot.playground.parameters import (
    AnswerQuery,
    ChatParameters,
    Commands,
    MenuButton,
    Parameters,
    ProfileText,
)
from bot.playground.records import Json, Profile, User, number_in
from bot.playground.world import NOBODY

_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def get_me(call: Call, _: Parameters) -> Json:
    return call.world.bot_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def done(_call: Call, _: Parameters) -> bool:
    """For close and logOut, which change nothing here."""
    return True


def set_my_commands(call: Call, parameters: Commands) -> bool:
    commands = parameters.commands or []
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [_checked_command(command) for command in commands]
    table = {**call.world.profile.commands, _scope_key(parameters): kept}
    if not kept:
        del table[_scope_key(parameters)]
    call.world.change_profile(commands=table)
    _show_commands(call)
    return True


def get_my_commands(call: Call, parameters: Commands) -> list[Json]:
    return call.world.profile.commands.get(_scope_key(parameters), [])


def delete_my_commands(call: Call, parameters: Commands) -> bool:
    return set_my_commands(call, parameters.model_copy(update={"commands": None}))


def commands_for(profile: Profile, user: User) -> list[Json]:
    """The menu a person sees: the narrowest scope first, their language before none."""
    language = user.language_code.partition("-")[0]
    for scope in (f"chat:{user.id}", "all_private_chats", "default"):
        for code in (language, ""):
            commands = profile.commands.get(f"{scope}|{code}")
            if commands:
                return commands
    return []


def _show_commands(call: Call) -> None:
    for user in call.world.users.of(NOBODY).values():
        commands = commands_for(call.world.profile, user)
        call.world.feed(user.id).add("commands", {"commands": commands})


def _checked_command(command: Json) -> Json:
    name, description = str(command.get("command", "")), str(command.get("description", ""))
    name = name.removeprefix("/").lower()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_units(description) <= COMMAND_DESCRIPTION_UNITS:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope_key(parameters: Commands) -> str:
    scope = parameters.scope or {"type": "default"}
    kind = scope.get("type")
    if kind not in (*_PLAIN_SCOPES, "chat"):
        raise bad_request("unsupported type specified")
    if not re.fullmatch(r"(?:[a-z]{2})?", parameters.language_code):
        raise bad_request("invalid language code specified")
    place = f"chat:{scope.get('chat_id')}" if kind == "chat" else str(kind)
    return f"{place}|{parameters.language_code}"


def set_my_name(call: Call, parameters: ProfileText) -> bool:
    return _set_text(call, "name", parameters.name, parameters.language_code, NAME_UNITS)


def set_my_description(call: Call, parameters: ProfileText) -> bool:
    return _set_text(call, "description", parameters.description, parameters.language_code, DESCRIPTION_UNITS)


def set_my_short_description(call: Call, parameters: ProfileText) -> bool:
    return _set_text(
        call,
        "short_description",
        parameters.short_description,
        parameters.language_code,
        SHORT_DESCRIPTION_UNITS,
    )


def get_my_name(call: Call, parameters: ProfileText) -> Json:
    return {"name": _text(call, "name", parameters) or call.world.bot_name}


def get_my_description(call: Call, parameters: ProfileText) -> Json:
    return {"description": _text(call, "description", parameters)}


def get_my_short_description(call: Call, parameters: ProfileText) -> Json:
    return {"short_description": _text(call, "short_description", parameters)}


def _text(call: Call, kind: str, parameters: ProfileText) -> str:
    texts = call.world.profile.texts
    return texts.get(f"{kind}|{parameters.language_code}") or texts.get(f"{kind}|", "")


def _set_text(call: Call, kind: str, text: str, language: str, units: int) -> bool:
    if utf16_units(text) > units:
        raise bad_request(f"BOT_{kind.upper()}_TOO_LONG")
    texts = {**call.world.profile.texts, f"{kind}|{language}": text}
    call.world.change_profile(texts={key: value for key, value in texts.items() if value})
    return True


def set_chat_menu_button(call: Call, parameters: MenuButton) -> bool:
    call.world.change_profile(menu_button=parameters.menu_button or {"type": "commands"})
    return True


def get_chat_menu_button(call: Call, _: MenuButton) -> Json:
    return call.world.profile.menu_button


def get_chat(call: Call, parameters: ChatParameters) -> Json:
    user = call.world.chat(parameters.chat_id)
    return chat_for_bot(user) | {
        "accent_color_id": user.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def answer_callback_query(call: Call, parameters: AnswerQuery) -> bool:
    number = number_in(parameters.callback_query_id)
    query = call.world.queries.get(NOBODY, number) if number is not None else None
    if query is None or call.now_s - query.asked_s > CALLBACK_LIFE_S:
        raise bad_request(_TOO_OLD)
    if utf16_units(parameters.text) > CALLBACK_ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    call.world.queries.put(NOBODY, query.number, query.model_copy(update={"answered": True}))
    answer: Json = {"query_id": str(number), "text": parameters.text, "show_alert": parameters.show_alert}
    call.world.feed(query.user_id).add("callback_answer", answer)
    return True
