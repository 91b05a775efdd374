"""What runners told of runs, and the days of a stored plan exchanged or replaced."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.program.exchange import Session
from storage import plan_changes, programs, runners, session_logs
from storage.database import Connection, Database
from storage.programs import StoredSession
from storage.runners import Seen
from storage.session_logs import RunLog
from tests.storage.test_programs import LEA, MONDAY, PROFILE, STRANGER, program

NOW = datetime(2026, 11, 29, 19, 30, tzinfo=UTC)
SUNDAY = MONDAY + timedelta(days=6)


@pytest.fixture
async def plan(database: Database) -> StoredSession:
    """A plan of Léa's whose only session of the week is on Sunday."""
    async with database.transaction() as connection:
        for runner_id in (LEA, STRANGER):
            await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
        await programs.save_active(connection, LEA, PROFILE, program(), now=NOW)
        (sunday,) = await programs.on_date(connection, LEA, SUNDAY)
    return sunday


async def on(connection: Connection, day: date) -> StoredSession:
    (item,) = await programs.on_date(connection, LEA, day)
    return item


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("done", "done"), ("shortened", "done"), ("skipped", "skipped"), ("moved", "planned")],
)
async def test_the_session_follows_what_is_told(
    database: Database, plan: StoredSession, outcome: str, status: str
) -> None:
    log = RunLog(SUNDAY, outcome, "interval", plan.id, 8.0, 48.0, 6, "fait")  # type: ignore[arg-type]
    async with database.transaction() as connection:
        log_id = await session_logs.keep(connection, LEA, log, now=NOW)
        assert await session_logs.of_session(connection, LEA, plan.id) == replace(log, id=log_id or 0)
        assert (await on(connection, SUNDAY)).status == status


async def test_the_last_word_on_a_session_wins_and_runs_outside_the_plan_add_up(
    database: Database, plan: StoredSession
) -> None:
    async with database.transaction() as connection:
        first = await session_logs.keep(connection, LEA, RunLog(SUNDAY, "done", "long", plan.id), now=NOW)
        again = await session_logs.keep(connection, LEA, RunLog(SUNDAY, "skipped", "long", plan.id), now=NOW)
        for _ in range(2):
            await session_logs.keep(connection, LEA, RunLog(MONDAY, "done", "easy"), now=NOW)
        logs = await session_logs.since(connection, LEA, MONDAY)
        assert first == again
        assert [log.outcome for log in logs] == ["done", "done", "skipped"]
        assert await session_logs.since(connection, LEA, SUNDAY + timedelta(days=1)) == ()
        assert await session_logs.since(connection, STRANGER, MONDAY) == ()


async def test_a_stranger_changes_and_sees_nothing(database: Database, plan: StoredSession) -> None:
    async with database.transaction() as connection:
        assert (
            await session_logs.keep(connection, STRANGER, RunLog(SUNDAY, "done", "easy", plan.id), now=NOW)
            is None
        )
        mine = await session_logs.keep(connection, LEA, RunLog(SUNDAY, "done", "easy", plan.id), now=NOW)
        assert mine is not None
        assert await session_logs.find(connection, STRANGER, mine) is None
        assert await session_logs.of_session(connection, STRANGER, plan.id) is None
        assert not await session_logs.rate(connection, STRANGER, mine, 3, now=NOW)
        assert await session_logs.drop(connection, STRANGER, mine, now=NOW) is None
        monday = await on(connection, MONDAY)
        assert not await plan_changes.exchange_days(connection, STRANGER, plan.id, monday.id, now=NOW)
        assert not await plan_changes.replace_sessions(
            connection, STRANGER, {plan.id: monday.session}, now=NOW
        )
        assert (await on(connection, SUNDAY)).session == plan.session


async def test_what_is_dropped_opens_the_session_again(database: Database, plan: StoredSession) -> None:
    async with database.transaction() as connection:
        log_id = await session_logs.keep(connection, LEA, RunLog(SUNDAY, "done", "easy", plan.id), now=NOW)
        assert log_id is not None
        assert await session_logs.rate(connection, LEA, log_id, 7, now=NOW)
        dropped = await session_logs.drop(connection, LEA, log_id, now=NOW)
        assert dropped is not None
        assert dropped.rpe == 7
        assert (await on(connection, SUNDAY)).status == "planned"
        assert await session_logs.drop(connection, LEA, log_id, now=NOW) is None


async def test_logs_outlive_an_archived_plan_and_go_with_the_runner(
    database: Database, plan: StoredSession
) -> None:
    async with database.transaction() as connection:
        await session_logs.keep(connection, LEA, RunLog(SUNDAY, "done", "easy", plan.id), now=NOW)
        await programs.save_active(connection, LEA, PROFILE, program(), now=NOW)
        assert len(await session_logs.since(connection, LEA, MONDAY)) == 1
        await runners.erase(connection, LEA)
        assert await session_logs.since(connection, LEA, MONDAY) == ()


async def test_exchanged_days_keep_their_sessions_and_first_versions(
    database: Database, plan: StoredSession
) -> None:
    async with database.transaction() as connection:
        before = await programs.active(connection, LEA)
        shorter = plan.session.model_copy(update={"distance_km": 5.0})
        await programs.change_session(connection, LEA, plan.id, shorter, now=NOW)
        monday = await on(connection, MONDAY)
        assert await plan_changes.exchange_days(connection, LEA, plan.id, monday.id, now=NOW)
        moved = await on(connection, MONDAY)
        assert (moved.id, moved.position, moved.session.day) == (plan.id, 0, "Lundi")
        assert (await on(connection, SUNDAY)).session.rest_day
        await programs.restore_session(connection, LEA, plan.id, now=NOW)
        restored = await on(connection, MONDAY)
        assert (restored.session.distance_km, restored.session.date) == (plan.session.distance_km, MONDAY)
        assert await plan_changes.exchange_days(connection, LEA, monday.id, plan.id, now=NOW)
        after = await programs.active(connection, LEA)
    assert before is not None
    assert after is not None
    assert after.program == before.program


async def test_days_of_two_weeks_are_not_exchanged(database: Database, plan: StoredSession) -> None:
    async with database.transaction() as connection:
        later = await on(connection, SUNDAY + timedelta(days=1))
        assert not await plan_changes.exchange_days(connection, LEA, plan.id, later.id, now=NOW)
        assert not await plan_changes.exchange_days(connection, LEA, plan.id, plan.id, now=NOW)
        assert not await plan_changes.exchange_days(connection, LEA, plan.id, 999_999, now=NOW)


async def test_a_changed_week_holds_the_sum_of_its_sessions(database: Database, plan: StoredSession) -> None:
    async with database.transaction() as connection:
        shorter = plan.session.model_copy(update={"distance_km": 5.0})
        assert await plan_changes.replace_sessions(connection, LEA, {plan.id: shorter}, now=NOW)
        week = await programs.week(connection, LEA, 1)
        assert week is not None
        assert week.week.total_volume_km == 5.0
        assert await plan_changes.replace_sessions(connection, LEA, {plan.id: plan.session}, now=NOW)
        back = await programs.week(connection, LEA, 1)
        assert back is not None
        assert back.week == program().weeks[0]
        assert back.sessions[6].original is None
        rest = Session(day="Lundi", rest_day=True)
        assert not await plan_changes.replace_sessions(connection, LEA, {plan.id: rest, 10**9: rest}, now=NOW)
        assert (await on(connection, SUNDAY)).session == plan.session
