"""The daily questions of a way back: what the answer makes of the gate, and of the day."""

from datetime import date
from typing import get_args

from bot.conversations import checkin
from bot.conversations.checkin import say
from bot.conversations.days import today_of
from bot.turn import Save, Turn
from bot.views import checkin as checkin_view
from bot.views import pain as view
from bot.views.formats import safe
from core.gating import PAIN_AT_MOST, STEPS, Gate, Signal, after, cleared, signal_of
from core.program.exchange import Session
from core.red_flags import SELF_HARM
from storage import complaints, following
from storage.complaints import OpenGate, Pain

SIGNALS: tuple[Signal, ...] = get_args(Signal)


async def tapped(turn: Turn) -> None:
    """The daily answer about what holds back."""
    _prefix, written_id, written, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    today = today_of(turn)
    if written != today.isoformat() or not written_id.isdecimal() or len(written_id) > 18:
        await checkin.stale(turn)
        return
    async with turn.services.database.reading() as connection:
        item = await complaints.find_gate(connection, turn.runner.id, int(written_id))
    if item is not None and value == "cleared" and item.gate.kind == "red-flag" and item.gate.step == "rest":
        await _answer_gate(turn, item, None, None)
    elif item is not None and (signal := _signal(item, value)) is not None:
        await _answer_gate(turn, item, signal, int(value) if item.gate.kind == "pain" else None)
    else:
        await checkin.stale(turn)


async def _answer_gate(turn: Turn, item: OpenGate, signal: Signal | None, level: int | None) -> None:
    """Move the gate on, once a day, and show the day under it."""
    today, gate = today_of(turn), item.gate
    async with turn.saving() as save:
        if level is not None:
            await note(turn, save, gate.site, gate.side, level)
        moved = moved_by(item, signal, today)
        await complaints.change_gate(
            save.connection, turn.runner.id, item.id, moved, now=turn.now, answered_for=today
        )
        await checkin.note_evidence(turn, save, today)
        html = "\n\n".join([*_gate_lines(turn, gate, moved, signal), *await day_lines(turn, save)])
        follow = checkin_view.feeling_buttons(today, turn.words, complaints=False)
        rested = moved is not None and moved.step == "rest"
        await say(
            turn,
            save,
            html if rested else f"{html}\n\n{turn.words('gate-feeling')}",
            () if rested else follow,
        )


def moved_by(item: OpenGate, signal: Signal | None, today: date) -> Gate | None:
    """The gate after an answer; a second answer on a day can only hold back more."""
    if signal is None:
        return cleared(item.gate, today)
    if item.answered_for == today and signal != "much":
        return item.gate
    return after(item.gate, signal, today)


def _signal(item: OpenGate, value: str) -> Signal | None:
    """What a button's value says, or None when it is none of this gate's answers."""
    gate = item.gate
    if gate.kind == "pain":
        level = int(value) if value.isdecimal() and len(value) <= 2 else -1
        return signal_of(level, gate.site) if 0 <= level <= PAIN_AT_MOST else None
    if gate.kind == "red-flag" and gate.step == "rest":
        return None
    return next((signal for signal in SIGNALS if signal == value), None)


def _gate_lines(turn: Turn, gate: Gate, moved: Gate | None, signal: Signal | None) -> list[str]:
    if moved is None:
        return [turn.words("pain-closed")]
    place = f"<b>{safe(view.at_the_start(view.gate_name(moved, turn.words)))}</b>"
    verdict = turn.words(_verdict_key(gate, moved, signal))
    return [f"{place}\n{verdict}\n{view.step_line(moved, today_of(turn), turn.words)}"]


def _verdict_key(gate: Gate, moved: Gate, signal: Signal | None) -> str:
    if signal is None:
        return "gate-care-back" if gate.site == SELF_HARM else "gate-cleared"
    if gate.kind == "red-flag" and signal == "much":
        return "gate-red-flag-back"
    if STEPS.index(moved.step) > STEPS.index(gate.step):
        return "pain-better"
    if STEPS.index(moved.step) < STEPS.index(gate.step):
        return "pain-much" if signal == "much" and gate.kind == "pain" else "pain-back"
    return "pain-same"


async def note(turn: Turn, save: Save, site: str, side: str, level: int) -> None:
    """Keep a pain of today."""
    await complaints.note_pain(
        save.connection, turn.runner.id, Pain(today_of(turn), site, side, level), now=turn.now
    )


async def day_lines(turn: Turn, save: Save) -> list[str]:
    """The day as it is now: before and after, or the session that stays."""
    connection, runner, today = save.connection, turn.runner, today_of(turn)
    item = await following.follow_day(connection, runner.id, today, runner.language, now=turn.now)
    if item is None:
        return []
    planned: Session = await following.planned_for(connection, runner.id, item)
    changes = checkin_view.change_lines(planned, item.session, turn.words)
    return changes or ["\n".join(checkin_view.session_lines(item.session, turn.words))]
