"""Failures in words: one sentence for the operator, no content and no secret for the log."""

import traceback
from typing import Any

TOKEN_REFUSED = "Telegram refuses this token: check TELEGRAM_BOT_TOKEN (@BotFather shows it)."  # noqa: S105  # a sentence
SECOND_COPY = "Another copy of this bot is running with the same token: stop one of them."


class StartFailed(Exception):
    """The bot cannot run; the text is one sentence for the operator."""


def describe(error: BaseException) -> dict[str, Any]:
    """What a log may tell of an error: its class and place; its text may quote a runner."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "at": places[-8:]}
