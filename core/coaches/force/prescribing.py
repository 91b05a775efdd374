"""From a movement and a scheme to a prescription: repetitions, load, rest, and the sets that lead up."""

from collections.abc import Iterator

from core.athlete import Level
from core.catalogue.exercise import Equipment
from core.catalogue.reading import exercise
from core.coaches.force.menu import Scheme
from core.coaches.force.prilepin import is_bar
from core.coaches.force.progress import (
    BAR_STEP_KG,
    HAND_STEP_KG,
    Progress,
    by_effort,
    double_progression,
    rounded_down,
)
from core.coaches.one_rep_max import one_rep_max_kg, percent_for, record_kg
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import SessionRequest
from core.coaches.session import Item, Load

REST_BY_PERCENT = ((90.0, 240.0), (80.0, 180.0), (70.0, 150.0), (0.0, 120.0))
"""Seconds of rest from a percentage of the maximum on: strength 3 to 5 minutes, less below."""
HANDS: frozenset[Equipment] = frozenset({"dumbbell", "kettlebell"})
ONE_IN_HAND = frozenset(
    ("goblet-squat", "kettlebell-goblet-squat", "dumbbell-row", "half-kneeling-press", "suitcase-carry",
     "kettlebell-deadlift", "dumbbell-calf-raise", "kettlebell-swing", "dumbbell-snatch", "landmine-press")
)  # fmt: skip
HOLD_S = {Level.BEGINNER: 20.0, Level.INTERMEDIATE: 30.0, Level.ADVANCED: 40.0}
CARRY_M = 30.0
FEW_REPS = {
    "nordic-curl": (3, 6),
    "copenhagen-plank": (6, 8),
    "negative-pull-up": (3, 5),
    "band-pull-up": (4, 8),
    "pull-up": (4, 8),
    "chin-up": (4, 8),
    "dip": (5, 10),
    "pike-push-up": (5, 10),
}
"""Movements so hard that the range of any scheme would be too long."""
# Sets that lead up to the work: share of its load and repetitions.
RAMP_LONG = ((0.5, 5), (0.7, 3), (0.85, 2))
RAMP_SHORT = ((0.6, 5), (0.8, 3))
BODY_REST_S = 90.0
"""Without a load nothing is so heavy that it needs a longer rest."""
RAMP_REST_S, LIGHT_RAMP_RPE, LIGHT_RAMP_REPS = 60.0, 4.0, 8
RAMP_RPE = 6.0
RAMP_LONG_FROM_MIN = 40
RAMP_FROM_PERCENT = 60.0


def prescribed(key: str, scheme: Scheme, request: SessionRequest) -> Item:
    """The item of a movement in a scheme for this runner."""
    if is_bar(key):
        return _bar(key, scheme, request)
    known = exercise(key)
    load, note = _free_load(key, scheme, request)
    amount, most = map(float, FEW_REPS.get(key, scheme.range))
    if known.measure == "seconds":
        amount = most = HOLD_S[request.level]
    elif known.measure == "metres":
        amount = most = CARRY_M
    return Item(
        key,
        amount,
        known.measure,
        sets=scheme.sets,
        amount_most=most if most > amount else None,
        per_side=known.unilateral,
        load=load,
        rest_s=min(scheme.rest_s, BODY_REST_S) if load.bodyweight else scheme.rest_s,
        tempo=scheme.tempo if known.measure == "reps" else "",
        note=note,
    )


def ramp(item: Item, request: SessionRequest) -> Iterator[Item]:
    """The lighter sets before the first heavy movement, each with its load."""
    percent = item.load.percent_1rm
    if percent is None:
        if not item.load.bodyweight and item.measure == "reps":
            light = Load(rpe=LIGHT_RAMP_RPE)
            yield Item(
                item.exercise, LIGHT_RAMP_REPS, "reps", per_side=item.per_side, load=light,
                rest_s=RAMP_REST_S, ramp=True,
            )  # fmt: skip
        return
    if percent < RAMP_FROM_PERCENT:
        return
    for share, reps in RAMP_LONG if request.minutes >= RAMP_LONG_FROM_MIN else RAMP_SHORT:
        kg = rounded_down(item.load.kg * share, BAR_STEP_KG) if item.load.kg else None
        # A share of a maximum that nobody knows helps nobody: then the lighter sets go by effort, too.
        light = Load(percent_1rm=round(percent * share), kg=kg) if kg else Load(rpe=round(RAMP_RPE * share))
        yield Item(item.exercise, reps, "reps", load=light, rest_s=RAMP_REST_S, ramp=True)


def rest_for(percent: float) -> float:
    """Seconds of rest after a set at this percentage of the maximum."""
    return next(rest for least, rest in REST_BY_PERCENT if percent >= least)


def _bar(key: str, scheme: Scheme, request: SessionRequest) -> Item:
    reps, rpe = scheme.reps_at(request.level), scheme.rpe_at(request.level)
    percent = scheme.percent or percent_for(reps, rpe)
    kg, note = _bar_kg(key, percent, request)
    load = Load(percent_1rm=round(percent), kg=kg, rpe=rpe)
    rest_s = scheme.rest_s if scheme.percent else max(rest_for(percent), scheme.rest_s)
    return Item(
        key, reps, "reps", sets=scheme.sets, load=load, rest_s=rest_s, tempo=scheme.tempo, note=note
    )  # fmt: skip


def _bar_kg(key: str, percent: float, request: SessionRequest) -> tuple[float | None, Phrase]:
    known = one_rep_max_kg(key, request.history)
    progress = by_effort(request.history.last_sets(key), percent)
    if progress is not None:
        ceiling = record_kg(key, request.history) or progress.kg
        return min(progress.kg, ceiling), _told(progress)
    if known is not None:
        return rounded_down(known * percent / 100, BAR_STEP_KG), Phrase()
    return None, Phrase()


def _free_load(key: str, scheme: Scheme, request: SessionRequest) -> tuple[Load, Phrase]:
    needs = exercise(key).equipment
    rpe = scheme.rpe_at(request.level)
    if not needs & HANDS:
        return Load(bodyweight=not needs & {"band", "medicine-ball", "weight-vest"}, rpe=rpe), Phrase()
    each = key not in ONE_IN_HAND
    progress = double_progression(request.history.last_sets(key), *scheme.range, HAND_STEP_KG)
    if progress is None:
        return Load(rpe=rpe, each=each), Phrase()
    record = record_kg(key, request.history)
    kg = progress.kg if record is None else min(progress.kg, record)
    return Load(kg=kg, each=each, rpe=rpe), _told(progress)


def _told(progress: Progress) -> Phrase:
    return phrase(f"coaches-force-load-{progress.move}", kg=progress.kg)
