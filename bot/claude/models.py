"""How each model is asked to answer at once: thinking switched off, effort low, where it can be."""

from dataclasses import dataclass
from typing import Literal

ThinkingOff = Literal["disabled", "between_tools"]


@dataclass(frozen=True, slots=True)
class Manner:
    """`thinking` is the value that turns it off, None where it is off already or cannot be."""

    thinking: ThinkingOff | None = None
    takes_effort: bool = True


# By the beginning of a model's name; the first that fits. Sources: the models' migration guides
# and the page on effort at platform.claude.com/docs, read 2026-11-20.
MANNERS: tuple[tuple[str, Manner], ...] = (
    ("claude-haiku-5-5", Manner(thinking="disabled")),
    ("claude-sonnet-5-5", Manner(thinking="between_tools")),
    ("claude-haiku-4-5", Manner(takes_effort=False)),
    ("claude-sonnet-4-5", Manner(takes_effort=False)),
)


def manner_of(model: str) -> Manner:
    """How this model is asked; an unknown one only to make little effort."""
    return next((manner for name, manner in MANNERS if model.startswith(name)), Manner())
