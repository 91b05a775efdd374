"""From what a runner asks of the plan to a change that can be looked at, or why there is none."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from core.program.exchange import ProgramData, Session, Week
from core.session_kinds import is_hard, kind_of
from core.week_changes.changes import changed, week_numbered, with_session
from core.week_changes.days_off import Outcome, around, dropped, is_break, without_running
from core.week_changes.moving import move_session, places_for, problem_with_move
from core.week_changes.repairing import Bounds, held_by, repaired
from core.week_changes.requests import (
    Away,
    Ease,
    LightenWeek,
    Move,
    Pause,
    Proposal,
    Reason,
    Refusal,
    RefusalCode,
    Request,
    Skip,
)
from core.week_changes.sizing import cut_session, explained
from core.week_changes.weeks import lighten

EASED_SHARES = (0.70, 0.80, 0.90, 1.0)
"""What is left of a session made easier: the first the rules allow, at best without touching other weeks."""


@dataclass(frozen=True, slots=True)
class _Case:
    program: ProgramData
    bounds: Bounds

    @property
    def today(self) -> datetime.date:
        return self.bounds.today

    def closed_in(self, number: int) -> tuple[int, ...]:
        return tuple(position for week, position in self.bounds.closed if week == number)


def propose(
    program: ProgramData,
    request: Request,
    today: datetime.date,
    closed: Collection[tuple[int, int]] = (),
) -> Proposal | Refusal:
    """What the plan becomes; `closed` are the days told of already (week number and position).

    Days before `today` and the race are never touched. A change that would leave everything as it is, or
    that the rules forbid, is a Refusal.
    """
    case = _Case(program, Bounds(today, frozenset(closed), frozenset()))
    match request:
        case Away(days):
            return _away(case, request, days)
        case Pause(first, last):
            return _pause(case, request, first, last)
        case Move(week, position, to):
            return _move(case, request, week, position, to)
        case Ease(week, position):
            return _ease(case, request, week, position)
        case Skip(week, position):
            return _skip(case, request, week, position)
        case LightenWeek(week):
            return _lighten(case, request, week)


def _away(case: _Case, request: Request, days: Collection[datetime.date]) -> Proposal | Refusal:
    coming = frozenset(day for day in days if day >= case.today)
    if not coming:
        return Refusal("past")
    found = is_break(coming)
    if found is not None:
        return _pause(case, request, *found)
    outcome = around(case.program, coming, case.bounds)
    return _offered(case, request, outcome, frozenset(coming))


def _pause(case: _Case, request: Request, first: datetime.date, last: datetime.date) -> Proposal | Refusal:
    first = max(first, case.today)
    if last < first:
        return Refusal("past")
    days = frozenset(first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    outcome = without_running(case.program, first, last, case.bounds)
    return _offered(case, request, outcome, days)


def _offered(
    case: _Case, request: Request, outcome: Outcome, days: frozenset[datetime.date]
) -> Proposal | Refusal:
    races = any(kind_of(session) == "race" and session.date in days for session in _days(case.program))
    if not outcome.plan.changes:
        return Refusal("race" if races else "nothing")
    if not outcome.legal:
        return Refusal("breaks", outcome.costs)
    extra: tuple[Reason, ...] = ("race-stays",) if races else ()
    return Proposal(request, outcome.plan, (*outcome.reasons, *extra), outcome.costs)


def _move(case: _Case, request: Request, number: int, position: int, to: datetime.date) -> Proposal | Refusal:
    problem = _problem(case, number, position)
    if problem is not None:
        return problem
    week = case.program.weeks[number - 1]
    there = next((at for at, session in enumerate(week.sessions) if session.date == to), None)
    places = places_for(case.program, number, position, case.today, case.closed_in(number))
    instead = tuple(place.position for place in places)
    if there is None or to < case.today:
        return Refusal("past" if to < case.today else "other-week", (), instead, number, position)
    if there == position:
        return Refusal("nothing", (), instead, number, position)
    if there in instead:
        return _moved(case, request, week, position, there)
    if there in case.closed_in(number) or kind_of(week.sessions[there]) == "race":
        code: RefusalCode = "race" if kind_of(week.sessions[there]) == "race" else "told"
        return Refusal(code, (), instead, number, position)
    breaches = problem_with_move(case.program, number, position, there)
    return Refusal("breaks", tuple(breach.text for breach in breaches), instead, number, position)


def _moved(case: _Case, request: Request, week: Week, position: int, there: int) -> Proposal:
    number = week.week_number
    moved = move_session(case.program, number, position, there)
    program = moved.program
    reason: Reason = "moved" if week.sessions[there].rest_day else "swapped"
    for at in (position, there):
        session = program.weeks[number - 1].sessions[at]
        program = with_session(program, number, at, explained(session, program, "moved"))
    return Proposal(request, changed(case.program, program, moved.exchanges), (reason,))


def _ease(case: _Case, request: Request, number: int, position: int) -> Proposal | Refusal:
    problem = _problem(case, number, position)
    if problem is not None:
        return problem
    session = case.program.weeks[number - 1].sessions[position]
    held = held_by(case.program)
    bounds = Bounds(case.today, case.bounds.closed, frozenset({number}))
    texts: tuple[str, ...] = ()
    legal: list[Proposal] = []
    for share in EASED_SHARES:
        calm = explained(cut_session(session, share, case.program), case.program, "ease")
        bare = with_session(case.program, number, position, calm)
        if calm.distance_km == session.distance_km and not is_hard(session):
            continue
        best = repaired(held, bare, bounds)
        if best.is_legal:
            reasons = tuple(dict.fromkeys((*_EASED, *best.reasons)))
            costs = tuple(breach.text for breach in best.breaches)
            legal.append(Proposal(request, changed(case.program, best.program), reasons, costs))
        texts = tuple(breach.text for breach in best.breaches)
    alone = (proposal for proposal in legal if not proposal.plan.weeks_beside(number))
    for proposal in (*alone, *legal):
        return proposal
    return Refusal("breaks", texts, (), number, position) if texts else Refusal("nothing")


def _skip(case: _Case, request: Request, number: int, position: int) -> Proposal | Refusal:
    problem = _problem(case, number, position)
    if problem is not None:
        return problem
    outcome = dropped(case.program, number, position, case.bounds)
    if not outcome.legal:
        return Refusal("breaks", outcome.costs, (), number, position)
    return Proposal(request, outcome.plan, outcome.reasons, outcome.costs)


def _lighten(case: _Case, request: Request, number: int) -> Proposal | Refusal:
    if week_numbered(case.program, number) is None:
        return Refusal("outside")
    lighter = lighten(case.program, number, case.today, case.closed_in(number))
    if lighter is None:
        return Refusal("nothing")
    extra: tuple[Reason, ...] = ("follow",) if lighter.weeks_beside(number) else ()
    return Proposal(request, lighter, ("lighter", *extra))


def _problem(case: _Case, number: int, position: int) -> Refusal | None:
    """Why a session cannot be changed at all."""
    week = week_numbered(case.program, number)
    if week is None or not 0 <= position < len(week.sessions):
        return Refusal("outside")
    session = week.sessions[position]
    if session.rest_day:
        return Refusal("nothing")
    if kind_of(session) == "race":
        return Refusal("race")
    if (number, position) in case.bounds.closed:
        return Refusal("told")
    if session.date is None or session.date < case.today:
        return Refusal("past")
    return None


def _days(program: ProgramData) -> tuple[Session, ...]:
    return tuple(session for week in program.weeks for session in week.sessions)


_EASED: tuple[Reason, ...] = ("eased",)
