"""What a session's card offers: its profile, the reason, a treadmill, a hot day, and its other buttons."""

from bot.conversations.cards import show_card
from bot.conversations.days import today_of
from bot.conversations.following import follow_today
from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Turn
from bot.units import units_of
from bot.views.card_keyboard import back
from bot.views.heat import heat_question, heat_screen
from bot.views.session_profile import has_profile, profile_picture
from bot.views.settings import Screen
from bot.views.treadmill import treadmill_screen
from bot.views.why import why_html
from core.heat import COLDEST_C, HOTTEST_C, Weather, heat_note, read_weather
from core.session_kinds import kind_of
from storage.programs import StoredProgram, StoredSession


async def tapped(turn: Turn) -> None:
    """A button of a card: sc:<session>:<action>:<values>."""
    _prefix, session_id, action, *values = (*turn.incoming.data.split(":"), "", "")
    stored = await active(turn)
    item = _item(stored, session_id)
    if stored is None or item is None:
        await alert(turn, "card-gone")
        return
    match action:
        case "back" | "more":
            async with turn.saving() as save:
                await show_card(turn, save, stored, item, opened=action == "more")
        case "why":
            await _show(turn, why_screen(turn, stored, item))
        case "profile" if has_profile(item.session):
            async with turn.saving() as save:
                await save.say(profile_picture(item.session, turn.words, units_of(turn.runner)))
        case "treadmill" if has_profile(item.session) and kind_of(item.session) != "race":
            await _show(turn, treadmill_screen(item, turn.words, units_of(turn.runner)))
        case "heat" if has_profile(item.session):
            await _heat(turn, item, [value for value in values if value])
        case _:
            await alert(turn, "card-gone")


async def show_why(turn: Turn) -> None:
    """/why: the reason of today's session."""
    await follow_today(turn)
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    item = _today(turn, stored)
    if item is None or item.session.rest_day:
        screen = Screen(turn.words("card-no-session-today"), ())
    else:
        screen = why_screen(turn, stored, item)
    async with turn.saving() as save:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def heat_from_text(turn: Turn) -> bool:
    """Take a text that tells the weather of today ("il fait 31"); False for any other, or without a plan."""
    weather = read_weather(turn.incoming.text)
    stored = await active(turn) if weather is not None else None
    if weather is None or stored is None:
        return False
    await follow_today(turn)
    stored = await active(turn) or stored
    item = _today(turn, stored)
    if item is None or not has_profile(item.session):
        screen = Screen(turn.words("card-no-session-today"), ())
    else:
        screen = heat_screen(item, heat_note(item.session, weather), turn.words, units_of(turn.runner))
    async with turn.saving() as save:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))
    return True


def why_screen(turn: Turn, stored: StoredProgram, item: StoredSession) -> Screen:
    """The reason of a session, and the way back to its card."""
    return Screen(why_html(item, stored, turn.words, units_of(turn.runner)), ((back(item, turn.words),),))


async def _heat(turn: Turn, item: StoredSession, values: list[str]) -> None:
    weather = _weather(values)
    if weather is None:
        await _show(turn, heat_question(item, turn.words))
        return
    await _show(turn, heat_screen(item, heat_note(item.session, weather), turn.words, units_of(turn.runner)))


def _weather(values: list[str]) -> Weather | None:
    """The weather a button stands for; None for no or no possible one."""
    try:
        temperature_c, *humidity = (float(value) for value in values[:2])
    except ValueError:
        return None
    is_possible = COLDEST_C <= temperature_c <= HOTTEST_C and all(0 <= percent <= 100 for percent in humidity)
    return Weather(temperature_c, *humidity) if is_possible else None


async def _show(turn: Turn, screen: Screen) -> None:
    async with turn.saving() as save:
        await show(turn, save, screen)


def _today(turn: Turn, stored: StoredProgram) -> StoredSession | None:
    today = today_of(turn)
    sessions = (item for week in stored.weeks for item in week.sessions)
    return next((item for item in sessions if item.session.date == today), None)


def _item(stored: StoredProgram | None, session_id: str) -> StoredSession | None:
    sessions = (item for week in stored.weeks for item in week.sessions) if stored else ()
    return next((item for item in sessions if str(item.id) == session_id and not item.session.rest_day), None)
