"""Intense minutes, hard days, the size of quality sessions."""

import pytest

from tests.core.program.hand_made import (
    FRIDAY,
    PACES,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    Json,
    at,
    easy,
    rest,
    threshold,
)
from tests.core.program.rules.changes import (
    EFFORT,
    Case,
    Change,
    broken,
    day,
    edit,
    interval,
    profile,
    steps,
    told,
    top,
)


def vo2(repetitions: int, minutes: float, recovery_min: float) -> Json:
    line = {
        "repetitions": repetitions,
        "duration_min": minutes,
        "zone": "I",
        "recovery_min": recovery_min,
        "recovery": "jog",
    }
    return {**threshold(7.7, 2.0), "kind": "interval", "session_type": "Fractionné", "intervals": [line]}


def fartlek(repetitions: int) -> Json:
    """Two minutes fast by effort, three slow: the recoveries of effort work may be longer than it."""
    line = {"repetitions": repetitions, "duration_min": 2, "zone": "effort", "rpe": 7, "recovery_min": 3}
    return {**vo2(1, 1, 1), "intervals": [line]}


def efforts(rpe: int, numbers: range = range(1, 8)) -> Change:
    """A quarter of an hour, barely, by effort in every easy run of some weeks."""

    def apply(program: Json) -> None:
        for number in numbers:
            for index in (TUESDAY, SATURDAY, SUNDAY):
                at(program, number, index)["intervals"] = [{**EFFORT, "rpe": rpe}]

    return apply


CASES: dict[str, Case] = {
    "too many intense minutes": ("intensity", efforts(rpe=6), efforts(rpe=5)),
    "one week too intense": ("intensity", efforts(6, range(2, 3)), efforts(5, range(2, 3))),
    "two hard days in a row": (
        "hard-days",
        steps(day(2, SATURDAY, rest()), day(2, FRIDAY, threshold(6.7, 2.8))),
        day(2, SATURDAY, threshold(6.7, 2.8)),
    ),
    "a long run with marathon pace the day after": (
        "hard-days",
        steps(
            day(2, SATURDAY, threshold(6.7, 2.8)),
            day(2, THURSDAY, easy(7.7)),
            edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "M"}]),
        ),
        steps(
            day(2, SATURDAY, threshold(6.7, 2.8)),
            day(2, THURSDAY, easy(7.7)),
            edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "E"}]),
        ),
    ),
    "three hard sessions": (
        "hard-sessions",
        steps(day(2, TUESDAY, threshold(6.7, 2.0)), day(2, SATURDAY, threshold(6.7, 2.0))),
        day(2, TUESDAY, threshold(6.7, 2.0)),
    ),
    "threshold work of 12 %": (
        "session-cap",
        day(2, THURSDAY, threshold(7.7, 3.8)),
        day(2, THURSDAY, threshold(7.7, 3.2)),
    ),
    "interval work of 9 %": (
        "session-cap",
        day(2, THURSDAY, vo2(3, 4.0, 3.0)),
        day(2, THURSDAY, vo2(3, 3.5, 3.0)),
    ),
    "repetition work of 9 %": (
        "session-cap",
        interval(zone="R", pace_target=None),
        interval(zone="R", distance_km=0.8, pace_target=None),
    ),
    "effort in a threshold session": (
        "session-cap",
        interval(zone="effort", duration_min=9, distance_km=None, rpe=7, pace_target=None),
        interval(zone="effort", duration_min=7, distance_km=None, rpe=7, pace_target=None),
    ),
    "a long fartlek": ("session-cap", day(2, THURSDAY, fartlek(9)), day(2, THURSDAY, fartlek(7))),
    "a repetition of six minutes": (
        "interval-length",
        day(2, THURSDAY, vo2(1, 6.0, 3.0)),
        day(2, THURSDAY, vo2(2, 5.0, 5.0)),
    ),
    "a recovery longer than the effort": (
        "interval-recovery",
        day(2, THURSDAY, vo2(3, 3.0, 3.5)),
        day(2, THURSDAY, vo2(3, 3.0, 3.0)),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


def test_marathon_work_stops_at_29_km_or_110_minutes() -> None:
    def marathon_pace(minutes: float) -> Change:
        line = {"repetitions": 1, "duration_min": minutes, "zone": "M"}
        return edit(2, SUNDAY, intervals=[line], duration_min=150, distance_km=30)

    assert any("110" in text for text in told(marathon_pace(115), "session-cap"))
    assert told(marathon_pace(110), "session-cap") == []
    fast = {"M": {"min_s_per_km": 200, "max_s_per_km": 200}, "E": PACES["E"]}
    assert any("29" in text for text in told(steps(marathon_pace(105), top(paces=fast)), "session-cap"))


def test_marathon_pace_is_easy_where_easy_running_is_as_fast() -> None:
    slow = {"M": {"min_s_per_km": 500, "max_s_per_km": 510}, "E": {"min_s_per_km": 480, "max_s_per_km": 520}}
    at_marathon_pace = edit(2, SUNDAY, intervals=[{"repetitions": 1, "duration_min": 20, "zone": "M"}])
    after_a_hard_day = steps(day(2, SATURDAY, threshold(6.7, 2.8)), at_marathon_pace)
    assert told(after_a_hard_day, "hard-days")
    assert told(steps(after_a_hard_day, top(paces=slow)), "hard-days") == []


def test_three_hard_sessions_belong_to_advanced_runners_of_six_sessions() -> None:
    three = steps(day(2, TUESDAY, threshold(6.7, 2.0)), day(2, SATURDAY, threshold(6.7, 2.0)))
    assert told(steps(three, profile(level="avancé", sessions_per_week=6)), "hard-sessions") == []
    assert told(steps(three, profile(level="avancé", sessions_per_week=5)), "hard-sessions")
    assert told(profile(level="champion"), "hard-sessions") == []
