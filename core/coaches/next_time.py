"""What the next session of a coach will ask for, and why: said when one is finished."""

from collections.abc import Iterator

from core.coaches.force.prilepin import is_bar
from core.coaches.force.progress import HAND_STEP_KG, Progress, by_effort, double_progression
from core.coaches.one_rep_max import percent_for
from core.coaches.phrase import Phrase, phrase
from core.coaches.player import Player, done_sets
from core.coaches.request import DoneSet
from core.coaches.session import CoachSession, Item

LINES_AT_MOST = 3
MORE_FROM, LESS_FROM = 1.5, 1.0
"""Points of RPE under and over what was planned from which the next session changes."""
USUAL_RPE = 8.0


def next_time(session: CoachSession, player: Player, rpe: float) -> tuple[Phrase, ...]:
    """One line for each loaded movement of the work, at most three; else one for the whole session."""
    loads = tuple(_loads(session, player, rpe))[:LINES_AT_MOST]
    return loads or (_whole(session, rpe),)


def _loads(session: CoachSession, player: Player, rpe: float) -> Iterator[Phrase]:
    sets = done_sets(session, player, rpe)
    heavy = {item.exercise: item for item in session.items if not item.ramp}
    for key in dict.fromkeys(one.exercise for one in reversed(sets) if one.load_kg):
        own = tuple(one for one in sets if one.exercise == key)
        found = _progress(key, heavy.get(key), own)
        if found is not None:
            yield phrase(f"coaches-next-{found.move}", movement_exercise=key, kg=found.kg, rpe=rpe)


def _progress(key: str, item: Item | None, sets: tuple[DoneSet, ...]) -> Progress | None:
    """As the strength coach reckons when it is asked the next time."""
    if is_bar(key):
        least = item.amount if item else sets[0].amount
        effort = (item.load.rpe if item else None) or USUAL_RPE
        percent = (item.load.percent_1rm if item else None) or percent_for(least, effort)
        return by_effort(sets, percent)
    least = item.amount if item else sets[0].amount
    most = (item.amount_most if item else None) or least
    return double_progression(sets, round(least), round(most), HAND_STEP_KG)


def _whole(session: CoachSession, rpe: float) -> Phrase:
    over = rpe - session.rpe
    move = "more" if over <= -MORE_FROM else "less" if over >= LESS_FROM else "as-planned"
    return phrase(f"coaches-next-{move}", rpe=rpe, planned=session.rpe)
