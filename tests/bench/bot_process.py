"""A bot to measure as a process of its own: its memory and its processor time, from /proc."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.telegram import LocalTelegram

READY_WITHIN_S = 60.0
JOINS_WITHIN_S = 6.0
COLLECTS_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True)
class BotProcess:
    """A running bot."""

    pid: int

    @property
    def rss_mb(self) -> float:
        """Resident memory."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def cpu_s(self) -> float:
        """Processor time so far, user and system."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def collect_garbage(self) -> None:
        os.kill(self.pid, signal.SIGUSR1)
        await asyncio.sleep(COLLECTS_WITHIN_S)


@asynccontextmanager
async def started(
    telegram: LocalTelegram, kind: str, database_url: str, *, others: bool = False
) -> AsyncIterator[BotProcess]:
    """A bot of tests.bench.bots, ready to answer, while the block runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.bots", kind, telegram.base_url, telegram.token, database_url,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        env=os.environ | {"NO_PROXY": "127.0.0.1"},
    )  # fmt: skip
    try:
        probe = telegram.runner("Probe")
        await probe.says("ready?")
        await probe.waits_for(lambda message: message.from_bot, READY_WITHIN_S)
        if others:  # who answered is not known: give this one the time to join
            await asyncio.sleep(JOINS_WITHIN_S)
        yield BotProcess(process.pid)
    finally:
        process.terminate()
        await process.wait()
