"""Instants as files write them: ISO 8601, in UTC unless they say otherwise."""

import math
from datetime import UTC, datetime

NO_INSTANT = math.nan
# No recording is older than satellite navigation for everybody, and none comes from another century.
EARLIEST_S = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
LATEST_S = datetime(2100, 1, 1, tzinfo=UTC).timestamp()


def epoch_s(text: str) -> float:
    """Seconds since 1970; NaN for what is no instant of 1990 to 2099."""
    try:
        read = datetime.fromisoformat(text.strip())
        instant_s = (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return NO_INSTANT
    return instant_s if EARLIEST_S <= instant_s < LATEST_S else NO_INSTANT
