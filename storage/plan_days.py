"""The days of a stored plan that a change touches: as they are, as they become, and written back."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2s
from typing import Any

from sqlalchemy import Row, select, update

from core.program.exchange import Session
from core.week_changes import ChangedPlan, on_day_of
from storage.database import Connection
from storage.programs import session_columns
from storage.schema import training_sessions

Days = dict[str, dict[str, Any]]
"""Rows of sessions by id: their position, session, first version and status, as JSON."""


async def rows_of(connection: Connection, runner_id: int, program_id: int) -> list[Row[Any]]:
    """Every day of a program, in order."""
    table = training_sessions
    columns = (
        table.c.id,
        table.c.week_number,
        table.c.position,
        table.c.data,
        table.c.original,
        table.c.status,
    )
    statement = select(*columns).where(table.c.runner_id == runner_id, table.c.program_id == program_id)
    return list(await connection.execute(statement.order_by(table.c.week_number, table.c.position)))


def state_of(rows: Iterable[Row[Any]]) -> str:
    """The same as long as no day of the plan holds another session."""
    held = [[row.id, row.position, row.data] for row in rows]
    return blake2s(json.dumps(held, sort_keys=True).encode(), digest_size=16).hexdigest()


def days_changed(rows: Iterable[Row[Any]], plan: ChangedPlan) -> tuple[Days, Days]:
    """The rows a change touches, before and after it."""
    weeks: dict[int, list[Row[Any]]] = {}
    for row in rows:
        weeks.setdefault(row.week_number, []).append(row)
    order = {number: list(days) for number, days in weeks.items()}
    for each in plan.exchanges:
        days = order[each.week_number]
        days[each.first], days[each.second] = days[each.second], days[each.first]
    touched = {change.week_number for change in plan.changes}
    before: Days = {}
    after: Days = {}
    for week in plan.program.weeks:
        if week.week_number not in touched:
            continue
        for position, session in enumerate(week.sessions):
            row = order[week.week_number][position]
            becomes = _becomes(row, position, session, weeks[week.week_number][position])
            if becomes != _held(row):
                before[str(row.id)], after[str(row.id)] = _held(row), becomes
    return before, after


def _held(row: Row[Any]) -> dict[str, Any]:
    return {"position": row.position, "data": row.data, "original": row.original, "status": row.status}


def _becomes(row: Row[Any], position: int, session: Session, there: Row[Any]) -> dict[str, Any]:
    """A row on its new day, and with its new session; its first version is kept and moves along.

    A rest day that took the place of a session keeps that one: a calendar takes its event away.
    """
    moved = on_day_of(Session.model_validate(row.data), session).model_dump(mode="json")
    original = row.original and on_day_of(Session.model_validate(row.original), session).model_dump(
        mode="json"
    )
    data = session.model_dump(mode="json")
    if data == Session.model_validate(row.data).model_dump(mode="json"):
        data = row.data
    elif data == original:
        original = None
    elif original is None and data != moved:
        original = moved
    if session.rest_day and original is None and there.id != row.id:
        original = there.original or there.data
    return {"position": position, "data": data, "original": original, "status": row.status}


def stand(rows: Iterable[Row[Any]], days: Days) -> bool:
    """Whether every one of these days is held as told."""
    held = {str(row.id): _held(row) for row in rows}
    return all(held.get(key) == day for key, day in days.items())


async def write_days(connection: Connection, days: Days, now: datetime) -> None:
    """Put the days back or in place, all at once."""
    table = training_sessions
    for place, key in enumerate(days):  # two days never share a position
        aside = update(table).where(table.c.id == int(key)).values(position=-1 - place)
        await connection.execute(aside)
    for key, day in days.items():
        session = Session.model_validate(day["data"])
        values = {
            **session_columns(session, day["data"]),
            "position": day["position"],
            "original": day["original"],
        }
        await connection.execute(
            update(table).where(table.c.id == int(key)).values(updated_at_utc=now, **values)
        )
