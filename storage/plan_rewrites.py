"""Giving a stored program new content in place: it and its sessions keep their ids, no button goes stale."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from core.athlete import RunnerProfile
from core.program.exchange import ProgramData
from storage.database import Connection
from storage.programs import PROFILE, StoredProgram, session_columns
from storage.schema import program_weeks, programs, training_sessions


async def last_change(connection: Connection, runner_id: int, program_id: int) -> datetime | None:
    """When a session of this program last changed; None when it is not the runner's program any more."""
    statement = (
        select(func.max(training_sessions.c.updated_at_utc))
        .join(programs, programs.c.id == training_sessions.c.program_id)
        .where(programs.c.id == program_id, programs.c.runner_id == runner_id, programs.c.status == "active")
    )
    found: datetime | None = (await connection.execute(statement)).scalar_one_or_none()
    return found


async def rewrite(
    connection: Connection,
    stored: StoredProgram,
    profile: RunnerProfile,
    program: ProgramData,
    *,
    now: datetime,
) -> None:
    """Replace what `stored` holds by `program`, which has as many weeks and entries; in three statements."""
    header = program.model_dump(mode="json")
    dumped = header.pop("weeks")
    values = {
        "header": header,
        "profile": PROFILE.dump_python(profile, mode="json"),
        "source": program.source,
    }
    week_rows: list[dict[str, Any]] = []
    session_rows: list[dict[str, Any]] = []
    for held, week, raw in zip(stored.weeks, program.weeks, dumped, strict=True):
        sessions = raw.pop("sessions")
        week_rows.append({"number": held.week.week_number, "header": raw})
        for item, session, data in zip(held.sessions, week.sessions, sessions, strict=True):
            if item.session != session:
                session_rows.append({"session": item.id, **session_columns(session, data)})
    await connection.execute(update(programs).where(programs.c.id == stored.id).values(values))
    of_week = (program_weeks.c.program_id == stored.id) & (program_weeks.c.week_number == bindparam("number"))
    await connection.execute(update(program_weeks).where(of_week), week_rows)
    if session_rows:
        own = training_sessions.c.id == bindparam("session")
        await connection.execute(
            update(training_sessions).where(own).values(updated_at_utc=now), session_rows
        )
