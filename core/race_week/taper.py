"""Whether the taper is done: the last seven days against the plan, and what is left to run."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.training_log import TrainingDay

Verdict = Literal["fresh", "much", "little"]
DAY = datetime.timedelta(days=1)
WINDOW_DAYS = 7
LOOK_BACK_DAYS = 56
MUCH_FROM_SHARE, MUCH_FROM_KM = 1.15, 3.0
"""Over what was planned: less is a route a little longer. Own choice."""
LITTLE_UP_TO = 0.6
"""Of what was planned: about one run of two left out."""


@dataclass(frozen=True, slots=True)
class Taper:
    """Kilometres of the last seven days, as planned for them, of the largest seven, and left to run."""

    verdict: Verdict
    last_km: float
    planned_km: float
    largest_km: float
    left_km: float


def taper_of(
    done: Sequence[TrainingDay],
    planned: Sequence[TrainingDay],
    today: datetime.date,
    race_date: datetime.date,
) -> Taper:
    """The taper up to yesterday: `done` holds what was logged (else planned), `planned` the plan alone."""
    first = today - WINDOW_DAYS * DAY
    last_km, planned_km = _km(done, first, today), _km(planned, first, today)
    ends = (today - days * DAY for days in range(LOOK_BACK_DAYS))
    return Taper(
        verdict=_verdict(last_km, planned_km),
        last_km=last_km,
        planned_km=planned_km,
        largest_km=max(_km(done, end - WINDOW_DAYS * DAY, end) for end in ends),
        left_km=_km(planned, today, race_date),
    )


def _verdict(last_km: float, planned_km: float) -> Verdict:
    if last_km > MUCH_FROM_SHARE * planned_km and last_km - planned_km > MUCH_FROM_KM:
        return "much"
    return "little" if last_km < LITTLE_UP_TO * planned_km else "fresh"


def _km(days: Sequence[TrainingDay], first: datetime.date, end: datetime.date) -> float:
    """Kilometres from a date on, up to but without another."""
    return sum(day.km for day in days if first <= day.date < end and day.kind != "race")
