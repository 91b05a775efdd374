"""Which days are run and which may be hard."""

from itertools import combinations

import pytest

from core.program.layout import adjacent, usual_week


@pytest.mark.parametrize(
    ("sessions", "days"),
    [
        (2, (2, 6)),
        (3, (1, 3, 6)),
        (4, (1, 3, 5, 6)),
        (5, (1, 2, 3, 5, 6)),
        (6, (1, 2, 3, 4, 5, 6)),
        (7, (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_usual_weeks_end_with_sundays_long_run(sessions: int, days: tuple[int, ...]) -> None:
    layout = usual_week(sessions, (), None, False)
    assert (layout.days, layout.long_day) == (days, 6)


@pytest.mark.parametrize("sessions", range(2, 8))
@pytest.mark.parametrize("size", range(2, 8))
@pytest.mark.parametrize("wants_pair", [False, True])
def test_every_choice_of_days_keeps_hard_days_apart(sessions: int, size: int, wants_pair: bool) -> None:
    for available in combinations(range(7), size):
        for long_day in (None, *available):
            layout = usual_week(sessions, available, long_day, wants_pair)
            assert len(layout.days) == sessions
            assert layout.long_day in layout.days
            assert set(layout.hard) <= set(layout.days) - {layout.long_day}
            assert not any(adjacent(*pair) for pair in combinations(layout.hard, 2))
            if not layout.forced:
                assert not any(adjacent(day, layout.long_day) for day in layout.hard)
            if sessions <= size:
                assert set(layout.days) <= set(available)


def test_too_few_days_are_filled_up_with_others() -> None:
    layout = usual_week(4, (1, 6), None, False)
    assert {1, 6} <= set(layout.days)
    assert len(layout.days) == 4


def test_a_weekend_runner_trains_hard_the_day_before_the_long_run_for_want_of_another() -> None:
    layout = usual_week(2, (5, 6), None, False)
    assert (layout.hard, layout.forced) == ((5,), True)


@pytest.mark.parametrize(("long_day", "pair"), [(6, (5, 6)), (0, (0, 1)), (3, (2, 3))])
def test_two_long_runs_in_a_row_stay_within_one_week(long_day: int, pair: tuple[int, int]) -> None:
    layout = usual_week(4, (), long_day, True)
    assert layout.pair == pair
    assert set(pair) <= set(layout.days)


def test_no_pair_without_two_days_in_a_row() -> None:
    assert usual_week(3, (1, 3, 6), 6, True).pair is None
