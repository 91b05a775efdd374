"""The daily clock: a look at a million schedules, and replies while ten thousand runners are asked."""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import insert

from bot.app import Conversations, run_bot
from bot.conversations import DUTIES, GUARD, ROUTES
from bot.playground.errors import Refused
from bot.playground.pacing import Pacing
from bot.settings import Settings
from bot.ticking import Ticking
from bot.turn import Services
from storage import outbox, schedules
from storage.database import Database
from storage.schema import runners as runners_table
from storage.schema import schedules as schedules_table
from tests.bench.databases import has_postgresql, postgresql_url, sqlite_url
from tests.bench.measuring import heading, run_async, timed_async
from tests.bot.mornings import morning_of, offset_to, settings_in, settle_runners
from tests.telegram import LocalTelegram, Runner

MANY = 1_000_000
ROWS_AT_ONCE = 50_000
LOOKS = 50
ASKED = 10_000
CHATTING = 3  # runners a second
IDLE_REPLIES = 60
BUSY_S = 60
CHAT_AGAIN_S = 4.0  # one person does not write every second


@dataclass
class CountingPacing(Pacing):
    """Telegram's limits, counting what they refuse."""

    refused: int = 0

    def spend(self, chat_id: str, now_s: float) -> None:
        try:
            super().spend(chat_id, now_s)
        except Refused:
            self.refused += 1
            raise


def measure() -> None:
    heading(f"The clock over {MANY:,} runners")
    run_async(_look_at_many())
    heading(f"Replies while {ASKED:,} runners are due at the same minute (a server with Telegram's limits)")
    with sqlite_url() as url:
        run_async(_chat_during_broadcast("SQLite", url))
    if not has_postgresql():
        print("  PostgreSQL is not installed: its figures are left out")
        return
    with postgresql_url() as url:
        run_async(_chat_during_broadcast("PostgreSQL", url))


async def _look_at_many() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_in(Path(folder))
        database = Database(settings.resolved_database_url)
        await database.upgrade()
        now = datetime(2026, 11, 23, 6, 1, tzinfo=UTC)
        await _fill(database, now)
        services = Services(database, settings, lambda: now)
        ticking = Ticking(services, [duty for duty in DUTIES if duty.kind == "check-in"])
        idle = await timed_async(lambda: _seconds_of(ticking.tick), LOOKS)
        select = await timed_async(lambda: _seconds_of(lambda: _due(database, now)), LOOKS)
        await database.close()
    print(idle.line("a tick with nothing due"))
    print(select.line("finding 500 due runners (a minute later)"))
    print("  wanted: a tick's median under 20 ms")


async def _due(database: Database, now: datetime) -> None:
    async with database.reading() as connection:
        found = await schedules.due(connection, "check-in", now + timedelta(minutes=1), 500)
    if len(found) != 500:
        raise RuntimeError(f"{len(found)} runners were due instead of 500")


async def _fill(database: Database, now: datetime) -> None:
    """Runners due at every second of the day, none before `now`."""
    for first in range(1, MANY + 1, ROWS_AT_ONCE):
        ids = range(first, first + ROWS_AT_ONCE)
        async with database.transaction() as connection:
            await connection.execute(insert(runners_table), [_runner(number, now) for number in ids])
            await connection.execute(insert(schedules_table), [_schedule(number, now) for number in ids])


def _runner(number: int, now: datetime) -> dict[str, object]:
    return {
        "id": number, "chat_id": number, "first_name": "Léa", "settings": {}, "created_at_utc": now,
        "updated_at_utc": now,
    }  # fmt: skip


def _schedule(number: int, now: datetime) -> dict[str, object]:
    due_at = now + timedelta(seconds=1 + number % 86_400)
    at = due_at.time().replace(microsecond=0, tzinfo=None)
    return {
        "runner_id": number, "kind": "check-in", "at_local": at, "time_zone": "UTC",
        "next_date": due_at.date(), "next_at_utc": due_at,
    }  # fmt: skip


async def _chat_during_broadcast(name: str, url: str) -> None:
    async with LocalTelegram() as telegram:
        telegram.playground.pacing = CountingPacing()
        database = Database(url)
        await database.upgrade()
        day = await settle_runners(database, telegram.world, ASKED)
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(telegram.token),
            telegram_api_base_url=telegram.base_url,
            database_url=url,
        )
        print(f"  {name}, load {os.getloadavg()[0]:.1f}", flush=True)
        await _measure_chats(telegram, database, settings, offset_to(morning_of(day)))
        await database.close()


async def _measure_chats(
    telegram: LocalTelegram, database: Database, settings: Settings, offset_s: float
) -> None:
    """First an hour before anybody is due, then while everybody is."""
    people = [telegram.runner(f"Chat {n}") for n in range(int(CHATTING * CHAT_AGAIN_S))]
    early_s = -3600.0
    moved = {"by_s": offset_s + early_s}
    stop, ready = asyncio.Event(), asyncio.Event()
    duties = [duty for duty in DUTIES if duty.kind == "check-in"]
    bot = asyncio.create_task(
        run_bot(
            settings,
            stop,
            on_ready=ready.set,
            conversations=Conversations(ROUTES, (), duties, GUARD),
            clock=lambda: datetime.now(UTC) + timedelta(seconds=moved["by_s"]),
        )
    )
    await ready.wait()
    idle = await _reply_times(people, IDLE_REPLIES)
    moved["by_s"] = offset_s
    await asyncio.sleep(1.5)  # the next tick
    busy = await _reply_times(people, BUSY_S * CHATTING)
    async with database.reading() as connection:
        counts = await outbox.counts(connection)
    pacing = telegram.playground.pacing
    refused = pacing.refused if isinstance(pacing, CountingPacing) else 0
    stop.set()
    await bot
    _tell(idle, busy, counts, refused)


async def _reply_times(people: list[Runner], count: int) -> list[float]:
    """Seconds from a message to its reply, three messages a second."""
    waits = []
    for number in range(count):
        waits.append(asyncio.create_task(_seconds_to_reply(people[number % len(people)])))
        await asyncio.sleep(1 / CHATTING)
    return list(await asyncio.gather(*waits))


async def _seconds_to_reply(runner: Runner) -> float:
    began = time.perf_counter()
    said = await runner.says("/privacy")
    await runner.waits_for(lambda message: message.message_id > said.message_id, timeout_s=60)
    return time.perf_counter() - began


def _tell(idle: list[float], busy: list[float], counts: dict[str, int], refused: int) -> None:
    print(f"  idle: reply median {_ms(idle, 0.5):.0f} ms, p99 {_ms(idle, 0.99):.0f} ms, n={len(idle)}")
    print(f"  busy: reply median {_ms(busy, 0.5):.0f} ms, p99 {_ms(busy, 0.99):.0f} ms, n={len(busy)}")
    print(f"  p99 busy : p99 idle = {_ms(busy, 0.99) / _ms(idle, 0.99):.1f}; wanted: at most 5")
    print(f"  refused with 429: {refused}; wanted: 0; outbox after {BUSY_S} s: {counts}")


def _ms(seconds: list[float], share: float) -> float:
    if share == 0.5:
        return statistics.median(seconds) * 1000
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))] * 1000


async def _seconds_of(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
