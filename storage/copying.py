"""Everything of one database into another, of whatever kind: one transaction, verified before it is kept."""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, func, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.engines import build_engine
from storage.migrating import NEWER, known_versions, newest_version, version_of
from storage.schema import metadata
from storage.troubles import StorageUnavailable, opening_named, reason_of, troubles_named

ROWS_AT_ONCE = 500
CHECKSUM_MODULUS = 2**256

Advance = Callable[[str, int, int], None]
"""Hears what is being done, how much of it is, and of how much."""


@dataclass(frozen=True, slots=True)
class TableSum:
    """A table's content: how many rows, and the sum of their digests, whatever their order."""

    rows: int = 0
    digest: int = 0

    def plus(self, rows: Sequence[Mapping[str, Any]]) -> "TableSum":
        added = sum(_digest(row) for row in rows)
        return TableSum(self.rows + len(rows), (self.digest + added) % CHECKSUM_MODULUS)


async def prepare_target(target: Database) -> None:
    """Bring an empty target to this version. Raises StorageUnavailable when it holds anything."""
    if not _is_missing_file(target.url):
        async with target.reading() as connection:
            await refuse_unless_empty(connection)
    await target.upgrade()


async def copy_database(source: Database, target: Database, advance: Advance) -> dict[str, TableSum]:
    """Copy every row; gives what each table holds. Both must be at this version, the target empty.

    Nothing of it is kept unless rows and checksums of every table agree. Raises StorageUnavailable with a
    sentence, StorageTrouble.
    """
    async with _snapshot(source.url) as reading, _filling(target.url) as writing:
        await _refuse_other_version(reading, "source")
        await _refuse_other_version(writing, "target")
        await refuse_unless_empty(writing)
        of = sum((await _counts(reading)).values())
        copied: dict[str, TableSum] = {}
        for table in _tables():
            done = sum(known.rows for known in copied.values())
            copied[table.name] = await _copy_table(table, reading, writing, _advance_from(done, of, advance))
        await _verify(writing, copied)
        await _refuse_dangling(writing)
        if writing.dialect.name == "postgresql":
            await _advance_sequences(writing)
        return copied


def _advance_from(done: int, of: int, advance: Advance) -> Callable[[str, int], None]:
    return lambda name, rows: advance(name, done + rows, of)


async def _verify(writing: AsyncConnection, copied: Mapping[str, TableSum]) -> None:
    for table in _tables():
        if await _sum_of(table, writing) != copied[table.name]:
            raise StorageUnavailable(f"The table {table.name} did not arrive as it was; nothing was copied.")


async def refuse_unless_empty(connection: AsyncConnection) -> None:
    """Raise StorageUnavailable with a sentence when the target holds anything."""
    filled = [name for name, rows in (await _counts(connection)).items() if rows]
    if filled:
        raise StorageUnavailable(
            f"The target is not empty (it holds {', '.join(filled[:3])}): only an empty database is filled."
        )


def refuse_missing_file(url: URL) -> None:
    """Raise StorageUnavailable with a sentence for a SQLite file that is not there, before one is made."""
    if _is_missing_file(url):
        raise StorageUnavailable(f"There is no database {url.database}; `runcoach db upgrade` creates one.")


def _is_missing_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and not Path(str(url.database)).is_file()


def _tables() -> list[Table]:
    """Every table after those it points to."""
    return metadata.sorted_tables


@asynccontextmanager
async def _snapshot(url: URL) -> AsyncIterator[AsyncConnection]:
    """One moment of a database that may be in use."""
    refuse_missing_file(url)
    async with _opened(url, writes=False) as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        yield connection


@asynccontextmanager
async def _filling(url: URL) -> AsyncIterator[AsyncConnection]:
    """One transaction that nobody else writes beside."""
    async with _opened(url, writes=True) as connection:
        if connection.dialect.name == "postgresql":
            names = ", ".join(table.name for table in _tables())
            await connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
        yield connection


@asynccontextmanager
async def _opened(url: URL, *, writes: bool) -> AsyncIterator[AsyncConnection]:
    engine = build_engine(url, writes=writes, migrates=True)
    try:
        with troubles_named():
            async with AsyncExitStack() as stack:
                with opening_named():
                    connection = await stack.enter_async_context(engine.begin())
                yield connection
    finally:
        await engine.dispose()


async def _refuse_other_version(connection: AsyncConnection, which: str) -> None:
    version, newest = await connection.run_sync(version_of), newest_version()
    if version == newest:
        return
    if version is not None and version not in known_versions():
        raise StorageUnavailable(NEWER)
    raise StorageUnavailable(
        f"The {which} is at version {version or 'none'}, this RunCoach at {newest}: "
        "`runcoach db upgrade` it first, or use the RunCoach that wrote it."
    )


async def _copy_table(
    table: Table, reading: AsyncConnection, writing: AsyncConnection, advance: Callable[[str, int], None]
) -> TableSum:
    total = TableSum()
    # RETURNING makes one statement of many rows. Without it the driver of PostgreSQL sends them one by one,
    # and hangs when it is interrupted meanwhile (asyncpg 0.32).
    filling = table.insert().returning(*table.primary_key.columns)
    try:
        async for rows in _rows_of(table, reading):
            await writing.execute(filling, rows)
            total = total.plus(rows)
            advance(table.name, total.rows)
    except (SQLAlchemyError, ValueError) as error:
        raise StorageUnavailable(
            f"The table {table.name} cannot be copied: {reason_of(error)}; nothing was copied."
        ) from error
    return total


async def _rows_of(table: Table, connection: AsyncConnection) -> AsyncIterator[list[dict[str, Any]]]:
    async with connection.stream(select(table)) as result:
        async for part in result.partitions(ROWS_AT_ONCE):
            yield [dict(row._mapping) for row in part]


async def _sum_of(table: Table, connection: AsyncConnection) -> TableSum:
    total = TableSum()
    async for rows in _rows_of(table, connection):
        total = total.plus(rows)
    return total


async def _counts(connection: AsyncConnection) -> dict[str, int]:
    """The rows of each table there is."""
    present = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
    counts = {}
    for table in (table for table in _tables() if table.name in present):
        statement = select(func.count()).select_from(table)
        counts[table.name] = int((await connection.execute(statement)).scalar_one())
    return counts


async def _refuse_dangling(connection: AsyncConnection) -> None:
    """SQLite was filled without looking at foreign keys, PostgreSQL looked at each."""
    if connection.dialect.name != "sqlite":
        return
    dangling = (await connection.execute(text("PRAGMA foreign_key_check"))).first()
    if dangling is not None:
        raise StorageUnavailable(f"A row of {dangling[0]} points to one that is missing; nothing was copied.")


async def _advance_sequences(connection: AsyncConnection) -> None:
    """PostgreSQL numbers new rows from a counter that copied rows did not move."""
    for table, column in numbered_columns():
        highest = (await connection.execute(select(func.max(column)))).scalar_one()
        if highest is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            await connection.execute(select(func.setval(sequence, highest)))


def numbered_columns() -> list[tuple[Table, Column[Any]]]:
    """The columns whose values the database counts up by itself (ids of Telegram are not)."""
    found = [(table, table.autoincrement_column) for table in _tables()]
    return [(table, column) for table, column in found if column is not None]


def _digest(row: Mapping[str, Any]) -> int:
    canonical = json.dumps(_canonical(row), sort_keys=True, ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    return int.from_bytes(hashlib.sha256(canonical).digest())


def _canonical(value: Any) -> Any:
    """The same for values both databases take for the same: 5.0 and 5 in JSON, an instant in any zone."""
    match value:
        case dict() | Mapping():
            return {str(key): _canonical(item) for key, item in value.items()}
        case list() | tuple():
            return [_canonical(item) for item in value]
        case float() if value.is_integer():
            return int(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return value
