"""The way from an empty machine to a plan: the real program, and a runner's taps and answers on its page."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from bot.words import words_in
from core.athlete import Language

START_WITHIN_S = 60.0
STEP_MS = 20_000
_ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+")
_OWN_LANGUAGE = {"fr": "Français", "en": "English"}
_START = {"fr": "Démarrer", "en": "Start"}
_RACE_IN = {"fr": "dans 12 semaines", "en": "in 12 weeks"}
_BEST_TIME = {"fr": "45:30 sur 10 km", "en": "10 km in 45:30"}


class NotStarted(AssertionError):
    """The program ended, or said no address; the text is what it printed."""


@asynccontextmanager
async def running_playground(
    data_dir: Path, home: Path, *arguments: str, **variables: str
) -> AsyncIterator[str]:
    """`runcoach playground` as its own process with nothing of this machine's settings; gives its address.

    It is given more `arguments`, and more `variables` of its environment.
    """
    command = str(Path(sys.executable).with_name("runcoach"))
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "RUNCOACH_DATA_DIR": str(data_dir),
        "PYTHONUNBUFFERED": "1",
        **variables,
    }
    process = await asyncio.create_subprocess_exec(
        command,
        "playground",
        "--no-browser",
        "--port",
        "0",
        *arguments,
        env=environment,
        cwd=home,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    try:
        address = await asyncio.wait_for(_address(process.stdout), START_WITHIN_S)
        draining = asyncio.create_task(process.stdout.read())
        yield address
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
    await draining


async def _address(output: asyncio.StreamReader) -> str:
    said = b""
    async for line in output:
        said += line
        found = _ADDRESS.search(line)
        if found is not None:
            return found.group().decode()
    raise NotStarted(said.decode(errors="replace"))


class Walk:
    """One runner's onboarding on an open page, step by step."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page
        self.language = language
        self.words = words_in(language)

    @property
    def chat(self) -> Locator:
        return self.page.get_by_role("region").first

    def key(self, message_id: str, **variables: object) -> Locator:
        """The newest button of the chat with this text."""
        label = self.words(message_id, **variables)
        return self.chat.get_by_role("button", name=label, exact=True).last

    async def taps(self, message_id: str, **variables: object) -> None:
        key = self.key(message_id, **variables)
        await expect(key).to_be_visible(timeout=STEP_MS)
        await key.click()

    async def answers(self, text: str, *, when_asked: str) -> None:
        """Type an answer once the question that has the button `when_asked` stands there."""
        await expect(self.key(when_asked)).to_be_visible(timeout=STEP_MS)
        field = self.chat.locator("textarea.field")
        await field.fill(text)
        await field.press("Enter")

    async def begins(self, first_name: str) -> None:
        """The first visit: a name, a language, Start."""
        form = self.page.locator("form.runner-form")
        await form.get_by_role("textbox").fill(first_name)
        await form.get_by_label(_OWN_LANGUAGE[self.language]).check()
        await form.get_by_role("button", name=_START[self.language], exact=True).click()

    async def answers_everything(self) -> None:
        """From the first screen to the last tap before the plan: 10 km in twelve weeks, four runs a week."""
        await self.taps("onboarding-welcome-start")
        await self.taps("onboarding-level-intermediate")
        await self.taps("onboarding-goal-10k")
        await self.taps("onboarding-sessions-choice", count=4)
        await self.answers(_RACE_IN[self.language], when_asked="onboarding-race-skip")
        await self.answers(_BEST_TIME[self.language], when_asked="onboarding-reference-skip")
        await self.taps("onboarding-volume-20-35")
        await self.taps("onboarding-injuries-skip")
        await self.taps("onboarding-summary-create")

    async def plan_picture(self) -> Locator:
        """The plan's picture, drawn and loaded."""
        picture = self.chat.locator(".picture img").last
        await expect(picture).to_be_visible(timeout=STEP_MS)
        await picture.evaluate("(image) => image.decode()")
        return picture
