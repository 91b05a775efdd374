"""Which time zone a runner lives in."""

from core.places import guess_zone
from storage.runners import Runner


def time_zone_of(runner: Runner) -> str:
    """The zone chosen, else the one that goes with the language of the runner's Telegram."""
    return runner.time_zone or guess_zone(runner.telegram_language)
