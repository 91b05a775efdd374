"""The settings of the morning check-in: its hour, and rest days."""

import re
from datetime import time

from bot.conversations.checkin import say, stale
from bot.conversations.days import time_zone_of, today_of
from bot.messages import Button, Keyboard, SendText
from bot.rhythms import CHECK_IN, begin_schedule
from bot.turn import Save, Turn
from bot.views.checkin import clock_time
from bot.views.formats import full_weekday
from bot.views.settings import zone_name
from core.notation.words import plain
from storage import dialogues, runners, schedules
from storage.schedules import Schedule

KIND = "check-in-time"
PREFIX = "ds"
HOURS_OFFERED = (
    time(5, 30),
    time(6, 0),
    time(6, 30),
    time(7, 0),
    time(7, 30),
    time(8, 0),
    time(9, 0),
    time(12, 0),
)
A_ROW = 4


async def tapped(turn: Turn) -> None:
    """A button of these settings."""
    action, _, value = turn.incoming.data.removeprefix(f"{PREFIX}:").partition(":")
    match action:
        case "open":
            await _change(turn)
        case "at" if (at := hour_in(value)) is not None:
            await _change(turn, at=at)
        case "rest" if value in ("line", "silence"):
            await _choose_rest_days(turn, value)
        case "off":
            await _change(turn, off=True)
        case _:
            await stale(turn)


async def answered(turn: Turn) -> bool:
    """Take a typed hour while this screen is open; False otherwise."""
    async with turn.services.database.reading() as connection:
        if await dialogues.load(connection, turn.runner.id, KIND) is None:
            return False
    at = hour_in(turn.incoming.text)
    if at is not None:
        await _change(turn, at=at)
        return True
    if not any(letter.isdecimal() for letter in turn.incoming.text):
        return False
    async with turn.saving() as save:
        await save.say(SendText(html=turn.words("daily-unclear")))
    return True


def hour_in(text: str) -> time | None:
    """A local time: `7h15`, `6:45`, `0700`, `8 h`, `7 am`; None for anything else."""

    found = re.fullmatch(r"(\d{1,2}) ?(?:(?:h|:|\.) ?(\d{2})?|(am)|heures?|(?<=\d\d)(\d{2}))", plain(text))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


async def _choose_rest_days(turn: Turn, value: str) -> None:
    settings = turn.runner.settings.model_copy(update={"rest_days": value})
    async with turn.saving() as save:
        await runners.choose_settings(save.connection, turn.runner.id, settings, now=turn.now)
        await _show(turn, save, rest_days=value)


async def _change(turn: Turn, at: time | None = None, *, off: bool = False) -> None:
    connection_of = turn.runner.id
    async with turn.saving() as save:
        connection = save.connection
        await begin_schedule(connection, turn.runner, CHECK_IN, now=turn.now)
        if at is not None:
            await schedules.choose_time(connection, connection_of, CHECK_IN, at, now=turn.now)
        if off:
            await schedules.stop(connection, connection_of, CHECK_IN)
        await _show(turn, save, rest_days=turn.runner.settings.rest_days)


async def _show(turn: Turn, save: Save, *, rest_days: str) -> None:
    schedule = await schedules.find(save.connection, turn.runner.id, CHECK_IN)
    await dialogues.save(save.connection, turn.runner.id, KIND, {"version": 1}, now=turn.now)
    await say(turn, save, _html(turn, schedule, rest_days), _keyboard(turn, schedule, rest_days))


def _html(turn: Turn, schedule: Schedule | None, rest_days: str) -> str:
    words = turn.words
    lines = [words("daily-line-off")]
    if schedule is not None and schedule.next_at_utc is not None:
        city = zone_name(time_zone_of(turn.runner), words)
        lines = [words("daily-line-at", time=clock_time(schedule.at_local, words), city=city)]
        if _is_paused(turn, schedule) and schedule.paused_until:
            lines.append(words("daily-line-paused", date=full_weekday(schedule.paused_until, words.language)))
    lines.append(words(f"daily-line-rest-{rest_days}"))
    return "\n\n".join([words("daily-title"), "\n".join(lines), words("daily-ask")])


def _keyboard(turn: Turn, schedule: Schedule | None, rest_days: str) -> Keyboard:
    words = turn.words
    hours = [
        Button(label=words("daily-button-time", time=clock_time(at, words)), data=f"{PREFIX}:at:{at:%H:%M}")
        for at in HOURS_OFFERED
    ]
    other = "silence" if rest_days == "line" else "line"
    rows = [tuple(hours[at : at + A_ROW]) for at in range(0, len(hours), A_ROW)]
    rows.append((Button(label=words(f"daily-button-rest-{other}"), data=f"{PREFIX}:rest:{other}"),))
    if schedule is not None and schedule.next_at_utc is not None:
        rows.append((Button(label=words("daily-button-off"), data=f"{PREFIX}:off"),))
    zone = Button(label=words("daily-button-zone"), data="st:time-zone")
    return (*rows, (zone,), (Button(label=words("reach-button-back"), data="sm:open"),))


def _is_paused(turn: Turn, schedule: Schedule) -> bool:
    return schedule.paused_until is not None and schedule.paused_until >= today_of(turn)
