"""A hard day for the legs never sits within 36 hours before a quality run."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.coaches.fresh_legs import (
    LegsFirst,
    free_day,
    fresh_session,
    is_too_near,
    next_quality_run,
    runs_in_danger,
)
from core.coaches.registry import COACHES, coach, make_session
from core.coaches.request import CoachName
from core.coaches.session import CoachSession
from core.program.exchange import Kind, Session
from tests.core.coaches.wishes import wish

FRIDAY = date(2026, 11, 20)
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def run(days: int, kind: Kind = "interval") -> Session:
    day = FRIDAY + timedelta(days=days)
    return Session(day="Lundi", rest_day=False, kind=kind, date=day, session_type="Fractionné")


@pytest.mark.parametrize(
    ("days", "hours"), [(0, 9.0), (1, 33.0), (2, 57.0)]
)  # a run is taken to be at six in the evening
def test_hours_to_the_next_quality_run(days: int, hours: float) -> None:
    found = next_quality_run([run(days), run(days + 3)], MORNING)
    assert found is not None
    assert found.hours == hours


def test_easy_and_past_runs_ask_for_nothing() -> None:
    assert next_quality_run([run(1, "easy"), run(2, "long"), run(-1)], MORNING) is None


@pytest.mark.parametrize(("days", "near"), [(-1, False), (0, True), (1, True), (2, False), (3, False)])
def test_days_that_are_too_near(days: int, near: bool) -> None:
    assert is_too_near(FRIDAY, FRIDAY + timedelta(days=days)) is near


@pytest.mark.parametrize("name", COACHES)
@pytest.mark.parametrize("days", [0, 1])
def test_no_coach_gives_hard_legs_before_a_quality_run(name: CoachName, days: int) -> None:
    for focus in coach(name).focuses:
        for place in ("gym", "none"):
            request = wish(name, place=place, focus=focus)
            found = fresh_session(request, [run(days)], MORNING)
            if isinstance(found, CoachSession):
                assert found.leg_load != "hard", focus
            if isinstance(found, LegsFirst):
                for other in found.alternatives:
                    light = make_session(other.request)
                    assert isinstance(light, CoachSession)
                    assert light.leg_load != "hard", (focus, other.request.focus)


def test_a_hard_wish_becomes_light_legs_or_another_day() -> None:
    found = fresh_session(wish("force"), [run(1), run(4)], MORNING)
    assert isinstance(found, LegsFirst)
    assert found.run.date == FRIDAY + timedelta(days=1)
    assert found.alternatives
    assert found.free_day == FRIDAY + timedelta(days=2)  # the day after the run, two before the next


def test_two_days_before_the_legs_may_work() -> None:
    found = fresh_session(wish("force"), [run(2)], MORNING)
    assert isinstance(found, CoachSession)
    assert found.leg_load == "hard"


def test_no_free_day_where_every_day_has_a_quality_run() -> None:
    assert free_day([run(days) for days in range(16)], FRIDAY) is None


def test_a_moved_run_puts_a_kept_session_in_danger() -> None:
    saturday = FRIDAY + timedelta(days=1)
    assert list(runs_in_danger([saturday], [run(3)])) == []
    near = run(2)
    assert list(runs_in_danger([saturday], [near, run(5)])) == [(saturday, near)]
