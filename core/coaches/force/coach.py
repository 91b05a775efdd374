"""The strength coach: chooses the day, fills its slots, and gives every lift its numbers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from core.catalogue.exercise import Exercise, Pattern
from core.catalogue.reading import exercise
from core.coaches.checks import FRESH_LEGS_H, Rule
from core.coaches.coach import Coach
from core.coaches.extras import filled
from core.coaches.force.menu import Day, Scheme, menu
from core.coaches.force.prescribing import prescribed, ramp
from core.coaches.force.prilepin import find_volume, is_bar, sets_most
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer, OfferCode
from core.coaches.opening import Region, work_s
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Scaling, ScalingLevel
from core.coaches.sizing import sized
from core.coaches.timing import blocks_s

MAIN_KINDS = frozenset({"main", "second", "fast"})
MAIN_SHARE = 0.78
"""Of the time of the work, so much at most goes to the heavy movements before the supplements."""
SUPPLEMENT_ROUNDS, SUPPLEMENT_ROUNDS_MOST, SUPPLEMENTS_MOST = 3, 4, 4
SUPPLEMENT_ROWS_MOST = 2
SUPPLEMENT_REST_S = 45.0
SETS_TO_BEGIN_WITH, SETS_TO_BEGIN_SHORT, SHORT_MIN = 3, 2, 45
"""Movements are chosen with so many sets, fewer in a short session (minutes); time left makes it more."""
LEAST_MOVEMENTS = 2
RPE_BOUNDS = (5.0, 9.0)
"""The effort a model may ask for; no set of a session is to failure."""
LEG_PATTERNS: frozenset[Pattern] = frozenset({"squat", "hinge", "lunge", "olympic", "jump"})
PATTERNS: frozenset[Pattern] = frozenset(
    ("squat", "hinge", "lunge", "push-horizontal", "push-vertical", "pull-horizontal", "pull-vertical",
     "core", "calf", "arms", "olympic", "jump", "carry")
)  # fmt: skip
SCALINGS: tuple[ScalingLevel, ...] = ("rx", "intermediate", "beginner")
Choice = tuple[str, str, str]  # slot, kind, movement


class Force(Coach):
    """Strength for runners first, then strength, muscle and power for their own sake."""

    name: ClassVar[CoachName] = "force"
    focuses: ClassVar[tuple[str, ...]] = ("runner", "strength", "hypertrophy", "power")
    rules: ClassVar[tuple[Rule, ...]] = (find_volume,)

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """A day of the focus whose main lift the runner can do, with as much as its time holds."""
        focus = request.focus or self.focuses[0]
        choices = _choices(focus, request)
        if choices is None:
            return _offer(request)
        work = _work(choices, focus, request)
        return session_of(work, focus, request)

    def focus_for(self, request: SessionRequest) -> str:
        """Strength for runners where nothing else is asked for."""
        return self.focuses[0]

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Movements of strength, and those of other tables that its slots name."""
        named = {key for tiers in menu().slots.values() for tier in tiers for key in tier}
        return exercise.discipline == "force" or exercise.id in named

    def sets_most(self, item: Item) -> int:
        """Prilepin's limit for a lift of few repetitions."""
        return sets_most(item)

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """Every movement of a model's session with the loads and rests of this coach's own tables."""
        focus = session.focus
        blocks = tuple(_mended(block, focus, request) for block in session.blocks)
        return replace(session, blocks=blocks, leg_load=leg_load(blocks))


def session_of(work: tuple[Block, ...], focus: str, request: SessionRequest) -> CoachSession:
    """The whole session around its work."""
    blocks = filled(request, work, _region(work))
    heavy = [item for block in work if block.role == "main" for item in block.items if not item.ramp]
    rpe = max((item.load.rpe or 6.0 for item in heavy), default=6.0)
    names = list(dict.fromkeys(item.exercise for item in heavy))
    title = (
        phrase("coaches-force-title-two", first_exercise=names[0], second_small_exercise=names[1])
        if len(names) > 1
        else phrase("coaches-force-title-one", first_exercise=names[0])
    )
    return CoachSession(
        "force",
        focus,
        request.level,
        request.minutes,
        title,
        phrase(f"coaches-force-purpose-{_purpose(focus, heavy)}"),
        blocks,
        rpe,
        load_figures(request.minutes, rpe),
        leg_load(blocks),
        notes=(*_notes(heavy, focus, request), *_tempo_note(work)),
        scaling=tuple(Scaling(level, phrase(f"coaches-force-scaling-{level}")) for level in SCALINGS),
    )


def _purpose(focus: str, heavy: list[Item]) -> str:
    """Which purpose is told: without any load, strength comes from harder movements."""
    is_unloaded = all(item.load.bodyweight for item in heavy)
    return "bodyweight" if is_unloaded and focus in ("runner", "strength") else focus


def _region(work: tuple[Block, ...]) -> Region:
    """What the warm-up readies: the upper body on its own days, else everything."""
    patterns = {exercise(item.exercise).pattern for block in work for item in block.items}
    return "whole" if patterns & LEG_PATTERNS else "upper"


def spares_legs(request: SessionRequest) -> bool:
    """Whether the legs must stay fresh: a quality run near, or a hard leg day behind."""
    hours, days = request.running.hours_to_quality_run, request.running.days_since_hard_legs
    return (hours is not None and hours < FRESH_LEGS_H) or (days is not None and days < 2)


# Choosing


def _choices(focus: str, request: SessionRequest) -> tuple[Choice, ...] | None:
    """The movements of the first day, from the rotation's on, that the runner can do; None without one."""
    own = rotated(menu().day[focus], request.rotation)
    upper = rotated(menu().upper, request.rotation)
    days = upper if spares_legs(request) else (*own, *(upper if focus in ("strength", "hypertrophy") else ()))
    turn = request.rotation // len(menu().day[focus])
    for day in days:
        found = tuple(_filled(day, turn, request))
        leads = found and found[0][1] in MAIN_KINDS and found[0][0] == day.pairs[0][0]
        if leads and len(found) >= LEAST_MOVEMENTS:
            return found
    return None


def _filled(day: Day, turn: int, request: SessionRequest) -> Iterator[Choice]:
    """Every slot of the day, then the spare ones, with its movement, none twice; some may stay empty."""
    used: set[str] = set()
    for slot, kind in (*day.pairs, *menu().spare.pairs):
        tiers = (fitting(tier, request) for tier in menu().slots[slot])
        fresh = (tuple(key for key in tier if key not in used and _suits(key, kind)) for tier in tiers)
        found = next((tier for tier in fresh if tier), None)
        if found:
            movement = rotated(found, turn)[0]
            used.add(movement)
            yield slot, kind, movement


def _suits(key: str, kind: str) -> bool:
    """A bar is not loaded for a movement done in turn with others."""
    return kind in MAIN_KINDS or not is_bar(key)


def _offer(request: SessionRequest) -> Offer:
    others = [focus for focus in ("strength", "hypertrophy") if focus != request.focus]
    code: OfferCode = "injury" if request.hurt else "run_soon" if spares_legs(request) else "no_equipment"
    instead = tuple(
        Alternative(Phrase(f"coaches-force-focus-{focus}"), request.changed(focus=focus))
        for focus in others
        if _choices(focus, request)
    )
    return Offer(code, phrase(f"coaches-force-offer-{code.replace('_', '-')}"), instead)


# Filling


def _work(choices: tuple[Choice, ...], focus: str, request: SessionRequest) -> tuple[Block, ...]:
    """The heavy movements, then one or two rows of supplements as the time asks for."""
    room_s = work_s(request)
    small = [choice for choice in choices if choice[1] not in MAIN_KINDS]
    blocks = _sized((_main(choices, focus, request, room_s),), room_s)
    for _ in range(SUPPLEMENT_ROWS_MOST):
        fuller = _with_supplements(blocks, small, focus, request, room_s)
        if fuller is None:
            return blocks
        blocks, small = fuller, small[len(fuller[-1].items) :]
    return blocks


def _with_supplements(
    blocks: tuple[Block, ...], small: list[Choice], focus: str, request: SessionRequest, room_s: float
) -> tuple[Block, ...] | None:
    """One more row, as long as the time holds it; None when it holds none or nothing is left."""
    least = tuple(_fewest_sets(block, request) for block in blocks)
    for count in range(min(len(small), SUPPLEMENTS_MOST), 0, -1):
        longer = (*least, _supplements(small[:count], focus, request))
        if blocks_s(longer) <= room_s:
            return _sized(longer, room_s)
    return None


def _first_sets(request: SessionRequest) -> int:
    return SETS_TO_BEGIN_SHORT if request.minutes < SHORT_MIN else SETS_TO_BEGIN_WITH


def _fewest_sets(block: Block, request: SessionRequest) -> Block:
    """The sets a movement begins with, so that time shows for others."""
    few = tuple(replace(item, sets=min(item.sets, _first_sets(request))) for item in block.items)
    return replace(block, items=few) if block.format == "sets" else block


def _sized(blocks: tuple[Block, ...], seconds: float) -> tuple[Block, ...]:
    return sized(blocks, seconds, sets_most, SUPPLEMENT_ROUNDS_MOST)


def _main(choices: tuple[Choice, ...], focus: str, request: SessionRequest, room_s: float) -> Block:
    """The heavy movements that fit into their share of the time, the first one with its ramp."""
    items: tuple[Item, ...] = ()
    for _, kind, movement in choices:
        if kind not in MAIN_KINDS:
            continue
        item = prescribed(movement, _scheme(focus, kind), request)
        item = replace(item, sets=min(item.sets, _first_sets(request)))
        led = (*ramp(item, request), item) if kind != "second" else (item,)
        longer = Block("main", "sets", (*items, *led))
        if items and blocks_s((longer,)) > MAIN_SHARE * room_s:
            break
        items = longer.items
    return Block("main", "sets", items, how=phrase("coaches-force-how-main"))


def _supplements(choices: list[Choice], focus: str, request: SessionRequest) -> Block:
    """Smaller movements in turn, without a rest between them."""
    items = tuple(
        replace(prescribed(movement, _scheme(focus, kind), request), sets=1, rest_s=0.0)
        for _, kind, movement in choices
    )
    how = phrase("coaches-force-how-supplements" if len(items) > 1 else "coaches-force-how-supplement")
    return Block("accessory", "superset", items, SUPPLEMENT_ROUNDS, SUPPLEMENT_REST_S, how=how)


def _scheme(focus: str, kind: str) -> Scheme:
    return menu().scheme_of(focus, kind)


def _notes(heavy: list[Item], focus: str, request: SessionRequest) -> Iterator[Phrase]:
    rpe = next((item.load.rpe for item in heavy if item.load.rpe), None)
    if rpe is not None and focus != "power":
        yield phrase("coaches-force-note-rpe", rpe=rpe, reserve=_reserve(rpe))
    else:
        yield phrase("coaches-force-note-fast")
    if any(is_bar(item.exercise) and item.load.kg is None for item in heavy):
        yield phrase("coaches-force-note-no-maximum")
    if spares_legs(request):
        yield phrase("coaches-force-note-fresh-legs")
    elif focus == "runner":
        yield phrase("coaches-force-note-runner")
    if request.hurt:
        yield phrase("coaches-common-note-pain")


def _tempo_note(work: tuple[Block, ...]) -> tuple[Phrase, ...]:
    """What the figures of a tempo mean, where one is asked for."""
    tempos = [item.tempo for block in work for item in block.items if item.tempo]
    return (phrase("coaches-force-note-tempo", tempo=tempos[0]),) if tempos else ()


def _reserve(rpe: float) -> str:
    """Repetitions that would still go: `2`, `1-2` between two steps of the scale."""
    left = 10 - rpe
    return f"{left:.0f}" if left == int(left) else f"{int(left)}–{int(left) + 1}"


# Mending a model's session


def _mended(block: Block, focus: str, request: SessionRequest) -> Block:
    if block.role not in ("main", "accessory") or block.format not in ("sets", "superset", "circuit"):
        return block
    kind = "main" if block.role == "main" else "small"
    items = tuple(_remeasured(item, _scheme(focus, kind), request, block) for item in block.items)
    if block.role == "main" and block.format == "sets":
        led = (*ramp(items[0], request), *items) if items and not items[0].ramp else items
        return replace(block, items=led)
    return replace(block, items=items)


def _remeasured(item: Item, scheme: Scheme, request: SessionRequest, block: Block) -> Item:
    """The item with its load from the tables; its sets and repetitions stay where the tables allow them."""
    if item.measure != "reps" or exercise(item.exercise).measure != "reps":
        return item
    reps = round(item.amount)
    rpe = min(max(item.load.rpe or scheme.rpe_at(request.level), RPE_BOUNDS[0]), RPE_BOUNDS[1])
    own = replace(
        scheme, reps=(reps,) * 3, range=(reps, round(item.amount_most or reps)), rpe=(rpe,) * 3, percent=None
    )
    made = prescribed(item.exercise, own, request)
    rest_s = made.rest_s if block.format == "sets" else item.rest_s
    sets = min(item.sets, sets_most(made))
    return replace(made, sets=max(sets, 1), rest_s=rest_s, note=made.note or item.note)
