"""kill -9 in a burst of check-ins: nobody gets two, and what was not sent is listed.

python -m tests.torture.check_ins [RUNNERS KILLS]
"""

import asyncio
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from storage import doubts, outbox
from storage.database import Database
from tests.bot.mornings import morning_of, offset_to, settings_in, settle_runners
from tests.bot.processes import Process
from tests.databases import current_kind
from tests.telegram import LocalTelegram
from tests.torture.kinds import each_kind

RUNNERS, KILLS = 2000, 200
OPEN = {"pending", "claimed", "sending"}
QUESTION = "Comment te sens-tu"


@dataclass(frozen=True)
class Outcome:
    """What a burst came to: messages that arrived, chats with more than one, and the outbox by status."""

    arrived: int
    twice: int
    counts: dict[str, int]
    kills: int
    listed: int


async def burst(folder: Path, *, runners: int, kills: int, seed: int = 20261120) -> Outcome:
    """Send one check-in to everybody while the bot is killed so many times."""
    chance = random.Random(seed)
    async with LocalTelegram() as telegram:
        database = Database(settings_in(folder).resolved_database_url)
        await database.upgrade()
        try:
            day = await settle_runners(database, telegram.world, runners)
            offset_s = offset_to(morning_of(day))
            command = (
                "-m",
                "tests.bot.mornings",
                "run",
                telegram.base_url,
                telegram.token,
                folder,
                f"{offset_s}",
            )
            process = Process(telegram, folder, command)
            for _ in range(kills):
                await process.start()
                await asyncio.sleep(chance.uniform(0.05, 0.8))
                await process.kill()
            await process.start()
            await _until_sent(database, runners)
            await process.kill()
            return await _outcome(telegram, database, runners, kills)
        finally:
            await database.close()


async def _until_sent(database: Database, runners: int) -> None:
    async with asyncio.timeout(60 + runners / 10):
        while True:
            async with database.reading() as connection:
                counts = await outbox.counts(connection)
            if sum(counts.values()) >= runners and not OPEN & set(counts):
                return
            await asyncio.sleep(0.2)


async def _outcome(telegram: LocalTelegram, database: Database, runners: int, kills: int) -> Outcome:
    async with database.reading() as connection:
        counts = await outbox.counts(connection)
        held = await doubts.held(connection, limit=runners)
    received = [
        sum(QUESTION in message.text for message in telegram.world.messages.of(runner_id).values())
        for runner_id in range(1, runners + 1)
    ]
    return Outcome(sum(received), sum(number > 1 for number in received), counts, kills, len(held))


def main(runners: int = RUNNERS, kills: int = KILLS) -> int:
    with each_kind() as folders:
        return 0 if all(_goes_well(folder, runners, kills) for folder in folders) else 1


def _goes_well(folder: Path, runners: int, kills: int) -> bool:
    outcome = asyncio.run(burst(folder, runners=runners, kills=kills))
    print(f"{current_kind()}: kill -9: {outcome.kills} times in a burst of {runners} check-ins")
    print(f"  arrived {outcome.arrived}, chats with two: {outcome.twice}, outbox: {outcome.counts}")
    missing = runners - outcome.arrived
    print(f"  not delivered: {missing}; in doubt and listed: {outcome.listed}")
    return not outcome.twice and missing <= outcome.listed


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
