"""The strength part before a workout: a lift or two, heavy enough to count and never to failure."""

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches.functional.movements import RANK, region
from core.coaches.phrase import phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item, Load
from core.coaches.timing import block_s

WEIGHTED = (
    "front-squat", "overhead-press", "conventional-deadlift", "bench-press", "barbell-row", "goblet-squat",
    "dumbbell-shoulder-press", "dumbbell-romanian-deadlift", "dumbbell-row", "kettlebell-goblet-squat",
    "kettlebell-deadlift",
)  # fmt: skip
BODY = (
    "split-squat", "push-up", "pull-up", "single-leg-glute-bridge", "pike-push-up", "inverted-row",
)  # fmt: skip
BODY_EASY = ("band-row", "knee-push-up", "glute-bridge", "dead-bug")
"""Only where nothing stronger fits."""
REPS, BODY_REPS = 5, 8
LIFT_RPE: dict[Level, float] = {Level.BEGINNER: 6.0, Level.INTERMEDIATE: 7.0, Level.ADVANCED: 8.0}
REST_S, BODY_REST_S = 120.0, 75.0
REP_S, BODY_REP_S = 4.0, 3.5
SETS = (3, 5)
SECOND_LIFT_FROM_S = 720.0


def strength_part(request: SessionRequest, seconds: float, around: tuple[str, ...]) -> Block | None:
    """One lift, or two where there is time, away from what the workout tires; None without time or a lift."""
    busy = {region(one) for one in around}
    lifts = rotated(_liftable(request), request.rotation)
    fresh = sorted((one for one in lifts if one not in around), key=lambda one: region(one) in busy)
    wanted = 2 if seconds >= SECOND_LIFT_FROM_S else 1
    picked = _apart(fresh)[:wanted]
    for least in range(SETS[1], SETS[0] - 1, -1):
        block = _block(picked, least, request)
        if picked and block_s(block) <= seconds:
            return block
    return None


def _liftable(request: SessionRequest) -> tuple[str, ...]:
    return fitting(WEIGHTED, request) or fitting(BODY, request) or fitting(BODY_EASY, request)


def _apart(lifts: list[str]) -> list[str]:
    """Lifts of different places, in their order."""
    seen: dict[str, str] = {}
    for one in lifts:
        seen.setdefault(region(one), one)
    return list(seen.values())


def _block(lifts: list[str], sets: int, request: SessionRequest) -> Block:
    return Block(
        "main",
        "sets",
        tuple(_item(one, sets, request) for one in lifts),
        title=phrase("coaches-functional-strength"),
        how=phrase(_how(lifts), reserve=10 - LIFT_RPE[request.level]),
    )


def _how(lifts: list[str]) -> str:
    weighted = any(one in WEIGHTED for one in lifts)
    return "coaches-functional-how-strength" if weighted else "coaches-functional-how-body"


def _item(one: str, sets: int, request: SessionRequest) -> Item:
    known = exercise(one)
    if one in WEIGHTED:
        load = Load(rpe=LIFT_RPE[request.level])
        sided = known.unilateral
        return Item(one, REPS, "reps", sets, per_side=sided, load=load, rest_s=REST_S, seconds_each=REP_S)
    amount = BODY_REPS + 2 * RANK[request.level]
    return Item(
        one,
        amount,
        "reps",
        sets,
        per_side=known.unilateral,
        load=BODYWEIGHT,
        rest_s=BODY_REST_S,
        seconds_each=BODY_REP_S,
    )
