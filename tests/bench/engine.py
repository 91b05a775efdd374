"""How long a plan takes to build, and whether memory stays flat over a thousand of them."""

import gc
import tracemalloc
from datetime import date

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.program.builder import build_program
from core.program.rules import check
from tests.bench.measuring import heading, timed

START = date(2027, 1, 4)
LONGEST = RunnerProfile(
    level=Level.BEGINNER, goal=Goal.MARATHON, sessions_per_week=5, reference=Performance(10_000, 3300)
)
PROGRAMS = 1000


def measure() -> None:
    heading("Engine (in one process)")
    built = timed(lambda: build_program(LONGEST, START), runs=50, warm_up=3)
    print(built.line("a 20-week program, built"))
    program = build_program(LONGEST, START)
    print(timed(lambda: check(program), runs=20).line("the same, judged by the rules"))
    print(f"  wanted: at most 30 ms at the median; measured {built.median_ms:.1f} ms")
    _measure_memory()


def _measure_memory() -> None:
    tracemalloc.start()
    peaks = []
    for count in range(1, PROGRAMS + 1):
        build_program(LONGEST, START)
        if count in (PROGRAMS // 10, PROGRAMS):
            gc.collect()
            peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
            tracemalloc.reset_peak()
    tracemalloc.stop()
    print(
        f"  peak memory: {peaks[0]:.1f} MB over the first {PROGRAMS // 10}, {peaks[1]:.1f} MB over {PROGRAMS}"
    )
