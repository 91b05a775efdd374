"""Everything of one database into another: all of it and verified, or nothing."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text

from storage import outbox, runners
from storage.copying import copy_database, prepare_target
from storage.database import Database, StorageTrouble, StorageUnavailable
from storage.outbox import Lane
from storage.runners import Seen
from storage.schema import metadata
from storage.schema import outbox as outbox_table
from storage.schema import runners as runners_table
from tests.databases import empty_database_url, guarded_url, only_on_postgresql, only_on_sqlite
from tests.enrichment.harness import NOW
from tests.storage.filling import fill_every_table


class Unplugged(Exception):
    """The work is broken off."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


async def content_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


async def other_of(folder: Path, kind: str) -> Database:
    target = Database(empty_database_url(folder / "other", kind))
    await prepare_target(target)
    return target


@only_on_postgresql
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_every_value_of_every_table_arrives(database: Database, tmp_path: Path, kind: str) -> None:
    """From PostgreSQL to `kind`, and from there back into PostgreSQL."""
    rows = await fill_every_table(database)
    there = await other_of(tmp_path, kind)
    heard: list[tuple[int, int]] = []
    sums = await copy_database(database, there, lambda _what, done, of: heard.append((done, of)))
    assert sum(table.rows for table in sums.values()) == rows
    assert heard[-1] == (rows, rows)
    back = await other_of(tmp_path / "back", "postgresql")
    assert await copy_database(there, back, silent) == sums
    assert await content_of(database) == await content_of(there) == await content_of(back)
    for opened in (there, back):
        await opened.close()


@only_on_postgresql
async def test_new_rows_are_numbered_behind_the_copied_ones(database: Database, tmp_path: Path) -> None:
    async with database.transaction() as connection:
        await runners.meet(connection, 1, Seen(1, "Léa", "fr"), now=NOW)
    source = await other_of(tmp_path, "sqlite")
    await fill_every_table(source)
    await _empty(database)
    await copy_database(source, database, silent)
    async with database.transaction() as connection:
        highest = (await connection.execute(select(func.max(outbox_table.c.id)))).scalar_one()
        new = await outbox.append(
            connection, runner_id=100, chat_id=1, payload={}, lane=Lane.REPLY, on_doubt="hold", now=NOW
        )
    assert new == highest + 1
    await source.close()


async def _empty(database: Database) -> None:
    async with database.transaction() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(table.delete())


async def test_a_target_that_holds_anything_is_left_alone(database: Database, tmp_path: Path) -> None:
    await fill_every_table(database)
    target = Database(empty_database_url(tmp_path / "target"))
    await target.upgrade()
    async with target.transaction() as connection:
        await runners.meet(connection, 1, Seen(1, "Léa", "fr"), now=NOW)
    before = await content_of(target)
    for refused in (prepare_target(target), copy_database(database, target, silent)):
        with pytest.raises(StorageUnavailable, match=r"not empty \(it holds runners\)"):
            await refused
    assert await content_of(target) == before
    await target.close()


async def test_a_copy_that_is_broken_off_leaves_nothing_and_can_be_made_again(
    database: Database, tmp_path: Path
) -> None:
    rows = await fill_every_table(database)
    target = Database(empty_database_url(tmp_path / "target"))
    await prepare_target(target)

    def pull_the_plug(_what: str, done: int, of: int) -> None:
        if done > of / 2:
            raise Unplugged

    with pytest.raises(Unplugged):
        await copy_database(database, target, pull_the_plug)
    assert not any((await content_of(target)).values())
    sums = await copy_database(database, target, silent)
    assert sum(table.rows for table in sums.values()) == rows
    await target.close()


async def test_what_changes_while_copying_is_not_half_copied(database: Database, tmp_path: Path) -> None:
    """The copy is of the moment it began."""
    await fill_every_table(database)
    before = await content_of(database)
    target = Database(empty_database_url(tmp_path / "target"))
    await prepare_target(target)
    began = asyncio.Event()

    async def copying() -> None:
        await copy_database(database, target, lambda _what, _done, _of: began.set())

    copy = asyncio.create_task(copying())
    await began.wait()
    async with database.transaction() as connection:
        await connection.execute(runners_table.delete())
    await copy
    assert await content_of(target) == before
    assert not (await content_of(database))["runners"]
    await target.close()


@only_on_postgresql
async def test_a_value_that_does_not_arrive_as_it_was_keeps_nothing(
    database: Database, tmp_path: Path
) -> None:
    """Something in the target changes what is written: the checksums tell."""
    source = await other_of(tmp_path, "sqlite")
    await fill_every_table(source)
    async with database.transaction() as connection:
        await connection.execute(
            text(
                "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN NEW.first_name := upper(NEW.first_name); RETURN NEW; END $$"
            )
        )
        await connection.execute(
            text("CREATE TRIGGER shouting BEFORE INSERT ON runners FOR EACH ROW EXECUTE FUNCTION shout()")
        )
    with pytest.raises(StorageUnavailable, match="The table runners did not arrive as it was; nothing was"):
        await copy_database(source, database, silent)
    assert not any((await content_of(database)).values())
    await source.close()


@only_on_postgresql
async def test_what_the_target_cannot_hold_is_named(database: Database, tmp_path: Path) -> None:
    """SQLite keeps text longer than its column; PostgreSQL does not."""
    source = await other_of(tmp_path, "sqlite")
    async with source.transaction() as connection:
        row = {"id": 1, "chat_id": 1, "first_name": "é" * 500, "settings": {}}
        row |= {"created_at_utc": NOW, "updated_at_utc": NOW}
        await connection.execute(insert(runners_table), [row])
    with pytest.raises(StorageUnavailable, match="The table runners cannot be copied: value too long"):
        await copy_database(source, database, silent)
    await source.close()


async def test_versions_must_agree(database: Database, tmp_path: Path) -> None:
    target = Database(empty_database_url(tmp_path / "target"))
    await prepare_target(target)
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(StorageUnavailable, match=r"The source is at version 0001, this RunCoach at 0\d+"):
        await copy_database(database, target, silent)
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageUnavailable, match="newer RunCoach"):
        await copy_database(database, target, silent)
    with pytest.raises(StorageUnavailable, match="newer RunCoach"):
        await prepare_target(database)
    await target.close()


@only_on_sqlite
async def test_a_missing_file_is_not_made(tmp_path: Path, database: Database) -> None:
    missing = Database(f"sqlite:///{tmp_path / 'missing.sqlite3'}")
    with pytest.raises(StorageUnavailable, match="There is no database"):
        await copy_database(missing, database, silent)
    assert not (tmp_path / "missing.sqlite3").exists()


@only_on_postgresql
async def test_a_target_that_lets_nobody_in(database: Database) -> None:
    with pytest.raises(StorageTrouble, match="password authentication failed"):
        await prepare_target(Database(guarded_url(database, "wrong")))
