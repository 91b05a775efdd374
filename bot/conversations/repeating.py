"""Moving a session inside its week, and taking a week up again after three missed sessions."""

from bot.conversations.days import today_of
from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.views import log as view
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance
from core.run_logging import proposes_to_repeat
from core.run_reports import Outcome
from core.session_kinds import kind_of
from core.week_changes import free_days, repeat_week, volume_km
from storage import plan_changes, plan_journal, session_logs
from storage.programs import StoredProgram, StoredSession, StoredWeek
from storage.session_logs import RunLog


def days_screen(turn: Turn, stored: StoredProgram, item: StoredSession) -> Screen:
    """The days this session may move to."""
    return view.days_screen(item, _free(turn, stored, item), turn.words)


async def move(turn: Turn, stored: StoredProgram, item: StoredSession, action: str, value: str) -> None:
    """Show a move before it is made (`to`), make it (`mv`) or take it back (`un`)."""
    week = _week_of(stored, item)
    days = week.sessions if action == "un" else _free(turn, stored, item)
    day = next((day for day in days if str(day.id) == value and day.session.rest_day), None)
    if day is None:
        await alert(turn, "log-gone")
    elif action == "to":
        async with turn.saving() as save:
            await show(turn, save, view.move_screen(item, day, turn.words))
    else:
        await _exchange(turn, item, day, undo=action == "un")


async def _exchange(turn: Turn, item: StoredSession, day: StoredSession, *, undo: bool) -> None:
    async with turn.saving() as save:
        runner_id, now = turn.runner.id, turn.now
        await plan_changes.exchange_days(save.connection, runner_id, item.id, day.id, now=now)
        if undo:
            log = await session_logs.of_session(save.connection, runner_id, item.id)
            if log is not None and log.outcome == "moved":
                await session_logs.drop(save.connection, runner_id, log.id, now=now)
        elif item.session.date is not None:
            log = RunLog(item.session.date, "moved", kind_of(item.session), item.id)
            await session_logs.keep(save.connection, runner_id, log, now=now)
            await plan_journal.note(
                save.connection, runner_id, item.program_id, "move", _told(turn, item, day), now=now
            )
        moved = item.session.model_copy(update={"day": day.session.day, "date": day.session.date})
        there = StoredSession(
            item.id, item.program_id, item.week_number, day.position, "planned",
            item.enrichment_status, moved, item.original,
        )  # fmt: skip
        screen = view.moved_screen(there, day, turn.words)
        if undo:
            html = turn.words(
                "log-move-undone",
                day=view.day_name(moved, turn.words),
                what=session_in_brief(moved, turn.words),
            )
            screen = Screen(html, ())
        await show(turn, save, screen)


def _told(turn: Turn, item: StoredSession, day: StoredSession) -> dict[str, str]:
    """What the journal keeps of a move."""
    days = {"from": item.session.date, "to": day.session.date}
    told = {name: date.isoformat() for name, date in days.items() if date is not None}
    return {"what": session_in_brief(item.session, turn.words), **told}


async def propose(turn: Turn, save: Save, stored: StoredProgram, session_id: int) -> None:
    """After the third session missed in a row, propose the week again where the rules allow it."""
    items = [item for week in stored.weeks for item in week.sessions if not item.session.rest_day]
    place = next((at for at, item in enumerate(items) if item.id == session_id), None)
    if place is None:
        return
    outcomes: list[Outcome | None] = [
        "skipped" if item.status == "skipped" or item.id == session_id else None
        for item in items[: place + 1]
    ]
    if not proposes_to_repeat(outcomes):
        return
    number = items[place].week_number
    repeated = repeat_week(stored.program, number)
    if repeated is None:
        return
    before, after = stored.program.weeks[number], repeated.program.weeks[number]
    week = stored.program.weeks[number - 1]
    screen = view.repeat_screen(stored.id, week, before, after, turn.words)
    await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def repeat_button(turn: Turn) -> None:
    """Take the week up again, or go on: lr:<program>:<week>:yes."""
    _prefix, program_id, number, choice = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    stored = await active(turn)
    week = next(
        (week for week in stored.weeks if str(week.week.week_number) == number) if stored else iter(()), None
    )
    if stored is None or week is None or str(stored.id) != program_id:
        await alert(turn, "log-gone")
        return
    if choice != "yes":
        async with turn.saving() as save:
            await show(turn, save, Screen(turn.words("log-went-on"), ()))
        return
    await _repeat(turn, stored, week)


async def _repeat(turn: Turn, stored: StoredProgram, week: StoredWeek) -> None:
    number = week.week.week_number
    repeated = repeat_week(stored.program, number)
    begun = any(
        session.date is not None and session.date <= today_of(turn)
        for session in stored.program.weeks[min(number, len(stored.weeks) - 1)].sessions
    )
    missed = any(item.status == "skipped" for item in week.sessions)
    if repeated is None or begun or not missed:
        await alert(turn, "log-gone")
        return
    ids = {(item.week_number, item.position): item.id for w in stored.weeks for item in w.sessions}
    changed = {ids[change.week_number, change.position]: change.after for change in repeated.changes}
    km = format_distance(volume_km(repeated.program.weeks[number]), turn.words.language)
    async with turn.saving() as save:
        await plan_changes.replace_sessions(save.connection, turn.runner.id, changed, now=turn.now)
        told = {"week": number}
        await plan_journal.note(save.connection, turn.runner.id, stored.id, "repeat", told, now=turn.now)
        await show(turn, save, Screen(turn.words("log-repeated", km=km), ()))


def _free(turn: Turn, stored: StoredProgram, item: StoredSession) -> list[StoredSession]:
    week = _week_of(stored, item)
    places = free_days(stored.program, item.week_number, item.position, today_of(turn))
    return [day for day in week.sessions if day.position in places and day.status == "planned"]


def _week_of(stored: StoredProgram, item: StoredSession) -> StoredWeek:
    return next(week for week in stored.weeks if week.week.week_number == item.week_number)
