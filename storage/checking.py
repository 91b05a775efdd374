"""Whether a database is as it should be: its version, its schema, its content, who may read it."""

import os
import stat
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import func, select, text
from sqlalchemy.exc import SAWarning

from storage.copying import numbered_columns, refuse_missing_file
from storage.database import Connection, Database
from storage.migrating import known_versions, newest_version, version_of
from storage.schema import metadata


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `problems` are sentences, none when it is well."""

    what: str
    problems: tuple[str, ...] = ()


Look = Callable[[Connection], Awaitable[Finding]]


async def check(database: Database) -> list[Finding]:
    """Look at everything and change nothing. Raises StorageUnavailable, StorageTrouble."""
    refuse_missing_file(database.url)
    findings: list[Finding] = []
    async with database.reading() as connection:
        version = await _version(connection)
        findings.append(version)
        looks = SQLITE_LOOKS if connection.dialect.name == "sqlite" else POSTGRESQL_LOOKS
        if not version.problems:  # the rest compares with this version's tables
            looks = (_schema, *looks)
        findings += [await look(connection) for look in looks]
    if database.url.get_backend_name() == "sqlite":
        findings.append(_rights(Path(str(database.url.database))))
    return findings


async def _version(connection: Connection) -> Finding:
    version, newest = await connection.run_sync(version_of), newest_version()
    what = f"version {version or 'none'}"
    if version == newest:
        return Finding(what)
    if version is not None and version not in known_versions():
        return Finding(what, ("It was written by a newer RunCoach; install that version or newer.",))
    return Finding(what, (f"This RunCoach needs {newest}: run `runcoach db upgrade`.",))


async def _schema(connection: Connection) -> Finding:
    def differences(sync: SyncConnection) -> list[Any]:
        context = MigrationContext.configure(sync, opts={"compare_type": True})
        with warnings.catch_warnings():
            # Of constraints in a state the library has no word for; `_constraints` finds those.
            warnings.simplefilter("ignore", SAWarning)
            return list(compare_metadata(context, metadata))

    found = await connection.run_sync(differences)
    return Finding("schema", tuple(f"It differs from this version's: {_named(item)}." for item in found))


def _named(difference: Any) -> str:
    first = difference[0] if isinstance(difference, list) else difference
    about = [getattr(part, "name", part) for part in first[1:]]
    return " ".join(str(part) for part in (first[0], *about) if part is not None)[:120]


# SQLite


async def _integrity(connection: Connection) -> Finding:
    said = (await connection.execute(text("PRAGMA integrity_check(5)"))).scalars().all()
    return Finding("content", () if said == ["ok"] else tuple(f"It is damaged: {line}." for line in said))


async def _references(connection: Connection) -> Finding:
    rows = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
    tables = sorted({str(row[0]) for row in rows})
    return Finding("references", tuple(f"Rows of {name} point to rows that are missing." for name in tables))


def _rights(path: Path) -> Finding:
    problems = []
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        if not file.exists():
            continue
        state = file.stat()
        if stat.S_IMODE(state.st_mode) & 0o077:
            problems.append(f"Others may read {file}: `chmod 600` it.")
        if not os.access(file, os.R_OK | os.W_OK):
            problems.append(f"This user cannot write {file}.")
    return Finding("file rights", tuple(problems))


# PostgreSQL

INVALID = text(
    "SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE NOT indisvalid "
    "UNION SELECT conname FROM pg_constraint WHERE NOT convalidated"
)
DAMAGED_PAGES = text(
    "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()"
)
HAS_AMCHECK = text("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'")
CHECK_INDEXES = text(
    "SELECT bt_index_check(index => i.indexrelid, heapallindexed => true) FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.amname = 'btree' AND n.nspname = current_schema()"
)


async def _readable(connection: Connection) -> Finding:
    """Every row is read; the server compares its page checksums, where it keeps them, while it does."""
    for table in metadata.sorted_tables:
        every = select(func.count(func.row_to_json(text(f'"{table.name}"')))).select_from(table)
        await connection.execute(every)
    failures = (await connection.execute(DAMAGED_PAGES)).scalar_one_or_none() or 0
    damaged = (f"The server found {failures} damaged pages.",) if failures else ()
    return Finding("content", damaged)


async def _constraints(connection: Connection) -> Finding:
    invalid = (await connection.execute(INVALID)).scalars().all()
    if (await connection.execute(HAS_AMCHECK)).scalar_one():
        await connection.execute(CHECK_INDEXES)
    return Finding("references", tuple(f"{name} is not valid." for name in invalid))


async def _sequences(connection: Connection) -> Finding:
    problems = []
    for table, column in numbered_columns():
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        last = select(func.coalesce(func.pg_sequence_last_value(sequence), 0)).scalar_subquery()
        highest = select(func.coalesce(func.max(column), 0)).scalar_subquery()
        if (await connection.execute(select(highest > last))).scalar_one():
            problems.append(f"New rows of {table.name} would get ids that are taken.")
    return Finding("numbering", tuple(problems))


SQLITE_LOOKS: tuple[Look, ...] = (_integrity, _references)
POSTGRESQL_LOOKS: tuple[Look, ...] = (_readable, _constraints, _sequences)
