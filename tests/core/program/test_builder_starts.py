"""Where a plan starts from: far or near races, beginners, days off, injuries, chosen days."""

from datetime import timedelta

import pytest

from core.athlete import (
    Language,
    Level,
)
from core.program.builder import build_program
from core.program.exchange import HARD_KINDS
from core.program.maintenance import waiting_days
from tests.core.program.runners import MONDAY, codes, half, plan, sessions, sunday


@pytest.mark.parametrize("who", ["starter", "couch"])
def test_absolute_beginners_run_and_walk_first(who: str) -> None:
    program = plan(who)
    assert all(s.kind == "run_walk" for s in program.weeks[0].sessions if not s.rest_day)
    assert any(s.kind == "long" for s in sessions(program))
    assert not any(s.kind in HARD_KINDS for week in program.weeks[:3] for s in week.sessions)


@pytest.mark.parametrize(("who", "site"), [("knee", "genou"), ("achilles", "Achille"), ("shin", "shin")])
def test_an_injury_changes_the_first_weeks_and_says_why(who: str, site: str) -> None:
    program = plan(who)
    first = [s for week in program.weeks[:2] for s in week.sessions if not s.rest_day]
    assert not any(s.kind in HARD_KINDS for s in first)
    assert any(s.kind == "cross" for s in first)
    told = [notice.code for notice in program.notices]
    assert told.count("injury") == 1
    assert told.count("injury_back") > 2
    assert any(site.lower() in (s.why or "").lower() for s in first)
    assert all(s.strength is None or s.strength.exercises for s in first)


def test_a_sore_shin_runs_and_walks_at_first() -> None:
    program = plan("shin")
    assert {s.kind for s in program.weeks[0].sessions if not s.rest_day} == {"run_walk", "cross"}


def test_red_flags_and_other_parts_are_told() -> None:
    program = build_program(half(injuries_notes="douleur au dos la nuit, même au repos"), MONDAY)
    assert "health" in codes(program)


def test_days_off_slow_the_paces_and_the_start() -> None:
    program, usual = plan("layoff"), plan("half")
    assert (program.vdot or 0) < (usual.vdot or 0)
    assert program.weeks[0].total_volume_km < usual.weeks[0].total_volume_km
    assert "layoff" in codes(program)


def test_a_far_race_has_easy_weeks_before_the_plan() -> None:
    program = plan("far")
    assert (len(program.weeks), len(program.maintenance)) == (16, 6)
    assert "plan_starts_later" in codes(program)
    for week in program.maintenance:
        kinds = {s.kind for s in week.sessions}
        assert kinds == {"easy", "rest"}
        assert week.total_volume_km == sum(s.distance_km or 0 for s in week.sessions)
    last = program.maintenance[-1].sessions[-1].date
    assert last == (program.start_date or MONDAY) - timedelta(days=1)


def test_maintenance_of_a_starter_is_run_walk() -> None:
    program = plan("far starter")
    assert {s.kind for s in program.maintenance[0].sessions} == {"run_walk", "rest"}


def test_a_short_plan_says_so_and_offers_a_later_race() -> None:
    text = next(notice.text for notice in plan("short").notices if notice.code == "compressed_plan")
    assert "finir" in text
    assert "17 janvier 2027" in text


def test_days_that_were_added_are_told() -> None:
    assert "days" in codes(plan("few days"))


@pytest.mark.parametrize(
    ("current_km", "language", "reason"),
    [
        (0.0, "fr", "tu ne cours pas en ce moment"),
        (0.0, "en", "you are not running at the moment"),
        (3.0, "fr", "à peine plus que tes 3 km"),
        (3.0, "en", "barely more than your 3 km"),
        (30.0, "fr", "ce que tu cours aujourd’hui (30 km)"),
    ],
)
def test_the_first_week_says_where_its_volume_comes_from(
    current_km: float, language: Language, reason: str
) -> None:
    profile = half(
        level=Level.BEGINNER, sessions_per_week=3, current_km_per_week=current_km, language=language
    )
    assert reason in build_program(profile, MONDAY).weeks[0].notes


def test_a_race_a_year_away_shows_eight_easy_weeks_and_says_to_repeat_them() -> None:
    program = build_program(half(target_date=sunday(50)), MONDAY)
    assert len(program.maintenance) == 8
    assert "reprends ces semaines" in program.maintenance[-1].notes
    assert "reprends" not in program.maintenance[0].notes


def test_the_easy_weeks_fill_every_day_until_the_plan() -> None:
    program = build_program(half(target_date=sunday(50)), MONDAY)
    days = waiting_days(program)
    assert program.start_date is not None
    assert [day.date for day in days] == [
        days[0].date + timedelta(days=order)  # type: ignore[operator]  # dated, as the comparison proves
        for order in range(len(days))
    ]
    assert days[-1].date == program.start_date - timedelta(days=1)
    assert len(days) > 7 * len(program.maintenance)
    assert days[56].kind == days[0].kind
    assert waiting_days(build_program(half(), MONDAY)) == ()
