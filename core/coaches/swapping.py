"""Another movement in place of one: the rack is taken, or it hurts."""

from dataclasses import replace
from typing import Literal

from core.athlete import Level
from core.catalogue.exercise import Equipment, Exercise, Site
from core.catalogue.reading import exercise
from core.catalogue.selecting import substitute
from core.coaches.equipment import everywhere
from core.coaches.force.progress import BAR_STEP_KG, HAND_STEP_KG
from core.coaches.phrase import Phrase
from core.coaches.replying import LOADED
from core.coaches.session import Item, Load

Reason = Literal["equipment", "pain"]
IN_HANDS: frozenset[Equipment] = frozenset({"dumbbell", "kettlebell"})
FIRST_BAR_KG, FIRST_HAND_KG, FIRST_OTHER_KG = (20.0, 40.0, 60.0), (8.0, 12.0, 16.0), (5.0, 10.0, 20.0)
"""Loads to begin with where none is known: an empty bar and what is usual in a room."""
USUAL_AMOUNT = {"reps": 10.0, "seconds": 30.0, "metres": 20.0, "minutes": 2.0, "calories": 10.0}


def stand_in(
    key: str, reason: Reason, equipment: frozenset[Equipment], level: Level, hurt: frozenset[Site]
) -> Exercise | None:
    """The nearest movement without what is missing, or that spares what the movement loads; None without one.

    Pain during a movement that loads no site of the catalogue leads to an easier one of its ladder.
    """
    known = exercise(key)
    if reason == "equipment":
        left = (equipment - known.equipment) | everywhere()
        return substitute(known, left, level, hurt)
    spared = hurt | known.contraindications
    found = substitute(known, equipment, level, spared)
    if known.contraindications:
        return found
    easier = (exercise(one) for one in known.regressions)
    return next((one for one in easier if one.fits(equipment, level, hurt)), None)


def in_place_of(item: Item, key: str) -> Item:
    """The item with another movement: as many sets, its effort, an amount of the new one's measure."""
    known = exercise(key)
    is_same = known.measure == item.measure
    load = Load(bodyweight=not known.equipment & LOADED, rpe=item.load.rpe, zone=item.load.zone)
    return replace(
        item,
        exercise=key,
        measure=known.measure,
        amount=item.amount if is_same else USUAL_AMOUNT[known.measure],
        amount_most=item.amount_most if is_same else None,
        per_side=known.unilateral,
        load=load,
        tempo=item.tempo if is_same else "",
        seconds_each=None,
        note=Phrase(),
    )


def is_loaded(key: str) -> bool:
    """Whether a movement is done with a weight."""
    return bool(exercise(key).equipment & LOADED)


def load_step_kg(key: str) -> float:
    """By how much the load of a movement changes."""
    return HAND_STEP_KG if exercise(key).equipment & IN_HANDS else BAR_STEP_KG


def first_loads_kg(key: str) -> tuple[float, ...]:
    """Loads to choose from where none is known."""
    needs = exercise(key).equipment
    if needs & IN_HANDS:
        return FIRST_HAND_KG
    return FIRST_BAR_KG if needs & {"barbell", "trap-bar", "sled"} else FIRST_OTHER_KG
