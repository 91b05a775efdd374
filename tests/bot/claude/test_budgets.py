"""The day's budgets: kept before the call, true after it, never overspent by calls at once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.claude.asking import Ask, Usage
from bot.claude.client import ClaudeClient
from bot.claude.failures import ClaudeFailure, DailyBudgetExhausted, RunnerBudgetExhausted
from bot.claude.ledger import Ledger, most_prompt_tokens, most_usd
from storage import ledger, runners
from storage.database import Database, StorageTrouble
from storage.ledger import Budgets
from tests.bot.claude.asks import DRAFT, ask, calls
from tests.bot.claude.conftest import LEA, NOW, ClientOf
from tests.claude_server import ClaudeServer, Pace, Says

ONE_USD = most_usd(ask(), NOW)


class Clock:
    """A clock the test sets."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def spent(database: Database, now: datetime = NOW, runner_id: int | None = None) -> float:
    async with database.reading() as connection:
        return await ledger.spent_today(connection, now=now, runner_id=runner_id)


@pytest.mark.parametrize("runner_id", [None, LEA])
async def test_twenty_at_once_cannot_overspend(database: Database, runner_id: int | None) -> None:
    budgets = Budgets(day_usd=7.5 * ONE_USD, runner_usd=5.5 * ONE_USD)
    # Two processes would hold two of these.
    second = Database(str(database.url))
    ledgers = [Ledger(database, budgets, Clock()), Ledger(second, budgets, Clock())]
    wanted = [ledgers[n % 2].reserve(ask(runner_id=runner_id)) for n in range(20)]
    results = await asyncio.gather(*wanted, return_exceptions=True)
    await second.close()
    kept = [result for result in results if isinstance(result, int)]
    expected = RunnerBudgetExhausted if runner_id else DailyBudgetExhausted
    assert len(kept) == (5 if runner_id else 7)
    assert {type(result) for result in results if not isinstance(result, int)} == {expected}
    assert await spent(database) == pytest.approx(len(kept) * ONE_USD)


async def test_twenty_calls_at_once_cannot_overspend(
    claude: ClaudeServer, client_of: ClientOf, database: Database
) -> None:
    claude.answer = lambda _: Says(DRAFT, pace=Pace(first_token_s=0.2))
    async with client_of(runcoach_daily_budget_usd=7.5 * ONE_USD) as client:
        results = await asyncio.gather(*(client.complete(ask()) for _ in range(20)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, DailyBudgetExhausted)]
    assert len(refused) == 13
    assert len(claude.messages) == 7
    assert 0 < await spent(database) < 7 * ONE_USD, "settled at what they cost"


async def test_a_settled_call_gives_back_what_it_did_not_use(
    claude: ClaudeServer, client_of: ClientOf, database: Database
) -> None:
    claude.answer = lambda _: Says(DRAFT)
    async with client_of(runcoach_runner_daily_budget_usd=1.5 * ONE_USD) as client:
        for _ in range(4):
            await client.complete(ask(runner_id=LEA))
    assert await spent(database, runner_id=LEA) < ONE_USD


async def test_the_refusal_says_whose_budget_and_until_when(
    claude: ClaudeServer, client_of: ClientOf
) -> None:
    async with client_of(runcoach_runner_daily_budget_usd=0) as client:
        with pytest.raises(RunnerBudgetExhausted, match="RUNCOACH_RUNNER_DAILY_BUDGET_USD") as caught:
            await client.complete(ask(runner_id=LEA))
        assert caught.value.retry_after_s == timedelta(hours=16, minutes=30).total_seconds()
    async with client_of(runcoach_daily_budget_usd=0) as client:
        with pytest.raises(DailyBudgetExhausted, match="RUNCOACH_DAILY_BUDGET_USD"):
            await client.complete(ask(runner_id=LEA))
    assert claude.requests == []


async def test_each_runner_has_a_share(database: Database) -> None:
    clock = Clock()
    shares = Ledger(database, Budgets(day_usd=10 * ONE_USD, runner_usd=1.5 * ONE_USD), clock)
    async with database.transaction() as connection:
        await runners.meet(connection, 8, runners.Seen(8, "Tom", "en"), now=NOW)
    await shares.reserve(ask(runner_id=LEA))
    with pytest.raises(RunnerBudgetExhausted):
        await shares.reserve(ask(runner_id=LEA))
    await shares.reserve(ask(runner_id=8))
    await shares.reserve(ask(runner_id=None))


async def test_the_day_begins_at_midnight_utc(database: Database) -> None:
    clock = Clock(datetime.fromisoformat("2026-11-20T23:59:59+00:00"))
    budget = Ledger(database, Budgets(day_usd=1.5 * ONE_USD, runner_usd=9), clock)
    await budget.settle(await budget.reserve(ask()), "ok", ONE_USD)
    with pytest.raises(DailyBudgetExhausted) as caught:
        await budget.reserve(ask())
    assert caught.value.retry_after_s == 1
    clock.now = datetime.fromisoformat("2026-11-21T01:00:00+01:00")
    await budget.reserve(ask())


async def test_what_a_dead_process_reserved_counts_until_it_expires(database: Database) -> None:
    clock = Clock()
    budget = Ledger(database, Budgets(day_usd=1.5 * ONE_USD, runner_usd=9), clock)
    await budget.reserve(ask())  # nobody settles it
    clock.now += timedelta(minutes=59)
    with pytest.raises(DailyBudgetExhausted):
        await budget.reserve(ask())
    clock.now += timedelta(minutes=1)
    await budget.reserve(ask())


async def test_a_call_is_settled_once(database: Database) -> None:
    budget = Ledger(database, Budgets(1, 1), Clock())
    call_id = await budget.reserve(ask())
    await budget.settle(call_id, "ok", 0.25, Usage(input_tokens=3))
    await budget.settle(call_id, "cut", 0.75)
    [line] = await calls(database)
    assert (line.outcome, line.cost_usd, line.input_tokens) == ("ok", 0.25, 3)


async def test_what_was_spent_outlives_an_erased_runner(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.answer = lambda _: Says(DRAFT)
    await client.complete(ask(runner_id=LEA))
    before = await spent(database)
    async with database.transaction() as connection:
        await runners.erase(connection, LEA)
    await client.complete(ask(runner_id=LEA))
    assert {line.runner_id for line in await calls(database)} == {None}
    assert await spent(database) > before > 0


HARD_TO_TOKENISE = "🏃‍♀️|→|é|ï|≤|" * 50


@pytest.mark.parametrize(
    "question",
    [
        ask(system="x", user="y", schema=None),
        ask(system="Principles | easy days easy | " * 300),
        ask(user=HARD_TO_TOKENISE, cache_life=None),
        ask(model="claude-sonnet-5-5", cache_life="1h", system="Run. " * 900),
    ],
)
async def test_no_call_costs_more_than_was_kept_for_it(
    claude: ClaudeServer, client: ClaudeClient, database: Database, question: Ask
) -> None:
    claude.queue(Says("word " * 5000))  # the whole allowance
    with pytest.raises(ClaudeFailure):
        await client.complete(question)
    [line] = await calls(database)
    assert line.outcome == "truncated"
    assert line.output_tokens == question.max_tokens
    assert 0 < line.cost_usd <= line.reserved_usd
    assert line.input_tokens + line.cache_write_5m_tokens + line.cache_write_1h_tokens <= most_prompt_tokens(
        question
    )


async def test_an_answer_is_not_lost_because_its_cost_cannot_be_written(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.queue(Says(DRAFT))
    with capture_logs() as logs:
        async with client.stream(ask()) as answer:
            async with database.transaction() as connection:
                await connection.execute(text("DROP TABLE claude_calls"))
            reply = await answer.reply()
    assert reply.text == DRAFT
    assert [entry["event"] for entry in logs] == ["the cost of a call could not be written down"]


async def test_nothing_is_asked_that_cannot_be_written_down(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    async with database.transaction() as connection:
        await connection.execute(text("DROP TABLE claude_calls"))
    with pytest.raises(StorageTrouble):
        await client.complete(ask())
    assert claude.requests == []
