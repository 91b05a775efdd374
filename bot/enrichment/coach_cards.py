"""Cards of coaches' sessions in the chat: drawn from what is stored, and again in place when a job ends."""

from datetime import date, datetime

from bot.messages import EditText
from bot.turn import CARD_ANCHOR
from bot.views.coach_card import card_screen
from bot.views.settings import Screen
from bot.words import words_in
from bot.zones import time_zone_of
from core.clock import local_date
from core.localisation import Localizer
from storage import anchors, coach_sessions, queue_standing
from storage.coach_sessions import StoredCoachSession
from storage.database import Connection
from storage.runners import Runner

COACH_ANCHOR = f"{CARD_ANCHOR}c"
"""Beginning like every card's, so that a message which shows something else is released from it."""


def anchor_of(session_id: int) -> str:
    """The name of the message that shows this session's card."""
    return f"{COACH_ANCHOR}{session_id}"


async def card(
    connection: Connection,
    stored: StoredCoachSession,
    words: Localizer,
    *,
    today: date,
    now: datetime,
    workers: int,
) -> Screen:
    """The card of a session as things stand."""
    standing = None
    if stored.enrichment is None:
        standing = await queue_standing.standing(
            connection, stored.runner_id, stored.coach, stored.id, workers=workers, now=now
        )
    return card_screen(stored, words, today=today, standing=standing)


async def card_edits(
    connection: Connection, runner: Runner, session_id: int, *, now: datetime, workers: int
) -> list[EditText]:
    """New content for the message that shows this session's card, if one does."""
    name = anchor_of(session_id)
    stored = await coach_sessions.find(connection, runner.id, session_id)
    if stored is None or await anchors.find(connection, runner.id, name) is None:
        return []
    today = local_date(time_zone_of(runner), now)
    words = words_in(runner.language)
    screen = await card(connection, stored, words, today=today, now=now, workers=workers)
    return [EditText(anchor=name, html=screen.html, keyboard=screen.keyboard, only_in_place=True)]
