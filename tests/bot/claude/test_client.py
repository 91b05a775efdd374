"""Asking over a real socket with the real SDK: what is sent, what comes back, what is written down."""

import asyncio
import time

import pytest

from bot.claude.asking import Usage
from bot.claude.client import ClaudeClient
from bot.claude.failures import SwitchedOff
from storage.database import Database
from tests.bot.claude.asks import DRAFT, SCHEMA, ask, calls
from tests.bot.claude.conftest import LEA, ClientOf
from tests.claude_server import ClaudeServer, Pace, Says, fenced, in_prose


async def test_an_answer_comes_whole_with_its_figures(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.queue(Says(DRAFT, pace=Pace(first_token_s=0.05, tokens_per_s=500)))
    reply = await client.complete(ask(runner_id=LEA))
    assert (reply.text, reply.model, reply.stop_reason) == (DRAFT, "claude-haiku-5-5", "end_turn")
    assert 0.05 <= reply.time_to_first_token_s < reply.latency_s
    assert reply.usage.output_tokens == -(-len(DRAFT) // 3)
    [call] = await calls(database)
    assert (call.runner_id, call.purpose, call.prompt_name, call.prompt_variant) == (
        LEA,
        "plan",
        "plan-draft",
        "a",
    )
    assert call.outcome == "ok"
    assert call.cost_usd == pytest.approx(reply.cost_usd)
    assert 0 < call.cost_usd < call.reserved_usd
    assert (call.input_tokens, call.output_tokens) == (reply.usage.input_tokens, reply.usage.output_tokens)
    assert call.latency_s == pytest.approx(reply.latency_s)
    assert call.settled_at_utc is not None


async def test_the_words_can_be_read_while_they_come(claude: ClaudeServer, client: ClaudeClient) -> None:
    claude.queue(Says(DRAFT, pace=Pace(tokens_per_s=100)))
    async with client.stream(ask()) as answer:
        seen = [partial async for partial in answer]
        reply = await answer.reply()
    assert len(seen) > 3
    assert all(DRAFT.startswith(partial.text) for partial in seen)
    philosophies = [partial.json.get("philosophy", "") for partial in seen]
    assert any(0 < len(text) < len("Run easy, often.") for text in philosophies), "an unfinished string"
    assert philosophies == sorted(philosophies)
    assert seen[-1].text == reply.text


@pytest.mark.parametrize("answer", [fenced(DRAFT), in_prose(DRAFT)])
async def test_words_around_the_json_come_as_they_are(
    claude: ClaudeServer, client: ClaudeClient, answer: Says
) -> None:
    claude.queue(answer)
    async with client.stream(ask(schema=None)) as arriving:
        async for partial in arriving:
            assert partial.json == {}
        assert (await arriving.reply()).text == answer.text


@pytest.mark.parametrize(
    ("model", "thinking", "effort"),
    [
        ("claude-haiku-5-5", {"type": "disabled"}, "low"),
        ("claude-sonnet-5-5", {"type": "between_tools"}, "low"),
        ("claude-opus-5-5", None, "low"),
        ("claude-haiku-4-5", None, None),
    ],
)
async def test_each_model_is_asked_to_answer_at_once(
    claude: ClaudeServer, client: ClaudeClient, model: str, thinking: object, effort: str | None
) -> None:
    claude.models[model] = {"lifecycle": "active"}
    claude.queue(Says(DRAFT))
    await client.complete(ask(model=model))
    [body] = claude.messages
    assert body.get("thinking") == thinking
    assert body["output_config"].get("effort") == effort
    assert body["output_config"]["format"] == {"type": "json_schema", "schema": SCHEMA}
    assert body["stream"] is True
    assert body["messages"] == [{"role": "user", "content": "Three weeks for a 5K."}]


async def test_a_prefix_asked_again_is_read_from_the_cache(
    claude: ClaudeServer, client: ClaudeClient
) -> None:
    claude.answer = lambda _: Says(DRAFT)
    system = "Principles | easy days easy | " * 100
    first = await client.complete(ask(system=system))
    second = await client.complete(ask(system=system, user="Four weeks for a 5K."))
    assert (first.usage.cache_write_5m_tokens, first.usage.cache_read_tokens) == (1000, 0)
    assert (second.usage.cache_write_5m_tokens, second.usage.cache_read_tokens) == (0, 1000)
    assert second.cost_usd < first.cost_usd
    lasting = await client.complete(ask(system=system + "!", cache_life="1h"))
    assert (lasting.usage.cache_write_5m_tokens, lasting.usage.cache_write_1h_tokens) == (0, 1001)
    without = await client.complete(ask(system=system, cache_life=None))
    assert without.usage.cache_read_tokens == 0


async def test_thinking_is_counted(claude: ClaudeServer, client: ClaudeClient) -> None:
    claude.queue(Says(DRAFT, thinking_tokens=40))
    reply = await client.complete(ask(model="claude-opus-5-5"))
    assert reply.text == DRAFT
    assert reply.usage == Usage(
        input_tokens=reply.usage.input_tokens, output_tokens=-(-len(DRAFT) // 3) + 40, thinking_tokens=40
    )


async def test_leaving_early_ends_the_call_and_counts_what_came(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.queue(Says("word " * 2000, pace=Pace(tokens_per_s=100)))
    async with client.stream(ask(max_tokens=4000)) as answer:
        async for partial in answer:
            if len(partial.text) > 30:
                break
    [call] = await calls(database)
    assert call.outcome == "abandoned"
    assert call.input_tokens > 0
    assert 30 / 3 <= call.output_tokens < 200
    assert 0 < call.cost_usd < call.reserved_usd


async def test_a_cancelled_task_settles_too(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    asked = asyncio.Event()

    def answer(_: object) -> Says:
        asked.set()
        return Says("word " * 2000, pace=Pace(tokens_per_s=100))

    claude.answer = answer
    task = asyncio.create_task(client.complete(ask(max_tokens=4000)))
    await asyncio.wait_for(asked.wait(), 10)
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    [call] = await calls(database)
    assert (call.outcome, call.settled_at_utc is None) == ("abandoned", False)
    assert call.cost_usd > 0


async def test_an_error_of_the_reader_stays_its_own(
    claude: ClaudeServer, client: ClaudeClient, database: Database
) -> None:
    claude.queue(Says(DRAFT))

    async def read_badly() -> None:
        async with client.stream(ask()) as answer:
            async for _ in answer:
                raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine"):
        await read_badly()
    [call] = await calls(database)
    assert call.outcome == "abandoned"


async def test_fifty_ask_at_once_and_none_waits_for_another(
    claude: ClaudeServer, client_of: ClientOf, database: Database
) -> None:
    claude.answer = lambda _: Says("word " * 30, pace=Pace(first_token_s=0.2, tokens_per_s=150))
    async with client_of(runcoach_daily_budget_usd=100) as client:
        started_s = time.monotonic()
        replies = await asyncio.gather(*(client.complete(ask()) for _ in range(50)))
        took_s = time.monotonic() - started_s
    alone_s = 0.2 + 50 / 150
    assert took_s < 50 * alone_s / 10, "one after the other they would take 27 s"
    assert len(replies) == len(await calls(database)) == 50


async def test_without_a_key_nothing_is_asked(client_of: ClientOf, claude: ClaudeServer) -> None:
    async with client_of(anthropic_api_key=None) as client:
        assert not client.available
        assert await client.check_models() == ["No ANTHROPIC_API_KEY is set: every plan is the engine's own."]
        with pytest.raises(SwitchedOff):
            await client.complete(ask())
    assert claude.requests == []
