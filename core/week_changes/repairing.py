"""Bringing a changed plan back inside the rules: only ever by making runs shorter or easier."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from core.program.exchange import ProgramData, Session
from core.program.rules import Breach, check, language_of
from core.program.rules.limits import (
    ALWAYS_ALLOWED_RUN_KM,
    LONGEST_RUN_GROWTH,
    long_run_share,
)
from core.program.rules.load import loads, longest_before_km
from core.program.rules.view import view_of
from core.session_kinds import is_hard, kind_of
from core.training_log import NOT_RUNS
from core.week_changes.changes import added_breaches, week_numbered, with_session
from core.week_changes.requests import Reason
from core.week_changes.sizing import (
    cut_session,
    explained,
    held_to_growth,
    shortened,
    with_one_less,
)

Held = Counter[tuple[str, int | None]]
MOST_STEPS = 40
SILENT_RULES = frozenset({"recovery", "first-week", "taper"})
"""They look for lighter weeks where the runner has just made one: nothing to tell, nothing to mend."""
TOLD_RULES = frozenset(
    {"growth", "longest-run", "last-hard", "longest-run-place", "run-walk", "injury", "race-trail",
     "race-ultra", "race-heat"}
)  # fmt: skip
"""What life may cost a plan: offered, with the sentence of the rule."""
HALF_KM = 0.5


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be touched: from `today` on, but for days told of (`closed`: week number and position).

    `weeks` are those the change is about: they may hold fewer sessions.
    """

    today: datetime.date
    closed: frozenset[tuple[int, int]]
    weeks: frozenset[int]

    def allows(self, week: int, position: int, session: Session) -> bool:
        """Whether this day may be changed."""
        if session.date is None or session.date < self.today or (week, position) in self.closed:
            return False
        return kind_of(session) != "race"


@dataclass(frozen=True, slots=True)
class Repaired:
    """A plan as far as it could be mended: what it cost, why days changed, what stays broken."""

    program: ProgramData
    cost: float
    reasons: tuple[Reason, ...]
    breaches: tuple[Breach, ...]

    @property
    def is_legal(self) -> bool:
        """Whether nothing is broken but what may be told."""
        return all(breach.rule in TOLD_RULES for breach in self.breaches)


@dataclass(frozen=True, slots=True)
class _Step:
    program: ProgramData
    cost: float
    reason: Reason


_Mend = Callable[[ProgramData, Breach, Bounds], _Step | None]


def held_by(program: ProgramData) -> Held:
    """How often each rule is broken in each week already."""
    return Counter((breach.rule, breach.week) for breach in check(program))


def repaired(held: Held, program: ProgramData, bounds: Bounds, most_cost: float = float("inf")) -> Repaired:
    """The plan with each newly broken rule mended where a shorter or easier run mends it.

    Given up as soon as it costs more than `most_cost`: then its breaches are those left at that moment.
    """
    cost, reasons = 0.0, dict[Reason, None]()
    tried: Counter[tuple[str, int | None, str | None]] = Counter()
    for _ in range(MOST_STEPS):
        left = _open(held, program, bounds)
        open_ones = [each for each in left if tried[_place(each)] < len(MENDS.get(each.rule, ()))]
        todo = min(open_ones, key=lambda each: ORDER.index(each.rule), default=None)
        if todo is None or cost > most_cost:
            return Repaired(program, cost, tuple(reasons), left)
        step = MENDS[todo.rule][tried[_place(todo)]](program, todo, bounds)
        tried[_place(todo)] += 1
        if step is None or step.program == program:
            continue
        program, cost = step.program, cost + step.cost
        reasons[step.reason] = None
    return Repaired(program, cost, tuple(reasons), _open(held, program, bounds))


def eased(program: ProgramData, week: int, position: int, session: Session, why: str = "ease") -> ProgramData:
    """The plan with a session as an easy run of the same length."""
    calm = explained(cut_session(session, 1.0, program), program, why)
    return with_session(program, week, position, calm)


def _open(held: Held, program: ProgramData, bounds: Bounds) -> tuple[Breach, ...]:
    return tuple(
        breach
        for breach in added_breaches(held, program)
        if not _is_the_change_itself(breach, program, bounds)
    )


def _is_the_change_itself(breach: Breach, program: ProgramData, bounds: Bounds) -> bool:
    """Whether a breach only says that the weeks concerned hold less than planned."""
    if breach.rule in SILENT_RULES:
        return True
    if breach.rule == "sessions":
        return breach.week in bounds.weeks
    return (
        breach.rule == "growth"
        and _first_loading_week(program) in bounds.weeks
        and _follows_it(breach, program)
    )


def _first_loading_week(program: ProgramData) -> int | None:
    return next((load.week.number for load in loads(view_of(program)) if load.is_loading), None)


def _follows_it(breach: Breach, program: ProgramData) -> bool:
    """Whether the week is measured against the first one, which days off made no measure of the runner."""
    loading = [load.week.number for load in loads(view_of(program)) if load.is_loading]
    return breach.week is not None and len([number for number in loading if number < breach.week]) == 1


def _place(breach: Breach) -> tuple[str, int | None, str | None]:
    return breach.rule, breach.week, breach.day


def _hold_growth(program: ProgramData, breach: Breach, bounds: Bounds) -> _Step | None:
    return _Step(held_to_growth(program, (breach.week or 1) - 1, bounds.closed), 4.0, "follow")


def _hold_longest(program: ProgramData, breach: Breach, bounds: Bounds) -> _Step | None:
    plan = view_of(program)
    for index, run in enumerate(plan.runs):
        if (run.week, run.data.day) != (breach.week, breach.day):
            continue
        longest_km = longest_before_km(plan, index)
        if longest_km is None:
            return None
        most_km = max(LONGEST_RUN_GROWTH * longest_km, longest_km + ALWAYS_ALLOWED_RUN_KM)
        return _cut_to(program, run.week, run.data, most_km, bounds)
    return None


def _fit_share(program: ProgramData, breach: Breach, bounds: Bounds) -> _Step | None:
    """The longest run of a week cut to its share of what the others leave."""
    week = week_numbered(program, breach.week or 0)
    if week is None:
        return None
    runs = [session for session in week.sessions if _is_run(session)]
    longest = max(runs, key=lambda run: run.distance_km or 0.0)
    others_km = sum(run.distance_km or 0.0 for run in runs) - (longest.distance_km or 0.0)
    share = long_run_share(len(runs))
    return _cut_to(program, week.week_number, longest, share / (1 - share) * others_km, bounds)


def _cut_to(
    program: ProgramData, number: int, session: Session, most_km: float, bounds: Bounds
) -> _Step | None:
    week = week_numbered(program, number)
    km = session.distance_km
    if week is None or not km:
        return None
    position = week.sessions.index(session)
    whole_km = int(most_km / HALF_KM + 1e-6) * HALF_KM
    if not bounds.allows(number, position, session) or whole_km <= 0:
        return None
    calm = cut_session(session, 1.0, program) if is_hard(session) else session
    cut = shortened(calm, whole_km / (calm.distance_km or km), language_of(program))
    if (cut.distance_km or 0.0) >= km:
        return None
    return _Step(with_session(program, number, position, explained(cut, program, "fit")), 5.0, "shorter")


def _spare(program: ProgramData, breach: Breach, bounds: Bounds) -> _Step | None:
    """One repetition less of hard work."""
    for week, position, session in _hard_days(program, breach, bounds):
        fewer = with_one_less(session)
        if fewer is not None:
            told = explained(fewer, program, "fewer")
            return _Step(with_session(program, week, position, told), 6.0, "fewer")
    return _ease(program, breach, bounds)


def _ease(program: ProgramData, breach: Breach, bounds: Bounds) -> _Step | None:
    """An easy run instead of hard work."""
    for week, position, session in _hard_days(program, breach, bounds):
        return _Step(eased(program, week, position, session), 15.0, "eased")
    return None


def _hard_days(program: ProgramData, breach: Breach, bounds: Bounds) -> Iterator[tuple[int, int, Session]]:
    first = min(bounds.weeks, default=1)
    for week in program.weeks:
        if week.week_number != breach.week and not (breach.week is None and week.week_number >= first):
            continue
        for position, session in enumerate(week.sessions):
            fits = is_hard(session) and breach.day in (None, session.day)
            if fits and bounds.allows(week.week_number, position, session):
                yield week.week_number, position, session


def _is_run(session: Session) -> bool:
    return not session.rest_day and kind_of(session) not in NOT_RUNS | {"race"}


MENDS: Mapping[str, tuple[_Mend, ...]] = {
    "longest-run": (_hold_longest,) * 2,
    "growth": (_hold_growth, _spare, _hold_growth, _ease),
    "long-run-share": (_fit_share,) * 3,
    "long-run-minutes": (_fit_share,),
    "session-cap": (_spare, _spare, _ease),
    "hard-sessions": (_ease,) * 2,
    "intensity": (_spare, _spare, *((_ease,) * 10)),
}
"""What mends a rule, in turn; what they do not mend is not offered, or offered with the rule's sentence."""
ORDER = tuple(MENDS)
