"""Everything kept about one runner, as JSON values: what `/export` hands over.

Every table belongs to one of the classes below; a test fails for a new table that has none.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Table, func, select

from storage.database import Connection
from storage.schema import metadata, runners, training_sessions

RUNNER_COLUMNS: Mapping[str, str] = {
    "activities": "runner_id",
    "calendars": "runner_id",
    "chat_claims": "chat_id",  # a private chat bears its runner's id; gone seconds after the last message
    "checkins": "runner_id",
    "claude_batches": "runner_id",
    "claude_calls": "runner_id",
    "coach_sessions": "runner_id",
    "day_changes": "runner_id",
    "dialogues": "runner_id",
    "enrichment_ratings": "runner_id",
    "gates": "runner_id",
    "inbox": "user_id",
    "message_anchors": "runner_id",
    "outbox": "runner_id",
    "pains": "runner_id",
    "plan_changes": "runner_id",
    "plan_requests": "runner_id",
    "program_weeks": "runner_id",
    "programs": "runner_id",
    "race_notes": "runner_id",
    "race_results": "runner_id",
    "runners": "id",
    "schedules": "runner_id",
    "session_logs": "runner_id",
    "training_enrichment_queue": "runner_id",
    "training_sessions": "runner_id",
}
"""Tables that are exported, and the column that holds the runner's id."""
NOT_PERSONAL: frozenset[str] = frozenset({"leaders", "paces", "processes", "telegram_files"})
"""Tables that hold nothing about a runner."""
# Who works on a row, and by which passing number: nothing about the runner.
INTERNAL_COLUMNS = frozenset({"lease_token", "lease_owner", "lease_until_utc"})


async def everything(connection: Connection, runner_id: int) -> dict[str, list[dict[str, Any]]] | None:
    """Every row about the runner by table, as JSON values; None for someone unknown."""
    known = await connection.execute(select(runners.c.id).where(runners.c.id == runner_id))
    if known.one_or_none() is None:
        return None
    return {
        table.name: await _rows(connection, table, runner_id)
        for table in metadata.sorted_tables
        if table.name in RUNNER_COLUMNS
    }


async def plan_changed_at(connection: Connection, runner_id: int, program_id: int) -> datetime | None:
    """When a session of the program was last written; None for a foreign program or an empty one."""
    table = training_sessions
    newest = select(func.max(table.c.updated_at_utc)).where(
        table.c.runner_id == runner_id, table.c.program_id == program_id
    )
    changed: datetime | None = (await connection.execute(newest)).scalar_one()
    return changed


async def _rows(connection: Connection, table: Table, runner_id: int) -> list[dict[str, Any]]:
    shown = [column for column in table.columns if column.name not in INTERNAL_COLUMNS]
    statement = select(*shown).where(table.c[RUNNER_COLUMNS[table.name]] == runner_id)
    rows = await connection.execute(statement.order_by(*table.primary_key.columns))
    return [{name: _as_json(value) for name, value in row._mapping.items()} for row in rows]


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (datetime, date, time)) else value
