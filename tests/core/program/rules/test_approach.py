"""Taper, last hard session, the place of the longest run."""

import pytest

from tests.core.program.hand_made import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Json,
    at,
    easy,
    long_run,
    put,
    put_week,
    race,
    rest,
    threshold,
    training_week,
    valid,
)
from tests.core.program.rules.changes import (
    Case,
    Change,
    breaches,
    broken,
    day,
    days,
    edit,
    last_weeks,
    profile,
    steps,
    told,
    top,
)


def lighter_week_7(first_km: float) -> Change:
    """Week 7 with its long run and less around it."""
    return days(7, [rest(), easy(first_km), rest(), threshold(7.0, 2.8), rest(), easy(6.0), long_run(12.2)])


CASES: dict[str, Case] = {
    "a taper of 20 days for a 10K": ("taper", lighter_week_7(5.4), lighter_week_7(8.0)),
    "a race week hardly cut": (
        "taper",
        days(8, [rest(), easy(10.0), rest(), threshold(10.0, 1.4), rest(), easy(10.0), race()]),
        days(8, [rest(), easy(9.0), rest(), threshold(10.0, 1.4), rest(), easy(10.0), race()]),
    ),
    "a race week of almost nothing": (
        "taper",
        days(8, [rest(), easy(3.0), rest(), threshold(6.0, 1.4), rest(), easy(1.5), race()]),
        days(8, [rest(), easy(3.0), rest(), threshold(6.0, 1.4), rest(), easy(2.0), race()]),
    ),
    "no hard session in the last ten days": (
        "last-hard",
        day(8, THURSDAY, easy(7.0)),
        steps(day(8, THURSDAY, easy(7.0)), day(8, TUESDAY, threshold(8.0, 1.4))),
    ),
    "no hard session where the runner was free": (
        "last-hard",
        steps(day(8, THURSDAY, easy(7.0)), profile(available_days=[1, 3, 5, 6])),
        steps(day(8, THURSDAY, easy(7.0)), profile(available_days=[0, 5, 6])),
    ),
    "the longest run three weeks before a 10K": (
        "longest-run-place",
        steps(day(7, SUNDAY, long_run(11.9)), day(7, SATURDAY, easy(8.1))),
        steps(day(7, SUNDAY, long_run(12.1)), day(7, SATURDAY, easy(7.9))),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


def test_a_short_longest_run_is_a_breach_only_where_more_was_possible() -> None:
    half = profile(goal="semi-marathon")
    assert any(
        "14" in text for text in told(steps(half, day(1, SUNDAY, long_run(12.0))), "longest-run-place")
    )
    assert not any("14" in text for text in told(half, "longest-run-place"))
    unknown = steps(half, profile(level="champion"), day(1, SUNDAY, long_run(12.0)))
    assert not any("14" in text for text in told(unknown, "longest-run-place"))
    assert told(steps(half, last_weeks(3)), "longest-run-place") == []


def approach(weekday: int, reduced: int) -> Change:
    """Full weeks, so many reduced ones, and a race on a day of week 8."""

    def apply(program: Json) -> None:
        for number in range(1, 8):
            put_week(program, number, training_week(24.0 if number > 7 - reduced else 36.0))
        put_week(program, 8, [race() if index == weekday else rest() for index in range(7)])

    return steps(apply, profile(target_date=at(valid(), 8, weekday)["date"]))


@pytest.mark.parametrize(
    ("goal", "weekday", "reduced", "fits"),
    [
        ("5K", WEDNESDAY, 0, False),
        ("5K", THURSDAY, 0, True),
        ("5K", SUNDAY, 0, True),
        ("5K", WEDNESDAY, 1, True),
        ("5K", SATURDAY, 1, True),
        ("5K", SUNDAY, 1, False),
        ("10K", SATURDAY, 0, False),
        ("10K", SUNDAY, 0, True),
        ("10K", SATURDAY, 1, True),
        ("10K", SUNDAY, 1, False),
        ("semi-marathon", SATURDAY, 0, False),
        ("semi-marathon", SUNDAY, 0, True),
        ("semi-marathon", WEDNESDAY, 2, True),
        ("semi-marathon", THURSDAY, 2, False),
        ("marathon", SATURDAY, 1, False),
        ("marathon", SUNDAY, 1, True),
        ("marathon", WEDNESDAY, 3, True),
        ("marathon", THURSDAY, 3, False),
        ("améliorer-endurance", SUNDAY, 3, True),
    ],
)
def test_the_taper_begins_in_its_days(goal: str, weekday: int, reduced: int, fits: bool) -> None:
    change = steps(approach(weekday, reduced), profile(goal=goal))
    windows = [breach for breach in breaches(change, "taper") if "affûtage" in breach.text]
    assert [breach.week for breach in windows] == ([] if fits else [8 - reduced])


def test_a_long_taper_is_measured_on_its_last_whole_week() -> None:
    def marathon(last_whole_week_km: float) -> Change:
        return steps(
            approach(SUNDAY, 2),
            profile(goal="marathon"),
            days(6, training_week(27.0)),
            days(7, training_week(last_whole_week_km)),
        )

    def cut(change: Change) -> list[str]:
        return [text for text in told(change, "taper") if "6 jours avant" in text]

    assert cut(marathon(22.0)) == []
    (sentence,) = cut(marathon(25.0))
    assert "−100" in sentence  # nothing is run in the race week of this program
    assert "−35 à −60" in sentence


def test_a_plan_without_hard_sessions_needs_none_before_the_race() -> None:
    assert told(approach(SUNDAY, 0), "last-hard")
    assert told(steps(approach(SUNDAY, 0), easy_thursdays(1, 4)), "last-hard")
    assert told(steps(approach(SUNDAY, 0), easy_thursdays(5, 7)), "last-hard") == []


def easy_thursdays(first: int, last: int) -> Change:
    def apply(program: Json) -> None:
        for number in range(first, last + 1):
            put(program, number, THURSDAY, easy(7.0))

    return apply


def test_weeks_without_running_are_no_measure_of_a_taper() -> None:
    bike = {"rest_day": False, "session_type": "Vélo", "duration_min": 60}
    week = [rest(), bike, rest(), bike, rest(), bike, bike]
    cycling = steps(*(days(number, week) for number in range(1, 8)))
    assert not any("6 jours avant" in text for text in told(cycling, "taper"))


def test_a_plan_that_is_all_taper_is_not_measured() -> None:
    assert told(steps(last_weeks(3), profile(goal="marathon")), "taper") == []


def test_a_taper_of_four_days_is_measured_by_the_day() -> None:
    def friday_race(monday_km: float) -> Change:
        return steps(
            approach(FRIDAY, 0),
            profile(goal="5K"),
            day(7, SUNDAY, long_run(18.0)),
            day(7, SATURDAY, easy(15.0)),
            day(8, MONDAY, easy(monday_km)),
        )

    assert not any("6 jours avant" in text for text in told(friday_race(14.0), "taper"))
    assert any("6 jours avant" in text for text in told(friday_race(26.0), "taper"))


def reduced_before_saturday(long_km: float, injury: str = "") -> Change:
    """A 10K on the Saturday of week 8: week 7 is reduced and holds the longest run there is room for."""
    return steps(
        approach(SATURDAY, 1),
        profile(injuries=[injury] if injury else []),
        days(7, [rest(), easy(7.0), rest(), easy(7.0), rest(), easy(6.0), long_run(long_km)]),
    )


def test_weeks_with_fewer_runs_do_not_count_where_only_a_reduced_week_is_left() -> None:
    healing_week = days(1, [rest(), rest(), rest(), easy(12.0), rest(), rest(), long_run(15.0)])
    whole_week = days(1, [rest(), easy(8.0), rest(), easy(8.0), rest(), easy(8.0), long_run(15.0)])

    def window(*changes: Change) -> list[str]:
        return [text for text in told(steps(*changes), "longest-run-place") if "tombe" in text]

    injured = reduced_before_saturday(12.2, "knee")
    assert window(injured, healing_week) == []
    assert window(injured, whole_week)
    assert window(reduced_before_saturday(12.2), healing_week)
    empty = [days(number, [rest()] * 6 + [long_run(5.0)]) for number in range(1, 8)]
    assert window(injured, *empty) == []


def test_a_longest_run_that_falls_in_a_reduced_week_is_asked_for_less() -> None:
    small = steps(
        *(
            days(number, [rest(), easy(4.0), rest(), easy(4.0), rest(), easy(4.0), long_run(8.0)])
            for number in range(1, 7)
        ),
        days(7, [rest(), easy(3.3), rest(), easy(3.3), rest(), easy(3.3), long_run(8.0)]),
    )

    def short(weekday: int, *changes: Change) -> list[str]:
        change = steps(approach(weekday, 1), small, *changes)
        return [text for text in told(change, "longest-run-place") if "arrête" in text]

    assert short(SUNDAY)
    assert short(SATURDAY) == []


def test_two_runs_a_week_cannot_cut_the_week_of_the_longest_run_by_a_fifth() -> None:
    def two_runs(weekday: int, easy_km: float) -> Change:
        load = [rest(), rest(), easy(17.0), rest(), rest(), rest(), long_run(19.0)]
        reduced = [rest(), rest(), easy(easy_km), rest(), rest(), rest(), long_run(18.0)]
        week_8 = [easy(12.0), *(race() if index == weekday else rest() for index in range(1, 7))]
        return steps(
            approach(weekday, 1),
            profile(sessions_per_week=2),
            *(days(number, load) for number in range(1, 7)),
            days(7, reduced),
            days(8, week_8),
        )

    assert not any("6 jours avant" in text for text in told(two_runs(SATURDAY, 14.0), "taper"))
    assert any("6 jours avant" in text for text in told(two_runs(FRIDAY, 14.0), "taper"))


def test_who_is_free_only_on_the_eve_may_run_little_in_the_last_days() -> None:
    def wednesday(*free: int) -> Change:
        return steps(
            approach(WEDNESDAY, 0),
            profile(goal="5K", available_days=list(free)),
            *(days(number, [rest(), easy(15.0), long_run(15.0), *[rest()] * 4]) for number in range(1, 8)),
            day(8, TUESDAY, easy(3.0)),
        )

    assert not any("6 jours avant" in text for text in told(wednesday(TUESDAY, WEDNESDAY), "taper"))
    assert any("6 jours avant" in text for text in told(wednesday(MONDAY, TUESDAY, WEDNESDAY), "taper"))


HALF_SHORT = steps(profile(goal="semi-marathon"), day(1, SUNDAY, long_run(12.0)))


@pytest.mark.parametrize(("climb_m", "asked"), [(3600, True), (3700, False)])
def test_minutes_spent_climbing_are_no_kilometres(climb_m: int, asked: bool) -> None:
    course = {"name": "Les Coteaux", "distance_km": 21.1, "climb_m": climb_m}
    found = told(steps(HALF_SHORT, top(race=course)), "longest-run-place")
    assert any("14" in text for text in found) == asked


@pytest.mark.parametrize(("minutes", "asked"), [(139, True), (140, False)])
def test_a_run_next_to_the_minute_cap_is_long_enough(minutes: int, asked: bool) -> None:
    slow = edit(1, SUNDAY, duration_min=minutes, pace_target=None)
    assert any("14" in text for text in told(steps(HALF_SHORT, slow), "longest-run-place")) == asked
