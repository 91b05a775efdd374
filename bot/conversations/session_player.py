"""A coach's session while it is done: the start, every tap, the rests, and the end."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.conversations import session_player_moves as moves
from bot.conversations.days import time_zone_of, today_of
from bot.conversations.sessions_memory import Memory, recall, remember
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.views import coach_card as card_view
from bot.views import coach_player as view
from bot.views.settings import Screen
from core.coaches.maxima import lift_to_ask, with_maximum
from core.coaches.next_time import next_time
from core.coaches.player import current
from storage import coach_sessions, outbox
from storage.coach_sessions import StoredCoachSession
from storage.outbox import Lane

TYPED_WITHIN = timedelta(hours=2)
"""A typed load or number belongs to a session that was touched this lately."""
TYPED_LOAD = re.compile(r"(?:à\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:kg|kilos?)", re.IGNORECASE)
TYPED_NUMBER = re.compile(r"(\d{1,4})\s*(?:reps?|rép\.?|répétitions?|repetitions?|m|s|cal)?", re.IGNORECASE)
LEAST_MAX_KG, HEAVIEST_KG = 20.0, 500.0
"""A maximum is no lighter than the empty bar; no load is heavier than any that was ever lifted."""
EFFORT_AT_MOST = 10


async def tapped(turn: Turn) -> None:
    """A button of a session being done: cp:<session>:<turn>:<action>:<value>."""
    _prefix, session_id, number, action, value = (*turn.incoming.data.split(":"), "", "", "", "")[:5]
    async with turn.saving() as save:
        stored = await _find(turn, save, session_id)
        problem = _problem(stored, number, action)
        told = ""
        if stored is not None and problem is None:
            told = await _act(turn, save, stored, action, value)
    if problem == "coach-player-already":
        await turn.answer_tap(turn.words(problem))
    elif problem is not None:
        await alert(turn, problem)
    elif told:
        await turn.answer_tap(told)


async def show_player(turn: Turn, save: Save, stored: StoredCoachSession, *, as_new: bool = False) -> None:
    """Where the session stands, in the message of the tapped button or a new one."""
    screen = view.player_screen(stored, turn.words, _zone(turn), turn.now)
    if as_new:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))
    else:
        await show(turn, save, screen)


async def start(turn: Turn, save: Save, stored: StoredCoachSession) -> str | None:
    """▶: the maximum of the main lift where it was never asked, then the first screen."""
    if stored.status == "running":
        await show_player(turn, save, stored)
        return None
    if stored.status != "planned":
        return "coach-player-over"
    memory, _version, _at = await recall(save.connection, turn.runner.id)
    request = await coach_sessions.request_for(save.connection, stored)
    lift = lift_to_ask(stored.session, request.history, memory.asked)
    if lift is not None:
        asking = memory.changed(asks_max=(stored.id, lift))
        await remember(save.connection, turn.runner.id, asking, now=turn.now)
        await show(turn, save, card_view.max_screen(stored, lift, turn.words))
        return None
    return await _begin(turn, save, stored)


async def take_max(
    turn: Turn, save: Save, stored: StoredCoachSession, exercise: str, value: str
) -> str | None:
    """The maximum of a lift, or that it is not known; then the session begins with its loads."""
    memory, _version, _at = await recall(save.connection, turn.runner.id)
    if memory.asks_max != (stored.id, exercise) or stored.status != "planned":
        return "coach-player-old"
    kg = float(value) if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", value) else None
    maxima = memory.maxima_kg if kg is None else {**memory.maxima_kg, exercise: kg}
    known = memory.changed(asks_max=None, asked=(*memory.asked, exercise), maxima_kg=maxima)
    await remember(save.connection, turn.runner.id, known, now=turn.now)
    if kg is not None:
        request = await coach_sessions.request_for(save.connection, stored)
        session = with_maximum(stored.session, request, exercise, kg)
        await coach_sessions.replace_session(save.connection, stored, session, now=turn.now)
        stored = await coach_sessions.find(save.connection, turn.runner.id, stored.id) or stored
    return await _begin(turn, save, stored)


async def answered(turn: Turn) -> bool:
    """Take "60 kg", "8 reps" or an effort that was typed during a session; False for anything else."""
    text = turn.incoming.text.strip()
    load, number = TYPED_LOAD.fullmatch(text), TYPED_NUMBER.fullmatch(text)
    if load is None and number is None:
        return False
    async with turn.services.database.reading() as connection:
        memory, _version, _at = await recall(connection, turn.runner.id)
        latest = await coach_sessions.latest(connection, turn.runner.id)
    if latest is None or turn.now - latest.updated_at_utc > TYPED_WITHIN:
        return False
    found = load or number
    value = float(found[1].replace(",", ".")) if found else 0.0
    async with turn.saving() as save:
        return await _take_typed(turn, save, latest, memory, value, is_load=load is not None)


async def _take_typed(
    turn: Turn, save: Save, latest: StoredCoachSession, memory: Memory, value: float, *, is_load: bool
) -> bool:
    stored = await coach_sessions.find(save.connection, turn.runner.id, latest.id)
    if stored is None or ((is_load or memory.asks_max is not None) and value > HEAVIEST_KG):
        return False
    if memory.asks_max is not None and memory.asks_max[0] == stored.id and value >= LEAST_MAX_KG:
        await take_max(turn, save, stored, memory.asks_max[1], f"{value:g}")
        return True
    if stored.status != "running":
        return False
    if current(stored.session, stored.player) is None:
        if is_load or not 1 <= value <= EFFORT_AT_MOST:
            return False
        await _finish(turn, save, stored, round(value))
        return True
    return await _act(turn, save, stored, "kg" if is_load else "am", f"{value:g}", as_new=True) != ""


def _problem(stored: StoredCoachSession | None, number: str, action: str) -> str | None:
    """Why a button does nothing any more."""
    if stored is None:
        return "coach-gone"
    if stored.status in ("done", "left"):
        return "coach-player-over" if number != str(stored.turn - 1) else "coach-player-already"
    if stored.status != "running":
        return "coach-player-old"
    if action == "show" or number == str(stored.turn):
        return None
    return "coach-player-already" if number == str(stored.turn - 1) else "coach-player-old"


async def _act(
    turn: Turn, save: Save, stored: StoredCoachSession, action: str, value: str, *, as_new: bool = False
) -> str:
    """Do what a button says and show where that leads; gives what to say beside it."""
    if action == "rpe":
        await _finish(turn, save, stored, int(value) if value.isdecimal() else 0)
        return ""
    if action == "drop":
        await coach_sessions.leave(save.connection, turn.runner.id, stored.id, now=turn.now)
        await show(turn, save, Screen(turn.words("coach-player-dropped"), ()))
        return ""
    if action == "swap":
        step = current(stored.session, stored.player)
        if step is not None and step.kind == "set":
            await show(turn, save, view.swap_screen(stored, step, turn.words))
        return ""
    request = await coach_sessions.request_for(save.connection, stored)
    move = moves.moved(stored, request, action, value, turn.now)
    if move is None:
        return turn.words("coach-player-old")
    return await _keep(turn, save, stored, move, as_new=as_new)


async def _keep(
    turn: Turn, save: Save, stored: StoredCoachSession, move: moves.Moved, *, as_new: bool
) -> str:
    """Keep where the session stands, call the notices that fit it, and show it."""
    if move.is_turn:
        await outbox.withdraw(save.connection, turn.runner.id, _notice_key(stored), now=turn.now)
    if move.player != stored.player:
        kept = await coach_sessions.play(
            save.connection, stored, move.player, now=turn.now, is_turn=move.is_turn
        )
        if not kept:
            return turn.words("coach-player-already")
    fresh = await coach_sessions.find(save.connection, turn.runner.id, stored.id) or stored
    await _schedule(turn, save, fresh, move)
    await show_player(turn, save, fresh, as_new=as_new)
    if move.told is None:
        return ""
    return turn.words(move.told.key, **move.told.spoken(turn.words.language))


async def _schedule(turn: Turn, save: Save, stored: StoredCoachSession, move: moves.Moved) -> None:
    """Announce the end of a rest or of a clock, once, unless the next tap comes first."""
    step = current(stored.session, stored.player)
    if move.notice_at_utc is None or step is None:
        return
    if move.is_clock:
        screen = view.clock_over(stored, step, turn.words)
    else:
        screen = view.rest_over(moves.rested(stored), turn.words, _zone(turn), move.notice_at_utc)
    await save.say(
        SendText(html=screen.html, keyboard=screen.keyboard),
        lane=Lane.CHECK_IN,
        dedupe_key=_notice_key(stored),
        not_before_utc=move.notice_at_utc,
    )


async def _begin(turn: Turn, save: Save, stored: StoredCoachSession) -> str | None:
    if not await coach_sessions.begin(save.connection, stored, today_of(turn), now=turn.now):
        return "coach-player-already"
    fresh = await coach_sessions.find(save.connection, turn.runner.id, stored.id)
    if fresh is None:
        return "coach-gone"
    await show_player(turn, save, fresh, as_new=turn.incoming.kind != "tap")
    return None


async def _finish(turn: Turn, save: Save, stored: StoredCoachSession, rpe: int) -> None:
    """The effort of the whole: the session is done, and what next time will be."""
    if not 1 <= rpe <= EFFORT_AT_MOST or current(stored.session, stored.player) is not None:
        return
    done = await coach_sessions.finish(save.connection, stored, rpe, today_of(turn), now=turn.now)
    fresh = await coach_sessions.find(save.connection, turn.runner.id, stored.id) if done else None
    if fresh is not None:
        lines = next_time(fresh.session, fresh.player, float(rpe))
        await show(turn, save, view.done_screen(fresh, lines, turn.words))


async def _find(turn: Turn, save: Save, session_id: str) -> StoredCoachSession | None:
    if not (session_id.isascii() and session_id.isdecimal()) or len(session_id) > 18:
        return None
    return await coach_sessions.find(save.connection, turn.runner.id, int(session_id))


def _notice_key(stored: StoredCoachSession) -> str:
    return f"player:{stored.runner_id}:{stored.id}:{stored.turn}"


def _zone(turn: Turn) -> ZoneInfo:
    return ZoneInfo(time_zone_of(turn.runner))
