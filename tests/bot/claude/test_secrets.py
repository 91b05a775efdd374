"""What the logs tell at their most talkative: no key, no question, no answer."""

import logging
from collections.abc import Iterator

import pytest

from bot.claude.client import ClaudeClient
from bot.claude.failures import ClaudeFailure
from bot.logs import configure_logs, redact
from tests.bot.claude.asks import ask
from tests.claude_server import ClaudeServer, Fails, Says, key_refused


@pytest.fixture
def logs_as_usual() -> Iterator[None]:
    """Put the root's handlers and level back after the test."""
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    yield
    root.handlers, level = before[0], before[1]
    root.setLevel(level)


@pytest.mark.usefixtures("logs_as_usual")
async def test_no_secret_and_no_content_at_debug(
    claude: ClaudeServer, client: ClaudeClient, capsys: pytest.CaptureFixture[str]
) -> None:
    claude.queue(
        Says("my-answer"), key_refused(), Fails(400, "invalid_request_error", "you wrote my-question")
    )
    configure_logs(logging.DEBUG)
    logging.getLogger("anthropic").debug("not shown")
    for library in ("httpx2", "httpcore2.http11"):
        logging.getLogger(library).info("not shown")
    await client.complete(ask(system="my-system", user="my-question", schema=None))
    for _ in range(2):
        with pytest.raises(ClaudeFailure):
            await client.complete(ask(system="my-system", user="my-question", schema=None))
    logging.getLogger("anywhere").error("Authorization: Bearer %s", claude.key)
    shown = capsys.readouterr().err
    assert "check ANTHROPIC_API_KEY" in shown, "the log is on"
    assert "Bearer <key>" in shown
    for secret in (claude.key, claude.key[-20:], "my-system", "my-question", "my-answer", "not shown"):
        assert secret not in shown


def test_a_failure_says_nothing_of_the_key(claude: ClaudeServer, client: ClaudeClient) -> None:
    assert claude.key not in repr(vars(client))


@pytest.mark.parametrize("key", ["sk-ant-api03-Ab_c-9", "sk-ant-admin01-xyz"])
def test_keys_are_taken_out_of_a_text(key: str) -> None:
    assert redact(f"x-api-key: {key}, next") == "x-api-key: <key>, next"
