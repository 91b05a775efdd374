"""The 1979 equations of Daniels and Gilbert (Oxygen Power), solved both ways.

Speeds are in metres per minute and times in minutes inside the equations, metres and seconds at the border.
"""

import math

from core.athlete import Performance
from core.failure import Failure
from core.records import problem_with

# Oxygen cost of running, ml/kg/min, by speed in m/min.
COST_CONSTANT, COST_LINEAR, COST_SQUARE = -4.60, 0.182258, 0.000104
# Share of the maximum that can be held for a time in minutes.
SHARE_FLOOR = 0.8
SHARE_SLOW, SHARE_SLOW_RATE = 0.1894393, 0.012778
SHARE_FAST, SHARE_FAST_RATE = 0.2989558, 0.1932605

FASTEST_M_PER_MIN = 800.0
SLOWEST_M_PER_MIN = 10.0
TIME_TOLERANCE_S = 1e-4


class ImpossiblePerformance(ValueError):
    """A race result no VDOT can be read from; `failure` is the sentence for the runner."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("en"))
        self.failure = failure


def oxygen_cost(speed_m_per_min: float) -> float:
    """Oxygen used at a speed on the flat, in ml/kg/min."""
    return COST_CONSTANT + COST_LINEAR * speed_m_per_min + COST_SQUARE * speed_m_per_min**2


def speed_at(oxygen: float) -> float:
    """The speed in m/min that costs `oxygen` ml/kg/min (at least 0): the inverse of `oxygen_cost`."""
    discriminant = COST_LINEAR**2 + 4 * COST_SQUARE * (oxygen - COST_CONSTANT)
    return (math.sqrt(discriminant) - COST_LINEAR) / (2 * COST_SQUARE)


def sustained_share(minutes: float) -> float:
    """The share of VO2max a runner holds in a race of `minutes`, from about 1.29 at the start down to 0.8."""
    slow = SHARE_SLOW * math.exp(-SHARE_SLOW_RATE * minutes)
    fast = SHARE_FAST * math.exp(-SHARE_FAST_RATE * minutes)
    return SHARE_FLOOR + slow + fast


def vdot_of(performance: Performance) -> float:
    """The VDOT of a race result; raises ImpossiblePerformance outside what a human runs."""
    problem = problem_with(performance)
    if problem:
        raise ImpossiblePerformance(problem)
    return _vdot(performance.distance_m, performance.time_s)


def _vdot(distance_m: float, time_s: float) -> float:
    minutes = time_s / 60
    return oxygen_cost(distance_m / minutes) / sustained_share(minutes)


def race_time_s(vdot: float, distance_m: float) -> float:
    """The time in seconds over `distance_m` that has this VDOT; both above 0, else ValueError.

    Within the bracket a longer time always means a lower VDOT, so halving it finds the one solution.
    """
    if vdot <= 0 or distance_m <= 0:
        raise ValueError(f"A race time needs a VDOT and a distance above 0, not {vdot} and {distance_m}.")
    fast_s = distance_m / FASTEST_M_PER_MIN * 60
    slow_s = distance_m / SLOWEST_M_PER_MIN * 60
    while slow_s - fast_s > TIME_TOLERANCE_S:
        middle_s = (fast_s + slow_s) / 2
        if _vdot(distance_m, middle_s) > vdot:
            fast_s = middle_s
        else:
            slow_s = middle_s
    return (fast_s + slow_s) / 2


def pace_at_share(vdot: float, share: float) -> float:
    """The pace in s/km that costs `share` (0 to 1) of a VDOT."""
    return 60_000 / speed_at(vdot * share)
