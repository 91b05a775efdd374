"""What a rule finds: the place, and the figures its sentence needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Breach:
    """One broken rule: where (None: the whole plan) and one sentence with its figures."""

    rule: str
    week: int | None
    day: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach before its words: `case` picks the sentence among those of the rule."""

    rule: str
    case: str
    week: int | None = None
    day: str | None = None
    figures: Mapping[str, object] = field(default_factory=dict)
