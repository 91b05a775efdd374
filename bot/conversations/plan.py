"""The plan in the chat: its overview, its weeks and its days."""

from datetime import date

from bot.conversations.cards import show_card
from bot.conversations.days import today_of
from bot.conversations.following import follow_today
from bot.conversations.making import overview_messages
from bot.conversations.no_plan import say_no_plan
from bot.messages import EditText, SendText
from bot.rich import is_known_to_refuse
from bot.turn import Turn
from bot.units import units_of
from bot.views import overview as overview_view
from bot.views import rich as rich_view
from bot.views import week as week_view
from storage import programs, runners
from storage.programs import StoredProgram, StoredWeek

RICH_MODES = frozenset({rich_view.TABLE, rich_view.RICH})
WAYS_ON = {rich_view.TABLE: (rich_view.RICH, rich_view.TEXT), rich_view.RICH: (rich_view.TEXT,)}
"""What a week shown one way offers besides; every other way offers to try the table."""


async def show_plan(turn: Turn) -> None:
    """/plan: the overview and its picture."""
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    async with turn.saving() as save:
        week, units = week_on(stored, today_of(turn)), units_of(turn.runner)
        for message in overview_messages(stored.program, stored.id, week=week, units=units):
            await save.say(message)


async def show_week(turn: Turn) -> None:
    """/week: the week of today, or the first one."""
    await follow_today(turn)
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    week = stored.weeks[week_on(stored, today_of(turn)) - 1]
    async with turn.saving() as save:
        await save.say(_screen(turn, stored, week, as_new=True))


async def turn_to_week(turn: Turn) -> None:
    """A button of a week: in the same message, or in a new one from the picture and from an earlier plan."""
    _prefix, program_id, number, mode = (*turn.incoming.data.split(":"), "", "", "")[:4]
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    known = {str(item.week.week_number): item for item in stored.weeks}
    week = known.get(number) if str(stored.id) == program_id else None
    shown = week or stored.weeks[week_on(stored, today_of(turn)) - 1]
    # A table is tried in a message of its own: an app that cannot show it keeps the words above.
    as_new = week is None or mode in ("new", rich_view.TABLE)
    async with turn.saving() as save:
        if mode in (rich_view.RICH, rich_view.TEXT):
            chosen = turn.runner.settings.model_copy(update={"rich_messages": mode == rich_view.RICH})
            await runners.choose_settings(save.connection, turn.runner.id, chosen, now=turn.now)
        await save.say(_screen(turn, stored, shown, mode=mode, is_gone=week is None, as_new=as_new))


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
        week = stored.weeks[week_on(stored, today_of(turn)) - 1]
        await save.say(_screen(turn, stored, week, is_gone=True, as_new=True))


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


def _screen(
    turn: Turn,
    stored: StoredProgram,
    week: StoredWeek,
    *,
    mode: str = "",
    is_gone: bool = False,
    as_new: bool = False,
) -> SendText | EditText:
    """A week, as a table too for who wants it; `is_gone` tells that the button was an earlier plan's."""
    phase = overview_view.phase_of(stored.program, week.week.week_number)
    today, total, words = today_of(turn), len(stored.weeks), turn.words
    html = week_view.week_html(week, total, phase, today, words)
    numbers = tuple(item.week.week_number for item in stored.weeks)
    keyboard = week_view.week_keyboard(week, numbers, words)
    rich: str | None = None
    if not is_known_to_refuse(turn.services.settings.telegram_api_base_url):
        wanted = mode or (rich_view.RICH if turn.runner.settings.rich_messages else rich_view.TEXT)
        rich = rich_view.week_rich(week, total, phase, today, words) if wanted in RICH_MODES else None
        keyboard = rich_view.with_modes(keyboard, week, words, *WAYS_ON.get(wanted, (rich_view.TABLE,)))
    if is_gone:
        html, rich = f"{words('plan-gone')}\n\n{html}", None
    if as_new or turn.incoming.message_id is None:
        return SendText(html=html, rich=rich, keyboard=keyboard)
    return EditText(message_id=turn.incoming.message_id, html=html, rich=rich, keyboard=keyboard)
