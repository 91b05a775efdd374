"""Programs: what is saved comes back equal, and belongs to one runner."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from core.athlete import CoursePoint, Goal, InjurySite, Level, Performance, Race, RunnerProfile, Terrain
from core.program.exchange import (
    Interval,
    Notice,
    PaceRange,
    ProgramData,
    ProgramSummary,
    Session,
    StrengthExercise,
    StrengthSupplement,
    Tips,
    UserProfile,
    Week,
)
from storage import programs, runners
from storage.database import Database
from storage.runners import Seen
from storage.schema import training_sessions

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA, STRANGER = 1, 2
MONDAY = date(2026, 11, 23)
DAYS = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")

PROFILE = RunnerProfile(
    level=Level.INTERMEDIATE,
    goal=Goal.HALF_MARATHON,
    sessions_per_week=3,
    target_date=date(2027, 4, 11),
    reference=Performance(distance_m=10_000, time_s=2730.0),
    injuries=(InjurySite.KNEE, InjurySite.SHIN),
    injuries_notes="genou <gauche> 🦵",
    race=Race(
        "Trail de l’Étoile", 23.5, 900, 850, Terrain.TRAIL, key_points=(CoursePoint("montée", 4.0),), month=4
    ),
    current_km_per_week=22.5,
    available_days=(1, 3, 6),
    long_run_day=6,
)


def session_on(day: date) -> Session:
    name = DAYS[day.weekday()]
    if day.weekday() == 6:
        return Session(
            day=name,
            rest_day=False,
            session_type="Fractionné",
            kind="interval",
            date=day,
            distance_km=8.4,
            duration_min=48,
            intervals=(Interval(repetitions=6, duration_min=2.5, zone="I", recovery_min=2, recovery="jog"),),
            strength=StrengthSupplement(
                minutes=15, exercises=(StrengthExercise(name="Squat", prescription="3×8"),)
            ),
            rpe=8,
        )
    return Session(day=name, rest_day=True, kind="rest", date=day)


def program(weeks: int = 3) -> ProgramData:
    return ProgramData(
        user_profile=UserProfile(level="intermédiaire", goal="10K", sessions_per_week=1),
        program_summary=ProgramSummary(
            total_weeks=weeks, philosophy="Doux", key_phases=("Base",), weekly_volume_progression="+8 %"
        ),
        weeks=tuple(
            Week(
                week_number=number + 1,
                focus=f"Semaine {number + 1}",
                total_volume_km=8.4,
                notes="",
                phase="base",
                sessions=tuple(session_on(MONDAY + timedelta(days=7 * number + day)) for day in range(7)),
            )
            for number in range(weeks)
        ),
        tips=Tips(nutrition=("Bois.",)),
        start_date=MONDAY,
        vdot=45.2,
        paces={"E": PaceRange(min_s_per_km=330.0, max_s_per_km=360.5)},
        notices=(Notice(code="heat", text="Chaud"),),
        unknown_key={"kept": [1, 2.5, None]},
    )


@pytest.fixture
async def saved(database: Database) -> int:
    async with database.transaction() as connection:
        for runner_id in (LEA, STRANGER):
            await runners.meet(connection, runner_id, Seen(runner_id, "Léa", "fr"), now=NOW)
        return await programs.save_active(connection, LEA, PROFILE, program(), now=NOW)


async def test_a_program_comes_back_equal(database: Database, saved: int) -> None:
    async with database.reading() as connection:
        stored = await programs.active(connection, LEA)
    assert stored is not None
    assert stored.id == saved
    assert stored.program == program()
    assert stored.profile == PROFILE
    assert (stored.language, stored.created_at_utc) == ("fr", NOW)
    assert [len(week.sessions) for week in stored.weeks] == [7, 7, 7]
    ids = [session.id for week in stored.weeks for session in week.sessions]
    assert len(set(ids)) == 21


async def test_a_new_program_archives_the_earlier(database: Database, saved: int) -> None:
    async with database.transaction() as connection:
        second = await programs.save_active(connection, LEA, PROFILE, program(weeks=2), now=NOW)
        stored = await programs.active(connection, LEA)
        rows = (await connection.execute(select(func.count()).select_from(training_sessions))).scalar_one()
        (monday,) = await programs.on_date(connection, LEA, MONDAY)
        assert await programs.week_number_on(connection, LEA, MONDAY + timedelta(days=14)) is None
    assert stored is not None
    assert stored.id == monday.program_id == second != saved
    assert len(stored.weeks) == 2
    assert rows == 35, "the archived program is kept"


async def test_weeks_and_days(database: Database, saved: int) -> None:
    async with database.reading() as connection:
        week = await programs.week(connection, LEA, 2)
        assert week is not None
        assert week.week == program().weeks[1]
        assert await programs.week(connection, LEA, 4) is None
        assert await programs.active_week_numbers(connection, LEA) == (1, 2, 3)
        (sunday,) = await programs.on_date(connection, LEA, MONDAY + timedelta(days=13))
        assert (sunday.week_number, sunday.position, sunday.session.kind) == (2, 6, "interval")
        assert await programs.on_date(connection, LEA, MONDAY - timedelta(days=1)) == ()
        assert await programs.week_number_on(connection, LEA, MONDAY + timedelta(days=14)) == 3
        assert await programs.week_number_on(connection, LEA, MONDAY + timedelta(days=21)) is None


async def test_a_changed_session_can_be_restored(database: Database, saved: int) -> None:
    day = MONDAY + timedelta(days=6)
    first = session_on(day)
    lighter = first.model_copy(update={"distance_km": 5.0, "kind": "easy"})
    lightest = lighter.model_copy(update={"distance_km": 3.0})
    async with database.transaction() as connection:
        (stored,) = await programs.on_date(connection, LEA, day)
        assert not await programs.restore_session(connection, LEA, stored.id, now=NOW)
        for changed in (lighter, lightest):
            assert await programs.change_session(connection, LEA, stored.id, changed, now=NOW)
        assert await programs.mark_session(connection, LEA, stored.id, "done", now=NOW)
        changed_now = await programs.session(connection, LEA, stored.id)
        assert changed_now is not None
        assert (changed_now.session, changed_now.original, changed_now.status) == (lightest, first, "done")
        assert await programs.restore_session(connection, LEA, stored.id, now=NOW)
        restored = await programs.session(connection, LEA, stored.id)
    assert restored is not None
    assert (restored.session, restored.original) == (first, None)


async def test_a_stranger_gets_and_changes_nothing(database: Database, saved: int) -> None:
    async with database.transaction() as connection:
        (own, *_) = await programs.on_date(connection, LEA, MONDAY)
        assert await programs.active(connection, STRANGER) is None
        assert await programs.week(connection, STRANGER, 1) is None
        assert await programs.active_week_numbers(connection, STRANGER) == ()
        assert await programs.week_number_on(connection, STRANGER, MONDAY) is None
        assert await programs.on_date(connection, STRANGER, MONDAY) == ()
        assert await programs.session(connection, STRANGER, own.id) is None
        changed = own.session.model_copy(update={"why": "no"})
        assert not await programs.change_session(connection, STRANGER, own.id, changed, now=NOW)
        assert not await programs.restore_session(connection, STRANGER, own.id, now=NOW)
        assert not await programs.mark_session(connection, STRANGER, own.id, "done", now=NOW)
        assert not await programs.archive_active(connection, STRANGER, now=NOW)
        assert await programs.session(connection, LEA, own.id) == own


async def test_erasing_a_runner_erases_programs(database: Database, saved: int) -> None:
    async with database.transaction() as connection:
        await runners.erase(connection, LEA)
        assert (
            await connection.execute(select(func.count()).select_from(training_sessions))
        ).scalar_one() == 0
