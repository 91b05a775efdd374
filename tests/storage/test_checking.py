"""Whether a database is well: every kind of damage has its line."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.checking import check
from storage.database import Database, StorageTrouble, StorageUnavailable
from tests.databases import guarded_url, only_on_postgresql, only_on_sqlite
from tests.storage.filling import fill_every_table


async def problems_of(database: Database) -> list[str]:
    return [problem for finding in await check(database) for problem in finding.problems]


async def execute(database: Database, *statements: str) -> None:
    async with database.transaction() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def test_a_sound_database_is_well(database: Database) -> None:
    """Filled with given ids, PostgreSQL's counters stand behind; a row numbered by it puts that right."""
    assert await problems_of(database) == []


@pytest.mark.parametrize(
    ("version", "problem"),
    [("0001", "run `runcoach db upgrade`"), ("9999", "a newer RunCoach")],
)
async def test_another_version_is_told(database: Database, version: str, problem: str) -> None:
    async with database.transaction() as connection:
        statement = text("UPDATE alembic_version SET version_num = :version")
        await connection.execute(statement, {"version": version})
    (told,) = await problems_of(database)
    assert problem in told


async def test_a_schema_that_was_changed_by_hand_is_told(database: Database) -> None:
    await execute(database, "DROP INDEX uq_programs_active", "CREATE TABLE notes (id integer primary key)")
    told = " ".join(await problems_of(database))
    assert "add_index uq_programs_active" in told
    assert "remove_table notes" in told


@only_on_sqlite
async def test_rights_of_others_are_told(database: Database) -> None:
    os.chmod(str(database.url.database), 0o644)  # noqa: PTH101  # the linter's other rule forbids Path here
    told = await problems_of(database)
    assert told
    assert all(problem.startswith("Others may read") for problem in told)


@only_on_sqlite
async def test_rows_without_their_runner_are_told(database: Database) -> None:
    await fill_every_table(database)
    with closing(sqlite3.connect(str(database.url.database))) as connection, connection:
        connection.execute("DELETE FROM runners WHERE id = 100")
    assert "Rows of checkins point to rows that are missing." in await problems_of(database)


@only_on_sqlite
async def test_damage_is_told(database: Database) -> None:
    await fill_every_table(database)
    path = Path(str(database.url.database))
    await database.close()
    scribble_on(path)
    damaged = Database(str(database.url))
    found = await problems_of(damaged)
    await damaged.close()
    assert any(problem.startswith("It is damaged: ") for problem in found)


def scribble_on(path: Path) -> None:
    """Overwrite the end of an index, as a bad disk might."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_training_sessions_runner_id_date'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek(page * size - 40)
        file.write(b"scribbled")


@only_on_postgresql
async def test_numbers_that_are_taken_are_told(database: Database) -> None:
    await fill_every_table(database)
    assert "New rows of outbox would get ids that are taken." in await problems_of(database)


@only_on_postgresql
async def test_constraints_nobody_checked_are_told(database: Database) -> None:
    await execute(
        database,
        "ALTER TABLE outbox ADD CONSTRAINT never_looked CHECK (attempts >= 0) NOT VALID",
    )
    assert "never_looked is not valid." in await problems_of(database)


@only_on_postgresql
async def test_indexes_are_compared_with_their_tables_where_the_server_can(database: Database) -> None:
    async with database.reading() as connection:
        known = await connection.execute(text("SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'"))
        if known.first() is None:
            pytest.skip("this server has no amcheck")
    await execute(database, "CREATE EXTENSION amcheck")
    assert await problems_of(database) == []


@only_on_sqlite
async def test_a_missing_file_stays_missing(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="There is no database"):
        await check(Database(f"sqlite:///{tmp_path / 'missing.sqlite3'}"))
    assert not (tmp_path / "missing.sqlite3").exists()


@only_on_postgresql
async def test_a_server_that_lets_nobody_in(database: Database) -> None:
    with pytest.raises(StorageTrouble, match="password authentication failed"):
        await check(Database(guarded_url(database, "wrong")))
    let_in = Database(guarded_url(database, "right"))
    assert await check(let_in) == await check(database)
    await let_in.close()
