"""Changes of a stored plan: made once, on the plan they were worked out on, and taken back exactly."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.athlete import Goal, Level, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import ProgramData
from core.week_changes import Away, Ease, LightenWeek, Move, Pause, Proposal, Request, Skip, propose
from storage import plan_journal, programs, runners
from storage.database import Connection, Database
from storage.runners import Seen
from storage.schema import training_sessions

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
LEA, TOM = 1, 2
PROFILE = RunnerProfile(level=Level.INTERMEDIATE, goal=Goal.TEN_K, sessions_per_week=4)


async def settle(database: Database, runner_id: int = LEA) -> int:
    async with database.transaction() as connection:
        await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
        return await programs.save_active(
            connection, runner_id, PROFILE, build_program(PROFILE, MONDAY), now=NOW
        )


async def program_of(connection: Connection, runner_id: int = LEA) -> ProgramData:
    stored = await programs.active(connection, runner_id)
    assert stored is not None
    return stored.program


async def rows_of(connection: Connection) -> Sequence[Any]:
    table = training_sessions
    shown = [column for column in table.columns if column.name != "updated_at_utc"]
    return [tuple(row) for row in await connection.execute(select(*shown).order_by(table.c.id))]


async def offered(connection: Connection, request: Request, now: datetime = NOW) -> tuple[int, Proposal]:
    stored = await programs.active(connection, LEA)
    assert stored is not None
    proposal = propose(stored.program, request, MONDAY)
    assert isinstance(proposal, Proposal)
    kept = await plan_journal.propose(connection, LEA, stored.id, proposal.plan, "away", {"days": 1}, now=now)
    return kept, proposal


def some_request(chance: random.Random, program: ProgramData) -> Request:
    week = chance.choice(program.weeks)
    position = chance.choice([at for at, session in enumerate(week.sessions) if not session.rest_day] or [0])
    day = chance.choice(week.sessions).date or MONDAY
    length = chance.choice([1, 2, 3, 6, 12])
    days = tuple(day + timedelta(days=n) for n in range(length))
    requests: list[Request] = [
        Away(days),
        Pause(day, days[-1]),
        Move(week.week_number, position, day),
        Ease(week.week_number, position),
        Skip(week.week_number, position),
        LightenWeek(week.week_number),
    ]
    return chance.choice(requests)


@pytest.mark.parametrize("seed", range(6))
async def test_any_sequence_of_changes_is_made_as_shown_and_taken_back_exactly(
    database: Database, seed: int
) -> None:
    await settle(database)
    chance = random.Random(seed)
    made: list[tuple[int, Sequence[Any]]] = []
    for step in range(8):
        now = NOW + timedelta(minutes=step)
        async with database.transaction() as connection:
            stored = await programs.active(connection, LEA)
            assert stored is not None
            proposal = propose(stored.program, some_request(chance, stored.program), MONDAY)
            if not isinstance(proposal, Proposal):
                continue
            before = await rows_of(connection)
            change = await plan_journal.propose(
                connection, LEA, stored.id, proposal.plan, "away", {}, now=now
            )
            assert await rows_of(connection) == before
            assert await plan_journal.apply(connection, LEA, change, now=now) == "done"
            after = await program_of(connection)
            assert [week.sessions for week in after.weeks] == [
                week.sessions for week in proposal.plan.program.weeks
            ]
        made.append((change, before))
    assert made
    for change, before in reversed(made):
        async with database.transaction() as connection:
            assert await plan_journal.undo(connection, LEA, change, now=NOW + timedelta(hours=1)) == "done"
            assert await rows_of(connection) == before


async def test_a_moved_session_keeps_its_row(database: Database) -> None:
    await settle(database)
    async with database.transaction() as connection:
        before = {row.id: row.position for row in await connection.execute(select(training_sessions))}
        tuesday = next(item for item in await programs.on_date(connection, LEA, MONDAY + timedelta(days=1)))
        change, proposal = await offered(connection, Away((MONDAY + timedelta(days=1),)))
        assert proposal.reasons[0] == "moved"
        await plan_journal.apply(connection, LEA, change, now=NOW)
        moved = await programs.session(connection, LEA, tuesday.id)
        assert moved is not None
        assert moved.session.kind == tuesday.session.kind
        assert moved.position != before[tuesday.id]
        left = (await programs.on_date(connection, LEA, MONDAY + timedelta(days=1)))[0]
        assert left.session.rest_day
        assert left.original is not None
        assert not left.original.rest_day


async def test_a_change_is_made_once_and_only_by_its_runner(database: Database) -> None:
    await settle(database)
    await settle(database, TOM)
    async with database.transaction() as connection:
        change, _ = await offered(connection, LightenWeek(2))
        assert await plan_journal.apply(connection, TOM, change, now=NOW) == "gone"
        assert await plan_journal.apply(connection, LEA, change, now=NOW) == "done"
        after = await rows_of(connection)
        assert await plan_journal.apply(connection, LEA, change, now=NOW) == "already"
        assert await rows_of(connection) == after
        assert await plan_journal.undo(connection, TOM, change, now=NOW) == "gone"
        assert await plan_journal.undo(connection, LEA, change, now=NOW) == "done"
        assert await plan_journal.undo(connection, LEA, change, now=NOW) == "already"


async def test_a_change_of_another_plan_is_stale(database: Database) -> None:
    await settle(database)
    async with database.transaction() as connection:
        change, _ = await offered(connection, LightenWeek(2))
        other = (await programs.on_date(connection, LEA, MONDAY + timedelta(days=1)))[0]
        eased = other.session.model_copy(update={"distance_km": 2.0})
        await programs.change_session(connection, LEA, other.id, eased, now=NOW)
        assert await plan_journal.apply(connection, LEA, change, now=NOW) == "stale"
        assert await plan_journal.apply(connection, LEA, change, now=NOW) == "gone"
        assert await plan_journal.recent(connection, LEA, 5) == ()


async def test_a_day_told_of_meanwhile_keeps_the_change(database: Database) -> None:
    await settle(database)
    async with database.transaction() as connection:
        change, proposal = await offered(connection, LightenWeek(1))
        await plan_journal.apply(connection, LEA, change, now=NOW)
        day = proposal.plan.changes[0].after.date
        assert day is not None
        item = (await programs.on_date(connection, LEA, day))[0]
        await programs.mark_session(connection, LEA, item.id, "done", now=NOW)
        after = await rows_of(connection)
        assert await plan_journal.undo(connection, LEA, change, now=NOW) == "stale"
        assert await rows_of(connection) == after


async def test_a_change_is_taken_back_within_a_day_and_the_newest_first(database: Database) -> None:
    await settle(database)
    async with database.transaction() as connection:
        first, _ = await offered(connection, LightenWeek(2))
        await plan_journal.apply(connection, LEA, first, now=NOW)
        second, _ = await offered(connection, LightenWeek(4))
        await plan_journal.apply(connection, LEA, second, now=NOW)
        assert await plan_journal.undo(connection, LEA, first, now=NOW) == "newer-first"
        late = NOW + timedelta(hours=24, seconds=1)
        assert await plan_journal.undo(connection, LEA, second, now=late) == "late"
        assert await plan_journal.undo(connection, LEA, second, now=NOW + timedelta(hours=24)) == "done"
        assert await plan_journal.undo(connection, LEA, first, now=NOW) == "done"
        lines = await plan_journal.recent(connection, LEA, 5)
        assert [line.status for line in lines] == ["undone", "undone"]


async def test_a_new_proposal_takes_the_place_of_the_last(database: Database) -> None:
    await settle(database)
    async with database.transaction() as connection:
        first, _ = await offered(connection, LightenWeek(2))
        second, _ = await offered(connection, LightenWeek(4))
        assert await plan_journal.apply(connection, LEA, first, now=NOW) == "gone"
        assert await plan_journal.leave(connection, LEA, second)
        assert not await plan_journal.leave(connection, LEA, second)
        assert await plan_journal.recent(connection, LEA, 5) == ()


async def test_the_journal_keeps_so_many_lines(database: Database) -> None:
    program_id = await settle(database)
    async with database.transaction() as connection:
        for _ in range(plan_journal.KEPT_AT_MOST + 3):
            await plan_journal.note(connection, LEA, program_id, "lighten", {"week": 1}, now=NOW)
        lines = await plan_journal.recent(connection, LEA, 100)
        assert len(lines) == plan_journal.KEPT_AT_MOST
        assert not lines[0].can_be_undone(NOW)
