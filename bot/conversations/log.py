"""/log and the evening question: what became of a session, and runs nobody planned."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.conversations import repeating
from bot.conversations.days import today_of
from bot.conversations.plan import active
from bot.conversations.repacing import look_at_signals
from bot.conversations.showing import alert, show
from bot.conversations.telling import extra_log, planned_log, reported_log, shorter_log
from bot.turn import Save, Turn
from bot.units import with_unit
from bot.views import log as view
from bot.views.formats import full_weekday, safe
from bot.views.settings import Screen
from core.dialogue.phrases import choice_named
from core.failure import Failure
from core.run_logging import (
    OpenSession,
    can_be_told,
    day_meant,
    session_meant,
)
from core.run_reports import RunReport, is_sure, read_distance, read_report
from storage import dialogues, session_logs
from storage.programs import StoredProgram, StoredSession
from storage.session_logs import RunLog

KIND = "log"
ANSWER_WITHIN = timedelta(hours=36)
DAY = timedelta(days=1)
WORDS_OF_AN_ANSWER = 3


@dataclass(frozen=True, slots=True)
class Told:
    """The session a button or a line speaks of, in the runner's plan."""

    stored: StoredProgram
    item: StoredSession


async def ask_log(turn: Turn) -> None:
    """/log: the session of today, or of yesterday; with words behind it, these are the report."""
    if turn.incoming.args:
        report = read_report(turn.incoming.args)
        if report is not None:
            await _report(turn, report, turn.incoming.args)
            return
    screen = await _opening_screen(turn)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await show(turn, save, screen)


async def session_button(turn: Turn) -> None:
    """A button under a session: lo:<session>:<action>:<value>."""
    _prefix, session_id, action, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    told = await _told(turn, session_id)
    if told is None:
        await alert(turn, "log-gone")
        return
    refusal = _refusal(turn, told.item, action)
    if refusal is not None:
        await turn.answer_tap(refusal, alert=True)
        return
    match action:
        case "ask" | "shortened" | "fix" | "moved":
            await _ask(turn, told, action)
        case "done" | "skipped":
            await _keep(turn, told.stored, planned_log(told.item, action))
        case "km":
            await _tapped_km(turn, told, value)
        case "rpe" | "drop":
            await _mend(turn, told.item, action, value)
        case "to" | "mv" | "un":
            await repeating.move(turn, told.stored, told.item, action, value)
        case _:
            await alert(turn, "log-gone")


async def extra_button(turn: Turn) -> None:
    """A button under a run outside the plan: lx:<log>:<action>:<value>."""
    _prefix, log_id, action, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    async with turn.services.database.reading() as connection:
        log = await session_logs.find(connection, turn.runner.id, _number(log_id))
    if log is None or log.session_id is not None:
        await alert(turn, "log-gone")
        return
    await _change(turn, log, action, value)


async def answered(turn: Turn) -> bool:
    """Take a typed answer to the question of kilometres; False when none is open or it names a screen."""
    text = with_unit(turn.incoming.text, turn.runner)
    async with turn.services.database.reading() as connection:
        pending = await dialogues.load(connection, turn.runner.id, KIND)
    if pending is None or turn.now - pending.updated_at_utc > ANSWER_WITHIN or choice_named("menu", text):
        return False
    told = await _told(turn, str(pending.state.get("session")))
    if told is None:
        return False
    report = read_report(text)
    if isinstance(report, RunReport) and report.has_figures:
        await _keep(turn, told.stored, reported_log(told.item, report, text))
        return True
    km = report if isinstance(report, Failure) else read_distance(text)
    if isinstance(km, Failure):
        screen = view.distance_screen(told.item, turn.words, correcting=True)
        async with turn.saving() as save:
            await show(turn, save, Screen(_sentence(turn, km), screen.keyboard))
    else:
        await _keep(turn, told.stored, shorter_log(told.item, km))
    return True


async def reported(turn: Turn) -> bool:
    """Take a line that tells of a run beyond doubt; False for any other."""
    report = read_report(turn.incoming.text)
    if report is None or choice_named("menu", turn.incoming.text):
        return False
    if isinstance(report, RunReport) and not is_sure(report) and not await _answers_today(turn, report):
        return False
    await _report(turn, report, turn.incoming.text)
    return True


async def _answers_today(turn: Turn, report: RunReport) -> bool:
    """Whether a word such as "fait" can only mean the open session of the day."""
    if report.outcome is None or len(turn.incoming.text.split()) > WORDS_OF_AN_ANSWER:
        return False
    return session_meant(report, today_of(turn), _open_sessions(await active(turn))) is not None


async def _report(turn: Turn, report: RunReport | Failure, text: str) -> None:
    if isinstance(report, Failure):
        async with turn.saving() as save:
            await show(turn, save, Screen(_sentence(turn, report), ()))
        return
    stored = await active(turn)
    today = today_of(turn)
    meant = session_meant(report, today, _open_sessions(stored))
    item = _item(stored, lambda item: meant is not None and item.id == meant.id)
    if stored is not None and item is not None:
        if report.outcome == "moved":
            await _ask(turn, Told(stored, item), "moved")
        else:
            await _keep(turn, stored, reported_log(item, report, text))
        return
    day = day_meant(report, today)
    if report.outcome in ("skipped", "moved") or not report.has_figures:
        html = turn.words("log-nothing-to-skip", day=full_weekday(day, turn.words.language))
        async with turn.saving() as save:
            await show(turn, save, Screen(html, ()))
        return
    await _keep(turn, stored, extra_log(day, report, text))


async def _opening_screen(turn: Turn) -> Screen:
    stored, today = await active(turn), today_of(turn)
    item = _session_on(stored, today)
    before = _session_on(stored, today - DAY)
    open_before = before if before is not None and before.status == "planned" else None
    if item is None:
        return view.nothing_screen(today, open_before, turn.words)
    async with turn.services.database.reading() as connection:
        log = await session_logs.of_session(connection, turn.runner.id, item.id)
    if log is not None and item.status != "planned":
        return view.told_screen(item, log, turn.words)
    return view.question_screen(item, today, turn.words, evening=True)


async def _ask(turn: Turn, told: Told, action: str) -> None:
    """The next question: how it went, how far, or which day."""
    item = told.item
    if action == "moved":
        screen = repeating.days_screen(turn, told.stored, item)
    elif action == "ask":
        screen = view.question_screen(item, today_of(turn), turn.words)
    else:
        screen = view.distance_screen(item, turn.words, correcting=action == "fix")
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        if action in ("shortened", "fix"):
            state = {"version": 1, "session": item.id}
            await dialogues.save(save.connection, turn.runner.id, KIND, state, now=turn.now)
        await show(turn, save, screen)


async def _tapped_km(turn: Turn, told: Told, value: str) -> None:
    km = read_distance(value)
    if isinstance(km, Failure):
        await alert(turn, "log-gone")
        return
    await _keep(turn, told.stored, shorter_log(told.item, km))


async def _keep(turn: Turn, stored: StoredProgram | None, log: RunLog) -> None:
    """Save what was told and say it; after the third missed session, propose the week again."""
    async with turn.saving() as save:
        earlier = await _earlier(save, turn.runner.id, log)
        if earlier is not None and log.rpe is None and log.outcome != "skipped":
            log = replace(log, rpe=earlier.rpe)
        log_id = await session_logs.keep(save.connection, turn.runner.id, log, now=turn.now)
        await dialogues.close(save.connection, turn.runner.id, KIND)
        kept = replace(log, id=log_id or 0)
        if log.outcome != "skipped":
            await show(turn, save, view.noted_screen(kept, turn.words))
            return
        following = _item(stored, lambda item: _is_after(item, log.date))
        screen = view.skipped_screen(kept, following.session if following else None, turn.words)
        await show(turn, save, screen)
        if stored is not None and log.session_id is not None:
            await repeating.propose(turn, save, stored, log.session_id)


async def _mend(turn: Turn, item: StoredSession, action: str, value: str) -> None:
    async with turn.services.database.reading() as connection:
        log = await session_logs.of_session(connection, turn.runner.id, item.id)
    if log is None:
        await alert(turn, "log-gone")
        return
    await _change(turn, log, action, value)


async def _change(turn: Turn, log: RunLog, action: str, value: str) -> None:
    """Add the effort to a log, or take it back."""
    rpe = _number(value)
    if action == "rpe" and 1 <= rpe <= 10:
        async with turn.saving() as save:
            await session_logs.rate(save.connection, turn.runner.id, log.id, rpe, now=turn.now)
            await show(turn, save, view.noted_screen(replace(log, rpe=rpe), turn.words))
            await look_at_signals(turn, save)
    elif action == "drop":
        async with turn.saving() as save:
            await session_logs.drop(save.connection, turn.runner.id, log.id, now=turn.now)
            await show(turn, save, Screen(turn.words("log-dropped"), ()))
    else:
        await alert(turn, "log-gone")


async def _earlier(save: Save, runner_id: int, log: RunLog) -> RunLog | None:
    if log.session_id is None:
        return None
    return await session_logs.of_session(save.connection, runner_id, log.session_id)


async def _told(turn: Turn, session_id: str) -> Told | None:
    stored = await active(turn)
    item = _item(stored, lambda item: str(item.id) == session_id and not item.session.rest_day)
    return Told(stored, item) if stored is not None and item is not None else None


def _refusal(turn: Turn, item: StoredSession, action: str) -> str | None:
    """Why a session of this date cannot be told of."""
    day, today = item.session.date, today_of(turn)
    if day is None or can_be_told(day, today) or (action == "un" and day > today):
        return None
    key = "log-too-early" if day > today else "log-too-old"
    return turn.words(key, day=full_weekday(day, turn.words.language))


def _open_sessions(stored: StoredProgram | None) -> list[OpenSession]:
    return [
        OpenSession(item.id, item.session.date, item.status == "planned")
        for item in _items(stored)
        if item.session.date is not None and not item.session.rest_day
    ]


def _session_on(stored: StoredProgram | None, day: date) -> StoredSession | None:
    return _item(stored, lambda item: item.session.date == day and not item.session.rest_day)


def _is_after(item: StoredSession, day: date) -> bool:
    return not item.session.rest_day and item.session.date is not None and item.session.date > day


def _item(stored: StoredProgram | None, wanted: Callable[[StoredSession], bool]) -> StoredSession | None:
    return next(filter(wanted, _items(stored)), None)


def _items(stored: StoredProgram | None) -> list[StoredSession]:
    return [item for week in stored.weeks for item in week.sessions] if stored else []


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _sentence(turn: Turn, failure: Failure) -> str:
    return safe(failure.text(turn.words.language))
