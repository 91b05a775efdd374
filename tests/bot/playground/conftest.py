from collections.abc import AsyncIterator

import pytest
import telegram as ptb

from tests.telegram import LocalTelegram, Runner


@pytest.fixture(autouse=True)
def _durations_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the client warns of its own future whenever it is told to wait."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[ptb.Bot]:
    """python-telegram-bot's own client, as the real bot uses it."""
    client = ptb.Bot(
        telegram.token,
        base_url=f"{telegram.base_url}/bot",
        base_file_url=f"{telegram.base_url}/file/bot",
    )
    async with client:
        yield client


@pytest.fixture
async def lea(telegram: LocalTelegram) -> Runner:
    """A runner who has pressed Start."""
    runner = telegram.runner("Léa", "fr")
    await runner.says("/start")
    return runner
