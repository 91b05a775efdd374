"""Workouts chosen for quality days: what is offered, what is honoured, what gives way."""

from datetime import date

import pytest

from core.program.builder import build_program, offers_for
from core.program.exchange import ProgramData
from core.program.rules import check
from tests.evals import profiles

START = date(2026, 11, 20)
NAMES = ("tenk", "half", "marathon", "trail", "ultra", "tenk-knee")


def _volumes(program: ProgramData) -> list[float]:
    return [week.total_volume_km for week in program.weeks]


@pytest.mark.parametrize("name", NAMES)
def test_the_engines_own_picks_give_the_engines_own_plan(name: str) -> None:
    profile, start = profiles.profile_of(name)
    own = {offer.place: offer.workouts[0] for offer in offers_for(profile, start)}
    assert build_program(profile, start, own) == build_program(profile, start)


@pytest.mark.parametrize("name", NAMES)
def test_other_picks_are_sized_by_the_engine(name: str) -> None:
    profile, start = profiles.profile_of(name)
    engine = build_program(profile, start)
    offers = offers_for(profile, start)
    others = {offer.place: offer.workouts[1] for offer in offers if len(offer.workouts) > 1}
    chosen = build_program(profile, start, others)
    assert _volumes(chosen) == _volumes(engine)
    assert check(chosen) == check(engine)
    held = {session.workout for week in chosen.weeks for session in week.sessions}
    assert set(others.values()) & held


def test_a_workout_nobody_offered_gives_way() -> None:
    profile, start = profiles.profile_of("half")
    place = offers_for(profile, start)[0].place
    for workout in ("no-such-workout", "easy-run", "downhill-technical"):
        assert build_program(profile, start, {place: workout}) == build_program(profile, start)


def test_places_count_quality_days_of_a_week() -> None:
    profile, start = profiles.profile_of("half")
    places = [offer.place for offer in offers_for(profile, start)]
    assert places == sorted(set(places))
    assert {position for _, position in places} <= {0, 1, 2}
