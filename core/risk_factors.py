"""The six factors of the injury risk: each finds its points and the figures of its reason."""

import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from core.athlete import Language
from core.formatting import format_distance, format_number
from core.training_log import CoachedSession, TrainingDay

FactorName = Literal["volume_spike", "intensity", "fatigue", "strength", "rest_days", "longest_run"]
MAX_POINTS: dict[FactorName, int] = {
    "volume_spike": 30, "intensity": 20, "fatigue": 25, "strength": 5, "rest_days": 10, "longest_run": 10,
}  # fmt: skip
SPIKE_FROM, SPIKE_TO = 0.10, 0.30
TINY_WEEK_KM = 2.0
"""After a week without running, this much is no spike."""
INTENSE_FROM, INTENSE_TO = 0.20, 0.40
RECENT_CHECKINS = 7
STRENGTH_DAYS = 14
STRENGTHENING = frozenset({"force", "functional", "calisthenics", "competitions"})
"""Coaches whose sessions load muscles against resistance; endurance alone strengthens nothing."""
ENOUGH_REST_DAYS = 2
LONGEST_DAYS = 30
LONGEST_FROM, LONGEST_TO = 1.10, 2.00
"""Frandsen et al. 2025 (Br J Sports Med): injuries rise from a run 10 % over the longest of 30 days."""
FLOAT_SLACK = 1e-9
"""44 km after 40 is 10 % whatever binary fractions say."""

Figures = dict[str, str | int]


class Answer(Protocol):
    """A morning's answer: 1 fit, 2 tired, 3 very tired."""

    @property
    def date(self) -> datetime.date: ...
    @property
    def feeling(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """What one factor found: exact points, which of its reasons and advices hold, and their figures."""

    name: FactorName
    points: float
    reason: str
    figures: Figures
    advice: str = "do"


def volume_spike(
    week: Iterable[TrainingDay], before: Sequence[TrainingDay], last_monday: datetime.date, language: Language
) -> Finding:
    """Kilometres of the week against the one before: from 10 % more to 30 % more."""
    km, km_before = _total_km(week), _total_km(day for day in before if day.date >= last_monday)
    figures: Figures = {"km": format_distance(km, language), "before": format_distance(km_before, language)}
    if not km_before:
        if _total_km(before) and km > TINY_WEEK_KM:
            return Finding(
                "volume_spike", MAX_POINTS["volume_spike"], "from-zero", figures, advice="do-from-zero"
            )
        return Finding("volume_spike", 0, "unknown", figures)
    growth = km / km_before - 1
    figures |= {
        "percent": format_number(growth * 100, language, 0),
        "target": format_distance(km_before * (1 + SPIKE_FROM), language),
    }
    points = _linear(growth, SPIKE_FROM, SPIKE_TO, MAX_POINTS["volume_spike"])
    return Finding("volume_spike", points, "high" if points else "fine", figures)


def intensity(week: Sequence[TrainingDay]) -> Finding:
    """The share of hard sessions in the week: from 20 % to 40 %."""
    hard = sum(day.hard for day in week)
    share = hard / len(week) if week else 0.0
    points = _linear(share, INTENSE_FROM, INTENSE_TO, MAX_POINTS["intensity"])
    figures: Figures = {
        "hard": hard,
        "sessions": len(week),
        "percent": round(share * 100),
        "allowed": max(1, math.floor(len(week) * INTENSE_FROM + FLOAT_SLACK)),
    }
    return Finding("intensity", points, "high" if points else "fine", figures)


def fatigue(checkins: Sequence[Answer], language: Language) -> Finding:
    """The mean of the last seven check-ins: from 1 (fit) to 3 (very tired)."""
    recent = sorted(checkins, key=lambda entry: entry.date)[-RECENT_CHECKINS:]
    if not recent:
        return Finding("fatigue", 0, "unknown", {})
    mean = sum(entry.feeling for entry in recent) / len(recent)
    points = (mean - 1) / 2 * MAX_POINTS["fatigue"]
    figures: Figures = {"mean": format_number(mean, language), "count": len(recent)}
    return Finding("fatigue", points, "high" if points else "fine", figures)


def strength(
    days: Iterable[TrainingDay], today: datetime.date, coached: Iterable[CoachedSession] = ()
) -> Finding:
    """Strength sessions of the last fourteen days and of what the week still plans; a coach's count too."""
    since = today - datetime.timedelta(days=STRENGTH_DAYS - 1)
    count = sum(1 for day in days if day.strength and day.date >= since)
    count += sum(1 for one in coached if one.coach in STRENGTHENING and one.date >= since)
    points = 0 if count else MAX_POINTS["strength"]
    return Finding("strength", points, "fine" if count else "high", {"count": count, "days": STRENGTH_DAYS})


def rest_days(
    week: Iterable[TrainingDay], monday: datetime.date, coached: Iterable[CoachedSession] = ()
) -> Finding:
    """Days of the week without a session, of the plan or of a coach: fewer than two is a risk."""
    sunday = monday + datetime.timedelta(days=6)
    trained = {one.date for one in coached if monday <= one.date <= sunday}
    rest = 7 - len(trained | {day.date for day in week})
    missing = max(ENOUGH_REST_DAYS - rest, 0)
    points = MAX_POINTS["rest_days"] * missing / ENOUGH_REST_DAYS
    return Finding("rest_days", points, "high" if points else "fine", {"days": rest})


def longest_run(week: Iterable[TrainingDay], before: Sequence[TrainingDay], language: Language) -> Finding:
    """The run that most exceeds the longest of the 30 days before it: from 1.10 to 2 times as long.

    Without earlier weeks there is nothing to compare with.
    """
    if not _total_km(before):
        return Finding("longest_run", 0, "unknown", {})
    ratio, run, longest_km = max(
        _against_past(week, before), default=(0.0, None, 0.0), key=lambda found: found[0]
    )
    points = _linear(ratio, LONGEST_FROM, LONGEST_TO, MAX_POINTS["longest_run"])
    if run is None or not points:
        return Finding("longest_run", 0, "fine", {})
    figures: Figures = {
        "km": format_distance(run.km, language),
        "longest": format_distance(longest_km, language),
        "target": format_distance(longest_km * LONGEST_FROM, language),
    }
    return Finding("longest_run", points, "high", figures, advice="do-race" if run.kind == "race" else "do")


def _against_past(
    week: Iterable[TrainingDay], before: Sequence[TrainingDay]
) -> Iterator[tuple[float, TrainingDay | None, float]]:
    """Each run of the week over the longest run of its 30 days before, where there is one."""
    past = list(before)
    for run in sorted(week, key=lambda day: day.date):
        since = run.date - datetime.timedelta(days=LONGEST_DAYS)
        longest_km = max((day.km for day in past if since <= day.date < run.date), default=0.0)
        if longest_km:
            yield run.km / longest_km, run, longest_km
        past.append(run)


def _total_km(days: Iterable[TrainingDay]) -> float:
    return sum(day.km for day in days)


def _linear(value: float, start: float, end: float, most: float) -> float:
    """0 up to `start`, `most` from `end` on, straight between; nothing for a float's last bit."""
    share = (value - start) / (end - start)
    return 0.0 if share <= FLOAT_SLACK else most * min(share, 1.0)
