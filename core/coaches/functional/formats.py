"""Workouts on the clock, sized so that their time is true."""

from math import ceil, floor

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches.functional.choosing import LONG_ROW, chosen, couplet, triplet
from core.coaches.functional.movements import RANK, item, movements, seconds_of, tidy, usual_amount
from core.coaches.phrase import phrase
from core.coaches.request import SessionRequest
from core.coaches.session import Block, Item, Load
from core.coaches.timing import CHANGE_S, TABATA_S, block_s, round_s

LONGEST_MIN: dict[str, tuple[float, float, float]] = {
    "amrap": (12, 16, 20), "emom": (12, 18, 24), "for-time": (11, 14, 16), "tabata": (9, 13, 17),
    "chipper": (14, 18, 24), "intervals": (16, 20, 24), "strength-metcon": (8, 10, 12),
}  # fmt: skip
"""Minutes on the clock by format, for the three levels: what one can keep up with good technique."""
SHORTEST_MIN = 4.0
EMOM_WORK_S = (30.0, 36.0, 40.0)
"""Work in each minute by level; what is left of the minute is the rest."""
SCHEMES = ((12, 9, 6), (15, 12, 9), (21, 15, 9))
CAP = 1.25
"""The cap leaves a quarter more than the expected time."""
ROUNDS = (3, 7)
INTERVAL_WORK_S = (75.0, 100.0, 120.0)
INTERVAL_ROUNDS = (3, 8)
LIST_ROUNDS = 3
"""A long list holds at most so many usual rounds of one movement."""
TABATA_WORK_S, TABATA_REST_S, TABATA_SETS = 20.0, 10.0, 8


def clock_s(focus: str, request: SessionRequest, room_s: float) -> float:
    """Seconds for the workout of a format: the room, but not longer than the level keeps up."""
    longest_s = 60 * LONGEST_MIN[focus][RANK[request.level]]
    return max(min(room_s, longest_s), 60 * SHORTEST_MIN)


def amrap(request: SessionRequest, seconds: float, ids: tuple[str, ...] | None = None) -> Block:
    """As many rounds as possible; the row is short enough for several."""
    items = tuple(item(one, usual_amount(one, request), request) for one in ids or triplet(request))
    minutes = float(floor(seconds / 60))
    rounds = minutes * 60 / (round_s(Block("main", "amrap", items)) + CHANGE_S)
    how = phrase("coaches-functional-how-amrap", least=floor(rounds), most=floor(rounds) + 1)
    return Block("main", "amrap", items, minutes=minutes, how=how)


def emom(request: SessionRequest, seconds: float) -> Block:
    """One movement each minute in turn, sized so that the minute keeps its rest."""
    ids = triplet(request) if request.rotation % 2 else couplet(request)
    work_s = EMOM_WORK_S[RANK[request.level]]
    items = tuple(item(one, _within(one, work_s, request), request) for one in ids)
    turns = max(floor(seconds / 60 / len(items)), 2)
    minutes = float(turns * len(items))
    how = phrase("coaches-functional-how-emom", turns=turns)
    return Block("main", "emom", items, minutes=minutes, how=how)


def for_time(request: SessionRequest, seconds: float) -> Block:
    """A descending couplet or rounds of a triplet, as fast as clean repetitions allow."""
    rounds = _rounds_for_time(request, seconds)
    block = _descending(request, seconds) if request.rotation % 2 == 0 else rounds
    return _capped(block or rounds, "coaches-functional-how-for-time")


def tabata(request: SessionRequest, seconds: float) -> Block:
    """Eight times 20 s on, 10 s off, for each movement."""
    count = max(floor((seconds + CHANGE_S) / (TABATA_S + CHANGE_S)), 1)
    ids = chosen(request, LONG_ROW[1 : 1 + count], counted_only=True)
    items = tuple(tabata_item(one, request) for one in ids)
    minutes = TABATA_S * len(items) / 60
    return Block(
        "main",
        "tabata",
        items,
        minutes=minutes,
        how=phrase("coaches-functional-how-tabata"),
    )


def tabata_item(one: str, request: SessionRequest) -> Item:
    """One movement of a Tabata: 8 times 20 s with 10 s between."""
    load = _light(one, request)
    return Item(one, TABATA_WORK_S, "seconds", TABATA_SETS, load=load, rest_s=TABATA_REST_S, seconds_each=1.0)


def chipper(request: SessionRequest, seconds: float) -> Block:
    """A long list, once, each movement about as long as the others."""
    ids = chosen(request, LONG_ROW[: 5 if request.level == Level.BEGINNER else 6])
    each_s = (seconds - CHANGE_S * (len(ids) - 1)) / len(ids)
    items = tuple(item(one, _share_of_list(one, each_s, request), request) for one in ids)
    return _capped(Block("main", "chipper", items), "coaches-functional-how-chipper")


def intervals(request: SessionRequest, seconds: float) -> Block:
    """Short rounds with as much rest as work, so that the last is as good as the first."""
    ids = couplet(request)
    each_s = (INTERVAL_WORK_S[RANK[request.level]] - CHANGE_S) / len(ids)
    items = tuple(item(one, _within(one, each_s, request), request) for one in ids)
    work_s = round_s(Block("main", "intervals", items))
    rest_s = max(ceil(work_s / 15) * 15.0, 45.0)
    rounds = floor((seconds + rest_s) / (work_s + rest_s))
    how = phrase("coaches-functional-how-intervals")
    least, most = INTERVAL_ROUNDS
    return Block("main", "intervals", items, rounds=min(max(rounds, least), most), rest_s=rest_s, how=how)


FORMATS = {
    "amrap": amrap, "emom": emom, "for-time": for_time, "tabata": tabata, "chipper": chipper,
    "intervals": intervals,
}  # fmt: skip


def _share_of_list(one: str, work_s: float, request: SessionRequest) -> float:
    """As many as fit `work_s` once through, within what one does of it in a long list."""
    most = LIST_ROUNDS * movements()[one].round[1]
    return tidy(one, min(work_s / seconds_of(one, request.level), most))


def _within(one: str, work_s: float, request: SessionRequest) -> float:
    """As many as fit `work_s`, not more than twice a usual round."""
    fit = work_s / seconds_of(one, request.level)
    amount = tidy(one, min(fit, 2 * usual_amount(one, request)))
    too_long = amount * seconds_of(one, request.level) > work_s * 1.1
    return tidy(one, amount * 0.85) if too_long else amount


def _descending(request: SessionRequest, seconds: float) -> Block | None:
    """21-15-9 and its smaller kin; None when machines make round numbers pointless or the time is far off."""
    ids = couplet(request)
    scheme = SCHEMES[RANK[request.level]]
    items = tuple(item(one, amount, request) for amount in scheme for one in ids if _counted(one))
    block = Block("main", "for_time", items, title=phrase("coaches-functional-scheme", scheme=_told(scheme)))
    fits = 0.7 * seconds <= block_s(block) <= seconds
    return block if len(items) == len(scheme) * len(ids) and fits else None


def _rounds_for_time(request: SessionRequest, seconds: float) -> Block:
    ids = triplet(request)
    items = tuple(item(one, usual_amount(one, request), request) for one in ids)
    each_s = round_s(Block("main", "for_time", items))
    least, most = ROUNDS
    rounds = min(max(floor(seconds / each_s), least), most)
    shrink = min(seconds / (rounds * each_s), 1.0)
    smaller = tuple(item(one, tidy(one, shrink * usual_amount(one, request)), request) for one in ids)
    return Block("main", "for_time", smaller, rounds=rounds)


def _capped(block: Block, how: str) -> Block:
    expected = block_s(block) / 60
    return Block(
        block.role,
        block.format,
        block.items,
        block.rounds,
        minutes=float(ceil(CAP * expected)),
        title=block.title,
        how=phrase(how, expected_min=float(round(expected))),
    )


def _counted(one: str) -> bool:
    return exercise(one).measure == "reps"


def _light(one: str, request: SessionRequest) -> Load:
    load = item(one, 1, request).load
    return load if load.bodyweight else Load(kg=load.kg, each=load.each, rpe=7.0)


def _told(scheme: tuple[int, ...]) -> str:
    return "-".join(str(amount) for amount in scheme)
