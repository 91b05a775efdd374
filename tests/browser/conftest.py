"""One Chromium for all browser tests; a fresh Telegram, bot and phone for each."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser
from telegram import Bot

from tests.browser.phone import Phone, phone_in_hand, running_chromium
from tests.telegram import LocalTelegram


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with running_chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as telegram:
        yield telegram


@pytest_asyncio.fixture(loop_scope="session")
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    """python-telegram-bot's own Bot: what it sends is what the page must show."""
    base = telegram.base_url
    async with Bot(telegram.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def phone(chromium: Browser, telegram: LocalTelegram, bot: Bot) -> AsyncIterator[Phone]:
    """A French runner's phone with the chat open."""
    async with phone_in_hand(chromium, telegram, bot) as phone:
        await phone.open()
        yield phone
