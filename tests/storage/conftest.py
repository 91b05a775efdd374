from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.databases import database_url


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database at this version's schema, of the kind under test."""
    database = Database(database_url(tmp_path))
    yield database
    await database.close()
