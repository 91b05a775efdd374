"""One door to the databases of the tests: SQLite and PostgreSQL, a new one for each test.

A test that opens a database runs once on each kind. It need not do anything for it but come through this
door: take the fixture `database`, or ask `database_url(folder)` (as `settings_for` and `settings_in` do).
Tests of one kind alone say so: `@only_on_sqlite`, `@only_on_postgresql`.

Conversations, of which there are many alike, each run on one kind; RUNCOACH_LONG=1 runs them on both.

RUNCOACH_TEST_DATABASES    the kinds to use, "sqlite,postgresql"; without it those that are there
RUNCOACH_TEST_POSTGRESQL   a server of one's own, its user may create databases; without it a temporary one
RUNCOACH_TEST_DATABASE     the kind of the test that runs (set here; processes of a test inherit it)
"""

import asyncio
import atexit
import hashlib
import os
import shutil
import tempfile
import threading
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url

from storage.database import Database
from storage.schema import metadata
from tests.postgresql import GUARDED, Keeper, find_programs, wait_for_server

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
KINDS = tuple(NAMES)
CHOSEN = "RUNCOACH_TEST_DATABASES"
SERVER = "RUNCOACH_TEST_POSTGRESQL"
CURRENT = "RUNCOACH_TEST_DATABASE"
TEMPLATE = "runcoach_template"
GUARDED_ROLE = f"""
DO $$ BEGIN
    CREATE ROLE {GUARDED} LOGIN SUPERUSER PASSWORD 'right';
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
# Any number: it keeps two workers from making the template at once.
TEMPLATE_LOCK = 7_265_111

only_on_sqlite = pytest.mark.databases("sqlite")
only_on_postgresql = pytest.mark.databases("postgresql")

Value = TypeVar("Value")


# A run


def choose_kinds() -> Keeper | None:
    """Decide, once a run, which kinds there are; gives the keeper of the temporary server."""
    asked = [kind.strip() for kind in os.environ.get(CHOSEN, "").split(",") if kind.strip()]
    if not set(asked) <= set(KINDS):
        raise pytest.UsageError(f"{CHOSEN} names databases among: {', '.join(KINDS)}.")
    has_server = bool(os.environ.get(SERVER)) or find_programs() is not None
    if "postgresql" in asked and not has_server:
        raise pytest.UsageError(f"{CHOSEN} wants PostgreSQL, and there is none: apt-get install postgresql.")
    chosen = asked or (list(KINDS) if has_server else ["sqlite"])
    os.environ[CHOSEN] = ",".join(chosen)
    if "postgresql" not in chosen or os.environ.get(SERVER):
        return None
    keeper = Keeper()
    os.environ[SERVER] = keeper.url
    return keeper


def kinds() -> list[str]:
    """The kinds of this run."""
    return os.environ[CHOSEN].split(",")


def summary() -> str:
    """For the last lines of a run."""
    if kinds() == ["sqlite"]:
        return (
            "Databases: SQLite alone; where PostgreSQL is installed the tests start a server and use it too."
        )
    return f"Databases: {' and '.join(NAMES[kind] for kind in kinds())}."


# A test


def current_kind() -> str:
    """The kind of the test that runs; SQLite outside tests."""
    kind = os.environ.get(CURRENT)
    if kind is None and "PYTEST_CURRENT_TEST" in os.environ:
        raise LookupError("this test opens a database without saying so: see tests/databases.py")
    return kind or "sqlite"


def database_url(folder: Path) -> str:
    """The database that belongs to a test's folder, made at this version's schema when first asked for."""
    return _url_in(folder, _copy_of_migrated)


def empty_database_url(folder: Path, kind: str | None = None) -> str:
    """The same before any migration; of the test's kind, or of another that there is."""
    return _url_in(folder, _empty, kind)


def second_folder(folder: Path) -> Path:
    """A folder for one more database of the same test."""
    second = folder / "second"
    second.mkdir()
    return second


@asynccontextmanager
async def locked(database: Database) -> AsyncIterator[None]:
    """While the block runs, nobody else writes to this database."""
    other = Database(address_of(database))
    async with other.transaction() as connection:
        if current_kind() == "postgresql":
            every = ", ".join(metadata.tables)
            await connection.execute(text(f"LOCK TABLE {every} IN EXCLUSIVE MODE"))
        yield
    await other.close()


def address_of(database: Database) -> str:
    """The whole address of a database, its password included."""
    return database.url.render_as_string(hide_password=False)


def guarded_url(database: Database, password: str) -> str:
    """The same PostgreSQL database as a user of whom the temporary server asks a password ("right")."""
    _in_thread(lambda: _execute(GUARDED_ROLE))
    return database.url.set(username=GUARDED, password=password).render_as_string(hide_password=False)


def forget(folder: Path) -> None:
    """Drop the PostgreSQL databases made for a test."""
    for marker in folder.rglob(".postgresql"):
        _drop(marker.read_text())
        marker.unlink()


def _drop(name: str) -> None:
    _in_thread(lambda: _execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


def _url_in(folder: Path, make: Callable[[str, Path], None], kind: str | None = None) -> str:
    kind = kind or current_kind()
    if kind == "sqlite":
        path = folder / "runcoach.sqlite3"
        if not path.exists():
            make(kind, path)
        return f"sqlite+aiosqlite:///{path}"
    marker = folder / ".postgresql"
    if not marker.exists():
        folder.mkdir(parents=True, exist_ok=True)
        make(kind, marker)
    return _server().set(database=marker.read_text()).render_as_string(hide_password=False)


def _empty(kind: str, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "postgresql":
        _create(place, "template1")


def _copy_of_migrated(kind: str, place: Path) -> None:
    if kind == "postgresql":
        _in_thread(_prepare_template)
        _create(place, TEMPLATE)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_migrated_file(), place)


# SQLite

_made: dict[str, Path] = {}


def _migrated_file() -> Path:
    """A SQLite file at this version's schema, made once a process."""
    if "file" not in _made:
        folder = Path(tempfile.mkdtemp(prefix="runcoach-sqlite-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = folder / "migrated.sqlite3"
        _in_thread(lambda: _upgrade(f"sqlite:///{path}"))
        _made["file"] = path
    return _made["file"]


# PostgreSQL


def _server() -> URL:
    url = make_url(os.environ[SERVER]).set(drivername="postgresql+asyncpg")
    folder = url.query.get("host")
    if (
        isinstance(folder, str)
        and not (Path(folder) / "ready").exists()
        and Path(folder).name.startswith("runcoach-pg-")
    ):
        wait_for_server(Path(folder))
    return url


def _create(marker: Path, template: str) -> None:
    name = f"runcoach_test_{hashlib.sha256(str(marker).encode()).hexdigest()[:20]}"
    _in_thread(lambda: _copy(template, name))
    marker.write_text(name)


async def _copy(template: str, name: str) -> None:
    connection = await _connect()
    try:
        # Copying the files takes a fifth of the time of writing them through the log.
        how = " STRATEGY FILE_COPY" if connection.get_server_version().major >= 15 else ""
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE {template}{how}')
    finally:
        await connection.close()


async def _connect() -> "asyncpg.Connection[asyncpg.Record]":
    return await asyncpg.connect(_server().set(drivername="postgresql").render_as_string(hide_password=False))


async def _execute(statement: str) -> None:
    connection = await _connect()
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _prepare_template() -> None:
    """A database at this version's schema to copy from, made once a server and version."""
    if "template" in _made:
        return
    connection = await _connect()
    try:
        await connection.execute(f"SELECT pg_advisory_lock({TEMPLATE_LOCK})")
        found = await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", TEMPLATE)
        if not found:
            await connection.execute(f"CREATE DATABASE {TEMPLATE}")
        await _upgrade(_server().set(database=TEMPLATE).render_as_string(hide_password=False))
    finally:
        await connection.close()
    _made["template"] = Path()


async def _upgrade(url: str) -> None:
    database = Database(url)
    await database.upgrade()
    await database.close()


def _in_thread(work: Callable[[], Awaitable[Value]]) -> Value:
    """Run something asynchronous from wherever we are: a test's own loop may be running here."""
    results: list[Value] = []
    errors: list[BaseException] = []

    async def run() -> None:
        results.append(await work())

    def in_own_loop() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:  # noqa: BLE001  # raised again where it was asked for
            errors.append(error)

    thread = threading.Thread(target=in_own_loop)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


# Which tests

DOORS = {"chatting", "running_bot", "settings_for", "settings_in", "database_url", "empty_database_url"}
"""A test module that imports one of these opens databases in the folders of its tests."""


def opens_a_database(names: Iterable[str], module: object) -> bool:
    """Whether a test with these fixtures opens a database."""
    fixtures = set(names)
    return "database" in fixtures or bool("tmp_path" in fixtures and DOORS & vars(module).keys())


def takes_turns(module_name: str) -> bool:
    """Whether the tests of a module share the kinds among them: conversations, many of them alike."""
    return ".test_conversation_" in module_name and not os.environ.get("RUNCOACH_LONG")


def in_turn(found: list[str], test_name: str) -> list[str]:
    """One of the kinds, always the same for a test."""
    return [found[zlib.crc32(test_name.encode()) % len(found)]] if found else []
