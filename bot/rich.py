"""Rich messages (Bot API 10.1 on): tables and folded sections, asked for by hand as the library lacks them.

A refusal is certain knowledge that nothing arrived, so the plain words of the message can follow at once. A
server that does not know the method is remembered while this process lives; a refusal of one message's
content concerns that message alone.
"""

from typing import Any
from urllib.parse import urlsplit

import structlog
from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, EndPointNotFound
from telegram.ext import ExtBot

from bot.limiter import PERMITTED
from bot.verdicts import Fate, verdict_on

log = structlog.get_logger(__name__)

TEXT_LIMIT, BLOCKS_LIMIT = 32_768, 500  # Bot API, InputRichMessage
SEND = "sendRichMessage"
# Method names are read in any case; in the usual one the library insists on its method, without rich text.
EDIT = "editmessagetext"
# An older server passes over `rich_message` and misses the text.
IGNORED = "message text is empty"
_WITHOUT: set[str] = set()


class RichRefused(Exception):
    """The server did not take a rich message; nothing arrived."""


def is_known_to_refuse(address: str) -> bool:
    """Whether the Bot API server at this address is known not to know rich messages."""
    return _server(address) in _WITHOUT


def forget_refusals() -> None:
    """Ask every server again, as after a restart."""
    _WITHOUT.clear()


async def send_rich(
    bot: ExtBot[int], chat_id: int, html: str, keyboard: InlineKeyboardMarkup | None, *, silent: bool = False
) -> int:
    """Send a rich message and give its id; raises RichRefused, and what the library raises."""
    fields = {"disable_notification": True} if silent else {}
    sent = await _ask(bot, SEND, {"chat_id": chat_id, **_content(html, keyboard), **fields})
    return int(sent["message_id"])


async def edit_rich(
    bot: ExtBot[int], chat_id: int, message_id: int, html: str, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Turn a message into a rich one; raises RichRefused, and what the library raises."""
    await _ask(bot, EDIT, {"chat_id": chat_id, "message_id": message_id, **_content(html, keyboard)})


def _content(html: str, keyboard: InlineKeyboardMarkup | None) -> dict[str, Any]:
    content: dict[str, Any] = {"rich_message": {"html": html}}
    return content if keyboard is None else content | {"reply_markup": keyboard}


async def _ask(bot: ExtBot[int], method: str, fields: dict[str, Any]) -> Any:
    if is_known_to_refuse(bot.base_url):
        raise RichRefused
    try:
        return await bot.do_api_request(method, api_kwargs=fields, rate_limit_args=PERMITTED)
    except EndPointNotFound:
        _remember(bot.base_url)
    except BadRequest as error:
        if IGNORED in error.message.lower():
            _remember(bot.base_url)
        elif verdict_on(error).fate in (Fate.REFUSED, Fate.BAD_MARKUP):
            log.warning("a rich message was refused; its plain words follow", reason=error.message)
        else:
            raise
    raise RichRefused


def _remember(address: str) -> None:
    log.info("this Bot API server knows no rich messages; plain ones from now on", server=_server(address))
    _WITHOUT.add(_server(address))


def _server(address: str) -> str:
    """Host and port alone: the rest of a bot's address holds its token."""
    return urlsplit(address).netloc
