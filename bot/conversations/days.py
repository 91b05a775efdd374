"""Which day it is for a runner."""

from datetime import date

from bot.turn import Turn
from bot.zones import time_zone_of
from core.clock import local_date

__all__ = ["time_zone_of", "today_of"]


def today_of(turn: Turn) -> date:
    """The runner's own date at the instant of this turn."""
    return local_date(time_zone_of(turn.runner), turn.now)
