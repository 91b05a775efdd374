"""An enriched session: what a coach tells beside the numbers of a session."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.athlete import Language

Source = Literal["claude", "catalogue"]
Section = Literal[
    "warm_up", "cues", "mistakes", "progression", "technique", "fuelling", "too_hard", "too_easy"
]  # fmt: skip


class EnrichedSession(BaseModel):
    """Texts in `language`, plain, none over its cap.

    The lists may be empty, the single texts "".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Source
    language: Language
    coaching_cues_detailed: tuple[str, ...] = ()
    common_mistakes: tuple[str, ...] = ()
    progression_suggestions: tuple[str, ...] = ()
    technical_breakdown: tuple[str, ...] = ()
    warm_up_drills: tuple[str, ...] = ()
    fuelling: str = ""
    if_too_hard: str = ""
    if_too_easy: str = ""

    def section(self, section: Section) -> tuple[str, ...]:
        """The texts of a section, in order; empty when there are none."""
        value = getattr(self, FIELD_OF[section])
        texts = (value,) if isinstance(value, str) else tuple(value)
        return tuple(text for text in texts if text)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that say something, in the order they are shown."""
        return tuple(section for section in FIELD_OF if self.section(section))


FIELD_OF: dict[Section, str] = {
    "warm_up": "warm_up_drills",
    "cues": "coaching_cues_detailed",
    "mistakes": "common_mistakes",
    "progression": "progression_suggestions",
    "technique": "technical_breakdown",
    "fuelling": "fuelling",
    "too_hard": "if_too_hard",
    "too_easy": "if_too_easy",
}
LISTS: frozenset[Section] = frozenset({"warm_up", "cues", "mistakes", "progression", "technique"})
ITEMS_AT_MOST = 3
TEXT_AT_MOST = 220
"""Characters of one text: four lines on a phone."""
