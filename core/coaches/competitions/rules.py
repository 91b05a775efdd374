"""What a session in a competition's format keeps: its order, its doses, its loads."""

from collections.abc import Iterator

from core.coaches.breach import Breach, breach
from core.coaches.competitions.building import Leg, deka_legs, hyrox_legs
from core.coaches.competitions.formats import DekaName
from core.coaches.competitions.stations import race_kg
from core.coaches.request import SessionRequest
from core.coaches.session import CoachSession, Item

DEKAS: tuple[DekaName, ...] = ("fit", "mile", "strong")


def legs_of(focus: str) -> tuple[Leg, ...]:
    """The legs of the format that a focus belongs to."""
    for name in DEKAS:
        if focus == f"deka-{name}":
            return deka_legs(name)
    return hyrox_legs()


def find_order(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """Stations of a simulation out of the format's order."""
    legs = legs_of(session.focus)
    for place, block in enumerate(session.blocks):
        if block.format != "simulation" or request.team == "relay":
            continue
        reached = 0
        for item in block.items:
            could_be = [number for number, leg in enumerate(legs) if item.exercise in _ways(leg)]
            ahead = [number for number in could_be if number >= reached]
            if could_be and not ahead:
                yield breach("competitions_order", place, item.exercise)
            reached = ahead[0] if ahead else reached


def find_dose(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """More of a station in one go than the competition asks for."""
    most = {leg.own or leg.station.exercise: leg.station.amount for leg in legs_of(session.focus)}
    for place, item in _work(session):
        if item.amount > most.get(item.exercise, item.amount):
            yield breach(
                "competitions_dose", place, item.exercise, amount=item.amount, most=most[item.exercise]
            )


def find_race_load(session: CoachSession, request: SessionRequest) -> Iterator[Breach]:
    """A load above the one of the race."""
    stations = {leg.own or leg.station.exercise: leg.station for leg in legs_of(session.focus)}
    for place, item in _work(session):
        station = stations.get(item.exercise)
        race = race_kg(station, request) if station else None
        if race is not None and item.load.kg is not None and item.load.kg > race:
            yield breach("competitions_load", place, item.exercise, load=item.load.kg, race=race)


RULES = (find_order, find_dose, find_race_load)


def _ways(leg: Leg) -> tuple[str, ...]:
    """The station's movement and what stands in for it."""
    return (leg.own or leg.station.exercise, *leg.station.alternatives)


def _work(session: CoachSession) -> Iterator[tuple[int, Item]]:
    for place, block in enumerate(session.blocks):
        if block.role in ("main", "accessory"):
            yield from ((place, item) for item in block.items)
