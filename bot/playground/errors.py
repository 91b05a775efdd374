"""Refusals of the Bot API, with the status and the wording Telegram uses."""


class Refused(Exception):
    """A request Telegram would refuse: `code` is the HTTP status, `retry_after_s` comes with 429 only."""

    def __init__(self, code: int, description: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after_s = retry_after_s

    def as_answer(self) -> dict[str, object]:
        """The JSON body of the answer."""
        answer: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after_s is not None:
            answer["parameters"] = {"retry_after": self.retry_after_s}
        return answer


def bad_request(reason: str) -> Refused:
    """400 with Telegram's prefix."""
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """403 with Telegram's prefix."""
    return Refused(403, f"Forbidden: {reason}")


def too_many_requests(retry_after_s: int) -> Refused:
    """429 with the number of whole seconds to wait."""
    return Refused(429, f"Too Many Requests: retry after {retry_after_s}", retry_after_s=retry_after_s)
