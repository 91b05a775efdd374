"""Buttons under messages and under the input field, checked as Telegram checks them."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.playground.errors import Refused, bad_request
from bot.playground.limits import (
    BUTTONS_IN_A_ROW,
    CALLBACK_DATA_BYTES,
    COPY_TEXT_UNITS,
    INLINE_BUTTONS,
    utf16_units,
)
from bot.playground.records import Json

_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


class _Open(BaseModel):
    """Newer fields than known here pass through."""

    model_config = ConfigDict(extra="allow")


class _CopyText(_Open):
    text: str


class _InlineButton(_Open):
    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: _CopyText | None = None


class _InlineKeyboard(_Open):
    inline_keyboard: list[list[_InlineButton]]


class _ReplyButton(_Open):
    text: str


class _ReplyKeyboard(_Open):
    keyboard: list[list[_ReplyButton]]


def checked_markup(markup: Json | None, *, inline_only: bool = False) -> Json | None:
    """The reply markup as stored, None for none; raises Refused for one Telegram would not take."""
    if not markup:
        return None
    kind = next((name for name in _KINDS if name in markup), None)
    if kind == "inline_keyboard":
        return _checked_inline(markup)
    if inline_only:
        raise bad_request("object expected as reply markup")
    if kind == "keyboard":
        return _checked_reply(markup)
    return dict(markup) if kind is not None else None


def _checked_inline(markup: Json) -> Json | None:
    try:
        rows = _InlineKeyboard.model_validate(markup).inline_keyboard
    except ValidationError as error:
        raise _unreadable("inline keyboard button", error) from None
    rows = [row for row in rows if row]
    if sum(len(row) for row in rows) > INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > BUTTONS_IN_A_ROW for row in rows):
        raise bad_request("BUTTON_ROW_TOO_LONG")
    for button in (button for row in rows for button in row):
        _check_inline_button(button)
    dumped = [[button.model_dump(exclude_none=True) for button in row] for row in rows]
    return {"inline_keyboard": dumped} if dumped else None


def _check_inline_button(button: _InlineButton) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: Text buttons must be non-empty")
    if button.callback_data is not None:
        if not 1 <= len(button.callback_data.encode()) <= CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.url is not None:
        _check_url(button.url)
    elif button.copy_text is not None:
        if not 1 <= utf16_units(button.copy_text.text) <= COPY_TEXT_UNITS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif not button.model_extra or not _opens_something(button.model_extra):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )


def _opens_something(extra: dict[str, Any]) -> bool:
    return any(
        name.startswith(("switch_inline", "web_app", "login_url", "pay", "callback_game")) for name in extra
    )


def _check_url(url: str) -> None:
    if not url.startswith(("http://", "https://", "tg://")) or " " in url or "." not in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _checked_reply(markup: Json) -> Json:
    rows = [
        [{"text": button} if isinstance(button, str) else button for button in row]
        for row in markup["keyboard"]
        if row
    ]
    try:
        keyboard = _ReplyKeyboard.model_validate({**markup, "keyboard": rows})
    except ValidationError as error:
        raise _unreadable("keyboard button", error) from None
    if not keyboard.keyboard or any(not button.text for row in keyboard.keyboard for button in row):
        raise bad_request("reply keyboard must be non-empty")
    return keyboard.model_dump(exclude_none=True)


def _unreadable(what: str, error: ValidationError) -> Refused:
    first = error.errors()[0]
    return bad_request(f'can\'t parse {what}: Field "{first["loc"][-1]}" is wrong: {first["msg"]}')
