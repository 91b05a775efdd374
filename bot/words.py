"""The words of the chat: the bot's own texts and core's, in one language and tone."""

from functools import cache
from pathlib import Path

from core.athlete import Language
from core.localisation import CORE_LOCALES, Localizer
from storage.runners import Runner

IN_MILES = "in-miles"  # ends the key of a text that asks for miles, or names them
BOT_LOCALES = Path(__file__).parent / "locales"


@cache
def words_in(language: Language) -> Localizer:
    """The localizer of everything a runner reads in `language`."""
    return Localizer(language, (CORE_LOCALES, BOT_LOCALES))


def words_for(runner: Runner) -> Localizer:
    """The words for this runner: their language; tone and miles where a text has a version of them."""
    variants: list[str] = [runner.settings.tone] if runner.settings.tone != "neutral" else []
    if runner.settings.units == "mi":
        variants.append(IN_MILES)
    return words_in(runner.language).preferring(*variants)
