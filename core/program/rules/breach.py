"""What a rule finds: the place, and the figures its sentence needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.program.rules.view import SessionView, WeekView


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
    week: int | None
    day: str | None
    figures: Mapping[str, object]


def finding(rule: str, case: str, at: SessionView | WeekView | None = None, **figures: object) -> Finding:
    """A finding at a day, a week or the whole plan (None)."""
    if isinstance(at, SessionView):
        return Finding(rule, case, at.week, at.data.day, figures)
    return Finding(rule, case, at.number if at else None, None, figures)
