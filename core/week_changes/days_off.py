"""Days without running: sessions go to other days of their week, or give way; after a break, the way back."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

from core.checkin import rest_instead
from core.program.exchange import ProgramData, Session, Week
from core.session_kinds import is_hard, kind_of
from core.training_log import NOT_RUNS
from core.week_changes.changes import (
    ChangedPlan,
    Exchange,
    changed,
    with_session,
    with_week,
)
from core.week_changes.moving import move_session
from core.week_changes.repairing import Bounds, Held, Repaired, held_by, repaired
from core.week_changes.requests import Reason
from core.week_changes.sizing import cut_session, explained

DAY = datetime.timedelta(days=1)
BREAK_FROM_DAYS = 5
"""From five days in a row on, days off are a break with a way back; shorter ones are worked around."""
# The load of a way back that lasts as long as the break: equal parts of it, all easy (Daniels).
WAY_BACK: tuple[tuple[int, tuple[float, ...]], ...] = (
    (5, (1.0,)),
    (28, (0.5, 0.75)),
    (56, (0.33, 0.5, 0.75)),
)
LONG_WAY_BACK = (0.33, 0.5, 0.75)
LONGEST_WAY_BACK_DAYS = 56
# What it costs to leave a session out: a week is kept whole first, then its long run, then its hard days.
DROP_COST = {"long": 40.0, "test": 30.0, "easy": 10.0, "recovery": 8.0, "run_walk": 20.0}
DROP_HARD, DROP_OFF_ROAD = 25.0, 4.0
GIVES_WAY = frozenset({"easy", "recovery", "cross", "strength"})
TOLD_COST = 15.0
EARLIER = 0.2
"""Of two days as near, the later one leaves more time to prepare."""
MOST_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan around days off, why its days changed, and the rules it cannot keep."""

    plan: ChangedPlan
    reasons: tuple[Reason, ...]
    costs: tuple[str, ...]
    legal: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Where the sessions of blocked days go: a position, or None for nowhere."""

    homes: tuple[tuple[int, int | None], ...]
    cost: float


def around(program: ProgramData, blocked: frozenset[datetime.date], bounds: Bounds) -> Outcome:
    """The plan with nothing on the blocked dates but the race, week by week, at the least cost."""
    held, now = held_by(program), program
    exchanges: list[Exchange] = []
    reasons: dict[Reason, None] = {}
    costs: list[str] = []
    legal = True
    for week in program.weeks:
        if not any(_must_go(week, at, blocked, bounds) for at in range(len(week.sessions))):
            continue
        bounds = replace(bounds, weeks=bounds.weeks | {week.week_number})
        moved, best = _best(held, now, week.week_number, blocked, bounds)
        now = best.program
        exchanges += moved.exchanges
        reasons |= dict.fromkeys((*moved.reasons, *best.reasons))
        costs = [breach.text for breach in best.breaches]
        legal = best.is_legal
    return Outcome(changed(program, now, tuple(exchanges)), tuple(reasons), tuple(costs), legal)


def dropped(program: ProgramData, week: int, position: int, bounds: Bounds) -> Outcome:
    """The plan without one session, the rest of the week made to fit."""
    session = program.weeks[week - 1].sessions[position]
    bare = with_session(program, week, position, rest_instead(session))
    return _mended(program, bare, bounds, ("skipped",))


def without_running(
    program: ProgramData, first: datetime.date, last: datetime.date, bounds: Bounds
) -> Outcome:
    """The plan with nothing from `first` to `last` but the race, and the way back after it."""
    bare = _emptied(program, first, last, bounds)
    reasons: tuple[Reason, ...] = ("off",)
    back = _way_back(bare, first, last, bounds)
    if back != bare:
        reasons = ("off", "way-back")
    return _mended(program, back, bounds, reasons)


def _mended(program: ProgramData, bare: ProgramData, bounds: Bounds, reasons: tuple[Reason, ...]) -> Outcome:
    weeks = frozenset(change.week_number for change in changed(program, bare).changes)
    best = repaired(held_by(program), bare, replace(bounds, weeks=weeks))
    costs = tuple(breach.text for breach in best.breaches)
    all_reasons = tuple(dict.fromkeys((*reasons, *best.reasons)))
    return Outcome(changed(program, best.program), all_reasons, costs, best.is_legal)


def _emptied(program: ProgramData, first: datetime.date, last: datetime.date, bounds: Bounds) -> ProgramData:
    def empty(week: Week) -> Week:
        days = tuple(
            rest_instead(session)
            if _is_due(session, first, last) and bounds.allows(week.week_number, at, session)
            else session
            for at, session in enumerate(week.sessions)
        )
        return week.model_copy(update={"sessions": days})

    for week in program.weeks:
        program = with_week(program, week.week_number, empty)
    return program


def _way_back(program: ProgramData, first: datetime.date, last: datetime.date, bounds: Bounds) -> ProgramData:
    """As many days as the break had, in equal parts of growing load, all easy."""
    days = (last - first).days + 1
    if days < BREAK_FROM_DAYS:
        return program
    shares = next((shares for up_to, shares in WAY_BACK if days <= up_to), LONG_WAY_BACK)
    length = ceil(min(days, LONGEST_WAY_BACK_DAYS) / len(shares))

    def come_back(week: Week) -> Week:
        sessions = []
        for at, session in enumerate(week.sessions):
            since = (session.date - last).days if session.date else 0
            part = (since - 1) // length
            due = since >= 1 and part < len(shares) and not session.rest_day
            if due and kind_of(session) not in NOT_RUNS and bounds.allows(week.week_number, at, session):
                sessions.append(_on_way_back(session, shares[part], program))
            else:
                sessions.append(session)
        return week.model_copy(update={"sessions": tuple(sessions)})

    for week in program.weeks:
        program = with_week(program, week.week_number, come_back)
    return program


def _on_way_back(session: Session, share: float, program: ProgramData) -> Session:
    calm = cut_session(session, share, program)
    return session if calm == session else explained(calm, program, "way-back")


@dataclass(frozen=True, slots=True)
class _Moved:
    program: ProgramData
    exchanges: tuple[Exchange, ...]
    reasons: tuple[Reason, ...]


def _best(
    held: Held, program: ProgramData, number: int, blocked: frozenset[datetime.date], bounds: Bounds
) -> tuple[_Moved, Repaired]:
    """The cheapest way to free a week's blocked days that the rules allow; else the one that breaks least."""
    week = program.weeks[number - 1]
    best: tuple[float, _Moved, Repaired] | None = None
    for candidate in sorted(_candidates(week, blocked, bounds), key=lambda each: each.cost)[:MOST_CANDIDATES]:
        if best is not None and candidate.cost >= best[0]:
            break
        moved = _applied(program, number, candidate)
        most = float("inf") if best is None else best[0] - candidate.cost
        mended = repaired(held, moved.program, bounds, most)
        cost = candidate.cost + mended.cost + TOLD_COST * len(mended.breaches)
        if not mended.is_legal:
            cost += 1000.0
        if best is None or cost < best[0]:
            best = cost, moved, mended
    if best is None:
        raise ValueError("a week without blocked sessions has no way around them")
    return best[1], best[2]


def _candidates(week: Week, blocked: frozenset[datetime.date], bounds: Bounds) -> Iterator[_Candidate]:
    """Every way to give the blocked sessions a home of their own; nowhere comes last of each."""
    must_go = [at for at in range(len(week.sessions)) if _must_go(week, at, blocked, bounds)]
    homes = [
        at
        for at, session in enumerate(week.sessions)
        if session.date not in blocked
        and bounds.allows(week.week_number, at, session)
        and (session.rest_day or kind_of(session) in GIVES_WAY)
    ]
    for choice in product((*homes, None), repeat=len(must_go)):
        taken = [home for home in choice if home is not None]
        if len(set(taken)) == len(taken):
            pairs = tuple(zip(must_go, choice, strict=True))
            yield _Candidate(pairs, sum(_cost(week, at, home) for at, home in pairs))


def _cost(week: Week, at: int, home: int | None) -> float:
    session = week.sessions[at]
    if home is None:
        return _drop_cost(session)
    away = 1.0 + 0.5 * abs(home - at) + (EARLIER if home < at else 0.0)
    held = week.sessions[home]
    if held.rest_day:
        return away
    # Never an easy run for another easy run.
    return away + _drop_cost(held) + (0.0 if _drop_cost(session) > _drop_cost(held) else 100.0)


def _drop_cost(session: Session) -> float:
    kind = kind_of(session)
    if kind in NOT_RUNS:
        return DROP_OFF_ROAD
    return DROP_COST.get(kind, DROP_HARD if is_hard(session) else DROP_COST["easy"])


def _applied(program: ProgramData, number: int, candidate: _Candidate) -> _Moved:
    exchanges: list[Exchange] = []
    reasons: dict[Reason, None] = {}
    for at, home in candidate.homes:
        if home is not None:
            gave_way = not program.weeks[number - 1].sessions[home].rest_day
            program = move_session(program, number, at, home).program
            exchanges.append(Exchange(number, at, home))
            there = program.weeks[number - 1].sessions[home]
            program = with_session(program, number, home, explained(there, program, "moved"))
            reasons["moved"] = None
            if gave_way:
                reasons["made-room"] = None
        else:
            reasons["dropped"] = None
        left = program.weeks[number - 1].sessions[at]
        program = with_session(program, number, at, left if left.rest_day else rest_instead(left))
    return _Moved(program, tuple(exchanges), tuple(reasons))


def _must_go(week: Week, at: int, blocked: frozenset[datetime.date], bounds: Bounds) -> bool:
    session = week.sessions[at]
    return not session.rest_day and session.date in blocked and bounds.allows(week.week_number, at, session)


def _is_due(session: Session, first: datetime.date, last: datetime.date) -> bool:
    return not session.rest_day and session.date is not None and first <= session.date <= last


def is_break(days: frozenset[datetime.date]) -> tuple[datetime.date, datetime.date] | None:
    """The first and last of days that are a break: five in a row or more, with no others."""
    if not days:
        return None
    first, last = min(days), max(days)
    in_a_row = (last - first).days + 1 == len(days)
    return (first, last) if in_a_row and len(days) >= BREAK_FROM_DAYS else None
