"""Whether a bot's memory grows while it is used for a long time.

    python -m tests.bench.soak --minutes 30

Runners chat at a steady pace with the whole bot. The first fifth warms it up; then the mean of the first
tenth of the rest is compared with that of the last.
"""

import argparse
import asyncio
import os
import random
import statistics
import time

from tests.bench.bot_process import BotProcess, started
from tests.bench.databases import sqlite_url
from tests.bench.measuring import heading, run_async
from tests.telegram import LocalTelegram, Runner

RUNNERS = 100
A_SECOND = 5.0
SAMPLE_EVERY_S = 5.0
WARM_UP, COMPARED = 0.2, 0.1
SAYINGS = (
    "/start", "/help", "/today", "/week", "/plan", "/settings", "/privacy", "/risk", "bonjour", "oui",
    "10 km 45:00", "demain", "/cancel",
)  # fmt: skip
SEED = 1


def measure(minutes: float) -> None:
    heading(f"A bot's memory over {minutes:g} minutes, {RUNNERS} runners, {A_SECOND:g} messages a second")
    run_async(_measure(minutes * 60))


async def _measure(seconds: float) -> None:
    async with LocalTelegram() as telegram:
        with sqlite_url() as url:
            async with started(telegram, "runcoach", url) as bot:
                people = [telegram.runner(f"Runner {number}") for number in range(RUNNERS)]
                chatting = asyncio.create_task(_chat(people))
                samples = await _samples(bot, seconds)
                chatting.cancel()
    _tell(samples)


async def _chat(people: list[Runner]) -> None:
    draw = random.Random(SEED)
    while True:
        await draw.choice(people).says(draw.choice(SAYINGS))
        await asyncio.sleep(1 / A_SECOND)


async def _samples(bot: BotProcess, seconds: float) -> list[float]:
    """Resident memory in MB, again and again."""
    samples = []
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        samples.append(bot.rss_mb)
        if len(samples) % 12 == 0:
            print(f"  {len(samples) * SAMPLE_EVERY_S / 60:5.1f} min: {samples[-1]:.1f} MB", flush=True)
        await asyncio.sleep(SAMPLE_EVERY_S)
    return samples


def _tell(samples: list[float]) -> None:
    warm = samples[round(len(samples) * WARM_UP) :]
    count = max(1, round(len(warm) * COMPARED))
    first, last = statistics.fmean(warm[:count]), statistics.fmean(warm[-count:])
    print(f"  {first:.1f} MB → {last:.1f} MB: {last / first - 1:+.1%}; wanted: under 5 %   load {_load()}")


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure how a bot's memory grows.")
    parser.add_argument("--minutes", type=float, default=30)
    measure(parser.parse_args().minutes)
