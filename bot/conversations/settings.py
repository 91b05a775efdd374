"""/settings: a screen of groups; what the plan is sized on, the time zone, language, units and tone."""

from dataclasses import replace

from bot.conversations.days import time_zone_of, today_of
from bot.conversations.making import MadePlan, make_plan
from bot.conversations.plan import active
from bot.messages import EditText, SendText
from bot.turn import Save, Turn
from bot.units import with_unit
from bot.views.formats import full_weekday, safe
from bot.views.settings import (
    TONES,
    UNITS,
    Screen,
    comparison_html,
    data_screen,
    field_screen,
    plan_screen,
    settings_screen,
    style_screen,
    zone_screen,
)
from bot.words import words_for
from core.athlete import RunnerProfile
from core.dialogue.settings import (
    Field,
    PlanSettings,
    answer,
    choose,
    settings_from_json,
    settings_to_json,
    with_days_that_fit,
)
from core.failure import Failure
from core.places import is_zone, zone_at, zone_named
from storage import dialogues, runners, schedules
from storage.database import Connection
from storage.programs import StoredProgram

KIND = "settings"
TIME_ZONE = "time-zone"
MAX_TEXT = 200


async def show_settings(turn: Turn) -> None:
    """/settings: every setting as it is; changes not applied before are let go."""
    stored = await active(turn)
    screen = _settings(turn, stored.profile if stored else None)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def settings_button(turn: Turn) -> None:
    """A button of the settings."""
    _prefix, action, value = (*turn.incoming.data.split(":", 2), "", "")[:3]
    match action:
        case "style" | "language":
            await _show_in_place(turn, style_screen(turn.runner.settings, turn.words))
        case "units" if value in UNITS:
            await _choose(turn, units=value)
        case "tone" if value in TONES:
            await _choose(turn, tone=value)
        case "data":
            await _show_in_place(turn, data_screen(turn.words))
        case "plan":
            await _open_plan(turn)
        case "time-zone":
            await _time_zone(turn, value)
        case "open":
            await _open(turn)
        case "rebuild":
            await _rebuild(turn)
        case "keep":
            await _keep_old(turn)
        case _:
            await _field(turn, action, value)


async def answered(turn: Turn) -> bool:
    """Take a typed answer to the field that is open; False when none is."""
    async with turn.services.database.reading() as connection:
        pending = await _load(connection, turn.runner.id)
        zone_open = await dialogues.load(connection, turn.runner.id, TIME_ZONE)
    if zone_open is not None:
        await _time_zone_told(turn)
        return True
    if turn.incoming.kind != "text":
        return False
    if pending is None or pending.open_field is None:
        return False
    text = with_unit(turn.incoming.text, turn.runner)
    profile = answer(pending.open_field, text, pending.profile) if len(text) <= MAX_TEXT else None
    if isinstance(profile, RunnerProfile):
        await _show_changed(turn, profile)
    else:
        screen = field_screen(pending.open_field, pending.profile, turn.words)
        await _say_unclear(turn, screen, profile or "settings-unclear")
    return True


async def _field(turn: Turn, name: str, value: str) -> None:
    """Open a field, or take its button."""
    stored = await active(turn)
    field = next((known for known in Field if known == name), None)
    if stored is None or field is None:
        await show_settings(turn)
        return
    async with turn.services.database.reading() as connection:
        pending = await _load(connection, turn.runner.id)
    profile = pending.profile if pending else stored.profile
    chosen = choose(field, value, profile) if value else None
    if chosen is None or field is Field.DAYS:  # days are chosen one by one, on the same screen
        chosen = chosen or profile
        screen = field_screen(field, chosen, turn.words)
        async with turn.saving() as save:
            await _keep(turn, save, PlanSettings(chosen, field))
            await _show(turn, save, screen)
        return
    await _show_changed(turn, chosen)


async def _open(turn: Turn) -> None:
    """Back to the groups; what was changed so far waits behind its own."""
    stored = await active(turn)
    async with turn.saving() as save:
        pending = await _load(save.connection, turn.runner.id)
        await dialogues.close(save.connection, turn.runner.id, TIME_ZONE)
        if pending is not None:
            await _keep(turn, save, PlanSettings(pending.profile))
        await _show(turn, save, _settings(turn, stored.profile if stored else None))


async def _choose(turn: Turn, **changes: str) -> None:
    """Keep units or tone; the screen is said in them at once."""
    chosen = turn.runner.settings.model_copy(update=changes)
    turn.runner = replace(turn.runner, settings=chosen)  # what is said from here on is said so
    words = words_for(turn.runner)
    async with turn.saving() as save:
        await runners.choose_settings(save.connection, turn.runner.id, chosen, now=turn.now)
        await _show(turn, save, style_screen(chosen, words))


async def _open_plan(turn: Turn) -> None:
    """What the plan is sized on, with what was changed so far."""
    async with turn.services.database.reading() as connection:
        pending = await _load(connection, turn.runner.id)
    if pending is not None:
        await _show_changed(turn, pending.profile)
        return
    stored = await active(turn)
    if stored is None:
        await show_settings(turn)
        return
    await _show_in_place(turn, plan_screen(stored.profile, turn.words))


async def _show_changed(turn: Turn, profile: RunnerProfile) -> None:
    """The settings with a change, and what the plan would become."""
    stored = await active(turn)
    profile = with_days_that_fit(profile)
    comparison = ""
    if stored is not None and profile != stored.profile:
        made = await _remade(turn, stored, profile)
        if isinstance(made, Failure):
            await _say_unclear(turn, plan_screen(stored.profile, turn.words), made)
            return
        comparison = comparison_html(stored.program, made.program, turn.words)
    screen = plan_screen(profile, turn.words, comparison=comparison)
    async with turn.saving() as save:
        await _keep(turn, save, PlanSettings(profile))
        await _show(turn, save, screen)


async def _rebuild(turn: Turn) -> None:
    """Make the plan anew with the changed settings, and show it."""
    stored = await active(turn)
    async with turn.services.database.reading() as connection:
        pending = await _load(connection, turn.runner.id)
    if stored is None or pending is None:
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)
        return
    made = await _remade(turn, stored, pending.profile)
    if isinstance(made, Failure):
        await _say_unclear(turn, plan_screen(stored.profile, turn.words), made)
        return
    start = made.program.start_date or today_of(turn)
    html = turn.words("settings-rebuilt", date=full_weekday(start, turn.words.language))
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await _show(turn, save, Screen(html, ()))
        await made.save_and_show(turn, save)


async def _keep_old(turn: Turn) -> None:
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await _show(turn, save, Screen(turn.words("settings-kept"), ()))


async def _remade(turn: Turn, stored: StoredProgram, profile: RunnerProfile) -> MadePlan | Failure:
    """The plan with this profile: from its own start during its first week, else from now on."""
    today, start = today_of(turn), stored.program.start_date
    begun = start is not None and (today - start).days >= 7
    return await make_plan(turn, profile, today if begun else start)


async def _time_zone(turn: Turn, value: str) -> None:
    if value and is_zone(value):
        await _keep_zone(turn, value)
        return
    async with turn.saving() as save:
        await dialogues.save(save.connection, turn.runner.id, TIME_ZONE, {"version": 1}, now=turn.now)
        await _show(turn, save, zone_screen(turn.words))


async def _time_zone_told(turn: Turn) -> None:
    """A city in words, or a place shared."""
    place = turn.incoming.location
    if place is not None:
        zone: str | None = zone_at(place.latitude, place.longitude)
    else:
        zone = zone_named(turn.incoming.text[:MAX_TEXT])
    if zone is not None:
        await _keep_zone(turn, zone)
    else:
        await _say_unclear(turn, zone_screen(turn.words), "settings-unknown-place")


async def _keep_zone(turn: Turn, zone: str) -> None:
    stored = await active(turn)
    screen = settings_screen(stored.profile if stored else None, zone, turn.runner.settings, turn.words)
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, TIME_ZONE)
        await runners.choose_time_zone(save.connection, turn.runner.id, zone, now=turn.now)
        await schedules.move(save.connection, turn.runner.id, zone, now=turn.now)
        await _show(turn, save, screen)


def _settings(turn: Turn, profile: RunnerProfile | None) -> Screen:
    return settings_screen(profile, time_zone_of(turn.runner), turn.runner.settings, turn.words)


async def _say_unclear(turn: Turn, screen: Screen, why: str | Failure) -> None:
    text = safe(why.text(turn.words.language)) if isinstance(why, Failure) else turn.words(why)
    async with turn.saving() as save:
        await save.say(SendText(html=f"{text}\n\n{screen.html}", keyboard=screen.keyboard))


async def _keep(turn: Turn, save: Save, settings: PlanSettings) -> None:
    await dialogues.close(save.connection, turn.runner.id, TIME_ZONE)
    await dialogues.save(save.connection, turn.runner.id, KIND, settings_to_json(settings), now=turn.now)


async def _show_in_place(turn: Turn, screen: Screen) -> None:
    async with turn.saving() as save:
        await _show(turn, save, screen)


async def _show(turn: Turn, save: Save, screen: Screen) -> None:
    """In the message of the tapped button, else in a new one."""
    if turn.incoming.kind == "tap" and turn.incoming.message_id is not None:
        await save.say(
            EditText(message_id=turn.incoming.message_id, html=screen.html, keyboard=screen.keyboard)
        )
    else:
        await save.say(SendText(html=screen.html, keyboard=screen.keyboard))


async def _load(connection: Connection, runner_id: int) -> PlanSettings | None:
    stored = await dialogues.load(connection, runner_id, KIND)
    return settings_from_json(stored.state) if stored else None
