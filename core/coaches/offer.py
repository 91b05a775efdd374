"""What a coach offers when the session asked for cannot be given: a sentence and what would do instead."""

from dataclasses import dataclass, field
from typing import Literal

from core.athlete import Language
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import SessionRequest

OfferCode = Literal[
    "too_short",
    "too_long",
    "unknown_focus",
    "no_equipment",
    "injury",
    "level",
    "run_soon",
    "no_session",
]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wish that can be granted, and the words of its button."""

    label: Phrase
    request: SessionRequest


@dataclass(frozen=True, slots=True)
class Offer:
    """Why not this session, and one to three others instead; every alternative can be built."""

    code: OfferCode
    text: Phrase
    alternatives: tuple[Alternative, ...] = field(default=())

    def said(self, language: Language) -> str:
        """The sentence, with the alternatives behind it."""
        others = " · ".join(one.label.said(language) for one in self.alternatives)
        instead = phrase("coaches-offer-instead", others=others).said(language) if others else ""
        return f"{self.text.said(language)} {instead}".strip()
