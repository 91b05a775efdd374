"""Everything that goes wrong with Claude, over a real socket: its class, kind, sentences and cost."""

import inspect
import time
from dataclasses import dataclass

import httpx2
import pytest

from bot.claude import failures
from bot.claude.client import ClaudeClient
from bot.claude.failures import BadOutput, ClaudeFailure, FailureKind
from bot.claude.translating import retry_after_s
from bot.words import words_in
from storage.database import Database
from tests.bot.claude.asks import DRAFT, ask, calls
from tests.bot.claude.conftest import NOW, ClientOf
from tests.claude_server import (
    Answer,
    ClaudeServer,
    Hangs,
    Pace,
    Says,
    bad_request,
    cut,
    error_in_stream,
    forbidden,
    key_refused,
    overloaded,
    own_spend_limit,
    rate_limited,
    refusal,
    server_error,
    spend_cap,
    too_large,
    unknown_model,
)


@dataclass(frozen=True)
class Expected:
    """What becomes of an answer; `free` when the API bills nothing for it."""

    failure: type[ClaudeFailure]
    kind: FailureKind
    free: bool
    retry_after_s: float | None = None


TABLE: dict[str, tuple[Answer, Expected]] = {
    "429 with a wait": (rate_limited(20), Expected(failures.RateLimited, "limit", True, 20)),
    "429 of an hour": (rate_limited(3600), Expected(failures.RateLimited, "limit", True, 3600)),
    "429 without a wait": (rate_limited(), Expected(failures.RateLimited, "limit", True)),
    "429 with nonsense": (rate_limited("soon"), Expected(failures.RateLimited, "limit", True)),
    "spend cap": (spend_cap(), Expected(failures.SpendCapReached, "limit", True)),
    "own spend limit": (own_spend_limit(), Expected(failures.SpendCapReached, "limit", True)),
    "529": (overloaded(), Expected(failures.Overloaded, "outage", True)),
    "503": (overloaded(503), Expected(failures.Overloaded, "outage", True)),
    "500": (server_error(), Expected(failures.ServerFault, "outage", True)),
    "504": (server_error(504), Expected(failures.ServerFault, "outage", True)),
    "408": (server_error(408), Expected(failures.ServerFault, "outage", True)),
    "401": (key_refused(), Expected(failures.KeyRefused, "configuration", True)),
    "403": (forbidden(), Expected(failures.KeyRefused, "configuration", True)),
    "404": (unknown_model("claude-x"), Expected(failures.ModelUnavailable, "configuration", True)),
    "413": (too_large(), Expected(failures.RequestRejected, "configuration", True)),
    "400": (bad_request("no"), Expected(failures.RequestRejected, "configuration", True)),
    "refusal": (refusal("bio"), Expected(failures.Refused, "refused", False)),
    "refusal after words": (refusal(None, "I would"), Expected(failures.Refused, "refused", False)),
    "empty": (Says(""), Expected(failures.BadOutput, "bad_output", False)),
    "only thinking": (Says("", thinking_tokens=9), Expected(failures.BadOutput, "bad_output", False)),
    "odd stop": (Says(DRAFT, stop_reason="pause_turn"), Expected(failures.BadOutput, "bad_output", False)),
    "too long": (Says("word " * 2000), Expected(failures.Truncated, "bad_output", False)),
    "no room": (
        Says(DRAFT, stop_reason="model_context_window_exceeded"),
        Expected(failures.Truncated, "bad_output", False),
    ),
    "socket breaks": (cut(DRAFT, 10), Expected(failures.StreamCut, "outage", False)),
    "socket breaks at once": (cut(DRAFT, 0), Expected(failures.StreamCut, "outage", False)),
    "clean end too soon": (cut(DRAFT, 10, "eof"), Expected(failures.StreamCut, "outage", False)),
    "clean end after all words": (Says(DRAFT, ending="eof"), Expected(failures.StreamCut, "outage", False)),
    "no event": (cut(DRAFT, 10, "garbage"), Expected(failures.StreamCut, "outage", False)),
    "overloaded midway": (error_in_stream(DRAFT, 10), Expected(failures.Overloaded, "outage", False)),
    "fault midway": (
        error_in_stream(DRAFT, 10, "api_error"),
        Expected(failures.ServerFault, "outage", False),
    ),
    "limited midway": (
        error_in_stream(DRAFT, 10, "rate_limit_error"),
        Expected(failures.RateLimited, "limit", False),
    ),
    "unheard-of midway": (
        error_in_stream(DRAFT, 10, "new_error"),
        Expected(failures.ServerFault, "outage", False),
    ),
}


@pytest.mark.parametrize(("answer", "expected"), TABLE.values(), ids=TABLE.keys())
async def test_every_failure_has_its_name(
    claude: ClaudeServer, client: ClaudeClient, database: Database, answer: Answer, expected: Expected
) -> None:
    claude.queue(answer)
    with pytest.raises(ClaudeFailure) as caught:
        await client.complete(ask())
    failure = caught.value
    assert type(failure) is expected.failure
    assert (failure.kind, failure.retry_after_s) == (expected.kind, expected.retry_after_s)
    assert len(claude.messages) == 1, "nothing is repeated"
    [call] = await calls(database)
    assert call.outcome == failure.outcome
    assert (call.cost_usd == 0) is expected.free
    assert call.settled_at_utc is not None
    assert call.latency_s > 0


async def test_a_cut_answer_keeps_its_text(claude: ClaudeServer, client: ClaudeClient) -> None:
    claude.queue(Says("word " * 2000))
    with pytest.raises(BadOutput) as caught:
        await client.complete(ask(max_tokens=20))
    assert caught.value.text == ("word " * 2000)[:60]


@pytest.mark.parametrize(
    "answer", [Hangs(), cut(DRAFT, 10, "silence"), Says("word " * 999, pace=Pace(tokens_per_s=20))]
)
async def test_a_call_has_an_end(
    claude: ClaudeServer, client: ClaudeClient, database: Database, answer: Answer
) -> None:
    claude.queue(answer)
    started_s = time.monotonic()
    with pytest.raises(failures.TookTooLong, match=r"within 0\.3 s") as caught:
        await client.complete(ask(timeout_s=0.3, max_tokens=3000))
    assert time.monotonic() - started_s < 2
    assert caught.value.kind == "outage"
    [call] = await calls(database)
    assert (call.outcome, call.cost_usd > 0) == ("timeout", True)


async def test_nobody_there(client_of: ClientOf, claude: ClaudeServer, database: Database) -> None:
    gone = ClaudeServer()
    async with gone:
        address = gone.base_url
    async with client_of(anthropic_base_url=address) as client:
        with pytest.raises(failures.Unreachable) as caught:
            await client.complete(ask())
    assert caught.value.kind == "outage"
    [call] = await calls(database)
    assert (call.outcome, call.cost_usd) == ("unreachable", 0)


async def test_a_failure_seen_in_the_iteration_is_the_same(
    claude: ClaudeServer, client: ClaudeClient
) -> None:
    claude.queue(error_in_stream(DRAFT, 10))
    texts: list[str] = []

    async def read() -> None:
        async with client.stream(ask()) as answer:
            async for partial in answer:
                texts.append(partial.text)  # noqa: PERF401  # a comprehension keeps nothing of what came before

    with pytest.raises(failures.Overloaded):
        await read()
    assert texts[-1] == DRAFT[:30]


@pytest.mark.parametrize(
    ("broken", "outcome"),
    [(cut(DRAFT, 10), "cut"), (Says("word " * 2000), "truncated"), (refusal("bio"), "refused")],
)
async def test_a_failure_the_reader_takes_in_hand_is_written_down_all_the_same(
    claude: ClaudeServer, client: ClaudeClient, database: Database, broken: Answer, outcome: str
) -> None:
    claude.queue(broken, overloaded())
    async with client.stream(ask()) as answer:
        with pytest.raises(ClaudeFailure) as first:
            await answer.reply()
        with pytest.raises(ClaudeFailure) as again:
            await answer.reply()
        assert again.value is first.value
        with pytest.raises(failures.Overloaded):
            await client.complete(ask())
    outer, inner = await calls(database)
    assert (outer.outcome, inner.outcome) == (outcome, "overloaded")
    assert outer.cost_usd > inner.cost_usd == 0


async def test_a_failure_leaves_the_client_usable(claude: ClaudeServer, client: ClaudeClient) -> None:
    claude.queue(cut(DRAFT, 3), Says(DRAFT))
    with pytest.raises(failures.StreamCut):
        await client.complete(ask())
    assert (await client.complete(ask())).text == DRAFT


ALL = [
    found
    for _, found in inspect.getmembers(failures, inspect.isclass)
    if issubclass(found, ClaudeFailure) and found is not ClaudeFailure
]


@pytest.mark.parametrize("failure", ALL, ids=lambda failure: failure.__name__)
def test_every_failure_has_a_sentence_in_both_languages(failure: type[ClaudeFailure]) -> None:
    for language in ("fr", "en"):
        sentence = words_in(language)(failure.runner_key)
        assert sentence.endswith(".")
        assert len(sentence) < 120
    assert len(failure.outcome) <= 32


async def test_a_request_the_api_would_reject_is_rejected(claude: ClaudeServer, client: ClaudeClient) -> None:
    loose = {"type": "object", "properties": {"weeks": {"type": "integer", "minimum": 1}}}
    with pytest.raises(failures.RequestRejected):
        await client.complete(ask(schema=loose))
    assert claude.messages[0]["output_config"]["format"]["schema"] == loose


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "20"}, 20),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "20"}, 0.25),
        ({"retry-after": "Fri, 20 Nov 2026 07:31:00 GMT"}, 60),
        ({"retry-after": "Fri, 20 Nov 2026 07:31:00 -0000"}, 60),
        ({"retry-after": "Fri, 20 Nov 2026 07:00:00 GMT"}, 0),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
    ],
)
def test_the_wait_the_api_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(httpx2.Headers(headers), NOW) == seconds
