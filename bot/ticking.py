"""The clock: one tick a second finds who is due for what, and queues it, once for a runner and a local date.

Every process may tick. A tick that is missed costs nothing: what was due is still due at the next one.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import structlog
from apscheduler.schedulers.asyncio import (  # type: ignore[import-untyped]  # the library has no types
    AsyncIOScheduler,
)

from bot.background import Background
from bot.errors import describe
from bot.mailbox import post
from bot.messages import Outgoing
from bot.rhythms import KEPT_QUIET, USUAL, begin_schedule
from bot.turn import Services
from core.clock import Beat, Quiet, Rhythm, Wishes, beat, last_instant
from storage import outbox, runners, schedules
from storage.database import Connection, StorageTrouble
from storage.outbox import Lane
from storage.runners import Runner
from storage.schedules import Schedule

log = structlog.get_logger(__name__)

TICK_EVERY_S = 1.0
DUE_AT_ONCE = 500
TOGETHER = 3
"""Runners in one commit: a reply waits for no more than these."""
BREATH_S = 0.05
"""Between commits: the sender takes 20 a second of these messages, so queueing 60 is fast enough."""
STOP_WITHIN_S = 10.0
CLOCK_JUMP_S = 300.0
"""Ahead by more than this since the last look is told to the operator."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One runner is due: `date` is the runner's own date; `late` is more than three hours after the hour.

    `claude_writes` tells whether Claude can be asked.
    """

    runner: Runner
    kind: str
    date: date
    late: bool
    now: datetime
    claude_writes: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A message that comes by itself; `kind` is one of `bot.rhythms.USUAL` and of the schedules.

    `compose` runs inside the transaction that also moves the schedule on and queues what it gives: it may
    write, must be quick and wait on no network. An empty answer sends nothing that day.
    """

    kind: str
    compose: Callable[[Connection, Occasion], Awaitable[Sequence[Outgoing]]]
    lane: Lane = Lane.CHECK_IN


def key_of(kind: str, runner_id: int, day: date) -> str:
    """The dedupe key under which a runner gets one message of a kind for a local date."""
    return f"{kind}:{runner_id}:{day.isoformat()}"


class Ticking:
    """Looks at the clock while it runs."""

    def __init__(
        self,
        services: Services,
        duties: Sequence[Duty],
        every_s: float = TICK_EVERY_S,
        *,
        clock_is_moved: bool = False,
    ) -> None:
        self._services = services
        self._duties = duties
        self._every_s = every_s
        self._clock_is_moved = clock_is_moved
        self._scheduler: AsyncIOScheduler | None = None
        self._ticks = Background()
        self._tick: asyncio.Task[None] | None = None
        self._stopping = False
        self._last: tuple[datetime, float] | None = None

    async def start(self) -> None:
        """Give runners with a plan their schedules, then tick."""
        await self._adopt()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._begin_tick,
            "interval",
            seconds=self._every_s,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """Finish the runners in hand, then stay still."""
        self._stopping = True
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
        await self._ticks.finish(STOP_WITHIN_S)

    async def _begin_tick(self) -> None:
        """Tick beside the scheduler, which would cancel a tick in hand when it ends; one at a time."""
        if self._tick is None or self._tick.done():
            self._tick = self._ticks.start(self.tick())

    async def tick(self) -> None:
        """Queue everything that is due now."""
        self._services.pulse.beat("ticking")
        try:
            self._watch_clock()
            for duty in self._duties:
                while await self._work(duty) == DUE_AT_ONCE and not self._stopping:
                    pass
        except StorageTrouble as error:
            log.warning("a tick waits for the database", error=str(error))

    def _watch_clock(self) -> None:
        now, counted_s = self._services.clock(), time.monotonic()
        if self._last is not None:
            seen, seen_counted_s = self._last
            jump_s = (now - seen).total_seconds() - (counted_s - seen_counted_s)
            if now < seen:
                log.warning("the clock went back", seconds=round(-jump_s))
            elif jump_s > CLOCK_JUMP_S and not self._clock_is_moved:
                log.warning("the clock jumped ahead, or the machine slept", seconds=round(jump_s))
        self._last = now, counted_s

    async def _work(self, duty: Duty) -> int:
        """One batch of a duty; gives how many runners were due."""
        async with self._services.database.reading() as connection:
            found = await schedules.due(connection, duty.kind, self._services.clock(), DUE_AT_ONCE)
        for first in range(0, len(found), TOGETHER):
            if self._stopping:
                break
            await self._serve(duty, found[first : first + TOGETHER])
            self._services.pulse.beat("ticking")
            if first + TOGETHER < len(found):
                await asyncio.sleep(BREATH_S)
        return len(found)

    async def _serve(self, duty: Duty, found: Sequence[Schedule]) -> None:
        """A few runners in one commit; after an error each alone, and who causes it goes without that day."""
        try:
            await self._serve_together(duty, found)
        except StorageTrouble:
            raise
        except Exception as error:  # noqa: BLE001  # a bug for one runner must not stop the others
            if len(found) > 1:
                for schedule in found:
                    await self._serve(duty, [schedule])
                return
            log.error("a due message could not be made", kind=duty.kind, **describe(error))
            await self._skip(found[0])

    async def _serve_together(self, duty: Duty, found: Sequence[Schedule]) -> None:
        async with self._services.database.transaction() as connection:
            await runners.hold(connection, *(schedule.runner_id for schedule in found))
            for schedule in found:
                await self._serve_one(connection, duty, schedule)
        self._services.outbox_filled.set()

    async def _serve_one(self, connection: Connection, duty: Duty, schedule: Schedule) -> None:
        now = self._services.clock()
        runner = await runners.find(connection, schedule.runner_id)
        seen = _beat(schedule, now, runner)
        if not await _move_on(connection, schedule, seen):
            return
        if runner is None or runner.blocked_at_utc is not None:
            return
        for day in seen.expired:
            await outbox.note_expired(
                connection,
                runner_id=runner.id,
                chat_id=runner.chat_id,
                lane=duty.lane,
                dedupe_key=key_of(duty.kind, runner.id, day),
                now=now,
            )
        if seen.send_for is not None:
            occasion = Occasion(runner, duty.kind, seen.send_for, seen.late, now)
            await _queue(connection, duty, occasion, last_instant(_rhythm(schedule), seen.send_for))

    async def _skip(self, schedule: Schedule) -> None:
        async with self._services.database.transaction() as connection:
            await _move_on(connection, schedule, _beat(schedule, self._services.clock(), None))

    async def _adopt(self) -> None:
        """Schedules for runners whose plan is older than a kind of message."""
        for duty in self._duties:
            async with self._services.database.transaction() as connection:
                for runner_id in await schedules.without(connection, duty.kind):
                    runner = await runners.find(connection, runner_id)
                    if runner is not None:
                        await begin_schedule(connection, runner, duty.kind, now=self._services.clock())


async def _queue(
    connection: Connection, duty: Duty, occasion: Occasion, not_after_utc: datetime | None
) -> None:
    """Queue what is to be said; what Telegram does not take in time says nothing to anybody any more."""
    key = key_of(duty.kind, occasion.runner.id, occasion.date)
    for number, outgoing in enumerate(await duty.compose(connection, occasion)):
        await post(
            connection,
            occasion.runner,
            outgoing,
            now=occasion.now,
            lane=duty.lane,
            dedupe_key=f"{key}/{number}" if number else key,
            on_doubt="hold",
            not_after_utc=not_after_utc,
        )


async def _move_on(connection: Connection, schedule: Schedule, seen: Beat) -> bool:
    """Move the schedule to what follows; False when another process has served this runner."""
    handled = [day for day in (*seen.expired, seen.send_for, schedule.last_date) if day is not None]
    return await schedules.advance(connection, schedule, seen.next, max(handled, default=None))


def _beat(schedule: Schedule, now: datetime, runner: Runner | None) -> Beat:
    quiet = Quiet(runner.settings.quiet_begins, runner.settings.quiet_ends) if runner else Quiet()
    wishes = Wishes(quiet, schedule.kind in KEPT_QUIET, schedule.paused_until)
    return beat(_rhythm(schedule), schedule.next_date, now, wishes)


def _rhythm(schedule: Schedule) -> Rhythm:
    return schedule.rhythm(USUAL[schedule.kind].late_until)
