"""A database in one file and back: always a SQLite file, whatever the database is."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.copying import Advance, TableSum, copy_database, prepare_target, refuse_missing_file
from storage.database import Database
from storage.troubles import StorageUnavailable

PAGES_AT_ONCE = 1024
"""Copied between two words about it: 4 MB."""


class UnusableFile(Exception):
    """A file that cannot be written, read or understood; its text is one sentence."""


async def back_up(source: Database, file: Path, advance: Advance) -> dict[str, int]:
    """Write a verified copy of a database that may be in use, 0600; gives the rows of each table.

    The file appears under its name only when it is whole. SQLite is copied page by page by its own backup;
    PostgreSQL row by row from one snapshot. Raises UnusableFile, StorageUnavailable, StorageTrouble.
    """
    with _written_whole(file) as part:
        if source.url.get_backend_name() == "sqlite":
            refuse_missing_file(source.url)
            await asyncio.to_thread(_copy_pages, Path(str(source.url.database)), part, advance)
        else:
            await _fill(part, source, advance)
        return await asyncio.to_thread(_close_and_verify, part)


async def restore(file: Path, target: Database, advance: Advance) -> dict[str, TableSum]:
    """Fill an empty database from a backup of this version or an older one; gives what each table holds.

    Raises UnusableFile, StorageUnavailable (the target is not empty, or newer), StorageTrouble.
    """
    with tempfile.TemporaryDirectory(prefix="runcoach-restore-") as folder:
        working = Path(folder) / "backup.sqlite3"
        await asyncio.to_thread(_take_working_copy, file, working)
        source = Database(f"sqlite:///{working}")
        try:
            await source.upgrade()
            await prepare_target(target)
            return await copy_database(source, target, advance)
        finally:
            await source.close()


@contextmanager
def _written_whole(file: Path) -> Iterator[Path]:
    """A private file beside the wanted one, which takes its name at the end or vanishes."""
    if file.exists():
        raise UnusableFile(f"{file} exists already: a backup overwrites nothing.")
    part = file.with_name(f"{file.name}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise UnusableFile(
            f"{part} is there: another backup is being written, or one was broken off."
        ) from None
    except OSError as error:
        raise UnusableFile(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    try:
        yield part
        _sync(part)
        part.rename(file)
        _sync(file.parent)
    finally:
        for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _copy_pages(source: Path, target: Path, advance: Advance) -> None:
    """One moment of the file: a reader that stays does not make writers wait, nor the copy begin again."""
    try:
        with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
            writing.execute("PRAGMA synchronous=OFF")  # synced once, whole, at the end
            reading.isolation_level = None
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
            reading.backup(
                writing,
                pages=PAGES_AT_ONCE,
                progress=lambda _state, left, of: advance("pages", of - left, of),
            )
    except sqlite3.Error as error:
        raise StorageUnavailable(f"The backup was not written: {error}.") from error


async def _fill(part: Path, source: Database, advance: Advance) -> None:
    target = Database(f"sqlite:///{part}")
    try:
        await target.upgrade()
        await copy_database(source, target, advance)
    finally:
        await target.close()


def _close_and_verify(file: Path) -> dict[str, int]:
    """Leave one file without a log beside it, and read all of it once; gives the rows of each table."""
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
            counts = _rows_of_each_table(connection)
    except sqlite3.Error as error:
        raise StorageUnavailable(f"The backup was not written: {error}.") from error
    if verdict != "ok" or dangling is not None:
        raise StorageUnavailable(
            "The database is damaged, and so would be its backup: see `runcoach db check`."
        )
    return counts


def _rows_of_each_table(connection: sqlite3.Connection) -> dict[str, int]:
    """Whatever version it is of: a backup is made before an upgrade."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [str(name) for (name,) in connection.execute(tables) if name != "alembic_version"]
    return {name: _rows_of(name, connection) for name in names}


def _rows_of(table: str, connection: sqlite3.Connection) -> int:
    statement = f'SELECT count(*) FROM "{table}"'  # noqa: S608  # the name is the file's own
    return int(connection.execute(statement).fetchone()[0])


def _take_working_copy(file: Path, working: Path) -> None:
    """A copy to migrate, made private; the backup itself stays as it is."""
    try:
        os.close(os.open(working, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with file.open("rb") as reading, working.open("wb") as writing:
            shutil.copyfileobj(reading, writing)
    except OSError as error:
        raise UnusableFile(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    try:
        with closing(sqlite3.connect(working)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise UnusableFile(f"{file} is no backup: {error}.") from None
    if verdict != "ok":
        raise UnusableFile(f"{file} is damaged: {verdict}.")
    if "alembic_version" not in tables:
        raise UnusableFile(f"{file} is no backup of RunCoach.")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
