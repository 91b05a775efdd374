"""On which runs of a week strength for runners is added."""

from functools import lru_cache

from core.athlete import Language, Level
from core.program.exchange import StrengthSupplement
from core.program.prescription import RunWeek
from core.program.situation import Situation
from core.program.strength import Focus, focus_of, supplement
from core.program.structure import Run

TIMES_A_WEEK, TIMES_IN_TAPER = 2, 1
FREE_DAYS_BEFORE_RACE = 2
"""None in the 48 hours before the race."""
NEVER_ON = frozenset({"long", "second", "race", "test", "eve"})


def strength_by_day(
    situation: Situation, week: RunWeek, race_order: int | None
) -> dict[int, StrengthSupplement]:
    """The supplement by day (counted from the Monday of week 1): twice a week, once in a taper."""
    roles = {run.slot.order: run.slot.role for run in week.runs}
    fitting = [
        run
        for run in week.runs
        if run.slot.role not in NEVER_ON
        and (race_order is None or race_order - run.slot.order > FREE_DAYS_BEFORE_RACE)
    ]

    def unfit(run: Run) -> tuple[bool, bool, int]:
        next_role = roles.get(run.slot.order + 1)
        return next_role in {"long", "hard", "race", "test"}, run.slot.role == "recovery", run.slot.order

    times = TIMES_IN_TAPER if week.frame.role in {"taper", "race"} else TIMES_A_WEEK
    phase = week.frame.role if week.frame.role != "load" else week.frame.phase
    focus = focus_of(situation.injuries, trail=situation.is_trail, first=situation.starts_with_run_walk)
    added = _supplement(focus, situation.level, phase, situation.language)
    return {run.slot.order: added for run in sorted(fitting, key=unfit)[:times]}


@lru_cache(maxsize=512)
def _supplement(focus: Focus, level: Level, phase: str, language: Language) -> StrengthSupplement:
    return supplement(focus, level, phase, language)
