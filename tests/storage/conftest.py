import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database

# A PostgreSQL database to be emptied, such as postgresql://localhost/runcoach_test; without it, SQLite files.
POSTGRESQL = os.environ.get("RUNCOACH_TEST_POSTGRESQL")


@pytest.fixture
async def sqlite_database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty SQLite database at this version's schema."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}")
    await database.upgrade()
    yield database
    await database.close()


@pytest.fixture
async def postgresql_database() -> AsyncIterator[Database]:
    """The PostgreSQL database of the tests, emptied and at this version's schema."""
    database = Database(str(POSTGRESQL))
    async with database.transaction() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await database.upgrade()
    yield database
    await database.close()


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database of the kind under test."""
    name = "postgresql_database" if POSTGRESQL else "sqlite_database"
    found: Database = request.getfixturevalue(name)
    return found
