"""What runners think of what was added to their sessions: one thumb a session, with a reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select, update

from storage.database import Connection
from storage.schema import enrichment_ratings
from storage.upserting import insert

Thumb = Literal[1, -1]
COMMENT_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Rating:
    """A runner's thumb for a session: 1 helpful, -1 not; `reason` is a key, `comment` their own words."""

    thumb: Thumb
    source: str
    reason: str | None = None
    comment: str | None = None


async def rate(
    connection: Connection,
    runner_id: int,
    coach: str,
    session_id: int,
    thumb: Thumb,
    source: str,
    *,
    now: datetime,
) -> None:
    """Keep the thumb; another thumb replaces it and its reason, the same one changes nothing."""
    known = await of_session(connection, runner_id, coach, session_id)
    if known is not None and (known.thumb, known.source) == (thumb, source):
        return
    values = {"thumb": thumb, "source": source, "reason": None, "comment": None, "updated_at_utc": now}
    statement = insert(connection, enrichment_ratings).values(
        runner_id=runner_id, coach=coach, session_id=session_id, **values
    )
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["runner_id", "coach", "session_id"], set_=values)
    )


async def explain(
    connection: Connection,
    runner_id: int,
    coach: str,
    session_id: int,
    *,
    reason: str | None = None,
    comment: str | None = None,
    now: datetime,
) -> bool:
    """Add why; False when the runner gave no thumb to this session."""
    table = enrichment_ratings
    values: dict[str, object] = {"updated_at_utc": now}
    if reason is not None:
        values["reason"] = reason
    if comment is not None:
        values["comment"] = comment[:COMMENT_AT_MOST]
    statement = update(table).where(
        table.c.runner_id == runner_id, table.c.coach == coach, table.c.session_id == session_id
    )
    return bool((await connection.execute(statement.values(values))).rowcount)


async def of_session(connection: Connection, runner_id: int, coach: str, session_id: int) -> Rating | None:
    """The runner's rating of this session, or None."""
    table = enrichment_ratings
    statement = select(table.c.thumb, table.c.source, table.c.reason, table.c.comment).where(
        table.c.runner_id == runner_id, table.c.coach == coach, table.c.session_id == session_id
    )
    row = (await connection.execute(statement)).one_or_none()
    return Rating(*row) if row else None


async def counts(connection: Connection) -> dict[tuple[str, str, int], int]:
    """How many thumbs by coach, source and direction, for the statistics."""
    table = enrichment_ratings
    columns = (table.c.coach, table.c.source, table.c.thumb)
    rows = await connection.execute(select(*columns, func.count()).group_by(*columns))
    return {(coach, source, thumb): count for coach, source, thumb, count in rows}
