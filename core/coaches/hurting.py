"""What a complaint in someone's own words rules out: sites of the body that movements load."""

import re
from typing import get_args

from core.catalogue.exercise import Site
from core.injuries import part_name, parts_named
from core.injury_words import clauses
from core.red_flags import red_flags
from core.tables import Words

SITES: tuple[Site, ...] = get_args(Site)
LOADED_WITH: dict[str, frozenset[Site]] = {
    "hip": frozenset({"knee", "back"}),
    "calf": frozenset({"achilles", "shin"}),
    "ankle": frozenset({"achilles", "shin"}),
    "hamstring": frozenset({"back"}),
    "thigh": frozenset({"knee"}),
    "groin": frozenset({"knee"}),
    "foot": frozenset({"achilles", "shin"}),
    "glute": frozenset({"back"}),
    "upper-body": frozenset({"shoulder"}),
}
"""Parts that no movement names: what spares the sites beside them spares them too, by caution."""

COMPLAINT = re.compile(
    r"\b(?:mal|douleurs?|douloureu\w+|souffre|genes?|bless\w+|fractur\w+|courbatures?|raideurs?|pains?|painful"
    r"|hurts?|hurting|aches?|aching|sore|soreness|injur\w+|broken|stiff\w*)\b"
)
NOTHING = re.compile(
    r"\b(?:aucune?s?|rien|ras|non|pas|plus|sans|jamais|bien|nickel|none|nothing|no|not|never|without|ok|fine|good"
    r"|well|gueri\w*|healed|n/a)\b|^\W*$"
)
"""Words with which a text says that something hurts, or that nothing does."""


def sites_hurt(text: str) -> frozenset[Site]:
    """The sites to spare for a free text in French or English; what it denies does not count."""
    named = parts_named(text)
    direct = frozenset(site for site in SITES if site in named)
    return direct.union(*(LOADED_WITH.get(part, frozenset()) for part in named))


def other_parts(text: str) -> tuple[Words, ...]:
    """The names of parts complained of that are no site themselves, for the sentence that says so."""
    return tuple(part_name(part) for part in parts_named(text) if part not in SITES)


def is_unplaced(text: str) -> bool:
    """Whether a text complains without naming a part we know: where it hurts must be asked, never guessed."""
    if parts_named(text):
        return False
    said = clauses(text)
    complains = any(COMPLAINT.search(clause) and not NOTHING.search(clause) for clause in said)
    return complains or not all(NOTHING.search(clause) for clause in said[:1])


def forbids_training(text: str) -> Words | None:
    """What to answer to a complaint that no session goes with, for a clinician first; None otherwise."""
    return next((flag.advice for flag in red_flags(text) if flag.load == "off"), None)
