"""What runners are told about their plan."""

import pytest

from core.athlete import (
    Goal,
    Language,
)
from core.program.builder import build_program
from tests.core.program.runners import MONDAY, PACE, codes, half, plan, sessions, sunday


def test_without_a_time_there_is_no_pace_to_the_second() -> None:
    program = plan("no reference")
    assert (program.vdot, program.paces, program.predictions) == (None, None, None)
    assert "no_reference" in codes(program)
    for session in sessions(program):
        assert not PACE.search(f"{session.pace_target} {session.workout_structure}")


def test_an_undated_endurance_plan_without_a_time_ends_with_a_test_and_says_when() -> None:
    program = plan("endurance")
    assert sessions(program)[-1].kind == "test"
    assert any("dimanche de la semaine 10" in notice.text for notice in program.notices)


def test_a_dated_endurance_plan_ends_on_its_date() -> None:
    assert sessions(plan("dated endurance"))[-1].date == sunday(12)


@pytest.mark.parametrize("who", ["two runs", "small"])
def test_ambitious_marathons_are_told_what_to_expect(who: str) -> None:
    assert "goal_realism" in codes(plan(who))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_plans_without_a_date_speak_of_no_race(language: Language) -> None:
    undated, dated = (
        build_program(
            half(goal=Goal.TEN_K, target_date=day, language=language), MONDAY
        ).program_summary.phases[-1]
        for day in (None, sunday(12))
    )
    race = {"fr": "courir ta course", "en": "run your race"}[language]
    assert undated.id == dated.id == "race"
    assert dated.purpose == race
    assert race not in undated.purpose


def test_two_long_sessions_a_week_are_told() -> None:
    def told(sessions_per_week: int) -> bool:
        program = build_program(half(sessions_per_week=sessions_per_week), MONDAY)
        return any("deux séances par semaine, chacune" in notice.text for notice in program.notices)

    assert told(2)
    assert not told(4)


def test_easy_days_say_what_they_are_next_to() -> None:
    whys = {session.why for session in sessions(plan("advanced")) if session.kind == "easy" and session.why}
    assert len({why[:4] for why in whys}) >= 3
