"""What a workout on the clock keeps, whoever wrote it."""

from collections.abc import Iterator
from itertools import pairwise

from core.coaches.breach import Breach, breach
from core.coaches.functional.choosing import disturbs
from core.coaches.functional.formats import LONGEST_MIN
from core.coaches.functional.movements import RANK
from core.coaches.request import SessionRequest
from core.coaches.session import Block, CoachSession
from core.coaches.timing import set_s

EMOM_WORK_MOST_S = 50.0
"""Work in a minute, above which the minute has no rest left."""
CLOCKED = frozenset({"amrap", "emom", "for_time", "tabata", "chipper"})
CAPPED = frozenset({"for_time", "chipper"})
LONGEST_BENCHMARK_MIN = 75.0
TABATA_WORK_S, TABATA_REST_S, TABATA_SETS = 20.0, 10.0, 8
FREE_ROW = frozenset({"chipper"})


def find_interference(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Neighbours in a couplet or triplet that tire the same place; published benchmarks are as they are."""
    if session.focus == "benchmark":
        return
    for place, block in _clocked(session):
        keys = list(dict.fromkeys(item.exercise for item in block.items))
        if block.format in FREE_ROW or block.format == "tabata":
            continue
        for one, other in pairwise(keys):
            if disturbs(one, other):
                yield breach("functional_interference", place, other)


def find_minute(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """An EMOM whose minute is full: the movements take turns, one a minute."""
    for place, block in enumerate(session.blocks):
        if block.format == "emom" and session.focus != "benchmark":
            for item in block.items:
                if set_s(item) > EMOM_WORK_MOST_S:
                    yield breach("functional_minute", place, item.exercise, seconds=round(set_s(item)))


def find_cap(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Work for time without a cap, or on a clock longer than the level keeps up."""
    for place, block in _clocked(session):
        if block.format in CAPPED and block.minutes is None:
            yield breach("functional_cap", place)
        longest = _longest_min(session.focus, request)
        if block.minutes is not None and block.minutes > longest:
            yield breach("functional_long", place, length_min=block.minutes, longest_min=longest)


def find_tabata(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A Tabata is 8 times 20 s on and 10 s off, nothing else."""
    for place, block in enumerate(session.blocks):
        for item in block.items if block.format == "tabata" else ():
            if (item.sets, set_s(item), item.rest_s) != (TABATA_SETS, TABATA_WORK_S, TABATA_REST_S):
                yield breach("functional_tabata", place, item.exercise)


RULES = (find_interference, find_minute, find_cap, find_tabata)


def _clocked(session: CoachSession) -> Iterator[tuple[int, Block]]:
    return ((place, one) for place, one in enumerate(session.blocks) if one.format in CLOCKED)


def _longest_min(focus: str, request: SessionRequest) -> float:
    """The longest clock of a level with the cap's margin."""
    if focus == "benchmark" or focus not in LONGEST_MIN:
        return LONGEST_BENCHMARK_MIN
    return 1.25 * LONGEST_MIN[focus][RANK[request.level]] + 1
