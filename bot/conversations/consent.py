"""Consent to what is kept: recorded with the version of the text, and asked again when that changes."""

from dataclasses import replace

from bot.conversations import red_flags
from bot.conversations.onboarding import CONSENT_VERSION
from bot.conversations.showing import show
from bot.mailbox import post
from bot.messages import Button, SendText
from bot.turn import Turn
from bot.views.formats import long_date
from bot.views.settings import Screen
from core.localisation import Localizer
from storage import runners
from storage.runners import Runner

PREFIX = "dc"


async def heed(turn: Turn) -> bool:
    """Look for warning signs, and tell once of a changed text about data; True when it is answered."""
    if await red_flags.heed(turn):
        return True
    if is_to_be_asked(turn.runner) and not turn.incoming.data.startswith(PREFIX):
        await _ask_again(turn)
    return False


def is_to_be_asked(runner: Runner) -> bool:
    """Whether this runner agreed to an earlier version and was not told of this one."""
    agreed = runner.consent_version
    return (
        agreed is not None
        and agreed < CONSENT_VERSION
        and (runner.settings.consent_asked or 0) < CONSENT_VERSION
    )


async def tapped(turn: Turn) -> None:
    """The answer: agreed, or not."""
    agreed = turn.incoming.data == f"{PREFIX}:yes"
    async with turn.saving() as save:
        if agreed:
            await runners.give_consent(save.connection, turn.runner.id, CONSENT_VERSION, now=turn.now)
        rows = () if agreed else ((Button(label=turn.words("settings-button-erase"), data="st:erase"),),)
        await show(turn, save, Screen(turn.words("consent-given" if agreed else "consent-refused"), rows))


def consent_line(runner: Runner, words: Localizer) -> str:
    """What the runner agreed to, and when."""
    if runner.consent_version is None or runner.consent_at_utc is None:
        return words("consent-none")
    date = long_date(runner.consent_at_utc.date(), words.language)
    key = "consent-line" if runner.consent_version >= CONSENT_VERSION else "consent-line-old"
    return words(key, version=runner.consent_version, date=date)


async def _ask_again(turn: Turn) -> None:
    """Beside the answer that is on its way, in a transaction of its own: told once, whatever follows."""
    settings = turn.runner.settings.model_copy(update={"consent_asked": CONSENT_VERSION})
    words = turn.words
    rows = (
        (Button(label=words("consent-button-yes"), data=f"{PREFIX}:yes"),),
        (Button(label=words("consent-button-read"), data="st:privacy"),),
        (Button(label=words("consent-button-no"), data=f"{PREFIX}:no"),),
    )
    async with turn.services.database.transaction() as connection:
        await runners.hold(connection, turn.runner.id)
        await runners.choose_settings(connection, turn.runner.id, settings, now=turn.now)
        message = SendText(html=words("consent-changed"), keyboard=rows)
        await post(connection, turn.runner, message, now=turn.now)
    turn.runner = replace(turn.runner, settings=settings)
    turn.services.outbox_filled.set()
