"""The parts of a session in their order: skill, strength, endurance, trunk."""

from math import ceil

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches.calisthenics.skills import RANK, Skill, Standing, last_amount
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item, Load, Role
from core.coaches.timing import block_s, round_s

TENSION_S = {Level.BEGINNER: 40.0, Level.INTERMEDIATE: 50.0, Level.ADVANCED: 60.0}
"""Total time under tension of a hold in a session, in seconds: enough to learn, fresh to the last set."""
FIRST_HOLD_S = (8.0, 10.0, 10.0)
OF_THE_BEST = 0.7
"""A working set is this share of what was repeatable."""
SHORTEST_HOLD_S, LONGEST_HOLD_S = 5.0, 30.0
SETS = (3, 6)
FIRST_REPS, FIRST_REPS_LIGHT, LIGHT_GATE = 5.0, 10.0, 12
"""Repetitions of the first time; more of a movement whose gate stands at twelve or more."""
SKILL_REST_S, EASY_REST_S = 120.0, 90.0
SKILL_REP_S, SUPPORT_REP_S, ENDURANCE_REP_S = 4.0, 3.5, 2.5
SUPPORT_REPS, SUPPORT_HOLD_S = (6.0, 8.0, 8.0), 20.0
SUPPORT_ROUNDS = (2, 5)
ENDURANCE_REPS, ENDURANCE_REST_S, ENDURANCE_ROUNDS = (8.0, 10.0, 12.0), 45.0, (2, 5)
TRUNK_HOLD_S, TRUNK_REPS, TRUNK_REST_S, TRUNK_ROUNDS = (20.0, 25.0, 30.0), 10.0, 30.0, (2, 4)
ANYONE = ("push-up", "knee-push-up", "split-squat", "single-leg-glute-bridge", "glute-bridge", "bird-dog")
"""Strength where neither bar nor rings are at hand or something hurts."""
PUSHES = ("push-up", "incline-push-up", "knee-push-up", "wall-push-up", "plank-shoulder-tap")
PULLS = (
    "ring-row", "inverted-row", "band-row", "dumbbell-row", "scapular-pull-up", "prone-w-raise",
)  # fmt: skip
ONE_LEG = (
    "cossack-squat",
    "split-squat",
    "single-leg-glute-bridge",
    "reverse-lunge",
    "step-up",
    "glute-bridge",
    "clamshell",
    "side-lying-leg-raise",
)
LEGS = ("walking-lunge", "bodyweight-squat", "step-up", "glute-bridge")
TRUNK = ("hollow-hold", "dead-bug", "side-plank", "plank", "bird-dog")
READY_REPS, READY_REP_S = 15.0, 2.0
EASY_PUSH, FULL_PUSH = "knee-push-up", "push-up"
HELD, HELD_RPE = frozenset({"band", "dumbbell"}), 7.0
WRISTS = ("wrist-circle", "wrist-rock")
SHOULDERS = ("shoulder-dislocate", "wall-slide", "thoracic-rotation")


def readying(skill: Skill, request: SessionRequest, *, wrists: bool = False) -> tuple[Item, ...]:
    """Wrists before weight on the hands, shoulders before they extend: for the end of the warm-up."""
    on_hands = wrists or skill.wrists
    wanted = (WRISTS if on_hands else ()) + (SHOULDERS[:2] if skill.shoulder_extension else ())
    how = phrase("coaches-calisthenics-how-wrists" if on_hands else "coaches-calisthenics-how-shoulders")
    return tuple(
        Item(
            one,
            READY_REPS,
            "reps",
            load=BODYWEIGHT,
            seconds_each=READY_REP_S,
            note=Phrase() if place else how,
        )
        for place, one in enumerate(fitting(wanted, request))
    )


def skill_part(skill: Skill, step: str, request: SessionRequest, seconds: float) -> Block:
    """The current step, fresh: holds by total time under tension, repetitions well short of failure."""
    hold = exercise(step).measure == "seconds"
    amount = _hold_s(skill, step, request) if hold else _reps(skill, step, request)
    sets = ceil(TENSION_S[request.level] / amount) if hold else SETS[1] - 1
    rest_s = SKILL_REST_S if RANK[exercise(step).level] else EASY_REST_S
    for fewer in range(min(max(sets, SETS[0]), SETS[1]), SETS[0] - 1, -1):
        block = _skill_block(step, amount, fewer, rest_s)
        if block_s(block) <= seconds or fewer == SETS[0]:
            return block
    return _skill_block(step, amount, SETS[0], rest_s)


def strength_part(now: Standing, request: SessionRequest, seconds: float) -> Block | None:
    """Two movements behind the skill, in turn; None without the time for two rounds."""
    shut = now.shut | {now.step}
    behind = (
        *rotated(fitting(now.skill.support, request), request.rotation),
        *fitting((*PUSHES[:3], *PULLS), request),
        *_anyone(request),
    )
    ids = _unlike([one for one in dict.fromkeys(_suited(behind, request)) if one not in shut])[:2]
    items = tuple(_support_item(one, request) for one in ids)
    return _rounds(items, seconds, EASY_REST_S, SUPPORT_ROUNDS, "strength")


def legs_part(request: SessionRequest, seconds: float, busy: frozenset[str]) -> Block | None:
    """Legs in a long session: one-legged, since nothing but the body loads them."""
    ids = [one for one in rotated(fitting(ONE_LEG, request), request.rotation) if one not in busy][:2]
    items = tuple(_support_item(one, request) for one in ids)
    return _rounds(items, seconds, EASY_REST_S, SUPPORT_ROUNDS, "legs")


def endurance_part(request: SessionRequest, seconds: float, busy: frozenset[str]) -> Block | None:
    """Easy movements in a row: push, pull, legs."""
    picks = (
        next((one for one in _in_turn(row, request) if one not in busy), None)
        for row in (PUSHES, PULLS, LEGS)
    )
    items = tuple(_endurance_item(one, request) for one in picks if one)
    return _rounds(items, seconds, ENDURANCE_REST_S, ENDURANCE_ROUNDS, "endurance")


def _in_turn(row: tuple[str, ...], request: SessionRequest) -> tuple[str, ...]:
    """The first three of a row that fit, beginning with another one each session."""
    return rotated(_suited(fitting(row, request), request)[:3], request.rotation)


def _suited(ids: tuple[str, ...], request: SessionRequest) -> tuple[str, ...]:
    """Push-ups on the knees for a beginner who has not outgrown them."""
    outgrown = request.level != Level.BEGINNER or EASY_PUSH in request.history.mastered
    if outgrown or FULL_PUSH not in ids or not fitting((EASY_PUSH,), request):
        return ids
    return tuple(dict.fromkeys(EASY_PUSH if one == FULL_PUSH else one for one in ids))


def trunk_part(skill: Skill, request: SessionRequest, seconds: float, busy: frozenset[str]) -> Block | None:
    """Trunk last: never tired before a skill that hangs on it."""
    ids = dict.fromkeys((*fitting(skill.core, request), *rotated(fitting(TRUNK, request), request.rotation)))
    items = tuple(_trunk_item(one, request) for one in [one for one in ids if one not in busy][:2])
    return _rounds(items, seconds, TRUNK_REST_S, TRUNK_ROUNDS, "trunk", role_main=False)


def _anyone(request: SessionRequest) -> tuple[str, ...]:
    """Strength for anyone, the push-up on the knees for those who need it."""
    fit = fitting(ANYONE, request)
    stronger = request.level != Level.BEGINNER and "push-up" in fit
    return rotated(tuple(one for one in fit if not (stronger and one == "knee-push-up")), request.rotation)


def _skill_block(step: str, amount: float, sets: int, rest_s: float) -> Block:
    measure = exercise(step).measure
    each_s = 1.0 if measure == "seconds" else max(SKILL_REP_S, exercise(step).seconds_each)
    sided = exercise(step).unilateral
    item = Item(
        step, amount, measure, sets, per_side=sided, load=_load(step), rest_s=rest_s, seconds_each=each_s
    )
    how = (
        phrase("coaches-calisthenics-how-hold", tension=sets * amount)
        if measure == "seconds"
        else phrase("coaches-calisthenics-how-skill")
    )
    return Block("main", "sets", (item,), title=phrase("coaches-calisthenics-part-skill"), how=how)


def _hold_s(skill: Skill, step: str, request: SessionRequest) -> float:
    """A working hold: a share of what was repeatable, else a first guess by level and gate."""
    done = last_amount(step, request.history)
    gate = skill.gate(step).amount
    guess = FIRST_HOLD_S[RANK[request.level]] if gate <= 15 else gate / 3
    wanted = guess if done is None else max(OF_THE_BEST * done, SHORTEST_HOLD_S)
    return float(round(min(max(wanted, SHORTEST_HOLD_S), LONGEST_HOLD_S)))


def _reps(skill: Skill, step: str, request: SessionRequest) -> float:
    """One more than was repeatable, up to the gate; a first guess well under it."""
    done = last_amount(step, request.history)
    gate = skill.gate(step)
    first = FIRST_REPS
    if gate.amount >= LIGHT_GATE:
        first = FIRST_REPS_LIGHT
    elif exercise(step).unilateral or gate.amount < 5:
        first = 3.0
    return float(min(first if done is None else max(round(done) + 1, 1), max(gate.amount, 3)))


def _support_item(one: str, request: SessionRequest) -> Item:
    known = exercise(one)
    hold = known.measure == "seconds"
    amount = SUPPORT_HOLD_S if hold else SUPPORT_REPS[RANK[request.level]]
    each_s = 1.0 if hold else SUPPORT_REP_S
    return Item(one, amount, known.measure, per_side=known.unilateral, load=_load(one), seconds_each=each_s)


def _endurance_item(one: str, request: SessionRequest) -> Item:
    known = exercise(one)
    hold = known.measure == "seconds"
    amount = SUPPORT_HOLD_S if hold else ENDURANCE_REPS[RANK[request.level]]
    each_s = 1.0 if hold else ENDURANCE_REP_S
    return Item(one, amount, known.measure, per_side=known.unilateral, load=_load(one), seconds_each=each_s)


def _trunk_item(one: str, request: SessionRequest) -> Item:
    known = exercise(one)
    hold = known.measure == "seconds"
    amount = TRUNK_HOLD_S[RANK[request.level]] if hold else TRUNK_REPS
    each_s = 1.0 if hold else SUPPORT_REP_S
    return Item(one, amount, known.measure, per_side=known.unilateral, load=_load(one), seconds_each=each_s)


def _load(key: str) -> Load:
    """By effort where a band or a dumbbell is held, else the body."""
    return Load(rpe=HELD_RPE) if exercise(key).equipment & HELD else BODYWEIGHT


def _rounds(
    items: tuple[Item, ...],
    seconds: float,
    rest_s: float,
    bounds: tuple[int, int],
    part: str,
    *,
    role_main: bool = True,
) -> Block | None:
    """The row as often as the seconds hold; None for less than the least rounds."""
    if not items:
        return None
    role: Role = "main" if role_main else "accessory"
    title, how = _words(part)
    block = Block(
        role, "superset" if len(items) == 2 else "circuit", items, rest_s=rest_s, title=title, how=how
    )
    rounds = int((seconds + rest_s) // (round_s(block) + rest_s))
    if rounds < bounds[0]:
        return None
    return Block(role, block.format, items, min(rounds, bounds[1]), rest_s, title=title, how=how)


def _words(part: str) -> tuple[Phrase, Phrase]:
    return phrase(f"coaches-calisthenics-part-{part}"), phrase(f"coaches-calisthenics-how-{part}")


def _unlike(ids: list[str]) -> list[str]:
    """Movements of different patterns, in their order."""
    seen: dict[str, str] = {}
    for one in ids:
        seen.setdefault(exercise(one).pattern, one)
    return list(seen.values())
