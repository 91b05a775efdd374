"""Migrating a database that is in use: half a migration is none, and the version before runs on (8 and 9)."""

from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text

from storage.database import Database, StorageUnavailable
from storage.engines import build_engine
from storage.migrating import _config, known_versions, version_of
from tests.databases import empty_database_url

Columns = dict[str, dict[str, bool]]
"""By table and column: whether a row can do without a value."""


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(empty_database_url(tmp_path))
    yield database
    await database.close()


def step_to(connection: Connection, version: str) -> Columns:
    """Migrate so far; gives the columns there are then."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)
    inspector = inspect(connection)
    return {
        table: {
            column["name"]: bool(column["nullable"] or column["default"] is not None)
            for column in inspector.get_columns(table)
        }
        for table in inspector.get_table_names()
    }


async def test_a_migration_that_fails_half_way_changes_nothing(empty: Database) -> None:
    engine = build_engine(empty.url, writes=True, migrates=True)
    async with engine.begin() as connection:
        before = await connection.run_sync(step_to, "0007")
        # In the way of the second table of migration 0008.
        await connection.execute(text("CREATE TABLE leaders (name VARCHAR(8))"))
        await connection.execute(text("INSERT INTO leaders VALUES ('mine')"))
    with pytest.raises(StorageUnavailable, match=r"^The database cannot be opened: .+\.$"):
        await empty.upgrade()
    async with engine.begin() as connection:
        assert await connection.run_sync(version_of) == "0007"
        names = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
        assert names == {*before, "leaders"}, "nothing of the migration is left"
        assert (await connection.execute(text("SELECT name FROM leaders"))).scalar_one() == "mine"
        await connection.execute(text("DROP TABLE leaders"))
    await engine.dispose()
    await empty.upgrade()


async def test_the_version_before_can_write_beside_each_new_one(empty: Database) -> None:
    """A migration takes nothing away, and what it adds to a table may be left out."""
    engine = build_engine(empty.url, writes=True, migrates=True)
    async with engine.begin() as connection:
        steps = [await connection.run_sync(step_to, version) for version in sorted(known_versions())]
    await engine.dispose()
    for before, after in pairwise(steps):
        for table, columns in before.items():
            assert columns.keys() <= after[table].keys(), f"{table} lost a column"
            added = {name for name in after[table].keys() - columns.keys() if not after[table][name]}
            assert not added, f"{table} needs {added}, of which the version before knows nothing"
