"""Logs: events with figures, never a message's text, never a token or a key."""

import logging
import re
import sys
from contextlib import suppress
from typing import TextIO

import structlog

# A bot token: its number, a colon, its secret (also percent-encoded, as in file addresses).
TOKEN = re.compile(r"(?<!\d)\d{5,12}(?::|%3A)[A-Za-z0-9_-]{30,}")
# A key of the Claude API.
KEY = re.compile(r"sk-ant-[A-Za-z0-9_-]+")
REDACTED = "<token>"
REDACTED_KEY = "<key>"
TALKATIVE = (
    "httpx", "httpcore", "httpx2", "httpcore2", "aiosqlite", "alembic", "apscheduler", "matplotlib",
)  # fmt: skip


class RedactTokens(logging.Formatter):
    """Formats through another formatter and takes every token and key out of the result."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._inner.format(record))


class DiscreetHandler(logging.StreamHandler[TextIO]):
    """Writes lines; of one that cannot be written it says so, where Python would print its arguments."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # Python's name
        with suppress(OSError, ValueError):
            self.stream.write(f"a line of {record.name} could not be written to the log\n")


def redact(text: str) -> str:
    """The text without bot tokens and API keys."""
    return KEY.sub(REDACTED_KEY, TOKEN.sub(REDACTED, text))


def configure_logs(level: int = logging.INFO) -> None:
    """Send structlog's and the libraries' events to stderr, a line each; calling it again changes nothing."""
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    # Plain tracebacks: the richer ones print the values of variables, which hold what runners wrote.
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    handler = DiscreetHandler(sys.stderr)
    handler.setFormatter(
        RedactTokens(
            structlog.stdlib.ProcessorFormatter(
                foreign_pre_chain=shared,
                processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            )
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for library in ("telegram", "anthropic"):  # below, they print every message
        logging.getLogger(library).setLevel(max(level, logging.INFO))
    for talkative in TALKATIVE:  # httpx prints addresses with the token
        logging.getLogger(talkative).setLevel(max(level, logging.WARNING))
