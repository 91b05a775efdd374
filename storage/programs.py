"""Programs of runners: saved whole, read whole, by the week or by the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Row, Select, func, insert, select, update

from core.athlete import Language, RunnerProfile
from core.program.exchange import ProgramData, Session, Week
from storage.database import Connection
from storage.fingerprints import fingerprint
from storage.schema import program_weeks, programs, training_sessions

SessionStatus = Literal["planned", "done", "skipped", "moved"]
EnrichmentStatus = Literal["fast", "enriching", "enriched", "failed"]
PROFILE: TypeAdapter[RunnerProfile] = TypeAdapter(RunnerProfile)


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A day of a stored program; `original` is the session before its first change, if it was changed.

    `enrichment` is what was added to it, in the shape of `core.enrichment`; None for a session that became
    another one after it was enriched.
    """

    id: int
    program_id: int
    week_number: int
    position: int
    status: SessionStatus
    enrichment_status: EnrichmentStatus
    session: Session
    original: Session | None
    enrichment: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class StoredWeek:
    """A week with its sessions in order; `week` holds the same sessions as values."""

    week: Week
    sessions: tuple[StoredSession, ...]


@dataclass(frozen=True, slots=True)
class StoredProgram:
    """A program with the request it answers; `program` is equal to what was saved, changes included."""

    id: int
    runner_id: int
    profile: RunnerProfile
    language: Language
    created_at_utc: datetime
    program: ProgramData
    weeks: tuple[StoredWeek, ...]


async def save_active(
    connection: Connection, runner_id: int, profile: RunnerProfile, program: ProgramData, *, now: datetime
) -> int:
    """Save the runner's program and archive the earlier one; gives the program's id."""
    await archive_active(connection, runner_id, now=now)
    header = program.model_dump(mode="json")
    weeks = header.pop("weeks")
    row = {
        "runner_id": runner_id,
        "status": "active",
        "profile": PROFILE.dump_python(profile, mode="json"),
        "header": header,
        "source": program.source,
        "language": program.language,
        "created_at_utc": now,
    }
    inserted = await connection.execute(insert(programs).values(row).returning(programs.c.id))
    program_id = int(inserted.scalar_one())
    owner = {"runner_id": runner_id, "program_id": program_id}
    await _insert_weeks(connection, owner, program.weeks, weeks, now)
    return program_id


async def archive_active(connection: Connection, runner_id: int, *, now: datetime) -> bool:
    """Archive the runner's program; False when there was none."""
    statement = (
        update(programs)
        .where(programs.c.runner_id == runner_id, programs.c.status == "active")
        .values(status="archived", archived_at_utc=now)
    )
    return bool((await connection.execute(statement)).rowcount)


async def active(connection: Connection, runner_id: int) -> StoredProgram | None:
    """The runner's program with every week, or None."""
    statement = select(programs).where(programs.c.runner_id == runner_id, programs.c.status == "active")
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    headers = await connection.execute(
        select(program_weeks.c.header)
        .where(program_weeks.c.program_id == row.id, program_weeks.c.runner_id == runner_id)
        .order_by(program_weeks.c.week_number)
    )
    sessions = await _sessions(connection, _of(runner_id).where(training_sessions.c.program_id == row.id))
    weeks = tuple(_week(header, sessions) for header in headers.scalars())
    return _program(row, weeks)


async def active_week_numbers(connection: Connection, runner_id: int) -> tuple[int, ...]:
    """The week numbers of the runner's program, in order; empty without a program."""
    statement = (
        _active_weeks(runner_id)
        .with_only_columns(program_weeks.c.week_number)
        .order_by(program_weeks.c.week_number)
    )
    return tuple((await connection.execute(statement)).scalars())


async def week(connection: Connection, runner_id: int, week_number: int) -> StoredWeek | None:
    """A week of the runner's program, or None."""
    statement = _active_weeks(runner_id).where(program_weeks.c.week_number == week_number)
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    of_week = _of(runner_id).where(
        training_sessions.c.program_id == row.program_id, training_sessions.c.week_number == week_number
    )
    return _week(row.header, await _sessions(connection, of_week))


async def week_number_on(connection: Connection, runner_id: int, day: date) -> int | None:
    """The number of the week that holds this date; None before, after or without a program."""
    statement = _of_active(runner_id).where(training_sessions.c.date == day)
    found = await connection.execute(statement.with_only_columns(training_sessions.c.week_number).limit(1))
    number = found.scalar_one_or_none()
    return None if number is None else int(number)


async def on_date(connection: Connection, runner_id: int, day: date) -> tuple[StoredSession, ...]:
    """The sessions of the runner's program on a date, rest days included."""
    return await _sessions(connection, _of_active(runner_id).where(training_sessions.c.date == day))


async def session(connection: Connection, runner_id: int, session_id: int) -> StoredSession | None:
    """One session of the runner's, whichever program it belongs to; None for a foreign id."""
    found = await _sessions(connection, _of(runner_id).where(training_sessions.c.id == session_id))
    return found[0] if found else None


async def change_session(
    connection: Connection, runner_id: int, session_id: int, changed: Session, *, now: datetime
) -> bool:
    """Replace a session and keep the first version for undo; False for a foreign id."""
    table = training_sessions
    values = session_columns(changed, changed.model_dump(mode="json"))
    statement = (
        update(table)
        .where(table.c.id == session_id, table.c.runner_id == runner_id)
        .values(original=func.coalesce(table.c.original, table.c.data), updated_at_utc=now, **values)
    )
    return bool((await connection.execute(statement)).rowcount)


async def restore_session(connection: Connection, runner_id: int, session_id: int, *, now: datetime) -> bool:
    """Give a changed session its original back; False when it was not changed."""
    stored = await session(connection, runner_id, session_id)
    if stored is None or stored.original is None:
        return False
    values = session_columns(stored.original, stored.original.model_dump(mode="json"))
    statement = update(training_sessions).where(
        training_sessions.c.id == session_id, training_sessions.c.runner_id == runner_id
    )
    await connection.execute(statement.values(original=None, updated_at_utc=now, **values))
    return True


async def mark_session(
    connection: Connection, runner_id: int, session_id: int, status: SessionStatus, *, now: datetime
) -> bool:
    """Note what became of a session; False for a foreign id."""
    statement = (
        update(training_sessions)
        .where(training_sessions.c.id == session_id, training_sessions.c.runner_id == runner_id)
        .values(status=status, updated_at_utc=now)
    )
    return bool((await connection.execute(statement)).rowcount)


async def _insert_weeks(
    connection: Connection,
    owner: Mapping[str, int],
    weeks: Iterable[Week],
    dumped: list[dict[str, Any]],
    now: datetime,
) -> None:
    week_rows: list[dict[str, Any]] = []
    session_rows: list[dict[str, Any]] = []
    for value, header in zip(weeks, dumped, strict=True):
        sessions = header.pop("sessions")
        number = {"week_number": value.week_number}
        week_rows.append({**owner, **number, "header": header})
        for position, (item, data) in enumerate(zip(value.sessions, sessions, strict=True)):
            fixed = {"status": "planned", "enrichment_status": "fast", "updated_at_utc": now}
            session_rows.append(
                {**owner, **number, **fixed, "position": position, **session_columns(item, data)}
            )
    if week_rows:
        await connection.execute(insert(program_weeks), week_rows)
    if session_rows:
        await connection.execute(insert(training_sessions), session_rows)


def session_columns(value: Session, data: dict[str, Any]) -> dict[str, Any]:
    """What a row holds of a session beside its status; `data` is the session as JSON."""
    return {
        "date": value.date,
        "kind": value.kind,
        "rest_day": value.rest_day,
        "distance_km": value.distance_km,
        "duration_min": value.duration_min,
        "data": data,
    }


def _of(runner_id: int) -> Select[Any]:
    return select(training_sessions).where(training_sessions.c.runner_id == runner_id)


def _of_active(runner_id: int) -> Select[Any]:
    return (
        _of(runner_id)
        .join(programs, programs.c.id == training_sessions.c.program_id)
        .where(programs.c.status == "active")
    )


def _active_weeks(runner_id: int) -> Select[Any]:
    return (
        select(program_weeks)
        .join(programs, programs.c.id == program_weeks.c.program_id)
        .where(programs.c.runner_id == runner_id, programs.c.status == "active")
    )


async def _sessions(connection: Connection, statement: Select[Any]) -> tuple[StoredSession, ...]:
    ordered = statement.order_by(training_sessions.c.week_number, training_sessions.c.position)
    return tuple(stored_session(row) for row in await connection.execute(ordered))


def stored_session(row: Row[Any]) -> StoredSession:
    """A row of `training_sessions` as a value."""
    value = Session.model_validate(row.data)
    fits = row.enrichment_of is not None and row.enrichment_of == fingerprint(value)
    is_stale = row.enrichment_status == "enriched" and not fits
    return StoredSession(
        id=row.id,
        program_id=row.program_id,
        week_number=row.week_number,
        position=row.position,
        status=row.status,
        enrichment_status="fast" if is_stale else row.enrichment_status,
        session=value,
        original=None if row.original is None else Session.model_validate(row.original),
        enrichment=row.enrichment if fits else None,
    )


def _week(header: dict[str, Any], sessions: Iterable[StoredSession]) -> StoredWeek:
    own = tuple(item for item in sessions if item.week_number == header["week_number"])
    value = Week.model_validate({**header, "sessions": tuple(item.session for item in own)})
    changed = any(item.original is not None for item in own)
    return StoredWeek(week=_totalled(value) if changed else value, sessions=own)


def _totalled(value: Week) -> Week:
    """A week whose sessions changed: the sum they have now, without the note on the sum they had."""
    km = round(sum(session.distance_km or 0.0 for session in value.sessions), 1)
    if km == round(value.total_volume_km, 1):
        return value
    return value.model_copy(update={"total_volume_km": km, "notes": ""})


def _program(row: Row[Any], weeks: tuple[StoredWeek, ...]) -> StoredProgram:
    program = ProgramData.model_validate({**row.header, "weeks": tuple(item.week for item in weeks)})
    return StoredProgram(
        id=row.id,
        runner_id=row.runner_id,
        profile=PROFILE.validate_python(row.profile),
        language=row.language,
        created_at_utc=row.created_at_utc,
        program=program,
        weeks=weeks,
    )
