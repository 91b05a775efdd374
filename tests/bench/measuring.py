"""Timing pieces of work and telling the figures: medians, and ratios within one run."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of repeated runs of the same thing."""

    seconds: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return statistics.median(self.seconds) * 1000

    @property
    def p95_ms(self) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))] * 1000

    def line(self, name: str) -> str:
        count = len(self.seconds)
        return f"  {name:<46} median {self.median_ms:9.2f} ms   p95 {self.p95_ms:9.2f} ms   n={count}"


def timed(work: Callable[[], object], runs: int, warm_up: int = 1) -> Figures:
    """Run `work` in turn, the first `warm_up` times not counted."""
    for _ in range(warm_up):
        work()
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return Figures(tuple(seconds))


async def timed_async(work: Callable[[], Awaitable[float]], runs: int, warm_up: int = 1) -> Figures:
    """Run `work`, which gives its own seconds, in turn."""
    for _ in range(warm_up):
        await work()
    return Figures(tuple([await work() for _ in range(runs)]))


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """Gives a function that tells the seconds since the block began."""
    began = time.perf_counter()
    yield lambda: time.perf_counter() - began


def heading(title: str) -> None:
    print(f"\n{title}", flush=True)


def run_async(work: Awaitable[None]) -> None:
    async def whole() -> None:
        await work

    asyncio.run(whole())
