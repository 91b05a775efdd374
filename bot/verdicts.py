"""What an error of a request means for the message it carried."""

from dataclasses import dataclass
from enum import Enum, auto

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.limiter import seconds_of


class Fate(Enum):
    """What became of a message."""

    ARRIVED = auto()  # in effect: the edit changes nothing
    NOT_SENT = auto()  # certainly not: the connection never stood
    WAIT = auto()  # refused for a while
    DOUBTFUL = auto()  # handed over, answer lost
    BAD_MARKUP = auto()  # its formatting cannot be read
    NO_TEXT = auto()  # the message to edit is a picture: its words are a caption
    NO_TARGET = auto()  # the message to edit is gone
    BLOCKED = auto()  # this runner cannot be written to
    MOVED = auto()  # the chat has another id
    NO_TOKEN = auto()  # the bot itself is refused
    REFUSED = auto()  # for good, for another reason


@dataclass(frozen=True, slots=True)
class Verdict:
    fate: Fate
    wait_s: float = 0.0
    chat_id: int | None = None


# The request had not begun when these were raised (httpx's own classes; the library keeps them as the cause).
NOT_BEGUN = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
# Wordings of the Bot API server (github.com/tdlib/telegram-bot-api), in lower case.
BAD_REQUESTS = (
    ("message is not modified", Fate.ARRIVED),
    ("can't parse entities", Fate.BAD_MARKUP),
    ("no text in the message to edit", Fate.NO_TEXT),
    ("no caption in the message to edit", Fate.NO_TEXT),
    ("message to edit not found", Fate.NO_TARGET),
    ("message can't be edited", Fate.NO_TARGET),
    ("message_id_invalid", Fate.NO_TARGET),
    ("chat not found", Fate.BLOCKED),
    ("peer_id_invalid", Fate.BLOCKED),
)


def verdict_on(error: Exception) -> Verdict:
    """The fate of a message whose request raised `error`; whatever is not known for sure is doubtful."""
    match error:
        case RetryAfter():
            verdict = Verdict(Fate.WAIT, wait_s=seconds_of(error))
        case ChatMigrated():
            verdict = Verdict(Fate.MOVED, chat_id=error.new_chat_id)
        case Forbidden():
            verdict = Verdict(Fate.BLOCKED)
        case InvalidToken():
            verdict = Verdict(Fate.NO_TOKEN)
        case BadRequest():
            verdict = Verdict(_fate_of_bad_request(error))
        case TelegramError(__cause__=cause) if isinstance(cause, NOT_BEGUN):
            verdict = Verdict(Fate.NOT_SENT)
        case _:
            verdict = Verdict(Fate.DOUBTFUL)
    return verdict


def _fate_of_bad_request(error: BadRequest) -> Fate:
    wording = error.message.lower()
    return next((fate for text, fate in BAD_REQUESTS if text in wording), Fate.REFUSED)
