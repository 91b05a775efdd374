"""Giving a stored program new content in place: it and its sessions keep their ids, no button goes stale."""

from datetime import datetime

from sqlalchemy import update

from core.athlete import RunnerProfile
from core.program.exchange import ProgramData
from storage.database import Connection
from storage.programs import PROFILE, StoredProgram, session_columns
from storage.schema import program_weeks, programs, training_sessions


async def rewrite(
    connection: Connection,
    stored: StoredProgram,
    profile: RunnerProfile,
    program: ProgramData,
    *,
    now: datetime,
) -> None:
    """Replace what `stored` holds by `program`, which has as many weeks and entries."""
    header = program.model_dump(mode="json")
    dumped = header.pop("weeks")
    values = {
        "header": header,
        "profile": PROFILE.dump_python(profile, mode="json"),
        "source": program.source,
    }
    await connection.execute(update(programs).where(programs.c.id == stored.id).values(values))
    for held, week, raw in zip(stored.weeks, program.weeks, dumped, strict=True):
        sessions = raw.pop("sessions")
        if held.week.model_copy(update={"sessions": ()}) != week.model_copy(update={"sessions": ()}):
            await connection.execute(
                update(program_weeks)
                .where(
                    program_weeks.c.program_id == stored.id,
                    program_weeks.c.week_number == held.week.week_number,
                )
                .values(header=raw)
            )
        for item, session, data in zip(held.sessions, week.sessions, sessions, strict=True):
            if item.session != session:
                await connection.execute(
                    update(training_sessions)
                    .where(training_sessions.c.id == item.id)
                    .values(updated_at_utc=now, **session_columns(session, data))
                )
