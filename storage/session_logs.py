"""What runners told of their runs: one row for each planned session or extra run, newest word wins."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from core.run_reports import Outcome
from storage import programs
from storage.database import Connection
from storage.programs import SessionStatus
from storage.schema import session_logs
from storage.upserting import insert

NOTE_AT_MOST = 300
STATUS_OF: dict[Outcome, SessionStatus] = {
    "done": "done",
    "shortened": "done",
    "skipped": "skipped",
    "moved": "planned",  # it is still to be run, on another day
}


@dataclass(frozen=True, slots=True)
class RunLog:
    """What became of a session (`session_id`) or a run outside the plan (None); `rpe` from 1 to 10."""

    date: date
    outcome: Outcome
    kind: str
    session_id: int | None = None
    distance_km: float | None = None
    duration_min: float | None = None
    rpe: int | None = None
    note: str = ""
    id: int = 0


async def keep(connection: Connection, runner_id: int, log: RunLog, *, now: datetime) -> int | None:
    """Keep a log, in place of the session's earlier one; gives its id, None for a foreign session."""
    if log.session_id is not None:
        marked = await programs.mark_session(
            connection, runner_id, log.session_id, STATUS_OF[log.outcome], now=now
        )
        if not marked:
            return None
    values: dict[str, Any] = {
        "date": log.date,
        "outcome": log.outcome,
        "kind": log.kind,
        "distance_km": log.distance_km,
        "duration_min": log.duration_min,
        "rpe": log.rpe,
        "note": log.note[:NOTE_AT_MOST],
        "updated_at_utc": now,
    }
    statement = (
        insert(connection, session_logs)
        .values(runner_id=runner_id, session_id=log.session_id, created_at_utc=now, **values)
        .on_conflict_do_update(index_elements=["runner_id", "session_id"], set_=values)
        .returning(session_logs.c.id)
    )
    return int((await connection.execute(statement)).scalar_one())


async def rate(connection: Connection, runner_id: int, log_id: int, rpe: int, *, now: datetime) -> bool:
    """Note the effort (1 to 10) of a log; False for a foreign id."""
    table = session_logs
    statement = update(table).where(table.c.id == log_id, table.c.runner_id == runner_id)
    return bool((await connection.execute(statement.values(rpe=rpe, updated_at_utc=now))).rowcount)


async def drop(connection: Connection, runner_id: int, log_id: int, *, now: datetime) -> RunLog | None:
    """Forget a log and open its session again; gives what was forgotten, None for a foreign id."""
    log = await find(connection, runner_id, log_id)
    if log is None:
        return None
    table = session_logs
    await connection.execute(delete(table).where(table.c.id == log_id, table.c.runner_id == runner_id))
    if log.session_id is not None:
        await programs.mark_session(connection, runner_id, log.session_id, "planned", now=now)
    return log


async def find(connection: Connection, runner_id: int, log_id: int) -> RunLog | None:
    """One log of the runner's; None for a foreign id."""
    statement = _of(runner_id).where(session_logs.c.id == log_id)
    row = (await connection.execute(statement)).one_or_none()
    return _log(row) if row else None


async def of_session(connection: Connection, runner_id: int, session_id: int) -> RunLog | None:
    """What was told of a session, or None."""
    statement = _of(runner_id).where(session_logs.c.session_id == session_id)
    row = (await connection.execute(statement)).one_or_none()
    return _log(row) if row else None


async def since(connection: Connection, runner_id: int, first: date) -> tuple[RunLog, ...]:
    """Every log of the runner from a date on, in order."""
    statement = _of(runner_id).where(session_logs.c.date >= first)
    rows = await connection.execute(statement.order_by(session_logs.c.date, session_logs.c.id))
    return tuple(_log(row) for row in rows)


def _of(runner_id: int) -> Any:
    return select(session_logs).where(session_logs.c.runner_id == runner_id)


def _log(row: Row[Any]) -> RunLog:
    return RunLog(
        id=row.id,
        date=row.date,
        outcome=row.outcome,
        kind=row.kind,
        session_id=row.session_id,
        distance_km=row.distance_km,
        duration_min=row.duration_min,
        rpe=row.rpe,
        note=row.note,
    )
