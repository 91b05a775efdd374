"""What a change is: each day before and after, and which rules it newly breaks."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.program.exchange import ProgramData, Session, Week
from core.program.rules import Breach, check
from core.training_log import NOT_RUNS

MEASURED_RULES = frozenset({"growth", "recovery", "longest-run"})
"""They compare a week with those before it."""
UNTOUCHED_KINDS = NOT_RUNS | {"race", "test"}


@dataclass(frozen=True, slots=True)
class Change:
    """One day of a plan before and after; `position` counts from 0 in its week."""

    week_number: int
    position: int
    before: Session
    after: Session


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two days of a week that gave each other their session, before any other change of that week."""

    week_number: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class ChangedPlan:
    """A plan after a change, each day that changed, and which sessions went to another day."""

    program: ProgramData
    changes: tuple[Change, ...]
    exchanges: tuple[Exchange, ...] = ()

    def in_week(self, number: int) -> tuple[Change, ...]:
        """The changed days of one week."""
        return tuple(change for change in self.changes if change.week_number == number)

    def weeks_beside(self, number: int) -> int:
        """How many other weeks had to follow."""
        return len({change.week_number for change in self.changes} - {number})


def volume_km(week: Week) -> float:
    """The kilometres of a week, to a tenth."""
    return round(sum(session.distance_km or 0.0 for session in week.sessions), 1)


def on_day_of(session: Session, day: Session) -> Session:
    """The session on the day of another."""
    return session.model_copy(update={"day": day.day, "date": day.date})


def week_numbered(program: ProgramData, number: int) -> Week | None:
    """The week of this number, or None."""
    return next((week for week in program.weeks if week.week_number == number), None)


def with_week(program: ProgramData, number: int, change: Callable[[Week], Week]) -> ProgramData:
    """The program with one week changed and its total right again."""
    weeks = tuple(_totalled(change(week)) if week.week_number == number else week for week in program.weeks)
    return program.model_copy(update={"weeks": weeks})


def with_session(program: ProgramData, number: int, position: int, session: Session) -> ProgramData:
    """The program with one day replaced."""

    def replace(week: Week) -> Week:
        days = (*week.sessions[:position], session, *week.sessions[position + 1 :])
        return week.model_copy(update={"sessions": days})

    return with_week(program, number, replace)


def changed(before: ProgramData, after: ProgramData, exchanges: tuple[Exchange, ...] = ()) -> ChangedPlan:
    """What became of a plan, day by day."""
    return ChangedPlan(after, tuple(_changes(before, after)), exchanges)


def breaks_more(before: ProgramData, after: ProgramData) -> bool:
    """Whether a rule is broken more often in some week than before."""
    return bool(new_breaches(before, after))


def breaks_more_than_measures(before: ProgramData, after: ProgramData) -> bool:
    """The same, but for the rules that measure a week against earlier ones."""
    return any(breach.rule not in MEASURED_RULES for breach in new_breaches(before, after))


def new_breaches(before: ProgramData, after: ProgramData) -> tuple[Breach, ...]:
    """The breaches a change adds: those of a rule and week that were broken less often before."""
    held = Counter((breach.rule, breach.week) for breach in check(before))
    return added_breaches(held, after)


def added_breaches(held: Counter[tuple[str, int | None]], after: ProgramData) -> tuple[Breach, ...]:
    """The same, from a count of the breaches there were."""
    found = check(after)
    count = Counter((breach.rule, breach.week) for breach in found)
    return tuple(
        breach for breach in found if count[breach.rule, breach.week] > held[breach.rule, breach.week]
    )


def _totalled(week: Week) -> Week:
    return week.model_copy(update={"total_volume_km": volume_km(week)})


def _changes(before: ProgramData, after: ProgramData) -> Iterator[Change]:
    for old, new in zip(before.weeks, after.weeks, strict=True):
        for position, (was, becomes) in enumerate(zip(old.sessions, new.sessions, strict=True)):
            if was != becomes:
                yield Change(old.week_number, position, was, becomes)
