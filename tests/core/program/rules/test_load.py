"""Growth, recovery weeks, first and largest week, longest run."""

import pytest

from core.program.rules import Breach
from tests.core.program.hand_made import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    Json,
    easy,
    long_run,
    put,
    rest,
    training_week,
    undated,
)
from tests.core.program.rules.changes import (
    Case,
    Change,
    breaches,
    broken,
    day,
    days,
    edit,
    notice,
    profile,
    steps,
    told,
)

CASES: dict[str, Case] = {
    "a week that grows 14 %": ("growth", day(4, SATURDAY, easy(9.6)), day(4, SATURDAY, easy(8.3))),
    "a third loading week": (
        "recovery",
        days(6, training_week(36.0)),
        days(6, training_week(32.4)),
    ),
    "a recovery week cut by 39 %": (
        "recovery",
        days(6, training_week(22.0)),
        days(6, training_week(23.6)),
    ),
    "a first week too large": (
        "first-week",
        profile(current_km_per_week=26.0),
        profile(current_km_per_week=28.0),
    ),
    "a first week too small": (
        "first-week",
        profile(current_km_per_week=52.0, longest_run_km=14.0),
        profile(current_km_per_week=49.0, longest_run_km=14.0),
    ),
    "a small first week after a layoff": (
        "first-week",
        profile(current_km_per_week=60.0, longest_run_km=20.0),
        steps(profile(current_km_per_week=60.0, longest_run_km=20.0), notice("layoff")),
    ),
    "a week over the ceiling": (
        "ceiling",
        profile(goal="5K", level="débutant"),
        profile(goal="5K", level="intermédiaire"),
    ),
    "a run 18 % longer than the longest": (
        "longest-run",
        steps(day(2, SUNDAY, long_run(12.0)), day(2, SATURDAY, easy(5.6))),
        steps(day(2, SUNDAY, long_run(11.2)), day(2, SATURDAY, easy(6.4))),
    ),
    "a first run 35 % longer than the stated longest": (
        "longest-run",
        profile(longest_run_km=7.5),
        profile(longest_run_km=9.2),
    ),
    "a long run of 42 % of its week": (
        "long-run-share",
        steps(day(3, SUNDAY, long_run(10.8)), day(3, SATURDAY, easy(3.5))),
        steps(day(3, SUNDAY, long_run(10.4)), day(3, SATURDAY, easy(3.9))),
    ),
    "a run of 155 minutes": (
        "long-run-minutes",
        edit(7, SUNDAY, duration_min=155, pace_target=None),
        edit(7, SUNDAY, duration_min=150, pace_target=None),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


@pytest.mark.parametrize(
    ("sessions", "current_km", "longest_km", "fitting_km", "too_small_km", "too_large_km"),
    [
        (4, 5.0, None, 12.0, None, 12.4),  # three kilometres a session are never too many
        (2, 10.0, None, 12.0, None, 12.4),  # two more than now are never too many
        (4, 40.0, None, 24.0, 23.6, 44.4),
        (4, 60.0, 8.0, 19.2, 18.8, 66.4),  # small runs make a small week
        (2, 100.0, None, 32.0, 30.0, 110.4),  # so do two runs of at most 150 minutes
    ],
)
def test_the_first_week_starts_from_what_is_run_now(
    sessions: int,
    current_km: float,
    longest_km: float | None,
    fitting_km: float,
    too_small_km: float | None,
    too_large_km: float,
) -> None:
    runner = profile(sessions_per_week=sessions, current_km_per_week=current_km, longest_run_km=longest_km)

    def found(km: float | None) -> list[str]:
        return told(steps(runner, days(1, training_week(km or fitting_km))), "first-week")

    assert found(fitting_km) == []
    assert bool(found(too_small_km)) == (too_small_km is not None)
    assert found(too_large_km)


@pytest.mark.parametrize(
    ("longest_km", "allowed_km", "too_long_km"),
    [(20.0, 22.0, 22.4), (3.0, 4.0, 4.4), (10.0, 11.0, 11.4), (0.0, 3.0, 3.4)],
)
def test_a_run_may_outgrow_the_longest_by_a_tenth_or_a_kilometre(
    longest_km: float, allowed_km: float, too_long_km: float
) -> None:
    def first_run(km: float) -> list[Breach]:
        found = breaches(steps(known, day(1, TUESDAY, easy(km))), "longest-run")
        return [breach for breach in found if (breach.week, breach.day) == (1, "Mardi")]

    known = profile(longest_run_km=longest_km)
    assert first_run(allowed_km) == []
    assert first_run(too_long_km)


def test_a_long_run_is_forgotten_after_thirty_days() -> None:
    fresh = steps(day(3, SUNDAY, long_run(14.0)), day(7, SUNDAY, long_run(14.0)))
    old = steps(day(2, SUNDAY, long_run(14.0)), day(7, SUNDAY, long_run(14.0)))
    assert len(told(fresh, "longest-run")) == 1
    assert len(told(old, "longest-run")) == 2


def test_a_last_week_without_a_race_is_no_taper() -> None:
    assert told(steps(undated, days(8, training_week(22.0))), "recovery")


def test_three_loading_weeks_in_a_row_miss_a_lighter_one() -> None:
    def unlabelled(program: Json) -> None:
        program["weeks"][5]["recovery"] = False

    loaded = steps(days(6, training_week(36.0)), unlabelled)
    assert [text[:22] for text in told(loaded, "recovery")] == ["3 semaines de charge d"]


def test_tiny_weeks_may_grow_by_two_kilometres() -> None:
    def second_week(km: float) -> Change:
        half = round(km / 2, 1)
        first = [rest(), easy(3.0), rest(), rest(), rest(), easy(3.0), rest()]
        second = [rest(), easy(half), rest(), rest(), rest(), easy(km - half), rest()]
        return steps(days(1, first), days(2, second))

    assert not any("après 6" in text for text in told(second_week(8.0), "growth"))
    assert any("après 6" in text for text in told(second_week(8.4), "growth"))


def test_an_advanced_runner_may_hold_what_is_already_run() -> None:
    big = steps(lambda program: put(program, 1, MONDAY, easy(90.0)), profile(goal="5K", level="avancé"))
    assert told(big, "ceiling")
    assert told(steps(big, profile(current_km_per_week=115)), "ceiling") == []
    assert told(profile(level="champion"), "ceiling") == []


def test_without_a_stated_longest_run_the_first_week_stands_for_the_past() -> None:
    unknown = profile(longest_run_km=None)
    longer = steps(day(2, SUNDAY, long_run(12.0)), day(2, SATURDAY, easy(5.6)))
    assert broken(steps(unknown, longer)) == ["longest-run"]
