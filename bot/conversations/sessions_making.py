"""From a wish to a session in the chat: what surrounds the runner, the session, its row, its card."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import structlog

from bot.conversations.days import time_zone_of, today_of
from bot.conversations.sessions_memory import Memory
from bot.enrichment.coach_cards import anchor_of, card
from bot.messages import EditText, SendText
from bot.turn import Save, Turn
from core.catalogue.exercise import Site
from core.coaches.fresh_legs import LegsFirst, fresh_session
from core.coaches.hurting import LOADED_WITH, SITES, sites_hurt
from core.coaches.offer import Offer
from core.coaches.registry import UnsoundSession
from core.coaches.request import History, RunningContext, SessionRequest
from core.coaches.session import CoachSession
from core.coaches.wishing import Wish, request_of
from core.paces import ZONE_LETTERS, TrainingPaces
from core.program.exchange import Session
from storage import anchors, checkins, coach_sessions, complaints, programs, queue
from storage.anchors import Anchor
from storage.coach_sessions import StoredCoachSession
from storage.complaints import OpenGate
from storage.database import Connection
from storage.programs import StoredProgram
from storage.queue import Wanted

log = structlog.get_logger(__name__)

SOON = 1
"""The priority of a session somebody looks at."""
LEGS_REMEMBERED = timedelta(days=7)
VERY_TIRED = 3

Closed = Literal["ill", "red-flag"]


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a session: what hurts, what was done, what is planned, and what forbids it."""

    hurt: frozenset[Site]
    history: History
    running: RunningContext
    planned: tuple[Session, ...]
    closed: Closed | None
    very_tired: bool
    now_local: datetime


Found = CoachSession | Offer | LegsFirst | Literal["trouble"]


async def around(connection: Connection, turn: Turn, memory: Memory) -> Around:
    """Everything a session depends on beside the wish."""
    runner_id, today = turn.runner.id, today_of(turn)
    stored = await programs.active(connection, runner_id)
    gates = await complaints.open_gates(connection, runner_id)
    sets = await coach_sessions.history(connection, runner_id)
    answer = await checkins.on_date(connection, runner_id, today)
    legs = await coach_sessions.last_hard_legs(connection, runner_id)
    return Around(
        hurt=_hurt(stored, gates),
        history=History(sets, dict(memory.maxima_kg)),
        running=_running(stored, today, legs),
        planned=planned_runs(stored),
        closed=_closed(gates),
        very_tired=answer is not None and answer.feeling == VERY_TIRED,
        now_local=turn.now.astimezone(ZoneInfo(time_zone_of(turn.runner))),
    )


async def asked_for(connection: Connection, turn: Turn, wish: Wish, about: Around) -> SessionRequest:
    """The request of a wish; each one gets another session than the one before."""
    made = await coach_sessions.made_with(connection, turn.runner.id, wish.coach)
    return request_of(
        wish,
        turn.words.language,
        hurt=about.hurt,
        rotation=made,
        history=about.history,
        running=about.running,
    )


def found_for(request: SessionRequest, about: Around) -> Found:
    """The session, an offer, or fresh legs first; "trouble" where the coach contradicts itself."""
    try:
        return fresh_session(request, about.planned, about.now_local)
    except UnsoundSession as bug:
        log.error("a coach built an unsound session", coach=request.coach, reason=str(bug))
        return "trouble"


async def keep_and_show(
    turn: Turn,
    save: Save,
    wish: Wish,
    request: SessionRequest,
    session: CoachSession,
    *,
    day: date | None = None,
    note: str = "",
) -> None:
    """Store the session, queue what is to be added, and show its card."""
    connection, runner_id = save.connection, turn.runner.id
    day = day or today_of(turn)
    session_id = await coach_sessions.add(
        connection, runner_id, wish, request, session, day=day, now=turn.now
    )
    wanted = Wanted(runner_id, session.coach, session_id, SOON)
    await queue.enqueue(connection, wanted, now=turn.now)
    save.wakes.add(turn.services.enrichment_wanted)
    stored = await coach_sessions.find(connection, runner_id, session_id)
    if stored is not None:
        await show_card(turn, save, stored, note=note)


async def show_card(
    turn: Turn, save: Save, stored: StoredCoachSession, *, as_new: bool = False, note: str = ""
) -> None:
    """The card of a session; from now on it is kept up to date where it stands."""
    screen = await card(
        save.connection,
        stored,
        turn.words,
        today=today_of(turn),
        now=turn.now,
        workers=turn.services.settings.runcoach_workers,
    )
    html = f"{note}\n\n{screen.html}" if note else screen.html
    name, message_id = anchor_of(stored.id), turn.incoming.message_id
    if as_new or turn.incoming.kind != "tap" or message_id is None:
        await save.say(SendText(html=html, keyboard=screen.keyboard, anchor=name))
        return
    await save.say(EditText(message_id=message_id, html=html, keyboard=screen.keyboard))
    place = Anchor(turn.incoming.chat_id, message_id, has_caption=False)
    await anchors.put(save.connection, turn.runner.id, name, place, now=turn.now)


def planned_runs(stored: StoredProgram | None) -> tuple[Session, ...]:
    """The sessions of the plan that are still to be done."""
    weeks = stored.weeks if stored else ()
    return tuple(
        item.session
        for week in weeks
        for item in week.sessions
        if item.status == "planned" and not item.session.rest_day
    )


def _hurt(stored: StoredProgram | None, gates: tuple[OpenGate, ...]) -> frozenset[Site]:
    """The sites to spare: of the profile, and of complaints that are still open."""
    told: set[str] = {item.gate.site for item in gates if item.gate.kind == "pain"}
    noted: frozenset[Site] = frozenset()
    if stored is not None:
        told |= {str(site) for site in stored.profile.injuries}
        noted = sites_hurt(stored.profile.injuries_notes)
    direct = frozenset(site for site in SITES if site in told)
    return noted | direct.union(*(LOADED_WITH.get(part, frozenset()) for part in told))


def _closed(gates: tuple[OpenGate, ...]) -> Closed | None:
    """A red flag closes everything until it is over; an illness while it asks for rest."""
    if any(item.gate.kind == "red-flag" for item in gates):
        return "red-flag"
    return "ill" if any(item.gate.kind == "illness" and item.gate.step == "rest" for item in gates) else None


def _running(stored: StoredProgram | None, today: date, legs: date | None) -> RunningContext:
    paces = stored.program.paces if stored else None
    whole = paces is not None and all(letter in paces for letter in ZONE_LETTERS)
    days = (today - legs).days if legs is not None and today - legs <= LEGS_REMEMBERED else None
    return RunningContext(
        paces=TrainingPaces.from_exchange(paces) if paces and whole else None,
        days_since_hard_legs=days,
        km_per_week=stored.profile.current_km_per_week if stored else None,
    )
