"""Who lives, who leads, and the pace all processes share."""

import pytest

from storage import processes
from storage.database import Database

A, B = "m/1/a", "m/2/b"


async def test_a_silent_process_lapses_and_speaks_again(database: Database) -> None:
    async with database.transaction() as connection:
        await processes.announce(connection, A, "all", lease_s=60)
        await processes.announce(connection, B, "worker", lease_s=-1)
    async with database.transaction() as connection:
        found = await processes.known(connection)
        assert [(process.name, process.role, process.lapsed) for process in found] == [
            (A, "all", False),
            (B, "worker", True),
        ]
        await processes.announce(connection, B, "worker", lease_s=60)
        await processes.leave(connection, A)
    async with database.transaction() as connection:
        assert [process.lapsed for process in await processes.known(connection)] == [False]


async def test_what_lapsed_long_ago_is_forgotten(database: Database) -> None:
    async with database.transaction() as connection:
        await processes.announce(connection, A, "all", lease_s=-2 * 86_400)
    async with database.transaction() as connection:
        await processes.announce(connection, B, "all", lease_s=60)
        assert [process.name for process in await processes.known(connection)] == [B]


async def test_one_leads_until_its_lease_ends(database: Database) -> None:
    async with database.transaction() as connection:
        assert (await processes.leader(connection, "bot")).name is None
        assert await processes.lead(connection, "bot", A, lease_s=60, dead=()) == 1
        assert await processes.lead(connection, "bot", B, lease_s=60, dead=()) is None
        assert await processes.lead(connection, "bot", A, lease_s=60, dead=()) == 1, "renewed, the same fence"
        assert await processes.lead(connection, "other", B, lease_s=60, dead=()) == 1, "another duty"
        assert await processes.still_leads(connection, "bot", A, 1)
        assert not await processes.still_leads(connection, "bot", B, 1)


@pytest.mark.parametrize("way", ["lapsed", "dead", "resigned"])
async def test_the_next_leads_under_a_new_fence(database: Database, way: str) -> None:
    async with database.transaction() as connection:
        await processes.lead(connection, "bot", A, lease_s=-1 if way == "lapsed" else 60, dead=())
        if way == "resigned":
            await processes.resign(connection, "bot", B)
            assert await processes.still_leads(connection, "bot", A, 1), "not B's to give"
            await processes.resign(connection, "bot", A)
    async with database.transaction() as connection:
        dead = {A} if way == "dead" else set()
        assert await processes.lead(connection, "bot", B, lease_s=60, dead=dead) == 2
        assert not await processes.still_leads(connection, "bot", A, 1)
        assert await processes.lead(connection, "bot", A, lease_s=60, dead=()) is None
        assert (await processes.leader(connection, "bot")).name == B


async def test_a_lead_whose_lease_ran_out_is_no_lead(database: Database) -> None:
    async with database.transaction() as connection:
        await processes.lead(connection, "bot", A, lease_s=-1, dead=())
        assert not await processes.still_leads(connection, "bot", A, 1)
        assert (await processes.leader(connection, "bot")).lapsed


async def test_instants_are_booked_one_after_the_other(database: Database) -> None:
    async with database.transaction() as connection:
        waits = [await processes.book(connection, "pace", 10, ahead_at_most_s=1) for _ in range(14)]
        assert await processes.book(connection, "pace", 10, ahead_at_most_s=0) is None, "bulk waits its turn"
        assert await processes.book(connection, "other", 10, ahead_at_most_s=0) == 0
    taken = [wait for wait in waits if wait is not None]
    assert taken[:2] == [0.0, 0.0], "two at once"
    # However long the statements took: some ten intervals fit into the second one may book ahead.
    assert taken == sorted(taken)
    assert taken[-1] == pytest.approx(1.0, abs=0.3)
    assert 10 <= len(taken) <= 14
