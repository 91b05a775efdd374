"""The journal of plan changes: proposed, made, taken back; each keeps the days it touches, before and after.

A change is made only on the plan it was worked out on, once, and taken back only while its days are as it
left them: then they are again exactly what they were.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import Any, Literal

from sqlalchemy import Row, delete, insert, select, update

from core.program.exchange import Session
from core.week_changes import ChangedPlan, on_day_of
from storage.database import Connection
from storage.programs import session_columns
from storage.schema import plan_changes, programs, training_sessions

UNDO_WITHIN = timedelta(hours=24)
KEPT_AT_MOST = 40
"""Entries of one runner; the oldest go first."""
Source = Literal["runner", "coach"]
Kind = Literal["away", "pause", "move", "ease", "skip", "lighten", "repeat"]
Status = Literal["proposed", "aside", "applied", "undone", "noted"]
IN_THE_JOURNAL = ("applied", "undone", "noted")
# Not deleted: SQLite would give its id to the next one, and an old button would make another change.
PUT_ASIDE: Mapping[str, Any] = {"status": "aside", "before": {}, "after": {}, "applied_at_utc": None}
Made = Literal["done", "already", "stale", "gone"]
TakenBack = Literal["done", "already", "stale", "late", "newer-first", "gone"]
Days = dict[str, dict[str, Any]]
"""Rows of sessions by id: their position, session, first version and status, as JSON."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One line of the journal; `details` say what was asked, in the words of whoever wrote them."""

    id: int
    program_id: int
    status: Status
    source: Source
    kind: Kind
    details: Mapping[str, Any]
    proposed_at_utc: datetime
    applied_at_utc: datetime | None

    def can_be_undone(self, now: datetime) -> bool:
        """Whether it was made within the last 24 hours and stands."""
        made = self.applied_at_utc
        return self.status == "applied" and made is not None and now - made <= UNDO_WITHIN


async def propose(
    connection: Connection,
    runner_id: int,
    program_id: int,
    plan: ChangedPlan,
    kind: Kind,
    details: Mapping[str, Any],
    *,
    source: Source = "runner",
    now: datetime,
) -> int:
    """Keep a change that was shown, in place of one shown earlier; gives its id."""
    shown = (plan_changes.c.runner_id == runner_id) & (plan_changes.c.status == "proposed")
    await connection.execute(update(plan_changes).where(shown).values(PUT_ASIDE))
    await _forget_oldest(connection, runner_id)
    rows = await _rows(connection, runner_id, program_id)
    before, after = _days(rows, plan)
    values = {"status": "proposed", "before": before, "after": after, "state": _state(rows)}
    return await _insert(connection, runner_id, program_id, source, kind, details, now, values)


async def note(
    connection: Connection,
    runner_id: int,
    program_id: int,
    kind: Kind,
    details: Mapping[str, Any],
    *,
    source: Source = "runner",
    now: datetime,
) -> int:
    """Add a line about a change that was made, and is taken back, elsewhere."""
    values = {"status": "noted", "before": {}, "after": {}, "state": "", "applied_at_utc": now}
    added = await _insert(connection, runner_id, program_id, source, kind, details, now, values)
    await _forget_oldest(connection, runner_id)
    return added


async def apply(connection: Connection, runner_id: int, change_id: int, *, now: datetime) -> Made:
    """Make a proposed change, once; "stale" when the plan is another by now."""
    row = await _row(connection, runner_id, change_id)
    if row is None or row.status in ("aside", "noted"):
        return "gone"
    if row.status != "proposed":
        return "already"
    claim = (
        update(plan_changes)
        .where(plan_changes.c.id == change_id, plan_changes.c.status == "proposed")
        .values(status="applied", applied_at_utc=now)
    )
    if not (await connection.execute(claim)).rowcount:
        return "already"
    rows = await _rows(connection, runner_id, row.program_id)
    if _state(rows) != row.state or not _stand(rows, row.before):
        await connection.execute(update(plan_changes).where(plan_changes.c.id == change_id).values(PUT_ASIDE))
        return "stale"
    await _write(connection, row.after, now)
    await _forget_oldest(connection, runner_id)
    return "done"


async def undo(connection: Connection, runner_id: int, change_id: int, *, now: datetime) -> TakenBack:
    """Give every day of a change back as it was, within 24 hours, the newest change first."""
    row = await _row(connection, runner_id, change_id)
    if row is None or row.status not in ("applied", "undone"):
        return "gone"
    if row.status == "undone":
        return "already"
    refusal = await _refusal(connection, runner_id, row, now)
    if refusal is not None:
        return refusal
    claim = (
        update(plan_changes)
        .where(plan_changes.c.id == change_id, plan_changes.c.status == "applied")
        .values(status="undone", undone_at_utc=now)
    )
    if not (await connection.execute(claim)).rowcount:
        return "already"
    await _write(connection, row.before, now)
    return "done"


async def _refusal(connection: Connection, runner_id: int, row: Row[Any], now: datetime) -> TakenBack | None:
    """Why a change that was made cannot be taken back, or None."""
    if now - row.applied_at_utc > UNDO_WITHIN:
        return "late"
    newer = select(plan_changes.c.id).where(
        plan_changes.c.program_id == row.program_id,
        plan_changes.c.status == "applied",
        plan_changes.c.id > row.id,
    )
    if (await connection.execute(newer.limit(1))).one_or_none() is not None:
        return "newer-first"
    return None if _stand(await _rows(connection, runner_id, row.program_id), row.after) else "stale"


async def leave(connection: Connection, runner_id: int, change_id: int) -> bool:
    """Forget a proposed change; False when it was made or is gone."""
    statement = update(plan_changes).where(
        plan_changes.c.id == change_id,
        plan_changes.c.runner_id == runner_id,
        plan_changes.c.status == "proposed",
    )
    return bool((await connection.execute(statement.values(PUT_ASIDE))).rowcount)


async def find(connection: Connection, runner_id: int, change_id: int) -> PlanChange | None:
    """One change of the runner's, or None."""
    row = await _row(connection, runner_id, change_id)
    return None if row is None else _change(row)


async def recent(connection: Connection, runner_id: int, limit: int) -> tuple[PlanChange, ...]:
    """The last changes that were made, newest first, those taken back included."""
    statement = (
        select(plan_changes)
        .where(plan_changes.c.runner_id == runner_id, plan_changes.c.status.in_(IN_THE_JOURNAL))
        .order_by(plan_changes.c.applied_at_utc.desc(), plan_changes.c.id.desc())
        .limit(limit)
    )
    return tuple(_change(row) for row in await connection.execute(statement))


def _change(row: Row[Any]) -> PlanChange:
    return PlanChange(
        row.id,
        row.program_id,
        row.status,
        row.source,
        row.kind,
        row.details,
        row.proposed_at_utc,
        row.applied_at_utc,
    )


async def _insert(
    connection: Connection,
    runner_id: int,
    program_id: int,
    source: Source,
    kind: Kind,
    details: Mapping[str, Any],
    now: datetime,
    values: Mapping[str, Any],
) -> int:
    named = {"runner_id": runner_id, "program_id": program_id, "source": source, "kind": kind}
    row = {**named, "details": dict(details), "proposed_at_utc": now, **values}
    statement = insert(plan_changes).values(row).returning(plan_changes.c.id)
    return int((await connection.execute(statement)).scalar_one())


async def _row(connection: Connection, runner_id: int, change_id: int) -> Row[Any] | None:
    """A change of the runner's active plan."""
    statement = (
        select(plan_changes)
        .join(programs, programs.c.id == plan_changes.c.program_id)
        .where(
            plan_changes.c.id == change_id,
            plan_changes.c.runner_id == runner_id,
            programs.c.status == "active",
        )
    )
    return (await connection.execute(statement)).one_or_none()


async def _rows(connection: Connection, runner_id: int, program_id: int) -> list[Row[Any]]:
    table = training_sessions
    columns = (
        table.c.id,
        table.c.week_number,
        table.c.position,
        table.c.data,
        table.c.original,
        table.c.status,
    )
    statement = select(*columns).where(table.c.runner_id == runner_id, table.c.program_id == program_id)
    return list(await connection.execute(statement.order_by(table.c.week_number, table.c.position)))


def _state(rows: Iterable[Row[Any]]) -> str:
    """The same as long as no day of the plan holds another session."""
    held = [[row.id, row.position, row.data] for row in rows]
    return blake2s(json.dumps(held, sort_keys=True).encode(), digest_size=16).hexdigest()


def _days(rows: Iterable[Row[Any]], plan: ChangedPlan) -> tuple[Days, Days]:
    """The rows a change touches, before and after it."""
    weeks: dict[int, list[Row[Any]]] = {}
    for row in rows:
        weeks.setdefault(row.week_number, []).append(row)
    order = {number: list(days) for number, days in weeks.items()}
    for each in plan.exchanges:
        days = order[each.week_number]
        days[each.first], days[each.second] = days[each.second], days[each.first]
    touched = {change.week_number for change in plan.changes}
    before: Days = {}
    after: Days = {}
    for week in plan.program.weeks:
        if week.week_number not in touched:
            continue
        for position, session in enumerate(week.sessions):
            row = order[week.week_number][position]
            becomes = _becomes(row, position, session, weeks[week.week_number][position])
            if becomes != _held(row):
                before[str(row.id)], after[str(row.id)] = _held(row), becomes
    return before, after


def _held(row: Row[Any]) -> dict[str, Any]:
    return {"position": row.position, "data": row.data, "original": row.original, "status": row.status}


def _becomes(row: Row[Any], position: int, session: Session, there: Row[Any]) -> dict[str, Any]:
    """A row on its new day, and with its new session; its first version is kept and moves along.

    A rest day that took the place of a session keeps that one: a calendar takes its event away.
    """
    moved = on_day_of(Session.model_validate(row.data), session).model_dump(mode="json")
    original = row.original and on_day_of(Session.model_validate(row.original), session).model_dump(
        mode="json"
    )
    data = session.model_dump(mode="json")
    if data == Session.model_validate(row.data).model_dump(mode="json"):
        data = row.data
    elif data == original:
        original = None
    elif original is None and data != moved:
        original = moved
    if session.rest_day and original is None and there.id != row.id:
        original = there.original or there.data
    return {"position": position, "data": data, "original": original, "status": row.status}


def _stand(rows: Iterable[Row[Any]], days: Days) -> bool:
    """Whether every one of these days is held as told."""
    held = {str(row.id): _held(row) for row in rows}
    return all(held.get(key) == day for key, day in days.items())


async def _write(connection: Connection, days: Days, now: datetime) -> None:
    table = training_sessions
    for place, key in enumerate(days):  # two days never share a position
        aside = update(table).where(table.c.id == int(key)).values(position=-1 - place)
        await connection.execute(aside)
    for key, day in days.items():
        session = Session.model_validate(day["data"])
        values = {
            **session_columns(session, day["data"]),
            "position": day["position"],
            "original": day["original"],
        }
        await connection.execute(
            update(table).where(table.c.id == int(key)).values(updated_at_utc=now, **values)
        )


async def _forget_oldest(connection: Connection, runner_id: int) -> None:
    kept = (
        select(plan_changes.c.id)
        .where(plan_changes.c.runner_id == runner_id)
        .order_by(plan_changes.c.id.desc())
        .limit(KEPT_AT_MOST)
    )
    await connection.execute(
        delete(plan_changes).where(
            plan_changes.c.runner_id == runner_id, plan_changes.c.id.not_in(kept.scalar_subquery())
        )
    )
