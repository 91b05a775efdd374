"""The message of Sunday evening: the week done against planned, the risk, and the week that comes."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversations.plan import active
from bot.conversations.showing import alert, show
from bot.conversations.weighing import risk_request
from bot.messages import Outgoing, SendText
from bot.ticking import Occasion
from bot.turn import Turn
from bot.views import weekly as view
from bot.words import words_for
from core.risk import injury_risk
from core.risk_history import risk_history
from core.training_log import monday_of
from core.week_review import WeekFacts, WeekReview, review
from storage import checkins, programs, session_logs
from storage.database import Connection
from storage.programs import StoredProgram, StoredWeek

MONTH = timedelta(days=30)


async def sum_up_the_week(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """The week and the next one; nothing outside the weeks of a plan."""
    runner, today = occasion.runner, occasion.date
    words = words_for(runner)
    stored = await programs.active(connection, runner.id)
    week = _week_on(stored, today)
    if stored is None or week is None:
        return ()
    request = await risk_request(connection, runner.id, stored, today, runner.language)
    done = await _review(connection, runner.id, week, today)
    number = week.week.week_number
    summary = view.summary_picture(number, done, injury_risk(request), risk_history(request), words)
    following = _week_on(stored, today + timedelta(days=7 - today.weekday()))
    if following is None:
        return (summary, SendText(html=words("weekly-last")))
    screen = view.next_week_screen(following.week, stored.id, words)
    return (summary, SendText(html=screen.html, keyboard=screen.keyboard))


async def accept_button(turn: Turn) -> None:
    """The coming week as planned: we:ok:<program>:<week>."""
    _prefix, _action, program_id, number = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    stored = await active(turn)
    weeks = stored.weeks if stored else ()
    week = next((week for week in weeks if str(week.week.week_number) == number), None)
    if stored is None or week is None or str(stored.id) != program_id:
        await alert(turn, "risk-gone")
        return
    async with turn.saving() as save:
        await show(turn, save, view.next_week_screen(week.week, stored.id, turn.words, accepted=True))


async def _review(connection: Connection, runner_id: int, week: StoredWeek, today: date) -> WeekReview:
    monday = monday_of(today)
    told = await session_logs.since(connection, runner_id, monday - MONTH)
    answers = await checkins.since(connection, runner_id, monday)
    return review(
        WeekFacts(
            planned={item.id: item.session for item in week.sessions},
            told=[log for log in told if monday <= log.date <= today],
            earlier=[log for log in told if log.date < monday],
            feelings={answer.date: answer.feeling for answer in answers if answer.date <= today},
        )
    )


def _week_on(stored: StoredProgram | None, day: date) -> StoredWeek | None:
    weeks = stored.weeks if stored else ()
    return next((week for week in weeks if any(item.session.date == day for item in week.sessions)), None)
