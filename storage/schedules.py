"""When each runner is due for which message: one row for a runner and a kind, found by its instant."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Row, exists, select, update

from core.clock import LATE_UNTIL, Occurrence, Rhythm, next_occurrence, spread_of
from storage.database import Connection
from storage.schema import programs, schedules
from storage.schema import runners as runners_table
from storage.upserting import insert

ADOPTED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Schedule:
    """A runner's row of one kind; `next_at_utc` is None when it is switched off."""

    runner_id: int
    kind: str
    at_local: time
    weekday: int | None
    time_zone: str
    next_date: date
    next_at_utc: datetime | None
    last_date: date | None
    paused_until: date | None

    def rhythm(self, late_until: time = LATE_UNTIL) -> Rhythm:
        return Rhythm(self.at_local, self.time_zone, self.weekday, late_until, spread_of(self.runner_id))


async def begin(
    connection: Connection,
    runner_id: int,
    kind: str,
    at_local: time,
    time_zone: str,
    *,
    now: datetime,
    weekday: int | None = None,
) -> bool:
    """Ask a runner from the next occurrence on; False when a schedule of this kind is there already."""
    first = next_occurrence(Rhythm(at_local, time_zone, weekday, spread_s=spread_of(runner_id)), now)
    statement = insert(connection, schedules).values(
        runner_id=runner_id,
        kind=kind,
        at_local=at_local,
        weekday=weekday,
        time_zone=time_zone,
        next_date=first.date,
        next_at_utc=first.at_utc,
    )
    statement = statement.on_conflict_do_nothing(index_elements=["runner_id", "kind"])
    return bool((await connection.execute(statement)).rowcount)


async def find(connection: Connection, runner_id: int, kind: str) -> Schedule | None:
    """The runner's schedule of this kind, or None."""
    statement = select(schedules).where(schedules.c.runner_id == runner_id, schedules.c.kind == kind)
    row = (await connection.execute(statement)).one_or_none()
    return _schedule(row) if row else None


async def due(connection: Connection, kind: str, now: datetime, limit: int) -> list[Schedule]:
    """The schedules whose instant has come, the longest waiting first."""
    statement = (
        select(schedules)
        .where(schedules.c.kind == kind, schedules.c.next_at_utc <= now)
        .order_by(schedules.c.next_at_utc)
        .limit(limit)
    )
    return [_schedule(row) for row in await connection.execute(statement)]


async def advance(
    connection: Connection, schedule: Schedule, following: Occurrence, last_date: date | None
) -> bool:
    """Move to what follows; False when another process did it or the schedule changed meanwhile."""
    statement = update(schedules).where(
        schedules.c.runner_id == schedule.runner_id,
        schedules.c.kind == schedule.kind,
        schedules.c.next_at_utc == schedule.next_at_utc,
        schedules.c.next_date == schedule.next_date,
    )
    values = {"next_date": following.date, "next_at_utc": following.at_utc}
    if last_date is not None:
        values["last_date"] = last_date
    return bool((await connection.execute(statement.values(values))).rowcount)


async def choose_time(
    connection: Connection, runner_id: int, kind: str, at_local: time, *, now: datetime
) -> bool:
    """Ask at another local time from now on, on no date twice; False without such a schedule."""
    return await _reschedule(connection, runner_id, kind, now=now, at_local=at_local)


async def move(connection: Connection, runner_id: int, time_zone: str, *, now: datetime) -> None:
    """The runner lives elsewhere: every schedule follows; a date sent before the move is not sent again."""
    statement = select(schedules.c.kind).where(schedules.c.runner_id == runner_id)
    for kind in (await connection.execute(statement)).scalars().all():
        await _reschedule(connection, runner_id, kind, now=now, time_zone=time_zone)


async def pause(
    connection: Connection, runner_id: int, kind: str, paused_until: date | None, *, now: datetime
) -> bool:
    """Send nothing of this kind on dates up to `paused_until`; None ends a pause. False without one."""
    return await _reschedule(connection, runner_id, kind, now=now, paused_until=paused_until)


async def stop(connection: Connection, runner_id: int, kind: str) -> bool:
    """Send nothing of this kind until it is chosen again."""
    statement = update(schedules).where(schedules.c.runner_id == runner_id, schedules.c.kind == kind)
    return bool((await connection.execute(statement.values(next_at_utc=None))).rowcount)


async def without(connection: Connection, kind: str) -> list[int]:
    """Some runners with a plan and no schedule of this kind."""
    lacking = ~exists().where(schedules.c.runner_id == programs.c.runner_id, schedules.c.kind == kind)
    statement = (
        select(programs.c.runner_id)
        .join(runners_table, runners_table.c.id == programs.c.runner_id)
        .where(programs.c.status == "active", lacking)
        .limit(ADOPTED_AT_ONCE)
    )
    return [int(runner_id) for runner_id in (await connection.execute(statement)).scalars()]


async def _reschedule(
    connection: Connection, runner_id: int, kind: str, *, now: datetime, **changes: Any
) -> bool:
    known = await find(connection, runner_id, kind)
    if known is None:
        return False
    known = replace(known, **changes)
    following = next_occurrence(known.rhythm(), now, known.last_date, known.paused_until)
    off = known.next_at_utc is None and "at_local" not in changes
    values = {**changes, "next_date": following.date, "next_at_utc": None if off else following.at_utc}
    statement = update(schedules).where(schedules.c.runner_id == runner_id, schedules.c.kind == kind)
    await connection.execute(statement.values(values))
    return True


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(**row._mapping)
