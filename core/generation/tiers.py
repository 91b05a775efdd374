"""Which model writes a plan, and how long its answer may be."""

from dataclasses import dataclass
from typing import Literal

Tier = Literal["fast", "strong"]

FAST_UP_TO_WEEKS = 10
FAST_MAX_TOKENS, STRONG_MAX_TOKENS = 8_000, 16_384


@dataclass(frozen=True, slots=True)
class Choice:
    tier: Tier
    max_tokens: int


STRONG = Choice("strong", STRONG_MAX_TOKENS)


def model_for(weeks: int, *, is_retry: bool = False) -> Choice:
    """The fast model up to ten weeks, the strong one above and for every retry."""
    if is_retry or weeks > FAST_UP_TO_WEEKS:
        return STRONG
    return Choice("fast", FAST_MAX_TOKENS)
