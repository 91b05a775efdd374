"""What a runner takes along: the plan for the calendar, a session for the watch, a copy of what is kept."""

import json
import re
from datetime import time

from bot.calendars import calendar_of
from bot.conversations.no_plan import say_no_plan
from bot.messages import SendFile, SendText
from bot.turn import Turn
from bot.views.calendar import ways_screen
from bot.web.addresses import feeds_are_served
from core.athlete import Language
from core.exports.workout_fit import can_be_exported, workout_file
from core.program.exchange import Session
from storage import feeds, personal, programs

CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])\s?(?:[h:]\s?(?P<minute>[0-5]\d)?)")


async def send_calendar(turn: Turn) -> None:
    """/calendar, with or without the hour at which the runner trains: the plan, as a file or live."""
    typed = turn.incoming.args.strip()
    starts_at = _clock_time(typed)
    if typed and starts_at is None:
        async with turn.saving() as save:
            await save.say(SendText(html=turn.words("export-calendar-time-unclear")))
        return
    if not feeds_are_served(turn.services.settings):
        await send_calendar_file(turn, starts_at)
        return
    async with turn.services.database.reading() as connection:
        has_plan = bool(await programs.active_week_numbers(connection, turn.runner.id))
    if not has_plan:
        await say_no_plan(turn)
        return
    screen = ways_screen(starts_at, turn.words)
    async with turn.saving() as save:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def send_calendar_file(turn: Turn, starts_at: time | None) -> None:
    """The plan as an .ics file; a later one updates the events of this one."""
    async with turn.services.database.transaction() as connection:
        calendar = await feeds.known(connection, turn.runner.id, now=turn.now)
        content = await calendar_of(connection, turn.runner, calendar, starts_at, live=False)
    if content is None:
        await say_no_plan(turn)
        return
    key = "export-calendar-timed" if starts_at else "export-calendar"
    caption = turn.words(key, time=f"{starts_at:%H:%M}" if starts_at else "")
    file = SendFile.of_bytes("runcoach.ics", await content.as_file(), caption)
    async with turn.saving() as save:
        await save.say(file)


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
    guide = {name: turn.words(f"export-guide-{name}") for name in kept or {}}
    text = json.dumps({"guide": guide, **(kept or {})}, ensure_ascii=False, indent=1)
    async with turn.saving() as save:
        file = SendFile(
            filename="runcoach-export.json", content=text, caption_html=turn.words("export-everything")
        )
        await save.say(file)


def _clock_time(text: str) -> time | None:
    """`18h30`, `7h`, `18:30`."""
    found = CLOCK.fullmatch(text.lower())
    return time(int(found["hour"]), int(found["minute"] or 0)) if found else None


def _file_name(session: Session) -> str:
    return f"runcoach-{session.date.isoformat()}.fit" if session.date else "runcoach.fit"


def _language(turn: Turn) -> Language:
    return turn.words.language
