"""Updates a second through the whole path, beside the library's bare echo bot on the same local server.

Everybody writes once at the same moment; the rate is that of the answers until the last one. The server that
plays Telegram runs in this process and takes a core of its own, so the ratios and not the rates are what
another machine has in common with this one.
"""

import asyncio
import os
import statistics
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack

from tests.bench.bot_process import BotProcess, started
from tests.bench.databases import has_postgresql, postgresql_url, sqlite_url
from tests.bench.measuring import heading, run_async
from tests.telegram import LocalTelegram, Runner

CHATS = 600
ROUNDS = 3
ROUND_WITHIN_S = 120.0
SETTLES_S = 1.5  # longer than the lease of a chat that went quiet is looked at again
LOOK_EVERY_S = 0.02

BARE = ("bare",)
PARALLEL = ("bare-parallel",)


def measure() -> None:
    heading(f"Updates a second, {CHATS} chats at once ({_machine()})")
    run_async(_measure())


async def _measure() -> None:
    echo = await _rates("PTB's echo bot, one update at a time", BARE)
    parallel = await _rates("PTB's echo bot, updates in parallel", PARALLEL)
    with sqlite_url() as url:
        ours = await _rates("RunCoach, SQLite", ("repeating",), url)
    _tell("one process on SQLite : echo", ours, echo, "at least 0.5")
    _tell("one process on SQLite : echo in parallel", ours, parallel, "none")
    if not has_postgresql():
        print("  PostgreSQL is not installed: its figures are left out")
        return
    with postgresql_url() as url:
        one = await _rates("RunCoach, PostgreSQL", ("repeating",), url)
    with postgresql_url() as url:
        two = await _rates("two processes, PostgreSQL", ("repeating", "repeating"), url)
    _tell("one process on PostgreSQL : echo", one, echo, "at least 0.5")
    _tell(
        "two processes : one, PostgreSQL",
        two,
        one,
        "at least 1.6 with a core for each, the server, the database",
    )


async def _rates(name: str, kinds: Sequence[str], database_url: str = "") -> list[float]:
    """Answers a second of each round, the first not counted: it meets the runners."""
    async with LocalTelegram() as telegram:
        people = [telegram.runner(f"Chat {number}") for number in range(CHATS)]
        async with AsyncExitStack() as stack:
            bots: list[BotProcess] = []
            for number, kind in enumerate(kinds):
                bot = await stack.enter_async_context(
                    started(telegram, kind, database_url, others=number > 0)
                )
                bots.append(bot)
            await _round(telegram, people)
            used_s = sum(bot.cpu_s for bot in bots)
            rates = []
            for _ in range(ROUNDS):
                await asyncio.sleep(SETTLES_S)
                rates.append(await _round(telegram, people))
            each_ms = (sum(bot.cpu_s for bot in bots) - used_s) / (ROUNDS * CHATS) * 1000
    shown = ", ".join(f"{rate:.0f}" for rate in rates)
    print(f"  {name:<36} median {statistics.median(rates):5.0f} a second   rounds {shown}")
    print(f"  {'':<36} {each_ms:.1f} ms of processor an update   {_load()}", flush=True)
    return rates


async def _round(telegram: LocalTelegram, people: Sequence[Runner]) -> float:
    complete = _messages(people) + 2 * len(people)
    began = time.perf_counter()
    for person in people:
        await person.says("hello")
    async with asyncio.timeout(ROUND_WITHIN_S):
        while _messages(people) < complete:  # noqa: ASYNC110  # to be woken by each change would cost more
            await asyncio.sleep(LOOK_EVERY_S)
    return len(people) / (time.perf_counter() - began)


def _messages(people: Sequence[Runner]) -> int:
    world = people[0].telegram.world
    return sum(len(world.messages.of(person.id)) for person in people)


def _tell(name: str, ours: Sequence[float], theirs: Sequence[float], wanted: str) -> None:
    print(f"  {name} = {statistics.median(ours) / statistics.median(theirs):.2f}; wanted: {wanted}")


def _machine() -> str:
    return f"{os.cpu_count()} cores"


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"
