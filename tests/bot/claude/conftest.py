"""The real client against the tests' Claude, with a database of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.claude.client import ClaudeClient
from bot.settings import Settings
from storage import runners
from storage.database import Database
from storage.runners import Seen
from tests.claude_server import ClaudeServer
from tests.databases import database_url

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA = 7_000_000_001
ClientOf = Callable[..., AbstractAsyncContextManager[ClaudeClient]]


@pytest.fixture
async def claude() -> AsyncIterator[ClaudeServer]:
    async with ClaudeServer() as server:
        yield server


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database that knows Léa."""
    database = Database(database_url(tmp_path))
    async with database.transaction() as connection:
        await runners.meet(connection, LEA, Seen(LEA, "Léa", "fr"), now=NOW)
    yield database
    await database.close()


@pytest.fixture
def client_of(claude: ClaudeServer, database: Database) -> ClientOf:
    """Clients with settings of the test's choice."""

    @asynccontextmanager
    async def build(**settings: Any) -> AsyncIterator[ClaudeClient]:
        chosen = {"anthropic_api_key": claude.key, "anthropic_base_url": claude.base_url} | settings
        client = ClaudeClient(Settings(_env_file=None, **chosen), database, lambda: NOW)
        yield client
        await client.close()

    return build


@pytest.fixture
async def client(client_of: ClientOf) -> AsyncIterator[ClaudeClient]:
    async with client_of() as client:
        yield client
