"""What is asked of Claude and what comes back, free of the API's own types."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import from_json

# No caller waits longer for one call, whatever it asks for.
CALL_AT_MOST_S = 180.0

CacheLife = Literal["5m", "1h"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One call: `purpose`, `prompt_name` and `prompt_variant` are what the ledger files it under.

    `turns` are the whole conversation, in place of `user`; with `tools` the answer may ask for one of them.
    `system` is the stable prefix (cached for `cache_life`, None for prompts that are not asked again soon);
    what changes from call to call belongs in `user`. With a `schema` the answer is JSON of that shape,
    except when it is refused or cut off. `timeout_s` is for the whole call, 180 s at most.
    """

    purpose: str
    prompt_name: str
    prompt_variant: str
    model: str
    system: str
    user: str
    max_tokens: int
    runner_id: int | None = None
    schema: Mapping[str, Any] | None = None
    turns: tuple[Mapping[str, Any], ...] = ()
    tools: tuple[Mapping[str, Any], ...] = ()
    timeout_s: float = CALL_AT_MOST_S
    cache_life: CacheLife | None = "5m"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call: `input_tokens` are those outside the cache; thinking is part of the output."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_5m_tokens: int = 0
    cache_write_1h_tokens: int = 0
    thinking_tokens: int = 0

    @property
    def prompt_tokens(self) -> int:
        """Everything that went in, cached or not."""
        cached = self.cache_read_tokens + self.cache_write_5m_tokens + self.cache_write_1h_tokens
        return self.input_tokens + cached


@dataclass(frozen=True, slots=True)
class Partial:
    """The answer so far."""

    text: str

    @property
    def json(self) -> dict[str, Any]:
        """What the JSON object says so far, unfinished strings included; empty before it begins.

        An unfinished number shows its first digits: display strings only.
        """
        try:
            value = from_json(self.text, allow_partial="trailing-strings")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A tool the model asks for; `input` is what it wrote, unchecked."""

    id: str
    name: str
    input: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A finished answer; whether `text` is what was asked for is the caller's to check.

    `content` is the answer as the API wants it back when `tool_uses` are answered.
    `time_to_first_token_s` and `latency_s` count from the request to the first text and to the end.
    """

    text: str
    model: str
    stop_reason: str
    usage: Usage
    cost_usd: float
    latency_s: float
    time_to_first_token_s: float
    tool_uses: tuple[ToolUse, ...] = ()
    content: tuple[Mapping[str, Any], ...] = ()
