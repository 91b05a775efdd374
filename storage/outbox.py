"""Messages to send: appended in the transaction that decided them, sent afterwards."""

from enum import IntEnum
from typing import Literal


class Lane(IntEnum):
    """Who goes first when Telegram's limits bite; a smaller lane overtakes."""

    REPLY = 0
    PLAN_READY = 1
    CHECK_IN = 2
    WEEKLY = 3


OnDoubt = Literal["hold", "resend"]
"""What happens to a message of which nobody knows whether it arrived: kept aside, or sent again."""
