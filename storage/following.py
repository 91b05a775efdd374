"""Making the stored session of a day what the check-in and the gates leave of the planned one."""

from datetime import date, datetime

from sqlalchemy import select

from core.athlete import Language
from core.days import Answer, day_becomes, feelings_before
from core.gating import Gate
from core.program.exchange import PaceRange, Session
from storage import checkins, complaints, programs
from storage.checkins import DayChange
from storage.database import Connection
from storage.programs import StoredSession
from storage.schema import programs as programs_table


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
    return _without(await checkins.change_of(connection, runner_id, item.id), item)


async def easy_pace(connection: Connection, runner_id: int) -> PaceRange | None:
    """The easy pace of the runner's program, or None when it has no paces."""
    statement = select(programs_table.c.header).where(
        programs_table.c.runner_id == runner_id, programs_table.c.status == "active"
    )
    header = (await connection.execute(statement)).scalar_one_or_none() or {}
    easy = (header.get("paces") or {}).get("E")
    return PaceRange.model_validate(easy) if easy else None


async def follow_day(
    connection: Connection,
    runner_id: int,
    day: date,
    language: Language,
    *,
    now: datetime,
) -> StoredSession | None:
    """Write the session of a date as the answer and the gates leave it; gives it, or None outside the plan.

    A session that is done, skipped or moved stays as it is.
    """
    item = await session_on(connection, runner_id, day)
    if item is None or item.status != "planned":
        return item
    change = await checkins.change_of(connection, runner_id, item.id)
    answer = await answer_for(connection, runner_id, day)
    gates = await gates_for(connection, runner_id)
    if change is None and answer is None and not gates:
        return item
    planned = _without(change, item)
    easy = await easy_pace(connection, runner_id)
    becomes = day_becomes(planned, answer, gates, language, easy=easy)
    if becomes != item.session:
        await _write(connection, runner_id, item, becomes, now)
    if becomes != planned:
        kept = DayChange(item.id, day, planned, becomes)
        await checkins.keep_change(connection, runner_id, kept, now=now)
    elif change is not None:
        await checkins.forget_change(connection, runner_id, item.id)
    return await session_on(connection, runner_id, day)


def _without(change: DayChange | None, item: StoredSession) -> Session:
    return change.before if change is not None and change.after == item.session else item.session


async def _write(
    connection: Connection, runner_id: int, item: StoredSession, becomes: Session, now: datetime
) -> None:
    if becomes == item.original:
        await programs.restore_session(connection, runner_id, item.id, now=now)
    else:
        await programs.change_session(connection, runner_id, item.id, becomes, now=now)
