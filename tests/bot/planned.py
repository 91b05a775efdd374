"""A runner with a plan, without the conversation that leads to one."""

from datetime import date

from bot.rhythms import begin_schedules
from core.athlete import Goal, Language, Level, RunnerProfile
from core.program.builder import build_program
from storage import programs, runners
from storage.programs import StoredProgram
from storage.runners import Seen
from tests.bot.chatting import Chat
from tests.telegram import Runner

MONDAY = date(2026, 11, 23)


def plain_profile(language: Language = "fr") -> RunnerProfile:
    """Three sessions a week towards 10 km, by effort."""
    return RunnerProfile(Level.INTERMEDIATE, Goal.TEN_K, 3, current_km_per_week=15, language=language)


async def has_plan(chat: Chat, runner: Runner, profile: RunnerProfile, start: date = MONDAY) -> StoredProgram:
    """The plan of this profile is the runner's, and the bot writes to them by itself."""
    program = build_program(profile, start)
    async with chat.database.transaction() as connection:
        seen = Seen(runner.id, "Léa", profile.language)
        known = await runners.meet(connection, runner.id, seen, now=chat.clock.now)
        await begin_schedules(connection, known, now=chat.clock.now)
        await programs.save_active(connection, runner.id, profile, program, now=chat.clock.now)
    return await plan_of(chat, runner)


async def plan_of(chat: Chat, runner: Runner) -> StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored
