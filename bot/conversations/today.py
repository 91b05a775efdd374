"""Today's session."""

from collections.abc import Sequence
from datetime import date

from bot.conversations.days import today_of
from bot.conversations.following import follow_today
from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.messages import Button, SendText
from bot.turn import Turn
from bot.views.formats import full_weekday, long_date
from bot.views.log import log_button, told_line
from bot.views.overview import first_day, last_day
from bot.views.session import day_html, day_keyboard, session_in_brief
from core.localisation import Localizer
from core.program.exchange import Session
from storage import session_logs
from storage.programs import StoredProgram, StoredSession
from storage.session_logs import RunLog

NEW_PLAN_DATA = "mn:new"


async def show_today(turn: Turn) -> None:
    """/today: the session of the day, rest, or where the plan stands."""
    await follow_today(turn)
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    message = today_message(stored, today_of(turn), turn.words, await _told_today(turn, stored))
    async with turn.saving() as save:
        await save.say(message)


async def _told_today(turn: Turn, stored: StoredProgram) -> RunLog | None:
    """What the runner told of today's session already."""
    items = (item for week in stored.weeks for item in week.sessions)
    item = next((item for item in items if item.session.date == today_of(turn)), None)
    if item is None or item.status == "planned":
        return None
    async with turn.services.database.reading() as connection:
        return await session_logs.of_session(connection, turn.runner.id, item.id)


def today_message(
    stored: StoredProgram, today: date, words: Localizer, told: RunLog | None = None
) -> SendText:
    """The screen of a date, whether it falls before, in or after the plan; `told` is what became of it."""
    sessions = [item for week in stored.weeks for item in week.sessions]
    item = next((item for item in sessions if item.session.date == today), None)
    if item is not None:
        return _on_day(item, sessions, today, words, told)
    last = last_day(stored.program)
    if last is not None and today > last:
        button = Button(label=words("plan-button-new"), data=NEW_PLAN_DATA)
        return SendText(html=words("day-over", date=long_date(last, words.language)), keyboard=((button,),))
    return _before(stored, sessions, today, words)


def _on_day(
    item: StoredSession, sessions: Sequence[StoredSession], today: date, words: Localizer, told: RunLog | None
) -> SendText:
    html = day_html(item.session, words, today=today)
    keyboard = day_keyboard(item, sessions, words)
    if item.session.rest_day:
        html = "\n\n".join([html, *_next_line([other.session for other in sessions], today, words)])
    elif item.status == "planned":
        keyboard = ((log_button(item, words),), *keyboard)
    elif told is not None:
        html = f"{html}\n\n{told_line(told, words)}"
    return SendText(html=html, keyboard=keyboard)


def _before(
    stored: StoredProgram, sessions: Sequence[StoredSession], today: date, words: Localizer
) -> SendText:
    first = first_day(stored.program)
    start = long_date(first, words.language) if first else ""
    easy = [session for week in stored.program.maintenance for session in week.sessions if session.date]
    now = next((session for session in easy if session.date == today), None)
    if now is not None:
        html = f"{words('day-maintenance', date=start)}\n\n{day_html(now, words, today=today)}"
        return SendText(html=html)
    if easy and easy[0].date:
        until = words("day-maintenance-soon", first=full_weekday(easy[0].date, words.language), date=start)
    else:
        until = words("day-not-yet", date=full_weekday(first, words.language) if first else "")
    coming = [*easy, *(item.session for item in sessions)]
    return SendText(html="\n\n".join([until, *_next_line(coming, today, words)]))


def _next_line(sessions: Sequence[Session], today: date, words: Localizer) -> list[str]:
    running = (session for session in sessions if not session.rest_day)
    following = next((session for session in running if session.date and session.date > today), None)
    if following is None or following.date is None:
        return []
    day = full_weekday(following.date, words.language)
    return [words("day-next", date=day, what=session_in_brief(following, words))]
