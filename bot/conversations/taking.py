"""What a runner takes along: the plan for the calendar, a session for the watch, a copy of what is kept."""

import asyncio
import hashlib
import json
import re
from datetime import UTC, datetime, time

from bot.conversations.days import time_zone_of
from bot.conversations.no_plan import say_no_plan
from bot.messages import SendFile, SendText
from bot.turn import Turn
from core.athlete import Language
from core.exports.calendar import CalendarDay, CalendarIssue, calendar_file, days_of
from core.exports.workout_fit import can_be_exported, workout_file
from core.program.exchange import Session
from storage import personal, programs
from storage.programs import StoredProgram

FIRST_ISSUE_UTC = datetime(2026, 1, 1, tzinfo=UTC)  # versions of a calendar count the seconds since then
CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])\s?(?:[h:]\s?(?P<minute>[0-5]\d)?)")


async def send_calendar(turn: Turn) -> None:
    """/calendar, with or without the hour at which the runner trains: the plan as an .ics file."""
    typed = turn.incoming.args.strip()
    starts_at = _clock_time(typed)
    if typed and starts_at is None:
        async with turn.saving() as save:
            await save.say(SendText(html=turn.words("export-calendar-time-unclear")))
        return
    async with turn.services.database.reading() as connection:
        stored = await programs.active(connection, turn.runner.id)
        changed = stored and await personal.plan_changed_at(connection, turn.runner.id, stored.id)
    if stored is None:
        await say_no_plan(turn)
        return
    issue = _issue(turn, stored, changed or stored.created_at_utc, starts_at)
    content = await asyncio.to_thread(calendar_file, _days(stored), issue)
    key = "export-calendar-timed" if starts_at else "export-calendar"
    caption = turn.words(key, time=f"{starts_at:%H:%M}" if starts_at else "")
    async with turn.saving() as save:
        await save.say(SendFile.of_bytes("runcoach.ics", content, caption))


async def send_to_watch(turn: Turn) -> None:
    """The button of a day: its session as a FIT workout, and where to put the file."""
    number = turn.incoming.data.partition(":")[2]
    item = None
    if number.isascii() and number.isdecimal() and len(number) < 19:
        async with turn.services.database.reading() as connection:
            item = await programs.session(connection, turn.runner.id, int(number))
    if item is None or not can_be_exported(item.session):
        await turn.answer_tap(turn.words("export-watch-none"), alert=True)
        return
    content = workout_file(
        item.session, _language(turn), serial=item.id % 2**32 or 1, created_at_utc=turn.now
    )
    async with turn.saving() as save:
        await save.say(SendFile.of_bytes(_file_name(item.session), content, turn.words("export-watch")))


async def send_everything(turn: Turn) -> None:
    """/export: all that is kept about the runner, as JSON."""
    async with turn.services.database.reading() as connection:
        kept = await personal.everything(connection, turn.runner.id)
    text = json.dumps(kept or {}, ensure_ascii=False, indent=1)
    async with turn.saving() as save:
        file = SendFile(
            filename="runcoach-export.json", content=text, caption_html=turn.words("export-everything")
        )
        await save.say(file)


def _days(stored: StoredProgram) -> tuple[CalendarDay, ...]:
    """The days of the plan; one that became rest takes its earlier event away."""
    cancelled = tuple(
        CalendarDay(item.session.date, item.original, cancelled=True)
        for week in stored.weeks
        for item in week.sessions
        if item.session.rest_day and item.session.date and item.original and not item.original.rest_day
    )
    return tuple(sorted((*days_of(stored.program), *cancelled), key=lambda day: day.date))


def _issue(turn: Turn, stored: StoredProgram, changed: datetime, starts_at: time | None) -> CalendarIssue:
    return CalendarIssue(
        owner=hashlib.sha256(str(turn.runner.id).encode()).hexdigest()[:16],
        version=int((max(changed, stored.created_at_utc) - FIRST_ISSUE_UTC).total_seconds()),
        changed_at_utc=changed,
        time_zone=time_zone_of(turn.runner),
        language=stored.language,
        starts_at=starts_at,
    )


def _clock_time(text: str) -> time | None:
    """`18h30`, `7h`, `18:30`."""
    found = CLOCK.fullmatch(text.lower())
    return time(int(found["hour"]), int(found["minute"] or 0)) if found else None


def _file_name(session: Session) -> str:
    return f"runcoach-{session.date.isoformat()}.fit" if session.date else "runcoach.fit"


def _language(turn: Turn) -> Language:
    return turn.words.language
