"""How many runners there may be so that nearly everybody is asked in time."""

from dataclasses import replace

from bot.rhythms import CHECK_IN
from scripts.simulation.week import Setup, simulate

IN_TIME_S = 15 * 60
NEARLY_ALL = 0.99
STEPS = 7


def most_in_time(setup: Setup, at_most: int) -> int:
    """The largest crowd, to two figures, of whom 99 % have the morning question within 15 minutes."""
    enough, too_many = 0, at_most
    for _ in range(STEPS):
        tried = (enough + too_many) // 2
        week = simulate(replace(setup, runners=tried))
        mornings = week.delays[CHECK_IN]
        asked_in_time = mornings.quantile(NEARLY_ALL) <= IN_TIME_S and not mornings.expired
        enough, too_many = (tried, too_many) if asked_in_time else (enough, tried)
    scale = 10 ** max(len(str(enough)) - 2, 0)
    return enough // scale * scale
