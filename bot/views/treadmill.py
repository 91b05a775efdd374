"""A session on a treadmill: by time, with speed and incline."""

from bot.views.blocks import block_name, minutes_in_words, repeated, target_in_words, unbroken
from bot.views.card_keyboard import back
from bot.views.formats import safe
from bot.views.session import session_in_brief, short_minutes
from bot.views.settings import Screen
from core.formatting import NARROW_SPACE, format_number
from core.localisation import Localizer
from core.notation.units import Units, format_pace_in, format_speed_in
from core.program.exchange import Session
from core.session_profile import session_blocks
from core.treadmill import FLAT_INCLINE_PERCENT, Speeds, TreadmillStep, treadmill_steps
from storage.programs import StoredSession


def treadmill_screen(item: StoredSession, words: Localizer, units: Units = "km") -> Screen:
    """The session written for a treadmill; only for a session with blocks."""
    session = item.session
    steps = treadmill_steps(session_blocks(session))
    incline = format_number(FLAT_INCLINE_PERCENT, words.language)
    blocks = [
        words("card-treadmill-title", what=session_in_brief(session, words)),
        words("card-treadmill-incline", percent=incline),
        "\n".join(line for step in steps for line in _lines(step, session, words, units)),
    ]
    if "downhill" in (session.workout or ""):
        blocks.append(words("card-treadmill-down"))
    if any(step.speeds is None for step in steps):
        blocks.append(words("card-treadmill-effort"))
    blocks.append(words("card-treadmill-cooler"))
    return Screen("\n\n".join(blocks), ((back(item, words),),))


def _lines(step: TreadmillStep, session: Session, words: Localizer, units: Units) -> list[str]:
    block = step.block
    length = repeated(block.repetitions, minutes_in_words(step.minutes, words))
    target, key = _target(step, words, units)
    if step.incline_percent != FLAT_INCLINE_PERCENT:
        percent = format_number(step.incline_percent, words.language)
        target = f"{target}, {words('card-treadmill-slope', percent=percent)}"
    line = words(key, length=length, target=target)
    if block.role != "work":
        line = words("card-treadmill-name", name=safe(block_name(block, session, words)), rest=line)
    return [f"• {line}", *_recovery(step, words, units)]


def _target(step: TreadmillStep, words: Localizer, units: Units) -> tuple[str, str]:
    """`13 km/h (4:37/km)`, else the effort in words, and the line that carries it."""
    if step.speeds is None:
        return target_in_words(step.block, words, units), "card-treadmill-line-effort"
    speed = speed_in_words(step.speeds, words, units)
    if step.block.pace is not None:
        speed = f"<b>{speed}</b> ({unbroken(format_pace_in(step.block.pace, units))})"
    return speed, "card-treadmill-line"


def _recovery(step: TreadmillStep, words: Localizer, units: Units) -> list[str]:
    recovery = step.block.recovery
    if recovery is None:
        return []
    length = short_minutes(recovery.minutes)
    if step.recovery_speeds is None:
        return ["   " + words(f"card-treadmill-recovery-{recovery.manner}", length=length)]
    key = "card-treadmill-recovery-walk" if recovery.manner == "walk" else "card-treadmill-recovery"
    speed = speed_in_words(step.recovery_speeds, words, units)
    return ["   " + words(key, length=length, speed=speed)]


def speed_in_words(speeds: Speeds, words: Localizer, units: Units) -> str:
    """`13 km/h`, `9,9-11,2 km/h`."""
    slow = format_speed_in(speeds.slow_km_per_h, units, words.language)
    fast = format_speed_in(speeds.fast_km_per_h, units, words.language)
    return fast if slow == fast else unbroken(f"{slow.split(NARROW_SPACE)[0]}-{fast}")
