"""Batches over a real socket: half the price, results by name in any order, every fate of a request."""

from datetime import timedelta

import pytest

from bot.claude import failures
from bot.claude.batches import BatchResult, ClaudeBatches
from bot.claude.client import ClaudeClient
from bot.claude.prices import cost_usd
from storage import ledger
from storage.database import Database
from tests.bot.claude.asks import DRAFT, SCHEMA, ask, calls
from tests.bot.claude.conftest import LEA, NOW, ClientOf
from tests.claude_server import ClaudeServer, Says, overloaded, refusal


async def all_results(batches: ClaudeBatches, batch_id: str) -> dict[str, BatchResult]:
    return {result.name: result async for result in batches.results(batch_id)}


async def test_a_batch_from_beginning_to_end(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    batches = ClaudeBatches(client)
    claude.batches.looks_until_ended = 2
    claude.answer = lambda body: Says(body["messages"][0]["content"].upper())
    batch_id = await batches.create({f"week-{n}": ask(user=f"week {n}", runner_id=LEA) for n in range(20)})
    progress = await batches.poll(batch_id)
    assert (progress.id, progress.ended, progress.waiting) == (batch_id, False, 20)
    assert (await batches.poll(batch_id)).ended
    results = await all_results(batches, batch_id)
    assert [results[f"week-{n}"].reply.text for n in range(20)] == [f"WEEK {n}" for n in range(20)]  # type: ignore[union-attr]  # fails here when there is none
    sent = claude.requests[0].body["requests"][3]["params"]
    assert sent["output_config"] == {"effort": "low", "format": {"type": "json_schema", "schema": SCHEMA}}
    lines = await calls(database)
    assert {line.outcome for line in lines} == {"ok"}
    reply = results["week-3"].reply
    assert reply is not None
    assert reply.cost_usd == pytest.approx(cost_usd(reply.model, reply.usage, NOW) / 2)
    assert sum(line.cost_usd for line in lines) == pytest.approx(
        sum(result.reply.cost_usd for result in results.values() if result.reply)
    )


async def test_every_fate_of_a_request(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    batches = ClaudeBatches(client)
    names = ["well", "refused", "cut", "overloaded", "late", "loose"]
    asks = {name: ask(max_tokens=20 if name == "cut" else 500) for name in names}
    asks["loose"] = ask(schema={"type": "object", "properties": {}})
    batch_id = await batches.create(asks)
    late = claude.requests[0].body["requests"][4]["custom_id"]
    claude.batches.expired.add(late)
    claude.queue(Says(DRAFT), refusal("bio", "I"), Says("word " * 99), overloaded())
    assert (await batches.poll(batch_id)).ended
    results = await all_results(batches, batch_id)
    found = {name: type(results[name].failure) for name in names}
    assert found == {
        "well": type(None),
        "refused": failures.Refused,
        "cut": failures.Truncated,
        "overloaded": failures.Overloaded,
        "late": failures.NotProcessed,
        "loose": failures.RequestRejected,
    }
    assert all((results[name].reply is None) is (name != "well") for name in names)
    paid = {line.outcome for line in await calls(database) if line.cost_usd > 0}
    assert paid == {"ok", "refused", "truncated"}


async def test_reading_the_results_twice_pays_once(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    batches = ClaudeBatches(client)
    claude.answer = lambda _: Says(DRAFT)
    batch_id = await batches.create({"one": ask()})
    await batches.poll(batch_id)
    first, again = await all_results(batches, batch_id), await all_results(batches, batch_id)
    assert first == again
    assert len(await calls(database)) == 1


async def test_a_cancelled_batch_costs_nothing(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    batches = ClaudeBatches(client)
    claude.batches.looks_until_ended = 2
    batch_id = await batches.create({"one": ask(), "two": ask()})
    assert not (await batches.cancel(batch_id)).ended
    assert not (await batches.poll(batch_id)).ended
    assert (await batches.poll(batch_id)).ended
    results = await all_results(batches, batch_id)
    assert {type(result.failure) for result in results.values()} == {failures.NotProcessed}
    assert {line.cost_usd for line in await calls(database)} == {0}


async def test_a_batch_waits_longer_than_a_call_for_its_settlement(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    await ClaudeBatches(client).create({"one": ask()})
    [line] = await calls(database)
    assert line.expires_at_utc == NOW + timedelta(hours=25)
    async with database.reading() as connection:
        assert await ledger.spent_today(connection, now=NOW + timedelta(hours=12)) == line.reserved_usd


async def test_over_the_budget_nothing_is_sent(
    claude: ClaudeServer, client_of: ClientOf, database: Database
) -> None:
    async with client_of(runcoach_daily_budget_usd=0.001) as client:
        batches = ClaudeBatches(client)
        with pytest.raises(failures.DailyBudgetExhausted):
            await batches.create({f"week-{n}": ask(max_tokens=3000) for n in range(4)})
    assert claude.requests == []
    assert [(line.outcome, line.cost_usd) for line in await calls(database)] == [("daily_budget", 0)]


async def test_a_batch_that_is_not_taken_frees_its_money(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.key = "another"
    with pytest.raises(failures.KeyRefused):
        await ClaudeBatches(client).create({"one": ask()})
    [line] = await calls(database)
    assert (line.outcome, line.cost_usd) == ("key_refused", 0)


async def test_an_unknown_batch(client: ClaudeClient) -> None:
    with pytest.raises(failures.RequestRejected):
        await ClaudeBatches(client).poll("msgbatch_9999")


@pytest.mark.parametrize("name", ["", "with space", "é", "n" * 49])
async def test_names_are_checked(client: ClaudeClient, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        await ClaudeBatches(client).create({name: ask()})
