"""What the server can be told to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Ending = Literal["well", "socket", "eof", "silence", "garbage", "error"]
"""How a stream ends: well; the connection breaks; a clean end without message_stop; nothing more comes;
something that is no event; an error event."""


@dataclass(frozen=True)
class Pace:
    """How fast an answer comes; None is at once."""

    first_token_s: float = 0.0
    tokens_per_s: float | None = None


@dataclass(frozen=True)
class Use:
    """A tool the model asks for."""

    name: str
    input: Mapping[str, Any]


@dataclass(frozen=True)
class Says:
    """An answer of this text, cut by the request's `max_tokens` as the API does; `uses` ask for tools then.

    With another `ending`, the stream breaks after `after_tokens` (None: after the whole text).
    """

    text: str
    stop_reason: str = "end_turn"
    stop_details: Mapping[str, Any] | None = None
    thinking_tokens: int = 0
    pace: Pace | None = None
    ending: Ending = "well"
    after_tokens: int | None = None
    error_type: str = "overloaded_error"
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True)
class Fails:
    """An error instead of an answer."""

    status: int
    error_type: str
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] | None = None

    def body(self, request_id: str) -> dict[str, Any]:
        error: dict[str, Any] = {"type": self.error_type, "message": self.message}
        if self.details is not None:
            error["details"] = dict(self.details)
        return {"type": "error", "error": error, "request_id": request_id}


@dataclass(frozen=True)
class Hangs:
    """Nothing, until the client gives up."""


Answer = Says | Fails | Hangs


def uses(name: str, text: str = "", **arguments: Any) -> Says:
    """An answer that asks for one tool."""
    return Says(text, stop_reason="tool_use", uses=(Use(name, arguments),))


def rate_limited(retry_after_s: float | str | None = None) -> Fails:
    headers = {} if retry_after_s is None else {"retry-after": str(retry_after_s)}
    return Fails(429, "rate_limit_error", "This request would exceed your rate limit.", headers)


def spend_cap() -> Fails:
    """The organization's monthly cap: a 429 without a time to wait."""
    details = {"error_code": "enforced_spend_limit_reached"}
    return Fails(429, "rate_limit_error", "You have reached your monthly spend limit.", details=details)


def own_spend_limit() -> Fails:
    """The limit the account has set itself: a plain 400."""
    return Fails(400, "invalid_request_error", "You have reached your specified API usage limits.")


def overloaded(status: int = 529) -> Fails:
    return Fails(status, "overloaded_error", "Overloaded")


def server_error(status: int = 500) -> Fails:
    return Fails(status, "api_error", "Internal server error")


def key_refused() -> Fails:
    return Fails(401, "authentication_error", "invalid x-api-key")


def forbidden() -> Fails:
    return Fails(403, "permission_error", "Your API key does not have permission to use this resource.")


def unknown_model(model: str) -> Fails:
    return Fails(404, "not_found_error", f"model: {model}")


def too_large() -> Fails:
    return Fails(413, "request_too_large", "Request exceeds the maximum size")


def bad_request(message: str) -> Fails:
    return Fails(400, "invalid_request_error", message)


def refusal(category: str | None = None, text: str = "") -> Says:
    """A refusal, perhaps after some text: HTTP 200."""
    details = {"type": "refusal", "category": category, "explanation": None}
    return Says(text, stop_reason="refusal", stop_details=details)


def cut(text: str, after_tokens: int, ending: Ending = "socket") -> Says:
    """A stream that breaks."""
    return Says(text, ending=ending, after_tokens=after_tokens)


def error_in_stream(text: str, after_tokens: int, error_type: str = "overloaded_error") -> Says:
    """An error event in the middle of a stream whose status was 200."""
    return Says(text, ending="error", after_tokens=after_tokens, error_type=error_type)


def fenced(json_text: str) -> Says:
    """JSON in a Markdown fence, as models write it when no format is asked for."""
    return Says(f"```json\n{json_text}\n```")


def in_prose(json_text: str) -> Says:
    """JSON with words around it."""
    return Says(f"Here is the plan you asked for:\n\n{json_text}\n\nEnjoy your training!")
