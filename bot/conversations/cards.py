"""Showing the card of a session, so that it stays up to date where it stands."""

from datetime import date

from bot.conversations.days import today_of
from bot.enrichment.cards import anchor_of, card, edits_of_days
from bot.messages import EditText, SendText
from bot.turn import Save, Turn
from bot.units import units_of
from storage import anchors
from storage.anchors import Anchor
from storage.programs import StoredProgram, StoredSession


async def show_card(
    turn: Turn,
    save: Save,
    stored: StoredProgram,
    item: StoredSession,
    *,
    next_line: str = "",
    as_new: bool = False,
    opened: bool = False,
) -> None:
    """Say the card of a session; from now on it is kept up to date where it stands.

    `opened` shows its second set of buttons.
    """
    screen = await card(
        save.connection,
        stored,
        item,
        turn.words,
        today=today_of(turn),
        now=turn.now,
        workers=turn.services.settings.runcoach_workers,
        next_line=next_line,
        opened=opened,
        units=units_of(turn.runner),
    )
    name = anchor_of(item.id, opened=opened)
    message_id = turn.incoming.message_id
    if as_new or turn.incoming.kind != "tap" or message_id is None:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard, anchor=name))
        return
    await save.say(EditText(message_id=message_id, html=screen.html, keyboard=screen.keyboard))
    place = Anchor(turn.incoming.chat_id, message_id, has_caption=False)
    await anchors.put(save.connection, turn.runner.id, name, place, now=turn.now)


async def refresh_cards(turn: Turn, save: Save, *days: date) -> None:
    """Bring the cards of these days that are on screen in line with what was just changed."""
    edits = await edits_of_days(
        save.connection,
        turn.runner,
        days,
        now=turn.now,
        workers=turn.services.settings.runcoach_workers,
    )
    for edit in edits:
        await save.say(edit)
