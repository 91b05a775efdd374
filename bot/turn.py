"""One turn of a conversation: what came in, who sent it, and how the answer is saved and sent.

A handler is `async def show_week(turn: Turn) -> None`. It loads, decides (in core), then saves and answers:

    async with turn.saving() as save:
        await programs.save_active(save.connection, turn.runner.id, profile, program, now=turn.now)
        await save.say(SendText(html=turn.words("plan-ready")))

That block is one transaction: the handler's writes, its messages and "this update is handled" are committed
together, so a crash repeats all of it or nothing. A handler opens it once, and waits on no network inside.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from bot.leases import LeaseOwner
from bot.messages import EditText, Outgoing
from bot.pulse import Pulse
from bot.settings import Settings
from core.localisation import Localizer
from storage.database import Connection, Database
from storage.outbox import Lane, OnDoubt
from storage.runners import Runner

if TYPE_CHECKING:
    from bot.claude.talk import Talks

CARD_ANCHOR = "card:"
"""Messages that show the card of a session are anchored under this and the session's id."""
TYPING_EVERY_S = 4.0  # Telegram shows "typing" for at most 5 s
TYPING_AT_MOST_S = 120.0

IncomingKind = Literal["text", "command", "tap", "location", "document", "voice", "sticker", "photo", "other"]


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file the runner sent; `turn.download` fetches its bytes."""

    file_id: str
    name: str
    mime_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class IncomingLocation:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a runner did, free of Telegram's types.

    `text` is the message or caption (control characters removed). For a command, `command` is its name
    without slash and `args` the rest. For a tap, `data` is the button's data and `message_id` the message
    that carries the button (None when Telegram no longer tells); otherwise it is the runner's own message.
    """

    update_id: int
    kind: IncomingKind
    user_id: int
    chat_id: int
    first_name: str
    language_code: str | None
    date_utc: datetime
    message_id: int | None = None
    text: str = ""
    command: str = ""
    args: str = ""
    data: str = ""
    callback_id: str | None = None
    edited: bool = False
    file: IncomingFile | None = None
    location: IncomingLocation | None = None


class Wire(Protocol):
    """What a turn needs of Telegram at once, beside the outbox; failures are the wire's to log."""

    async def answer_tap(self, callback_id: str, text: str | None, alert: bool) -> None: ...

    async def show_typing(self, chat_id: int) -> None: ...

    async def say_past_outbox(self, chat_id: int, text: str) -> None: ...

    async def download(self, file_id: str, limit_bytes: int) -> bytes: ...


class FileTooLarge(Exception):
    """A runner's file is larger than the handler asked for."""


class DownloadFailed(Exception):
    """Telegram did not hand over a runner's file."""


@dataclass(frozen=True, slots=True)
class Services:
    """What every handler may use: `clock` gives the instant in UTC, `outbox_filled` wakes the sender.

    `claude_writes` tells whether Claude reads plans over, `plans_wanted` wakes it; `enrichment_wanted` wakes
    the worker. `pulse` hears from every loop that must not stop. `owner` is this process's name on what it
    holds in the database. `talks` are the conversations with Claude, None without a key.
    """

    database: Database
    settings: Settings
    clock: Callable[[], datetime]
    outbox_filled: asyncio.Event = field(default_factory=asyncio.Event)
    claude_writes: Callable[[], bool] = lambda: False
    plans_wanted: asyncio.Event = field(default_factory=asyncio.Event)
    enrichment_wanted: asyncio.Event = field(default_factory=asyncio.Event)
    pulse: Pulse = field(default_factory=Pulse)
    talks: "Talks | None" = None
    owner: LeaseOwner = field(default_factory=LeaseOwner.this_process)


class Save:
    """An open transaction of a turn: hand `connection` to storage's functions, queue answers with `say`."""

    def __init__(self, connection: Connection, turn: "Turn") -> None:
        self.connection = connection
        self._turn = turn
        self.wakes: set[asyncio.Event] = set()
        """Set after the commit: who waits for what was saved."""

    async def say(
        self,
        outgoing: Outgoing,
        *,
        lane: Lane = Lane.REPLY,
        dedupe_key: str | None = None,
        on_doubt: OnDoubt | None = None,
        not_before_utc: datetime | None = None,
    ) -> None:
        """Queue a message to this runner's chat; it leaves right after the commit, in order.

        A `dedupe_key` is sent once for ever: a second message with the same key is dropped. `on_doubt` says
        whether a message that may or may not have arrived is sent again (default: only what can be repeated
        without harm, edits and reactions).
        """
        from bot.mailbox import post
        from storage import anchors

        turn = self._turn
        if isinstance(outgoing, EditText) and outgoing.message_id is not None:
            # The message shows something else from now on: no card may come back into it by itself.
            await anchors.release(self.connection, turn.runner.id, outgoing.message_id, CARD_ANCHOR)
        await post(
            self.connection,
            turn.runner,
            outgoing,
            now=turn.now,
            lane=lane,
            dedupe_key=dedupe_key,
            on_doubt=on_doubt,
            not_before_utc=not_before_utc,
        )


class Turn:
    """One update of one runner, on its way through a handler."""

    def __init__(
        self,
        runner: Runner,
        incoming: Incoming,
        words: Localizer,
        services: Services,
        now: datetime,
        wire: Wire,
    ) -> None:
        self.runner = runner
        self.incoming = incoming
        self.words = words
        self.services = services
        self.now = now
        self._wire = wire
        self._saved = False
        self._answered = False

    @asynccontextmanager
    async def saving(self) -> AsyncIterator[Save]:
        """One transaction: storage writes, messages and the end of this update, together or not at all."""
        from storage import inbox, runners

        async with self.services.database.transaction() as connection:
            await runners.hold(connection, self.runner.id)
            save = Save(connection, self)
            yield save
            if not self._saved:
                owner = self.services.owner.name
                await inbox.mark_done(connection, self.incoming.update_id, owner=owner, now=self.now)
        self._saved = True
        for event in (self.services.outbox_filled, *save.wakes):
            event.set()

    @property
    def saved(self) -> bool:
        """Whether this update has been committed as handled."""
        return self._saved

    async def answer_tap(self, text: str | None = None, *, alert: bool = False) -> None:
        """End the button's spinner, with up to 200 characters of text; done for handlers that do not."""
        callback_id = self.incoming.callback_id
        if callback_id is None or self._answered:
            return
        self._answered = True
        await self._wire.answer_tap(callback_id, text, alert)

    @asynccontextmanager
    async def typing(self) -> AsyncIterator[None]:
        """Show "typing" while the block runs, for two minutes at most."""
        keeper = asyncio.create_task(self._keep_typing())
        try:
            yield
        finally:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)

    async def download(self, limit_bytes: int) -> bytes:
        """The bytes of the runner's file; raises FileTooLarge over `limit_bytes`, DownloadFailed."""
        file = self.incoming.file
        if file is None:
            raise ValueError("this turn brought no file")
        if file.size_bytes > limit_bytes:
            raise FileTooLarge(file.name)
        return await self._wire.download(file.file_id, limit_bytes)

    async def _keep_typing(self) -> None:
        for _ in range(int(TYPING_AT_MOST_S / TYPING_EVERY_S)):
            await self._wire.show_typing(self.incoming.chat_id)
            await asyncio.sleep(TYPING_EVERY_S)


Handler = Callable[[Turn], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Command:
    """`/name` goes to the handler; edited messages do not."""

    name: str
    handler: Handler


@dataclass(frozen=True, slots=True)
class Tap:
    """Buttons whose data begins with `prefix` go to the handler."""

    prefix: str
    handler: Handler


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Everything no earlier route took: text, files, edited messages, unknown commands and stale buttons."""

    handler: Handler


Route = Command | Tap | Otherwise
"""A line of the routing table; the first that fits takes the update."""

Guard = Callable[[Turn], Awaitable[bool]]
"""Looks at every update before its handler; True when it has answered it."""
