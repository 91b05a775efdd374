"""The message of a morning: the question, the one about a way back, or a line on a rest day."""

from collections.abc import Sequence
from datetime import date

from bot.conversations import race_days
from bot.conversations.checkin import open_question
from bot.conversations.days import time_zone_of
from bot.messages import Outgoing, SendText
from bot.rhythms import CHECK_IN, USUAL
from bot.ticking import Duty, Occasion
from bot.views import checkin as view
from bot.views import pain as pain_view
from bot.views.settings import zone_name
from bot.words import words_for
from core.localisation import Localizer
from storage import checkins, following, schedules
from storage.complaints import OpenGate
from storage.database import Connection
from storage.outbox import Lane
from storage.programs import StoredSession
from storage.runners import Runner


async def compose(connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
    """The message of a morning: the question, the one about a way back, or a line on a rest day."""
    runner, day = occasion.runner, occasion.date
    words = words_for(runner)
    item = await following.follow_day(connection, runner.id, day, runner.language, now=occasion.now)
    if item is None:
        return ()
    if gate := await open_question(connection, runner.id, day):
        return (_gate_message(gate, item, day, runner, words),)
    if race_morning := await race_days.in_the_morning(connection, occasion):
        return (race_morning,)
    if item.session.rest_day:
        if runner.settings.rest_days == "silence":
            return ()
        html = view.rest_html(words, name=runner.first_name, late=occasion.late, day=day)
        return (SendText(html=html, keyboard=view.rest_buttons(day, words)),)
    line = await _zone_line(connection, runner, words)
    html = view.question_html(item.session, words, name=runner.first_name, late=occasion.late, zone_line=line)
    return (SendText(html=html, keyboard=view.feeling_buttons(day, words, later=True)),)


DUTY = Duty(CHECK_IN, compose, Lane.CHECK_IN)


def _gate_message(
    gate: OpenGate, item: StoredSession, day: date, runner: Runner, words: Localizer
) -> SendText:
    hello = view.hello(words, runner.first_name)
    question, keyboard = pain_view.gate_question(gate, day, words)
    blocks = [hello, "\n".join(view.session_lines(item.session, words))]
    if pain_view.question_kind(gate.gate) != "care":
        blocks.append(pain_view.step_line(gate.gate, day, words))
    return SendText(html="\n\n".join([*blocks, question]), keyboard=keyboard)


async def _zone_line(connection: Connection, runner: Runner, words: Localizer) -> str:
    """Said until the runner has chosen a city or answered once."""
    if runner.time_zone or await checkins.since(connection, runner.id, date.min):
        return ""
    schedule = await schedules.find(connection, runner.id, CHECK_IN)
    at = schedule.at_local if schedule else USUAL[CHECK_IN].at
    return view.zone_line(at, zone_name(time_zone_of(runner), words), words)
