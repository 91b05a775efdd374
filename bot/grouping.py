"""Small writes of many tasks in few commits: what comes while one is under way goes into the next.

A commit waits for the disk, whatever it holds. Each task still goes on only after the commit that holds its
write, and alone a task waits no longer than before.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from storage.database import Connection, Database

T = TypeVar("T")
Work = Callable[[Connection], Awaitable[T]]
WRITES_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Work[Any]
    result: "asyncio.Future[Any]"


class Grouping:
    """Groups writes on one database. A write must be one that can be rolled back and run again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Waiting] = []
        self._running: asyncio.Task[None] | None = None

    async def write(self, work: Work[T]) -> T:
        """What `work` gives, committed. Raises what it raises, or StorageTrouble."""
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(work, result))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        return await result

    async def _run(self) -> None:
        while self._waiting:
            group: list[_Waiting] = []
            try:
                results = await self._together(group)
            except Exception as error:  # noqa: BLE001  # told to its task, or tried again one by one
                await self._apart(group, error)
            else:
                for one, value in zip(group, results, strict=True):
                    _give(one, value)

    async def _together(self, group: list[_Waiting]) -> list[Any]:
        """Take what waits once the database is free, and write it in one transaction."""
        try:
            async with self._database.transaction() as connection:
                self._take(group)
                return [await one.work(connection) for one in group]
        finally:
            if not group:  # the database could not even be opened
                self._take(group)

    def _take(self, group: list[_Waiting]) -> None:
        group += [one for one in self._waiting[:WRITES_AT_ONCE] if not one.result.done()]
        del self._waiting[:WRITES_AT_ONCE]

    async def _apart(self, group: list[_Waiting], error: Exception) -> None:
        """One of them failed, or all: each for itself, so that none suffers for another."""
        if len(group) == 1:
            _raise(group[0], error)
        else:
            await asyncio.gather(*(self._alone(one) for one in group))

    async def _alone(self, one: _Waiting) -> None:
        try:
            async with self._database.transaction() as connection:
                value = await one.work(connection)
        except Exception as error:  # noqa: BLE001  # told to its task
            _raise(one, error)
        else:
            _give(one, value)


def _give(one: _Waiting, value: Any) -> None:
    if not one.result.done():
        one.result.set_result(value)


def _raise(one: _Waiting, error: Exception) -> None:
    if not one.result.done():
        one.result.set_exception(error)
