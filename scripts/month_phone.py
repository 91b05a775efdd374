"""A runner's phone in the simulated month: the page's own requests, and a page to photograph."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from playwright.async_api import Page

from bot.words import words_in
from core.athlete import Language

WAIT_S = 20.0
LOOK_EVERY_MS = 50
SETTLE_MS = 250
# Moving the clock there waits until everything is handled and sent.
A_MOMENT_S = 2.0
BUTTON_WITHIN_S = 3.0
STILL_MS = 120
Message = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """What stood in the chat at a moment: a new message, or what an edit made of one."""

    message_id: int
    at: datetime
    from_bot: bool
    edited: bool
    unasked: bool
    text: str
    buttons: tuple[tuple[str, ...], ...]
    media: str

    def as_text(self) -> str:
        who = "COACH" if self.from_bot else "ME"
        marks = " (edited)" * self.edited + " (unasked)" * self.unasked + self.media
        keys = "".join(f"\n    [{' | '.join(row)}]" for row in self.buttons)
        return f"--- {self.at:%a %d %b %H:%M} #{self.message_id} {who}{marks}\n{self.text}{keys}\n"


@dataclass
class Phone:
    """One runner: what they do, and everything they have read."""

    client: httpx.AsyncClient
    page: Page
    language: Language
    zone: ZoneInfo
    user_id: int
    folder: Path
    lines: list[Line] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    shots: int = 0
    _seen: dict[int, tuple[str, Any]] = field(default_factory=dict)

    def label(self, message_id: str, **variables: object) -> str:
        return _plain(words_in(self.language)(message_id, **variables))

    async def chat(self) -> list[Message]:
        messages: list[Message] = (await self.client.get(f"/play/users/{self.user_id}/chat")).json()[
            "messages"
        ]
        return messages

    async def reads(self, *, unasked: bool = False) -> None:
        """Take down what is new or changed on the screen."""
        for message in await self.chat():
            number, shown = message["message_id"], (_words(message), message["keyboard"])
            if self._seen.get(number) == shown:
                continue
            self.lines.append(self._line(message, edited=number in self._seen, unasked=unasked))
            self._seen[number] = shown

    def _line(self, message: Message, *, edited: bool, unasked: bool) -> Line:
        at = datetime.fromtimestamp(
            message["edit_date"] if edited and message["edit_date"] else message["date"], self.zone
        )
        keys = tuple(tuple(button["text"] for button in row) for row in message["keyboard"])
        media = " [photo]" * bool(message["photo"])
        if message["document"]:
            media = f" [{message['document']['name']}]"
        from_bot = message["from"] == "bot"
        return Line(
            message["message_id"], at, from_bot, edited, unasked and from_bot, _words(message), keys, media
        )

    async def settles(self) -> None:
        """Return when the bot has answered everything."""
        now_s = (await self.client.get("/play/clock")).json()["now_s"]
        answer = await self.client.post("/play/clock", json={"goal": now_s + A_MOMENT_S})
        answer.raise_for_status()
        # A bot edits in place after its commit, which the clock knows nothing of.
        before: object = None
        while before != (before := await self.chat()):
            await self.page.wait_for_timeout(STILL_MS)
        await self.reads()

    async def says(self, text: str) -> None:
        answer = await self.client.post(f"/play/users/{self.user_id}/messages", json={"text": text})
        answer.raise_for_status()
        await self.settles()

    async def taps(self, label: str, within_s: float = 0.0) -> bool:
        """Tap the newest button with this label, or else containing it; False when none comes in time."""
        deadline_s = time.monotonic() + within_s
        while (tap := _tap_on(await self.chat(), label)) is None:
            if time.monotonic() >= deadline_s:
                return False
            await self.page.wait_for_timeout(LOOK_EVERY_MS)
        (await self.client.post(f"/play/users/{self.user_id}/taps", json=tap)).raise_for_status()
        await self.settles()
        return True

    async def wants(self, message_id: str, **variables: object) -> None:
        """Tap the button with this text, and note it when it is not there."""
        label = self.label(message_id, **variables)
        if not await self.taps(label, BUTTON_WITHIN_S):
            self.missing.append(f"{self.language}: no button “{label}” ({message_id})")

    async def waits_for_button(self, label: str) -> None:
        async with asyncio.timeout(WAIT_S):
            while not any(
                label in _plain(button["text"])
                for m in await self.chat()
                for row in m["keyboard"]
                for button in row
            ):
                await self.page.wait_for_timeout(LOOK_EVERY_MS)
        await self.reads()

    async def newest_buttons(self) -> list[str]:
        """The labels under the newest message that has any."""
        for message in reversed(await self.chat()):
            if message["keyboard"]:
                return [_plain(button["text"]) for row in message["keyboard"] for button in row]
        return []

    async def photographs(self, name: str) -> None:
        """The page at phone width, scrolled to its end."""
        await self.page.bring_to_front()
        to_bottom = self.page.locator(".to-bottom")
        if await to_bottom.is_visible():
            await to_bottom.click()
        await self.page.evaluate(
            "Promise.all([...document.images].map((image) => image.decode().catch(() => 0)))"
        )
        await self.page.evaluate("document.querySelector('.log').scrollTo(0, 1e9)")
        await self.page.wait_for_timeout(SETTLE_MS)
        self.shots += 1
        await self.page.screenshot(path=self.folder / f"{self.language}-{self.shots:02}-{name}.png")

    def write_down(self) -> None:
        text = "\n".join(line.as_text() for line in self.lines)
        (self.folder / f"{self.language}.txt").write_text(text, encoding="utf-8")


def _plain(label: str) -> str:
    """With plain spaces, whatever kind holds its words together."""
    return " ".join(label.split())


def _words(message: Message) -> str:
    return str(message["text"])


def _tap_on(messages: list[Message], label: str) -> Message | None:
    for exact in (True, False):
        for message in reversed(messages):
            for button in (button for row in message["keyboard"] for button in row):
                shown = _plain(button["text"])
                if "data" in button and (shown == label if exact else label in shown):
                    return {"message_id": message["message_id"], "data": button["data"]}
    return None
