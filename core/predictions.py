"""What a runner can expect to race, and what time off costs."""

from dataclasses import dataclass

from core.vdot import race_time_s

PREDICTED_DISTANCES_M: dict[str, float] = {
    "5K": 5000.0,
    "10K": 10_000.0,
    "semi-marathon": 21_097.5,
    "marathon": 42_195.0,
}
"""By the name of the goal."""

# Equations and Riegel alike are ten minutes or more too fast for half of recreational marathoners (Vickers
# and Vertosick 2016, 2303 runners); those who run less than 64 km a week (40 miles) need 5 to 7 % more.
FULL_MARGIN_KM, MARGIN_STARTS_KM, NO_MARGIN_KM = 32.0, 64.0, 80.0
FULL_MARGIN, SMALL_MARGIN, UNKNOWN_MARGIN = 0.07, 0.05, 0.06

# Published VDOT adjustments for time off: nothing for 5 days, then 0.3 % a day (0.15 % with cross-training).
FREE_DAYS_OFF = 5
DAILY_LOSS, DAILY_LOSS_CROSS_TRAINED = 0.003, 0.0015
LOWEST_AFTER_LAYOFF, LOWEST_CROSS_TRAINED = 0.8, 0.9


@dataclass(frozen=True, slots=True)
class Predictions:
    """Race times in seconds by the equations, and the marathon to expect at the runner's weekly volume."""

    five_k_s: float
    ten_k_s: float
    half_marathon_s: float
    marathon_s: float
    marathon_expected_s: float

    def to_exchange(self) -> dict[str, float]:
        """As a program carries them: whole seconds by goal, and `marathon_expected`."""
        times = (self.five_k_s, self.ten_k_s, self.half_marathon_s, self.marathon_s)
        named = dict(zip(PREDICTED_DISTANCES_M, times, strict=True)) | {
            "marathon_expected": self.marathon_expected_s
        }
        return {name: float(round(time_s)) for name, time_s in named.items()}


def predict(vdot: float, km_per_week: float | None = None) -> Predictions:
    """Race times over 5 km, 10 km, half and marathon for a VDOT above 0, else ValueError."""
    five, ten, half, marathon = (race_time_s(vdot, metres) for metres in PREDICTED_DISTANCES_M.values())
    return Predictions(five, ten, half, marathon, marathon * (1 + marathon_margin(km_per_week)))


def marathon_margin(km_per_week: float | None) -> float:
    """The share to add to an equation's marathon time: 7 % up to 32 km a week, 5 % at 64, none from 80.

    6 % when the weekly volume is unknown. It fades from 64 to 80 km: one kilometre never makes ten minutes.
    """
    if km_per_week is None:
        return UNKNOWN_MARGIN
    if km_per_week <= MARGIN_STARTS_KM:
        return _between(km_per_week, FULL_MARGIN_KM, MARGIN_STARTS_KM, FULL_MARGIN, SMALL_MARGIN)
    return _between(km_per_week, MARGIN_STARTS_KM, NO_MARGIN_KM, SMALL_MARGIN, 0.0)


def layoff_multiplier(days_off: int, *, cross_trained: bool = False) -> float:
    """What remains of a VDOT after days without running: 1 up to 5 days, 0.8 (0.9) from 72 days on."""
    loss, lowest = (
        (DAILY_LOSS_CROSS_TRAINED, LOWEST_CROSS_TRAINED)
        if cross_trained
        else (DAILY_LOSS, LOWEST_AFTER_LAYOFF)
    )
    return max(1 - loss * max(days_off - FREE_DAYS_OFF, 0), lowest)


def _between(value: float, start: float, end: float, at_start: float, at_end: float) -> float:
    along = min(max((value - start) / (end - start), 0.0), 1.0)
    return at_start + along * (at_end - at_start)
