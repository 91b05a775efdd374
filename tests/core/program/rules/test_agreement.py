"""Days, rest, totals, lengths, dates and figures agree with each other."""

import pytest

from core.program.rules import check
from tests.core.program.hand_made import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Json,
    at,
    easy,
    program_of,
    rest,
    undated,
    valid,
)
from tests.core.program.rules.changes import (
    Case,
    Change,
    broken,
    day,
    edit,
    healing,
    last_weeks,
    notice,
    profile,
    steps,
    told,
    top,
)


def summary(**values: object) -> Change:
    return lambda program: program["program_summary"].update(values)


def nothing(program: Json) -> None:
    """No change."""


def without_dates(program: Json) -> None:
    for number in range(1, 9):
        for index in range(7):
            at(program, number, index)["date"] = None


CASES: dict[str, Case] = {
    "a day under a wrong name": (
        "days",
        edit(2, TUESDAY, day="Mercredi"),
        edit(2, TUESDAY, day="tuesday"),
    ),
    "a day of no calendar": ("days", edit(2, TUESDAY, day="Jour 2"), edit(2, TUESDAY, day="MARDI")),
    "an eighth day": (
        "days",
        lambda program: program["weeks"][1]["sessions"].append({"day": "Lundi", "rest_day": True}),
        nothing,
    ),
    "one session too many": (
        "sessions",
        day(2, WEDNESDAY, easy(1.0)),
        steps(day(2, WEDNESDAY, easy(6.7)), day(2, TUESDAY, rest())),
    ),
    "one session missing": (
        "sessions",
        steps(undated, day(8, TUESDAY, rest()), day(8, SATURDAY, easy(12.4))),
        day(8, SATURDAY, rest()),
    ),
    "one session missing without an injury": (
        "sessions",
        steps(undated, day(8, TUESDAY, rest()), day(8, SATURDAY, easy(12.4))),
        steps(
            undated,
            day(8, TUESDAY, rest()),
            day(8, SATURDAY, easy(12.4)),
            profile(injuries=["knee"]),
            healing(2),
            notice("injury"),
        ),
    ),
    "a promise of one session": ("sessions", profile(sessions_per_week=1), nothing),
    "a rest day that runs": (
        "rest",
        edit(2, MONDAY, session_type="Footing"),
        edit(2, MONDAY, session_type="Repos complet", description="Marche si tu en as envie."),
    ),
    "a rest day with strength": (
        "rest",
        edit(2, MONDAY, strength={"minutes": 20}),
        edit(2, TUESDAY, strength={"minutes": 20}),
    ),
    "a session of nothing": (
        "rest",
        day(8, SATURDAY, {"rest_day": False, "session_type": "Natation"}),
        day(8, SATURDAY, {"rest_day": False, "session_type": "Natation", "duration_min": 30}),
    ),
    "a session called rest": ("rest", edit(8, SATURDAY, kind="rest"), nothing),
    "a total that is no sum": (
        "totals",
        edit(2, TUESDAY, distance_km=7.0),
        edit(2, TUESDAY, distance_km=6.8),
    ),
    "another number of weeks": ("weeks", summary(total_weeks=9), nothing),
    "a week with another number": (
        "weeks",
        lambda program: program["weeks"][1].update(week_number=3),
        nothing,
    ),
    "too few weeks": (
        "length",
        steps(undated, profile(goal="marathon")),
        steps(undated, profile(goal="semi-marathon")),
    ),
    "a phase that ends early": (
        "phases",
        lambda program: program["program_summary"]["phases"][0].update(last_week=6),
        summary(phases=[]),
    ),
    "a phase past the end": (
        "phases",
        lambda program: program["program_summary"]["phases"][1].update(last_week=9),
        nothing,
    ),
    "a wrong date": (
        "dates",
        edit(2, TUESDAY, date="2026-03-11"),
        edit(2, TUESDAY, date=None),
    ),
    "a session before the start": (
        "dates",
        top(start_date="2026-03-04"),
        top(start_date="2026-03-03"),
    ),
    "no race at the end": ("race-day", day(8, SUNDAY, easy(10.0)), nothing),
    "a race on another day": ("race-day", profile(target_date="2026-04-25"), nothing),
    "an impossible pace": (
        "figures",
        edit(2, TUESDAY, duration_min=6, pace_target=None),
        edit(2, TUESDAY, duration_min=18, pace_target=None),
    ),
    "a pace too slow for running": (
        "figures",
        edit(2, TUESDAY, duration_min=105, pace_target=None),
        edit(2, TUESDAY, duration_min=105, pace_target=None, climb_m=100),
    ),
    "a duration that contradicts the pace": (
        "figures",
        edit(2, TUESDAY, duration_min=55),
        edit(2, TUESDAY, duration_min=43),
    ),
    "parts longer than the whole": (
        "figures",
        edit(2, THURSDAY, warm_up_min=40),
        edit(2, THURSDAY, warm_up_min=20),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


@pytest.mark.parametrize(
    ("goal", "words"), [("Semi", "16"), ("Half marathon", "16"), ("10 km", "14"), ("Forme", "20")]
)
def test_a_plan_has_a_longest_length(goal: str, words: str) -> None:
    longer = steps(
        lambda program: program["weeks"].extend(program["weeks"][:6] * 3), profile(goal=goal), undated
    )
    assert any(words in text for text in told(longer, "length"))


def test_an_empty_program_breaks_rules_without_falling_over() -> None:
    program = valid()
    program["weeks"] = []
    assert {breach.rule for breach in check(program_of(program))} == {
        "weeks", "phases", "race-day"
    }  # fmt: skip


def test_a_plan_of_the_race_week_alone_is_judged() -> None:
    assert broken(last_weeks(1)) == []
    assert broken(last_weeks(2)) == []
    assert broken(steps(last_weeks(2), lambda program: program["notices"].clear())) == ["length"]


def test_what_is_not_known_is_not_judged() -> None:
    assert broken(profile(longest_run_km=None)) == []
    assert broken(profile(current_km_per_week=None, longest_run_km=None)) == []
    unknown = profile(goal="me sentir bien", current_km_per_week=40.0, longest_run_km=None)
    assert broken(unknown) == []
    assert broken(steps(unknown, profile(level="champion"))) == []
    assert broken(steps(undated, top(start_date=None), without_dates)) == []
    assert broken(steps(top(start_date=None), without_dates)) == []
    assert broken(top(start_date=None)) == []
