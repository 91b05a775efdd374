"""The coach of competitions: simulations, weak stations, running on tired legs, race pace."""

from dataclasses import replace
from typing import ClassVar

from core.athlete import Level
from core.catalogue.exercise import Exercise
from core.coaches.checks import Rule
from core.coaches.coach import Coach
from core.coaches.competitions import building
from core.coaches.competitions.formats import Station, deka, division_name, exists, hyrox
from core.coaches.competitions.rules import RULES, legs_of
from core.coaches.competitions.splits import FASTEST_MIN, SLOWEST_MIN, is_a_target, split_plan, target_min
from core.coaches.competitions.stations import NO_RUN, RUNS, run_item, station_item, station_key
from core.coaches.extras import filled
from core.coaches.load import leg_load, load_figures
from core.coaches.offer import Alternative, Offer
from core.coaches.opening import work_s
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Scaling

SIMULATIONS = ("hyrox", "deka-fit", "deka-mile", "deka-strong")
WEAK = tuple(f"weak-{one.id}" for one in hyrox().station)
RPE: dict[str, float] = {"hyrox": 8, "compromised-run": 8, "race-pace": 7}
WEAK_RPE, DEKA_RPE, BEGINNER_RELIEF = 7.0, 8.0, 1.0
TEAM_NOTES = {"doubles": "doubles", "mixed": "doubles", "relay": "relay"}


class Competitions(Coach):
    """Sessions in HYROX and DEKA format; see the frame for what each method owes."""

    name: ClassVar[CoachName] = "competitions"
    focuses: ClassVar[tuple[str, ...]] = (
        "hyrox", "compromised-run", "race-pace", *WEAK, "deka-fit", "deka-mile", "deka-strong",
    )  # fmt: skip
    rules: ClassVar[tuple[Rule, ...]] = RULES

    def build(self, request: SessionRequest) -> CoachSession | Offer:
        """The session of a focus; an Offer where loads, such a finish or enough of the format are missing."""
        focus = request.focus or "hyrox"
        if not exists(request) and not focus.startswith("deka"):
            return _no_division(request)
        if request.target_min is not None and not is_a_target(request.target_min):
            return _no_target(request.target_min, request)
        work = _work(focus, request)
        return _session(focus, work, request) if work else _too_little(request)

    def belongs(self, exercise: Exercise, request: SessionRequest) -> bool:
        """Stations and zones, what stands in for them, what builds them, and running."""
        return exercise.id in _menu()

    def mend(self, session: CoachSession, request: SessionRequest) -> CoachSession:
        """Official loads and amounts over a model's own."""
        legs = {leg.own or leg.station.exercise: leg.station for leg in legs_of(session.focus)}
        blocks = tuple(
            _mended_block(block, legs, request) if block.role in ("main", "accessory") else block
            for block in session.blocks
        )
        title = phrase("coaches-competitions-title-own") if session.focus in SIMULATIONS else session.title
        return replace(session, blocks=blocks, title=title)


def _work(focus: str, request: SessionRequest) -> tuple[Block, ...]:
    """The blocks of a focus; none where too little of it is left for this runner."""
    room_s = work_s(request)
    if focus in SIMULATIONS:
        legs = legs_of(focus)
        if not building.enough(legs, request):
            return ()
        if focus == "hyrox" and request.team == "relay":
            return building.relay(request, room_s)
        return building.simulation(legs, request, room_s)
    if focus == "compromised-run":
        return building.compromised(request, room_s)
    if focus == "race-pace":
        return building.pacing(request, room_s)
    return building.weak_station(_station(focus), request, room_s)


def _session(focus: str, work: tuple[Block, ...], request: SessionRequest) -> CoachSession:
    blocks = filled(request, work, "run")
    usual = RPE.get(focus, DEKA_RPE if focus.startswith("deka") else WEAK_RPE)
    rpe = usual - (BEGINNER_RELIEF if request.level == Level.BEGINNER else 0)
    return CoachSession(
        coach="competitions",
        focus=focus,
        level=request.level,
        minutes=request.minutes,
        title=_title(focus, work, request),
        purpose=phrase(f"coaches-competitions-purpose-{_kind(focus)}"),
        blocks=blocks,
        rpe=rpe,
        load=load_figures(request.minutes, rpe),
        leg_load=leg_load(blocks),
        notes=_notes(focus, work, request),
        scaling=_scaling(focus, work),
    )


def _title(focus: str, work: tuple[Block, ...], request: SessionRequest) -> Phrase:
    if focus in SIMULATIONS and work[0].title:
        return work[0].title
    if focus == "race-pace":
        return phrase("coaches-competitions-title-race-pace", target_min=target_min(request))
    if focus.startswith("weak-"):
        return phrase("coaches-competitions-title-weak")
    return phrase(f"coaches-competitions-title-{focus}")


def _kind(focus: str) -> str:
    return "weak" if focus.startswith("weak-") else "deka" if focus.startswith("deka") else focus


def _notes(focus: str, work: tuple[Block, ...], request: SessionRequest) -> tuple[Phrase, ...]:
    notes: list[Phrase] = []
    if focus == "race-pace":
        notes += _split_notes(request)
    if focus in ("hyrox", "race-pace") and request.team in TEAM_NOTES:
        notes.append(phrase(f"coaches-competitions-note-{TEAM_NOTES[request.team]}"))
    notes += _load_notes(focus, work, request)
    notes.append(phrase("coaches-competitions-note-format", season=_season(focus)))
    return tuple(notes)


def _load_notes(focus: str, work: tuple[Block, ...], request: SessionRequest) -> list[Phrase]:
    """What is not known of the loads is said, where a station with a load is in the session."""
    if not {item.exercise for block in work for item in block.items} & _loaded():
        return []
    if focus.startswith("deka"):
        if request.sex is None:
            return [phrase("coaches-competitions-note-sex")]
        return [phrase("coaches-competitions-note-deka-women")] if request.sex == "women" else []
    name = division_name(request)
    if name is None:
        return [phrase("coaches-competitions-note-sex")]
    known = hyrox().division[name]
    if not known.loads_kg:
        return [phrase("coaches-competitions-note-relay-mixed")]
    return [phrase("coaches-competitions-note-unconfirmed")] if known.unconfirmed else []


def _loaded() -> frozenset[str]:
    """The movements of stations whose load the rules fix."""
    fixed = hyrox().division["men-open"].loads_kg
    stations = (
        *(one for one in hyrox().station if one.id in fixed),
        *(one for one in deka().zone if one.loads_lb),
    )
    return frozenset(one.exercise for one in stations)


def _split_notes(request: SessionRequest) -> list[Phrase]:
    """The plan of a usual finish: runs, ways between, stations in their order."""
    plan = split_plan(target_min(request))
    stations = {f"{key.replace('-', '_')}_s": seconds for key, seconds in plan.stations_s.items()}
    return [
        phrase(
            "coaches-competitions-split-runs",
            target_min=plan.target_s / 60,
            run_s=plan.run_s,
            ways_s=plan.transitions_s,
        ),
        phrase("coaches-competitions-split-stations", **stations),
    ]


def _season(focus: str) -> str:
    return deka().checked if focus.startswith("deka") else hyrox().checked


def _scaling(focus: str, work: tuple[Block, ...]) -> tuple[Scaling, ...]:
    part = "simulation" if focus in SIMULATIONS else "intervals"
    runs = any(item.exercise in RUNS for block in work for item in block.items)
    measured = part if runs or part == "intervals" else "no-run"
    return (
        Scaling("rx", phrase(f"coaches-competitions-scale-{measured}-rx")),
        Scaling("intermediate", phrase(f"coaches-competitions-scale-{part}-intermediate")),
        Scaling("beginner", phrase(f"coaches-competitions-scale-{part}-beginner")),
    )


def _station(focus: str) -> Station:
    wanted = focus.removeprefix("weak-")
    return next(one for one in hyrox().station if one.id == wanted)


PLAIN_HOW = {
    "simulation": "coaches-competitions-how-simulation",
    "intervals": "coaches-competitions-plain-intervals",
}
"""How a model's block is done, without figures that its size would belie."""


def _mended_block(block: Block, legs: dict[str, Station], request: SessionRequest) -> Block:
    """Official loads and paces, rests between rounds only, words without figures."""
    items = tuple(_mended(item, legs, request) for item in block.items)
    if block.format != "sets":
        shared = request.team in ("doubles", "mixed") and block.format == "simulation"
        items = tuple(item if shared else replace(item, rest_s=0.0) for item in items)
    if block.format in PLAIN_HOW:  # in a race both sides count together
        items = tuple(replace(item, per_side=False) for item in items)
    told = PLAIN_HOW.get(block.format)
    title = Phrase() if block.format == "simulation" else block.title
    return replace(block, items=items, title=title, how=phrase(told) if told else block.how)


def _mended(item: Item, legs: dict[str, Station], request: SessionRequest) -> Item:
    station = legs.get(item.exercise)
    if station is not None:
        official = station_item(station, 1.0, request, item.exercise)
        if official is not None:
            amount = min(item.amount, station.amount)
            return replace(
                item,
                amount=amount,
                amount_most=None,
                load=official.load,
                note=item.note or official.note,
                seconds_each=official.seconds_each,
            )
    if item.exercise in RUNS:
        run = run_item(item.amount, request)
        return replace(item, load=run.load, seconds_each=run.seconds_each) if run else item
    return item


def _menu() -> frozenset[str]:
    stations = (*hyrox().station, *deka().zone)
    own = {key for one in stations for key in (one.exercise, *one.alternatives, *one.strength)}
    elsewhere = {one.mile_strong_exercise for one in stations if one.mile_strong_exercise}
    return frozenset({*own, *elsewhere, *RUNS, *NO_RUN})


def _no_division(request: SessionRequest) -> Offer:
    text = phrase(f"coaches-competitions-offer-pro-{TEAM_NOTES[request.team]}")
    team = phrase(f"coaches-competitions-team-{request.team}")
    return Offer(
        "no_session",
        text,
        (
            Alternative(team, request.changed(tier="open")),
            Alternative(phrase("coaches-competitions-team-single-pro"), request.changed(team="single")),
        ),
    )


def _no_target(minutes: float, request: SessionRequest) -> Offer:
    text = phrase(
        "coaches-competitions-offer-target",
        target_min=minutes,
        fastest_min=FASTEST_MIN,
        slowest_min=SLOWEST_MIN,
    )
    usual = Alternative(phrase("coaches-competitions-usual-target"), request.changed(target_min=None))
    return Offer("no_session", text, (usual,))


def _too_little(request: SessionRequest) -> Offer:
    """What can still be trained of the format, or another coach."""
    open_weak = [
        one
        for one in hyrox().station
        if f"weak-{one.id}" != request.focus and station_item(one, 1.0, request) is not None
    ]
    weak = tuple(
        Alternative(phrase(station_key(one)), request.changed(focus=f"weak-{one.id}"))
        for one in open_weak[:2]
    )
    other = request.changed(coach="functional", focus="amrap")
    away = Alternative(phrase("coaches-name-functional"), other)
    return Offer(
        "injury" if request.hurt else "no_equipment",
        phrase("coaches-competitions-offer-too-little"),
        (*weak, away),
    )
