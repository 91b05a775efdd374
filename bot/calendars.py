"""A runner's plan as a calendar, the same in a file and at a live address."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from bot.units import units_of
from bot.zones import time_zone_of
from core.exports.calendar import CalendarDay, CalendarIssue, calendar_file, days_of
from storage import personal, programs
from storage.database import Connection
from storage.feeds import LiveCalendar
from storage.programs import StoredProgram
from storage.runners import Runner

if TYPE_CHECKING:
    from core.athlete import Language

FIRST_ISSUE_UTC = datetime(2026, 1, 1, tzinfo=UTC)  # versions of a calendar count the seconds since then


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """What a calendar is made of; without a plan there are no days."""

    days: tuple[CalendarDay, ...]
    issue: CalendarIssue

    async def as_file(self) -> bytes:
        """The iCalendar file; made beside the event loop."""
        return await asyncio.to_thread(calendar_file, self.days, self.issue)


async def calendar_of(
    connection: Connection, runner: Runner, calendar: LiveCalendar, starts_at: time | None, *, live: bool
) -> CalendarContent | None:
    """The calendar of the runner's plan; None without one, unless it is `live`: then it is empty."""
    stored = await programs.active(connection, runner.id)
    if stored is None and not live:
        return None
    changed = FIRST_ISSUE_UTC
    if stored is not None:
        written = await personal.plan_changed_at(connection, runner.id, stored.id)
        changed = max(written or stored.created_at_utc, stored.created_at_utc)
    if live and calendar.feed_since_utc is not None:
        changed = max(changed, calendar.feed_since_utc)  # the hour of its sessions may have changed then
    days = _days(stored) if stored else ()
    language = stored.language if stored else runner.language
    return CalendarContent(days, _issue(runner, calendar, changed, language, starts_at, live=live))


def _days(stored: StoredProgram) -> tuple[CalendarDay, ...]:
    """The days of the plan; one that became rest takes its earlier event away."""
    cancelled = tuple(
        CalendarDay(item.session.date, item.original, cancelled=True)
        for week in stored.weeks
        for item in week.sessions
        if item.session.rest_day and item.session.date and item.original and not item.original.rest_day
    )
    return tuple(sorted((*days_of(stored.program), *cancelled), key=lambda day: day.date))


def _issue(
    runner: Runner,
    calendar: LiveCalendar,
    changed: datetime,
    language: "Language",
    starts_at: time | None,
    *,
    live: bool,
) -> CalendarIssue:
    return CalendarIssue(
        owner=calendar.owner,
        version=int((changed - FIRST_ISSUE_UTC).total_seconds()),
        changed_at_utc=changed,
        time_zone=time_zone_of(runner),
        language=language,
        starts_at=starts_at,
        units=units_of(runner),
        live=live,
    )
