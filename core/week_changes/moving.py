"""Moving a session inside its week: to a day of rest, or in exchange with another session."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from core.program.exchange import ProgramData, Session, Week
from core.program.rules import Breach, check
from core.session_kinds import kind_of
from core.week_changes.changes import (
    ChangedPlan,
    Exchange,
    added_breaches,
    breaks_more,
    changed,
    on_day_of,
    week_numbered,
    with_week,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A day a session may go to; the session there now, if any, comes to its old day."""

    position: int
    held: Session

    @property
    def swaps(self) -> bool:
        return not self.held.rest_day


def free_days(program: ProgramData, week_number: int, position: int, first: datetime.date) -> tuple[int, ...]:
    """Positions of the rest days from `first` on to which a session may move without breaking a rule."""
    week = week_numbered(program, week_number)
    if week is None or not 0 <= position < len(week.sessions):
        return ()
    days = [
        place
        for place, session in enumerate(week.sessions)
        if session.rest_day and session.date is not None and session.date >= first
    ]
    moves = ((place, move_session(program, week_number, position, place)) for place in days)
    return tuple(place for place, moved in moves if not breaks_more(program, moved.program))


def places_for(
    program: ProgramData,
    week_number: int,
    position: int,
    first: datetime.date,
    closed: Collection[int] = (),
) -> tuple[Place, ...]:
    """Every day of its week, from `first` on, to which a session may go: rest days first, then exchanges.

    `closed` are positions that were told of already; the race stays where it is.
    """
    week = week_numbered(program, week_number)
    if week is None:
        return ()
    held = Counter((breach.rule, breach.week) for breach in check(program))
    found = [
        place
        for place in _candidates(week, position, first, closed)
        if not added_breaches(held, move_session(program, week_number, position, place.position).program)
    ]
    return tuple(sorted(found, key=lambda place: place.swaps))


def problem_with_move(program: ProgramData, week_number: int, position: int, to: int) -> tuple[Breach, ...]:
    """The rules a move would newly break."""
    held = Counter((breach.rule, breach.week) for breach in check(program))
    return added_breaches(held, move_session(program, week_number, position, to).program)


def move_session(program: ProgramData, week_number: int, position: int, to: int) -> ChangedPlan:
    """The plan with two days of a week exchanged."""

    def exchange(week: Week) -> Week:
        sessions = list(week.sessions)
        sessions[position] = on_day_of(week.sessions[to], week.sessions[position])
        sessions[to] = on_day_of(week.sessions[position], week.sessions[to])
        return week.model_copy(update={"sessions": tuple(sessions)})

    return changed(program, with_week(program, week_number, exchange), (Exchange(week_number, position, to),))


def _candidates(week: Week, position: int, first: datetime.date, closed: Collection[int]) -> Iterator[Place]:
    for place, session in enumerate(week.sessions):
        if place == position or place in closed or kind_of(session) == "race":
            continue
        if session.date is not None and session.date >= first:
            yield Place(place, session)
