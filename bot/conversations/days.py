"""Which day it is for a runner."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.turn import Turn
from core.athlete import Language
from storage.runners import Runner

# Where most runners of each language are; /settings changes it.
DEFAULT_TIME_ZONES: dict[Language, str] = {"fr": "Europe/Paris", "en": "Europe/London"}


def time_zone_of(runner: Runner) -> str:
    """The runner's IANA time zone, chosen or likely."""
    return runner.time_zone or DEFAULT_TIME_ZONES[runner.language]


def today_of(turn: Turn) -> date:
    """The runner's own date at the instant of this turn."""
    return turn.now.astimezone(ZoneInfo(time_zone_of(turn.runner))).date()
