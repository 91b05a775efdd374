"""The work of a session: a simulation, a weak station, running on tired legs, race pace."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.catalogue.reading import exercise
from core.coaches.competitions.formats import DekaName, Station, deka, hyrox
from core.coaches.competitions.stations import NO_RUN, RUNS, run_item, station_item, station_key
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import fitting, rotated
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Block, Item, Load
from core.coaches.sizing import sized
from core.coaches.timing import block_s, set_s

DOSES = (1.0, 0.5, 0.25)
LEAST_STATIONS = 3
ALL_BONUS = 0.4
"""A smaller dose of every station is worth this share of the room more than a larger dose of some."""
OVER = 1.05
WELL_FILLED, WAYS = 0.65, 3
ENOUGH_LEFT = 0.6
"""With fewer of the stations left than this share, a simulation simulates nothing."""
LEGS_FIRST = ("push", "lunges", "wall-balls", "burpees", "pull", "row", "carry", "ski")
"""Stations after which running is hardest come first."""
RUN_STEPS_M = (200.0, 400.0, 600.0, 800.0, 1000.0)
QUARTER, HALF = 0.25, 0.5
SHORT_REST_S, LONG_REST_S, RELAY_REST_S = 90.0, 120.0, 300.0
AGAIN_REST_S, AGAIN_MOST = 300.0, 3
RELAY_STATIONS, RELAY_ROUNDS = 2, 3
STRENGTH_REPS, STRENGTH_HOLD_S, STRENGTH_RPE = 8.0, 30.0, 7.0
TECHNIQUE_SETS, TECHNIQUE_DOSE = 3, 0.125
PARTNER_REST_MOST_S = 300.0
TWO_LEGS_FROM_S = 1800.0


@dataclass(frozen=True, slots=True)
class Leg:
    """One run and the station behind it, whole, for this runner; `run` is None in a format without runs."""

    station: Station
    run_m: float
    own: str | None = None


def hyrox_legs() -> tuple[Leg, ...]:
    """The eight legs in their order."""
    return tuple(Leg(one, hyrox().run_m) for one in hyrox().station)


def deka_legs(name: DekaName) -> tuple[Leg, ...]:
    """The ten legs of a DEKA event in their order."""
    run_m = deka().variant[name].run_m
    return tuple(Leg(one, run_m, one.mile_strong_exercise if name != "fit" else None) for one in deka().zone)


def possible(legs: tuple[Leg, ...], request: SessionRequest) -> tuple[Leg, ...]:
    """The legs whose station this runner can do or replace."""
    return tuple(leg for leg in legs if station_item(leg.station, 1.0, request, leg.own) is not None)


def enough(legs: tuple[Leg, ...], request: SessionRequest) -> bool:
    """Whether enough of a format is left to be worth its name: stations, and running or what replaces it."""
    runs = not legs[0].run_m or run_item(legs[0].run_m, request) is not None
    return runs and len(possible(legs, request)) >= ENOUGH_LEFT * len(legs)


def simulation(legs: tuple[Leg, ...], request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    """As much of the format as the room holds: every station at the largest dose, or its first or last ones.

    The ways that fill the room well take turns.
    """
    parts = tuple(_parts(possible(legs, request)))
    blocks = [_simulated(part, dose, legs, request) for dose in DOSES for part in parts]
    holding = [block for block in blocks if block_s(block) <= OVER * room_s]
    if not holding:
        return (min(blocks, key=block_s),)
    ranked = sorted(holding, key=lambda block: -_worth(block, len(possible(legs, request)), room_s))
    good = [block for block in ranked if block_s(block) >= WELL_FILLED * room_s][:WAYS] or ranked[:WAYS]
    return (_again(rotated(good, request.rotation)[0], room_s),)


def _parts(legs: tuple[Leg, ...]) -> Iterator[tuple[Leg, ...]]:
    """Everything, then so many from the start, so many up to the end."""
    yield legs
    for count in range(len(legs) - 1, LEAST_STATIONS - 1, -1):
        yield legs[:count]
        yield legs[-count:]


def _worth(block: Block, every: int, room_s: float) -> float:
    """Seconds of the room filled, with a bonus for the complete format."""
    stations = sum(item.exercise not in (*RUNS, *NO_RUN) for item in block.items)
    return block_s(block) + (ALL_BONUS * room_s if stations >= every else 0.0)


def relay(request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    """One athlete's part of a relay, two runs and two stations, again where time is left."""
    legs = rotated(possible(hyrox_legs(), request), RELAY_STATIONS * request.rotation)[:RELAY_STATIONS]
    whole = _simulated(legs, 1.0, hyrox_legs(), request)
    part = whole if block_s(whole) <= room_s else _simulated(legs, HALF, hyrox_legs(), request)
    rounds = int((room_s + RELAY_REST_S) // (block_s(part) + RELAY_REST_S))
    again = min(max(rounds, 1), RELAY_ROUNDS)
    how = phrase("coaches-competitions-how-relay")
    return (replace(part, rounds=again, rest_s=RELAY_REST_S, how=how, title=Phrase()),)


def weak_station(station: Station, request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    """Technique while fresh, strength behind it, then the station after running."""
    technique = station_item(station, TECHNIQUE_DOSE, request)
    after_run = station_item(station, QUARTER, request)
    run = run_item(RUN_STEPS_M[1], request)
    if technique is None or after_run is None:
        return ()
    blocks = [_technique(replace(technique, sets=TECHNIQUE_SETS, rest_s=SHORT_REST_S))]
    strength = _strength(station, request)
    if strength is not None:
        blocks.append(strength)
    if run is not None:
        how = phrase("coaches-competitions-how-weak", station_key=station_key(station))
        row = (replace(run, note=Phrase()), after_run)
        title = phrase("coaches-competitions-part-tired")
        blocks.append(Block("main", "intervals", row, rounds=2, rest_s=SHORT_REST_S, title=title, how=how))
    return sized(tuple(blocks), room_s, rounds_most=6)


def compromised(request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    """Run, tire the legs, run again: rounds of one station between runs of race pace."""
    able = {leg.station.id: leg.station for leg in possible(hyrox_legs(), request)}
    wanted = [able[key] for key in rotated(LEGS_FIRST[:4], request.rotation) if key in able]
    if not wanted:
        return ()
    run = _longest_run(request, room_s)
    half = station_item(wanted[0], HALF if room_s > 1800 else QUARTER, request)
    if run is None or half is None:
        return ()
    how = phrase(f"coaches-competitions-how-{'compromised' if run.exercise in RUNS else 'machine'}")
    row = (half, run)
    block = Block("main", "intervals", row, rounds=3, rest_s=SHORT_REST_S, how=how)
    return sized((block,), room_s, rounds_most=8)


def pacing(request: SessionRequest, room_s: float) -> tuple[Block, ...]:
    """Runs at the split of the target with a station's start behind each, in the order of the race."""
    able = possible(hyrox_legs(), request)
    run = _longest_run(request, room_s)
    if run is None or not able:
        return ()
    legs = rotated(able, request.rotation)[: 2 if room_s >= TWO_LEGS_FROM_S else 1]
    items = tuple(_run_and_quarter(legs, run, request))
    how = phrase(f"coaches-competitions-how-{'pacing' if run.exercise in RUNS else 'machine'}")
    block = Block("main", "intervals", items, rounds=2, rest_s=LONG_REST_S, how=how)
    return sized((block,), room_s, rounds_most=5)


def _run_and_quarter(legs: tuple[Leg, ...], run: Item, request: SessionRequest) -> Iterator[Item]:
    for leg in legs:
        quarter = station_item(leg.station, QUARTER, request)
        yield run
        if quarter is not None:
            yield quarter


def _longest_run(request: SessionRequest, room_s: float) -> Item | None:
    """The longest of the usual runs of which the room holds at least four with a station each."""
    runs = [run_item(metres, request) for metres in RUN_STEPS_M]
    fit = [run for run in runs if run is not None and 6 * set_s(run) <= room_s]
    return fit[-1] if fit else runs[0]


def _simulated(legs: tuple[Leg, ...], dose: float, whole: tuple[Leg, ...], request: SessionRequest) -> Block:
    items = tuple(item for leg in legs for item in _leg_items(leg, dose, request))
    part = "full" if dose == 1 else "half" if dose == HALF else "quarter"
    places = "station" if whole == hyrox_legs() else "zone"
    title = phrase(
        f"coaches-competitions-{part}-{which_of(legs, whole)}",
        stations=len(legs),
        places_key=f"coaches-competitions-places-{places}",
    )
    return Block("main", "simulation", items, title=title, how=phrase(_how(items)))


def which_of(legs: tuple[Leg, ...], whole: tuple[Leg, ...]) -> str:
    """Whether these are all of the format, its first or last ones, or some with others left out between."""
    if legs == whole:
        return "all"
    if legs == whole[: len(legs)]:
        return "first"
    return "last" if legs == whole[-len(legs) :] else "some"


def _how(items: tuple[Item, ...]) -> str:
    runs = any(item.exercise in RUNS for item in items)
    return "coaches-competitions-how-simulation" if runs else "coaches-competitions-how-no-run"


def _leg_items(leg: Leg, dose: float, request: SessionRequest) -> Iterator[Item]:
    run = run_item(_laid_out(dose * leg.run_m), request) if leg.run_m else None
    if run is not None:
        yield run
    shared = request.team in ("doubles", "mixed") and not leg.own and leg.station.loads_lb is None
    station = station_item(leg.station, dose / 2 if shared else dose, request, leg.own)
    if station is not None:
        rest_s = min(5 * round(set_s(station) / 5), PARTNER_REST_MOST_S) if shared else 0.0
        yield replace(station, rest_s=float(rest_s))


def _laid_out(metres: float) -> float:
    return max(round(metres / 10), 4) * 10.0


def _again(block: Block, room_s: float) -> Block:
    """A short format once more after a long rest, where the room holds it."""
    rounds = int((room_s + AGAIN_REST_S) // (block_s(block) + AGAIN_REST_S))
    if rounds < 2:
        return block
    how = phrase("coaches-competitions-how-again")
    return replace(block, rounds=min(rounds, AGAIN_MOST), rest_s=AGAIN_REST_S, how=how)


def _technique(item: Item) -> Block:
    easy = replace(item.load, rpe=6.0) if not item.load.bodyweight else item.load
    title = phrase("coaches-competitions-part-technique")
    how = phrase("coaches-competitions-how-technique")
    return Block("main", "sets", (replace(item, load=easy),), title=title, how=how)


def _strength(station: Station, request: SessionRequest) -> Block | None:
    ids = fitting(station.strength, request)
    picked = _unlike(rotated(ids[:4], request.rotation))[:2]
    if not picked:
        return None
    items = tuple(_strength_item(one) for one in picked)
    title = phrase("coaches-competitions-part-strength")
    how = phrase("coaches-competitions-how-strength")
    return Block("main", "superset", items, rounds=2, rest_s=SHORT_REST_S, title=title, how=how)


def _unlike(ids: tuple[str, ...]) -> tuple[str, ...]:
    """One movement of each pattern first, in their order."""
    first = {exercise(one).pattern: one for one in reversed(ids)}
    return (
        *(one for one in ids if one in first.values()),
        *(one for one in ids if one not in first.values()),
    )


def _strength_item(one: str) -> Item:
    known = exercise(one)
    amount = {"seconds": STRENGTH_HOLD_S, "metres": 30.0}.get(known.measure, STRENGTH_REPS)
    load = Load(rpe=STRENGTH_RPE) if known.equipment - {"pull-up-bar", "rings", "wall"} else BODYWEIGHT
    return Item(one, amount, known.measure, per_side=known.unilateral, load=load)
