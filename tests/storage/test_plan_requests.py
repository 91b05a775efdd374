"""Plans that Claude is wanted for: claimed once, put off, taken back from the dead."""

from datetime import UTC, date, datetime, timedelta

import pytest

from storage import plan_requests, programs, runners
from storage.database import Database
from storage.runners import Seen
from tests.evals import profiles

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
START = date(2026, 11, 20)
LEA = 8_000_000_001


@pytest.fixture
async def program_id(database: Database) -> int:
    profile, _ = profiles.profile_of("first-5k")
    program = profiles.brief_of("first-5k").program
    async with database.transaction() as connection:
        await runners.meet(connection, LEA, Seen(LEA, "Léa", "fr"), now=NOW)
        number = await programs.save_active(connection, LEA, profile, program, now=NOW)
        await plan_requests.want(connection, LEA, number, START, now=NOW)
        await plan_requests.want(connection, LEA, number, START, now=NOW)
    return number


async def test_a_request_is_claimed_once(database: Database, program_id: int) -> None:
    async with database.transaction() as connection:
        first = await plan_requests.claim(connection, owner="a", limit=5, now=NOW)
        second = await plan_requests.claim(connection, owner="b", limit=5, now=NOW)
    assert [(r.program_id, r.start, r.attempts) for r in first] == [(program_id, START, 1)]
    assert second == []


async def test_a_request_put_off_waits_for_its_time(database: Database, program_id: int) -> None:
    later = NOW + timedelta(minutes=5)
    async with database.transaction() as connection:
        (request,) = await plan_requests.claim(connection, owner="a", limit=5, now=NOW)
        assert await plan_requests.put_off(connection, request, later, "rate_limited")
        assert await plan_requests.claim(connection, owner="a", limit=5, now=NOW) == []
        (again,) = await plan_requests.claim(connection, owner="a", limit=5, now=later)
        assert again.attempts == 2
        assert not await plan_requests.finish(connection, request, "written", now=later)
        assert await plan_requests.finish(connection, again, "written", now=later)
        assert await plan_requests.outcome_of(connection, program_id) == ("done", "written")


async def test_what_the_dead_held_is_wanted_again(database: Database, program_id: int) -> None:
    async with database.transaction() as connection:
        await plan_requests.claim(connection, owner="dead", limit=5, now=NOW)
        assert await plan_requests.lease_owners(connection) == {"dead"}
        assert await plan_requests.take_back(connection, {"someone"}) == 0
        assert await plan_requests.take_back(connection, {"dead"}) == 1
        (again,) = await plan_requests.claim(connection, owner="a", limit=5, now=NOW)
    assert (again.program_id, again.attempts) == (program_id, 2)


async def test_a_lease_runs_out(database: Database, program_id: int) -> None:
    async with database.transaction() as connection:
        await plan_requests.claim(connection, owner="a", limit=5, now=NOW)
        after = NOW + plan_requests.LEASE + timedelta(seconds=1)
        (again,) = await plan_requests.claim(connection, owner="b", limit=5, now=after)
    assert again.program_id == program_id


async def test_an_erased_runner_leaves_no_request(database: Database, program_id: int) -> None:
    async with database.transaction() as connection:
        await runners.erase(connection, LEA)
        assert await plan_requests.outcome_of(connection, program_id) is None
