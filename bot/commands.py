"""The menu of commands in both languages."""

from collections.abc import Sequence

import structlog
from telegram import BotCommand
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.words import words_in
from core.athlete import Language

log = structlog.get_logger(__name__)

# Telegram shows the commands of a user's language, else those without one.
MENUS: tuple[tuple[Language, str | None], ...] = (("en", None), ("fr", "fr"))


async def register_commands(bot: ExtBot[int], names: Sequence[str]) -> None:
    """Tell Telegram the commands and their descriptions (`command-<name>`); a failure only costs the menu."""
    for language, language_code in MENUS:
        words = words_in(language)
        commands = [BotCommand(name, words(f"command-{name}")) for name in names]
        try:
            await bot.set_my_commands(commands, language_code=language_code)
        except TelegramError as error:
            log.warning("the command menu could not be set", error=type(error).__name__)
