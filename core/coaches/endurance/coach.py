"""The endurance coach: picks the machine, the pieces of work, and gives every minute its zone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Literal

from core.athlete import Level
from core.catalogue.exercise import Exercise, Pattern
from core.catalogue.reading import exercise
from core.coaches.checks import FRESH_LEGS_H, Rule
from core.coaches.coach import Coach
from core.coaches.endurance.around import cooled, warmed
from core.coaches.endurance.menu import Machine, Piece, menu
from core.coaches.endurance.rules import find_hard_minutes
from core.coaches.endurance.zones import heart_rate, load_in, stress_of
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Scaling, ScalingLevel, Zone
from core.coaches.timing import CHANGE_S, blocks_s

Way = Literal["steady", "tempo", "hard", "learning"]
QUALITY = frozenset({"threshold", "vo2"})
SESSION_RPE: dict[Zone, float] = {"recovery": 2.0, "easy": 3.0, "tempo": 5.0, "threshold": 7.0, "vo2": 8.0}
ZONE_OF: dict[str, Zone] = {"base": "easy", "recovery": "recovery"}
WAYS: dict[str, Way] = {"base": "steady", "recovery": "steady", "threshold": "tempo", "vo2": "hard"}
FILL_FROM_S, HALF_MINUTE_S = 240.0, 30.0
PROGRESSION_SHARE, PROGRESSION_MOST_S = 0.2, 1200.0
STRIDES, STRIDE_M, STRIDE_S_PER_M, STRIDE_EASY_S = 5, 80.0, 0.25, 60.0
RUN_WALK, RUN_WALK_FROM_MIN = "run-walk", 60
STRIDES_FROM_S = 1500.0
FUEL_FROM_MIN = 75
SCALINGS: tuple[ScalingLevel, ...] = ("rx", "intermediate", "beginner")
PATTERNS: frozenset[Pattern] = frozenset({"run", "bike", "row", "ski"})


class Endurance(Coach):
    """Endurance on whatever moves: easy running first, intervals with their recoveries, by zone."""

    name: ClassVar[CoachName] = "endurance"
    focuses: ClassVar[tuple[str, ...]] = ("base", "threshold", "vo2", "recovery")
    rules: ClassVar[tuple[Rule, ...]] = (find_hard_minutes,)
    longest_min: ClassVar[int] = 150

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The focus on the machine of this turn; an Offer when a run is too near or every way hurts."""
        focus = request.focus or self.focuses[0]
        hours = request.running.hours_to_quality_run
        if focus in QUALITY and hours is not None and hours < FRESH_LEGS_H:
            return _offer("run_soon", request)
        machines = _machines(WAYS[focus], request)
        if not machines:
            return _offer("injury" if request.hurt else "no_equipment", request)
        machine = rotated(machines, request.rotation)[0]
        turn = request.rotation // len(machines) if len(machines) > 1 else request.rotation
        if focus in QUALITY:
            return _intervals(focus, machine, turn, request)
        return _steady(focus, machine, turn, request)

    def focus_for(self, request: SessionRequest) -> str:
        """Base endurance where nothing else is asked for."""
        return self.focuses[0]

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Movements that are told in minutes on foot or on a machine, and strides."""
        return exercise.discipline == "endurance" and exercise.pattern in PATTERNS

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """Every zone with this runner's own pace, power and effort."""
        blocks = tuple(_mended(block, request) for block in session.blocks)
        return _weighed(replace(session, blocks=blocks), request)


# Building


def _intervals(focus: str, machine: Machine, turn: int, request: SessionRequest) -> CoachSession:
    """Pieces of work with easy minutes between, as many as level and time allow, then easy to the end."""
    pieces, zone, most_min = menu().focus[focus].for_level(request.level)
    piece = rotated(pieces, turn)[0]
    key = _movement(machine, "learning" if request.level is Level.BEGINNER else WAYS[focus], request)
    warm = warmed(request, machine, is_quality=True)
    cool = cooled(request, machine)
    room_s = request.seconds - blocks_s((warm, cool)) - 2 * CHANGE_S
    rounds = _rounds(piece, room_s, most_min)
    work = Item(key, piece.work_min, "minutes", load=load_in(zone, key, request))
    block = Block(
        "main",
        "intervals",
        (work,),
        rounds,
        piece.easy_min * 60,
        how=phrase(f"coaches-endurance-how-{focus}"),
    )
    blocks = (warm, block, *_easy_rest(room_s - blocks_s((block,)), machine, request), cool)
    title = phrase(
        "coaches-endurance-title-intervals",
        rounds=rounds,
        length_min=piece.work_min,
        machine_key=f"coaches-endurance-machine-{machine}",
    )
    return _session(focus, title, _stretched(blocks, request), zone, request)


def _steady(focus: str, machine: Machine, turn: int, request: SessionRequest) -> CoachSession:
    """One easy stretch; now and then with strides at its end or a firmer last part."""
    zone = ZONE_OF[focus]
    key = _steady_movement(machine, request)
    warm = warmed(request, machine, is_quality=False)
    cool = cooled(request, machine)
    room_s = request.seconds - blocks_s((warm, cool)) - 2 * CHANGE_S
    variant = _variant(focus, key, turn, room_s, request)
    work = _variants(variant, key, zone, room_s, request)
    title = phrase(
        f"coaches-endurance-title-{variant}",
        length_min=request.minutes,
        machine_key=f"coaches-endurance-machine-{RUN_WALK if key == RUN_WALK else machine}",
    )
    return _session(focus, title, _stretched((warm, *work, cool), request), zone, request)


def _variant(focus: str, key: str, turn: int, room_s: float, request: SessionRequest) -> str:
    """Plain, progressive or with strides, by turn, where the level and the time allow it."""
    options = ["steady"]
    if focus == "base" and request.level is not Level.BEGINNER and room_s >= STRIDES_FROM_S:
        if exercise(key).pattern == "run" and fitting(("strides",), request):
            options.append("strides")
        options.append("progressive")
    elif focus == "base":
        options.append("broken")
    else:
        options.append("loose")
    return rotated(options, turn)[0]


def _variants(
    variant: str, key: str, zone: Zone, room_s: float, request: SessionRequest
) -> tuple[Block, ...]:
    easy = load_in(zone, key, request)
    how = phrase(f"coaches-endurance-how-{RUN_WALK if key == RUN_WALK else variant}")

    def stretch(seconds: float) -> Item:
        return Item(key, _halves(seconds), "minutes", load=easy)

    if variant == "strides":
        strides = Item("strides", STRIDE_M, "metres", seconds_each=STRIDE_S_PER_M)
        fast = Block("main", "intervals", (strides,), STRIDES, STRIDE_EASY_S, how=how)
        return (Block("main", "steady", (stretch(room_s - blocks_s((fast,)) - CHANGE_S),)), fast)
    if variant == "progressive":
        firm_s = min(PROGRESSION_SHARE * room_s, PROGRESSION_MOST_S)
        firm = Item(key, _halves(firm_s), "minutes", load=load_in("tempo", key, request))
        return (Block("main", "steady", (stretch(room_s - firm_s), firm), how=how),)
    if variant in ("broken", "loose"):
        piece_s = 300.0 if variant == "broken" else 600.0
        rounds = max(round((room_s + HALF_MINUTE_S * 2) / (piece_s + 60.0)), 1)
        item = stretch((room_s - 60.0 * (rounds - 1)) / rounds)
        return (Block("main", "intervals", (item,), rounds, 60.0 if rounds > 1 else 0.0, how=how),)
    return (Block("main", "steady", (stretch(room_s),), how=how),)


def _easy_rest(seconds: float, machine: Machine, request: SessionRequest) -> tuple[Block, ...]:
    """Easy minutes behind the intervals, where enough time is left to be worth them."""
    if seconds < FILL_FROM_S:
        return ()
    key = _movement(machine, "steady", request)
    item = Item(key, _halves(seconds - CHANGE_S), "minutes", load=load_in("easy", key, request))
    return (Block("main", "steady", (item,), title=phrase("coaches-endurance-easy-rest")),)


def _stretched(blocks: tuple[Block, ...], request: SessionRequest) -> tuple[Block, ...]:
    """The first minutes of the warm-up take what rounding and pieces left over."""
    left_s = request.seconds - blocks_s(blocks)
    first, *others = blocks[0].items
    longer = replace(first, amount=max(_halves(first.amount * 60 + left_s), 2.0))
    return (replace(blocks[0], items=(longer, *others)), *blocks[1:])


def _session(
    focus: str, title: Phrase, blocks: tuple[Block, ...], zone: Zone, request: SessionRequest
) -> CoachSession:
    made = CoachSession(
        "endurance",
        focus,
        request.level,
        request.minutes,
        title,
        phrase(f"coaches-endurance-purpose-{focus}"),
        blocks,
        SESSION_RPE[zone],
        load_figures(request.minutes, SESSION_RPE[zone]),
        leg_load(blocks),
        notes=tuple(_notes(focus, zone, request)),
        scaling=tuple(
            Scaling(level, phrase(f"coaches-endurance-scaling-{_kind(focus)}-{level}")) for level in SCALINGS
        ),
    )
    return _weighed(made, request)


def _weighed(session: CoachSession, request: SessionRequest) -> CoachSession:
    """The session with its load: the stress score where every minute has a speed or a power."""
    stress = stress_of(session.blocks, request)
    figures = load_figures(
        session.minutes,
        session.rpe,
        round(stress.intensity, 2) if stress else None,
        round(stress.score) if stress else None,
    )
    return replace(session, load=figures, leg_load=leg_load(session.blocks))


def _notes(focus: str, zone: Zone, request: SessionRequest) -> Iterator[Phrase]:
    yield phrase(f"coaches-endurance-note-{focus}")
    beats = heart_rate(zone, request)
    if beats:
        yield phrase("coaches-endurance-note-heart", low=beats[0], high=beats[1])
    if request.minutes >= FUEL_FROM_MIN:
        yield phrase("coaches-endurance-note-fuel")
    if request.hurt:
        yield phrase("coaches-common-note-pain")


# Choosing


def _machines(way: Way, request: SessionRequest) -> tuple[Machine, ...]:
    """The ways to move that fit: the machines there are, on foot without one, walking when running hurts."""
    wanted: Way = "learning" if way in ("tempo", "hard") and request.level is Level.BEGINNER else way
    table = menu().machine
    fit = [
        name
        for name, machine in table.items()
        if machine.needs <= request.equipment
        and fitting(getattr(machine, wanted), request)
        and fitting(machine.steady, request)
    ]
    indoors = tuple(name for name in fit if table[name].needs)
    on_foot = tuple(name for name in fit if name == "run")
    walking = tuple(name for name in fit if name == "walk")
    if indoors and "treadmill" not in request.equipment:
        return indoors
    return (*on_foot, *indoors) or walking


def _movement(machine: Machine, way: Way, request: SessionRequest) -> str:
    return fitting(getattr(menu().machine[machine], way), request)[0]


def _steady_movement(machine: Machine, request: SessionRequest) -> str:
    """Walking breaks for a beginner who has a long way to go."""
    is_long = request.level is Level.BEGINNER and request.minutes >= RUN_WALK_FROM_MIN
    if is_long and machine == "run" and fitting((RUN_WALK,), request):
        return RUN_WALK
    return _movement(machine, "steady", request)


def _rounds(piece: Piece, room_s: float, most_min: float) -> int:
    """As many pieces as fit the room and the level's hard minutes; one at least."""
    by_time = (room_s + piece.easy_min * 60) // ((piece.work_min + piece.easy_min) * 60)
    return int(max(min(by_time, most_min // piece.work_min), 1))


def _kind(focus: str) -> str:
    return "intervals" if focus in QUALITY else "steady"


def _offer(code: Literal["injury", "no_equipment", "run_soon"], request: SessionRequest) -> Offer:
    others = [
        Alternative(Phrase(f"coaches-endurance-focus-{focus}"), request.changed(focus=focus))
        for focus in ("base", "recovery")
        if focus != request.focus
    ]
    return Offer(code, phrase(f"coaches-endurance-offer-{code.replace('_', '-')}"), tuple(others))


def _halves(seconds: float) -> float:
    """Minutes to the half."""
    return max(round(seconds / HALF_MINUTE_S), 1) / 2


# Mending a model's session


def _mended(block: Block, request: SessionRequest) -> Block:
    items = tuple(
        replace(item, load=load_in(item.load.zone, item.exercise, request)) if item.load.zone else item
        for item in block.items
    )
    return replace(block, items=items)
