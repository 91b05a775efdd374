"""Whole plans, read as a strict coach would: what every one of them keeps."""

import re
from datetime import timedelta
from itertools import pairwise

import pytest

from core.athlete import (
    Goal,
    Language,
)
from core.program.builder import PlanRefused, build_program
from core.program.exchange import HARD_KINDS, ProgramData
from core.program.rules import check
from tests.core.program.runners import MONDAY, PROFILES, half, plan, sessions, sunday


@pytest.fixture(scope="module", params=PROFILES, ids=str)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_keeps_every_rule(name: str) -> None:
    assert check(plan(name)) == ()


def test_it_is_the_same_each_time(name: str) -> None:
    assert plan(name) == plan(name)


def test_it_survives_a_round_trip(name: str) -> None:
    program = plan(name)
    assert ProgramData.model_validate_json(program.model_dump_json()) == program


def test_every_session_says_what_to_do_and_why(name: str) -> None:
    for session in sessions(plan(name)):
        assert session.session_type
        assert session.description
        assert session.workout_structure
        assert session.why
        assert session.rpe
        assert session.duration_min
        assert session.date is not None
        if session.intervals:
            assert "RPE" in session.workout_structure
            assert session.workout_structure.count("\n") == len(session.intervals) + 1


def test_every_week_has_a_focus_and_notes_with_figures(name: str) -> None:
    notes = [week.notes for week in plan(name).weeks]
    assert all(week.focus for week in plan(name).weeks)
    assert all(re.search(r"\d", note) for note in notes)
    assert len(set(notes)) == len(notes)


def test_no_text_is_left_in_the_other_language(name: str) -> None:
    program = plan(name)
    wrong = "semaine" if program.language == "en" else "week"
    assert wrong not in program.model_dump_json().replace("sessions_per_week", "").replace(
        "_week", ""
    ).replace('"week', "")


def test_parts_add_up_to_the_session(name: str) -> None:
    for session in sessions(plan(name)):
        if session.intervals and all(part.duration_min for part in session.intervals):
            work = sum(
                part.repetitions * ((part.duration_min or 0) + (part.recovery_min or 0))
                for part in session.intervals
            )
            whole = work + (session.warm_up_min or 0) + (session.cool_down_min or 0)
            assert session.duration_min == pytest.approx(whole, abs=2)


def test_workouts_rotate(name: str) -> None:
    quality = [s.workout for s in sessions(plan(name)) if s.kind in HARD_KINDS and s.workout]
    assert len(set(quality)) >= len(quality) / 4


@pytest.mark.parametrize("sessions_per_week", range(2, 8))
def test_a_week_has_exactly_its_sessions(sessions_per_week: int) -> None:
    program = build_program(half(sessions_per_week=sessions_per_week), MONDAY)
    for week in program.weeks[:-1]:
        assert sum(not s.rest_day for s in week.sessions) == sessions_per_week
    assert sum(not s.rest_day for s in program.weeks[-1].sessions) <= sessions_per_week


def test_the_race_is_the_last_session_on_its_date() -> None:
    last = sessions(plan("midweek"))[-1]
    assert (last.kind, last.date) == ("race", sunday(12) - timedelta(days=4))
    assert last.distance_km == 21.1


def test_the_long_run_builds_and_the_taper_tapers() -> None:
    program = plan("marathon")
    loads = [week for week in program.weeks if not week.recovery and week.phase not in {"taper", "race"}]
    longest = [max(s.distance_km or 0 for s in week.sessions) for week in loads]
    assert all(later >= earlier for earlier, later in pairwise(longest))
    taper = [week.total_volume_km for week in program.weeks if week.phase == "taper"]
    assert loads[-1].total_volume_km > taper[0] > taper[1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_refusals_are_sentences(language: Language) -> None:
    with pytest.raises(PlanRefused) as refused:
        build_program(half(sessions_per_week=8), MONDAY)
    assert "8" in refused.value.text(language)
    with pytest.raises(PlanRefused):
        build_program(half(target_date=MONDAY - timedelta(days=1)), MONDAY)


def test_strength_is_on_run_days_twice_a_week_and_stays_away_from_the_race() -> None:
    program = plan("half")
    for week in program.weeks:
        assert sum(s.strength is not None for s in week.sessions) <= 2
    assert sum(s.strength is not None for s in program.weeks[0].sessions) == 2
    near = [s for s in sessions(program) if (sunday(12) - (s.date or MONDAY)).days <= 2]
    assert not any(s.strength for s in near)
    assert not any(s.strength for week in program.weeks for s in week.sessions if s.rest_day)


@pytest.mark.parametrize("goal", [Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON])
def test_plans_without_a_date_end_with_the_distance(goal: Goal) -> None:
    last = sessions(build_program(half(goal=goal, target_date=None), MONDAY))[-1]
    assert last.kind == "race"
    assert last.description
