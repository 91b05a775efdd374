"""Kilometres or miles: what a runner reads is said in their unit, in one place, on its way out."""

import re
from typing import Any

from bot.messages import EditText, Keyboard, Outgoing, React, SendFile, SendPicture, SendText
from core.athlete import Language
from core.notation.distances import DistanceUnit
from core.notation.miles import in_units
from core.notation.units import Units
from storage.runners import Runner

BARE = re.compile(r"\d{1,3}(?:[.,]\d+)?")


def units_of(runner: Runner) -> Units:
    """The unit in which the runner reads paces and distances."""
    return "mile" if runner.settings.units == "mi" else "km"


def typed_unit_of(runner: Runner) -> DistanceUnit:
    """What a number without a unit means when this runner writes a distance."""
    return runner.settings.units


def with_unit(text: str, runner: Runner) -> str:
    """A distance as typed: a number alone means the runner's unit."""
    return f"{text.strip()} mi" if typed_unit_of(runner) == "mi" and BARE.fullmatch(text.strip()) else text


def in_runners_units(outgoing: Outgoing, runner: Runner) -> Outgoing:
    """The message with every text of it in the runner's unit; numbers of a picture are its view's."""
    if units_of(runner) == "km" or isinstance(outgoing, React):
        return outgoing
    changes: dict[str, Any] = {}
    if isinstance(outgoing, SendText | EditText):
        rich = outgoing.rich and _said(outgoing.rich, runner.language)
        changes = {"html": _said(outgoing.html, runner.language), "rich": rich}
    elif isinstance(outgoing, SendPicture):
        changes["figures"] = _said_within(outgoing.figures, runner.language)
        changes["alt_text"] = _said(outgoing.alt_text, runner.language)
    if isinstance(outgoing, SendPicture | SendFile):
        changes["caption_html"] = _said(outgoing.caption_html, runner.language)
    if not isinstance(outgoing, SendFile):
        changes["keyboard"] = _keyboard(outgoing.keyboard, runner.language)
    return outgoing.model_copy(update=changes)


def _said(text: str, language: Language) -> str:
    return in_units(text, "mile", language)


def _said_within(value: Any, language: Language) -> Any:
    """Each text in a JSON value."""
    if isinstance(value, str):
        return _said(value, language)
    if isinstance(value, dict):
        return {key: _said_within(item, language) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_said_within(item, language) for item in value]
    return value


def _keyboard(keyboard: Keyboard, language: Language) -> Keyboard:
    return tuple(
        tuple(button.model_copy(update={"label": _said(button.label, language)}) for button in row)
        for row in keyboard
    )
