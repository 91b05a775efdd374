"""Which day it is for a runner."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.turn import Turn

DEFAULT_TIME_ZONE = "Europe/Paris"  # most runners are French; /settings changes it


def today_of(turn: Turn) -> date:
    """The runner's own date at the instant of this turn."""
    return turn.now.astimezone(ZoneInfo(turn.runner.time_zone or DEFAULT_TIME_ZONE)).date()
