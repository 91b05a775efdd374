"""The sender: empties the outbox, replies first, each chat in order, nothing twice.

Bulk is sent by the process that leads alone. Where there are other processes, each message books its instant
in a pace that all of them share, in the transaction that commits to sending it.
"""

import asyncio
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain, repeat

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.background import Background
from bot.booking import Booking
from bot.delivery import Arrival, Draw, Parcel, deliver, pack, read_payload
from bot.errors import TOKEN_REFUSED, StartFailed, describe
from bot.grouping import Grouping
from bot.limiter import FIRST_BULK_LANE, LaneLimiter
from bot.messages import EditText, SendPicture
from bot.presence import DUTY, Presence
from bot.settling import settle
from bot.turn import Services
from bot.verdicts import Fate, verdict_on
from storage import anchors, inbox, outbox, pictures, processes
from storage.anchors import Anchor
from storage.database import Connection, StorageTrouble
from storage.outbox import ClaimedMessage, Lane

log = structlog.get_logger(__name__)

# Messages on their way at once; bulk has its own room so that it never takes that of replies.
ROOM = {Lane.REPLY: 32, Lane.PLAN_READY: 8, Lane.CHECK_IN: 16, Lane.WEEKLY: 8}
IDLE_POLL_S = 1.0
# While messages are on their way, the next are claimed several at a time.
GATHER_S = 0.02
HOUSEKEEPING_EVERY_S = 30.0
PRUNE_EVERY = timedelta(hours=1)
DRAIN_AT_MOST_S = 10.0
# A chat refused for longer than this gives its place back to the queue.
WAIT_IN_LINE_AT_MOST_S = 6.0
OUTAGE_PAUSES_S = (0, 1, 2, 4, 8, 15, 30)


class Sender:
    """Sends what the outbox holds until it is stopped. `run` raises StartFailed when the token is refused."""

    def __init__(
        self, bot: ExtBot[int], services: Services, limiter: LaneLimiter, presence: Presence, draw: Draw
    ) -> None:
        self._bot = bot
        self._services = services
        self._presence = presence
        self._limiter = limiter
        self._draw = draw
        self._owner = services.owner
        self._token = secrets.token_hex(16)
        self._grouping = Grouping(services.database)
        self._in_flight: dict[Lane, int] = dict.fromkeys(Lane, 0)
        self._tasks = Background()
        self._outage: asyncio.Task[None] | None = None
        self._house = asyncio.Event()
        self._booking = Booking(presence)
        self._prune_at: datetime | None = None
        self._stopping = False
        self._refused = False

    async def run(self) -> None:
        """Take back what a dead process held, then send whenever something is due."""
        await self._tidy()
        keeper = asyncio.create_task(self._keep_house())
        try:
            while not self._stopping:
                self._services.outbox_filled.clear()
                await self._claim_due()
                await self._wait_for_work()
            await self._drain()
        finally:
            keeper.cancel()
            await self._tasks.finish(DRAIN_AT_MOST_S)
        await self._give_back()
        if self._refused:
            raise StartFailed(TOKEN_REFUSED)

    def stop(self) -> None:
        """Send the replies that are due, then end."""
        self._stopping = True
        self._services.outbox_filled.set()

    def look_after_the_dead(self) -> None:
        """A process died: take back at once what it held."""
        self._house.set()

    async def _drain(self) -> None:
        deadline = asyncio.get_running_loop().time() + DRAIN_AT_MOST_S
        while not self._paused and asyncio.get_running_loop().time() < deadline:
            self._services.outbox_filled.clear()
            if not await self._claim_due(lanes=(Lane.REPLY,)) and not self._in_flight[Lane.REPLY]:
                return
            await self._wait_for_work()

    @property
    def _paused(self) -> bool:
        return self._refused or self._outage is not None

    async def _wait_for_work(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._services.outbox_filled.wait(), IDLE_POLL_S)
        if any(self._in_flight.values()):
            await asyncio.sleep(GATHER_S)

    async def _claim_due(self, lanes: tuple[Lane, ...] = tuple(Lane)) -> int:
        """Start sending what is due, as far as there is room; gives how many messages were started."""
        if self._paused:
            return 0
        try:
            async with self._services.database.reading() as connection:
                due = await outbox.due_lanes(connection, now=self._now())
            return sum([await self._claim_lane(lane) for lane in lanes if lane in due])
        except StorageTrouble as error:
            log.warning("the outbox cannot be read", error=str(error))
            return 0

    async def _claim_lane(self, lane: Lane) -> int:
        room = ROOM[lane] - self._in_flight[lane]
        is_bulk, fence = lane >= FIRST_BULK_LANE, self._presence.fence
        if room <= 0 or (is_bulk and fence is None):
            return 0
        async with self._services.database.transaction() as connection:
            if is_bulk and not await self._leads(connection, fence):
                return 0
            claimed = await outbox.claim(
                connection, lane, limit=room, token=self._token, owner=self._owner.name, now=self._now()
            )
        for message in claimed:
            self._in_flight[lane] += 1
            self._tasks.start(self._send(message))
        return len(claimed)

    async def _send(self, message: ClaimedMessage) -> None:
        """One message from its lease to its fate; whatever goes wrong here concerns this message alone."""
        try:
            parcel = await self._pack(message)
            if await self._may_send(message):
                await self._hand_over(message, parcel)
        except StorageTrouble as error:
            log.warning("a message stays leased", outbox_id=message.id, error=str(error))
        except Exception as error:  # noqa: BLE001  # a bug in one message must not stop the others
            log.error("a message could not be prepared", outbox_id=message.id, **describe(error))
            async with self._services.database.transaction() as connection:
                await outbox.mark_failed(connection, message, type(error).__name__, now=self._now())
        finally:
            self._booking.forget(message)
            self._in_flight[message.lane] -= 1
            self._services.outbox_filled.set()

    async def _pack(self, message: ClaimedMessage) -> Parcel:
        outgoing = read_payload(message)
        target: Anchor | None = None
        file_id: str | None = None
        if isinstance(outgoing, EditText) and outgoing.anchor:
            async with self._services.database.reading() as connection:
                target = await anchors.find(connection, message.runner_id, outgoing.anchor)
        elif isinstance(outgoing, SendPicture) and outgoing.content_key:
            async with self._services.database.reading() as connection:
                file_id = await pictures.file_id_of(connection, self._bot.id, outgoing.content_key)
        return await pack(message, outgoing, target, self._draw, file_id)

    async def _may_send(self, message: ClaimedMessage) -> bool:
        """Wait for the limiter's permit, then commit to sending; False when the message went back."""
        closed_s = self._limiter.closed_for(message.chat_id, message.lane)
        if closed_s > WAIT_IN_LINE_AT_MOST_S or self._paused:
            await self._put_back(message, closed_s)
            return False
        await self._limiter.permit(message.chat_id, message.lane)
        while not self._paused:
            wait_s = await self._commit_to_send(message)
            if wait_s is None:
                return False
            if wait_s == 0.0:
                return True
            await asyncio.sleep(wait_s)
        await self._put_back(message, 0)
        return False

    async def _commit_to_send(self, message: ClaimedMessage) -> float | None:
        """Commit to the socket write: 0 when it may follow, seconds to ask again, None when it may not."""

        async def begin(connection: Connection) -> float | None:
            wait_s = await self._booking.wait_s(connection, message)
            if wait_s > 0.0:
                return wait_s
            began = await outbox.begin_sending(connection, message, now=self._now())
            return 0.0 if began else None

        return await self._grouping.write(begin)

    async def _leads(self, connection: Connection, fence: int | None) -> bool:
        return fence is not None and await processes.still_leads(connection, DUTY, self._owner.name, fence)

    async def _hand_over(self, message: ClaimedMessage, parcel: Parcel) -> None:
        try:
            arrival = await deliver(self._bot, parcel)
        except Exception as error:  # noqa: BLE001  # every error has a verdict; unknown ones are doubtful
            await self._settle(message, error)
        else:
            await self._note_arrival(message, arrival, parcel.content_key)

    async def _note_arrival(self, message: ClaimedMessage, arrival: Arrival, content_key: str | None) -> None:
        now = self._now()

        async def note(connection: Connection) -> None:
            await outbox.mark_sent(connection, message, arrival.message_id, now=now)
            if arrival.anchor_name and arrival.message_id is not None:
                place = Anchor(message.chat_id, arrival.message_id, arrival.has_caption)
                await anchors.put(connection, message.runner_id, arrival.anchor_name, place, now=now)
            if content_key and arrival.file_id:
                await pictures.remember(connection, self._bot.id, content_key, arrival.file_id, now=now)

        await self._grouping.write(note)

    async def _settle(self, message: ClaimedMessage, error: Exception) -> None:
        verdict = verdict_on(error)
        async with self._services.database.transaction() as connection:
            await settle(connection, message, verdict, type(error).__name__, now=self._now())
        if verdict.fate in (Fate.NOT_SENT, Fate.DOUBTFUL):
            self._begin_outage(error)
        elif verdict.fate is Fate.NO_TOKEN:
            self._refused = True
            self.stop()
        elif verdict.fate in (Fate.REFUSED, Fate.BAD_MARKUP):
            log.error("Telegram refused a message", outbox_id=message.id, reason=str(error))

    async def _put_back(self, message: ClaimedMessage, after_s: float) -> None:
        later = self._now() + timedelta(seconds=after_s)
        async with self._services.database.transaction() as connection:
            await outbox.put_back(connection, message, not_before_utc=later)

    async def _give_back(self) -> None:
        """What was leased and not begun is for others."""
        try:
            async with self._services.database.transaction() as connection:
                await outbox.give_back(connection, self._owner.name)
        except StorageTrouble as error:
            log.warning("messages stay leased", error=str(error))

    def _begin_outage(self, error: Exception) -> None:
        """Send nothing until Telegram answers a harmless question: few messages then come in doubt."""
        if self._outage is None:
            log.warning("Telegram does not answer; messages wait", error=type(error).__name__)
            self._outage = self._tasks.start(self._wait_out_outage())

    async def _wait_out_outage(self) -> None:
        for pause_s in chain(OUTAGE_PAUSES_S, repeat(OUTAGE_PAUSES_S[-1])):
            await asyncio.sleep(pause_s)
            if self._stopping or await self._telegram_answers():
                break
        self._outage = None
        self._services.outbox_filled.set()

    async def _telegram_answers(self) -> bool:
        try:
            await self._bot.get_me()
        except InvalidToken:
            return True  # the next message finds out
        except TelegramError:
            return False
        log.info("Telegram answers again")
        return True

    async def _keep_house(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._house.wait(), HOUSEKEEPING_EVERY_S)
            self._house.clear()
            try:
                await self._tidy()
            except StorageTrouble as error:
                log.warning("the outbox cannot be tidied", error=str(error))

    async def _tidy(self) -> None:
        """Take back what dead or stuck senders hold; forget what ended long ago."""
        now = self._now()
        async with self._services.database.transaction() as connection:
            owners = await outbox.lease_owners(connection)
            dead = {name for name in owners if name in self._presence.dead or self._owner.is_gone(name)}
            doubtful = await outbox.recover(connection, dead_owners=dead, now=now)
            if self._prune_at is None or now >= self._prune_at:
                await outbox.prune(connection, now=now)
                await inbox.prune(connection, now=now)
                self._prune_at = now + PRUNE_EVERY
        if doubtful:
            log.warning("messages may or may not have arrived; they are not repeated", count=doubtful)

    def _now(self) -> datetime:
        return self._services.clock()
