"""One-repetition maxima: estimated from sets, and what share of one a set of so many repetitions takes.

The shares are the published curve of Reactive Training Systems (Tuchscherer): one series over the repetitions
to failure, in half steps, where a set of r repetitions at RPE x has r + (10 - x) of them.
"""

from collections.abc import Iterable

from core.coaches.request import DoneSet, History

SHARES_PERCENT = (
    100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4,
    76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6, 57.4,
)  # fmt: skip
"""Percent of the maximum for 1, 1.5, 2 … 16 repetitions to failure."""
EPLEY_REPS, BRZYCKI_SCALE, BRZYCKI_REPS = 30.0, 36.0, 37.0
RELIABLE_REPS = 10
"""Estimates from longer sets say more about endurance than about strength."""
ONE_REP_TOLERANCE = 1.0


def percent_for(reps: float, rpe: float) -> float:
    """The share of the maximum (percent) of a set of `reps` at `rpe` (5 to 10), within the curve."""
    index = round(2 * (reps - 1 + 10 - rpe))
    return SHARES_PERCENT[min(max(index, 0), len(SHARES_PERCENT) - 1)]


def rpe_for(reps: float, percent: float) -> float:
    """How hard a set of `reps` at `percent` of the maximum feels: RPE in half steps, 5 to 10."""
    index = min(range(len(SHARES_PERCENT)), key=lambda place: abs(SHARES_PERCENT[place] - percent))
    return min(max(10 - (index / 2 - (reps - 1)), 5.0), 10.0)


def epley(load_kg: float, reps: float) -> float:
    """The maximum by Epley, load x (1 + reps / 30); one repetition is the maximum itself."""
    return load_kg if reps <= ONE_REP_TOLERANCE else load_kg * (1 + reps / EPLEY_REPS)


def brzycki(load_kg: float, reps: float) -> float:
    """The maximum by Brzycki, load x 36 / (37 - reps); reps under 37, else ValueError."""
    if reps >= BRZYCKI_REPS:
        raise ValueError(f"Brzycki's formula ends before {BRZYCKI_REPS:.0f} repetitions, not {reps}.")
    return load_kg * BRZYCKI_SCALE / (BRZYCKI_REPS - reps)


def estimate(load_kg: float, reps: float, rpe: float | None = None) -> float:
    """A careful maximum from one set: the lower of both formulas, repetitions in reserve counted in."""
    to_failure = reps + (10 - rpe if rpe is not None else 0.0)
    return min(epley(load_kg, to_failure), brzycki(load_kg, min(to_failure, BRZYCKI_REPS - 1)))


def one_rep_max_kg(exercise: str, history: History) -> float | None:
    """The maximum of a movement: what is known, else the best estimate from short sets; None without any."""
    known = history.one_rep_max_kg.get(exercise)
    return known if known is not None else _best(history.last_sets(exercise))


def record_kg(exercise: str, history: History) -> float | None:
    """What no load may pass: the known maximum or the best estimate, the higher one; None without any."""
    known = history.one_rep_max_kg.get(exercise)
    best = _best(history.last_sets(exercise))
    return max((one for one in (known, best) if one is not None), default=None)


def _best(sets: Iterable[DoneSet]) -> float | None:
    short = (one for one in sets if one.load_kg and 1 <= one.amount <= RELIABLE_REPS)
    return max((estimate(one.load_kg or 0.0, one.amount, one.rpe) for one in short), default=None)
