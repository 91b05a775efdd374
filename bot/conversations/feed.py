"""The live calendar: giving it an address, changing it, taking it away."""

from datetime import time

from bot.conversations.taking import send_calendar_file
from bot.messages import EditText, SendText
from bot.turn import Turn
from bot.views.calendar import PREFIX, address_screen, kept_screen, stopped_screen
from bot.views.settings import Screen
from bot.web.addresses import feeds_are_served
from storage import feeds


async def tapped(turn: Turn) -> None:
    """A button of these screens."""
    action, _, at = turn.incoming.data.removeprefix(f"{PREFIX}:").partition(":")
    starts_at = _hour_in(at)
    if action == "file":
        await send_calendar_file(turn, starts_at)
    elif not feeds_are_served(turn.services.settings):
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)
    elif action == "stop":
        async with turn.saving() as save:
            await feeds.close_address(save.connection, turn.runner.id)
            await save.say(_shown(turn, stopped_screen(turn.words)))
    elif action in ("open", "renew"):
        await _open(turn, starts_at, anew=action == "renew")
    else:
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)


async def _open(turn: Turn, starts_at: time | None, *, anew: bool) -> None:
    """An address, unless there is one and no other was asked for."""
    settings, words = turn.services.settings, turn.words
    async with turn.saving() as save:
        known = await feeds.known(save.connection, turn.runner.id, now=turn.now)
        if known.feed_since_utc is not None and not anew:
            screen = kept_screen(known.feed_since_utc, starts_at, words)
        else:
            token = await feeds.open_address(
                save.connection, turn.runner.id, now=turn.now, starts_at=starts_at
            )
            screen = address_screen(token, starts_at, settings, words)
        await save.say(_shown(turn, screen))


def _shown(turn: Turn, screen: Screen) -> SendText | EditText:
    if turn.incoming.message_id is None:
        return SendText(html=screen.html, keyboard=screen.keyboard)
    return EditText(message_id=turn.incoming.message_id, html=screen.html, keyboard=screen.keyboard)


def _hour_in(text: str) -> time | None:
    """The hour a button carries, as `1830`."""
    if len(text) != 4 or not (text.isascii() and text.isdecimal()):
        return None
    hour, minute = int(text[:2]), int(text[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None
