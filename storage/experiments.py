"""What came of the variants of a prompt, a runner at a time."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from statistics import fmean
from typing import Any

from sqlalchemy import and_, func, select

from core.experiments.comparing import Observed
from storage.database import Connection
from storage.schema import claude_calls, coach_sessions, enrichment_ratings
from storage.schema import training_enrichment_queue as queue

UNUSABLE = frozenset({"refused", "unusable", "truncated"})
"""Outcomes that are the prompt's or the model's fault; outages and limits say nothing about a prompt."""
ENRICHMENT_PROMPTS = {"enrichment": "running"}
"""The prompts by which sessions are enriched, with the coach whose jobs they are; others make sessions."""


async def observed(
    connection: Connection, prompt_name: str, since_utc: datetime
) -> Mapping[str, tuple[Observed, ...]]:
    """Each runner's figures by variant, from the calls asked live since then.

    Answers of batches are left out: they cost half and take a day. A runner who was dealt anew meanwhile is
    counted under each variant they had; one who was erased is not counted.
    """
    calls = await _calls(connection, prompt_name, since_utc)
    liked = await _liked(connection, prompt_name, since_utc)
    by_variant: dict[str, list[Observed]] = {}
    for variant, runner_id in sorted({*calls, *liked}):
        key = (variant, runner_id)
        by_variant.setdefault(variant, []).append(_one(calls.get(key, ()), liked.get(key)))
    return {variant: tuple(ones) for variant, ones in by_variant.items()}


def _one(calls: Iterable[Any], liked: bool | None) -> Observed:
    judged = [call for call in calls if call.usable is not None or call.outcome in UNUSABLE]
    answered = [call for call in calls if call.outcome == "ok"]
    return Observed(
        valid=bool(judged[0].usable) if judged else None,
        liked=liked,
        latency_s=_mean(call.latency_s for call in answered),
        tokens=_mean(call.tokens for call in answered),
        cost_usd=_mean(call.cost_usd for call in answered),
    )


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return fmean(known) if known else None


async def _calls(
    connection: Connection, prompt_name: str, since_utc: datetime
) -> dict[tuple[str, int], list[Any]]:
    """The calls of each runner with a variant, oldest first."""
    table = claude_calls
    parts = (
        table.c.input_tokens, table.c.output_tokens, table.c.cache_read_tokens,
        table.c.cache_write_5m_tokens, table.c.cache_write_1h_tokens,
    )  # fmt: skip
    tokens = sum((func.coalesce(part, 0) for part in parts[1:]), func.coalesce(parts[0], 0))
    columns = (table.c.outcome, table.c.usable, table.c.latency_s, table.c.cost_usd)
    statement = (
        select(table.c.prompt_variant, table.c.runner_id, *columns, tokens.label("tokens"))
        .where(
            table.c.prompt_name == prompt_name,
            table.c.started_at_utc >= since_utc,
            table.c.runner_id.is_not(None),
            table.c.settled_at_utc.is_not(None),
            table.c.latency_s.is_not(None),
        )
        .order_by(table.c.id)
    )
    calls: dict[tuple[str, int], list[Any]] = {}
    for row in (await connection.execute(statement)).all():
        calls.setdefault((row.prompt_variant, row.runner_id), []).append(row)
    return calls


async def _liked(
    connection: Connection, prompt_name: str, since_utc: datetime
) -> dict[tuple[str, int], bool]:
    """Each runner's newest thumb for a session that was written with a variant."""
    ratings = enrichment_ratings
    if prompt_name in ENRICHMENT_PROMPTS:
        made, coach = queue, ENRICHMENT_PROMPTS[prompt_name]
        is_of_session = and_(queue.c.session_id == ratings.c.session_id, queue.c.coach == ratings.c.coach)
        is_claudes = and_(queue.c.state == "done", queue.c.source == "claude", ratings.c.source == "claude")
    else:
        made, coach = coach_sessions, prompt_name.removeprefix("coach-")
        is_of_session = coach_sessions.c.id == ratings.c.session_id
        is_claudes = coach_sessions.c.source != "engine"
    statement = (
        select(made.c.prompt_variant, ratings.c.runner_id, ratings.c.thumb)
        .join(made, and_(is_of_session, made.c.runner_id == ratings.c.runner_id))
        .where(
            ratings.c.coach == coach,
            ratings.c.updated_at_utc >= since_utc,
            made.c.prompt_variant.is_not(None),
            made.c.created_at_utc >= since_utc,
            is_claudes,
        )
        .order_by(ratings.c.updated_at_utc, ratings.c.id)
    )
    rows = await connection.execute(statement)
    return {(variant, runner_id): thumb > 0 for variant, runner_id, thumb in rows}
