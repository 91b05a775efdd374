"""What the SDK raises, in RunCoach's own terms; the API's texts stay out, for they may quote a prompt."""

import email.utils
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import anthropic
import httpx2

from bot.claude.failures import (
    ClaudeFailure,
    KeyRefused,
    ModelUnavailable,
    Overloaded,
    RateLimited,
    RequestRejected,
    ServerFault,
    SpendCapReached,
    StreamCut,
    TookTooLong,
    Unreachable,
)

# The organization's, its contract's and a linked organization's limits: 429s that no waiting helps.
SPEND_LIMIT_CODES = "spend_limit_reached"
# The one refusal of an account's own limit that carries no code: a plain 400.
OWN_SPEND_LIMIT = "reached your specified api usage limits"
SPEND_CAP_SENTENCE = "The Claude account's spend limit is reached: raise it in the Claude Console."
PAYMENT_REQUIRED = 402
FIRST_SERVER_FAULT = 500
OVERLOADED = (503, 529)
KEY_REFUSED = (401, 403)
# In the middle of a stream an error has the status of the stream, 200, and only its type tells.
STATUS_OF_TYPE = {
    "overloaded_error": 529,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "billing_error": PAYMENT_REQUIRED,
    "authentication_error": 401,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "invalid_request_error": 400,
}


@contextmanager
def failures_named(model: str | None, timeout_s: float) -> Iterator[None]:
    """Around one wait on the SDK: raises a ClaudeFailure for everything the API or the network does wrong.

    `model` is the one asked for, None when the request names none.
    """
    try:
        yield
    except (TimeoutError, anthropic.APITimeoutError, httpx2.TimeoutException) as error:
        raise _too_long(error, timeout_s) from error
    except anthropic.APIConnectionError as error:
        raise Unreachable(f"The Claude API cannot be reached ({_cause(error)}).") from error
    except anthropic.APIStatusError as error:
        raise failure_of(error, model) from error
    except (anthropic.APIError, httpx2.HTTPError, ValueError, LookupError) as error:
        # A dropped socket, or bytes that are not the API's (the SDK then stumbles over them).
        raise StreamCut(f"Claude's answer broke off ({type(error).__name__}).") from error


def failure_of(error: anthropic.APIStatusError, model: str | None) -> ClaudeFailure:
    """The failure an error status stands for, also one that came inside a stream."""
    status = (
        error.status_code
        if error.status_code >= 400
        else STATUS_OF_TYPE.get(error.type or "", FIRST_SERVER_FAULT)
    )
    if _is_spend_cap(error, status):
        return SpendCapReached(SPEND_CAP_SENTENCE)
    return _by_status(status, model, error.type, retry_after_s(error.response.headers))


def failure_of_type(error_type: str, model: str | None) -> ClaudeFailure:
    """The failure an error's type alone stands for: in the results of a batch."""
    status = STATUS_OF_TYPE.get(error_type, FIRST_SERVER_FAULT)
    if status == PAYMENT_REQUIRED:
        return SpendCapReached(SPEND_CAP_SENTENCE)
    return _by_status(status, model, error_type, None)


def _by_status(status: int, model: str | None, error_type: str | None, wait_s: float | None) -> ClaudeFailure:
    if status >= FIRST_SERVER_FAULT or status in (408, 409, 429):
        return _temporary(status, wait_s)
    return _lasting(status, model, error_type)


def _temporary(status: int, wait_s: float | None) -> ClaudeFailure:
    if status == 429:
        return RateLimited("Claude limits the rate of requests (429).", retry_after_s=wait_s)
    if status in OVERLOADED:
        return Overloaded(f"Claude is overloaded ({status}).", retry_after_s=wait_s)
    return ServerFault(f"The Claude API failed ({status}).", retry_after_s=wait_s)


def _lasting(status: int, model: str | None, error_type: str | None) -> ClaudeFailure:
    if status in KEY_REFUSED:
        return KeyRefused(f"Claude refuses the API key ({status}): check ANTHROPIC_API_KEY.")
    if status == 404 and model is not None:
        return ModelUnavailable(
            f"Claude knows no model {model} (404): check RUNCOACH_FAST_MODEL and RUNCOACH_STRONG_MODEL."
        )
    return RequestRejected(f"Claude rejects the request ({status} {error_type or 'without a type'}).")


def retry_after_s(headers: httpx2.Headers, now: datetime | None = None) -> float | None:
    """The wait the API asks for, in seconds: a number or a date; None when it names none."""
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if (seconds := _number(value)) is not None:
        return seconds
    try:
        at = email.utils.parsedate_to_datetime(value or "")
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)  # the date of RFC 5322 whose zone is unknown
    return max(0.0, (at - (now or datetime.now(UTC))).total_seconds())


def _is_spend_cap(error: anthropic.APIStatusError, status: int) -> bool:
    own_limit = status == 400 and OWN_SPEND_LIMIT in (error.api_message or "").lower()
    return (error.error_code or "").endswith(SPEND_LIMIT_CODES) or status == PAYMENT_REQUIRED or own_limit


def _too_long(error: BaseException, timeout_s: float) -> ClaudeFailure:
    cause = error.__cause__ or error
    if isinstance(cause, httpx2.ConnectTimeout | httpx2.PoolTimeout):
        return Unreachable("The Claude API cannot be reached (no connection in time).")
    return TookTooLong(f"Claude did not finish its answer within {timeout_s:g} s.")


def _cause(error: anthropic.APIConnectionError) -> str:
    return type(error.__cause__ or error).__name__


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
