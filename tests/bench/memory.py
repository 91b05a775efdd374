"""What a bot keeps in memory: idle, and after many different runners have written to it.

    python -m tests.bench.memory --runners 10000

The runners write as fast as the bot answers, so an hour's worth of them comes in minutes.
"""

import argparse
import asyncio
import os
import time
from collections import deque

from tests.bench.bot_process import BotProcess, started
from tests.bench.databases import sqlite_url
from tests.bench.measuring import heading, run_async
from tests.telegram import LocalTelegram, Runner

RUNNERS = 1000
AT_ONCE = 200  # runners who wait for an answer
IDLE_S = 10.0
LOOK_EVERY_S = 0.02
ANSWERED_WITHIN_S = 120.0


def measure(runners: int = RUNNERS) -> None:
    heading(f"Memory of a bot on SQLite, idle and after {runners:,} runners began to talk to it")
    run_async(_measure(runners))


async def _measure(runners: int) -> None:
    async with LocalTelegram() as telegram:
        with sqlite_url() as url:
            async with started(telegram, "runcoach", url) as bot:
                await asyncio.sleep(IDLE_S)
                idle_mb, collected_mb = await _read(bot)
                print(
                    f"  idle: {idle_mb:.0f} MB, {collected_mb:.0f} MB with the garbage collected", flush=True
                )
                began = time.perf_counter()
                await _everybody_writes(telegram, runners)
                took_s = time.perf_counter() - began
                busy_mb, kept_mb = await _read(bot)
    print(f"  after {runners:,} runners in {took_s:.0f} s: {busy_mb:.0f} MB, {kept_mb:.0f} MB collected")
    each_kb = (kept_mb - collected_mb) / runners * 1000
    print(f"  kept for each runner: {each_kb:.1f} KB   load {os.getloadavg()[0]:.1f}")


async def _read(bot: BotProcess) -> tuple[float, float]:
    """Resident memory before and after the garbage is collected."""
    before_mb = bot.rss_mb
    await bot.collect_garbage()
    return before_mb, bot.rss_mb


async def _everybody_writes(telegram: LocalTelegram, runners: int) -> None:
    """Each runner says /start once; a limited number wait for their answer at a time."""
    waiting: deque[Runner] = deque()
    for number in range(runners):
        runner = telegram.runner(f"Runner {number}", "fr" if number % 2 else "en")
        await runner.says("/start")
        waiting.append(runner)
        if len(waiting) >= AT_ONCE:
            await _is_answered(waiting.popleft())
    for runner in waiting:
        await _is_answered(runner)


async def _is_answered(runner: Runner) -> None:
    async with asyncio.timeout(ANSWERED_WITHIN_S):
        while not runner.from_bot:  # noqa: ASYNC110  # to be woken by each change would cost more
            await asyncio.sleep(LOOK_EVERY_S)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure a bot's memory.")
    parser.add_argument("--runners", type=int, default=10_000)
    measure(parser.parse_args().runners)
