"""What is read of runners' calls and thumbs: each runner once, nothing that is not the prompt's doing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import experiments, ratings, runners
from storage.database import Database
from storage.runners import Seen
from storage.schema import claude_calls
from storage.schema import training_enrichment_queue as queue

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SINCE = NOW - timedelta(days=1)


async def called(database: Database, runner_id: int | None, **changes: Any) -> None:
    values: dict[str, Any] = {
        "runner_id": runner_id, "purpose": "plan", "prompt_name": "plan", "prompt_variant": "a",
        "model": "m", "reserved_usd": 0.1, "cost_usd": 0.01, "input_tokens": 100, "output_tokens": 50,
        "latency_s": 2.0, "outcome": "ok", "usable": True, "started_at_utc": NOW, "expires_at_utc": NOW,
        "settled_at_utc": NOW,
    }  # fmt: skip
    async with database.transaction() as connection:
        if runner_id is not None:
            await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
        await connection.execute(claude_calls.insert().values(**{**values, **changes}))


async def observed(database: Database, prompt: str = "plan") -> Any:
    async with database.reading() as connection:
        return await experiments.observed(connection, prompt, SINCE)


async def test_a_runner_counts_once_with_the_first_answer_and_means(database: Database) -> None:
    await called(database, 1, usable=False, latency_s=2.0)
    await called(database, 1, usable=True, latency_s=6.0, cache_read_tokens=300, cost_usd=0.03)
    await called(database, 2, prompt_variant="b")
    found = await observed(database)
    [first], [second] = found["a"], found["b"]
    assert (first.valid, first.latency_s, first.tokens) == (False, 4.0, 300.0)
    assert first.cost_usd == pytest.approx(0.02)
    assert (second.valid, second.tokens) == (True, 150.0)


async def test_a_refusal_is_an_invalid_answer_and_an_outage_is_none(database: Database) -> None:
    await called(database, 1, usable=None, outcome="refused")
    await called(database, 2, usable=None, outcome="overloaded")
    await called(database, 3, usable=None, outcome="overloaded")
    await called(database, 3, usable=True)
    found = await observed(database)
    assert [one.valid for one in found["a"]] == [False, None, True]
    assert [one.latency_s for one in found["a"]] == [None, None, 2.0]


async def test_what_is_not_part_of_the_experiment_is_left_out(database: Database) -> None:
    await called(database, 1, latency_s=None)  # out of a batch
    await called(database, 2, settled_at_utc=None)
    await called(database, 3, started_at_utc=SINCE - timedelta(seconds=1))
    await called(database, 4, prompt_name="talk")
    await called(database, None)  # erased
    assert await observed(database) == {}


async def test_thumbs_belong_to_the_variant_that_wrote_the_session(database: Database) -> None:
    await called(database, 1, prompt_name="enrichment")
    async with database.transaction() as connection:
        for session_id, variant, source in (
            (11, "a", "claude"),
            (12, "a", "claude"),
            (13, None, "catalogue"),
        ):
            await connection.execute(queue.insert().values(**_job(1, session_id, variant, source)))
        await ratings.rate(connection, 1, "running", 11, 1, "claude", now=NOW)
        await ratings.rate(connection, 1, "running", 12, -1, "claude", now=NOW + timedelta(hours=1))
        await ratings.rate(connection, 1, "running", 13, 1, "catalogue", now=NOW + timedelta(hours=2))
    [one] = (await observed(database, "enrichment"))["a"]
    assert (one.liked, one.valid) == (False, True)
    assert await observed(database, "plan") == {}


def _job(runner_id: int, session_id: int, variant: str | None, source: str) -> dict[str, Any]:
    return {
        "runner_id": runner_id, "coach": "running", "session_id": session_id, "priority": 3,
        "turn_utc": NOW, "batched": False, "state": "done", "attempts": 0, "crashes": 0, "outages": 0,
        "run_at_utc": NOW, "prompt_variant": variant, "source": source, "created_at_utc": NOW,
        "finished_at_utc": NOW,
    }  # fmt: skip
