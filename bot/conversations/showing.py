"""Showing a screen: in the message of the tapped button, else in a new one."""

from bot.messages import EditText, SendText
from bot.turn import Save, Turn
from bot.views.settings import Screen


async def show(turn: Turn, save: Save, screen: Screen, *, rich: str | None = None) -> None:
    """Edit the message of the tapped button, or answer with a new one; `rich` says the same in rich HTML."""
    html, keyboard, message_id = screen.html, screen.keyboard, turn.incoming.message_id
    if turn.incoming.kind == "tap" and message_id is not None:
        await save.say(EditText(message_id=message_id, html=html, rich=rich, keyboard=keyboard))
    else:
        await save.say(SendText(html=html, rich=rich, keyboard=keyboard))


async def alert(turn: Turn, key: str) -> None:
    """Say in a window over the chat why a button does nothing."""
    await turn.answer_tap(turn.words(key), alert=True)
