"""The enrichment queue: who is next, who holds what, and what each ending leaves."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import queue, queue_standing, runners
from storage.database import Database
from storage.queue import ATTEMPTS_AT_MOST, CRASHES_AT_MOST, LEASE, ClaimedJob, Done, Wanted
from storage.queue_standing import USUAL_DURATION_S
from storage.runners import Seen

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA, STRANGER = 1, 2
MINUTE = timedelta(minutes=1)
CATALOGUE = Done("catalogue")


@pytest.fixture
async def base(database: Database) -> Database:
    async with database.transaction() as connection:
        for runner_id in (LEA, STRANGER):
            await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
    return database


async def put(base: Database, session_id: int, priority: int = 5, at: datetime = NOW) -> int | None:
    async with base.transaction() as connection:
        return await queue.enqueue(connection, Wanted(LEA, "running", session_id, priority), now=at)


async def take(base: Database, at: datetime = NOW, lease: str = "t", owner: str = "m/1/x") -> ClaimedJob:
    async with base.transaction() as connection:
        job = await queue.claim(connection, owner=owner, token=lease, now=at)
    assert job is not None
    return job


async def state_of(base: Database, session_id: int, at: datetime = NOW) -> queue_standing.Standing:
    async with base.reading() as connection:
        found = await queue_standing.standing(connection, LEA, "running", session_id, workers=2, now=at)
    assert found is not None
    return found


async def test_a_session_waits_once_however_often_it_is_asked_for(base: Database) -> None:
    assert await put(base, 10) is not None
    assert [await put(base, 10) for _ in range(9)] == [None] * 9
    await take(base)
    assert await put(base, 10) is None  # it runs
    assert (await state_of(base, 10)).state == "running"


async def test_a_finished_session_may_be_asked_for_again(base: Database) -> None:
    await put(base, 10)
    job = await take(base)
    async with base.transaction() as connection:
        assert await queue.complete(connection, job, CATALOGUE, now=NOW)
    assert await put(base, 10) is not None


async def test_the_smallest_priority_goes_first_then_the_longest_waiting(base: Database) -> None:
    for session_id, priority in ((1, 5), (2, 5), (3, 2), (4, 1)):
        await put(base, session_id, priority, NOW + session_id * timedelta(seconds=1))
    taken = [(await take(base, NOW + MINUTE, f"t{number}")).session_id for number in range(4)]
    assert taken == [4, 3, 1, 2]


async def test_priority_1_is_next_behind_five_hundred(base: Database) -> None:
    async with base.transaction() as connection:
        for session_id in range(500):
            await queue.enqueue(connection, Wanted(LEA, "running", session_id, 5), now=NOW)
    await put(base, 999, 1, NOW + timedelta(hours=6))
    assert (await take(base, NOW + timedelta(hours=6))).session_id == 999


@pytest.mark.parametrize(("waited_min", "first"), [(29, 2), (31, 1)])
async def test_a_job_gains_a_priority_each_ten_minutes(base: Database, waited_min: int, first: int) -> None:
    later = NOW + waited_min * MINUTE
    await put(base, 1, 6)
    await put(base, 2, 3, later)
    assert (await take(base, later)).session_id == first


async def test_a_priority_outside_one_to_ten_is_refused(base: Database) -> None:
    for priority in (0, 11):
        with pytest.raises(ValueError, match="priority"):
            await put(base, 1, priority)


async def test_nothing_is_claimed_before_its_time_and_nothing_twice(base: Database) -> None:
    await put(base, 1, at=NOW + MINUTE)
    async with base.transaction() as connection:
        assert await queue.claim(connection, owner="o", token="t", now=NOW) is None
        assert not await queue.any_due(connection, now=NOW)
        assert await queue.any_due(connection, now=NOW + MINUTE)
    await take(base, NOW + MINUTE)
    async with base.transaction() as connection:
        assert await queue.claim(connection, owner="o", token="u", now=NOW + MINUTE) is None


async def test_every_write_of_a_worker_needs_its_lease(base: Database) -> None:
    await put(base, 1)
    zombie = await take(base, lease="old")
    late = NOW + LEASE + MINUTE
    async with base.transaction() as connection:
        assert await queue.recover(connection, now=late) == {zombie.id: "pending"}
    current = await take(base, late, "new")
    assert (current.id, current.crashes) == (zombie.id, 1)
    async with base.transaction() as connection:
        assert not await queue.complete(connection, zombie, CATALOGUE, now=late)
        assert not await queue.heartbeat(connection, zombie, now=late)
        assert not await queue.drop(connection, zombie, "x", now=late)
        assert not await queue.release(connection, zombie, run_at_utc=late)
        assert await queue.fail(connection, zombie, "x", now=late, again_at_utc=late) is None
        assert await queue.complete(connection, current, CATALOGUE, now=late)
        assert not await queue.complete(connection, current, CATALOGUE, now=late)


async def test_a_heartbeat_keeps_the_lease(base: Database) -> None:
    await put(base, 1)
    job = await take(base)
    later = NOW + LEASE - timedelta(seconds=1)
    async with base.transaction() as connection:
        assert await queue.heartbeat(connection, job, now=later)
        assert await queue.recover(connection, now=later + LEASE - timedelta(seconds=1)) == {}
        assert await queue.recover(connection, now=later + LEASE + timedelta(seconds=1)) == {
            job.id: "pending"
        }


async def test_unusable_answers_end_a_job_at_the_fifth(base: Database) -> None:
    await put(base, 1)
    states = []
    for number in range(ATTEMPTS_AT_MOST):
        job = await take(base, lease=f"t{number}")
        assert job.is_last_attempt == (number == ATTEMPTS_AT_MOST - 1)
        async with base.transaction() as connection:
            states.append(await queue.fail(connection, job, "BadOutput", now=NOW, again_at_utc=NOW))
    assert states == ["pending"] * (ATTEMPTS_AT_MOST - 1) + ["failed"]


async def test_outages_end_nothing(base: Database) -> None:
    await put(base, 1)
    for number in range(50):
        job = await take(base, lease=f"t{number}")
        assert (job.attempts, job.crashes, job.outages) == (0, 0, number)
        async with base.transaction() as connection:
            assert await queue.release(connection, job, run_at_utc=NOW, outage=True, error="overloaded")


async def test_a_job_that_ends_its_workers_is_parked_and_kept(base: Database) -> None:
    await put(base, 1)
    await put(base, 2)
    for number in range(CRASHES_AT_MOST):
        at = NOW + number * (LEASE + MINUTE)
        job = await take(base, at, f"t{number}")
        assert job.session_id == 1
        async with base.transaction() as connection:
            recovered = await queue.recover(connection, now=at + LEASE + MINUTE)
    assert recovered == {job.id: "parked"}
    async with base.reading() as connection:
        (parked,) = await queue_standing.parked(connection)
    assert (parked.session_id, parked.crashes) == (1, CRASHES_AT_MOST)
    assert (await take(base, at + timedelta(hours=1))).session_id == 2  # the others run on


async def test_what_a_dead_process_held_is_free_at_once(base: Database) -> None:
    await put(base, 1)
    job = await take(base, owner="m/1/x")
    async with base.transaction() as connection:
        assert await queue.lease_owners(connection) == {"m/1/x"}
        assert await queue.recover(connection, dead_owners={"m/2/y"}, now=NOW) == {}
        assert await queue.recover(connection, dead_owners={"m/1/x"}, now=NOW) == {job.id: "pending"}


async def test_position_and_waiting_time(base: Database) -> None:
    for session_id in range(1, 6):
        await put(base, session_id, at=NOW + timedelta(seconds=session_id))
    fifth = await state_of(base, 5)
    assert (fifth.position, fifth.eta_s) == (5, 3 * USUAL_DURATION_S)
    for seconds in (10, 30, 50):
        job = await take(base, NOW + MINUTE, f"t{seconds}")
        async with base.transaction() as connection:
            end = NOW + MINUTE + timedelta(seconds=seconds)
            assert await queue.complete(connection, job, CATALOGUE, now=end)
    fifth = await state_of(base, 5, NOW + 2 * MINUTE)
    assert (fifth.position, fifth.eta_s) == (2, 30.0)  # one round of two workers, the median
    running = await take(base, NOW + 2 * MINUTE, "t")
    standing = await state_of(base, running.session_id, NOW + 2 * MINUTE + timedelta(seconds=10))
    assert (standing.state, standing.position, standing.eta_s) == ("running", 0, 20.0)


async def test_asking_for_it_now_makes_it_next(base: Database) -> None:
    for session_id in (1, 2, 3):
        await put(base, session_id)
    later = NOW + timedelta(hours=5)
    async with base.transaction() as connection:
        assert not await queue.raise_priority(connection, STRANGER, "running", 3, now=later)
        assert await queue.raise_priority(connection, LEA, "running", 3, now=later)
    assert (await take(base, later)).session_id == 3
    async with base.transaction() as connection:
        assert not await queue.raise_priority(connection, LEA, "running", 3, now=later)  # it runs


async def test_an_erased_runner_leaves_no_job_and_no_late_result(base: Database) -> None:
    await put(base, 1)
    job = await take(base)
    async with base.transaction() as connection:
        await runners.erase(connection, LEA)
    async with base.transaction() as connection:
        assert not await queue.complete(connection, job, CATALOGUE, now=NOW)
        assert await queue_standing.standing(connection, LEA, "running", 1, workers=1, now=NOW) is None


async def test_two_processes_never_claim_one_job(base: Database) -> None:
    for session_id in range(20):
        await put(base, session_id)
    other = Database(base.url.render_as_string(hide_password=False))
    try:
        taken = []
        for number in range(10):
            taken.append((await take(base, lease=f"a{number}")).id)
            taken.append((await take(other, lease=f"b{number}")).id)
    finally:
        await other.close()
    assert len(set(taken)) == 20
