"""Running a handler for one update: who is it, what happens when it fails, and that every tap is answered."""

import asyncio

import structlog
from telegram import ChatMember, Update

from bot.background import Background
from bot.errors import describe
from bot.incoming import incoming_from
from bot.limiter import LaneLimiter
from bot.mailbox import post
from bot.messages import SendText
from bot.turn import Handler, Incoming, Services, Turn, Wire
from bot.words import words_for, words_in
from storage import inbox, outbox, runners
from storage.database import StorageTrouble
from storage.inbox import AlreadyHandled
from storage.runners import Runner, Seen, language_from

log = structlog.get_logger(__name__)

# A tap whose handler takes longer gets its spinner ended meanwhile.
ANSWER_TAP_AFTER_S = 0.8


class Turning:
    """Turns updates into turns."""

    def __init__(self, services: Services, wire: Wire, limiter: LaneLimiter) -> None:
        self._services = services
        self._wire = wire
        self._limiter = limiter
        self._tasks = Background()
        self._troubles: dict[int, Exception] = {}
        self._warned: set[int] = set()
        self._ended: set[int] = set()

    async def take(self, update: Update, handler: Handler) -> None:
        """Run a handler for an update; what keeps it from running is kept for `raise_trouble_with`."""
        try:
            incoming = incoming_from(update, self._services.clock())
            if incoming is None:
                return
            self._limiter.credit(incoming.chat_id)
            await self._take(incoming, handler)
        except StorageTrouble as error:
            self._troubles[update.update_id] = error
            if incoming is not None:
                await self._warn(incoming)
        except Exception as error:  # noqa: BLE001  # handed on by `raise_trouble_with`
            self._troubles[update.update_id] = error

    def raise_trouble_with(self, update_id: int) -> None:
        """Raise what kept an update from being handled: StorageTrouble when it is to be tried again.

        The application handles errors of handlers itself, so they do not come back through it.
        """
        trouble = self._troubles.pop(update_id, None)
        if trouble is not None:
            raise trouble
        self._warned.discard(update_id)

    def has_ended(self, update_id: int) -> bool:
        """Whether a handler's commit ended this update; asked once."""
        try:
            self._ended.remove(update_id)
        except KeyError:
            return False
        return True

    async def _take(self, incoming: Incoming, handler: Handler) -> None:
        runner = await self._meet(incoming)
        words = words_for(runner)
        turn = Turn(runner, incoming, words, self._services, self._services.clock(), self._wire)
        answering = self._tasks.start(_answer_in_time(turn)) if incoming.callback_id else None
        try:
            await self._run(turn, handler)
        finally:
            if answering is not None:
                answering.cancel()
                self._tasks.start(turn.answer_tap())

    async def note_membership(self, update: Update) -> None:
        """A runner blocked or unblocked the bot."""
        try:
            await self._note_membership(update)
        except Exception as error:  # noqa: BLE001  # handed on by `raise_trouble_with`
            self._troubles[update.update_id] = error

    async def _note_membership(self, update: Update) -> None:
        change = update.my_chat_member
        if change is None or change.chat.type != "private":
            return
        now = self._services.clock()
        async with self._services.database.transaction() as connection:
            if change.new_chat_member.status == ChatMember.BANNED:
                await runners.mark_blocked(connection, change.from_user.id, now=now)
                await outbox.cancel_for(connection, change.from_user.id, now=now)
            await inbox.mark_done(connection, update.update_id, owner=self._services.owner.name, now=now)

    async def finish(self, at_most_s: float) -> None:
        await self._tasks.finish(at_most_s)

    async def _warn(self, incoming: Incoming) -> None:
        """Say once that an answer is not saved yet; past the outbox, which is in the same trouble."""
        if incoming.update_id in self._warned:
            return
        self._warned.add(incoming.update_id)
        words = words_in(language_from(incoming.language_code))
        await self._wire.say_past_outbox(incoming.chat_id, words("error-not-saved"))

    async def _meet(self, incoming: Incoming) -> Runner:
        async with self._services.database.reading() as connection:
            known = await runners.find(connection, incoming.user_id)
        seen = Seen(incoming.chat_id, incoming.first_name, incoming.language_code)
        if known is not None and runners.is_current(known, seen):
            return known
        async with self._services.database.transaction() as connection:
            return await runners.meet(connection, incoming.user_id, seen, now=self._services.clock())

    async def _run(self, turn: Turn, handler: Handler) -> None:
        update_id = turn.incoming.update_id
        try:
            await handler(turn)
            if not turn.saved:
                async with turn.saving():
                    pass
            self._ended.add(update_id)
        except AlreadyHandled:
            log.warning("an update was handled elsewhere", update_id=update_id)
        except StorageTrouble:
            if turn.saved:
                log.error("a handler lost the database after its commit", update_id=update_id)
                return
            raise
        except Exception as error:  # noqa: BLE001  # a bug in a handler is this update's alone
            log.error("a handler failed", update_id=update_id, kind=turn.incoming.kind, **describe(error))
            if not turn.saved:
                await self._apologise(turn, error)

    async def _apologise(self, turn: Turn, error: Exception) -> None:
        """Nothing was kept of this update: say so, once, and go on with the next."""
        update_id, owner = turn.incoming.update_id, self._services.owner.name
        async with self._services.database.transaction() as connection:
            await inbox.mark_failed(connection, update_id, type(error).__name__, owner=owner, now=turn.now)
            await runners.hold(connection, turn.runner.id)
            await post(
                connection,
                turn.runner,
                SendText(html=turn.words("error-apology")),
                now=turn.now,
                dedupe_key=f"apology:{update_id}",
            )
        self._services.outbox_filled.set()


async def _answer_in_time(turn: Turn) -> None:
    await asyncio.sleep(ANSWER_TAP_AFTER_S)
    await turn.answer_tap()
