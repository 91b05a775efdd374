"""How enrichment, plans and Claude are doing, in figures for the operator."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Float, func, select

from storage.database import Connection
from storage.schema import claude_calls, enrichment_ratings, programs, runners
from storage.schema import training_enrichment_queue as queue

COUNTED = 1000  # the newest jobs, for times
PERIOD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of the newest jobs; None without any."""

    median_s: float | None
    p95_s: float | None


@dataclass(frozen=True, slots=True)
class Spending:
    """Calls to Claude since a time: tokens outside the cache and in all, USD at list prices."""

    calls: int
    input_tokens: int
    output_tokens: int
    cost_usd: float


@dataclass(frozen=True, slots=True)
class Variant:
    """What became of the sessions enriched with one prompt."""

    variant: str
    done: int
    tokens_each: float
    cost_usd_each: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """`success_rate` is of the jobs that ended; `cost_usd_each` of the sessions Claude enriched."""

    by_state: dict[str, int]
    by_source: dict[str, int]
    waiting: Times
    running: Times
    success_rate: float | None
    cost_usd_each: float | None
    today: Spending
    month: Spending
    by_day_usd: dict[str, float]
    first_plan: Times
    ratings: dict[str, int]
    variants: tuple[Variant, ...]


async def gather(connection: Connection, *, now: datetime) -> Statistics:
    """Everything, read in one go."""
    by_state = await _counts(connection)
    ended = sum(by_state.get(state, 0) for state in ("done", "failed", "parked"))
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    waiting, running = await _job_times(connection)
    variants = await _variants(connection)
    claude_done = sum(item.done for item in variants)
    return Statistics(
        by_state=by_state,
        by_source=await _sources(connection),
        waiting=waiting,
        running=running,
        success_rate=by_state.get("done", 0) / ended if ended else None,
        cost_usd_each=sum(item.cost_usd_each * item.done for item in variants) / claude_done
        if claude_done
        else None,
        today=await _spending(connection, midnight),
        month=await _spending(connection, now - PERIOD),
        by_day_usd=await _by_day(connection, now - PERIOD),
        first_plan=await _first_plans(connection),
        ratings=await _ratings(connection),
        variants=variants,
    )


async def _counts(connection: Connection) -> dict[str, int]:
    rows = await connection.execute(select(queue.c.state, func.count()).group_by(queue.c.state))
    return {state: int(count) for state, count in rows}


async def _sources(connection: Connection) -> dict[str, int]:
    rows = await connection.execute(
        select(queue.c.source, func.count()).where(queue.c.state == "done").group_by(queue.c.source)
    )
    return {source or "unknown": int(count) for source, count in rows}


async def _job_times(connection: Connection) -> tuple[Times, Times]:
    """How long jobs waited and ran; those of batches take their day and are left out."""
    statement = (
        select(queue.c.created_at_utc, queue.c.started_at_utc, queue.c.finished_at_utc)
        .where(queue.c.state == "done", queue.c.batch_id.is_(None), queue.c.started_at_utc.is_not(None))
        .order_by(queue.c.finished_at_utc.desc())
        .limit(COUNTED)
    )
    rows = (await connection.execute(statement)).all()
    waited = [(started - created).total_seconds() for created, started, _ in rows]
    ran = [(finished - started).total_seconds() for _, started, finished in rows]
    return times_of(waited), times_of(ran)


async def _spending(connection: Connection, since: datetime) -> Spending:
    table = claude_calls
    read = func.coalesce(table.c.input_tokens, 0) + func.coalesce(table.c.cache_read_tokens, 0)
    written = func.coalesce(table.c.cache_write_5m_tokens, 0) + func.coalesce(
        table.c.cache_write_1h_tokens, 0
    )
    statement = select(
        func.count(),
        func.coalesce(func.sum(read + written), 0),
        func.coalesce(func.sum(table.c.output_tokens), 0),
        func.coalesce(func.sum(table.c.cost_usd, type_=Float), 0.0),
    ).where(table.c.started_at_utc >= since)
    calls, into, out, cost = (await connection.execute(statement)).one()
    return Spending(int(calls), int(into), int(out), float(cost))


async def _by_day(connection: Connection, since: datetime) -> dict[str, float]:
    """USD by UTC day, newest first."""
    statement = select(claude_calls.c.started_at_utc, claude_calls.c.cost_usd).where(
        claude_calls.c.started_at_utc >= since, claude_calls.c.cost_usd > 0
    )
    days: dict[str, float] = {}
    for at, cost in await connection.execute(statement):
        day = at.date().isoformat()
        days[day] = days.get(day, 0.0) + float(cost)
    return dict(sorted(days.items(), reverse=True))


async def _first_plans(connection: Connection) -> Times:
    """From a runner's first word to their first plan."""
    made = programs.c.created_at_utc
    statement = (
        select(runners.c.created_at_utc, func.min(made, type_=made.type))
        .join(programs, programs.c.runner_id == runners.c.id)
        .group_by(runners.c.id, runners.c.created_at_utc)
        .order_by(runners.c.created_at_utc.desc())
        .limit(COUNTED)
    )
    rows = (await connection.execute(statement)).all()
    return times_of([(planned - met).total_seconds() for met, planned in rows])


async def _ratings(connection: Connection) -> dict[str, int]:
    """Runners' thumbs, by who wrote what they are about."""
    table = enrichment_ratings
    statement = select(table.c.source, table.c.thumb, func.count()).group_by(table.c.source, table.c.thumb)
    rows = await connection.execute(statement)
    return {f"{source} {'up' if thumb > 0 else 'down'}": int(count) for source, thumb, count in rows}


async def _variants(connection: Connection) -> tuple[Variant, ...]:
    tokens = func.coalesce(queue.c.input_tokens, 0) + func.coalesce(queue.c.output_tokens, 0)
    statement = (
        select(
            queue.c.prompt_variant,
            func.count(),
            func.avg(tokens, type_=Float),
            func.coalesce(func.avg(queue.c.cost_usd, type_=Float), 0.0),
        )
        .where(queue.c.state == "done", queue.c.source == "claude")
        .group_by(queue.c.prompt_variant)
        .order_by(queue.c.prompt_variant)
    )
    rows = await connection.execute(statement)
    return tuple(Variant(name or "-", int(n), float(each), float(cost)) for name, n, each, cost in rows)


def times_of(seconds: Sequence[float]) -> Times:
    """Median and 95th percentile."""
    if not seconds:
        return Times(None, None)
    ordered = sorted(seconds)
    return Times(statistics.median(ordered), ordered[round(0.95 * (len(ordered) - 1))])
