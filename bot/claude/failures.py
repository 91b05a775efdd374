"""Why Claude gave no usable answer: a class for each reason, a sentence for the runner, one for the owner."""

from typing import ClassVar, Literal

FailureKind = Literal["outage", "limit", "refused", "bad_output", "configuration"]
"""What a caller does next: outage — later, the same; limit — not before `retry_after_s` or the next day;
refused, bad_output — with another model; configuration — nothing, until the owner has acted."""


class ClaudeFailure(Exception):
    """A call that gave nothing usable. `runner_key` is a message of `locales/*/claude.ftl`."""

    kind: ClassVar[FailureKind]
    runner_key: ClassVar[str]
    outcome: ClassVar[str]
    """Its name in the ledger."""

    def __init__(self, owner_sentence: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(owner_sentence)
        self.owner_sentence = owner_sentence
        self.retry_after_s = retry_after_s


class Overloaded(ClaudeFailure):
    """The API has more requests than it can serve (529, 503), before or while answering."""

    kind = "outage"
    runner_key = "claude-overloaded"
    outcome = "overloaded"


class ServerFault(ClaudeFailure):
    """The API failed by itself (5xx), before or while answering."""

    kind = "outage"
    runner_key = "claude-outage"
    outcome = "server_fault"


class Unreachable(ClaudeFailure):
    """No connection to the API."""

    kind = "outage"
    runner_key = "claude-unreachable"
    outcome = "unreachable"


class TookTooLong(ClaudeFailure):
    """The call's time was up before its end."""

    kind = "outage"
    runner_key = "claude-too-slow"
    outcome = "timeout"


class StreamCut(ClaudeFailure):
    """The answer stopped in the middle, or was not what the API sends."""

    kind = "outage"
    runner_key = "claude-cut"
    outcome = "cut"


class NotProcessed(ClaudeFailure):
    """A batch ended (cancelled, or after its day) before this request's turn."""

    kind = "outage"
    runner_key = "claude-too-slow"
    outcome = "not_processed"


class RateLimited(ClaudeFailure):
    """Too many requests or tokens a minute (429); `retry_after_s` when the API named it."""

    kind = "limit"
    runner_key = "claude-rate-limited"
    outcome = "rate_limited"


class SpendCapReached(ClaudeFailure):
    """The account's own spend limit: nothing works until the owner raises it or the month ends."""

    kind = "limit"
    runner_key = "claude-spend-cap"
    outcome = "spend_cap"


class RunnerBudgetExhausted(ClaudeFailure):
    """This runner's share of the day is spent; never sent."""

    kind = "limit"
    runner_key = "claude-runner-budget"
    outcome = "runner_budget"


class DailyBudgetExhausted(ClaudeFailure):
    """Everyone's budget of the day is spent; never sent."""

    kind = "limit"
    runner_key = "claude-daily-budget"
    outcome = "daily_budget"


class Refused(ClaudeFailure):
    """The model declines (HTTP 200, stop reason "refusal"); another model may not."""

    kind = "refused"
    runner_key = "claude-refused"
    outcome = "refused"


class BadOutput(ClaudeFailure):
    """The answer ended in a way that makes it useless; `text` is what there is of it."""

    kind = "bad_output"
    runner_key = "claude-unusable"
    outcome = "unusable"

    def __init__(self, owner_sentence: str, *, text: str = "") -> None:
        super().__init__(owner_sentence)
        self.text = text


class Truncated(BadOutput):
    """The answer was longer than `max_tokens` or the model's context."""

    runner_key = "claude-truncated"
    outcome = "truncated"


class KeyRefused(ClaudeFailure):
    """The API key is wrong or may not do this (401, 403)."""

    kind = "configuration"
    runner_key = "claude-off"
    outcome = "key_refused"


class ModelUnavailable(ClaudeFailure):
    """The model is unknown or retired (404)."""

    kind = "configuration"
    runner_key = "claude-off"
    outcome = "model_unavailable"


class RequestRejected(ClaudeFailure):
    """The API does not take the request as it is (400, 413, 422): a fault in RunCoach or its settings."""

    kind = "configuration"
    runner_key = "claude-request-rejected"
    outcome = "rejected"


class SwitchedOff(ClaudeFailure):
    """No key is set, or the check at start-up found the models unusable."""

    kind = "configuration"
    runner_key = "claude-off"
    outcome = "off"
