"""Every session of a sweep passes its coach's checks, fits its time and differs from the next."""

from collections.abc import Iterator
from itertools import product

import pytest

from core.athlete import Level
from core.catalogue.exercise import Site
from core.coaches.equipment import PRESETS, Preset, preset
from core.coaches.offer import Offer
from core.coaches.registry import COACHES, make_session
from core.coaches.request import CoachName, SessionRequest
from core.coaches.timing import fits, session_s
from core.localisation import LANGUAGES

MINUTES = range(20, 91, 5)
INJURIES: tuple[frozenset[Site], ...] = (
    frozenset(),
    frozenset({"knee"}),
    frozenset({"achilles"}),
    frozenset({"shin"}),
    frozenset({"back"}),
    frozenset({"shoulder"}),
    frozenset({"knee", "back"}),
)


FREE: frozenset[CoachName] = frozenset({"force", "endurance", "functional"})
"""Coaches whose work itself rotates: a competition has its format, a skill its step."""


def wishes(name: CoachName, level: Level, place: Preset) -> Iterator[SessionRequest]:
    """A part of all combinations, spread so that every pair of values comes; the benchmark does all."""
    focuses = COACHES[name].focuses
    for (i, minutes), (j, hurt), (k, focus) in product(
        enumerate(MINUTES), enumerate(INJURIES), enumerate(focuses)
    ):
        if (i + 2 * j + 3 * k) % 11 == 0:
            yield SessionRequest(name, level, minutes, preset(place), focus, hurt, rotation=i + j + k)


@pytest.mark.parametrize("place", PRESETS)
@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name.lower())
@pytest.mark.parametrize("name", list(COACHES))
def test_every_session_is_sound_and_fits_its_time(name: CoachName, level: Level, place: Preset) -> None:
    """The check itself runs in `make_session`, which raises for a session that breaks a rule."""
    made = 0
    for request in wishes(name, level, place):
        session = make_session(request)
        if isinstance(session, Offer):
            assert request.hurt or place != "box" or level is not Level.ADVANCED, session.said("en")
            assert all(session.said(language) for language in LANGUAGES)
            assert not any(isinstance(make_session(one.request), Offer) for one in session.alternatives)
            continue
        made += 1
        assert fits(session_s(session), request.minutes), request
        assert session.focus == request.focus
    assert made, "nothing but offers"


@pytest.mark.parametrize("place", PRESETS)
@pytest.mark.parametrize("name", list(COACHES))
def test_two_sessions_in_a_row_differ(name: CoachName, place: Preset) -> None:
    for level, (number, focus) in product(Level, enumerate(COACHES[name].focuses)):
        rotation = number + list(Level).index(level)
        request = SessionRequest(name, level, 45, preset(place), focus, rotation=rotation)
        one, next_one = make_session(request), make_session(request.changed(rotation=rotation + 1))
        if not isinstance(one, Offer) and not isinstance(next_one, Offer):
            assert one.blocks != next_one.blocks, request
            if name in FREE:
                assert one.work != next_one.work, request


@pytest.mark.parametrize("name", list(COACHES))
def test_the_same_wish_gives_the_same_session(name: CoachName) -> None:
    request = SessionRequest(name, Level.INTERMEDIATE, 45, preset("gym"), rotation=3)
    assert make_session(request) == make_session(request)


@pytest.mark.parametrize("name", list(COACHES))
@pytest.mark.parametrize("minutes", [5, 240])
def test_an_impossible_time_gets_an_offer_that_can_be_granted(name: CoachName, minutes: int) -> None:
    answer = make_session(SessionRequest(name, Level.INTERMEDIATE, minutes, preset("box")))
    assert isinstance(answer, Offer)
    assert answer.code == ("too_short" if minutes == 5 else "too_long")
    assert not isinstance(make_session(answer.alternatives[0].request), Offer)
