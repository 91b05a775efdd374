"""Nothing of one runner is seen or changed with another's id: every function of storage is called.

A function that takes a `runner_id` is found and called by itself, with arguments by their names. One that
takes none says below whose work it is. A new function nobody thought of fails here.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest

import storage
from core.gating import Gate
from storage import personal, runners
from storage.checkins import DayChange
from storage.complaints import Pain
from storage.database import Connection, Database
from storage.outbox import Lane
from storage.runners import RunnerSettings, Seen
from storage.session_logs import RunLog
from tests.enrichment.harness import PROFILE, plan_of, run_on
from tests.storage.test_personal import fill_every_table

Function = Callable[..., Awaitable[Any]]

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
LEA, TOM = 501, 502
"""Every number in Léa's rows is her id, every text begins with it; Tom is known and has nothing."""
TEXT = f"t{LEA}"
RUN = run_on(TODAY)

# Rows as the functions look for them.
STATES: Mapping[str, Mapping[str, Any]] = {
    "outbox": {"status": "unknown"},
    "programs": {"status": "active"},
    "training_sessions": {"data": RUN.model_dump(mode="json"), "status": "planned"},
    "plan_changes": {"status": "proposed"},
    "checkins": {"undone": False},
    "gates": {"closed_at_utc": None},
    "schedules": {"kind": TEXT, "time_zone": "Europe/Paris", "weekday": None, "last_date": None},
    "training_enrichment_queue": {"state": "pending"},
    "coach_sessions": {"status": "planned"},
}
SAMPLES: Mapping[str, Any] = {
    **dict.fromkeys(("first", "day", "start", "last", "answered_for", "paused_until"), TODAY),
    **dict.fromkeys(("dedupe_key", "name", "prefix", "coach", "token", "status"), TEXT),
    **dict.fromkeys(("kind", "choice", "source", "on_doubt"), TEXT[:8]),
    **{name: {} for name in ("details", "state", "payload", "content", "figures")},
    **dict.fromkeys(("feeling", "rpe", "thumb", "limit", "version", "workers", "week_number"), 3),
    **dict.fromkeys(("at_local", "check_in_time"), time(7)),
    "language": "fr",
    "now": NOW,
    "chat_id": TOM,
    "time_zone": "Europe/Paris",
    "lane": Lane.CHECK_IN,
    "seen": Seen(TOM, "Tom", "fr"),
    "settings": RunnerSettings(),
    "profile": PROFILE,
    "program": plan_of(7),
    "changed": RUN,
    "pain": Pain(TODAY, "knee", "left", 3),
    "log": RunLog(TODAY, "done", "easy", LEA),
    "gate": Gate("pain", "rest", TODAY, TODAY),
    "change": DayChange(LEA, TODAY, RUN, RUN),
    "sessions": {LEA: RUN},
    "written_for": RUN,
    "item": SimpleNamespace(id=LEA, session=RUN),
    "anchored": SimpleNamespace(chat_id=TOM, message_id=1, has_caption=False),
    "added": SimpleNamespace(model_dump=lambda **_: {}),
    "run": SimpleNamespace(
        source="gpx",
        started_at_utc=NOW,
        distance_m=float(LEA),
        elapsed_s=60.0,
        moving_s=60.0,
        climb_m=None,
        mean_heart_rate=None,
    ),
    "measured": None,
    "items": ("gel",),
    "temperature_c": 20.0,
    "result": SimpleNamespace(name="Paris", distance_m=10_000.0, outcome="run", time_s=2_700.0, date=TODAY),
}
# What makes something of the caller's own: it gives an id or a value, and Léa's rows stay as they are.
MAKES = """
    complaints.keep_gate dialogues.save feeds.known feeds.open_address following.planned_for outbox.append
    personal.everything plan_journal.note programs.save_active races.notes runners.find runners.meet
    runners.choose_language runners.choose_time_zone runners.choose_check_in_time runners.choose_settings
    runners.give_consent runners.mark_blocked runners.move_chat runners.erase schedules.begin
"""
# They have done it before, or want another state of the row: their own tests have it.
OF_ITS_TIME = frozenset({"outbox.append", "outbox.note_expired", "outbox.move_chat", "plan_requests.want"})
# Words for "there is no such thing".
NOTHING = ("gone",)
# Called with foreign ids in tests of their own: what they take is made by others first.
ELSEWHERE: Mapping[str, str] = {
    "coach_sessions.add": "takes no id of anything",
    "plan_figures.write_figures": "refuses a foreign program by an error; its callers have read it before",
    "races.keep_course": "takes no id of anything",
    "plan_journal.propose": "test_plan_journal.py: a change is made once and only by its runner",
}
# Functions without a runner: whose work they are.
WITHOUT_RUNNER: Mapping[str, str] = {
    "of processes, which lease rows and prove it by their name, token or fence": """
        batches.abandon batches.due batches.jobs_of batches.look_later batches.note_applied batches.note_ended
        batches.note_submitted batches.runners_waiting inbox.adopt inbox.body inbox.claim_chats inbox.holders
        inbox.keep inbox.leave inbox.let_go inbox.mark_done inbox.mark_failed inbox.mark_ignored inbox.next_of
        inbox.unattended inbox.waiting outbox.begin_sending outbox.claim outbox.due_lanes outbox.expire
        outbox.give_back outbox.lease_owners outbox.mark_doubtful outbox.mark_failed outbox.mark_sent
        outbox.put_back outbox.recover plan_requests.claim plan_requests.finish plan_requests.lease_owners
        plan_requests.put_off plan_requests.take_back processes.announce processes.book processes.known
        processes.lead processes.leader processes.leave processes.resign processes.still_leads queue.any_due
        queue.claim queue.complete queue.drop queue.enqueue queue.fail queue.heartbeat queue.lease_owners
        queue.recover queue.release queue_standing.runners_waiting schedules.advance schedules.due
        schedules.without
    """,
    "of the operator: figures and lists": """
        agenda.in_hand agenda.next_instant backlog.gather copying.refuse_unless_empty doubts.held
        experiments.observed inbox.counts inbox.prune ledger.reserve ledger.settle outbox.counts outbox.prune
        queue_standing.parked queue_standing.usual_duration_s ratings.counts statistics.gather
    """,
    "on a value that was read for its runner in the same transaction": """
        coach_sessions.begin coach_sessions.finish coach_sessions.play coach_sessions.replace_session
        coach_sessions.request_for
        enrichment.note_status plan_days.write_days plan_requests.outcome_of plan_rewrites.rewrite
        runners.hold
    """,
    "by a secret of 256 bits that is the right itself": "feeds.at_address",
    "about pictures, which are the same for everybody": "pictures.file_id_of pictures.remember",
}


def functions() -> Iterator[tuple[str, Function]]:
    """Every public coroutine function of storage that works on a connection."""
    for found in pkgutil.iter_modules(storage.__path__):
        if found.ispkg:
            continue
        module = importlib.import_module(f"storage.{found.name}")
        for name, value in vars(module).items():
            if name.startswith("_") or not inspect.iscoroutinefunction(value):
                continue
            if value.__module__ == module.__name__ and "connection" in inspect.signature(value).parameters:
                yield f"{found.name}.{name}", value


OF_A_RUNNER = {
    name: function
    for name, function in functions()
    if "runner_id" in inspect.signature(function).parameters and name not in ELSEWHERE
}


def arguments_of(function: Function) -> dict[str, Any]:
    """What to call it with beside the connection and the runner: Léa's ids, and samples by their names."""
    given = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if name in ("connection", "runner_id"):
            continue
        if name in SAMPLES:
            given[name] = SAMPLES[name]
        elif name.endswith("_id"):
            given[name] = LEA
        elif parameter.default is inspect.Parameter.empty:
            raise LookupError(f"no sample for the argument {name!r} of {function.__qualname__}")
    return given


class TakenBack(Exception):
    """Ends a savepoint."""


async def called(connection: Connection, function: Function, runner_id: int) -> tuple[Any, Any]:
    """What it gives, and what Léa's rows are afterwards; everything is then taken back."""
    result: Any = None
    after: Any = None
    try:
        async with connection.begin_nested():
            result = await function(connection, runner_id=runner_id, **arguments_of(function))
            after = await personal.everything(connection, LEA)
            raise TakenBack
    except TakenBack:
        return result, after


@pytest.fixture
async def both(database: Database) -> Database:
    async with database.transaction() as connection:
        await fill_every_table(connection, LEA, STATES)
        await runners.meet(connection, TOM, Seen(TOM, "Tom", "fr"), now=NOW)
    return database


async def test_nothing_of_another_is_seen_or_changed(both: Database) -> None:
    wrong = {}
    async with both.transaction() as connection:
        before = await personal.everything(connection, LEA)
        for name, function in OF_A_RUNNER.items():
            result, after = await called(connection, function, TOM)
            if after != before:
                wrong[name] = "changes another's rows"
            elif result and result not in NOTHING and name not in MAKES.split():
                wrong[name] = f"gives {result!r}"
    assert wrong == {}


async def test_the_same_calls_reach_ones_own(both: Database) -> None:
    """So that the test above cannot pass because nothing was there to find."""
    idle = set()
    async with both.transaction() as connection:
        before = await personal.everything(connection, LEA)
        for name, function in OF_A_RUNNER.items():
            if not any(argument.endswith("_id") for argument in arguments_of(function)):
                continue
            try:
                result, after = await called(connection, function, LEA)
            except (ValueError, KeyError):  # the row was found; what the filling put into it has no sense
                continue
            if not result and after == before:
                idle.add(name)
    assert idle <= OF_ITS_TIME


def test_every_function_says_whose_rows_it_works_on() -> None:
    known = OF_A_RUNNER.keys() | ELSEWHERE.keys()
    without = {name for name, _ in functions() if name not in known}
    said = [name for names in WITHOUT_RUNNER.values() for name in names.split()]
    assert without == set(said)
    assert len(said) == len(set(said))
