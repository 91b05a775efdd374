"""Everything kept about a runner can be handed over, and nothing of it survives erasing."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import JSON, Column, Date, DateTime, Time, insert, select

from storage import personal, runners
from storage.database import Connection, Database
from storage.personal import NOT_PERSONAL, RUNNER_COLUMNS
from storage.schema import metadata
from storage.tables.columns import UtcDateTime

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LEA, TOM = 501, 502
# What was spent outlives a runner, without a name.
NAMELESS_AFTERWARDS = frozenset({"claude_calls"})


def test_every_table_says_whether_it_is_about_a_runner() -> None:
    tables = {table.name for table in metadata.sorted_tables}
    assert RUNNER_COLUMNS.keys() | NOT_PERSONAL == tables
    assert not RUNNER_COLUMNS.keys() & NOT_PERSONAL
    for table in metadata.sorted_tables:
        if table.name in NOT_PERSONAL:
            assert not {"runner_id", "user_id", "chat_id"} & set(table.columns.keys())


async def test_the_export_holds_every_row_of_the_runner_and_none_of_others(database: Database) -> None:
    async with database.transaction() as connection:
        for runner_id in (LEA, TOM):
            await fill_every_table(connection, runner_id)
    async with database.reading() as connection:
        kept = await personal.everything(connection, LEA)
        assert await personal.everything(connection, 999) is None
    assert kept is not None
    assert {name for name, rows in kept.items() if len(rows) == 1} == set(RUNNER_COLUMNS)
    text = json.dumps(kept)
    assert str(LEA) in text
    assert str(TOM) not in text
    assert "lease_owner" not in text


async def test_erasing_reaches_every_table_and_spares_the_others(database: Database) -> None:
    async with database.transaction() as connection:
        for runner_id in (LEA, TOM):
            await fill_every_table(connection, runner_id)
        assert await runners.erase(connection, LEA, unread_too=True)
        assert not await runners.erase(connection, LEA)
    async with database.reading() as connection:
        for table in metadata.sorted_tables:
            if table.name in NOT_PERSONAL:
                continue
            owners = set((await connection.execute(select(table.c[RUNNER_COLUMNS[table.name]]))).scalars())
            nameless = {None} if table.name in NAMELESS_AFTERWARDS else set()
            assert owners == {TOM} | nameless, table.name


async def test_erasing_in_the_chat_leaves_what_waits_in_the_inbox(database: Database) -> None:
    async with database.transaction() as connection:
        await fill_every_table(connection, LEA, {"inbox": {"status": "pending"}})
        await runners.erase(connection, LEA)
        waiting = (await connection.execute(select(metadata.tables["inbox"].c.user_id))).scalars().all()
    assert list(waiting) == [LEA]


async def fill_every_table(
    connection: Connection, runner_id: int, chosen: Mapping[str, Mapping[str, Any]] | None = None
) -> None:
    """One row about the runner in each table, with a value in every column."""
    for table in metadata.sorted_tables:
        if table.name in RUNNER_COLUMNS:
            row = {column.name: _sample(column, runner_id) for column in table.columns}
            row |= {RUNNER_COLUMNS[table.name]: runner_id, **(chosen or {}).get(table.name, {})}
            await connection.execute(insert(table).values(row))


def _sample(column: Column[Any], runner_id: int) -> Any:
    """A value of the column's type; numbers and texts are the runner's own, so that rows never collide."""
    if isinstance(column.type, (UtcDateTime, DateTime)):
        return NOW
    if isinstance(column.type, Date):
        return date(2026, 11, 20)
    if isinstance(column.type, Time):
        return time(7, 0)
    if isinstance(column.type, JSON):
        return {"of": runner_id}
    if column.type.python_type is str:
        return f"t{runner_id}"[: _room(column)]
    return column.type.python_type(runner_id)


def _room(column: Column[Any]) -> int:
    return getattr(column.type, "length", None) or 64
