"""The schema that the migrations make is the one the tables describe: types, keys, indexes, conditions."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Inspector, inspect

from storage.database import Database
from storage.schema import metadata
from tests.databases import empty_database_url


async def test_migrations_make_what_the_tables_describe(database: Database, tmp_path: Path) -> None:
    described = Database(empty_database_url(tmp_path / "described"))
    async with described.transaction() as connection:
        await connection.run_sync(metadata.create_all)
        wanted = await connection.run_sync(described_schema)
    async with database.reading() as connection:
        migrated = await connection.run_sync(described_schema)
    await described.close()
    assert migrated.keys() - {"alembic_version"} == wanted.keys()
    for name, table in wanted.items():
        assert migrated[name] == table, name


async def test_every_foreign_key_is_followed_when_a_runner_is_erased(database: Database) -> None:
    """Found by an index, or erasing one runner reads whole tables."""
    async with database.reading() as connection:
        schema = await connection.run_sync(described_schema)
    for name, table in schema.items():
        begun = {next(iter(columns)) for columns in table["beginnings"] if columns}
        for key in table["foreign keys"]:
            if key["referred_table"] == "runners":
                assert key["constrained_columns"][0] in begun, f"{name}.{key['constrained_columns'][0]}"


def described_schema(connection: Connection) -> dict[str, Any]:
    """All that the database tells of its tables, in an order that does not matter."""
    inspector = inspect(connection)
    return {name: _described(inspector, name) for name in inspector.get_table_names()}


def _described(inspector: Inspector, name: str) -> dict[str, Any]:
    key, indexes = inspector.get_pk_constraint(name), inspector.get_indexes(name)
    uniques = inspector.get_unique_constraints(name)
    named = [*indexes, *uniques, *inspector.get_check_constraints(name)]
    return {
        "columns": {c["name"]: {**c, "type": repr(c["type"])} for c in inspector.get_columns(name)},
        "primary key": key,
        "foreign keys": sorted(inspector.get_foreign_keys(name), key=lambda item: str(item["name"])),
        "named": sorted(({**item, **_condition(item)} for item in named), key=lambda item: str(item["name"])),
        "beginnings": sorted(
            [key["constrained_columns"], *(item["column_names"] for item in (*indexes, *uniques))]
        ),
    }


def _condition(item: Any) -> dict[str, str]:
    """SQLite gives a partial index's condition as an expression; compared as its text."""
    return {
        "dialect_options": str(
            sorted((name, str(value)) for name, value in (item.get("dialect_options") or {}).items())
        )
    }
