"""The judge of every session, whoever wrote it: what all coaches keep, before a coach's own rules."""

from collections.abc import Callable, Iterator

from core.catalogue.reading import catalogue
from core.coaches.breach import Breach, breach
from core.coaches.one_rep_max import record_kg
from core.coaches.request import SessionRequest
from core.coaches.session import CoachSession, Item
from core.coaches.timing import TOLERANCE, fits, session_s

Rule = Callable[[CoachSession, SessionRequest], Iterator[Breach]]

REST_AT_MOST_S = 360.0
HEAVY_PERCENT, HEAVY_REST_S = 80.0, 90.0
"""Sets at or above this share of the maximum are followed by at least this rest."""
SETS_AT_MOST = 12
MOST_OF = {"reps": 300.0, "seconds": 600.0, "metres": 20_000.0, "minutes": 240.0, "calories": 150.0}
"""No single set is longer than this, whatever the coach."""
HIGHEST_PERCENT = 100.0
FRESH_LEGS_H = 36.0
"""A hard leg session does not sit within these hours before a quality run."""


def check(session: CoachSession, request: SessionRequest, own: tuple[Rule, ...] = ()) -> tuple[Breach, ...]:
    """Every breach: unknown movements alone when there are any, else the common rules, then the coach's."""
    unknown = tuple(find_unknown(session, request))
    if unknown:
        return unknown
    return tuple(found for rule in (*COMMON, *own) for found in rule(session, request))


def find_unknown(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Movements the catalogue does not hold."""
    for place, item in _placed(session):
        if item.exercise not in catalogue():
            yield breach("unknown", place, name=item.exercise)


def find_structure(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A warm-up first, work, a cool-down last; no empty block; it is this coach's and this focus's."""
    roles = [block.role for block in session.blocks]
    if not roles or roles[0] != "warm_up":
        yield breach("warm_up")
    if not roles or roles[-1] != "cool_down":
        yield breach("cool_down")
    if not session.work:
        yield breach("no_work")
    for place, block in enumerate(session.blocks):
        if not block.items:
            yield breach("empty_block", place)


def find_fit(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Movements that the equipment, the level or an injury rules out."""
    for place, item in _placed(session):
        known = catalogue()[item.exercise]
        if not known.equipment <= request.equipment:
            yield breach("equipment", place, item.exercise)
        if known.contraindications & request.hurt:
            yield breach("injury", place, item.exercise)
        if not known.fits(known.equipment, request.level, frozenset()):
            yield breach("level", place, item.exercise)


def find_time(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A session longer or shorter than asked for by more than a tenth."""
    seconds = session_s(session)
    if not fits(seconds, request.minutes):
        yield breach("time", taken_min=seconds / 60, wanted_min=request.minutes, percent=100 * TOLERANCE)


def find_rest(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Rest that is negative or endless, or too short after a heavy set."""
    for place, block in enumerate(session.blocks):
        for item in block.items:
            if not 0 <= item.rest_s <= REST_AT_MOST_S:
                yield breach("rest", place, item.exercise, seconds=item.rest_s)
            rest_s = max(item.rest_s, block.rest_s)
            heavy = (item.load.percent_1rm or 0) >= HEAVY_PERCENT and not item.ramp
            if heavy and item.sets > 1 and rest_s < HEAVY_REST_S and block.format != "emom":
                yield breach("short_rest", place, item.exercise, seconds=rest_s)


def find_amounts(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Sets and amounts that nobody does."""
    for place, item in _placed(session):
        most = max(item.amount, item.amount_most or 0.0)
        if not (item.amount > 0 and most <= MOST_OF[item.measure] and 1 <= item.sets <= SETS_AT_MOST):
            yield breach("amount", place, item.exercise, amount=most, sets=item.sets)


def find_load(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A load above the record, above the maximum, or an effort out of the scale."""
    for place, item in _placed(session):
        load, record = item.load, record_kg(item.exercise, request.history)
        if load.kg is not None and record is not None and load.kg > record:
            yield breach("record", place, item.exercise, load=load.kg, record=round(record, 1))
        if not 0 < (load.percent_1rm or 1) <= HIGHEST_PERCENT or (load.kg or 0) < 0:
            yield breach("load", place, item.exercise)
        if load.rpe is not None and not 1 <= load.rpe <= 10:
            yield breach("rpe", place, item.exercise)


def find_legs(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A hard day for the legs too near to a quality run."""
    hours = request.running.hours_to_quality_run
    if session.leg_load == "hard" and hours is not None and hours < FRESH_LEGS_H:
        yield breach("legs", hours=hours, least=FRESH_LEGS_H)


COMMON: tuple[Rule, ...] = (
    find_structure,
    find_fit,
    find_time,
    find_rest,
    find_amounts,
    find_load,
    find_legs,
)


def _placed(session: CoachSession) -> Iterator[tuple[int, Item]]:
    return ((place, item) for place, block in enumerate(session.blocks) for item in block.items)
