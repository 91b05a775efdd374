"""The words of the chat: the bot's own texts and core's, in one language."""

from functools import cache
from pathlib import Path

from core.athlete import Language
from core.localisation import CORE_LOCALES, Localizer

BOT_LOCALES = Path(__file__).parent / "locales"


@cache
def words_in(language: Language) -> Localizer:
    """The localizer of everything a runner reads in `language`."""
    return Localizer(language, (CORE_LOCALES, BOT_LOCALES))
