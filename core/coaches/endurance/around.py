"""How an endurance session begins and ends: on its own machine, then a few drills or stretches."""

from core.catalogue.reading import exercise
from core.coaches.endurance.menu import Machine, menu
from core.coaches.endurance.zones import load_in
from core.coaches.opening import cool_down
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item
from core.coaches.timing import CHANGE_S

WARM_UP_SHARE, WARM_UP_QUALITY_MIN, WARM_UP_EASY_MIN = 0.22, (4.0, 15.0), (3.0, 8.0)
COOL_DOWN_SHARE, COOL_DOWN_MIN = 0.1, (2.0, 8.0)
DRILLS = ("leg-swing", "ankle-rock", "a-skip", "hip-circle", "butt-kick")
DRILLS_FROM_MIN, DRILL_COUNT = 40, 2
DRILL_REPS, DRILL_M, DRILL_S_PER_M = 8, 20, 0.6


def warmed(request: SessionRequest, machine: Machine, *, is_quality: bool) -> Block:
    """Easy minutes on the machine, and drills before hard running."""
    bounds = WARM_UP_QUALITY_MIN if is_quality else WARM_UP_EASY_MIN
    minutes = min(max(WARM_UP_SHARE * request.minutes, bounds[0]), bounds[1])
    key = fitting(menu().machine[machine].steady, request)[0]
    first = Item(key, round(2 * minutes) / 2, "minutes", load=load_in("recovery", key, request))
    drills = _drills(request) if is_quality and machine == "run" else ()
    return Block("warm_up", "circuit", (first, *drills))


def cooled(request: SessionRequest, machine: Machine) -> Block:
    """Very easy minutes on the machine, then stretches."""
    minutes = min(max(COOL_DOWN_SHARE * request.minutes, COOL_DOWN_MIN[0]), COOL_DOWN_MIN[1])
    stretches = cool_down(request, minutes * 30 + CHANGE_S + 60, "run").items[1:2]
    key = fitting(menu().machine[machine].steady, request)[0]
    easy = Item(key, max(round(minutes), 1), "minutes", load=load_in("recovery", key, request))
    return Block("cool_down", "circuit", (easy, *stretches))


def _drills(request: SessionRequest) -> tuple[Item, ...]:
    if request.minutes < DRILLS_FROM_MIN:
        return ()
    keys = rotated(fitting(DRILLS, request), request.rotation)[:DRILL_COUNT]
    return tuple(_drill(key) for key in keys)


def _drill(key: str) -> Item:
    known = exercise(key)
    amount = DRILL_M if known.measure == "metres" else DRILL_REPS
    each = DRILL_S_PER_M if known.measure == "metres" else None
    return Item(key, amount, known.measure, per_side=known.unilateral, load=BODYWEIGHT, seconds_each=each)
