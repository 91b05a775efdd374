"""How RunCoach connects: one writer and a few readers on SQLite, a pool on PostgreSQL."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

# Every connection waits this long for another's write before it gives up.
LOCK_WAIT_MS = 10_000
SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # an acknowledged answer survives a power cut; NORMAL syncs no commit
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "secure_delete": "ON",  # what a runner erases leaves no trace in the file
}
SQLITE_READERS = 4
# A server that hangs must not hold a turn for ever; migrations and copies may take as long as they need.
POSTGRESQL_CONNECT_WITHIN_S = 10
POSTGRESQL_ANSWER_WITHIN_S = 60
POSTGRESQL_SETTINGS = {
    "application_name": "runcoach",
    "TimeZone": "UTC",
    "idle_in_transaction_session_timeout": "60000",  # a process that was stopped lets go of its locks
}
POSTGRESQL_CONNECTIONS, POSTGRESQL_MORE_AT_ONCE = 5, 5


def with_async_driver(url: URL) -> URL:
    """The address with the driver RunCoach uses; unknown databases are left as they are."""
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    return url.set(drivername=drivers.get(url.drivername, url.drivername))


def build_engine(url: URL, *, writes: bool, migrates: bool = False) -> AsyncEngine:
    """An engine that opens nothing yet; one that `migrates` has a single connection without time limits."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, writes=writes, migrates=migrates)
    return _postgresql_engine(url, migrates=migrates)


def _postgresql_engine(url: URL, *, migrates: bool) -> AsyncEngine:
    arguments: dict[str, Any] = {"timeout": POSTGRESQL_CONNECT_WITHIN_S}
    if migrates:
        return create_async_engine(url, poolclass=NullPool, connect_args=arguments)
    arguments["command_timeout"] = POSTGRESQL_ANSWER_WITHIN_S
    arguments["server_settings"] = {**POSTGRESQL_SETTINGS, "lock_timeout": str(LOCK_WAIT_MS)}
    return create_async_engine(
        url,
        pool_pre_ping=True,
        pool_size=POSTGRESQL_CONNECTIONS,
        max_overflow=POSTGRESQL_MORE_AT_ONCE,
        connect_args=arguments,
    )


def _sqlite_engine(url: URL, *, writes: bool, migrates: bool) -> AsyncEngine:
    if migrates:
        engine = create_async_engine(url, poolclass=NullPool)
    else:
        size = 1 if writes else SQLITE_READERS
        engine = create_async_engine(url, pool_size=size, max_overflow=0, pool_timeout=60)
    prepare = _prepare_migrating_connection if migrates else _prepare_connection
    event.listen(engine.sync_engine, "connect", prepare)
    # A deferred transaction that reads and then writes fails at once when another process wrote between.
    event.listen(engine.sync_engine, "begin", _begin_immediate if writes else _begin)
    return engine


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins no transaction of its own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={LOCK_WAIT_MS}")
    for name, value in SQLITE_PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
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
