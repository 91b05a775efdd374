"""`runcoach stats` and the owner's /stats: figures, experiments, and nothing for anybody else."""

import asyncio
import json
import random
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli.app import run
from bot.experiments import compared, variant_of
from bot.settings import Settings
from core.experiments.comparing import LEAST_RUNNERS
from storage.database import Database
from storage.schema import claude_calls, runners
from tests.bot.running import running_bot
from tests.databases import database_url, only_on_sqlite
from tests.telegram import LocalTelegram

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
Capture = pytest.CaptureFixture[str]


async def fill(database: Database, each: int) -> None:
    """So many runners a variant of the plan's prompt: b is as valid, and cheaper by far."""
    draw = random.Random(3)
    async with database.transaction() as connection:
        for number in range(2 * each):
            variant = "ab"[number % 2]
            runner_id = 900 + number
            await connection.execute(
                runners.insert().values(
                    id=runner_id, chat_id=runner_id, first_name="Léa", settings={}, created_at_utc=NOW,
                    updated_at_utc=NOW,
                )
            )  # fmt: skip
            await connection.execute(claude_calls.insert().values(**_call(runner_id, variant, draw)))


def _call(runner_id: int, variant: str, draw: random.Random) -> dict[str, Any]:
    cost = 0.01 if variant == "a" else 0.005
    return {
        "runner_id": runner_id, "purpose": "plan", "prompt_name": "plan", "prompt_variant": variant,
        "model": "m", "reserved_usd": 0.1, "cost_usd": draw.gauss(cost, 0.0005), "input_tokens": 1000,
        "output_tokens": 500, "latency_s": draw.lognormvariate(1, 0.3), "outcome": "ok", "usable": True,
        "started_at_utc": NOW, "expires_at_utc": NOW, "settled_at_utc": NOW,
    }  # fmt: skip


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(database_url(tmp_path))
    yield database
    await database.close()


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RUNCOACH_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return f"sqlite+aiosqlite:///{tmp_path / 'runcoach.sqlite3'}"


def filled(address: str, each: int) -> None:
    async def work() -> None:
        database = Database(address)
        await database.upgrade()
        await fill(database, each)
        await database.close()

    asyncio.run(work())


@only_on_sqlite
def test_stats_on_an_empty_database_says_that_nothing_is_known(address: str, capsys: Capture) -> None:
    assert run(["stats"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert "queue: empty" in printed
    assert "experiment plan-one-thing (plan): runners a 0, b 0" in printed
    assert "  a → b: nothing known yet" in printed


@only_on_sqlite
def test_stats_with_few_runners_tests_nothing(address: str, capsys: Capture) -> None:
    filled(address, LEAST_RUNNERS - 1)
    assert run(["stats"]) == 0
    printed = capsys.readouterr().out
    assert (
        "a → b valid first time: 100% (n=19) → 100% (n=19); not enough data (from 20 runners each)" in printed
    )
    assert "p=" not in printed


@only_on_sqlite
def test_stats_tells_the_difference_there_is(address: str, capsys: Capture) -> None:
    filled(address, 30)
    assert run(["stats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    [cost] = [line for line in lines if "a → b cost" in line]
    assert cost.endswith("better (p=0.000)")
    [valid] = [line for line in lines if "a → b valid" in line]
    assert valid.endswith("no difference shown (p=1.000)")
    assert run(["stats", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    [plan] = [one for one in told["experiments"] if one["experiment"]["prompt"] == "plan"]
    assert plan["runners"] == {"a": 30, "b": 30}
    by_outcome = {one["outcome"]: one for one in plan["comparisons"][0]["differences"]}
    assert (by_outcome["cost_usd"]["verdict"], by_outcome["liked"]["verdict"]) == (
        "better",
        "not enough data",
    )
    assert told["month"]["calls"] == 60


@only_on_sqlite
def test_stats_without_a_database_that_answers_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert run(["stats"]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


class _InThisProcess(ThreadPoolExecutor):
    """A thread in the place of the process, so that it misses what this process misses."""

    def __init__(self, workers: int, mp_context: object) -> None:
        super().__init__(workers)


async def test_where_scipy_is_missing_the_figures_still_come(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "scipy.stats", None)
    monkeypatch.setattr("bot.experiments.ProcessPoolExecutor", _InThisProcess)
    await fill(database, 20)
    async with database.reading() as connection:
        found = {one.experiment.prompt: one for one in await compared(connection)}
    assert "runcoach[statistics]" in (found["plan"].note or "")
    assert found["plan"].comparisons[0].differences[0].verdict == "not enough data"
    assert found["enrichment"].note is None


async def test_owners_read_the_figures_and_nobody_else_does(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        owner, lea = telegram.runner("Owner"), telegram.runner("Léa")
        async with running_bot(telegram, tmp_path, runcoach_admin_ids=(owner.id,)) as database:
            await fill(database, 20)
            await owner.says("/stats")
            told = await owner.waits_for("experiment plan-one-thing")
            assert "queue: empty" in told.text
            assert "a → b cost: 0.0" in told.text
            assert "better (p=0.000)" in told.text
            await lea.says("/stats")
            await telegram.waits_until(lambda: bool(lea.from_bot))
            assert not any("experiment" in message.text for message in lea.from_bot)


def test_the_operator_can_switch_all_experiments_off() -> None:
    on, off = Settings(_env_file=None), Settings(_env_file=None, runcoach_experiments=False)
    assert {variant_of(on, "plan", runner) for runner in range(50)} == {"a", "b"}
    assert {variant_of(off, "plan", runner) for runner in range(50)} == {"a"}
