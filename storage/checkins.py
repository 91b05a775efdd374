"""What runners answered in the morning, one answer for a local date, and what became of the day's session."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, select, update

from core.days import Choice
from core.program.exchange import Session
from storage.database import Connection
from storage.schema import checkins, day_changes
from storage.upserting import insert


@dataclass(frozen=True, slots=True)
class CheckIn:
    """An answer: `feeling` is 1 fit, 2 tired, 3 very tired; `undone` ones count for nothing."""

    date: date
    feeling: int
    choice: Choice
    undone: bool
    answered_at_utc: datetime


@dataclass(frozen=True, slots=True)
class DayChange:
    """A session as it was before the check-in and the gates of its day, and as they left it."""

    session_id: int
    date: date
    before: Session
    after: Session


@dataclass(frozen=True, slots=True)
class DatedChange(DayChange):
    """The same with the instant it was made."""

    changed_at_utc: datetime


async def keep(
    connection: Connection,
    runner_id: int,
    day: date,
    feeling: int,
    *,
    now: datetime,
    choice: Choice = "proposed",
) -> None:
    """Keep the answer for a date, in place of an earlier one."""
    values = {"feeling": feeling, "choice": choice, "undone": False, "answered_at_utc": now}
    statement = insert(connection, checkins).values(runner_id=runner_id, date=day, **values)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id", "date"], set_=values)
    )


async def choose(connection: Connection, runner_id: int, day: date, choice: Choice) -> bool:
    """Keep what the runner makes of the proposal; False without an answer for this date."""
    statement = update(checkins).where(
        checkins.c.runner_id == runner_id, checkins.c.date == day, checkins.c.undone.is_(False)
    )
    return bool((await connection.execute(statement.values(choice=choice))).rowcount)


async def undo(connection: Connection, runner_id: int, day: date) -> bool:
    """Take an answer back; False without one for this date."""
    statement = update(checkins).where(
        checkins.c.runner_id == runner_id, checkins.c.date == day, checkins.c.undone.is_(False)
    )
    return bool((await connection.execute(statement.values(undone=True))).rowcount)


async def on_date(connection: Connection, runner_id: int, day: date) -> CheckIn | None:
    """The answer for a date, or None when there is none or it was taken back."""
    statement = select(checkins).where(
        checkins.c.runner_id == runner_id, checkins.c.date == day, checkins.c.undone.is_(False)
    )
    row = (await connection.execute(statement)).one_or_none()
    return _checkin(row) if row else None


async def since(connection: Connection, runner_id: int, first: date) -> tuple[CheckIn, ...]:
    """The answers from a date on, oldest first, those taken back left out."""
    statement = (
        select(checkins)
        .where(checkins.c.runner_id == runner_id, checkins.c.date >= first, checkins.c.undone.is_(False))
        .order_by(checkins.c.date)
    )
    return tuple(_checkin(row) for row in await connection.execute(statement))


async def days_before(
    connection: Connection, runner_id: int, day: date, days: int = 7
) -> tuple[tuple[int, int], ...]:
    """Pairs (days ago, feeling) of the week before a date."""
    known = await since(connection, runner_id, day - timedelta(days=days))
    return tuple(((day - item.date).days, item.feeling) for item in known if item.date < day)


async def change_of(connection: Connection, runner_id: int, session_id: int) -> DayChange | None:
    """What the check-in and the gates made of a session, or None when they left it as it was."""
    statement = select(day_changes).where(
        day_changes.c.runner_id == runner_id, day_changes.c.session_id == session_id
    )
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    before, after = Session.model_validate(row.before), Session.model_validate(row.after)
    return DayChange(int(row.session_id), row.date, before, after)


async def recent_changes(connection: Connection, runner_id: int, limit: int) -> tuple[DatedChange, ...]:
    """The last sessions that the check-in or the gates changed, newest first."""
    statement = (
        select(day_changes)
        .where(day_changes.c.runner_id == runner_id)
        .order_by(day_changes.c.changed_at_utc.desc())
        .limit(limit)
    )
    return tuple(
        DatedChange(
            int(row.session_id),
            row.date,
            Session.model_validate(row.before),
            Session.model_validate(row.after),
            row.changed_at_utc,
        )
        for row in await connection.execute(statement)
    )


async def keep_change(connection: Connection, runner_id: int, change: DayChange, *, now: datetime) -> None:
    """Keep what was made of a session, in place of what was kept before."""
    values = {
        "date": change.date,
        "before": change.before.model_dump(mode="json"),
        "after": change.after.model_dump(mode="json"),
        "changed_at_utc": now,
    }
    statement = insert(connection, day_changes).values(
        runner_id=runner_id, session_id=change.session_id, **values
    )
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id", "session_id"], set_=values)
    )


async def forget_change(connection: Connection, runner_id: int, session_id: int) -> None:
    """The session is as it was."""
    statement = delete(day_changes).where(
        day_changes.c.runner_id == runner_id, day_changes.c.session_id == session_id
    )
    await connection.execute(statement)


def _checkin(row: Row[Any]) -> CheckIn:
    return CheckIn(row.date, row.feeling, row.choice, row.undone, row.answered_at_utc)
