"""The database: one writer, many readers, and a schema brought up to date at start-up."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engines import build_engine, with_async_driver
from storage.troubles import (
    StorageTrouble,
    StorageUnavailable,
    opening_named,
    reason_of,
    troubles_named,
)

__all__ = ["Connection", "Database", "StorageTrouble", "StorageUnavailable"]

Connection = AsyncConnection
BACKENDS = ("sqlite", "postgresql")


class Database:
    """Where everything is kept. Building it opens nothing; connections open when first used."""

    def __init__(self, url: str) -> None:
        try:
            self._url = with_async_driver(make_url(url))
            if self._url.get_backend_name() not in BACKENDS:
                raise StorageUnavailable(
                    "The setting DATABASE_URL must name a SQLite or PostgreSQL database."
                )
            self._writer = build_engine(self._url, writes=True)
            self._reader = build_engine(self._url, writes=False)
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise StorageUnavailable("The setting DATABASE_URL is not a database address.") from error
        except ModuleNotFoundError as error:
            raise StorageUnavailable(
                f"The database of DATABASE_URL needs the Python package {error.name}, "
                "which comes with runcoach[postgres]."
            ) from error

    @property
    def url(self) -> URL:
        return self._url

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """One short transaction: everything inside is committed together, or nothing is.

        On SQLite transactions queue behind one writer, so what is read inside stays so until the commit. On
        PostgreSQL others write meanwhile: who reads, decides and writes about a runner first takes
        `runners.hold`. Never wait on a network inside. Raises StorageTrouble.
        """
        with troubles_named():
            async with AsyncExitStack() as stack:
                with opening_named():
                    connection = await stack.enter_async_context(self._writer.begin())
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """A connection that reads what is committed and takes no write lock. Raises StorageTrouble."""
        with troubles_named():
            async with AsyncExitStack() as stack:
                with opening_named():
                    connection = await stack.enter_async_context(self._reader.connect())
                yield connection

    async def upgrade(self) -> None:
        """Bring the schema to this version; safe to run twice. Raises StorageUnavailable with a sentence."""
        from storage.migrating import upgrade_schema  # Alembic is only needed here

        _make_private_file(self._url)
        engine = build_engine(self._url, writes=True, migrates=True)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade_schema)
        except (SQLAlchemyError, OSError) as error:
            raise StorageUnavailable(f"The database cannot be opened: {reason_of(error)}.") from error
        finally:
            await engine.dispose()

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()


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
