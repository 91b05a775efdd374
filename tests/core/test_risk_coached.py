"""Sessions with a coach count as strength and as training days, and nowhere else."""

from datetime import date, timedelta

import pytest

from core.risk import RiskRequest, RiskScore, injury_risk
from core.training_log import CoachedSession, LoggedSession

SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY - timedelta(days=6)
RUNS = tuple(
    LoggedSession(date=MONDAY + timedelta(days=days), kind="easy", distance_km=8.0) for days in (0, 2, 4, 6)
)


def points(risk: RiskScore, name: str) -> float:
    return next(factor.points for factor in risk.factors if factor.name == name)


def scored(*coached: CoachedSession) -> RiskScore:
    return injury_risk(RiskRequest(today=SUNDAY, logged=RUNS, coached=coached))


@pytest.mark.parametrize(
    ("coach", "days_ago", "expected"),
    [("force", 0, 0), ("calisthenics", 13, 0), ("force", 14, 5), ("endurance", 1, 5), ("competitions", 3, 0)],
)
def test_strength_is_what_was_done_in_fourteen_days(coach: str, days_ago: int, expected: float) -> None:
    done = CoachedSession(date=SUNDAY - timedelta(days=days_ago), coach=coach)
    assert points(scored(done), "strength") == expected
    assert points(scored(), "strength") == 5


@pytest.mark.parametrize(("days", "expected"), [((), 0), ((0,), 0), ((1,), 0), ((1, 3), 5), ((1, 3, 5), 10)])
def test_a_day_with_a_session_is_no_rest_day(days: tuple[int, ...], expected: float) -> None:
    done = [CoachedSession(date=MONDAY + timedelta(days=day), coach="force") for day in days]
    assert points(scored(*done), "rest_days") == expected


def test_no_other_factor_knows_of_them() -> None:
    done = CoachedSession(date=SUNDAY, coach="competitions")
    for name in ("volume_spike", "intensity", "fatigue", "longest_run"):
        assert points(scored(done), name) == points(scored(), name)


def test_what_is_still_to_come_counts_for_nothing() -> None:
    coming = CoachedSession(date=SUNDAY + timedelta(days=1), coach="force")
    assert points(scored(coming), "strength") == 5
