"""Changing weeks of a plan that runs: moving a session, lightening a week, repeating one.

Every change is judged by the rules of plans: what would break one that held before is not offered.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from core.athlete import Language
from core.checkin import easier
from core.formatting import format_minutes
from core.localisation import core_localizer
from core.program.exchange import Interval, ProgramData, Session, Week
from core.program.rules import check, language_of
from core.program.rules.limits import ALWAYS_ALLOWED_WEEKLY_KM, WEEKLY_GROWTH
from core.program.rules.load import loads
from core.program.rules.view import view_of
from core.session_kinds import is_hard, kind_of
from core.training_log import NOT_RUNS

LIGHTER_SHARES = (0.80, 0.85, 0.90)
"""What is left of a lightened week; the smaller cuts where a plan is already low (house figure)."""
SMALLEST_SHARE = 0.70
SHORTEST_RUN_KM = 2.0
MOST_FOLLOWING_WEEKS = 8
KEPT_IN_TURN = tuple(map(frozenset, ((), ("hard",), ("long",), ("hard", "long"))))
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
class ChangedPlan:
    """A plan after a change, and each day that changed."""

    program: ProgramData
    changes: tuple[Change, ...]

    def in_week(self, number: int) -> tuple[Change, ...]:
        """The changed days of one week."""
        return tuple(change for change in self.changes if change.week_number == number)

    def weeks_beside(self, number: int) -> int:
        """How many other weeks had to follow."""
        return len({change.week_number for change in self.changes} - {number})


def volume_km(week: Week) -> float:
    """The kilometres of a week, to a tenth."""
    return round(sum(session.distance_km or 0.0 for session in week.sessions), 1)


def free_days(program: ProgramData, week_number: int, position: int, first: datetime.date) -> tuple[int, ...]:
    """Positions of the rest days from `first` on to which a session may move without breaking a rule."""
    week = _week(program, week_number)
    if week is None or not 0 <= position < len(week.sessions):
        return ()
    days = [
        place
        for place, session in enumerate(week.sessions)
        if session.rest_day and session.date is not None and session.date >= first
    ]
    moves = ((place, move_session(program, week_number, position, place)) for place in days)
    return tuple(place for place, moved in moves if not _breaks_more(program, moved.program))


def move_session(program: ProgramData, week_number: int, position: int, to: int) -> ChangedPlan:
    """The plan with a session and a rest day of its week exchanged."""

    def exchange(week: Week) -> Week:
        sessions = list(week.sessions)
        sessions[position] = on_day_of(week.sessions[to], week.sessions[position])
        sessions[to] = on_day_of(week.sessions[position], week.sessions[to])
        return week.model_copy(update={"sessions": tuple(sessions)})

    return _changed(program, _with_week(program, week_number, exchange))


def on_day_of(session: Session, day: Session) -> Session:
    """The session on the day of another."""
    return session.model_copy(update={"day": day.day, "date": day.date})


def lighten(
    program: ProgramData, week_number: int, first: datetime.date, closed: Collection[int] = ()
) -> ChangedPlan | None:
    """The plan with what is left of a week at 80 % of its kilometres and its hard sessions easy.

    What is left is dated `first` or later and not in `closed` (positions). The race and tests stay; hard
    sessions and the long run stay where the rules want them. Following weeks are held to their growth; where
    that would upset the rest of the plan they stay, measured against the week as it was planned. None when
    nothing can be lightened.
    """
    cuts = [_Cut(first, frozenset(closed), share, kept) for share in LIGHTER_SHARES for kept in KEPT_IN_TURN]
    for judge, follow in ((_breaks_more, True), (_breaks_more_than_measures, False)):
        for cut in cuts:
            lighter = _lightened(program, week_number, cut, follow=follow)
            if lighter.in_week(week_number) and not judge(program, lighter.program):
                return lighter
    return None


def repeat_week(program: ProgramData, week_number: int) -> ChangedPlan | None:
    """The plan with the week after `week_number` replaced by that week; None where the rules want another."""
    week, following = _week(program, week_number), _week(program, week_number + 1)
    if week is None or following is None or following.recovery or len(week.sessions) != 7:
        return None
    if any(kind_of(session) in {"race", "test"} for session in (*week.sessions, *following.sessions)):
        return None
    if len(following.sessions) != len(week.sessions) or volume_km(week) >= volume_km(following):
        return None

    def repeat(next_week: Week) -> Week:
        sessions = tuple(
            on_day_of(_explained(session, program, "repeat"), day)
            for session, day in zip(week.sessions, next_week.sessions, strict=True)
        )
        return next_week.model_copy(update={"sessions": sessions})

    repeated = _with_week(program, week_number + 1, repeat)
    held = _held_to_growth(repeated, week_number + 1)
    if not _breaks_more(program, held):
        return _changed(program, held)
    return None if _breaks_more_than_measures(program, repeated) else _changed(program, repeated)


@dataclass(frozen=True, slots=True)
class _Cut:
    first: datetime.date
    closed: frozenset[int]
    share: float
    kept: frozenset[str]

    def takes(self, place: int, session: Session) -> bool:
        """Whether this day is still to come and may be cut."""
        if session.rest_day or place in self.closed or kind_of(session) in UNTOUCHED_KINDS:
            return False
        if session.date is None or session.date < self.first:
            return False
        return not (("hard" in self.kept and is_hard(session)) or kind_of(session) in self.kept)


def _lightened(program: ProgramData, week_number: int, cut: _Cut, *, follow: bool) -> ChangedPlan:
    language = language_of(program)

    def cut_week(week: Week) -> Week:
        sessions = tuple(
            _explained(_cut_session(session, cut.share, program, language), program, "lighten")
            if cut.takes(place, session)
            else session
            for place, session in enumerate(week.sessions)
        )
        return week.model_copy(update={"sessions": sessions})

    lighter = _with_week(program, week_number, cut_week)
    return _changed(program, _held_to_growth(lighter, week_number) if follow else lighter)


def _cut_session(session: Session, share: float, program: ProgramData, language: Language) -> Session:
    if not is_hard(session):
        return shortened(session, share, language)
    paces = program.paces or {}
    calm = easier(session, language, easy=paces.get("E"))
    if not session.distance_km or not calm.distance_km:
        return shortened(calm, share, language)
    return shortened(calm, min(1.0, share * session.distance_km / calm.distance_km), language)


def shortened(session: Session, share: float, language: Language) -> Session:
    """The same run at a share of its length, to half a kilometre, never under 2 km; without its extras."""
    km = session.distance_km
    new_km = max(round(km * share * 2) / 2, min(km, SHORTEST_RUN_KM)) if km else km
    real_share = new_km / km if km and new_km else share
    minutes = session.duration_min and float(round(session.duration_min * real_share))
    changes: dict[str, object] = {"distance_km": new_km, "duration_min": minutes}
    if real_share >= 1:
        return session
    if kind_of(session) == "run_walk":
        fewer = tuple(_fewer(part, real_share) for part in session.intervals or ())
        return session.model_copy(update=changes | {"intervals": fewer or None, "workout_structure": None})
    text = core_localizer(language)
    if minutes:
        changes["workout_structure"] = text(
            "checkin-easy-structure", minutes=format_minutes(minutes, language)
        )
    if session.intervals:
        gone = {"intervals": None, "warm_up_min": None, "cool_down_min": None, "workout": None}
        changes |= gone | {"description": text("checkin-easy-description"), "climb_m": None}
    return session.model_copy(update=changes)


def _fewer(interval: Interval, share: float) -> Interval:
    return interval.model_copy(update={"repetitions": max(1, int(interval.repetitions * share))})


def _explained(session: Session, program: ProgramData, why: str) -> Session:
    """The reason of the change in place of the old one, whose figures no longer hold."""
    if session.rest_day:
        return session
    text = core_localizer(language_of(program))
    return session.model_copy(update={"why": text(f"week-change-{why}-why")})


def _held_to_growth(program: ProgramData, changed_week: int) -> ProgramData:
    """Later weeks shortened where they would grow by more than 10 % over the last loading week."""
    for number in range(changed_week + 1, min(len(program.weeks), changed_week + MOST_FOLLOWING_WEEKS) + 1):
        load = loads(view_of(program))[number - 1]
        if load.reference_km is None:
            continue
        most = max(WEEKLY_GROWTH * load.reference_km, load.reference_km + ALWAYS_ALLOWED_WEEKLY_KM)
        if load.week.km > most:
            program = _with_week(program, number, _shortening(program, load.week.km - most))
    return program


def _shortening(program: ProgramData, excess_km: float) -> Callable[[Week], Week]:
    """Takes the excess from the easy and long runs of a week, in equal shares."""
    language = language_of(program)

    def shorten(week: Week) -> Week:
        easy_km = sum(session.distance_km or 0.0 for session in week.sessions if _is_easy_run(session))
        if not easy_km:
            return week
        # Half a kilometre more than the excess for each rounding that may go the other way.
        share = max(SMALLEST_SHARE, 1 - (excess_km + 0.25 * len(week.sessions)) / easy_km)
        sessions = tuple(
            _explained(shortened(session, share, language), program, "follow")
            if _is_easy_run(session)
            else session
            for session in week.sessions
        )
        return week.model_copy(update={"sessions": sessions})

    return shorten


def _is_easy_run(session: Session) -> bool:
    return not session.rest_day and kind_of(session) not in UNTOUCHED_KINDS and not is_hard(session)


def _week(program: ProgramData, number: int) -> Week | None:
    return next((week for week in program.weeks if week.week_number == number), None)


def _with_week(program: ProgramData, number: int, change: Callable[[Week], Week]) -> ProgramData:
    weeks = tuple(_totalled(change(week)) if week.week_number == number else week for week in program.weeks)
    return program.model_copy(update={"weeks": weeks})


def _totalled(week: Week) -> Week:
    return week.model_copy(update={"total_volume_km": volume_km(week)})


def _changed(before: ProgramData, after: ProgramData) -> ChangedPlan:
    return ChangedPlan(after, tuple(_changes(before, after)))


def _changes(before: ProgramData, after: ProgramData) -> Iterator[Change]:
    for old, new in zip(before.weeks, after.weeks, strict=True):
        for position, (was, becomes) in enumerate(zip(old.sessions, new.sessions, strict=True)):
            if was != becomes:
                yield Change(old.week_number, position, was, becomes)


def _breaks_more(before: ProgramData, after: ProgramData) -> bool:
    """Whether a rule is broken more often in some week than before."""
    return bool(_new_breaches(before, after))


def _breaks_more_than_measures(before: ProgramData, after: ProgramData) -> bool:
    """The same, but for the rules that measure a week against earlier ones."""
    return bool(_new_breaches(before, after) - MEASURED_RULES)


def _new_breaches(before: ProgramData, after: ProgramData) -> set[str]:
    held = Counter((breach.rule, breach.week) for breach in check(before))
    found = Counter((breach.rule, breach.week) for breach in check(after))
    return {place[0] for place, count in found.items() if count > held[place]}
