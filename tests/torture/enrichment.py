"""kill -9 of workers, and a hundred virtual days: no job lost, none done twice.

python -m tests.torture.enrichment [JOBS KILLS SEEDS]
"""

import asyncio
import sys
from pathlib import Path

from storage.database import Database
from tests.databases import current_kind, database_url
from tests.enrichment.kills import kill_loop
from tests.enrichment.simulation import simulate
from tests.torture.kinds import each_kind

JOBS, SLOTS, KILLS = 200, 4, 60
SEEDS = 100


async def kill_workers(folder: Path, jobs: int, kills: int) -> bool:
    """Enrich so many jobs under so many kills; gives whether each was done and told once."""
    database = Database(database_url(folder))
    try:
        outcome = await kill_loop(database, jobs=jobs, slots=SLOTS, kills=kills, takes_s=(0.2, 0.8))
    finally:
        await database.close()
    twice = sum(count > 1 for count in outcome.told.values())
    told = f"{dict(outcome.states)}, {twice} told twice"
    print(f"{current_kind()}: {jobs} jobs, 2 processes of {SLOTS}, {kills} kills: {told}")
    return outcome.states == {"done": jobs} and len(outcome.told) == jobs and not twice


async def live_through(seeds: int) -> bool:
    """So many seeds on the virtual clock; gives whether none found a fault."""
    faults = {seed: found for seed in range(seeds) if (found := await simulate(seed))}
    print(f"{seeds} seeds: {faults or 'no fault'}")
    return not faults


def main(jobs: int = JOBS, kills: int = KILLS, seeds: int = SEEDS) -> int:
    with each_kind() as folders:
        well = [asyncio.run(kill_workers(folder, jobs, kills)) for folder in folders]
    return 0 if all([*well, asyncio.run(live_through(seeds))]) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
