"""A change of the plan: offered with what it changes, made, left, taken back."""

import asyncio
from datetime import date, timedelta
from typing import Any

from bot.conversations.cards import refresh_cards
from bot.conversations.days import today_of
from bot.conversations.sessions_guarding import warn_of_runs
from bot.conversations.showing import alert, show
from bot.messages import Button, SendText
from bot.turn import Save, Turn
from bot.views import life as view
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.week_changes import (
    Away,
    Ease,
    LightenWeek,
    Move,
    Pause,
    Proposal,
    Refusal,
    Request,
    Skip,
    places_for,
    propose,
)
from storage import plan_journal
from storage.plan_journal import Kind, PlanChange, Source
from storage.programs import StoredProgram, StoredSession

KIND_OF: dict[type[Request], Kind] = {
    Away: "away",
    Pause: "pause",
    Move: "move",
    Ease: "ease",
    Skip: "skip",
    LightenWeek: "lighten",
}
CARDS_AHEAD_DAYS = 14
IN_PLACE = frozenset({"to", "off", "hol", "light"})
"""Buttons of our own questions, which the answer replaces; a card or a picture stays as it is."""


def closed_days(stored: StoredProgram) -> frozenset[tuple[int, int]]:
    """The days told of, by week number and position."""
    return frozenset(
        (item.week_number, item.position)
        for week in stored.weeks
        for item in week.sessions
        if item.status != "planned"
    )


async def judged(turn: Turn, stored: StoredProgram, request: Request) -> Proposal | Refusal:
    """What the plan becomes, worked out beside the event loop."""
    return await asyncio.to_thread(propose, stored.program, request, today_of(turn), closed_days(stored))


async def offer(turn: Turn, stored: StoredProgram, request: Request) -> None:
    """Show a change before it is made, or why there is none."""
    found = await judged(turn, stored, request)
    async with turn.saving() as save:
        if isinstance(found, Proposal):
            await _say(turn, save, await offered(turn, save, stored, found))
        else:
            await _say(turn, save, refused(turn, stored, found))


async def offered(
    turn: Turn, save: Save, stored: StoredProgram, proposal: Proposal, source: Source = "runner"
) -> Screen:
    """Keep a proposal and give its screen."""
    kind, details = KIND_OF[type(proposal.request)], _details(stored, proposal.request, turn)
    change_id = await plan_journal.propose(
        save.connection,
        turn.runner.id,
        stored.id,
        proposal.plan,
        kind,
        details,
        source=source,
        now=turn.now,
    )
    title = view.title_of(kind, details, turn.words)
    return view.offer_screen(stored.program, proposal, title, change_id, turn.words)


def refused(turn: Turn, stored: StoredProgram, refusal: Refusal) -> Screen:
    """Why there is no change; for a move with the days that would do."""
    days: list[Button] = []
    if refusal.instead and refusal.week_number:
        week = stored.weeks[refusal.week_number - 1].sessions
        item = week[refusal.position]
        days = [view.day_choice(item, week[place], turn.words) for place in refusal.instead]
    return view.refusal_screen(refusal, days, turn.words)


async def ask_where(turn: Turn, stored: StoredProgram, item: StoredSession) -> None:
    """To which day of its week a session may go."""
    today = today_of(turn)
    closed = [place for week, place in closed_days(stored) if week == item.week_number]
    if item.status != "planned" or (item.session.date is not None and item.session.date < today):
        await alert(turn, "life-no-told" if item.status != "planned" else "life-no-past")
        return
    places = await asyncio.to_thread(
        places_for, stored.program, item.week_number, item.position, today, closed
    )
    week = stored.weeks[item.week_number - 1].sessions
    days = [view.day_choice(item, week[place.position], turn.words) for place in places]
    async with turn.saving() as save:
        await _say(turn, save, view.to_screen(item, days, turn.words))


async def apply(turn: Turn, change_id: int) -> None:
    """Make the change that was shown, once."""
    async with turn.saving() as save:
        made = await plan_journal.apply(save.connection, turn.runner.id, change_id, now=turn.now)
        if made == "done":
            change = await plan_journal.find(save.connection, turn.runner.id, change_id)
            await show(turn, save, _applied(turn, change))
            await refresh_cards(turn, save, *_coming_days(turn))
            await warn_of_runs(turn, save)
        elif made == "stale":
            await show(turn, save, Screen(turn.words("life-stale"), ()))
    if made in ("already", "gone"):
        await alert(turn, f"life-{made}")


async def leave(turn: Turn, change_id: int) -> None:
    """Leave the plan as it is."""
    async with turn.saving() as save:
        left = await plan_journal.leave(save.connection, turn.runner.id, change_id)
        if left:
            await show(turn, save, Screen(turn.words("life-left"), ()))
    if not left:
        await alert(turn, "life-gone")


async def undo(turn: Turn, change_id: int) -> None:
    """Give the plan back as it was before a change."""
    async with turn.saving() as save:
        taken = await plan_journal.undo(save.connection, turn.runner.id, change_id, now=turn.now)
        if taken == "done":
            await show(turn, save, Screen(turn.words("life-undone"), ()))
            await refresh_cards(turn, save, *_coming_days(turn))
            await warn_of_runs(turn, save)
    keys = {"stale": "life-undo-stale", "late": "life-undo-late", "newer-first": "life-undo-newer"}
    if taken != "done":
        await alert(turn, keys.get(taken, f"life-{taken}"))


def _coming_days(turn: Turn) -> list[date]:
    """The days whose cards may be on screen."""
    return [today_of(turn) + timedelta(days=number) for number in range(CARDS_AHEAD_DAYS)]


def _applied(turn: Turn, change: PlanChange | None) -> Screen:
    if change is None:
        return Screen(turn.words("life-left"), ())
    title = view.title_of(change.kind, change.details, turn.words)
    button = Button(label=turn.words("life-button-undo"), data=f"{view.PREFIX}:undo:{change.id}")
    return Screen(turn.words("life-applied", title=title), ((button,),))


def _details(stored: StoredProgram, request: Request, turn: Turn) -> dict[str, Any]:
    """What the journal keeps of a request: days, or the session as it is called now, or the week."""
    match request:
        case Away(days):
            return {"days": [day.isoformat() for day in days]}
        case Pause(first, last):
            count = (last - first).days + 1
            days = tuple(first.fromordinal(first.toordinal() + n) for n in range(count))
            return {"days": [day.isoformat() for day in days]}
        case LightenWeek(number):
            return {"week": number}
        case Move(number, position, to):
            return {**_session_details(stored, number, position, turn), "to": to.isoformat()}
        case Ease(number, position) | Skip(number, position):
            return _session_details(stored, number, position, turn)


def _session_details(stored: StoredProgram, number: int, position: int, turn: Turn) -> dict[str, Any]:
    session = stored.weeks[number - 1].sessions[position].session
    day = session.date.isoformat() if session.date else ""
    return {"what": session_in_brief(session, turn.words), "from": day}


async def _say(turn: Turn, save: Save, screen: Screen) -> None:
    """In place of our own question, else in a message of its own."""
    what = turn.incoming.data.split(":")[1:2] if turn.incoming.kind == "tap" else []
    if what and what[0] in IN_PLACE:
        await show(turn, save, screen)
    else:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))
