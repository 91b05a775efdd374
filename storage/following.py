"""Making the stored session of a day what the check-in and the gates leave of the planned one."""

from datetime import date, datetime

from core.athlete import Language
from core.days import Answer, day_becomes, feelings_before
from core.gating import Gate
from core.program.exchange import PaceRange, Session
from storage import checkins, complaints, programs
from storage.checkins import DayChange
from storage.database import Connection
from storage.programs import StoredSession


async def answer_for(connection: Connection, runner_id: int, day: date) -> Answer | None:
    """The check-in of a date with the feelings of the week before it, or None."""
    known = await checkins.on_date(connection, runner_id, day)
    if known is None:
        return None
    before = await checkins.days_before(connection, runner_id, day)
    return Answer(known.feeling, feelings_before(before), known.choice)


async def gates_for(connection: Connection, runner_id: int) -> tuple[Gate, ...]:
    """The gates that hold the runner back."""
    return tuple(item.gate for item in await complaints.open_gates(connection, runner_id))


async def session_on(connection: Connection, runner_id: int, day: date) -> StoredSession | None:
    """The session of the runner's program on a date, or None outside the plan."""
    return next(iter(await programs.on_date(connection, runner_id, day)), None)


async def planned_for(connection: Connection, runner_id: int, item: StoredSession) -> Session:
    """The session without the check-in and the gates; what others changed since then stays changed."""
    change = await checkins.change_of(connection, runner_id, item.id)
    return change.before if change is not None and change.after == item.session else item.session


async def follow_day(
    connection: Connection,
    runner_id: int,
    day: date,
    language: Language,
    *,
    now: datetime,
    easy: PaceRange | None = None,
) -> StoredSession | None:
    """Write the session of a date as the answer and the gates leave it; gives it, or None outside the plan.

    A session that is done, skipped or moved stays as it is.
    """
    item = await session_on(connection, runner_id, day)
    if item is None or item.status != "planned":
        return item
    planned = await planned_for(connection, runner_id, item)
    answer = await answer_for(connection, runner_id, day)
    becomes = day_becomes(planned, answer, await gates_for(connection, runner_id), language, easy=easy)
    if becomes != item.session:
        await _write(connection, runner_id, item, becomes, now)
    if becomes == planned:
        await checkins.forget_change(connection, runner_id, item.id)
    else:
        change = DayChange(item.id, day, planned, becomes)
        await checkins.keep_change(connection, runner_id, change, now=now)
    return await session_on(connection, runner_id, day)


async def _write(
    connection: Connection, runner_id: int, item: StoredSession, becomes: Session, now: datetime
) -> None:
    if becomes == item.original:
        await programs.restore_session(connection, runner_id, item.id, now=now)
    else:
        await programs.change_session(connection, runner_id, item.id, becomes, now=now)
