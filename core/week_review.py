"""A week as it was run against what was planned, and one thing in it that deserves praise."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from core.checkin import TIRED
from core.program.exchange import Session
from core.program.rules.limits import ALWAYS_ALLOWED_RUN_KM
from core.risk_factors import LONGEST_FROM
from core.run_reports import Outcome
from core.session_kinds import is_hard, kind_of
from core.training_log import USUAL_MIN_PER_KM

EASY_EFFORT = 4
"""Up to 4 of 10 a runner still talks in sentences."""
EASY_RUNS_TO_PRAISE = 2
MORNINGS_TO_PRAISE = 5
EASY_KINDS = frozenset({"easy", "long", "recovery", "run_walk"})


class ToldRun(Protocol):
    """What was told of a session of the plan (`session_id`) or of a run outside it (None)."""

    @property
    def date(self) -> datetime.date: ...
    @property
    def outcome(self) -> Outcome: ...
    @property
    def kind(self) -> str: ...
    @property
    def session_id(self) -> int | None: ...
    @property
    def distance_km(self) -> float | None: ...
    @property
    def duration_min(self) -> float | None: ...
    @property
    def rpe(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Praise:
    """Something true and particular: its name, and the figures of its sentence."""

    name: str
    figures: Mapping[str, float | int | datetime.date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What is known of a week: its sessions by id, the runs told of in it and in the 30 days before.

    `feelings` are the check-ins of the week: 1 fit, 2 tired, 3 very tired.
    """

    planned: Mapping[int, Session]
    told: Sequence[ToldRun]
    earlier: Sequence[ToldRun] = ()
    feelings: Mapping[datetime.date, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeekReview:
    """Kilometres and sessions, planned and told; `extra_runs` were outside the plan."""

    planned_km: float
    done_km: float
    planned_sessions: int
    done_sessions: int
    extra_runs: int
    praise: Praise | None


def review(facts: WeekFacts) -> WeekReview:
    """The week in figures, with the most particular praise that is true, or none."""
    ran = _ran(facts.told)
    planned = [session for session in facts.planned.values() if not session.rest_day]
    return WeekReview(
        planned_km=round(sum(session.distance_km or 0.0 for session in planned), 1),
        done_km=round(sum(map(run_km, ran)), 1),
        planned_sessions=len(planned),
        done_sessions=sum(run.session_id in facts.planned for run in ran),
        extra_runs=sum(run.session_id not in facts.planned for run in ran),
        praise=next((praise for find in PRAISES if (praise := find(facts, ran))), None),
    )


def run_km(run: ToldRun) -> float:
    """The kilometres of a run; from its minutes where only these were told."""
    return run.distance_km if run.distance_km is not None else (run.duration_min or 0.0) / USUAL_MIN_PER_KM


def _ran(told: Iterable[ToldRun]) -> list[ToldRun]:
    return [run for run in told if run.outcome in ("done", "shortened")]


def _longest_in_a_month(facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    earlier = [run.distance_km for run in _ran(facts.earlier) if run.distance_km]
    longest = max((run.distance_km or 0.0 for run in ran), default=0.0)
    if not earlier or not max(earlier) < longest <= _most_after(max(earlier)):
        return None
    return Praise("longest", {"km": longest})


def _most_after(longest_km: float) -> float:
    """The longest run that is no spike: what goes beyond raises the risk and deserves no praise."""
    return max(LONGEST_FROM * longest_km, longest_km + ALWAYS_ALLOWED_RUN_KM)


def _all_done(facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    planned = {number for number, session in facts.planned.items() if not session.rest_day}
    done = {run.session_id for run in ran if run.outcome == "done"}
    return Praise("all-done", {"count": len(planned)}) if planned and planned <= done else None


def _easy_kept_easy(_facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    rated = [run for run in ran if run.kind in EASY_KINDS and run.rpe is not None]
    if len(rated) < EASY_RUNS_TO_PRAISE or any((run.rpe or 0) > EASY_EFFORT for run in rated):
        return None
    return Praise("easy", {"count": len(rated), "rpe": EASY_EFFORT})


def _long_run(_facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    whole = (run for run in ran if run.kind == "long" and run.outcome == "done")
    longest = max((run.distance_km or 0.0 for run in whole), default=0.0)
    return Praise("long", {"km": longest}) if longest else None


def _rested_when_tired(facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    ran_on = {run.date for run in ran}
    tired = [day for day, feeling in facts.feelings.items() if feeling >= TIRED and day not in ran_on]
    planned = {session.date for session in facts.planned.values() if not session.rest_day}
    rested = next((day for day in sorted(tired) if day in planned), None)
    return Praise("rested", {"date": rested}) if rested else None


def _hard_session(facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    sessions = ((run, facts.planned.get(run.session_id or 0)) for run in ran if run.outcome == "done")
    hard = next((run for run, session in sessions if session is not None and _is_workout(session)), None)
    return Praise("hard", {"date": hard.date}) if hard else None


def _is_workout(session: Session) -> bool:
    return is_hard(session) and kind_of(session) != "race"


def _ran_at_all(_facts: WeekFacts, ran: Sequence[ToldRun]) -> Praise | None:
    km = round(sum(map(run_km, ran)), 1)
    return Praise("ran", {"count": len(ran), "km": km}) if ran and km else None


def _answered(facts: WeekFacts, _told: Sequence[ToldRun]) -> Praise | None:
    count = len(facts.feelings)
    return Praise("answered", {"count": count}) if count >= MORNINGS_TO_PRAISE else None


PRAISES: tuple[Callable[[WeekFacts, Sequence[ToldRun]], Praise | None], ...] = (
    _longest_in_a_month,
    _all_done,
    _easy_kept_easy,
    _long_run,
    _hard_session,
    _rested_when_tired,
    _ran_at_all,
    _answered,
)
"""The most particular first."""
