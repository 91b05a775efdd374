"""The messages that come by themselves: their hours, quiet hours, a pause of all of them."""

from datetime import date, time, timedelta

from bot.conversations.days import today_of
from bot.conversations.showing import show
from bot.rhythms import EVENING, USUAL, WEEKLY, begin_schedule
from bot.turn import Save, Turn
from bot.views.reach import (
    KINDS,
    PAUSE_WEEKS,
    PREFIX,
    QUIET_SPANS,
    Reach,
    evening_screen,
    pause_screen,
    paused_screen,
    quiet_screen,
    reach_screen,
)
from bot.views.settings import Screen
from core.clock import Quiet
from core.failure import Failure
from core.notation.dates import parse_date
from storage import dialogues, programs, runners, schedules

KIND = "pause"
ANSWER_WITHIN = timedelta(minutes=30)
PAUSE_AT_MOST = timedelta(days=183)
NONE = Quiet(time(0), time(0))


async def tapped(turn: Turn) -> None:
    """A button of these screens."""
    action, _, value = turn.incoming.data.removeprefix(f"{PREFIX}:").partition(":")
    match action:
        case "evening":
            await _evening(turn, value)
        case "weekly":
            await _weekly(turn, value)
        case "quiet":
            await _quiet(turn, value)
        case "pause":
            await _ask_pause(turn, value)
        case "resume":
            await _pause(turn, None)
        case _:
            await show_reach(turn)


async def show_reach(turn: Turn) -> None:
    """Everything as it stands."""
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await _say_reach(turn, save)


async def answered(turn: Turn) -> bool:
    """Take a typed last day while the question of the pause is open; False otherwise."""
    async with turn.services.database.reading() as connection:
        asked = await dialogues.load(connection, turn.runner.id, KIND)
    if asked is None or turn.now - asked.updated_at_utc > ANSWER_WITHIN:
        return False
    today = today_of(turn)
    until = parse_date(turn.incoming.text, today, turn.words.language)
    if isinstance(until, Failure) and not any(sign.isdecimal() for sign in turn.incoming.text):
        return False
    if isinstance(until, Failure) or until - today > PAUSE_AT_MOST:
        screen = pause_screen(turn.words)
        async with turn.saving() as save:
            await show(turn, save, Screen(turn.words("reach-pause-unclear"), screen.keyboard))
        return True
    await _pause(turn, until)
    return True


async def _evening(turn: Turn, value: str) -> None:
    at = _hour_in(value)
    async with turn.saving() as save:
        if at is None and value != "off":
            await show(turn, save, evening_screen(turn.words))
            return
        await begin_schedule(save.connection, turn.runner, EVENING, now=turn.now)
        if at is None:
            await schedules.stop(save.connection, turn.runner.id, EVENING)
        else:
            await schedules.choose_time(save.connection, turn.runner.id, EVENING, at, now=turn.now)
        await _say_reach(turn, save)


async def _weekly(turn: Turn, value: str) -> None:
    async with turn.saving() as save:
        await begin_schedule(save.connection, turn.runner, WEEKLY, now=turn.now)
        if value == "off":
            await schedules.stop(save.connection, turn.runner.id, WEEKLY)
        else:
            at = USUAL[WEEKLY].at
            await schedules.choose_time(save.connection, turn.runner.id, WEEKLY, at, now=turn.now)
        await _say_reach(turn, save)


async def _quiet(turn: Turn, value: str) -> None:
    begins, _, ends = value.partition("-")
    wanted = Quiet(_hour_in(begins) or time(0), _hour_in(ends) or time(0))
    async with turn.saving() as save:
        if not value or wanted not in (*QUIET_SPANS, NONE):
            await show(turn, save, quiet_screen(turn.words))
            return
        chosen = turn.runner.settings.model_copy(
            update={"quiet_begins": wanted.begins, "quiet_ends": wanted.ends}
        )
        await runners.choose_settings(save.connection, turn.runner.id, chosen, now=turn.now)
        await _say_reach(turn, save, wanted)


async def _ask_pause(turn: Turn, value: str) -> None:
    if value in map(str, PAUSE_WEEKS):
        await _pause(turn, today_of(turn) + timedelta(weeks=int(value)) - timedelta(days=1))
        return
    async with turn.saving() as save:
        await dialogues.save(save.connection, turn.runner.id, KIND, {"version": 1}, now=turn.now)
        await show(turn, save, pause_screen(turn.words))


async def _pause(turn: Turn, until: date | None) -> None:
    """Pause every message through `until`, or end the pause."""
    async with turn.saving() as save:
        connection, runner_id = save.connection, turn.runner.id
        await dialogues.close(connection, runner_id, KIND)
        for kind in KINDS:
            await begin_schedule(connection, turn.runner, kind, now=turn.now)
            await schedules.pause(connection, runner_id, kind, until, now=turn.now)
        if until is None:
            await _say_reach(turn, save)
            return
        has_plan = bool(await programs.active_week_numbers(connection, runner_id))
        await show(turn, save, paused_screen(today_of(turn), until, turn.words, has_plan=has_plan))


async def _say_reach(turn: Turn, save: Save, quiet: Quiet | None = None) -> None:
    found = {kind: await schedules.find(save.connection, turn.runner.id, kind) for kind in KINDS}
    chosen = turn.runner.settings
    reach = Reach(
        schedules={kind: one for kind, one in found.items() if one is not None},
        quiet=quiet or Quiet(chosen.quiet_begins, chosen.quiet_ends),
        today=today_of(turn),
    )
    await show(turn, save, reach_screen(reach, turn.words))


def _hour_in(text: str) -> time | None:
    """The hour a button carries, as `1930`."""
    if len(text) != 4 or not (text.isascii() and text.isdecimal()):
        return None
    hour, minute = int(text[:2]), int(text[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None
