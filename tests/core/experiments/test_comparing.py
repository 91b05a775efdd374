"""What the tests of difference find, where it is known what there is to find."""

import random
from collections.abc import Sequence

import pytest

from core.experiments.comparing import (
    AMOUNTS,
    LEAST_RUNNERS,
    SHARES,
    Comparison,
    Difference,
    Observed,
    Outcome,
    can_be_tested,
    compare,
    holm,
    untested,
)

pytest.importorskip("scipy")


def shares(right: int, of: int) -> list[Observed]:
    return [Observed(valid=number < right) for number in range(of)]


def latencies(mean_log: float, count: int, draw: random.Random) -> list[Observed]:
    """Lognormal, as waiting times are."""
    return [Observed(latency_s=draw.lognormvariate(mean_log, 0.4)) for _ in range(count)]


def found(comparison: Comparison, outcome: Outcome) -> Difference:
    return next(one for one in comparison.differences if one.outcome == outcome)


def only(usual: Sequence[Observed], other: Sequence[Observed], outcome: Outcome) -> Difference:
    [comparison] = compare({"a": usual, "b": other})
    return found(comparison, outcome)


def test_fishers_exact_test_has_the_p_of_the_hypergeometric_distribution() -> None:
    # Of 40 draws 20 are valid: the chance of 14 or more, or 6 or fewer, in one half of them.
    one = only(shares(14, 20), shares(6, 20), "valid")
    assert one.p == pytest.approx(0.02564, abs=1e-4)
    assert (one.usual.value, one.other.value, one.verdict) == (0.7, 0.3, "worse")


def test_more_valid_answers_are_better_and_more_seconds_worse() -> None:
    draw = random.Random(1)
    assert only(shares(20, 40), shares(39, 40), "valid").verdict == "better"
    slower = only(latencies(1.0, 60, draw), latencies(1.6, 60, draw), "latency_s")
    assert (slower.verdict, slower.p is not None and slower.p < 0.001) == ("worse", True)


def test_separate_amounts_have_the_smallest_p_there_is() -> None:
    usual = [Observed(tokens=1000.0 + number) for number in range(20)]
    other = [Observed(tokens=500.0 + number) for number in range(20)]
    one = only(usual, other, "tokens")
    assert one.p is not None
    assert one.p < 1e-6
    assert (one.verdict, one.usual.value, one.other.value) == ("better", 1009.5, 509.5)


def test_too_few_runners_are_said_not_tested() -> None:
    usual, other = shares(LEAST_RUNNERS, LEAST_RUNNERS), shares(0, LEAST_RUNNERS - 1)
    assert not can_be_tested({"a": usual, "b": other})
    one = only(usual, other, "valid")
    assert (one.p, one.verdict) == (None, "not enough data")
    assert (one.usual.runners, one.other.runners) == (LEAST_RUNNERS, LEAST_RUNNERS - 1)


def test_nothing_known_is_no_figure() -> None:
    one = only([Observed()], [], "cost_usd")
    assert (one.usual.runners, one.usual.value, one.other.value) == (0, None, None)


def test_untested_gives_the_same_figures() -> None:
    arms = {"a": shares(10, 30), "b": shares(30, 30)}
    [tested], [bare] = compare(arms), untested(arms)
    assert found(tested, "valid").p is not None
    assert found(bare, "valid").p is None
    assert found(bare, "valid").other == found(tested, "valid").other


@pytest.mark.parametrize(
    ("raw", "corrected"),
    [
        ([], []),
        ([0.04], [0.04]),
        # The worked example of Holm's step-down: 0.005*4, 0.01*3, 0.03*2, then never falling.
        ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
        ([0.9, 0.8], [1.0, 1.0]),
    ],
)
def test_holms_correction(raw: list[float], corrected: list[float]) -> None:
    assert holm(raw) == pytest.approx(corrected)


def test_where_nothing_differs_few_experiments_find_something() -> None:
    """The point of the correction: one in twenty experiments at most, not one in four."""
    draw, tries = random.Random(7), 200
    fooled = 0
    for _ in range(tries):
        [comparison] = compare({"a": alike(draw), "b": alike(draw)})
        fooled += any(one.verdict in ("better", "worse") for one in comparison.differences)
    # 5 % of 200 are 10, and 20 are four standard deviations away; without a correction 40 and more.
    assert fooled <= 20


def alike(draw: random.Random) -> list[Observed]:
    return [
        Observed(
            valid=draw.random() < 0.8,
            liked=draw.random() < 0.6,
            latency_s=draw.lognormvariate(1, 0.5),
            tokens=draw.gauss(1500, 120),
            cost_usd=draw.gauss(0.004, 0.0005),
        )
        for _ in range(40)
    ]


def test_three_variants_are_each_compared_with_the_usual_one() -> None:
    arms = {"a": shares(20, 40), "b": shares(21, 40), "c": shares(40, 40)}
    comparisons = compare(arms)
    assert [(one.usual, one.other) for one in comparisons] == [("a", "b"), ("a", "c")]
    assert [found(one, "valid").verdict for one in comparisons] == ["no difference shown", "better"]
    assert {one.outcome for one in comparisons[0].differences} == set(SHARES + AMOUNTS)
