"""Wishes for sessions, as the tests of the coaches make them."""

from collections.abc import Iterable
from typing import Any

from core.athlete import Level
from core.catalogue.exercise import Site
from core.coaches.equipment import Preset, preset
from core.coaches.offer import Offer
from core.coaches.registry import make_session, settle
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import CoachSession


def wish(
    coach: CoachName = "force",
    minutes: int = 45,
    place: Preset = "gym",
    level: Level = Level.INTERMEDIATE,
    hurt: Iterable[Site] = (),
    **others: Any,
) -> SessionRequest:
    """A wish; an intermediate runner with 45 minutes in a gym unless said otherwise."""
    return SessionRequest(coach, level, minutes, preset(place), hurt=frozenset(hurt), **others)


def settled(request: SessionRequest) -> SessionRequest:
    """The wish with its focus; fails for one that gets an offer."""
    found = settle(request)
    assert not isinstance(found, Offer), found.said("en")
    return found


def made(request: SessionRequest) -> CoachSession:
    """The session of a wish; fails with the sentence of an offer."""
    session = make_session(request)
    assert isinstance(session, CoachSession), session.said("en")
    return session


def offered(request: SessionRequest) -> Offer:
    """The offer for a wish that cannot be granted."""
    answer = make_session(request)
    assert isinstance(answer, Offer)
    return answer
