"""A database in one file and back."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import backups, runners
from storage.backups import UnusableFile, back_up, restore
from storage.database import Database, StorageUnavailable
from storage.runners import Seen
from tests.databases import empty_database_url, only_on_sqlite
from tests.enrichment.harness import NOW
from tests.storage.filling import fill_every_table
from tests.storage.test_copying import Unplugged, content_of, silent


def names_in(folder: Path) -> list[str]:
    """The backup and whatever lies beside it."""
    return sorted(path.name for path in folder.glob("monday*"))


async def test_a_backup_holds_everything_and_comes_back(database: Database, tmp_path: Path) -> None:
    rows = await fill_every_table(database)
    file = tmp_path / "monday.sqlite3"
    counts = await back_up(database, file, silent)
    assert sum(counts.values()) == rows
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["monday.sqlite3"]
    target = Database(empty_database_url(tmp_path / "target"))
    sums = await restore(file, target, silent)
    assert sum(table.rows for table in sums.values()) == rows
    assert await content_of(target) == await content_of(database)
    assert names_in(tmp_path) == ["monday.sqlite3"]
    await target.close()


@only_on_sqlite
async def test_a_backup_is_of_one_moment(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes between two pages: the writer does not wait, the backup does not begin again."""
    monkeypatch.setattr(backups, "PAGES_AT_ONCE", 8)
    await fill_every_table(database)
    before = await content_of(database)
    heard: list[int] = []

    def write(_what: str, done: int, _of: int) -> None:
        heard.append(done)
        with closing(sqlite3.connect(str(database.url.database), timeout=0.1)) as writer, writer:
            writer.execute("UPDATE runners SET first_name = 'changed'")

    await back_up(database, tmp_path / "monday.sqlite3", write)
    assert heard == sorted(set(heard)), "it went on, and did not begin again"
    assert len(heard) > 3
    copy = Database(f"sqlite:///{tmp_path / 'monday.sqlite3'}")
    assert await content_of(copy) == before
    await copy.close()


async def test_a_backup_overwrites_nothing(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "monday.sqlite3"
    file.write_text("something dear")
    with pytest.raises(UnusableFile, match="exists already"):
        await back_up(database, file, silent)
    assert file.read_text() == "something dear"


@pytest.mark.parametrize("place", ["absent/monday.sqlite3", "/proc/monday.sqlite3"])
async def test_a_place_that_cannot_be_written_is_named(
    database: Database, tmp_path: Path, place: str
) -> None:
    with pytest.raises(UnusableFile, match=r"cannot be written: no such file or directory\."):
        await back_up(database, tmp_path / place, silent)


async def test_an_unfinished_backup_leaves_nothing(database: Database, tmp_path: Path) -> None:
    await fill_every_table(database)

    def pull_the_plug(_what: str, _done: int, _of: int) -> None:
        raise Unplugged

    with pytest.raises(Unplugged):
        await back_up(database, tmp_path / "monday.sqlite3", pull_the_plug)
    assert names_in(tmp_path) == []


@only_on_sqlite
async def test_a_damaged_database_is_not_backed_up(database: Database, tmp_path: Path) -> None:
    await fill_every_table(database)
    async with database.transaction() as connection:
        await connection.execute(text("PRAGMA writable_schema=ON"))
        await connection.execute(text("DELETE FROM sqlite_master WHERE name LIKE 'ix_outbox%'"))
    with pytest.raises(StorageUnavailable, match=r"damaged|malformed"):
        await back_up(database, tmp_path / "monday.sqlite3", silent)
    assert names_in(tmp_path) == []


async def test_only_an_empty_database_is_restored_into(database: Database, tmp_path: Path) -> None:
    await fill_every_table(database)
    await back_up(database, tmp_path / "monday.sqlite3", silent)
    before = await content_of(database)
    with pytest.raises(StorageUnavailable, match="not empty"):
        await restore(tmp_path / "monday.sqlite3", database, silent)
    assert await content_of(database) == before


async def test_an_older_backup_is_migrated_on_the_way(database: Database, tmp_path: Path) -> None:
    from alembic import command

    from storage.engines import build_engine
    from storage.migrating import _config

    file = tmp_path / "old.sqlite3"
    old = Database(f"sqlite:///{file}")
    engine = build_engine(old.url, writes=True, migrates=True)
    config = _config()
    async with engine.begin() as connection:

        def first_version(sync: object) -> None:
            config.attributes["connection"] = sync
            command.upgrade(config, "0001")

        await connection.run_sync(first_version)
    await engine.dispose()
    async with old.transaction() as connection:
        await runners.meet(connection, 1, Seen(1, "Léa", "fr"), now=NOW)
    await old.close()
    sums = await restore(file, database, silent)
    assert sums["runners"].rows == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read: no such file"),
        (b"these are notes" * 100, "is no backup: file is not a database"),
        (b"", "is no backup of RunCoach"),
    ],
)
async def test_other_files_are_refused(
    database: Database, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UnusableFile, match=sentence):
        await restore(file, database, silent)


async def test_a_backup_of_a_newer_program_is_refused(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "monday.sqlite3"
    await back_up(database, file, silent)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageUnavailable, match="newer RunCoach"):
        await restore(file, database, silent)
