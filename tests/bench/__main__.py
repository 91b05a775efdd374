"""`make bench`: speed as ratios within one run. Name benchmarks to run only those."""

import sys

from tests.bench import (
    coaches,
    command_line,
    daily,
    engine,
    enrichment,
    first_plan,
    generation,
    memory,
    queue,
    throughput,
)

BENCHMARKS = {
    "coaches": coaches,
    "command-line": command_line,
    "daily": daily,
    "engine": engine,
    "enrichment": enrichment,
    "first-plan": first_plan,
    "generation": generation,
    "memory": memory,
    "queue": queue,
    "throughput": throughput,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"No benchmark called {unknown[0]}; there are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    for name in names or BENCHMARKS:
        BENCHMARKS[name].measure()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
