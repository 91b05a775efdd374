"""The tests' Claude: a Messages API server in this process, which answers as it is told.

async with ClaudeServer(pace=Pace(first_token_s=0.7, tokens_per_s=150)) as claude:
    claude.queue(Says('{"weeks": []}'), rate_limited(retry_after_s=20))
    ...                       # the bot, with ANTHROPIC_BASE_URL=claude.base_url
    assert claude.requests[0].body["model"] == "claude-haiku-5-5"

It keeps to what the API does today: which requests it rejects, how it streams, counts, caches and fails.
"""

from tests.claude_server.answers import (
    Answer,
    Fails,
    Hangs,
    Pace,
    Says,
    Use,
    bad_request,
    cut,
    error_in_stream,
    fenced,
    forbidden,
    in_prose,
    key_refused,
    overloaded,
    own_spend_limit,
    rate_limited,
    refusal,
    server_error,
    spend_cap,
    too_large,
    unknown_model,
    uses,
)
from tests.claude_server.server import ClaudeServer, ReceivedRequest

__all__ = [
    "Answer",
    "ClaudeServer",
    "Fails",
    "Hangs",
    "Pace",
    "ReceivedRequest",
    "Says",
    "Use",
    "bad_request",
    "cut",
    "error_in_stream",
    "fenced",
    "forbidden",
    "in_prose",
    "key_refused",
    "overloaded",
    "own_spend_limit",
    "rate_limited",
    "refusal",
    "server_error",
    "spend_cap",
    "too_large",
    "unknown_model",
    "uses",
]
