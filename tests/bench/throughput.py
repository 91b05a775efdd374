"""Updates a second through the whole path, beside the library's bare echo bot on the same local server.

Everybody writes once at the same moment; the rate is that of the answers until the last one. The server that
plays Telegram runs in this process and takes a core of its own, so the ratios and not the rates are what
another machine has in common with this one.
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from tests.bench.databases import has_postgresql, postgresql_url, sqlite_url
from tests.bench.measuring import heading, run_async
from tests.telegram import LocalTelegram, Runner

CHATS = 600
ROUNDS = 3
READY_WITHIN_S = 60.0
ROUND_WITHIN_S = 120.0
JOINS_WITHIN_S = 6.0
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
        ours = await _rates("RunCoach, SQLite", ("runcoach",), url)
    _tell("one process on SQLite : echo", ours, echo, "at least 0.5")
    _tell("one process on SQLite : echo in parallel", ours, parallel, "none")
    if not has_postgresql():
        print("  PostgreSQL is not installed: its figures are left out")
        return
    with postgresql_url() as url:
        one = await _rates("RunCoach, PostgreSQL", ("runcoach",), url)
    with postgresql_url() as url:
        two = await _rates("two processes, PostgreSQL", ("runcoach", "runcoach"), url)
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
            for number, kind in enumerate(kinds):
                await stack.enter_async_context(_bot(telegram, kind, database_url, others=number > 0))
            await _round(telegram, people)
            rates = []
            for _ in range(ROUNDS):
                await asyncio.sleep(SETTLES_S)
                rates.append(await _round(telegram, people))
    shown = ", ".join(f"{rate:.0f}" for rate in rates)
    print(f"  {name:<46} median {statistics.median(rates):6.0f} a second   rounds {shown}   {_load()}")
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


@asynccontextmanager
async def _bot(telegram: LocalTelegram, kind: str, database_url: str, *, others: bool) -> AsyncIterator[None]:
    """A bot in a process of its own, ready when it answers a first message."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.echo_bots", kind, telegram.base_url, telegram.token, database_url,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        env=os.environ | {"NO_PROXY": "127.0.0.1"},
    )  # fmt: skip
    try:
        probe = telegram.runner("Probe")
        await probe.says("ready?")
        await probe.waits_for("ready?", READY_WITHIN_S)
        if others:  # who answered is not known: give this one the time to join
            await asyncio.sleep(JOINS_WITHIN_S)
        yield
    finally:
        process.terminate()
        await process.wait()


def _tell(name: str, ours: Sequence[float], theirs: Sequence[float], wanted: str) -> None:
    print(f"  {name} = {statistics.median(ours) / statistics.median(theirs):.2f}; wanted: {wanted}")


def _machine() -> str:
    return f"{os.cpu_count()} cores"


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"
