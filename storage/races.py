"""Around a race: the course, what is packed, the weather told, and results."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import select

from core.race_week.course import RaceCourse
from storage.database import Connection
from storage.schema import race_notes, race_results
from storage.upserting import insert

COURSE: TypeAdapter[RaceCourse] = TypeAdapter(RaceCourse)
NAME_AT_MOST = 120
Outcome = Literal["finished", "stopped", "not-started"]


@dataclass(frozen=True, slots=True)
class RaceNotes:
    """What a runner keeps for the race ahead; `packed` are ids of the kit list."""

    course: RaceCourse | None = None
    packed: frozenset[str] = field(default=frozenset())
    temperature_c: float | None = None


@dataclass(frozen=True, slots=True)
class RaceResult:
    """How a race went; `time_s` only for one that was finished."""

    date: date
    name: str
    distance_m: float
    outcome: Outcome
    time_s: float | None = None


async def notes(connection: Connection, runner_id: int) -> RaceNotes:
    """The runner's notes, empty at first."""
    statement = select(race_notes).where(race_notes.c.runner_id == runner_id)
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return RaceNotes()
    course = None if row.course is None else COURSE.validate_python(row.course)
    return RaceNotes(course, frozenset(row.packed), row.temperature_c)


async def keep_course(connection: Connection, runner_id: int, course: RaceCourse, *, now: datetime) -> None:
    """Keep a course in place of an earlier one."""
    await _note(connection, runner_id, now, course=COURSE.dump_python(course, mode="json"))


async def pack(connection: Connection, runner_id: int, items: Collection[str], *, now: datetime) -> None:
    """What is packed, whole."""
    await _note(connection, runner_id, now, packed=sorted(items))


async def tell_weather(
    connection: Connection, runner_id: int, temperature_c: float | None, *, now: datetime
) -> None:
    """The air temperature announced for the race."""
    await _note(connection, runner_id, now, temperature_c=temperature_c)


async def begin_anew(connection: Connection, runner_id: int, *, now: datetime) -> None:
    """After a race: nothing packed, no weather; the course may be run again."""
    await _note(connection, runner_id, now, packed=[], temperature_c=None)


async def keep_result(connection: Connection, runner_id: int, result: RaceResult, *, now: datetime) -> None:
    """Keep how a race went, in place of what was told before of the same date."""
    values: dict[str, Any] = {
        "name": result.name[:NAME_AT_MOST],
        "distance_m": result.distance_m,
        "outcome": result.outcome,
        "time_s": result.time_s,
    }
    statement = insert(connection, race_results).values(
        runner_id=runner_id, date=result.date, created_at_utc=now, **values
    )
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id", "date"], set_=values)
    )


async def result_on(connection: Connection, runner_id: int, day: date) -> RaceResult | None:
    """What was told of the race of a date, or None."""
    table = race_results
    statement = select(table).where(table.c.runner_id == runner_id, table.c.date == day)
    row = (await connection.execute(statement)).one_or_none()
    return RaceResult(row.date, row.name, row.distance_m, row.outcome, row.time_s) if row else None


async def _note(connection: Connection, runner_id: int, now: datetime, **values: Any) -> None:
    first = {"packed": [], **values}
    statement = insert(connection, race_notes).values(runner_id=runner_id, updated_at_utc=now, **first)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id"], set_={**values, "updated_at_utc": now})
    )
