"""What is added to the sessions of programs: what to write it from, where it is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from core.athlete import Language, RunnerProfile
from core.program.exchange import PaceRange, Session
from storage import programs as stored_programs
from storage.database import Connection
from storage.fingerprints import fingerprint
from storage.programs import PROFILE, EnrichmentStatus, StoredSession
from storage.schema import programs, training_sessions


@dataclass(frozen=True, slots=True)
class Subject:
    """A session to enrich, with what its program was made from."""

    stored: StoredSession
    profile: RunnerProfile
    language: Language
    paces: Mapping[str, PaceRange]


async def subject(connection: Connection, runner_id: int, session_id: int) -> Subject | None:
    """The session as it stands; None for a rest day, or when it is not in the runner's active program."""
    stored = await stored_programs.session(connection, runner_id, session_id)
    if stored is None or stored.session.rest_day:
        return None
    statement = select(programs).where(
        programs.c.id == stored.program_id, programs.c.runner_id == runner_id, programs.c.status == "active"
    )
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    paces = {zone: PaceRange.model_validate(raw) for zone, raw in (row.header.get("paces") or {}).items()}
    return Subject(stored, PROFILE.validate_python(row.profile), row.language, paces)


async def keep(
    connection: Connection,
    runner_id: int,
    session_id: int,
    written_for: Session,
    content: Mapping[str, Any],
    *,
    now: datetime,
) -> bool:
    """Add `content` to the session; False when it became another one than it was written for."""
    stored = await stored_programs.session(connection, runner_id, session_id)
    if stored is None or fingerprint(stored.session) != fingerprint(written_for):
        return False
    await _write(
        connection,
        [session_id],
        now,
        enrichment=dict(content),
        enrichment_of=fingerprint(written_for),
        enrichment_status="enriched",
    )
    return True


async def note_status(
    connection: Connection, session_ids: Iterable[int], status: EnrichmentStatus, *, now: datetime
) -> None:
    """How far the enrichment of these sessions is."""
    await _write(connection, list(session_ids), now, enrichment_status=status)


async def lacking(
    connection: Connection, runner_id: int, first: date, last: date | None = None
) -> list[StoredSession]:
    """The sessions of the runner's active program from `first` to `last` that lack it, soonest first.

    Without `last`, up to the program's end. Those that wait in the queue are among them.
    """
    table = training_sessions
    statement = (
        select(table)
        .join(programs, programs.c.id == table.c.program_id)
        .where(
            table.c.runner_id == runner_id,
            table.c.date >= first,
            table.c.status == "planned",
            table.c.rest_day.is_(False),
            programs.c.status == "active",
        )
        .order_by(table.c.date, table.c.position)
    )
    if last is not None:
        statement = statement.where(table.c.date <= last)
    rows = await connection.execute(statement)
    return [item for item in map(stored_programs.stored_session, rows) if item.enrichment is None]


async def _write(connection: Connection, session_ids: list[int], now: datetime, **values: Any) -> None:
    statement = update(training_sessions).where(training_sessions.c.id.in_(session_ids))
    await connection.execute(statement.values(updated_at_utc=now, **values))
