"""A phone in a test's hand: the chat page, the runner who holds it, and the bot on the other side."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect
from telegram import Bot, CallbackQuery

from tests.telegram import LocalTelegram, Runner

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE_SIZE = (390, 844)
DESKTOP_SIZE = (1280, 800)
WAIT_MS = 15_000
expect.set_options(timeout=WAIT_MS)  # the page shares a few cores with the rest of the suite


@asynccontextmanager
async def running_chromium() -> AsyncIterator[Browser]:
    """The system's Chromium; skips the test where there is none, except in CI, where it must be there."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: .ci/run installs it.")
        pytest.skip("Chromium is not installed; on Debian: apt install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        await browser.close()


@dataclass
class Phone:
    """One page and what went wrong on it; `runner` is the person whose chat is open."""

    page: Page
    telegram: LocalTelegram
    runner: Runner
    bot: Bot
    problems: list[str] = field(default_factory=list)

    @property
    def messages(self) -> Locator:
        return self.page.get_by_role("log").get_by_role("article")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def field(self) -> Locator:
        return self.page.locator("textarea.field")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def open(self) -> None:
        await self.page.goto(self.telegram.base_url)
        await expect(self.field).to_be_visible()

    async def next_tap(self) -> CallbackQuery:
        """The tap the bot has not read yet, when it comes."""
        offset = 0
        while True:
            updates = await self.bot.get_updates(offset=offset, timeout=WAIT_MS // 1000)
            assert updates, "No tap came."
            for update in updates:
                offset = update.update_id + 1
                if update.callback_query is not None:
                    return update.callback_query

    async def overflows(self) -> bool:
        """Whether anything can be scrolled sideways."""
        frames = "[...document.querySelectorAll('html, body, .log, .chat')]"
        return bool(await self.page.evaluate(f"{frames}.some((e) => e.scrollWidth > e.clientWidth)"))


@asynccontextmanager
async def phone_in_hand(
    browser: Browser,
    telegram: LocalTelegram,
    bot: Bot,
    *,
    size: tuple[int, int] = PHONE_SIZE,
    language: str = "fr",
    scheme: str = "light",
) -> AsyncIterator[Phone]:
    """The page before it is opened, with one runner who has pressed Start.

    Fails at the end when the page logged an error; a test that provokes one clears `problems`.
    """
    touch = size == PHONE_SIZE
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale={"fr": "fr-FR", "en": "en-GB"}[language],
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=touch,
        is_mobile=touch,
        timezone_id="Europe/Paris",
        reduced_motion="reduce",
    )
    context.set_default_timeout(WAIT_MS)
    page = await context.new_page()
    runner = telegram.runner("Coureur A" if language == "fr" else "Runner A", language)
    await runner.says("/start")
    phone = Phone(page, telegram, runner, bot)
    page.on("pageerror", lambda error: phone.problems.append(str(error)))
    page.on("console", lambda message: _note(phone, message))
    yield phone
    await context.close()
    assert phone.problems == [], phone.problems


def _note(phone: Phone, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        phone.problems.append(message.text)
