"""The facts of a runner's injury risk, from the plan, the check-ins and what was told of runs."""

from datetime import date, timedelta

from core.athlete import Language
from core.risk import CheckinEntry, RiskRequest
from core.training_log import CoachedSession, LoggedSession
from storage import checkins, coach_sessions, session_logs
from storage.database import Connection
from storage.programs import StoredProgram
from storage.session_logs import RunLog

LOOK_BACK = timedelta(days=84)  # six weeks of history, and the month before the first of them


async def risk_request(
    connection: Connection, runner_id: int, stored: StoredProgram | None, today: date, language: Language
) -> RiskRequest:
    """Everything the score of today and of the last six weeks is made from."""
    first = today - LOOK_BACK
    answers = await checkins.since(connection, runner_id, first)
    logs = await session_logs.since(connection, runner_id, first)
    coached = await coach_sessions.done_since(connection, runner_id, first)
    return RiskRequest(
        weeks=stored.program.weeks if stored else (),
        start_date=stored.program.start_date if stored else None,
        today=today,
        checkins=tuple(CheckinEntry(date=answer.date, feeling=answer.feeling) for answer in answers),
        logged=tuple(_logged(log) for log in logs if log.outcome != "moved"),
        coached=tuple(CoachedSession(date=one.date, coach=one.coach) for one in coached),
        language=language,
    )


def _logged(log: RunLog) -> LoggedSession:
    """A skipped session stands as a rest: it takes the place of the planned one."""
    kind = "rest" if log.outcome == "skipped" else log.kind
    return LoggedSession(date=log.date, kind=kind, distance_km=log.distance_km, duration_min=log.duration_min)
