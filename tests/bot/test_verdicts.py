"""What each error of a request means: the table the sender lives by."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.verdicts import Fate, Verdict, verdict_on


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (caused(NetworkError("x"), httpx.ConnectError("x")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.ConnectTimeout("x")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.PoolTimeout("x")), Fate.NOT_SENT),
        (caused(TimedOut(), httpx.ReadTimeout("x")), Fate.DOUBTFUL),
        (caused(TimedOut(), httpx.WriteTimeout("x")), Fate.DOUBTFUL),
        (caused(NetworkError("x"), httpx.ReadError("x")), Fate.DOUBTFUL),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("x")), Fate.DOUBTFUL),
        (NetworkError("Bad Gateway"), Fate.DOUBTFUL),
        (TelegramError("Invalid server response"), Fate.DOUBTFUL),
        (RuntimeError("a bug"), Fate.DOUBTFUL),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.BLOCKED),
        (Forbidden("Forbidden: user is deactivated"), Fate.BLOCKED),
        (BadRequest("Chat not found"), Fate.BLOCKED),
        (BadRequest("Message is not modified: specified new message content"), Fate.ARRIVED),
        (BadRequest("Can't parse entities: unsupported start tag"), Fate.BAD_MARKUP),
        (BadRequest("Message to edit not found"), Fate.NO_TARGET),
        (BadRequest("There is no text in the message to edit"), Fate.NO_TEXT),
        (BadRequest("BUTTON_DATA_INVALID"), Fate.REFUSED),
        (InvalidToken("x"), Fate.NO_TOKEN),
    ],
    ids=lambda value: f"{value!r} {value.__cause__!r}" if isinstance(value, Exception) else value.name,
)
def test_the_fate_after_an_error(error: Exception, fate: Fate) -> None:
    assert verdict_on(error) == Verdict(fate)


def test_errors_that_say_more() -> None:
    assert verdict_on(RetryAfter(35)) == Verdict(Fate.WAIT, wait_s=35.0)
    assert verdict_on(ChatMigrated(-100)) == Verdict(Fate.MOVED, chat_id=-100)
