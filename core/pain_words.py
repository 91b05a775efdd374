"""A pain in words: where, on which side, and how much from 0 to 10 (`genou gauche 4`, `left knee 4/10`)."""

import re
from dataclasses import dataclass
from typing import Literal

from core.failure import Failure
from core.gating import PAIN_AT_MOST
from core.injuries import parts_named
from core.notation.words import plain

Side = Literal["left", "right", "both", "middle"]
SIDES: tuple[Side, ...] = ("left", "right", "both", "middle")
_SIDE_WORDS: tuple[tuple[Side, str], ...] = (
    ("both", r"\b(?:les deux|des deux|both|deux cotes)\b"),
    ("left", r"\b(?:gauche|gauches|left)\b"),
    ("right", r"\b(?:droite?|droites?|right)\b"),
)
MIDLINE = frozenset({"back", "upper-body"})
"""Parts that have no side."""
_LEVEL = re.compile(r"(?<![\d.,-])(-?\d+(?:[.,]\d+)?(?:e\d+)?)(?: ?(?:/|sur|out of) ?(\d+))?(?![\d])")
_NOT_A_LEVEL = re.compile(
    r"\d+(?:[.,]\d+)? ?(?:km|min|mn|h|k|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?|m)\b"
)


@dataclass(frozen=True, slots=True)
class PainSaid:
    """What a text tells of a pain; None where it tells nothing."""

    site: str | None = None
    side: Side | None = None
    level: int | None = None


def pain_in(text: str) -> PainSaid | Failure:
    """What the text says of a pain; Failure when its number is no pain from 0 to 10."""
    level = level_in(text)
    if isinstance(level, Failure):
        return level
    parts = parts_named(text)
    site = parts[0] if parts else None
    return PainSaid(site, side_in(text, site), level)


def side_in(text: str, site: str | None = None) -> Side | None:
    """The side a text names; the middle for a part without sides."""
    if site in MIDLINE:
        return "middle"
    said = plain(text)
    return next((side for side, pattern in _SIDE_WORDS if re.search(pattern, said)), None)


def level_in(text: str) -> int | Failure | None:
    """The one whole number from 0 to 10 in a text, also as `4/10`; None without a number."""
    found = _LEVEL.findall(_NOT_A_LEVEL.sub(" ", plain(text)))
    if not found:
        return None
    number, scale = found[0]
    whole = re.fullmatch(r"\d{1,2}", number)
    if len(found) > 1 or whole is None or int(number) > PAIN_AT_MOST or scale not in ("", str(PAIN_AT_MOST)):
        return Failure("gating-pain-out-of-range", {"most": PAIN_AT_MOST})
    return int(number)
