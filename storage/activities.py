"""Runs read from files: the figures that are kept with their log, and what they say about paces."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from core.activities.model import Activity
from core.activities.signals import PaceSignal
from core.paces import ZoneLetter
from storage.database import Connection
from storage.schema import activities, session_logs

SAME_START = timedelta(seconds=90)
SAME_DISTANCE = 0.02
"""A watch and the site it sends to differ by a second and some metres for the same run."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The work of a session in its main zone: pace asked and run in s/km, effort planned."""

    zone: ZoneLetter
    target_s_per_km: float
    work_s_per_km: float
    planned_rpe: int | None


async def keep(
    connection: Connection,
    runner_id: int,
    log_id: int,
    run: Activity,
    measured: Measured | None,
    *,
    now: datetime,
) -> None:
    """Keep a run's figures with its log, in place of those of an earlier file."""
    earlier = delete(activities).where(activities.c.log_id == log_id, activities.c.runner_id == runner_id)
    await connection.execute(earlier)
    values: dict[str, Any] = {
        "runner_id": runner_id,
        "log_id": log_id,
        "source": run.source,
        "started_at_utc": run.started_at_utc,
        "distance_m": run.distance_m,
        "elapsed_s": run.elapsed_s,
        "moving_s": run.moving_s,
        "climb_m": run.climb_m,
        "mean_heart_rate": run.mean_heart_rate,
        "created_at_utc": now,
    }
    if measured is not None:
        values |= {
            "zone": measured.zone,
            "target_s_per_km": measured.target_s_per_km,
            "work_s_per_km": measured.work_s_per_km,
            "planned_rpe": measured.planned_rpe,
        }
    await connection.execute(insert(activities).values(values))


async def is_known(connection: Connection, runner_id: int, run: Activity) -> bool:
    """Whether this run was sent before, in whatever format: same start, same distance."""
    statement = select(activities.c.distance_m).where(
        activities.c.runner_id == runner_id,
        activities.c.started_at_utc.between(run.started_at_utc - SAME_START, run.started_at_utc + SAME_START),
    )
    known = (await connection.execute(statement)).scalars()
    return any(abs(metres - run.distance_m) <= SAME_DISTANCE * run.distance_m for metres in known)


async def signals(connection: Connection, runner_id: int, first: date) -> tuple[PaceSignal, ...]:
    """What sessions from a date on say about the runner's paces, in order of their dates."""
    statement = (
        select(activities, session_logs.c.date, session_logs.c.rpe)
        .join(session_logs, session_logs.c.id == activities.c.log_id)
        .where(
            activities.c.runner_id == runner_id,
            activities.c.zone.is_not(None),
            session_logs.c.date >= first,
        )
        .order_by(session_logs.c.date, activities.c.id)
    )
    return tuple(
        PaceSignal(row.date, row.zone, row.target_s_per_km, row.work_s_per_km, row.planned_rpe, row.rpe)
        for row in await connection.execute(statement)
    )
