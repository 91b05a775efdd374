"""A row or two in every table, with values that databases like to change."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    String,
    Table,
    Text,
    Time,
    TypeDecorator,
)

from storage.database import Database
from storage.schema import metadata

ROWS = 3
VALUES: tuple[tuple[type[Any], tuple[Any, ...]], ...] = (
    (
        JSON,
        (
            {"é": [5.0, 0.1, None, True, {"deep": "🏃🏽‍♀️"}]},
            {},
            {"big": 10**15, "tiny": 1e-9, "text": "a\\u0041\n"},
        ),
    ),
    (Boolean, (True, False, True)),
    (BigInteger, (7_000_000_001, 1, 2**52)),
    (Integer, (1, 2, 3)),
    (Float, (0.1, 5.0, 1 / 3)),
    (DateTime, tuple(datetime(2026, 11, 20, 7, 30, 15, 123456 * n, tzinfo=UTC) for n in (0, 1, 2))),
    (Date, (date(2026, 2, 28), date(2024, 2, 29), date(2027, 1, 1))),
    (Time, (time(7, 0), time(23, 59, 59, 999999), time(0, 0))),
    (String, ("é 🏃", "b'\"\\", "C ")),
    (Text, ('{"text": "\\ud83c\\udfc3 \\u0000"}', "line\nline", "")),
)


async def fill_every_table(database: Database) -> int:
    """Give every table rows that point to each other; gives how many rows there are."""
    async with database.transaction() as connection:
        for table in metadata.sorted_tables:
            await connection.execute(table.insert(), [row_of(table, number) for number in range(ROWS)])
    return ROWS * len(metadata.sorted_tables)


def row_of(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(column, number) for column in table.columns}


def _value(column: Column[Any], number: int) -> Any:
    for key in column.foreign_keys:
        return _value(key.column, number)
    if column.nullable and number == ROWS - 1:
        return None
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if column.primary_key and isinstance(kind, Integer):
        return 100 + number
    values = next(values for known, values in VALUES if isinstance(kind, known))
    value = values[number]
    if isinstance(kind, String) and kind.length:
        return f"{number}{value}"[: kind.length]
    return value
