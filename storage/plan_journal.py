"""The journal of plan changes: proposed, made, taken back; each keeps the days it touches, before and after.

A change is made only on the plan it was worked out on, once, and taken back only while its days are as it
left them: then they are again exactly what they were.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Row, delete, insert, select, update

from core.week_changes import ChangedPlan
from storage.database import Connection
from storage.plan_days import days_changed, rows_of, stand, state_of, write_days
from storage.plan_figures import write_figures
from storage.schema import plan_changes, programs

UNDO_WITHIN = timedelta(hours=24)
KEPT_AT_MOST = 40
"""Entries of one runner; the oldest go first."""
Source = Literal["runner", "coach"]
Kind = Literal["away", "pause", "move", "ease", "skip", "lighten", "repeat", "paces"]
Status = Literal["proposed", "aside", "applied", "undone", "noted"]
IN_THE_JOURNAL = ("applied", "undone", "noted")
# Not deleted: SQLite would give its id to the next one, and an old button would make another change.
PUT_ASIDE: Mapping[str, Any] = {"status": "aside", "before": {}, "after": {}, "applied_at_utc": None}
Made = Literal["done", "already", "stale", "gone"]
TakenBack = Literal["done", "already", "stale", "late", "newer-first", "gone"]


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
    rows = await rows_of(connection, runner_id, program_id)
    before, after = days_changed(rows, plan)
    values = {"status": "proposed", "before": before, "after": after, "state": state_of(rows)}
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
    rows = await rows_of(connection, runner_id, row.program_id)
    if state_of(rows) != row.state or not stand(rows, row.before):
        await connection.execute(update(plan_changes).where(plan_changes.c.id == change_id).values(PUT_ASIDE))
        return "stale"
    await write_days(connection, row.after, now)
    await _write_figures(connection, row, "figures_after")
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
    await write_days(connection, row.before, now)
    await _write_figures(connection, row, "figures_before")
    return "done"


async def _write_figures(connection: Connection, row: Row[Any], which: str) -> None:
    """The paces of the plan, where a change is about them."""
    if row.kind == "paces":
        await write_figures(connection, row.runner_id, row.program_id, row.details[which])


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
    return None if stand(await rows_of(connection, runner_id, row.program_id), row.after) else "stale"


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
