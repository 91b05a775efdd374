"""A station or a run as this runner can do it today: its own movement or what stands in, dose, load, time."""

from math import inf

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches.competitions.formats import Station, deka, deka_load_kg, division
from core.coaches.competitions.splits import split_plan, target_min
from core.coaches.functional.movements import movements, seconds_of
from core.coaches.phrase import Phrase, phrase
from core.coaches.picking import fitting
from core.coaches.request import SessionRequest
from core.coaches.session import BODYWEIGHT, Item, Load

LOAD_SHARE: dict[Level, float] = {Level.BEGINNER: 0.6, Level.INTERMEDIATE: 0.8, Level.ADVANCED: 1.0}
"""Of the race's load in training; the coaches' own choice, since nobody trains at it from the first day."""
LOAD_GRAIN_KG = {"push": 5.0, "pull": 5.0, "carry": 4.0, "lunges": 5.0, "wall-balls": 1.0}
"""Kettlebells, sandbags and plates come in steps."""
LEAST_KG = {"carry": 8.0, "lunges": 5.0, "wall-balls": 3.0}
RUNS = ("race-run",)
NO_RUN = (
    "air-bike-steady", "row-steady", "ski-steady", "bike-ride", "deep-water-run", "brisk-walk",
)  # fmt: skip
"""What stands in for running, in minutes, for as long as the run would take."""
REPS_MOST, HOLD_MOST_S, CRAWL_MOST_M, MINUTES_MOST = 40.0, 45.0, 40.0, 6.0
PLAIN_REPS_MOST = 100.0
METRES_TIMES = 2.0
"""A lighter way may be twice as far."""
QUICK = frozenset({"mountain-climber", "jumping-jack", "high-knees"})
TARGET_STATION = "wall-balls"
STAND_IN_RPE, RUN_RPE, STATION_RPE = 7.0, 7.0, 8.0
EASY_RUN_RPE: dict[Level, float] = {Level.BEGINNER: 6.0, Level.INTERMEDIATE: 7.0, Level.ADVANCED: 7.0}
PACE_BAND = 0.02
"""A pace is told as a range of this share either side."""
METRES_PER_KM = 1000.0
CRAWLS = frozenset({"bear-crawl"})


def movement_of(station: Station, request: SessionRequest, own: str | None = None) -> str | None:
    """The station's movement or the first that stands in for it; None when nothing does."""
    return next(iter(fitting((own or station.exercise, *station.alternatives), request)), None)


def station_item(
    station: Station, dose: float, request: SessionRequest, own: str | None = None
) -> Item | None:
    """A share of a station's dose (0 to 1) with its load; None when it cannot be done at all."""
    key = movement_of(station, request, own)
    if key is None:
        return None
    seconds = dose * station_s(station, request)
    if key == (own or station.exercise):
        amount = dosed(station, dose)
        load, note = _own_load(station, request) if exercise(key).equipment else (BODYWEIGHT, Phrase())
        each_s = station_s(station, request) / station.amount
        return Item(key, amount, exercise(key).measure, load=load, seconds_each=each_s, note=note)
    note = phrase("coaches-competitions-instead", station_key=station_key(station))
    amount = dose * station.amount
    counted = amount if exercise(station.exercise).measure == "reps" else 0.0
    return _stand_in(key, seconds, amount, counted, request, note)


def run_item(metres: float, request: SessionRequest) -> Item | None:
    """A run at the pace of the race to come, or as long on a machine where running hurts."""
    key = next(iter(fitting((*RUNS, *NO_RUN), request)), None)
    if key is None:
        return None
    s_per_km = run_s_per_km(request)
    if key in RUNS:
        pace = (s_per_km * (1 - PACE_BAND), s_per_km * (1 + PACE_BAND))
        load = Load(rpe=EASY_RUN_RPE[request.level], pace_s_per_km=pace)
        return Item(key, metres, "metres", load=load, seconds_each=s_per_km / METRES_PER_KM)
    minutes = max(round(2 * metres * s_per_km / METRES_PER_KM / 60) / 2, 0.5)
    return Item(key, minutes, "minutes", load=Load(rpe=EASY_RUN_RPE[request.level]))


def run_s_per_km(request: SessionRequest) -> float:
    """The run split of a usual finish, never faster than the runner's own threshold."""
    split = split_plan(target_min(request)).run_s
    paces = request.running.paces
    return split if paces is None else max(split, paces.threshold.max_s_per_km)


def station_s(station: Station, request: SessionRequest) -> float:
    """How long the whole station takes someone of this level and division, in seconds."""
    return 60 * station.typical_min * target_min(request) / BASIS_MIN


def dosed(station: Station, dose: float) -> float:
    """A share of the official amount that can be laid out: whole lengths, fives of metres, repetitions."""
    amount = dose * station.amount
    if station.lengths is not None:
        length = station.lengths[1]
        return max(round(amount / length), 1) * length
    grain = 5.0 if exercise(station.exercise).measure == "metres" else 1.0
    return max(round(amount / grain), 1) * grain


def race_kg(station: Station, request: SessionRequest) -> float | None:
    """The load of the race, in kg; None where it has none or nobody can tell."""
    known = division(request)
    if station.loads_lb is not None:
        return deka_load_kg(station, request.sex) if request.sex else None
    return known.loads_kg.get(station.id) if known else None


def training_kg(station: Station, request: SessionRequest) -> float | None:
    """The race's load, or the share of it that this level trains with."""
    race = race_kg(station, request)
    share = LOAD_SHARE[request.level]
    if race is None or share >= 1:
        return race
    grain = LOAD_GRAIN_KG.get(station.id, 0.5)
    return min(max(round(share * race / grain) * grain, LEAST_KG.get(station.id, grain)), race)


def is_unconfirmed(station: Station, request: SessionRequest) -> bool:
    """Whether the race's load of this station stands in no table that confirms it."""
    if station.loads_lb is not None:
        return request.sex == deka().unconfirmed_sex
    known = division(request)
    return known is not None and station.id in known.unconfirmed


def station_key(station: Station) -> str:
    """The message with the station's name."""
    return f"coaches-competitions-station-{station.id}"


def _own_load(station: Station, request: SessionRequest) -> tuple[Load, Phrase]:
    kg, race = training_kg(station, request), race_kg(station, request)
    if kg is None or race is None:
        return _unloaded(station), _height(station, request)
    load = Load(kg=kg, each=station.id == "carry", rpe=STATION_RPE if kg == race else STAND_IN_RPE)
    return load, _race_note(station, kg, race, request)


def _unloaded(station: Station) -> Load:
    """By effort on a machine, at a careful effort where the load is not known, else nothing to load."""
    if _machine(station):
        return Load(rpe=STATION_RPE)
    needs = exercise(station.exercise).equipment - {"box", "wall"}
    return Load(rpe=STAND_IN_RPE) if needs else BODYWEIGHT


def _race_note(station: Station, kg: float, race: float, request: SessionRequest) -> Phrase:
    """What the race asks for, where it is not what stands there."""
    known = division(request)
    if is_unconfirmed(station, request):
        return phrase("coaches-competitions-load-unconfirmed", race=race)
    if station.id == TARGET_STATION and known is not None and known.target_m is not None:
        return phrase("coaches-competitions-load-target", race=race, metres=known.target_m)
    return phrase("coaches-competitions-load-race", race=race) if kg != race else Phrase()


def _height(station: Station, request: SessionRequest) -> Phrase:
    if station.height_cm is None:
        return Phrase()
    height = station.height_cm[request.sex or "men"]
    return phrase("coaches-competitions-box-height", height=height)


def _machine(station: Station) -> bool:
    return exercise(station.exercise).pattern in ("ski", "row", "bike")


def _stand_in(
    key: str, seconds: float, amount: float, counted: float, request: SessionRequest, note: Phrase
) -> Item:
    """As long as the station would take, within what one does of such a movement.

    `counted` are the station's own repetitions, 0 where it has none: the stand-in has no more.
    """
    known = exercise(key)
    each_s = seconds_of(key, request.level) if key in movements() else known.seconds_each
    load = BODYWEIGHT if not known.equipment else Load(rpe=STAND_IN_RPE)
    if known.measure == "minutes":
        minutes = min(max(round(2 * seconds / 60) / 2, 0.5), MINUTES_MOST)
        return Item(key, minutes, "minutes", load=Load(rpe=STAND_IN_RPE), note=note)
    if known.measure == "seconds":
        return Item(
            key, float(min(5 * max(round(seconds / 5), 2), HOLD_MOST_S)), "seconds", load=load, note=note
        )
    if known.measure == "metres":
        most_m = inf if key in movements() else METRES_TIMES * amount
        metres = min(seconds / each_s, most_m)
        grain = 50.0 if metres >= 150 else 5.0
        most = CRAWL_MOST_M if key in CRAWLS else metres
        told = max(round(min(metres, most) / grain), 1) * grain
        return Item(key, told, "metres", load=load, seconds_each=each_s, note=note)
    most = PLAIN_REPS_MOST if key in QUICK else min(REPS_MOST, counted or REPS_MOST)
    reps = float(max(round(min(seconds / each_s, most)), 4))
    return Item(key, reps + reps % 2, known.measure, load=load, seconds_each=each_s, note=note)


BASIS_MIN = 90.0
"""The finish for which `typical_min` of the stations is told: the mean of all finishers."""
