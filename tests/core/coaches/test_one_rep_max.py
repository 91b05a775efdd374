"""Maxima and percentages: the published figures, and what follows from a history."""

import pytest

from core.coaches.one_rep_max import (
    brzycki,
    epley,
    estimate,
    one_rep_max_kg,
    percent_for,
    record_kg,
    rpe_for,
)
from core.coaches.request import DoneSet, History

# Repetitions, then percent of the maximum at RPE 10, 9, 8, 7, 6: the published grid.
GRID = (
    (1, (100, 95.5, 92.2, 89.2, 86.3)),
    (3, (92.2, 89.2, 86.3, 83.7, 81.1)),
    (5, (86.3, 83.7, 81.1, 78.6, 76.2)),
    (8, (78.6, 76.2, 73.9, 70.7, 68.0)),
    (10, (73.9, 70.7, 68.0, 65.3, 62.6)),
    (12, (68.0, 65.3, 62.6, 59.9, 57.4)),
)


@pytest.mark.parametrize(("reps", "row"), GRID)
def test_the_curve_gives_the_published_grid(reps: int, row: tuple[float, ...]) -> None:
    assert tuple(percent_for(reps, rpe) for rpe in (10, 9, 8, 7, 6)) == row


def test_beyond_the_curve_its_ends_hold() -> None:
    assert percent_for(30, 5) == 57.4
    assert percent_for(1, 11) == 100.0


@pytest.mark.parametrize(("reps", "rpe"), [(1, 10), (4, 8), (6, 7), (3, 8.5), (8, 9)])
def test_effort_and_percentage_are_two_sides_of_one_curve(reps: float, rpe: float) -> None:
    assert rpe_for(reps, percent_for(reps, rpe)) == rpe


def test_formulas_give_the_published_example() -> None:
    assert epley(100, 5) == pytest.approx(116.7, abs=0.05)
    assert brzycki(100, 5) == pytest.approx(112.5, abs=0.05)
    assert epley(100, 10) == pytest.approx(brzycki(100, 10), abs=0.1)


def test_one_repetition_is_the_maximum_itself() -> None:
    assert epley(140, 1) == 140
    assert estimate(140, 1, 10) == 140


def test_brzycki_ends_before_37() -> None:
    with pytest.raises(ValueError, match="37"):
        brzycki(20, 37)


def test_reserve_counts_as_repetitions() -> None:
    assert estimate(100, 3, 8) == estimate(100, 5)


def test_a_known_maximum_wins_but_a_better_set_raises_the_record() -> None:
    history = History(
        sets=(DoneSet("back-squat", 5, 100, 9), DoneSet("back-squat", 20, 60)),
        one_rep_max_kg={"back-squat": 110},
    )
    assert one_rep_max_kg("back-squat", history) == 110
    assert record_kg("back-squat", history) == pytest.approx(estimate(100, 5, 9))


def test_long_sets_and_sets_without_a_load_say_nothing() -> None:
    history = History(sets=(DoneSet("back-squat", 20, 60), DoneSet("back-squat", 5)))
    assert one_rep_max_kg("back-squat", history) is None
    assert record_kg("back-squat", history) is None
