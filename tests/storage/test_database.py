"""The database itself: its schema, its settings, and what it does in trouble."""

import asyncio
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage import runners
from storage.database import Database, StorageTrouble, StorageUnavailable
from storage.runners import Seen
from storage.schema import metadata
from tests.databases import address_of, locked, only_on_sqlite

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA = Seen(chat_id=1, first_name="Léa", telegram_language="fr")


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_schema_is_the_sum_of_its_migrations(database: Database) -> None:
    async with database.transaction() as connection:
        assert await connection.run_sync(differences) == []


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    async with database.transaction() as connection:
        await runners.meet(connection, 1, LEA, now=NOW)
    await database.upgrade()
    async with database.reading() as connection:
        assert await runners.find(connection, 1) is not None


async def test_a_newer_database_is_refused_in_a_sentence(database: Database) -> None:
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageUnavailable, match="newer RunCoach"):
        await database.upgrade()


@pytest.mark.parametrize("url", ["not an address", "sqlite+aiosqlite:////proc/nowhere/x.sqlite3"])
async def test_an_unusable_address_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(StorageUnavailable) as refusal:
        await Database(url).upgrade()
    assert str(refusal.value).endswith(".")


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("these are notes" * 100)
    with pytest.raises(StorageUnavailable, match="file is not a database"):
        await Database(f"sqlite:///{tmp_path / 'notes.txt'}").upgrade()


@only_on_sqlite
async def test_sqlite_is_durable_and_private(database: Database) -> None:
    async with database.transaction() as connection:
        settings = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "trusted_schema")
        }
        await runners.meet(connection, 1, LEA, now=NOW)
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 10_000,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    folder = Path(str(database.url.database)).parent
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("runcoach.sqlite3*")}
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


async def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    async def fail_midway() -> None:
        async with database.transaction() as connection:
            await runners.meet(connection, 1, LEA, now=NOW)
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        await fail_midway()
    async with database.reading() as connection:
        assert await runners.find(connection, 1) is None


async def test_a_reader_takes_no_lock(database: Database) -> None:
    async with database.reading() as reading:
        await runners.find(reading, 1)
        async with asyncio.timeout(2), database.transaction() as connection:
            await runners.meet(connection, 1, LEA, now=NOW)


async def test_read_then_write_in_parallel_loses_nothing(database: Database) -> None:
    other = Database(address_of(database))
    async with database.transaction() as connection:
        await runners.meet(connection, 1, LEA, now=NOW)

    async def count_up(which: Database) -> None:
        for _ in range(25):
            async with which.transaction() as connection:
                await runners.hold(connection, 1)
                runner = await runners.find(connection, 1)
                assert runner is not None
                number = int(runner.time_zone or 0) + 1
                await runners.choose_time_zone(connection, 1, str(number), now=NOW)

    await asyncio.gather(*(count_up(which) for which in (database, other, database, other)))
    async with database.reading() as connection:
        runner = await runners.find(connection, 1)
    await other.close()
    assert runner is not None
    assert runner.time_zone == "100"


async def test_a_locked_database_is_trouble_by_name(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engines.LOCK_WAIT_MS", 50)
    impatient = Database(address_of(database))
    async with locked(database):
        with pytest.raises(StorageTrouble, match="lock"):
            async with impatient.transaction() as connection:
                await runners.meet(connection, 1, LEA, now=NOW)
    await impatient.close()


async def test_instants_are_utc_and_refuse_to_be_naive(database: Database) -> None:
    in_tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    async with database.transaction() as connection:
        runner = await runners.meet(connection, 1, LEA, now=in_tokyo)
    assert runner.created_at_utc == NOW
    assert runner.created_at_utc.tzinfo is UTC
    with pytest.raises(Exception, match="time zone"):
        async with database.transaction() as connection:
            await runners.meet(connection, 2, LEA, now=NOW.replace(tzinfo=None))
