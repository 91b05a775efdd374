"""The blocks of a session in words: what the picture, the treadmill and the heat note have in common."""

from bot.views.session import short_minutes
from core.formatting import format_distance, format_minutes, format_number
from core.localisation import Localizer
from core.notation.units import Units, format_pace_in
from core.program.exchange import Session
from core.session_profile import Block, Recovery

LONG_MIN = 60
UNBROKEN_HYPHEN = "\u2011"


def block_name(block: Block, session: Session, words: Localizer) -> str:
    """`Échauffement`, `5 × 3 min`, or the type of a plain run."""
    if block.role in ("warm_up", "cool_down"):
        key = block.role.replace("_", "-")
        if block.zone == "walk":
            return words("card-block-walk")
        if block.role == "warm_up" and session.kind in ("long", "easy"):
            return words("card-block-first")
        return words(f"card-block-{key}")
    if not session.intervals:
        return session.session_type or words("card-block-run")
    return repeated(block.repetitions, block_length(block, words))


def repeated(repetitions: int, length: str) -> str:
    """`5 × 3 min`, or `25 min` alone."""
    return length if repetitions == 1 else f"{repetitions}\u202f×\u202f{length}"


def block_length(block: Block, words: Localizer) -> str:
    """The length of one repetition as it is prescribed: metres, else minutes."""
    if block.km:
        return format_distance(block.km, words.language)
    return minutes_in_words(block.minutes, words)


def minutes_in_words(minutes: float, words: Localizer) -> str:
    """`45 s`, `1 min 30`, `1 h 05`."""
    return format_minutes(minutes, words.language) if minutes >= LONG_MIN else short_minutes(minutes)


def target_in_words(block: Block, words: Localizer, units: Units) -> str:
    """`4:37/km · effort 7`; the effort alone where no pace is known, nothing for a walk."""
    if block.zone == "walk":
        return ""
    effort = words("card-effort", rpe=format_number(block.effort, words.language, 0))
    if block.pace is not None:
        return f"{format_pace_in(block.pace, units)} · {effort}"
    return f"{effort}, {words(f'card-zone-{block.zone}')}"


def recovery_in_words(recovery: Recovery, words: Localizer) -> str:
    """`récup 2 min en trottinant`."""
    return words(f"card-recovery-{recovery.manner}", length=short_minutes(recovery.minutes))


def unbroken(pace: str) -> str:
    """A range that stays on one line of a phone."""
    return pace.replace("-", UNBROKEN_HYPHEN)
