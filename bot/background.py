"""Tasks that run beside: kept from being forgotten, and finished before the end."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.errors import describe

log = structlog.get_logger(__name__)


class Background:
    """Running tasks; an error of one is logged and touches no other."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finish(self, at_most_s: float) -> None:
        """Wait for every task, then cancel what is left."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=at_most_s)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("a background task failed", **describe(error))
