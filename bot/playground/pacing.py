"""Telegram's speed limits, when wanted: about one message a second in a chat, thirty a second in all."""

import math
from dataclasses import dataclass, field

from bot.playground.errors import too_many_requests

# Per the Bot API FAQ (https://core.telegram.org/bots/faq); the size of a tolerated burst is not published.
CHAT_RATE_PER_S = 1.0
CHAT_BURST = 5.0
OVERALL_RATE_PER_S = 30.0
OVERALL_BURST = 30.0


@dataclass
class Bucket:
    """Tokens that come back at a rate."""

    rate_per_s: float
    capacity: float
    tokens: float
    at_s: float

    def wait_s(self, now_s: float) -> float:
        """Seconds until a token is there; 0 when one is."""
        self.tokens = min(self.capacity, self.tokens + (now_s - self.at_s) * self.rate_per_s)
        self.at_s = now_s
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate_per_s


@dataclass
class Pacing:
    """One bucket for a chat and one for all; a call that must wait is refused and costs nothing."""

    chat_rate_per_s: float = CHAT_RATE_PER_S
    chat_burst: float = CHAT_BURST
    overall_rate_per_s: float = OVERALL_RATE_PER_S
    overall_burst: float = OVERALL_BURST
    _chats: dict[str, Bucket] = field(default_factory=dict)
    _overall: Bucket | None = None

    def spend(self, chat_id: str, now_s: float) -> None:
        """Count one message; raises Refused with the whole seconds to wait."""
        if self._overall is None:
            self._overall = Bucket(self.overall_rate_per_s, self.overall_burst, self.overall_burst, now_s)
        fresh = Bucket(self.chat_rate_per_s, self.chat_burst, self.chat_burst, now_s)
        buckets = (self._overall, self._chats.setdefault(chat_id, fresh))
        wait_s = max(bucket.wait_s(now_s) for bucket in buckets)
        if wait_s > 0:
            raise too_many_requests(math.ceil(wait_s))
        for bucket in buckets:
            bucket.tokens -= 1


def is_paced(method: str) -> bool:
    """Whether a method counts as a message."""
    return method.startswith(("send", "edit", "copy", "forward")) and method != "sendChatAction"
