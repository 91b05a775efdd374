"""A worker process for the crash tests.

python -m tests.enrichment.working DATABASE_URL SLOTS LEAST_S MOST_S LEASE_S
"""

import asyncio
import sys
from datetime import timedelta

from bot.enrichment.worker import Pace, Worker
from storage import queue
from storage.database import Database
from tests.enrichment.harness import SlowCoach, services_of


async def work(url: str, slots: int, takes_s: tuple[float, float], lease_s: float) -> None:
    queue.LEASE = timedelta(seconds=lease_s)
    coach = SlowCoach(takes_s)
    pace = Pace(beat_every_s=lease_s / 3, look_every_s=0.05, recover_every_s=lease_s / 4)
    await Worker(services_of(Database(url)), {coach.coach: coach}, slots=slots, pace=pace).run()


if __name__ == "__main__":
    address, count, least_s, most_s, lease = sys.argv[1:]
    asyncio.run(work(address, int(count), (float(least_s), float(most_s)), float(lease)))
