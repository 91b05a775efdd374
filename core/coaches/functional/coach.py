"""The coach of functional training: a strength part where there is time, a workout on the clock, scaling."""

from dataclasses import replace
from math import ceil
from typing import ClassVar

from core.athlete import Level
from core.catalogue.exercise import Exercise
from core.coaches.checks import Rule
from core.coaches.coach import Coach
from core.coaches.extras import filled
from core.coaches.functional import benchmarks, formats
from core.coaches.functional.choosing import couplet
from core.coaches.functional.movements import item, modality, movements, stand_in
from core.coaches.functional.rules import RULES
from core.coaches.functional.strength import BODY, BODY_EASY, WEIGHTED, strength_part
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer
from core.coaches.opening import work_s
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import rotated
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Scaling
from core.coaches.timing import CHANGE_S, TABATA_S, block_s, blocks_s

RPE: dict[str, float] = {
    "amrap": 8, "emom": 7, "for-time": 8, "tabata": 8, "chipper": 8, "intervals": 8, "strength-metcon": 8,
    "benchmark": 9,
}  # fmt: skip
BEGINNER_RELIEF = 1.0
SWAPS_TOLD = 2
TITLE_NAMES = 3
STRENGTH_FROM_S = 480.0
STRENGTH_MOST_S = 1320.0
STRENGTH_SHARE = 0.55
"""Of the room, in a session of strength and workout."""
FLUSH = ("row-steady", "air-bike-steady", "bike-ride", "easy-run", "ski-steady", "brisk-walk")
FLUSH_FROM_S, FLUSH_MOST_S, FLUSH_ROOM_S = 900.0, 2400.0, 360.0


PLAIN_HOW = {
    "amrap": "coaches-functional-plain-amrap", "emom": "coaches-functional-plain-emom",
    "for_time": "coaches-functional-plain-for-time", "chipper": "coaches-functional-plain-chipper",
    "tabata": "coaches-functional-how-tabata", "intervals": "coaches-functional-plain-intervals",
}  # fmt: skip
"""How a model's block is done, without figures that its size would belie."""


class Functional(Coach):
    """Workouts on the clock; see the frame for what each method owes."""

    name: ClassVar[CoachName] = "functional"
    focuses: ClassVar[tuple[str, ...]] = (
        "amrap", "emom", "for-time", "intervals", "strength-metcon", "chipper", "tabata", "benchmark",
    )  # fmt: skip
    rules: ClassVar[tuple[Rule, ...]] = RULES

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The session of a focus; an Offer where no benchmark is left of what the runner has."""
        workout = _workout(request)
        if workout is None:
            return _no_benchmark(request)
        return _session(request, workout)

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """What the tables of workouts and lifts know."""
        return exercise.id in movements() or exercise.id in (*WEIGHTED, *BODY, *BODY_EASY)

    def focus_for(self, request: SessionRequest) -> str:
        """By rotation; a benchmark only when it was asked for, since it is a test."""
        usual = self.focuses[:-1]
        return usual[request.rotation % len(usual)]

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """Loads and pace of each movement from the table: a model chooses what, not how heavy."""
        if session.focus == "benchmark":  # a named workout is what it is: only words are a model's
            own = self.build(request)
            return session if isinstance(own, Offer) else replace(session, blocks=own.blocks)
        blocks = tuple(_mended(block, request) for block in session.blocks)
        workout = next((block for block in blocks if block.format in PLAIN_HOW), None)
        return replace(
            session, blocks=blocks, title=_title(session.focus, workout) if workout else session.title
        )


def _workout(request: SessionRequest) -> Block | None:
    room_s = work_s(request)
    focus = request.focus or "amrap"
    if focus == "benchmark":
        return _benchmark(request, room_s)
    if focus == "strength-metcon":
        clock_s = formats.clock_s(focus, request, (1 - STRENGTH_SHARE) * room_s)
        return formats.amrap(request, clock_s, couplet(request))
    return formats.FORMATS[focus](request, formats.clock_s(focus, request, room_s))


def _benchmark(request: SessionRequest, room_s: float) -> Block | None:
    names = benchmarks.fitting_benchmarks(request, room_s)
    if not names:
        return None
    return benchmarks.scaled_block(rotated(benchmarks.truest(names, request), request.rotation)[0], request)


def _session(request: SessionRequest, workout: Block) -> CoachSession:
    blocks = filled(request, _around_workout(request, workout), "whole")
    focus = request.focus or "amrap"
    rpe = RPE[focus] - (BEGINNER_RELIEF if request.level == Level.BEGINNER else 0)
    return CoachSession(
        coach="functional",
        focus=focus,
        level=request.level,
        minutes=request.minutes,
        title=_title(focus, workout),
        purpose=phrase(f"coaches-functional-purpose-{focus}"),
        blocks=blocks,
        rpe=rpe,
        load=load_figures(request.minutes, rpe),
        leg_load=leg_load(blocks),
        notes=_notes(request, workout),
        scaling=_scaling(request, workout),
    )


def _around_workout(request: SessionRequest, workout: Block) -> tuple[Block, ...]:
    """Strength before the workout and easy minutes behind it, where the time is there."""
    room_s = work_s(request) - block_s(workout) - CHANGE_S
    before = _strength_before(request, workout, room_s)
    left_s = room_s - blocks_s(before) - CHANGE_S
    flush = _flush(request, left_s - FLUSH_ROOM_S) if left_s >= FLUSH_FROM_S else ()
    return (*before, workout, *flush)


def _strength_before(request: SessionRequest, workout: Block, room_s: float) -> tuple[Block, ...]:
    """A strength part where there is time for one; none before a test, which is taken fresh."""
    if room_s < STRENGTH_FROM_S or request.focus == "benchmark":
        return ()
    ids = tuple(one.exercise for one in workout.items)
    strength = strength_part(request, min(room_s, STRENGTH_MOST_S), ids)
    return (strength,) if strength else ()


def _flush(request: SessionRequest, seconds: float) -> tuple[Block, ...]:
    """Easy, steady minutes after the hard part."""
    way = next((one for one in FLUSH if stand_in(one, request) == one), None)
    if way is None:
        return ()
    minutes = float(min(seconds, FLUSH_MOST_S) // 60)
    easy = replace(item(way, minutes, request), seconds_each=None)
    steady = replace(easy, load=replace(easy.load, bodyweight=False, zone="easy", rpe=4))
    how = phrase("coaches-functional-how-flush")
    return (Block("accessory", "steady", (steady,), title=phrase("coaches-functional-flush"), how=how),)


def _title(focus: str, workout: Block) -> Phrase:
    if focus == "benchmark":
        return workout.title
    ids = list(dict.fromkeys(one.exercise for one in workout.items))
    named = dict(zip(("first_exercise", "second_small_exercise", "third_small_exercise"), ids, strict=False))
    if len(ids) > TITLE_NAMES:
        named.pop("third_small_exercise")
        return phrase("coaches-functional-title-more", **named, others=len(ids) - 2)
    return phrase(f"coaches-functional-title-{('one', 'two', 'three')[len(ids) - 1]}", **named)


def _notes(request: SessionRequest, workout: Block) -> tuple[Phrase, ...]:
    unsaid = any(modality(one.exercise) == "weight" and one.load.kg is None for one in workout.items)
    return (
        phrase(f"coaches-functional-score-{workout.format.replace('_', '-')}"),
        phrase("coaches-functional-note-reserve"),
        *_swap_notes(request, workout),
        *((phrase("coaches-functional-note-load"),) if unsaid else ()),
    )


def _swap_notes(request: SessionRequest, workout: Block) -> tuple[Phrase, ...]:
    """What of a benchmark is replaced, at most two of them: a result is only compared with its like."""
    if request.focus != "benchmark":
        return ()
    name = str(workout.title.figures["name"]).lower()
    return tuple(
        phrase("coaches-functional-note-swap", old_small_exercise=old, new_small_exercise=new)
        for old, new in list(benchmarks.swaps(name, request))[:SWAPS_TOLD]
    )


def _as_written(workout: Block, minutes: float) -> Phrase:
    """What shows that the workout as written is the right one; rests that belong to it are no stops."""
    if workout.format in ("emom", "intervals", "tabata"):
        return phrase(f"coaches-functional-scale-rx-{workout.format}")
    return phrase("coaches-functional-scale-rx", length_min=minutes)


def _scaling(request: SessionRequest, workout: Block) -> tuple[Scaling, ...]:
    minutes = float(round(block_s(workout) / 60))
    swap = next(((one.exercise, easier) for one in workout.items for easier in _easier(one, request)), None)
    beginner = (
        phrase(
            "coaches-functional-scale-swap",
            old_small_exercise=swap[0],
            new_small_exercise=swap[1],
            length_min=minutes,
        )
        if swap
        else phrase("coaches-functional-scale-beginner", length_min=minutes)
    )
    return (
        Scaling("rx", _as_written(workout, minutes)),
        Scaling("intermediate", phrase("coaches-functional-scale-intermediate", length_min=minutes)),
        Scaling("beginner", beginner),
    )


def _easier(one: Item, request: SessionRequest) -> tuple[str, ...]:
    row = movements().get(one.exercise)
    beginner = request.changed(level=Level.BEGINNER)
    return tuple(way for way in (row.easier if row else ()) if stand_in(way, beginner) == way)[:1]


def _mended(block: Block, request: SessionRequest) -> Block:
    """The block with the table's loads and pace, a Tabata's own times, a cap, and words without figures."""
    if block.role not in ("main", "accessory") or block.format in ("sets", "steady"):
        return block
    items = tuple(_tabled(one, block, request) for one in block.items)
    told = PLAIN_HOW.get(block.format)
    made = replace(block, items=items, how=phrase(told) if told else block.how)
    if block.format == "tabata":
        return replace(made, minutes=TABATA_S * len(items) / 60)
    if block.format in ("for_time", "chipper"):
        expected_min = block_s(replace(made, minutes=None)) / 60
        return replace(made, minutes=float(ceil(formats.CAP * expected_min)))
    return made


def _tabled(one: Item, block: Block, request: SessionRequest) -> Item:
    if block.format == "tabata":
        return formats.tabata_item(one.exercise, request)
    unrested = replace(one, rest_s=0.0, per_side=False)  # on the clock both sides count together
    if one.exercise not in movements():
        return unrested
    row = item(one.exercise, one.amount, request)
    return replace(unrested, load=row.load, seconds_each=row.seconds_each)


def _no_benchmark(request: SessionRequest) -> Offer:
    others = tuple(
        Alternative(phrase(f"coaches-functional-focus-{focus}"), request.changed(focus=focus))
        for focus in ("amrap", "for-time", "emom")
    )
    return Offer(
        "no_equipment", phrase("coaches-functional-offer-benchmark", length_min=request.minutes), others
    )
