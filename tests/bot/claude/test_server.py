"""The tests' own Claude keeps to the API: what it rejects, counts, streams and ends."""

import time
from collections.abc import AsyncIterator
from typing import Any

import anthropic
import pytest
from anthropic import AsyncAnthropic

from tests.claude_server import ClaudeServer, Pace, Says, overloaded

HELLO: Any = {
    "model": "claude-haiku-5-5",
    "max_tokens": 50,
    "messages": [{"role": "user", "content": "Hello"}],
}
LOW_OFF = {"output_config": {"effort": "low"}, "thinking": {"type": "disabled"}}


def schema(**keywords: Any) -> dict[str, Any]:
    """A request's format: an object with one property of these keywords."""
    shape = {
        "type": "object",
        "properties": {"week": keywords},
        "required": ["week"],
        "additionalProperties": False,
    }
    return {"output_config": {"format": {"type": "json_schema", "schema": shape}}}


@pytest.fixture
async def sdk(claude: ClaudeServer) -> AsyncIterator[AsyncAnthropic]:
    async with AsyncAnthropic(api_key=claude.key, base_url=claude.base_url, max_retries=0) as client:
        yield client


REJECTED: dict[str, dict[str, Any]] = {
    "sampling": {"temperature": 1.0},
    "prefill": {"messages": [*HELLO["messages"], {"role": "assistant", "content": "{"}]},
    "empty text": {"messages": [{"role": "user", "content": ""}]},
    "manual thinking": {"thinking": {"type": "enabled", "budget_tokens": 1024}},
    "sonnet disabled": {"model": "claude-sonnet-5-5", **LOW_OFF},
    "opus disabled": {"model": "claude-opus-5-5", **LOW_OFF},
    "haiku between tools": {"thinking": {"type": "between_tools"}},
    "off at full effort": {"thinking": {"type": "disabled"}, "output_config": {"effort": "max"}},
    "unknown effort": {"output_config": {"effort": "none"}},
    "bound": schema(type="integer", minimum=1),
    "length": schema(type="string", maxLength=3),
    "two items": schema(type="array", items={"type": "string"}, minItems=2),
    "open object": schema(type="object", properties={}),
    "too many optional": schema(
        type="object", additionalProperties=False, properties={f"p{n}": {"type": "string"} for n in range(25)}
    ),
    "too many unions": schema(
        type="object",
        additionalProperties=False,
        required=[f"p{n}" for n in range(17)],
        properties={f"p{n}": {"anyOf": [{"type": "string"}, {"type": "null"}]} for n in range(17)},
    ),
}


@pytest.mark.parametrize("changes", REJECTED.values(), ids=REJECTED.keys())
async def test_it_rejects_what_the_api_rejects(
    claude: ClaudeServer, sdk: AsyncAnthropic, changes: dict[str, Any]
) -> None:
    claude.queue(Says("Hi"))
    with pytest.raises(anthropic.BadRequestError):
        await sdk.messages.create(max_tokens=50, model="", messages=[], extra_body=HELLO | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        LOW_OFF,
        {"model": "claude-sonnet-5-5", **LOW_OFF, "thinking": {"type": "between_tools"}},
        schema(type="array", items={"type": "string"}, minItems=1),
        schema(type="string", enum=["minimum", "maxLength"]),
    ],
)
async def test_it_takes_what_the_api_takes(
    claude: ClaudeServer, sdk: AsyncAnthropic, changes: dict[str, Any]
) -> None:
    claude.queue(Says("Hi"))
    message = await sdk.messages.create(**HELLO | changes)
    assert message.stop_reason == "end_turn"


async def test_a_stream_and_a_message_say_the_same(claude: ClaudeServer, sdk: AsyncAnthropic) -> None:
    claude.answer = lambda _: Says("Hello there, runner. " * 20, thinking_tokens=8)
    whole = await sdk.messages.create(**HELLO)
    async with sdk.messages.stream(**HELLO) as stream:
        streamed = await stream.get_final_message()
    assert whole.stop_reason == streamed.stop_reason == "max_tokens"
    assert whole.usage.output_tokens == streamed.usage.output_tokens == 50
    assert [block.to_dict() for block in whole.content] == [block.to_dict() for block in streamed.content]
    assert [block.type for block in whole.content] == ["thinking", "text"]


async def test_the_pace_is_kept(claude: ClaudeServer, sdk: AsyncAnthropic) -> None:
    claude.answer = lambda _: Says("abc" * 30, pace=Pace(first_token_s=0.1, tokens_per_s=100))
    started_s = time.monotonic()
    await sdk.messages.create(**HELLO)
    whole_s = time.monotonic() - started_s
    async with sdk.messages.stream(**HELLO) as stream:
        await stream.until_done()
    streamed_s = time.monotonic() - started_s - whole_s
    assert 0.4 <= whole_s < 1
    assert 0.4 <= streamed_s < 1


async def test_counting_agrees_with_the_bill(claude: ClaudeServer, sdk: AsyncAnthropic) -> None:
    claude.queue(Says("Hi"))
    counted = await sdk.messages.count_tokens(model=HELLO["model"], messages=HELLO["messages"])
    message = await sdk.messages.create(**HELLO)
    assert counted.input_tokens == message.usage.input_tokens == 2


async def test_the_sdk_repeats_against_it_as_against_the_api(
    claude: ClaudeServer, sdk: AsyncAnthropic
) -> None:
    claude.queue(overloaded(), Says("Hi"))
    message = await sdk.with_options(max_retries=1).messages.create(**HELLO)
    assert message.stop_reason == "end_turn"
    assert len(claude.messages) == 2


async def test_an_answer_nobody_queued_is_an_error(claude: ClaudeServer, sdk: AsyncAnthropic) -> None:
    with pytest.raises(anthropic.InternalServerError, match="queued no answer"):
        await sdk.messages.create(**HELLO)


async def test_only_the_key_opens_it(claude: ClaudeServer) -> None:
    async with AsyncAnthropic(api_key="sk-ant-other", base_url=claude.base_url, max_retries=0) as stranger:
        with pytest.raises(anthropic.AuthenticationError):
            await stranger.messages.create(**HELLO)
        with pytest.raises(anthropic.AuthenticationError):
            await stranger.models.retrieve("claude-haiku-5-5")
