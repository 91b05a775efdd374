"""The database: one writer, many readers, and a schema brought up to date at start-up."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

# Every connection waits this long for another process's write before it gives up.
BUSY_TIMEOUT_MS = 10_000
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # an acknowledged answer survives a power cut; NORMAL syncs no commit
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",  # what a runner erases leaves no trace in the file
)
READER_CONNECTIONS = 4

Connection = AsyncConnection


class StorageUnavailable(Exception):
    """The database cannot be opened or upgraded; its text is one sentence for the operator."""


class StorageTrouble(Exception):
    """The database did not answer (locked, full, gone): nothing of this transaction was kept."""


class Database:
    """Where everything is kept. Building it opens nothing; connections open when first used."""

    def __init__(self, url: str) -> None:
        try:
            self._url = make_url(url)
        except ArgumentError as error:
            raise StorageUnavailable("The setting DATABASE_URL is not a database address.") from error
        self._url = _with_async_driver(self._url)
        self._writer = _engine(self._url, writes=True)
        self._reader = _engine(self._url, writes=False)

    @property
    def url(self) -> URL:
        return self._url

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """One short transaction: everything inside is committed together, or nothing is.

        On SQLite transactions queue behind one writer; never wait on a network inside. Raises StorageTrouble.
        """
        with _troubles_named():
            async with self._writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """A connection that reads what is committed and takes no write lock. Raises StorageTrouble."""
        with _troubles_named():
            async with self._reader.connect() as connection:
                yield connection

    async def upgrade(self) -> None:
        """Bring the schema to this version; safe to run twice. Raises StorageUnavailable with a sentence."""
        from storage.migrating import upgrade_schema  # Alembic is only needed here

        _make_private_file(self._url)
        engine = _engine(self._url, writes=True, migrates=True)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade_schema)
        except (SQLAlchemyError, OSError) as error:
            raise StorageUnavailable(f"The database cannot be opened: {_reason(error)}.") from error
        finally:
            await engine.dispose()

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()


@contextmanager
def _troubles_named() -> Iterator[None]:
    """Translate what the driver says about a database that does not answer."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise StorageTrouble(_reason(error)) from error


def _with_async_driver(url: URL) -> URL:
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    return url.set(drivername=drivers.get(url.drivername, url.drivername))


def _engine(url: URL, *, writes: bool, migrates: bool = False) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    options: dict[str, Any] = (
        {"poolclass": NullPool} if migrates else {"pool_size": 1 if writes else READER_CONNECTIONS}
    )
    if not migrates:
        options |= {"max_overflow": 0, "pool_timeout": 60}
    engine = create_async_engine(url, **options)
    event.listen(
        engine.sync_engine, "connect", _prepare_migrating_connection if migrates else _prepare_connection
    )
    # A deferred transaction that reads and then writes fails at once when another process wrote between.
    event.listen(engine.sync_engine, "begin", _begin_immediate if writes else _begin)
    return engine


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transaction of its own
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _prepare_migrating_connection(connection: Any, record: object) -> None:
    _prepare_connection(connection, record)
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")  # a table is rebuilt by copying it
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _make_private_file(url: URL) -> None:
    """Create the SQLite file readable by its owner alone; its -wal and -shm files take the same mode."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageUnavailable(f"The database file {path} cannot be opened: {error.strerror}.") from error


def _reason(error: Exception) -> str:
    original = getattr(error, "orig", None) or error
    return str(original).splitlines()[0].rstrip(".") if str(original) else type(original).__name__
