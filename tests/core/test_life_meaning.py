"""What a wish means for a plan: a request when nothing is open, a question otherwise."""

from datetime import date, timedelta

import pytest

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.life_words import wish_in
from core.life_words.meaning import At, NoWay, Question, meant
from core.program.builder import build_program
from core.week_changes import Away, Ease, LightenWeek, Move, Pause, Request, Skip

TODAY = date(2026, 11, 24)  # the Tuesday of the first week
PROFILE = RunnerProfile(
    level=Level.INTERMEDIATE,
    goal=Goal.TEN_K,
    sessions_per_week=4,
    reference=Performance(10_000, 3000),
    current_km_per_week=30,
    longest_run_km=12,
)
# Week 1: Tuesday intervals, Thursday and Saturday easy, Sunday long; week 2 begins with hills.
PROGRAM = build_program(PROFILE, date(2026, 11, 23))


def read(text: str, today: date = TODAY, closed: tuple[tuple[int, int], ...] = ()) -> object:
    wish = wish_in(text, today, "fr")
    assert wish is not None
    return meant(wish, PROGRAM, today, closed)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("jeudi impossible", Away((date(2026, 11, 26),))),
        ("vacances du 12 au 20 décembre", Pause(date(2026, 12, 12), date(2026, 12, 20))),
        ("vacances du 12 au 14 décembre", Away(tuple(date(2026, 12, n) for n in (12, 13, 14)))),
        ("décale la sortie longue à samedi", Move(1, 6, date(2026, 11, 28))),
        ("déplace le fractionné à mercredi", Move(1, 1, date(2026, 11, 25))),
        ("décale la séance de jeudi à vendredi", Move(1, 3, date(2026, 11, 27))),
        ("saute la sortie longue", Skip(1, 6)),
        ("saute les côtes", Skip(2, 1)),
        ("allège jeudi", Ease(1, 3)),
        ("allège la semaine", LightenWeek(1)),
        ("allège la semaine prochaine", LightenWeek(2)),
    ],
)
def test_a_clear_wish_is_a_request(text: str, request_: Request) -> None:
    assert read(text) == request_


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("mardi impossible", "which-days"),
        ("vacances 2 semaines", "start"),
        ("vacances", "pause"),
        ("en déplacement", "days"),
        ("décale la sortie longue", "to"),
        ("saute la séance", "session"),
        ("saute le footing", "session"),
        ("décale la séance à vendredi", "session"),
    ],
)
def test_what_is_open_is_asked(text: str, ask: str) -> None:
    found = read(text)
    assert isinstance(found, Question)
    assert found.ask == ask


def test_the_question_names_the_sessions_it_is_about() -> None:
    found = read("saute le footing")
    assert isinstance(found, Question)
    assert found.sessions == (At(1, 3), At(1, 5))
    assert found.action == "skip"
    moving = read("décale la séance à vendredi")
    assert isinstance(moving, Question)
    assert moving.to == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("saute la séance de mercredi", "session"),
        ("saute le renfo", "session"),
        ("tous les jeudis impossible", "every-week"),
    ],
)
def test_what_is_not_there_is_said(text: str, code: str) -> None:
    assert read(text) == NoWay(code)  # type: ignore[arg-type]  # the codes of the table


def test_days_over_and_told_of_are_not_meant() -> None:
    assert read("saute la sortie longue", closed=((1, 6),)) == Skip(2, 6)
    assert read("saute le fractionné", today=TODAY + timedelta(days=1)) == Skip(3, 1)


def test_outside_the_plan_there_is_no_week() -> None:
    assert read("allège la semaine", today=date(2030, 1, 1)) == NoWay("outside")
