"""Carrying out one message of the outbox: from a stored value to a request of the Bot API."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.limiter import PERMITTED
from bot.messages import OUTGOING, EditText, Keyboard, Outgoing, React, SendFile, SendPicture, SendText
from bot.rich import RichRefused, edit_rich, send_rich
from bot.splitting import plain_text
from bot.verdicts import Fate, verdict_on
from storage.anchors import Anchor
from storage.outbox import ClaimedMessage

log = structlog.get_logger(__name__)

Draw = Callable[[str, dict[str, Any]], bytes]
Edit = Callable[[ExtBot[int], "Parcel", EditText, int], Awaitable[None]]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message ready to leave: its picture is drawn, the message it edits is known.

    With a `file_id` Telegram has the picture; `draw` makes it should Telegram not know the id any more.
    """

    outgoing: Outgoing
    chat_id: int
    plain: bool
    picture: bytes = b""
    target: Anchor | None = None
    file_id: str | None = None
    draw: Draw | None = None

    @property
    def content_key(self) -> str | None:
        """What the picture is known by, when it is one that is sent more than once."""
        return self.outgoing.content_key if isinstance(self.outgoing, SendPicture) else None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a message now stands; `anchor_name` is the name it takes, `file_id` its new picture's."""

    message_id: int | None
    anchor_name: str | None = None
    has_caption: bool = False
    file_id: str | None = None


def read_payload(message: ClaimedMessage) -> Outgoing:
    """The stored message as a value."""
    return OUTGOING.validate_python(message.payload)


async def pack(
    message: ClaimedMessage,
    outgoing: Outgoing,
    target: Anchor | None,
    draw: Draw,
    file_id: str | None = None,
) -> Parcel:
    """Make everything ready that takes time, so that the request itself follows at once."""
    if isinstance(outgoing, EditText) and outgoing.message_id is not None:
        has_caption = bool(target and target.message_id == outgoing.message_id and target.has_caption)
        target = Anchor(message.chat_id, outgoing.message_id, has_caption)
    picture = b""
    if isinstance(outgoing, SendPicture) and file_id is not None:
        return Parcel(outgoing, message.chat_id, message.plain, file_id=file_id, draw=draw)
    if isinstance(outgoing, SendPicture):
        drawn = await _drawn(outgoing, draw)
        if drawn is None:
            outgoing = _words_of(outgoing)
        picture = drawn or b""
    return Parcel(outgoing, message.chat_id, message.plain, picture, target)


async def _drawn(outgoing: SendPicture, draw: Draw) -> bytes | None:
    """The picture; None when it cannot be drawn: its words still go out."""
    try:
        return await asyncio.to_thread(draw, outgoing.chart, outgoing.figures)
    except Exception as error:  # noqa: BLE001  # whatever a chart breaks on
        log.error("a picture could not be drawn", chart=outgoing.chart, error=type(error).__name__)
        return None


async def deliver(bot: ExtBot[int], parcel: Parcel) -> Arrival:
    """Make the request; raises what the library raises."""
    outgoing = parcel.outgoing
    match outgoing:
        case SendText():
            return await _send_text(bot, parcel, outgoing)
        case EditText():
            return await _edit(bot, parcel, outgoing)
        case SendPicture():
            return await _send_picture(bot, parcel, outgoing)
        case SendFile():
            return await _send_file(bot, parcel, outgoing)
        case React():
            reaction = [ReactionTypeEmoji(outgoing.emoji)]
            await bot.set_message_reaction(
                parcel.chat_id, outgoing.message_id, reaction, rate_limit_args=PERMITTED
            )
            return Arrival(outgoing.message_id)


async def _send_text(bot: ExtBot[int], parcel: Parcel, outgoing: SendText) -> Arrival:
    if outgoing.rich and not parcel.plain:
        try:
            keyboard = _keyboard(outgoing.keyboard)
            message_id = await send_rich(bot, parcel.chat_id, outgoing.rich, keyboard, silent=outgoing.silent)
        except RichRefused:
            log.debug("plain words instead of a rich message")
        else:
            return Arrival(message_id, outgoing.anchor)
    sent = await bot.send_message(
        parcel.chat_id,
        **_words(outgoing.html, parcel.plain),
        reply_markup=_keyboard(outgoing.keyboard) or _choices(outgoing.reply_choices),
        disable_notification=outgoing.silent,
        link_preview_options=NO_PREVIEW,
        rate_limit_args=PERMITTED,
    )
    return Arrival(sent.message_id, outgoing.anchor)


async def _send_picture(bot: ExtBot[int], parcel: Parcel, outgoing: SendPicture) -> Arrival:
    """Send the picture Telegram has, or upload it; an id that Telegram no longer takes is replaced."""
    if parcel.file_id is not None and parcel.draw is not None:
        try:
            return await _send_photo(bot, parcel, outgoing, parcel.file_id)
        except BadRequest as error:
            if verdict_on(error).fate is not Fate.REFUSED:
                raise
            log.info("a picture is uploaded again", chart=outgoing.chart, reason=error.message)
        drawn = await _drawn(outgoing, parcel.draw)
        if drawn is None:
            return await _send_text(bot, parcel, _words_of(outgoing))
        picture = drawn
    else:
        picture = parcel.picture
    return await _send_photo(
        bot, parcel, outgoing, InputFile(io.BytesIO(picture), filename=f"{outgoing.chart}.png")
    )


async def _send_photo(
    bot: ExtBot[int], parcel: Parcel, outgoing: SendPicture, photo: str | InputFile
) -> Arrival:
    sent = await bot.send_photo(
        parcel.chat_id,
        photo,
        **_caption(outgoing.caption_html, parcel.plain),
        reply_markup=_keyboard(outgoing.keyboard),
        rate_limit_args=PERMITTED,
    )
    uploaded = sent.photo[-1].file_id if sent.photo and not isinstance(photo, str) else None
    return Arrival(sent.message_id, outgoing.anchor, has_caption=True, file_id=uploaded)


async def _send_file(bot: ExtBot[int], parcel: Parcel, outgoing: SendFile) -> Arrival:
    sent = await bot.send_document(
        parcel.chat_id,
        InputFile(io.BytesIO(outgoing.content_bytes()), filename=outgoing.filename),
        **_caption(outgoing.caption_html, parcel.plain),
        rate_limit_args=PERMITTED,
    )
    return Arrival(sent.message_id)


async def _edit(bot: ExtBot[int], parcel: Parcel, outgoing: EditText) -> Arrival:
    """Edit the text or the caption; a message that is gone is sent anew."""
    target = parcel.target
    if target is None:
        return await _instead(bot, parcel, outgoing)
    for attempt in _ways_to_edit(parcel, outgoing, target):
        try:
            await attempt(bot, parcel, outgoing, target.message_id)
        except RichRefused:
            continue
        except BadRequest as error:
            fate = verdict_on(error).fate
            if fate in (Fate.NO_TARGET, Fate.REFUSED):
                return await _instead(bot, parcel, outgoing)
            if fate is Fate.NO_TEXT:
                continue
            if fate is not Fate.ARRIVED:
                raise
        return Arrival(target.message_id, outgoing.anchor, has_caption=attempt is _edit_caption)
    return await _instead(bot, parcel, outgoing)  # a message of a kind that takes no words


def _ways_to_edit(parcel: Parcel, outgoing: EditText, target: Anchor) -> tuple[Edit, ...]:
    """What to try, in order: the words of a picture are its caption, and its message may not be known."""
    if target.has_caption:
        return (_edit_caption,)
    rich: tuple[Edit, ...] = (_edit_rich,) if outgoing.rich and not parcel.plain else ()
    return (*rich, _edit_text, _edit_caption)


async def _instead(bot: ExtBot[int], parcel: Parcel, outgoing: EditText) -> Arrival:
    """What becomes of an edit without a message to edit."""
    if outgoing.only_in_place:
        return Arrival(None)
    return await _send_text(bot, parcel, _as_new(outgoing))


async def _edit_text(bot: ExtBot[int], parcel: Parcel, outgoing: EditText, message_id: int) -> None:
    await bot.edit_message_text(
        **_words(outgoing.html, parcel.plain),
        chat_id=parcel.chat_id,
        message_id=message_id,
        reply_markup=_keyboard(outgoing.keyboard),
        link_preview_options=NO_PREVIEW,
        rate_limit_args=PERMITTED,
    )


async def _edit_rich(bot: ExtBot[int], parcel: Parcel, outgoing: EditText, message_id: int) -> None:
    keyboard = _keyboard(outgoing.keyboard)
    await edit_rich(bot, parcel.chat_id, message_id, outgoing.rich or "", keyboard)


async def _edit_caption(bot: ExtBot[int], parcel: Parcel, outgoing: EditText, message_id: int) -> None:
    await bot.edit_message_caption(
        chat_id=parcel.chat_id,
        message_id=message_id,
        **_caption(outgoing.html, parcel.plain),
        reply_markup=_keyboard(outgoing.keyboard),
        rate_limit_args=PERMITTED,
    )


def _as_new(outgoing: EditText) -> SendText:
    return SendText(
        html=outgoing.html, rich=outgoing.rich, keyboard=outgoing.keyboard, anchor=outgoing.anchor
    )


def _words_of(picture: SendPicture) -> SendText:
    return SendText(
        html=picture.caption_html or plain_text(picture.alt_text) or "…",
        keyboard=picture.keyboard,
        anchor=picture.anchor,
    )


def _words(html: str, plain: bool) -> dict[str, Any]:
    return {"text": plain_text(html)} if plain else {"text": html, "parse_mode": ParseMode.HTML}


def _caption(html: str, plain: bool) -> dict[str, Any]:
    if not html:
        return {}
    return {"caption": plain_text(html)} if plain else {"caption": html, "parse_mode": ParseMode.HTML}


def _keyboard(rows: Keyboard) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data, url=button.url) for button in row]
            for row in rows
        ]
    )


def _choices(rows: tuple[tuple[str, ...], ...]) -> ReplyKeyboardMarkup | None:
    if not rows:
        return None
    return ReplyKeyboardMarkup(
        [[KeyboardButton(label) for label in row] for row in rows],
        one_time_keyboard=True,
        resize_keyboard=True,
    )
