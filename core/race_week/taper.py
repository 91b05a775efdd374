"""Whether the taper is done: what was run in the last seven days against the runner's largest week."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.race_week.demands import demands_of
from core.training_log import TrainingDay

Verdict = Literal["fresh", "much", "little", "unknown"]
WEEK = datetime.timedelta(days=7)
LOOK_BACK_WEEKS = 8
MARGIN = 0.10
"""Of the largest week: a day more or less in the window moves the share by about this."""
LEAST_SHARE = 0.25
"""Under a quarter of the usual running, legs begin to feel stale; nothing is lost yet."""


@dataclass(frozen=True, slots=True)
class Taper:
    """Kilometres of the last seven days, of the largest seven days before, and what that says."""

    verdict: Verdict
    last_km: float
    largest_km: float

    @property
    def cut_percent(self) -> int:
        """How much less than the largest week."""
        return round((1 - self.last_km / self.largest_km) * 100) if self.largest_km else 0


def taper_of(days: Sequence[TrainingDay], today: datetime.date, distance_km: float) -> Taper:
    """The taper up to yesterday, for a race of this distance in the days ahead."""
    last_km = _km(days, today - WEEK, today)
    windows = [
        _km(days, today - WEEK * (number + 1), today - WEEK * number) for number in range(1, LOOK_BACK_WEEKS)
    ]
    largest_km = max(windows, default=0.0)
    if largest_km <= 0:
        return Taper("unknown", last_km, 0.0)
    least_cut, _most = demands_of(distance_km).last_week_cut
    share = last_km / largest_km
    if share > 1 - least_cut + MARGIN:
        return Taper("much", last_km, largest_km)
    return Taper("little" if share < LEAST_SHARE else "fresh", last_km, largest_km)


def _km(days: Sequence[TrainingDay], first: datetime.date, end: datetime.date) -> float:
    """Kilometres from a date on, up to but without another."""
    return sum(day.km for day in days if first <= day.date < end and day.kind != "race")
