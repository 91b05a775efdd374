"""The tests' Telegram: the playground's Bot API server in this process, and people to chat with.

async with LocalTelegram() as telegram:
    lea = telegram.runner("Léa")
    await lea.says("/start")
    message = await lea.waits_for("Salut")
    await lea.taps("10 km")
"""

import time
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, TypeVar

from bot.playground import runners
from bot.playground.archive import Archive
from bot.playground.files import Upload
from bot.playground.live import CallRecord, Playground
from bot.playground.moving import Agenda
from bot.playground.records import Json, Message, Query
from bot.playground.server import create_app, serve
from bot.playground.world import World

TOKEN = "7000000001:local-telegram-for-tests"
WAIT_S = 10.0
Value = TypeVar("Value")
Wanted = str | Callable[[Message], bool]


@dataclass
class LocalTelegram:
    """A Bot API server on a free loopback port while the block runs."""

    token: str = TOKEN
    clock: Callable[[], float] = time.time
    world: World = field(default_factory=World)
    archive: Archive | None = None
    base_url: str = ""
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    agenda: Agenda | None = None

    def __post_init__(self) -> None:
        self._app = create_app(
            self.world, token=self.token, archive=self.archive, clock=self.clock, agenda=self.agenda
        )
        self.playground: Playground = self._app.state.playground
        self.faults = self.playground.faults

    async def __aenter__(self) -> Self:
        self.base_url = await self._stack.enter_async_context(serve(self._app))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def stop(self) -> None:
        """Stop before the block ends, as when Telegram goes away."""
        await self._stack.aclose()

    async def is_polled(self, times: int = 1) -> None:
        """Return when getUpdates has been asked this often since the start."""
        await self.waits_until(lambda: self.playground.poller >= times)

    def runner(
        self, first_name: str = "Léa", language_code: str = "fr", user_id: int | None = None
    ) -> "Runner":
        """A person who has not written yet (or a known one by id)."""
        user = self.world.add_user(first_name, language_code, user_id)
        return Runner(self, user.id)

    def calls(self, *methods: str) -> list[CallRecord]:
        """What the bot asked so far, in order; of these methods only, or all but getUpdates."""
        return [
            call
            for call in self.playground.calls
            if (call.method in methods if methods else call.method != "getUpdates")
        ]

    async def waits_until(self, holds: Callable[[], bool], timeout_s: float = WAIT_S) -> None:
        """Return when it holds, looking after every change; raises TimeoutError."""
        deadline_s = time.monotonic() + timeout_s
        while not holds():
            left_s = deadline_s - time.monotonic()
            if left_s <= 0:
                raise TimeoutError
            await self.playground.next_change(min(left_s, 0.25))


@dataclass(frozen=True)
class Runner:
    """A person with a phone."""

    telegram: LocalTelegram
    id: int

    @property
    def chat(self) -> list[Message]:
        """What is on the screen now, oldest first, edits applied."""
        return list(self.telegram.world.messages.of(self.id).values())

    @property
    def from_bot(self) -> list[Message]:
        return [message for message in self.chat if message.from_bot]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return self.from_bot[-1]

    async def says(self, text: str, reply_to: int | None = None) -> Message:
        return self._done(runners.says(self.telegram.world, self.id, text, self._now_s, reply_to))

    async def edits(self, message_id: int, text: str) -> Message:
        return self._done(runners.edits(self.telegram.world, self.id, message_id, text, self._now_s))

    async def taps(self, label: str, message: Message | None = None) -> Query:
        """Tap the newest inline button with this label: exactly this, or else one containing it."""
        for shown in [message] if message is not None else reversed(self.from_bot):
            data = _button_data(shown, label)
            if data is not None:
                return await self.taps_data(shown.message_id, data)
        raise AssertionError(f"No button {label!r} on the screen:\n{self.screen()}")

    async def taps_data(self, message_id: int, data: str) -> Query:
        """A tap with any data: a stale or forged button."""
        return self._done(runners.taps(self.telegram.world, self.id, message_id, data, self._now_s))

    async def sends_document(
        self, name: str, content: bytes, mime: str = "application/octet-stream", caption: str = ""
    ) -> Message:
        upload = Upload(name, mime, content)
        return self._done(runners.sends_document(self.telegram.world, self.id, upload, self._now_s, caption))

    async def sends_photo(self, content: bytes, mime: str = "image/png", caption: str = "") -> Message:
        upload = Upload("photo", mime, content)
        return self._done(runners.sends_photo(self.telegram.world, self.id, upload, self._now_s, caption))

    async def sends_voice(self) -> Message:
        return self._done(runners.sends_voice(self.telegram.world, self.id, self._now_s))

    async def sends_sticker(self) -> Message:
        return self._done(runners.sends_sticker(self.telegram.world, self.id, self._now_s))

    async def sends_location(self) -> Message:
        return self._done(runners.sends_location(self.telegram.world, self.id, self._now_s))

    async def blocks(self) -> None:
        self._done(runners.blocks(self.telegram.world, self.id, self._now_s))

    async def unblocks(self) -> None:
        self._done(runners.unblocks(self.telegram.world, self.id, self._now_s))

    async def waits_for(
        self, wanted: Wanted, timeout_s: float = WAIT_S, after: Message | None = None
    ) -> Message:
        """The newest message of the bot that contains the text or meets the condition, when it is there.

        With `after`, only messages newer than that one count.
        """
        oldest = after.message_id if after is not None else 0

        def found() -> Message | None:
            shown = (message for message in self.from_bot if message.message_id > oldest)
            return _newest(shown, wanted)

        try:
            await self.telegram.waits_until(lambda: found() is not None, timeout_s)
        except TimeoutError:
            raise AssertionError(f"{wanted!r} did not come within {timeout_s} s:\n{self.screen()}") from None
        message = found()
        assert message is not None
        return message

    async def waits_for_answer(self, query: Query, timeout_s: float = WAIT_S) -> Json:
        """The bot's answer to a tap: its text and whether it is an alert."""
        await self.telegram.waits_until(lambda: self._answer(query) is not None, timeout_s)
        answer = self._answer(query)
        assert answer is not None
        return answer

    def _answer(self, query: Query) -> Json | None:
        events = self.telegram.world.feed(self.id).events
        answers = (event.payload for event in events if event.kind == "callback_answer")
        return next((answer for answer in answers if answer["query_id"] == str(query.number)), None)

    def screen(self) -> str:
        """The chat as text, for messages of failed tests."""
        return "\n".join(_as_text(message) for message in self.chat)

    @property
    def _now_s(self) -> float:
        return self.telegram.playground.clock()

    def _done(self, value: Value) -> Value:
        self.telegram.playground.committed()
        return value


def _newest(messages: Iterable[Message], wanted: Wanted) -> Message | None:
    fits = (lambda message: wanted in message.text) if isinstance(wanted, str) else wanted
    return next((message for message in reversed(list(messages)) if fits(message)), None)


def buttons(message: Message) -> list[list[str]]:
    """The labels of the inline buttons, row by row."""
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def _button_data(message: Message, label: str) -> str | None:
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    shown = [button for row in rows for button in row if "callback_data" in button]
    exact = [button for button in shown if button["text"] == label]
    containing = [button for button in shown if label in button["text"]]
    return next((str(button["callback_data"]) for button in exact + containing), None)


def _as_text(message: Message) -> str:
    who = "bot" if message.from_bot else "you"
    media = f"[{message.media.kind}] " if message.media else ""
    keys = "".join(f"\n      {row}" for row in buttons(message))
    return f"{message.message_id:>4} {who}: {media}{message.text}{keys}"
