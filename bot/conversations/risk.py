"""/risk: how close to an injury, and the week lightened in two taps."""

import asyncio
from datetime import date

from pydantic import TypeAdapter

from bot.conversations.days import today_of
from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.conversations.weighing import risk_request
from bot.messages import Keyboard, SendText
from bot.turn import Turn
from bot.views import risk as view
from bot.views.settings import Screen
from core.localisation import Localizer
from core.program.exchange import Session
from core.risk import RiskScore, injury_risk
from core.risk_history import risk_history
from core.week_changes import ChangedPlan, lighten
from storage import dialogues, plan_changes, plan_journal
from storage.programs import StoredProgram, StoredSession, StoredWeek

KIND = "lightened"
LIGHTENED: TypeAdapter[dict[int, Session]] = TypeAdapter(dict[int, Session])


async def show_risk(turn: Turn) -> None:
    """/risk: the picture and what to do, at any time."""
    stored = await active(turn)
    today, words = today_of(turn), turn.words
    async with turn.services.database.reading() as connection:
        request = await risk_request(connection, turn.runner.id, stored, today, words.language)
    if stored is None and not request.logged and not request.coached:
        await say_no_plan(turn)
        return
    risk, history = injury_risk(request), risk_history(request)
    keyboard = lighten_keyboard(risk, stored, today, words)
    picture = view.risk_picture(
        risk, history, words, caption=view.risk_caption(risk, words), keyboard=keyboard
    )
    async with turn.saving() as save:
        await save.say(picture)


def lighten_keyboard(
    risk: RiskScore, stored: StoredProgram | None, today: date, words: Localizer
) -> Keyboard:
    """A button that lightens the week, where a session is left to lighten and something weighs."""
    week = _week_of(stored, today)
    if stored is None or week is None or not view.advises(risk):
        return ()
    if not any(_is_left(item, today) for item in week.sessions):
        return ()
    button = view.lighten_button(stored.id, week.week.week_number, words, "risk-button-lighten")
    return ((button,),)


async def lighten_button(turn: Turn) -> None:
    """Show a lighter week, apply it, leave it, or take it back: rk:<action>:<program>:<week>."""
    _prefix, action, program_id, number = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    stored = await active(turn)
    week = next(
        (week for week in (stored.weeks if stored else ()) if str(week.week.week_number) == number), None
    )
    if stored is None or week is None or str(stored.id) != program_id:
        await alert(turn, "risk-gone")
        return
    match action:
        case "light":
            await _offer(turn, stored, week)
        case "apply":
            await _apply(turn, stored, week)
        case "leave":
            async with turn.saving() as save:
                await show(turn, save, Screen(turn.words("risk-left"), ()))
        case "undo":
            await _undo(turn, stored, week)
        case _:
            await alert(turn, "risk-gone")


async def _offer(turn: Turn, stored: StoredProgram, week: StoredWeek) -> None:
    """In a message of its own: under a picture there is no room for a week."""
    number = week.week.week_number
    if await _kept(turn, stored, number) is not None:
        await alert(turn, "risk-already")
        return
    lighter = await _lighter(stored, week, today_of(turn))
    if lighter is None:
        await alert(turn, "risk-nothing-to-lighten")
        return
    screen = view.lighter_screen(stored.program, lighter, stored.id, number, turn.words)
    async with turn.saving() as save:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def _apply(turn: Turn, stored: StoredProgram, week: StoredWeek) -> None:
    number = week.week.week_number
    if await _kept(turn, stored, number) is not None:
        await alert(turn, "risk-already")
        return
    lighter = await _lighter(stored, week, today_of(turn))
    if lighter is None:
        await alert(turn, "risk-nothing-to-lighten")
        return
    ids = {(item.week_number, item.position): item.id for part in stored.weeks for item in part.sessions}
    before = {ids[change.week_number, change.position]: change.before for change in lighter.changes}
    after = {ids[change.week_number, change.position]: change.after for change in lighter.changes}
    state = {"version": 1, "program": stored.id, "week": number}
    state |= {"before": LIGHTENED.dump_python(before, mode="json")}
    async with turn.saving() as save:
        await plan_changes.replace_sessions(save.connection, turn.runner.id, after, now=turn.now)
        await dialogues.save(save.connection, turn.runner.id, KIND, state, now=turn.now)
        told = {"week": number}
        await plan_journal.note(save.connection, turn.runner.id, stored.id, "lighten", told, now=turn.now)
        await show(turn, save, view.applied_screen(lighter, stored.id, number, turn.words))


async def _undo(turn: Turn, stored: StoredProgram, week: StoredWeek) -> None:
    """Every day as it was, but for those told of meanwhile."""
    before = await _kept(turn, stored, week.week.week_number)
    if before is None:
        await alert(turn, "risk-gone")
        return
    told = {item.id for part in stored.weeks for item in part.sessions if item.status != "planned"}
    back = {session_id: session for session_id, session in before.items() if session_id not in told}
    async with turn.saving() as save:
        await plan_changes.replace_sessions(save.connection, turn.runner.id, back, now=turn.now)
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await show(turn, save, Screen(turn.words("risk-undone"), ()))


async def _kept(turn: Turn, stored: StoredProgram, number: int) -> dict[int, Session] | None:
    """The days of a lightened week as they were, or None for a week that is as planned."""
    async with turn.services.database.reading() as connection:
        found = await dialogues.load(connection, turn.runner.id, KIND)
    if found is None or (found.state["program"], found.state["week"]) != (stored.id, number):
        return None
    return LIGHTENED.validate_python(found.state["before"])


async def _lighter(stored: StoredProgram, week: StoredWeek, today: date) -> ChangedPlan | None:
    closed = [item.position for item in week.sessions if item.status != "planned"]
    return await asyncio.to_thread(lighten, stored.program, week.week.week_number, today, closed)


def _is_left(item: StoredSession, today: date) -> bool:
    session = item.session
    return (
        not session.rest_day
        and item.status == "planned"
        and session.date is not None
        and session.date >= today
    )


def _week_of(stored: StoredProgram | None, today: date) -> StoredWeek | None:
    weeks = stored.weeks if stored else ()
    return next((week for week in weeks if any(item.session.date == today for item in week.sessions)), None)
