"""The next load from the last one: effort decides for the bar, repetitions then load for everything else."""

from dataclasses import dataclass
from typing import Literal

from core.coaches.one_rep_max import RELIABLE_REPS, percent_for
from core.coaches.request import DoneSet

BAR_STEP_KG, HAND_STEP_KG = 2.5, 2.0
DOWN_SHARE = 0.95
TOO_HARD_RPE, EASY_ENOUGH_RPE = 9.5, 9.0
RISE_MOST_SHARE = 0.05
"""A load rises by at most this share, or one step, from one session to the next."""

Move = Literal["up", "same", "down"]


@dataclass(frozen=True, slots=True)
class Progress:
    """What to take next time, and why."""

    kg: float
    move: Move


def last_session(sets: tuple[DoneSet, ...]) -> tuple[DoneSet, ...]:
    """The newest sets that were done with one and the same load."""
    if not sets:
        return ()
    load = sets[0].load_kg
    count = next((place for place, one in enumerate(sets) if one.load_kg != load), len(sets))
    return sets[:count]


def double_progression(sets: tuple[DoneSet, ...], least: int, most: int, step_kg: float) -> Progress | None:
    """More repetitions up to `most`, then one step more load; less load under `least` or at the limit.

    None without a load to go by.
    """
    last = last_session(sets)
    if not last or last[0].load_kg is None:
        return None
    load = last[0].load_kg
    hardest = max((one.rpe for one in last if one.rpe is not None), default=None)
    if any(one.amount < least for one in last) or (hardest is not None and hardest > TOO_HARD_RPE):
        return Progress(rounded_down(load * DOWN_SHARE, step_kg), "down")
    if all(one.amount >= most for one in last) and (hardest is None or hardest <= EASY_ENOUGH_RPE):
        return Progress(load + step_kg, "up")
    return Progress(load, "same")


def by_effort(sets: tuple[DoneSet, ...], percent: float) -> Progress | None:
    """The bar for `percent` of what the last sets were worth; it rises by 5 % or one step at most.

    Both ways use the one curve, so that the same effort asks for the same load again. None without a short
    set to go by.
    """
    last = [one for one in last_session(sets) if one.load_kg and 1 <= one.amount <= RELIABLE_REPS]
    if not last:
        return None
    load = last[0].load_kg or 0.0
    worth = [100 * load / percent_for(one.amount, one.rpe) for one in last if one.rpe is not None]
    if not worth:
        return Progress(load, "same")
    wanted = rounded_down(min(worth) * percent / 100, BAR_STEP_KG)
    kg = min(wanted, max(load + BAR_STEP_KG, rounded_down(load * (1 + RISE_MOST_SHARE), BAR_STEP_KG)))
    return Progress(kg, "up" if kg > load else "same" if kg == load else "down")


def rounded_down(kg: float, step_kg: float) -> float:
    """The highest load of the steps that is not above `kg`; one step at least."""
    return max(int(kg / step_kg + 1e-9) * step_kg, step_kg)
