"""A database that does not answer: every way has a name and a sentence."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from storage.database import Database, StorageTrouble, StorageUnavailable
from tests.databases import address_of, guarded_url, only_on_postgresql

OPEN_DOOR = text("SELECT * FROM doors WHERE id = :id FOR UPDATE")
NOBODY = "postgresql://runcoach@127.0.0.1:1/runcoach"


@pytest.fixture
async def terminated(database: Database) -> Database:
    """A database whose server ended every connection of its pool."""
    async with database.transaction() as connection:
        await connection.execute(text("SELECT 1"))
    other = Database(address_of(database))
    async with other.transaction() as connection:
        everybody = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        )
        await connection.execute(text(f"{everybody} AND pid <> pg_backend_pid()"))
    await other.close()
    return database


@only_on_postgresql
async def test_the_pool_connects_again_by_itself(terminated: Database) -> None:
    async with terminated.transaction() as connection:
        assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1


@only_on_postgresql
async def test_a_connection_that_ends_in_the_middle_is_trouble(database: Database) -> None:
    async def die_in_the_middle() -> None:
        async with database.transaction() as connection:
            await connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
            await connection.execute(text("SELECT 1"))

    with pytest.raises(StorageTrouble, match=r"terminating connection|closed"):
        await die_in_the_middle()


@only_on_postgresql
async def test_a_deadlock_is_trouble_for_one_of_two(database: Database) -> None:
    async with database.transaction() as connection:
        await connection.execute(text("CREATE TABLE doors (id integer primary key)"))
        await connection.execute(text("INSERT INTO doors VALUES (1), (2)"))
    both_inside = asyncio.Barrier(2)

    async def through(first: int, second: int) -> str:
        try:
            async with database.transaction() as connection:
                await connection.execute(OPEN_DOOR, {"id": first})
                await both_inside.wait()
                await connection.execute(OPEN_DOOR, {"id": second})
        except StorageTrouble as error:
            return str(error)
        return "through"

    assert sorted(await asyncio.gather(through(1, 2), through(2, 1))) == ["deadlock detected", "through"]


async def test_a_schema_of_another_version_is_trouble_on_both(database: Database) -> None:
    with pytest.raises(StorageTrouble, match="nowhere"):
        async with database.reading() as connection:
            await connection.execute(text("SELECT * FROM nowhere"))


async def test_our_own_mistakes_keep_their_names(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.transaction() as connection:
            await connection.execute(text("INSERT INTO alembic_version VALUES (NULL)"))


@only_on_postgresql
async def test_wrong_sql_is_a_mistake_of_ours(database: Database) -> None:
    with pytest.raises(ProgrammingError):
        async with database.transaction() as connection:
            await connection.execute(text("SELEKT 1"))


@only_on_postgresql
async def test_a_wrong_password_is_a_sentence(database: Database) -> None:
    url = guarded_url(database, password="wrong")
    with pytest.raises(StorageUnavailable, match="cannot be opened: password authentication failed for user"):
        await Database(url).upgrade()
    with pytest.raises(StorageTrouble, match="password authentication failed"):
        async with Database(url).transaction():
            pass


@only_on_postgresql
async def test_a_missing_database_is_a_sentence(database: Database) -> None:
    url = database.url.set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StorageUnavailable, match='database "nowhere" does not exist'):
        await Database(url).upgrade()


async def test_an_unreachable_server_is_a_sentence() -> None:
    with pytest.raises(StorageUnavailable, match=r"cannot be opened: connection refused\.$"):
        await Database(NOBODY).upgrade()
    with pytest.raises(StorageTrouble, match="connection refused"):
        async with Database(NOBODY).reading():
            pass


@pytest.mark.parametrize(
    "url", ["mysql://runner@localhost/runcoach", "postgresql://localhost:port/runcoach", ""]
)
def test_other_addresses_are_refused_at_once(url: str) -> None:
    with pytest.raises(StorageUnavailable, match="The setting DATABASE_URL"):
        Database(url)
