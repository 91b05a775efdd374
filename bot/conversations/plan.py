"""The plan in the chat: its overview, its weeks and its days."""

from datetime import date

from bot.conversations.cards import show_card
from bot.conversations.days import today_of
from bot.conversations.following import follow_today
from bot.conversations.making import overview_messages
from bot.conversations.no_plan import say_no_plan
from bot.messages import EditText, Keyboard, SendText
from bot.turn import Turn
from bot.views import overview as overview_view
from bot.views import week as week_view
from storage import programs
from storage.programs import StoredProgram, StoredWeek


async def show_plan(turn: Turn) -> None:
    """/plan: the overview and its picture."""
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    async with turn.saving() as save:
        for message in overview_messages(stored.program, stored.id, week=week_on(stored, today_of(turn))):
            await save.say(message)


async def show_week(turn: Turn) -> None:
    """/week: the week of today, or the first one."""
    await follow_today(turn)
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    html, keyboard = _week_screen(turn, stored, stored.weeks[week_on(stored, today_of(turn)) - 1])
    async with turn.saving() as save:
        await save.say(SendText(html=html, keyboard=keyboard))


async def turn_to_week(turn: Turn) -> None:
    """A button of a week: in the same message, or in a new one from the picture and from an earlier plan."""
    _prefix, program_id, number, mode = (*turn.incoming.data.split(":"), "", "", "")[:4]
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    known = {str(item.week.week_number): item for item in stored.weeks}
    week = known.get(number) if str(stored.id) == program_id else None
    html, keyboard = _week_screen(turn, stored, week or stored.weeks[week_on(stored, today_of(turn)) - 1])
    if week is None:
        html = f"{turn.words('plan-gone')}\n\n{html}"
    async with turn.saving() as save:
        await save.say(_screen(turn, html, keyboard, as_new=week is None or mode == "new"))


async def show_day(turn: Turn) -> None:
    """A button of a day: its session in the same message, with the way back to its week."""
    session_id = turn.incoming.data.partition(":")[2]
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    sessions = (item for week in stored.weeks for item in week.sessions)
    item = next((item for item in sessions if str(item.id) == session_id), None)
    async with turn.saving() as save:
        if item is not None:
            await show_card(turn, save, stored, item)
            return
        html, keyboard = _week_screen(turn, stored, stored.weeks[week_on(stored, today_of(turn)) - 1])
        html = f"{turn.words('plan-gone')}\n\n{html}"
        await save.say(_screen(turn, html, keyboard, as_new=True))


async def show_tips(turn: Turn) -> None:
    """The advice that comes with the plan."""
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    async with turn.saving() as save:
        await save.say(SendText(html=overview_view.tips_html(stored.program, turn.words)))


async def active(turn: Turn) -> StoredProgram | None:
    """The runner's plan."""
    async with turn.services.database.reading() as connection:
        return await programs.active(connection, turn.runner.id)


def week_on(stored: StoredProgram, today: date) -> int:
    """The number of the week that holds today; the first one before the plan, the last one after it."""
    for item in stored.weeks:
        dates = [session.date for session in item.week.sessions if session.date]
        if dates and today <= max(dates):
            return item.week.week_number
    return stored.weeks[-1].week.week_number


def _week_screen(turn: Turn, stored: StoredProgram, week: StoredWeek) -> tuple[str, Keyboard]:
    phase = overview_view.phase_of(stored.program, week.week.week_number)
    html = week_view.week_html(week, len(stored.weeks), phase, today_of(turn), turn.words)
    numbers = tuple(item.week.week_number for item in stored.weeks)
    return html, week_view.week_keyboard(week, numbers, turn.words)


def _screen(turn: Turn, html: str, keyboard: Keyboard, *, as_new: bool) -> SendText | EditText:
    if as_new or turn.incoming.message_id is None:
        return SendText(html=html, keyboard=keyboard)
    return EditText(message_id=turn.incoming.message_id, html=html, keyboard=keyboard)
