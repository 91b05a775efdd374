"""kill -9 of workers, and a hundred virtual days: no job lost, none done twice."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storage.database import Database
from tests.enrichment.kills import kill_loop
from tests.enrichment.simulation import simulate

JOBS, SLOTS, KILLS = 200, 4, 60
SEEDS = 100


async def torture(folder: Path) -> bool:
    """Print both outcomes; gives whether everything is as it should be."""
    database = Database(f"sqlite:///{folder / 'queue.sqlite3'}")
    try:
        await database.upgrade()
        outcome = await kill_loop(database, jobs=JOBS, slots=SLOTS, kills=KILLS, takes_s=(0.2, 0.8))
    finally:
        await database.close()
    twice = sum(count > 1 for count in outcome.told.values())
    print(f"{JOBS} jobs, 2 processes of {SLOTS}, {KILLS} kills: {dict(outcome.states)}, {twice} told twice")
    faults = {seed: found for seed in range(SEEDS) if (found := await simulate(seed))}
    print(f"{SEEDS} seeds: {faults or 'no fault'}")
    return outcome.states == {"done": JOBS} and len(outcome.told) == JOBS and not twice and not faults


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return 0 if asyncio.run(torture(Path(folder))) else 1


if __name__ == "__main__":
    sys.exit(main())
