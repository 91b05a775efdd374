"""What an error of a coach means for its job."""

from datetime import timedelta
from enum import Enum
from zlib import crc32

from bot.claude.failures import (
    ClaudeFailure,
    DailyBudgetExhausted,
    KeyRefused,
    ModelUnavailable,
    RunnerBudgetExhausted,
    SwitchedOff,
)
from storage.queue import ClaimedJob

FIRST_RETRY_S = 20.0  # after an unusable answer; doubled each time


class Course(Enum):
    """WAIT: as before, later; CATALOGUE: without Claude, now; AGAIN: an attempt is spent."""

    WAIT = "wait"
    CATALOGUE = "catalogue"
    AGAIN = "again"


# The day's money is spent or there is no key: what the catalogues know is worth more today than Claude's
# words tomorrow.
WITHOUT_CLAUDE = (SwitchedOff, RunnerBudgetExhausted, DailyBudgetExhausted)
# The owner has to act; until then nothing is lost.
FOR_THE_OWNER = (KeyRefused, ModelUnavailable)


def course_after(error: Exception) -> Course:
    """Where a job goes from here."""
    if isinstance(error, WITHOUT_CLAUDE):
        return Course.CATALOGUE
    if isinstance(error, FOR_THE_OWNER):
        return Course.WAIT
    if isinstance(error, ClaudeFailure) and error.kind in ("outage", "limit"):
        return Course.WAIT
    return Course.AGAIN


def retry_after(claimed: ClaimedJob) -> timedelta:
    """How long an unusable answer is waited after: doubled each time, and not the same for every job."""
    spread = crc32(f"{claimed.id}:{claimed.attempts}".encode()) % 1000 / 1000
    return timedelta(seconds=FIRST_RETRY_S * 2**claimed.attempts * (0.5 + spread))
