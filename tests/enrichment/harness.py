"""A database with a plan to enrich, and a coach who takes a moment and tells of each result once."""

import asyncio
import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.enrichment.enricher import EnrichedResult, Enricher, Job
from bot.messages import Outgoing, SendText
from bot.settings import Settings
from bot.turn import Services
from core.athlete import Goal, Level, RunnerProfile
from core.program.exchange import ProgramData, ProgramSummary, Session, Tips, UserProfile, Week
from storage import enrichment, programs, queue, runners
from storage.database import Connection, Database
from storage.queue import Wanted
from storage.runners import Seen

LEA = 1
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
COACH = "running"
PROFILE = RunnerProfile(level=Level.INTERMEDIATE, goal=Goal.TEN_K, sessions_per_week=7)


def run_on(day: date) -> Session:
    return Session(day="Lundi", rest_day=False, kind="easy", date=day, distance_km=8.0, duration_min=48.0)


def plan_of(runs: int) -> ProgramData:
    """A run a day, seven a week."""
    days = [MONDAY + timedelta(days=number) for number in range(runs)]
    weeks = [days[start : start + 7] for start in range(0, runs, 7)]
    return ProgramData(
        user_profile=UserProfile(level="intermédiaire", goal="10K", sessions_per_week=7),
        program_summary=ProgramSummary(
            total_weeks=len(weeks), philosophy="", key_phases=(), weekly_volume_progression=""
        ),
        weeks=tuple(
            Week(
                week_number=number + 1,
                focus="",
                total_volume_km=56.0,
                notes="",
                phase="base",
                sessions=tuple(run_on(day) for day in week),
            )
            for number, week in enumerate(weeks)
        ),
        tips=Tips(),
        start_date=MONDAY,
    )


async def with_plan(database: Database, runs: int, now: datetime = NOW, runner_id: int = LEA) -> list[int]:
    """Save a plan of so many runs; gives the ids of its sessions."""
    async with database.transaction() as connection:
        await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=now)
        await programs.save_active(connection, runner_id, PROFILE, plan_of(runs), now=now)
        lacking = await enrichment.lacking(connection, runner_id, MONDAY)
    return [item.id for item in lacking]


async def with_jobs(
    database: Database, runs: int, now: datetime = NOW, priority: int = 3, runner_id: int = LEA
) -> list[int]:
    """The same with every run queued."""
    ids = await with_plan(database, runs, now, runner_id)
    async with database.transaction() as connection:
        for session_id in ids:
            await queue.enqueue(connection, Wanted(runner_id, COACH, session_id, priority), now=now)
    return ids


def services_of(
    database: Database, clock: Callable[[], datetime] = lambda: datetime.now(UTC), workers: int = 2
) -> Services:
    settings = Settings(_env_file=None, runcoach_workers=workers)
    return Services(database, settings, clock)


class SlowCoach(Enricher):
    """Takes a moment for each session and tells of it, once a result: doubles can be counted."""

    coach = COACH

    def __init__(self, takes_s: tuple[float, float] = (0.0, 0.0)) -> None:
        self._takes_s = takes_s
        self.started = 0

    async def enrich(self, job: Job) -> EnrichedResult:
        self.started += 1
        await asyncio.sleep(random.uniform(*self._takes_s))
        return EnrichedResult({"fuelling": "Bois."}, source="claude", prompt_variant="a")

    def from_catalogue(self, job: Job) -> EnrichedResult:
        return EnrichedResult({"fuelling": "De l’eau."}, source="catalogue")

    async def messages(self, connection: Connection, job: Job, result: EnrichedResult) -> Sequence[Outgoing]:
        return [SendText(html=f"done {job.claimed.session_id}")]
