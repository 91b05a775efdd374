"""How long a plan is and when it runs: weeks counted from a Monday to race week inclusive."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Language
from core.failure import Failure
from core.program.situation import Situation

WEEK = timedelta(weeks=1)
LAST_DAY = 6


class PlanRefused(ValueError):
    """A plan that cannot be made; `failure` is the sentence for the runner."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("en"))
        self.failure = failure

    def text(self, language: Language) -> str:
        """The sentence for the runner."""
        return self.failure.text(language)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The weeks of a plan.

    `first_monday` begins week 1; `maintenance_weeks` easy weeks come before it, from `today` on.
    `last_day` is the day of the race or final session. `first_day` is the first day that may hold a session.
    """

    first_day: date
    first_monday: date
    weeks: int
    last_day: date
    maintenance_weeks: int = 0
    missing_weeks: int = 0

    @property
    def last_weekday(self) -> int:
        return self.last_day.weekday()

    @property
    def is_compressed(self) -> bool:
        return self.missing_weeks > 0


def schedule_for(situation: Situation, run_days: tuple[int, ...], start: date) -> Schedule:
    """The weeks for a runner who starts on `start` and runs on `run_days` (weekdays 0 to 6).

    Week 1 is the running week if none of its sessions is past, else the next. Raises PlanRefused for a
    date before `start`.
    """
    target = situation.profile.target_date
    monday = _first_monday(run_days, start)
    if target is None:
        weeks = situation.demands.default_weeks[situation.level_index]
        return Schedule(monday, monday, weeks, monday + WEEK * (weeks - 1) + timedelta(days=max(run_days)))
    if target < start:
        raise PlanRefused(Failure("program-date-past", {"date": target, "start": start}))
    race_monday = _monday_of(target)
    if race_monday < monday:
        return Schedule(start, race_monday, 1, target, missing_weeks=situation.demands.weeks[0] - 1)
    return _dated(situation, monday, race_monday, target)


def _dated(situation: Situation, monday: date, race_monday: date, target: date) -> Schedule:
    least, most = situation.demands.weeks
    available = (race_monday - monday).days // 7 + 1
    if available > most:
        first = race_monday - WEEK * (most - 1)
        return Schedule(first, first, most, target, maintenance_weeks=available - most)
    return Schedule(monday, monday, available, target, missing_weeks=max(least - available, 0))


def _first_monday(run_days: tuple[int, ...], start: date) -> date:
    monday = _monday_of(start)
    return monday if min(run_days) >= start.weekday() else monday + WEEK


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
