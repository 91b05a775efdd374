"""Many runners with a plan, due at the same minute: for crashes, for two clocks, and for measuring.

python -m tests.bot.mornings run ADDRESS TOKEN FOLDER OFFSET_S    the bot, its clock moved by so many seconds
python -m tests.bot.mornings tick FOLDER OFFSET_S                 one tick and nothing else
"""

import asyncio
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import Conversations, run_bot
from bot.conversations import DUTIES, GUARD, ROUTES
from bot.playground.world import World
from bot.settings import Settings
from bot.ticking import Ticking
from bot.turn import Services
from core.athlete import Goal, Level, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import ProgramData
from storage import programs, runners, schedules
from storage.database import Database
from storage.outbox import Lane
from storage.runners import Seen
from tests.databases import database_url

MONDAY = date(2026, 11, 23)
HOUR = time(7, 0)
BEFORE = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
CHUNK = 250
PROFILE = RunnerProfile(level=Level.INTERMEDIATE, goal=Goal.TEN_K, sessions_per_week=3)


def one_week() -> ProgramData:
    """The first week of a plan from the Monday on."""
    program = build_program(PROFILE, MONDAY)
    return program.model_copy(update={"weeks": program.weeks[:1]})


def running_day(program: ProgramData) -> date:
    """The first date with a session."""
    return next(s.date for s in program.weeks[0].sessions if s.date and not s.rest_day)


def morning_of(day: date) -> datetime:
    """One minute after seven in Paris: everybody is due."""
    return datetime.combine(day, time(6, 1), tzinfo=UTC)


async def settle_runners(database: Database, world: World | None, count: int) -> date:
    """So many runners with a plan and a check-in at seven; gives the date they are asked for."""
    program = one_week()
    day = running_day(program)
    begun_at = datetime.combine(day - timedelta(days=1), time(20), tzinfo=UTC)
    for first in range(1, count + 1, CHUNK):
        async with database.transaction() as connection:
            for runner_id in range(first, min(first + CHUNK, count + 1)):
                if world is not None:
                    user = world.add_user("Léa", "fr", runner_id)
                    world.change_user(user.model_copy(update={"started": True}))
                await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=BEFORE)
                await programs.save_active(connection, runner_id, PROFILE, program, now=BEFORE)
                await schedules.begin(connection, runner_id, "check-in", HOUR, "Europe/Paris", now=begun_at)
    return day


def offset_to(now: datetime) -> float:
    """The seconds by which a clock must be moved to show `now`."""
    return (now - datetime.now(UTC)).total_seconds()


def settings_in(folder: Path, address: str = "", token: str = "") -> Settings:
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(token) if token else None,
        telegram_api_base_url=address or "https://api.telegram.org",
        runcoach_data_dir=folder,
        database_url=database_url(folder),
        anthropic_api_key=None,
    )


async def run(address: str, token: str, folder: Path, offset_s: float) -> None:
    """The bot with its check-in alone, until it is killed."""
    duties = [duty for duty in DUTIES if duty.lane is Lane.CHECK_IN and duty.kind == "check-in"]
    await run_bot(
        settings_in(folder, address, token),
        asyncio.Event(),
        conversations=Conversations(ROUTES, (), duties, GUARD),
        clock=lambda: datetime.now(UTC) + timedelta(seconds=offset_s),
    )


async def tick(folder: Path, offset_s: float) -> None:
    settings = settings_in(folder)
    database = Database(settings.resolved_database_url)
    services = Services(database, settings, lambda: datetime.now(UTC) + timedelta(seconds=offset_s))
    try:
        await Ticking(services, [duty for duty in DUTIES if duty.kind == "check-in"]).tick()
    finally:
        await database.close()


def main() -> None:
    what, *arguments = sys.argv[1:]
    if what == "run":
        address, token, folder, offset_s = arguments
        asyncio.run(run(address, token, Path(folder), float(offset_s)))
    else:
        folder, offset_s = arguments
        asyncio.run(tick(Path(folder), float(offset_s)))


if __name__ == "__main__":
    main()
