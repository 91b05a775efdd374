"""Session cards in the chat: drawn from what is stored, and drawn again in place when a job ends."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime

from bot.messages import EditText
from bot.turn import CARD_ANCHOR
from bot.units import units_of
from bot.views.enrichment import card_screen
from bot.views.settings import Screen
from bot.words import words_in
from bot.zones import time_zone_of
from core.clock import local_date
from core.localisation import Localizer
from core.notation.units import Units
from storage import anchors, programs, queue_standing, session_logs
from storage.database import Connection
from storage.programs import StoredProgram, StoredSession
from storage.runners import Runner

COACH = "running"
OPENED = "+"  # ends the name of a card whose second set of buttons is open
WAITING_CARDS = 3
"""As many cards that still wait are brought up to date, the latest first."""


def anchor_of(session_id: int, *, opened: bool = False) -> str:
    """The name of the message that shows this session's card, with its second set of buttons or not."""
    return f"{CARD_ANCHOR}{session_id}{OPENED if opened else ''}"


async def card(
    connection: Connection,
    stored: StoredProgram,
    item: StoredSession,
    words: Localizer,
    *,
    today: date,
    now: datetime,
    workers: int,
    next_line: str = "",
    opened: bool = False,
    units: Units = "km",
) -> Screen:
    """The card of a session as things stand."""
    told = standing = None
    if item.status != "planned":
        told = await session_logs.of_session(connection, stored.runner_id, item.id)
    if item.enrichment is None and not item.session.rest_day:
        standing = await queue_standing.standing(
            connection, stored.runner_id, COACH, item.id, workers=workers, now=now
        )
    return card_screen(
        item,
        stored,
        today,
        words,
        standing=standing,
        told=told,
        next_line=next_line,
        opened=opened,
        units=units,
    )


async def card_edits(
    connection: Connection, runner: Runner, session_id: int, *, now: datetime, workers: int
) -> list[EditText]:
    """New content for the messages that show this session, and for the runner's cards that still wait."""
    newest = await anchors.newest(connection, runner.id, CARD_ANCHOR, WAITING_CARDS)
    names = {*newest, *_names_of(session_id)}

    def is_wanted(item: StoredSession) -> bool:
        return item.id == session_id or item.enrichment is None

    return await _edits(connection, runner, names, is_wanted, now=now, workers=workers)


async def edits_of_days(
    connection: Connection, runner: Runner, days: Collection[date], *, now: datetime, workers: int
) -> list[EditText]:
    """New content for the messages that show the sessions of these days: something changed them."""
    stored = await programs.active(connection, runner.id)
    items = [item for week in stored.weeks for item in week.sessions] if stored else []
    changed = {item.id for item in items if item.session.date in days}
    names = {name for session_id in changed for name in _names_of(session_id)}
    return await _edits(connection, runner, names, lambda item: item.id in changed, now=now, workers=workers)


def _names_of(session_id: int) -> tuple[str, str]:
    return anchor_of(session_id), anchor_of(session_id, opened=True)


async def _edits(
    connection: Connection,
    runner: Runner,
    names: set[str],
    is_wanted: Callable[[StoredSession], bool],
    *,
    now: datetime,
    workers: int,
) -> list[EditText]:
    """The cards among these names that are on screen, each with the buttons it shows now."""
    known = [name for name in sorted(names) if await anchors.find(connection, runner.id, name) is not None]
    stored = await programs.active(connection, runner.id) if known else None
    if stored is None:
        return []
    words, today = words_in(runner.language), local_date(time_zone_of(runner), now)
    edits = []
    for item, opened in _shown(stored, known):
        if not is_wanted(item):
            continue
        screen = await card(
            connection,
            stored,
            item,
            words,
            today=today,
            now=now,
            workers=workers,
            opened=opened,
            units=units_of(runner),
        )
        name = anchor_of(item.id, opened=opened)
        edits.append(EditText(anchor=name, html=screen.html, keyboard=screen.keyboard, only_in_place=True))
    return edits


def _shown(stored: StoredProgram, names: Sequence[str]) -> Iterator[tuple[StoredSession, bool]]:
    for week in stored.weeks:
        for item in week.sessions:
            for opened in (False, True):
                if anchor_of(item.id, opened=opened) in names:
                    yield item, opened
