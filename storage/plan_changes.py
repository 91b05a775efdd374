"""Changing days of a stored plan: exchanged, or replaced several at a time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import update

from core.program.exchange import Session
from storage import programs
from storage.database import Connection
from storage.programs import StoredSession, session_columns
from storage.schema import training_sessions

NOWHERE = -1


async def exchange_days(
    connection: Connection, runner_id: int, first_id: int, second_id: int, *, now: datetime
) -> bool:
    """Give two sessions of a week each other's day; False for foreign ids or another week."""
    one = await programs.session(connection, runner_id, first_id)
    other = await programs.session(connection, runner_id, second_id)
    if one is None or other is None or one.id == other.id:
        return False
    if (one.program_id, one.week_number) != (other.program_id, other.week_number):
        return False
    await _write(connection, one.id, {"position": NOWHERE}, now)  # two days never share a position
    await _write(connection, other.id, _on_day_of(other, one), now)
    await _write(connection, one.id, _on_day_of(one, other), now)
    return True


async def replace_sessions(
    connection: Connection, runner_id: int, sessions: Mapping[int, Session], *, now: datetime
) -> bool:
    """Put other sessions in place of those with these ids; False, and nothing done, for a foreign id."""
    for session_id in sessions:
        if await programs.session(connection, runner_id, session_id) is None:
            return False
    for session_id, changed in sessions.items():
        stored = await programs.session(connection, runner_id, session_id)
        if stored is not None and stored.original == changed:
            await programs.restore_session(connection, runner_id, session_id, now=now)
        else:
            await programs.change_session(connection, runner_id, session_id, changed, now=now)
    return True


async def _write(connection: Connection, session_id: int, values: dict[str, Any], now: datetime) -> None:
    statement = update(training_sessions).where(training_sessions.c.id == session_id)
    await connection.execute(statement.values(updated_at_utc=now, **values))


def _on_day_of(item: StoredSession, day: StoredSession) -> dict[str, Any]:
    """The columns of a session, and of its first version, on another day."""
    there = {"day": day.session.day, "date": day.session.date}
    moved = item.session.model_copy(update=there)
    original = item.original.model_copy(update=there) if item.original else None
    return {
        **session_columns(moved, moved.model_dump(mode="json")),
        "position": day.position,
        "original": original.model_dump(mode="json") if original else None,
    }
