"""A hot day: the question, and today's paces before and after."""

from bot.messages import Button, Keyboard
from bot.views.blocks import block_name, unbroken
from bot.views.card_keyboard import PREFIX, back, card_button
from bot.views.formats import label, safe
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_number
from core.heat import DRY_PERCENT, HUMID_PERCENT, HeatNote
from core.localisation import Localizer
from core.notation.units import Units, format_pace_in
from core.session_kinds import kind_of
from core.session_profile import session_blocks
from storage.programs import StoredSession

TEMPERATURES_C = (24, 28, 31, 34, 37)


def heat_question(item: StoredSession, words: Localizer) -> Screen:
    """How warm is it: a temperature to tap, or to write."""
    row = tuple(
        Button(label=f"{degrees}\u202f°C", data=f"{PREFIX}:{item.id}:heat:{degrees}")
        for degrees in TEMPERATURES_C
    )
    return Screen(words("card-heat-ask"), (row, (back(item, words),)))


def heat_screen(item: StoredSession, note: HeatNote, words: Localizer, units: Units = "km") -> Screen:
    """What the weather does to today's session; nothing of it is stored."""
    weather = note.weather
    head = words(
        "card-heat-title",
        temperature=format_number(weather.temperature_c, words.language, 0),
        humidity=round(weather.humidity_percent or 0),
        what=session_in_brief(item.session, words),
    )
    if note.warmth == "cool":
        return Screen(f"{head}\n\n{words('card-heat-cool')}", ((back(item, words),),))
    percent = format_number(100 * (note.factor - 1), words.language, 0)
    blocks = [head, words("card-heat-why", percent=percent), _paces(item, note, words, units)]
    blocks += [words(f"card-heat-advice-{advice}") for advice in _advice(item, note)]
    blocks.append(words("card-heat-kept"))
    return Screen("\n\n".join(blocks), _keyboard(item, note, words))


def _advice(item: StoredSession, note: HeatNote) -> tuple[str, ...]:
    """Nobody chooses the hour of a race; a hard session can wait."""
    if kind_of(item.session) == "race":
        return ("race",)
    return (note.warmth, "hard") if note.warmth == "dangerous" and note.hard else (note.warmth,)


def _paces(item: StoredSession, note: HeatNote, words: Localizer, units: Units) -> str:
    if not note.changes:
        return words("card-heat-effort")
    lines = [
        words(
            "card-heat-pace",
            name=safe(block_name(change.block, item.session, words)),
            before=unbroken(format_pace_in(change.before, units)),
            after=unbroken(format_pace_in(change.after, units)),
        )
        for change in note.changes
    ]
    by_effort = any(block.role == "work" and block.pace is None for block in session_blocks(item.session))
    rest = [words("card-heat-rest")] if by_effort else []
    return "\n".join([words("card-heat-paces"), *lines, *rest])


def _keyboard(item: StoredSession, note: HeatNote, words: Localizer) -> Keyboard:
    """Humid or dry air, as far as nobody said; the treadmill; the way back."""
    air: tuple[Button, ...] = ()
    if note.weather.humidity_percent is None:
        stem = f"{PREFIX}:{item.id}:heat:{note.weather.temperature_c:g}"
        air = (
            Button(label=label(words("card-button-humid")), data=f"{stem}:{HUMID_PERCENT:g}"),
            Button(label=label(words("card-button-dry")), data=f"{stem}:{DRY_PERCENT:g}"),
        )
    last: tuple[Button, ...] = (back(item, words),)
    if kind_of(item.session) != "race":
        last = (card_button(item, "treadmill", words), *last)
    return (air, last) if air else (last,)
