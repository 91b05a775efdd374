"""Today's session."""

from collections.abc import Sequence
from datetime import date

from bot.conversations.cards import show_card
from bot.conversations.days import today_of
from bot.conversations.following import follow_today
from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.messages import Button, SendText
from bot.turn import Turn
from bot.views.formats import full_weekday, long_date
from bot.views.overview import first_day, last_day
from bot.views.session import day_html, session_in_brief
from core.localisation import Localizer
from core.program.exchange import Session
from core.program.maintenance import waiting_days
from storage.programs import StoredProgram, StoredSession

NEW_PLAN_DATA = "mn:new"


async def show_today(turn: Turn) -> None:
    """/today: the session of the day, rest, or where the plan stands."""
    await follow_today(turn)
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    today = today_of(turn)
    sessions = [item for week in stored.weeks for item in week.sessions]
    item = next((item for item in sessions if item.session.date == today), None)
    async with turn.saving() as save:
        if item is None:
            await save.say(_outside(stored, sessions, today, turn.words))
            return
        coming = _next_line([other.session for other in sessions], today, turn.words)
        await show_card(turn, save, stored, item, next_line="".join(coming), as_new=True)


def _outside(
    stored: StoredProgram, sessions: Sequence[StoredSession], today: date, words: Localizer
) -> SendText:
    """The screen of a date before or after the plan."""
    last = last_day(stored.program)
    if last is not None and today > last:
        button = Button(label=words("plan-button-new"), data=NEW_PLAN_DATA)
        return SendText(html=words("day-over", date=long_date(last, words.language)), keyboard=((button,),))
    return _before(stored, sessions, today, words)


def _before(
    stored: StoredProgram, sessions: Sequence[StoredSession], today: date, words: Localizer
) -> SendText:
    first = first_day(stored.program)
    start = long_date(first, words.language) if first else ""
    easy = waiting_days(stored.program)
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
