"""What a told run means for the plan: which session it was, whether cut short, what is missed."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.program.exchange import Kind
from core.run_reports import Outcome, RunReport
from core.session_kinds import HARD_RPE, kind_in_words

SHORT_OF = 0.80
"""Under four fifths of its kilometres a session was cut short; more is within what a route varies."""
MISSED_TO_REPEAT = 3
ANSWER_WITHIN_DAYS = 7
"""An evening question may be answered later in the week; what is older is past."""
SHORTER_SHARES = (0.75, 0.5, 0.25)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session of the plan: its date and whether nothing was told of it yet."""

    id: int
    date: datetime.date
    is_open: bool


def session_meant(
    report: RunReport, today: datetime.date, sessions: Iterable[OpenSession]
) -> OpenSession | None:
    """The open session of the day the report speaks of, or None for a run outside the plan."""
    day = day_meant(report, today)
    return next((session for session in sessions if session.is_open and session.date == day), None)


def day_meant(report: RunReport, today: datetime.date) -> datetime.date:
    """The date a report speaks of: today, or yesterday when it says so."""
    return today - datetime.timedelta(days=1) if report.yesterday else today


def can_be_told(day: datetime.date, today: datetime.date) -> bool:
    """Whether a session of this date can be logged: today or in the last seven days, never ahead."""
    return datetime.timedelta() <= today - day <= datetime.timedelta(days=ANSWER_WITHIN_DAYS)


def outcome_of(report: RunReport, planned_km: float | None) -> Outcome:
    """What became of a session: as told, or shortened when clearly under its kilometres."""
    if report.outcome in ("skipped", "shortened", "moved"):
        return report.outcome
    if planned_km and report.distance_km is not None and report.distance_km < SHORT_OF * planned_km:
        return "shortened"
    return "done"


def kind_outside_plan(text: str, rpe: int | None) -> Kind:
    """The kind of a run nobody planned: by its words, hard by its effort, else easy."""
    return kind_in_words(text) or ("interval" if (rpe or 0) >= HARD_RPE else "easy")


def shorter_km(planned_km: float) -> tuple[float, ...]:
    """Distances to offer for a session cut short, the longest first, to half a kilometre."""
    offered = dict.fromkeys(round(planned_km * share * 2) / 2 for share in SHORTER_SHARES)
    return tuple(km for km in offered if 0 < km < planned_km)


def missed_in_a_row(outcomes: Sequence[Outcome | None]) -> int:
    """How many sessions up to the last were missed in a row; None is a session nothing was told of."""
    missed = 0
    for outcome in reversed(outcomes):
        if outcome != "skipped":
            break
        missed += 1
    return missed


def proposes_to_repeat(outcomes: Sequence[Outcome | None]) -> bool:
    """Whether to propose the week again: at the third session missed in a row, and each third after it."""
    missed = missed_in_a_row(outcomes)
    return missed > 0 and missed % MISSED_TO_REPEAT == 0
