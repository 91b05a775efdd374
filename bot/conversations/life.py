"""Life happens: a day off, a trip, a session moved or eased; from a button or in the runner's own words."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversations.days import today_of
from bot.conversations.life_offers import apply, ask_where, closed_days, leave, offer, undo
from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Turn
from bot.views import life_menu as view
from bot.views.settings import Screen
from core.life_words import wish_in
from core.life_words.meaning import At, NoWay, Question, days_off, meant
from core.session_kinds import kind_of
from core.week_changes import Ease, LightenWeek, Move, Request, Skip
from storage.programs import StoredProgram, StoredSession

SESSIONS_AHEAD = timedelta(days=14)
LONGEST_DAYS = 120
LONGEST_NUMBER = 18


async def show_menu(turn: Turn) -> None:
    """/change: what may be changed; with words behind it, these are the wish."""
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
    elif not (turn.incoming.args and await _answered(turn, stored, turn.incoming.args)):
        await _show(turn, view.menu_screen(turn.words))


async def heard(turn: Turn) -> bool:
    """Take a text that asks for a change of the plan; False for any other, or without a plan."""
    if wish_in(turn.incoming.text, today_of(turn), turn.words.language) is None:
        return False
    stored = await active(turn)
    return stored is not None and await _answered(turn, stored, turn.incoming.text)


async def tapped(turn: Turn) -> None:
    """A button of a change: lf:<what>:<values>."""
    _prefix, what, *values = (*turn.incoming.data.split(":"), "", "")
    if what in ("apply", "leave", "undo"):
        await _decided(turn, what, _number(values[0]))
        return
    stored = await active(turn)
    if stored is None:
        await alert(turn, "life-gone")
    elif what == "menu":
        await _open(turn, stored, values[0])
    elif what in ("trip", "rest"):
        await _next_question(turn, what, _date(values[0]))
    else:
        await _asked(turn, stored, what, values)


async def _decided(turn: Turn, what: str, change_id: int) -> None:
    decide = {"apply": apply, "leave": leave, "undo": undo}[what]
    await decide(turn, change_id)


async def _open(turn: Turn, stored: StoredProgram, name: str) -> None:
    """A line of the menu: its question."""
    today, words = today_of(turn), turn.words
    coming = _coming(stored, today)
    match name:
        case "day":
            screen = view.day_screen(coming, words)
        case "trip":
            screen = view.trip_screen(today, words)
        case "pause":
            screen = view.rest_screen(today, words)
        case "move" | "ease" | "skip":
            screen = view.sessions_screen(name, coming, words, weeks=name == "ease")
        case _:
            screen = view.menu_screen(words)
    await _show(turn, screen)


async def _next_question(turn: Turn, what: str, first: date | None) -> None:
    if first is None or first < today_of(turn):
        await alert(turn, "life-gone")
        return
    words = turn.words
    await _show(
        turn, view.trip_end_screen(first, words) if what == "trip" else view.rest_length_screen(first, words)
    )


async def _asked(turn: Turn, stored: StoredProgram, what: str, values: Sequence[str]) -> None:
    """A button that names a change: its offer, or the question left."""
    if what == "move":
        item = _item(stored, values[0])
        if item is None:
            await alert(turn, "life-gone")
        else:
            await ask_where(turn, stored, item)
        return
    request = _request(stored, what, values)
    if request is None:
        await alert(turn, "life-gone")
    else:
        await offer(turn, stored, request)


def _request(stored: StoredProgram, what: str, values: Sequence[str]) -> Request | None:
    """What a button asks for, or None for one that is forged or of another plan."""
    if what in ("off", "hol"):
        days = _days(values[0], values[1])
        return days_off(days, holiday=what == "hol") if days else None
    if what == "light":
        return LightenWeek(_number(values[0]))
    item = _item(stored, values[0])
    return None if item is None else _about(item, what, _date(values[1]))


def _about(item: StoredSession, what: str, to: date | None) -> Request | None:
    """What a button under a session asks for."""
    place = (item.week_number, item.position)
    if what == "to":
        return Move(*place, to) if to is not None else None
    if what == "ease":
        return Ease(*place)
    return Skip(*place) if what == "skip" else None


async def _answered(turn: Turn, stored: StoredProgram, text: str) -> bool:
    """Answer a wish: the change, or the question still open."""
    today = today_of(turn)
    wish = wish_in(text, today, turn.words.language)
    if wish is None:
        return False
    found = meant(wish, stored.program, today, closed_days(stored))
    if isinstance(found, NoWay):
        await _show(turn, Screen(turn.words(f"life-no-{found.code}"), ()))
    elif isinstance(found, Question):
        await _ask(turn, stored, found)
    else:
        await offer(turn, stored, found)
    return True


async def _ask(turn: Turn, stored: StoredProgram, question: Question) -> None:
    today, words = today_of(turn), turn.words
    items = [item for at in question.sessions if (item := _at(stored, at)) is not None]
    match question.ask:
        case "which-days":
            screen = view.which_days_screen(question.readings, words)
        case "start":
            screen = view.start_screen(question.length_days, today, words)
        case "pause":
            screen = view.rest_screen(today, words)
        case "to" if items:
            await ask_where(turn, stored, items[0])
            return
        case "session":
            to = question.to.isoformat() if question.to else ""
            screen = view.sessions_screen(question.action, items, words, value=to)
        case _:
            screen = view.trip_screen(today, words)
    await _show(turn, screen)


async def _show(turn: Turn, screen: Screen) -> None:
    async with turn.saving() as save:
        if turn.incoming.kind == "tap":
            await show(turn, save, screen)
        else:
            await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


def _coming(stored: StoredProgram, today: date) -> list[StoredSession]:
    """The sessions of the next two weeks that may still be changed."""
    return [
        item
        for week in stored.weeks
        for item in week.sessions
        if not item.session.rest_day
        and item.status == "planned"
        and kind_of(item.session) != "race"
        and item.session.date is not None
        and today <= item.session.date <= today + SESSIONS_AHEAD
    ]


def _item(stored: StoredProgram, session_id: str) -> StoredSession | None:
    sessions = (item for week in stored.weeks for item in week.sessions)
    return next((item for item in sessions if str(item.id) == session_id and not item.session.rest_day), None)


def _at(stored: StoredProgram, at: At) -> StoredSession | None:
    sessions = (item for week in stored.weeks for item in week.sessions)
    place = (at.week_number, at.position)
    return next((item for item in sessions if (item.week_number, item.position) == place), None)


def _days(first: str, offsets: str) -> tuple[date, ...]:
    """Dates written as a first one and days after it: `0-3`, `0.2`; nothing for anything else."""
    start = _date(first)
    begin, dash, end = offsets.partition("-")
    numbers = (
        list(range(_number(begin), _number(end) + 1)) if dash else [_number(n) for n in offsets.split(".")]
    )
    if start is None or not numbers or max(numbers) > LONGEST_DAYS or min(numbers) < 0:
        return ()
    return tuple(start + timedelta(days=number) for number in sorted(set(numbers)))


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _number(text: str) -> int:
    """A number of a button; -1 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else -1
