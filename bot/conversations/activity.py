"""A run sent as a file: read, matched with a session, logged, and shown over what was planned.

The file is read and let go; until a question about it is answered only its figures are kept.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.conversations import race
from bot.conversations.days import time_zone_of, today_of
from bot.conversations.plan import active
from bot.conversations.repacing import look_at_signals, offer_of_performance
from bot.conversations.showing import alert, show
from bot.messages import SendText
from bot.turn import Save, Turn
from bot.units import units_of
from bot.views import activity as view
from bot.views import log as log_view
from bot.views.formats import full_weekday
from bot.views.settings import Screen
from core.activities.comparison import Comparison, compare
from core.activities.matching import PlannedRun, match
from core.activities.model import Activity
from core.activities.signals import SIGNAL_ZONES
from core.athlete import Performance
from core.clock import local_date
from core.program.exchange import Session
from core.records import problem_with
from core.run_logging import outcome_of
from core.run_reports import RunReport, read_report
from core.session_kinds import kind_of
from core.vdot import vdot_of
from storage import activities, dialogues, programs, session_logs
from storage.activities import Measured
from storage.programs import StoredProgram, StoredSession
from storage.session_logs import RunLog

KIND = "activity"
RUN: TypeAdapter[Activity] = TypeAdapter(Activity)


@dataclass(frozen=True, slots=True)
class Sent:
    """A run that was sent, its local date, and the effort told with it."""

    run: Activity
    day: date
    rpe: int | None = None


def sent_now(turn: Turn, run: Activity) -> Sent:
    """The run of this turn's file; its caption may tell the effort."""
    # With a word of a run, an effort alone is a report.
    report = read_report(f"done {turn.incoming.text}") if turn.incoming.text else None
    rpe = report.rpe if isinstance(report, RunReport) else None
    return Sent(run, local_date(time_zone_of(turn.runner), run.started_at_utc), rpe)


async def take(turn: Turn, sent: Sent) -> None:
    """Log a run as the session it was; ask where that is not plain."""
    stored, today = await active(turn), today_of(turn)
    found = match(sent.day, sent.run.distance_km, _planned(stored), today)
    item = _item(stored, found.session_id)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        if await activities.is_known(save.connection, turn.runner.id, sent.run):
            figures = view.figures_line(sent.run, turn.words, units_of(turn.runner))
            await show(turn, save, Screen(turn.words("activity-duplicate", figures=figures), ()))
        elif found.doubt == "ahead":
            day = full_weekday(sent.day, turn.words.language)
            await show(turn, save, Screen(turn.words("activity-ahead", day=day), ()))
        elif item is not None or stored is None or (found.doubt == "none" and not found.choices):
            await _keep(turn, save, sent, item)
        else:
            await _ask(turn, save, sent, found.doubt or "none", _items(stored, found.choices))


async def ask_run_or_course(turn: Turn, save: Save, sent: Sent, race_name: str) -> None:
    """A recorded track about as long as the race: whose is it?"""
    version = await _remember(turn, save, sent)
    await show(turn, save, view.run_or_course_screen(race_name, version, turn.words))


async def waiting(turn: Turn, version: str) -> Sent | None:
    """The run a question is open about, if this is the question."""
    async with turn.services.database.reading() as connection:
        kept = await dialogues.load(connection, turn.runner.id, KIND)
    if kept is None or str(kept.version) != version:
        return None
    return Sent(
        RUN.validate_python(kept.state["run"]), date.fromisoformat(kept.state["day"]), kept.state["rpe"]
    )


async def answer(turn: Turn, sent: Sent, what: str, value: str) -> None:
    """A button under the question which session it was."""
    stored = await active(turn)
    item = next((item for item in _all(stored) if str(item.id) == value), None) if what == "s" else None
    if what == "s" and item is None:
        await alert(turn, "activity-gone")
        return
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        if what == "n":
            await show(turn, save, Screen(turn.words("activity-dropped"), ()))
        else:
            await _keep(turn, save, sent, item)


async def _ask(turn: Turn, save: Save, sent: Sent, doubt: str, choices: list[StoredSession]) -> None:
    version = await _remember(turn, save, sent)
    screen = view.which_session_screen(
        sent.run, sent.day, doubt, choices, version, turn.words, units_of(turn.runner)
    )
    await show(turn, save, screen)


async def _remember(turn: Turn, save: Save, sent: Sent) -> int:
    state: dict[str, Any] = {
        "version": 1,
        "run": RUN.dump_python(sent.run, mode="json"),
        "day": sent.day.isoformat(),
        "rpe": sent.rpe,
    }
    return await dialogues.save(save.connection, turn.runner.id, KIND, state, now=turn.now)


async def _keep(turn: Turn, save: Save, sent: Sent, item: StoredSession | None) -> None:
    """Log the run and show it; the effort is asked as for any other run."""
    session = item.session if item else None
    compared = compare(session, sent.run) if session else None
    log = _log(sent, item)
    if item is not None and log.rpe is None:
        earlier = await session_logs.of_session(save.connection, turn.runner.id, item.id)
        log = replace(log, rpe=earlier.rpe if earlier else None)
    log_id = await session_logs.keep(save.connection, turn.runner.id, log, now=turn.now)
    if log_id is None:
        await show(turn, save, Screen(turn.words("activity-gone"), ()))
        return
    await activities.keep(
        save.connection, turn.runner.id, log_id, sent.run, _measured(session, compared), now=turn.now
    )
    await save.say(view.run_picture(sent.run, sent.day, session, compared, turn.words, units_of(turn.runner)))
    noted = log_view.noted_screen(replace(log, id=log_id), turn.words)
    await save.say(SendText(html=noted.html, keyboard=noted.keyboard))
    if session is not None and session.kind == "race":
        await race.offer_measured(turn, save, sent.run.elapsed_s)
    elif session is not None and session.kind == "test":
        await _offer_test(turn, save, compared)
    elif log.rpe is not None:
        await look_at_signals(turn, save)


async def _offer_test(turn: Turn, save: Save, compared: Comparison | None) -> None:
    """The level a test shows: its work, run all out."""
    stored = await programs.active(save.connection, turn.runner.id)
    work = [stretch for stretch in compared.stretches if stretch.role == "work"] if compared else []
    metres = sum(stretch.metres for stretch in work)
    seconds = sum(stretch.end_s - stretch.start_s for stretch in work)
    if stored is None or metres <= 0:
        return
    performance = Performance(float(round(metres)), float(round(seconds)))
    if problem_with(performance) is None:
        await offer_of_performance(turn, save, stored, performance, vdot_of(performance))


def _log(sent: Sent, item: StoredSession | None) -> RunLog:
    run = sent.run
    planned_km = item.session.distance_km if item else None
    report = RunReport(distance_km=run.distance_km, duration_min=run.moving_s / 60)
    return RunLog(
        date=item.session.date or sent.day if item else sent.day,
        outcome=outcome_of(report, planned_km),
        kind=kind_of(item.session) if item else "easy",
        session_id=item.id if item else None,
        distance_km=round(run.distance_km, 2),
        duration_min=round(run.moving_s / 60, 1),
        rpe=sent.rpe,
    )


def _measured(session: Session | None, compared: Comparison | None) -> Measured | None:
    """What the session says about paces: only threshold and interval work that was run whole."""
    if session is None or compared is None or compared.target is None or compared.done_s_per_km is None:
        return None
    zone = next((zone for zone in SIGNAL_ZONES if zone == compared.zone), None)
    if zone is None or compared.verdict == "short":
        return None
    efforts = [part.rpe for part in session.intervals or () if part.zone == zone and part.rpe]
    planned_rpe = max(efforts, default=session.rpe or 0) or None
    return Measured(zone, compared.target.min_s_per_km, compared.done_s_per_km, planned_rpe)


def _planned(stored: StoredProgram | None) -> list[PlannedRun]:
    return [PlannedRun(item.id, item.session, item.status == "planned") for item in _all(stored)]


def _items(stored: StoredProgram | None, ids: tuple[int, ...]) -> list[StoredSession]:
    known = {item.id: item for item in _all(stored)}
    return [known[session_id] for session_id in ids]


def _item(stored: StoredProgram | None, session_id: int | None) -> StoredSession | None:
    return next((item for item in _all(stored) if item.id == session_id), None)


def _all(stored: StoredProgram | None) -> list[StoredSession]:
    return [item for week in stored.weeks for item in week.sessions] if stored else []
