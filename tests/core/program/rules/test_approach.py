"""Taper, last hard session, the place of the longest run."""

import pytest

from tests.core.program.hand_made import (
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    easy,
    long_run,
    race,
    rest,
    threshold,
)
from tests.core.program.rules.changes import (
    Case,
    Change,
    broken,
    day,
    days,
    last_weeks,
    profile,
    steps,
    told,
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
    "a race week cut by 64 %": ("taper", day(8, TUESDAY, easy(4.0)), day(8, TUESDAY, easy(6.0))),
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
