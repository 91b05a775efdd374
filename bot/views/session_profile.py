"""The picture of a session's effort over time, and its words for readers who do not see it."""

from collections.abc import Iterator
from itertools import accumulate

from bot.messages import SendPicture
from bot.views.blocks import (
    block_length,
    block_name,
    recovery_in_words,
    repeated,
    target_in_words,
)
from bot.views.formats import full_weekday, safe
from bot.views.session import size
from core.formatting import format_minutes
from core.localisation import Localizer
from core.notation.units import Units, format_distance_in, format_pace_in
from core.program.exchange import Session
from core.session_profile import Block, segments, session_blocks

EFFORTS_NAMED = (3, 5, 8)


def profile_picture(session: Session, words: Localizer, units: Units = "km") -> SendPicture:
    """The session drawn; only for a session with blocks (`has_profile`)."""
    blocks = session_blocks(session)
    rows = [row for block in blocks for row in _rows(block, session, words, units)]
    figures = {
        "title": session.session_type or words("card-block-run"),
        "subtitle": " · ".join(part for part in _facts(session, words, units) if part),
        "minutes_label": words("card-picture-minutes"),
        "effort_names": {effort: words(f"card-picture-effort-{effort}") for effort in EFFORTS_NAMED},
        "bars": [
            {
                "minutes": segment.minutes,
                "effort": segment.effort,
                "zone": segment.zone,
                "recovery": segment.role == "recovery",
            }
            for segment in segments(blocks)
        ],
        "names": list(_names(blocks, session, words, units)),
        "rows": rows,
    }
    return SendPicture(
        chart="session_profile",
        figures=figures,
        caption_html=words("card-picture-caption", what=safe(session.session_type or "")),
        alt_text=". ".join(f"{row['bold']} {row['text']}".strip() for row in rows),
    )


def has_profile(session: Session) -> bool:
    """Whether there is something to draw."""
    return bool(session_blocks(session))


def _facts(session: Session, words: Localizer, units: Units) -> Iterator[str]:
    yield full_weekday(session.date, words.language) if session.date else session.day
    if session.duration_min:
        yield format_minutes(session.duration_min, words.language)
    if session.distance_km and session.kind != "run_walk":
        yield format_distance_in(session.distance_km, units, words.language)
    elif not session.duration_min:
        yield size(session, words)


def _names(
    blocks: tuple[Block, ...], session: Session, words: Localizer, units: Units
) -> Iterator[dict[str, object]]:
    """Only the work is named in the picture: warm-up and cool-down are told in the rows."""
    named = [block for block in blocks if block.role == "work" and session.intervals]
    ends = list(accumulate(block.total_min for block in blocks))
    for block, end in zip(blocks, ends, strict=True):
        if block not in named:
            continue
        text = repeated(block.repetitions, block_length(block, words))
        if len(named) == 1 and block.pace:
            text = f"{text} · {format_pace_in(block.pace, units)}"
        last_recovery = block.recovery.minutes if block.recovery else 0.0
        yield {"start_min": end - block.total_min, "end_min": end - last_recovery, "text": text}


def _rows(block: Block, session: Session, words: Localizer, units: Units) -> Iterator[dict[str, object]]:
    target = target_in_words(block, words, units)
    if block.role != "work":
        target = " · ".join(part for part in (block_length(block, words), target) if part)
    yield {"zone": block.zone, "bold": block_name(block, session, words), "text": target}
    if block.recovery:
        zone = "E" if block.recovery.manner == "jog" else "walk"
        told = recovery_in_words(block.recovery, words)
        yield {"zone": zone, "bold": "", "text": told, "recovery": True}
