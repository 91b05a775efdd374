"""Advice for the whole plan: food, recovery, head; fitted to the goal, the race and the runner."""

from collections.abc import Iterable

from core.athlete import Level
from core.program.exchange import Tips
from core.program.phrasing import phrases
from core.program.situation import Situation

LONG_DISTANCES = frozenset({"semi-marathon", "marathon", "ultra"})


def tips_for(situation: Situation) -> Tips:
    """Three to five tips of each kind at most."""
    words = phrases(situation.language)

    def told(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(words(f"tip-{name}") for name in names)

    return Tips(
        nutrition=told(_nutrition(situation)),
        recovery=told(_recovery(situation)),
        mental=told(_mental(situation)),
    )


def _nutrition(situation: Situation) -> list[str]:
    names = ["nutrition-daily"]
    names.append("nutrition-long" if situation.distance in LONG_DISTANCES else "nutrition-short")
    if situation.ends_with_race:
        # Under an hour and a half of effort, the usual meals fill the stores: there is nothing to load.
        names.append("nutrition-race" if situation.distance in LONG_DISTANCES else "nutrition-race-short")
    if situation.is_ultra:
        names.append("nutrition-ultra")
    if situation.is_hot:
        names.append("nutrition-heat")
    return names


def _recovery(situation: Situation) -> list[str]:
    names = ["recovery-sleep", "recovery-easy", "recovery-rest", "recovery-strength"]
    if situation.is_trail:
        names += ["recovery-descents", "recovery-proprioception"]
    if situation.injuries:
        names.append("recovery-injury")
    return names


def _mental(situation: Situation) -> list[str]:
    names = ["mental-beginner" if situation.level is Level.BEGINNER else "mental-chunks"]
    names.append("mental-pacing" if situation.ends_with_race else "mental-patience")
    if situation.distance == "marathon":
        names.append("mental-marathon")
    if situation.is_ultra:
        names.append("mental-ultra")
    if situation.is_trail:
        names.append("mental-trail")
    return names
