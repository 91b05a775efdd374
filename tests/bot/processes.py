"""The bot as a process that may be killed and started again."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.databases import database_url
from tests.telegram import LocalTelegram


class Process:
    """The bot as a process that may be killed and started again on the same database."""

    def __init__(self, telegram: LocalTelegram, folder: Path, command: Sequence[str | Path]) -> None:
        self.telegram = telegram
        self.folder = folder
        self._command = command
        self._running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        polls = len(self.telegram.calls("getUpdates"))
        self._running = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._command,
            env=os.environ
            | {
                "TELEGRAM_BOT_TOKEN": self.telegram.token,
                "TELEGRAM_API_BASE_URL": self.telegram.base_url,
                "RUNCOACH_DATA_DIR": str(self.folder),
                "DATABASE_URL": database_url(self.folder),
            },
        )
        await self.telegram.waits_until(lambda: len(self.telegram.calls("getUpdates")) > polls, timeout_s=30)

    async def dies(self) -> None:
        """Wait until it has killed itself."""
        assert self._running is not None
        async with asyncio.timeout(20):
            assert await self._running.wait() == -signal.SIGKILL

    async def kill(self) -> None:
        assert self._running is not None
        if self._running.returncode is None:
            self._running.kill()
        await self._running.wait()

    async def stop(self) -> None:
        """Ask it to end, as a service manager does."""
        assert self._running is not None
        self._running.terminate()
        async with asyncio.timeout(20):
            assert await self._running.wait() == 0
