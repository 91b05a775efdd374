"""Runners at the edges of what a plan can do: each plan still keeps every rule and says what it must."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from core.athlete import Goal, InjurySite, Level, Performance, Race, RunnerProfile
from core.program.builder import build_program, offers_for
from core.program.exchange import ProgramData, Session
from core.program.periodisation import Frame
from core.program.prescription import Prescriber
from core.program.rules import check
from core.program.situation import Situation
from core.program.sizes import SizedSlot, SizedWeek
from core.program.structure import Structure
from core.program.weekdays import Slot, SlotRole
from core.program.workouts import catalogue
from core.session_kinds import is_hard

AFTER_A_LAYOFF = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.TEN_K,
        6,
        target_date=date(2027, 2, 6),
        current_km_per_week=25.0,
        longest_run_km=8.8,
        layoff_days=40,
    ),
    date(2026, 11, 24),
)
KNEE_TWICE_A_WEEK = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.TEN_K,
        2,
        target_date=date(2027, 1, 9),
        injuries=(InjurySite.KNEE,),
        current_km_per_week=25.0,
    ),
    date(2026, 11, 25),
)
KNEE_AFTER_A_LAYOFF = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.HALF_MARATHON,
        5,
        target_date=date(2027, 1, 26),
        injuries=(InjurySite.KNEE,),
        layoff_days=40,
        available_days=(0, 1, 2, 3, 4, 6),
        long_run_day=6,
        language="en",
    ),
    date(2026, 11, 24),
)
RACE_NEXT_WEEK = (
    RunnerProfile(
        Level.INTERMEDIATE,
        Goal.TEN_K,
        5,
        target_date=date(2026, 12, 1),
        current_km_per_week=32.0,
        longest_run_km=6.4,
    ),
    date(2026, 11, 29),
)
MARATHON_NEXT_WEEK = (
    RunnerProfile(
        Level.BEGINNER,
        Goal.MARATHON,
        7,
        target_date=date(2026, 12, 2),
        injuries=(InjurySite.ACHILLES,),
        current_km_per_week=15.0,
        longest_run_km=5.2,
        language="en",
    ),
    date(2026, 11, 23),
)
TWO_NAMED_DAYS = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.TEN_K,
        2,
        target_date=date(2027, 3, 21),
        longest_run_km=8.0,
        layoff_days=10,
        available_days=(2, 4),
        long_run_day=2,
        language="en",
    ),
    date(2026, 11, 29),
)
LONG_RUN_ON_TUESDAY = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.TEN_K,
        6,
        target_date=date(2027, 1, 20),
        current_km_per_week=25.0,
        longest_run_km=5.0,
        layoff_days=10,
        available_days=(0, 1, 3, 4, 5, 6),
        long_run_day=1,
    ),
    date(2026, 11, 29),
)
LONG_RUN_ON_THURSDAY = (
    RunnerProfile(
        Level.INTERMEDIATE,
        Goal.ENDURANCE,
        3,
        target_date=date(2027, 2, 12),
        reference=Performance(21_097.5, 6720),
        injuries=(InjurySite.SHIN,),
        race=Race("Corrida", 10.0),
        current_km_per_week=32.0,
        longest_run_km=11.2,
        available_days=(0, 3, 4, 6),
        long_run_day=3,
        language="en",
    ),
    date(2026, 11, 27),
)
MUCH_ON_TWO_RUNS = (
    RunnerProfile(
        Level.ADVANCED,
        Goal.ENDURANCE,
        2,
        target_date=date(2027, 2, 22),
        injuries=(InjurySite.ACHILLES,),
        current_km_per_week=130.0,
        longest_run_km=26.0,
        layoff_days=100,
    ),
    date(2026, 11, 27),
)
FAST_FROM_NOTHING = (
    RunnerProfile(
        Level.BEGINNER,
        Goal.FIVE_K,
        2,
        target_date=date(2027, 3, 7),
        reference=Performance(5000, 1050),
        injuries=(InjurySite.ACHILLES,),
        current_km_per_week=0.0,
        longest_run_km=0.0,
        layoff_days=40,
        language="en",
    ),
    date(2026, 11, 26),
)
EASY_BEFORE_HARD = (
    RunnerProfile(
        Level.INTERMEDIATE,
        Goal.TEN_K,
        4,
        target_date=date(2027, 2, 14),
        current_km_per_week=12.0,
        longest_run_km=2.4,
        available_days=(1, 2, 3, 5),
        long_run_day=1,
        language="en",
    ),
    date(2026, 11, 23),
)
RACE_ON_THURSDAY = (
    RunnerProfile(Level.INTERMEDIATE, Goal.TEN_K, 6, target_date=date(2027, 2, 4), current_km_per_week=40.0),
    date(2026, 11, 23),
)
CORNERS = {
    "race on Thursday": RACE_ON_THURSDAY,
    "after a lay-off": AFTER_A_LAYOFF,
    "knee, twice a week": KNEE_TWICE_A_WEEK,
    "knee after a lay-off": KNEE_AFTER_A_LAYOFF,
    "race next week": RACE_NEXT_WEEK,
    "marathon next week": MARATHON_NEXT_WEEK,
    "two named days": TWO_NAMED_DAYS,
    "long run on Tuesday": LONG_RUN_ON_TUESDAY,
    "long run on Thursday": LONG_RUN_ON_THURSDAY,
    "much on two runs": MUCH_ON_TWO_RUNS,
    "fast from nothing": FAST_FROM_NOTHING,
    "easy before hard": EASY_BEFORE_HARD,
}


def runs_of(program: ProgramData) -> list[Session]:
    return [session for week in program.weeks for session in week.sessions if not session.rest_day]


@pytest.mark.parametrize("corner", CORNERS)
def test_every_rule_holds(corner: str) -> None:
    profile, start = CORNERS[corner]
    program = build_program(profile, start)
    assert list(check(program)) == []
    dates = [session.date for session in runs_of(program)]
    assert all(day is not None and day >= start for day in dates)
    assert dates[-1] == profile.target_date
    assert all(
        len(runs) <= profile.sessions_per_week
        for week in program.weeks
        for runs in [[session for session in week.sessions if not session.rest_day]]
    )


@pytest.mark.parametrize("corner", ["after a lay-off", "knee after a lay-off", "much on two runs"])
def test_the_way_back_begins_easy(corner: str) -> None:
    program = build_program(*CORNERS[corner])
    assert not any(is_hard(session) for session in program.weeks[0].sessions)


def test_a_race_next_week_is_prepared_with_easy_runs_alone() -> None:
    program = build_program(*RACE_NEXT_WEEK)
    *before, race = runs_of(program)
    assert race.kind == "race"
    assert not any(is_hard(session) for session in before)


def test_the_way_back_of_an_injury_is_told_only_as_far_as_the_plan_goes() -> None:
    near, far = (build_program(*corner) for corner in (MARATHON_NEXT_WEEK, MUCH_ON_TWO_RUNS))
    told = [sum(one.code == "injury_back" for one in program.notices) for program in (near, far)]
    assert told[0] < told[1]


def test_an_easy_run_on_the_eve_of_a_hard_one_says_so() -> None:
    program = build_program(*EASY_BEFORE_HARD)
    assert any(
        (today.why or "").startswith("A hard session comes tomorrow")
        for week in program.weeks
        for today, tomorrow in pairwise(week.sessions)
        if today.kind == "easy" and is_hard(tomorrow)
    )


def test_a_week_that_carries_less_than_the_last_says_so() -> None:
    program = build_program(*MUCH_ON_TWO_RUNS)
    said = "un peu moins que ta dernière semaine de charge"
    lower = [(before, week) for before, week in pairwise(program.weeks) if week.notes and said in week.notes]
    assert lower
    assert all(week.total_volume_km < before.total_volume_km or before.recovery for before, week in lower)


def test_the_longest_run_leaves_its_usual_day_where_the_race_is_too_near() -> None:
    program = build_program(*LONG_RUN_ON_THURSDAY)
    long_days = {
        session.date.weekday() for session in runs_of(program) if session.kind == "long" and session.date
    }
    assert 3 in long_days
    assert len(long_days) > 1


def test_a_quality_day_too_small_for_quality_offers_no_choice() -> None:
    small = RunnerProfile(
        Level.ADVANCED, Goal.TEN_K, 6, target_date=date(2027, 2, 6), current_km_per_week=12.0
    )
    usual = replace(small, current_km_per_week=45.0)
    few, many = (offers_for(profile, date(2026, 11, 24)) for profile in (small, usual))
    assert len(few) < len(many)


def test_the_last_hard_session_joins_a_race_week_with_room_for_it() -> None:
    *before, race = [s for s in build_program(*RACE_ON_THURSDAY).weeks[-1].sessions if not s.rest_day]
    assert race.kind == "race"
    assert [is_hard(session) for session in before] == [True, False]


@pytest.mark.parametrize("role", ["hard", "test"])
def test_a_day_too_short_for_its_purpose_is_an_easy_run(role: SlotRole) -> None:
    frame = Frame(3, date(2026, 12, 14), "build", "load", 0.5, 1, long_work=False, is_last=False)
    prescriber = Prescriber(Situation(AFTER_A_LAYOFF[0]), race_order=25, last_hard_order=21)

    def kind_of(km: float) -> str:
        week = SizedWeek(
            frame, (SizedSlot(Slot(21, role), km), SizedSlot(Slot(24, "long"), 40.0)), 60.0, 40.0
        )
        return prescriber.week(week).runs[0].kind

    assert kind_of(1.0) == "easy"
    assert kind_of(12.0) != "easy"


def test_a_session_without_room_for_its_work_is_not_built() -> None:
    structure = Structure(Situation(EASY_BEFORE_HARD[0]))
    slot = SizedSlot(Slot(0, "hard"), 9.0)
    cruise = next(w for w in catalogue().values() if w.kind == "threshold" and w.main)
    assert structure.structured(slot, cruise, 40.0, 30.0, 0.0) is not None
    assert structure.structured(slot, cruise, 40.0, 0.4, 0.0) is None
    assert structure.structured(slot, catalogue()["easy-run"], 40.0, 30.0, 0.0) is None
