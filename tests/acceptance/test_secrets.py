"""A run in which much goes wrong, with every log at its most talkative: no secret is in any of it."""

import asyncio
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import make_url

from bot.app import Conversations, run_bot
from bot.errors import StartFailed
from bot.logs import configure_logs
from bot.messages import SendText
from bot.turn import Otherwise, Turn
from bot.web.webhook import SECRET_HEADER
from tests.bot.running import running_bot, settings_for
from tests.bot.webhooks import SECRET, delivering, free_port, webhook_settings
from tests.claude_server import ClaudeServer, key_refused
from tests.databases import only_on_sqlite
from tests.telegram import LocalTelegram

pytestmark = only_on_sqlite
TOKEN = "7000000003:" + "Tk_-9" * 7
KEY = "sk-ant-api03-" + "kEy-" * 12
PASSWORD = "pa55w0rd-of-the-database"
SAID = "my secret knee"
LOUD = ("httpx", "httpcore", "httpx2", "httpcore2", "anthropic", "apscheduler")
"""They print addresses and headers. What prints whole messages, rows and updates stays quiet at any level."""


@contextmanager
def loud_logs() -> Iterator[None]:
    """Everything down to DEBUG, of the libraries that speak HTTP too; as before afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    before = {name: logging.getLogger(name).level for name in LOUD}
    configure_logs(logging.DEBUG)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield
    root.handlers = handlers
    root.setLevel(level)
    for name, was in before.items():
        logging.getLogger(name).setLevel(was)


async def fail_or_answer(turn: Turn) -> None:
    if turn.incoming.text == "break":
        raise RuntimeError(f"{SAID} {TOKEN} {KEY}")
    async with turn.saving() as save:
        await save.say(SendText(html="heard"))


async def run_with_failures(folder: Path) -> None:
    """Claude refuses the key, Telegram breaks off and refuses, a handler fails, a stranger knocks."""
    port = free_port()
    talk = Conversations((Otherwise(fail_or_answer),), ())
    async with LocalTelegram(token=TOKEN) as telegram, ClaudeServer() as claude:
        claude.key = KEY
        claude.queue(*(key_refused() for _ in range(4)))
        telegram.faults.refuse("sendMessage", 502, "Bad Gateway")
        more = webhook_settings(port) | {"anthropic_api_key": KEY, "anthropic_base_url": claude.base_url}
        async with running_bot(telegram, folder, talk, **more), delivering(telegram, lambda: [port]):
            lea = telegram.runner(SAID)
            await lea.says(SAID)
            await lea.says("break")
            await lea.waits_for(lambda message: "heard" not in message.text)
            async with httpx.AsyncClient(trust_env=False) as client:
                address = f"http://127.0.0.1:{port}/telegram"
                knocked = await client.post(address, json={}, headers={SECRET_HEADER: f"x{SECRET}"})
            assert knocked.status_code == 403


async def test_a_run_with_failures_tells_no_secret(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with loud_logs():
        await run_with_failures(tmp_path)
    shown = "".join(capfd.readouterr())
    assert "a handler failed" in shown
    assert "/sendMessage" in shown, "the libraries are loud"
    assert "/getMe" in shown
    assert "<token>" in shown
    for secret in (TOKEN, TOKEN.partition(":")[2], KEY, SECRET, SAID):
        assert secret not in shown


async def test_a_refused_token_is_not_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with LocalTelegram() as telegram:
        wrong = settings_for(telegram, tmp_path).model_copy(update={"telegram_bot_token": SecretStr(TOKEN)})
        with loud_logs(), pytest.raises(StartFailed) as refused:
            await run_bot(wrong, asyncio.Event(), conversations=Conversations((), ()))
    shown = "".join(capfd.readouterr()) + str(refused.value)
    assert TOKEN.partition(":")[2] not in shown
    assert "check TELEGRAM_BOT_TOKEN" in shown


@pytest.mark.parametrize("command", [("run",), ("db", "check"), ("db", "upgrade"), ("stats",)])
async def test_the_password_of_the_database_is_not_shown(command: tuple[str, ...], tmp_path: Path) -> None:
    url = make_url("postgresql://runcoach@127.0.0.1/coach").set(password=PASSWORD, port=free_port())
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *command),
        env=os.environ
        | {
            "DATABASE_URL": url.render_as_string(hide_password=False),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
            "RUNCOACH_DATA_DIR": str(tmp_path),
            "ANTHROPIC_API_KEY": KEY,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(30):
        shown, _ = await process.communicate()
    assert process.returncode == 1 or b"not" in shown
    assert b"Traceback" not in shown
    for secret in (PASSWORD, TOKEN, KEY):
        assert secret.encode() not in shown


def test_a_line_that_cannot_be_written_is_not_printed_with_its_arguments(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with loud_logs():
        logging.getLogger("anywhere").error("%d", SAID)
    shown = "".join(capfd.readouterr())
    assert "a line of anywhere could not be written" in shown
    assert SAID not in shown
