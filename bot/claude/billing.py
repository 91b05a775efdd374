"""What one call has used up, at every moment of it."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.claude.asking import Ask, Usage
from bot.claude.failures import (
    ClaudeFailure,
    KeyRefused,
    ModelUnavailable,
    Overloaded,
    RateLimited,
    RequestRejected,
    ServerFault,
    SpendCapReached,
    Unreachable,
)
from bot.claude.ledger import LEAST_BYTES_PER_TOKEN, most_usd
from bot.claude.prices import cost_usd

log = structlog.get_logger(__name__)

# The API bills nothing when it answers with one of these instead of an answer.
UNBILLED = (
    Overloaded,
    ServerFault,
    Unreachable,
    RateLimited,
    SpendCapReached,
    KeyRefused,
    ModelUnavailable,
    RequestRejected,
)


@dataclass(slots=True)
class Bill:
    """One call's tokens, times and end; `started_s` is of the monotonic clock."""

    ask: Ask
    at_utc: datetime
    started_s: float
    outcome: str = "abandoned"  # as long as nothing else is known: the caller left
    latency_s: float | None = None
    time_to_first_token_s: float | None = None
    _usage: Usage | None = None  # None until the API has begun to answer
    _counted: bool = False  # whether the API has counted the whole answer
    _text_bytes: int = 0
    failure: ClaudeFailure | None = None
    usable: bool | None = None  # what the caller made of the answer

    @property
    def usage(self) -> Usage | None:
        """The API's count; of a broken answer at least what it held."""
        if self._usage is None or self._counted:
            return self._usage
        seen_tokens = math.ceil(self._text_bytes / LEAST_BYTES_PER_TOKEN)
        return replace(self._usage, output_tokens=max(self._usage.output_tokens, seen_tokens))

    @property
    def cost_usd(self) -> float:
        """The list price; the most it can be where the API gave no count."""
        usage = self.usage
        if usage is not None:
            return cost_usd(self.ask.model, usage, self.at_utc)
        return 0.0 if isinstance(self.failure, UNBILLED) else most_usd(self.ask, self.at_utc)

    def note_usage(self, usage: Usage, *, counted: bool) -> None:
        """The API said what was used: at the beginning (the prompt), at the end everything."""
        self._usage = usage
        self._counted = counted

    def note_text(self, text: str) -> None:
        """A piece of the answer arrived."""
        if self.time_to_first_token_s is None:
            self.time_to_first_token_s = self._elapsed_s()
        self._text_bytes += len(text.encode())

    def end(self, outcome: str) -> None:
        """Nothing more comes."""
        self.outcome = outcome
        if self.latency_s is None:
            self.latency_s = self._elapsed_s()

    @contextmanager
    def noting_failure(self) -> Iterator[None]:
        """Around each wait for Claude: the first failure is how the call ended."""
        try:
            yield
        except ClaudeFailure as failure:
            self.failure = failure
            self.end(failure.outcome)
            log.warning(
                "Claude gave no usable answer", purpose=self.ask.purpose, reason=failure.owner_sentence
            )
            raise

    def _elapsed_s(self) -> float:
        return time.monotonic() - self.started_s
