"""What is kept of a run: the session as planned, cut short or told in a line, or a run nobody planned."""

from dataclasses import replace
from datetime import date

from core.run_logging import kind_outside_plan, outcome_of
from core.run_reports import Outcome, RunReport
from core.session_kinds import kind_of
from storage.programs import StoredSession
from storage.session_logs import RunLog


def planned_log(item: StoredSession, outcome: Outcome) -> RunLog:
    """The session as it was planned, or left out."""
    session = item.session
    ran = outcome == "done"
    return RunLog(
        date=session.date or date.min,
        outcome=outcome,
        kind=kind_of(session),
        session_id=item.id,
        distance_km=session.distance_km if ran else None,
        duration_min=session.duration_min if ran else None,
    )


def shorter_log(item: StoredSession, km: float) -> RunLog:
    """The session at the kilometres that were run."""
    report = RunReport(distance_km=km)
    outcome = outcome_of(report, item.session.distance_km)
    return replace(planned_log(item, "done"), outcome=outcome, distance_km=km, duration_min=None)


def reported_log(item: StoredSession, report: RunReport, text: str) -> RunLog:
    """The session as a line tells it; what it leaves out is as planned when no figure was told."""
    outcome = outcome_of(report, item.session.distance_km)
    log = replace(planned_log(item, outcome), rpe=report.rpe, note=text)
    if outcome == "skipped" or (outcome == "done" and not report.has_figures):
        return log
    return replace(log, distance_km=report.distance_km, duration_min=report.duration_min)


def extra_log(day: date, report: RunReport, text: str) -> RunLog:
    """A run outside the plan."""
    return RunLog(
        date=day,
        outcome="done",
        kind=kind_outside_plan(text, report.rpe),
        distance_km=report.distance_km,
        duration_min=report.duration_min,
        rpe=report.rpe,
        note=text,
    )
