"""What a check finds in a session: the rule, the place, and the figures its sentence needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.coaches.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Breach:
    """One broken rule: in which block (0 and up; None: the whole session), of which movement, and why.

    `text` is the message `coaches-rule-<rule>` with its figures; coaches add rules of their own beside the
    common ones, with messages of the same form.
    """

    rule: str
    block: int | None
    exercise: str | None
    text: Phrase


def breach(
    rule: str, block: int | None = None, exercise: str | None = None, **figures: float | str
) -> Breach:
    """A breach with its sentence."""
    told: Mapping[str, float | str] = {"movement_exercise": exercise, **figures} if exercise else figures
    return Breach(rule, block, exercise, phrase(f"coaches-rule-{rule.replace('_', '-')}", **told))
