"""Whether two variants of a prompt differ in what came of them, by tests a statistician would name.

A runner is what was dealt, so a runner is what is counted: once for each outcome, however often Claude was
asked. Shares are compared by Fisher's exact test, amounts by Mann and Whitney's (none is normally
distributed). Holm's correction holds the risk of a false find at 5 % over all tests of one experiment; that
is for one look at the end, not for looking until something shows.
"""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

LEAST_RUNNERS = 20
"""Of each variant. With fewer, Fisher's test at 5 % finds only what nobody needs a test for: 40 % against
90 %, say, is found in nine of ten tries with 20 a side, in fewer than five with 10."""
SIGNIFICANT = 0.05

Outcome = Literal["valid", "liked", "latency_s", "tokens", "cost_usd"]
SHARES: tuple[Outcome, ...] = ("valid", "liked")
AMOUNTS: tuple[Outcome, ...] = ("latency_s", "tokens", "cost_usd")
Verdict = Literal["not enough data", "no difference shown", "better", "worse"]


class LibraryMissing(Exception):
    """scipy is not installed: it is an extra."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What came of one runner's prompts; None where nothing is known.

    `valid`: the first answer could be used as it was. `liked`: the newest thumb is up. The amounts are means
    over the runner's answered calls; tokens are those in and out, cached or not.
    """

    valid: bool | None = None
    liked: bool | None = None
    latency_s: float | None = None
    tokens: float | None = None
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Over `runners` of whom it is known: a share of them, or a median; None without any."""

    runners: int
    value: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One outcome of two variants; `p` is Holm's, None where nothing was tested."""

    outcome: Outcome
    usual: Figure
    other: Figure
    p: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """A variant beside the usual one."""

    usual: str
    other: str
    differences: tuple[Difference, ...]


Arms = Mapping[str, Sequence[Observed]]
"""Runners by variant, the usual one first."""


def can_be_tested(arms: Arms) -> bool:
    """Whether there is an outcome with enough runners on both sides."""
    usual, *others = arms
    return any(_enough(arms[usual], arms[other], outcome) for other in others for outcome in SHARES + AMOUNTS)


def compare(arms: Arms) -> tuple[Comparison, ...]:
    """Each variant beside the usual one. Raises LibraryMissing where a test needs scipy."""
    usual, *others = arms
    pairs = [(other, outcome) for other in others for outcome in SHARES + AMOUNTS]
    tested = [(other, outcome) for other, outcome in pairs if _enough(arms[usual], arms[other], outcome)]
    raw = [
        _p(outcome, _known(arms[usual], outcome), _known(arms[other], outcome)) for other, outcome in tested
    ]
    return _comparisons(arms, dict(zip(tested, holm(raw), strict=True)))


def untested(arms: Arms) -> tuple[Comparison, ...]:
    """The figures alone, where there is too little to test or nothing to test with."""
    return _comparisons(arms, {})


def _comparisons(arms: Arms, p_of: Mapping[tuple[str, Outcome], float]) -> tuple[Comparison, ...]:
    usual, *others = arms
    return tuple(
        Comparison(
            usual,
            other,
            tuple(
                _difference(outcome, arms[usual], arms[other], p_of.get((other, outcome)))
                for outcome in SHARES + AMOUNTS
            ),
        )
        for other in others
    )


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's step-down correction (1979): the smallest times their number, and so on, never falling."""
    corrected = [0.0] * len(p_values)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        highest = max(highest, min(1.0, p_values[place] * (len(p_values) - rank)))
        corrected[place] = highest
    return corrected


def _known(arm: Sequence[Observed], outcome: Outcome) -> list[float]:
    values = (getattr(one, outcome) for one in arm)
    return [float(value) for value in values if value is not None]


def _enough(usual: Sequence[Observed], other: Sequence[Observed], outcome: Outcome) -> bool:
    return min(len(_known(usual, outcome)), len(_known(other, outcome))) >= LEAST_RUNNERS


def _p(outcome: Outcome, usual: Sequence[float], other: Sequence[float]) -> float:
    """Two-sided."""
    try:
        from scipy.stats import fisher_exact, mannwhitneyu  # late: half a second and 75 MB
    except ImportError as error:
        raise LibraryMissing(
            "the tests of difference need scipy: pip install 'runcoach[statistics]'"
        ) from error
    if outcome in AMOUNTS:
        return float(mannwhitneyu(usual, other).pvalue)
    table = [[sum(values), len(values) - sum(values)] for values in (usual, other)]
    return float(fisher_exact(table).pvalue)


def _difference(
    outcome: Outcome, usual: Sequence[Observed], other: Sequence[Observed], p: float | None
) -> Difference:
    before, after = _figure(outcome, usual), _figure(outcome, other)
    if p is None or before.value is None or after.value is None:
        return Difference(outcome, before, after, None, "not enough data")
    if p >= SIGNIFICANT or after.value == before.value:
        return Difference(outcome, before, after, p, "no difference shown")
    wants_more = outcome in SHARES
    verdict: Verdict = "better" if (after.value > before.value) == wants_more else "worse"
    return Difference(outcome, before, after, p, verdict)


def _figure(outcome: Outcome, arm: Sequence[Observed]) -> Figure:
    values = _known(arm, outcome)
    if not values:
        return Figure(0, None)
    return Figure(len(values), statistics.median(values) if outcome in AMOUNTS else statistics.fmean(values))
