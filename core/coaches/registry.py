"""Every coach by name, and the one way to a session: settle the wish, build, check."""

from collections.abc import Mapping
from dataclasses import replace

from core.coaches.calisthenics.coach import Calisthenics
from core.coaches.coach import Coach
from core.coaches.competitions.coach import Competitions
from core.coaches.endurance.coach import Endurance
from core.coaches.force.coach import Force
from core.coaches.functional.coach import Functional
from core.coaches.offer import Alternative, Offer, OfferCode
from core.coaches.phrase import Phrase, phrase
from core.coaches.request import CoachName, SessionRequest
from core.coaches.session import CoachSession
from core.coaches.timing import session_s

COACHES: Mapping[CoachName, Coach] = {
    Force.name: Force(),
    Endurance.name: Endurance(),
    Functional.name: Functional(),
    Calisthenics.name: Calisthenics(),
    Competitions.name: Competitions(),
}
"""A coach joins by its line here; the sweep of tests and the command line find it by this."""
STEP_MIN = 5
"""Lengths are offered in these steps."""


class UnsoundSession(RuntimeError):
    """A coach built a session that breaks its own rules: always a bug, told with the breaches."""


def coach(name: CoachName) -> Coach:
    """The coach of this name; KeyError for another."""
    return COACHES[name]


def make_session(request: SessionRequest) -> CoachSession | Offer:
    """The session asked for, or a clear offer instead. Raises UnsoundSession where a coach has a bug."""
    answer = _answer(request)
    if isinstance(answer, CoachSession):
        return answer
    granted = (_granted(alternative) for alternative in answer.alternatives)
    return replace(answer, alternatives=tuple(filter(None, granted)))


def settle(request: SessionRequest) -> SessionRequest | Offer:
    """The wish with its focus; an Offer for a time or a focus this coach does not have."""
    known = coach(request.coach)
    if request.focus is not None and request.focus not in known.focuses:
        return _unknown_focus(known, request)
    if request.minutes < known.shortest_min:
        return _other_time("too_short", known.shortest_min, request)
    if request.minutes > known.longest_min:
        return _other_time("too_long", known.longest_min, request)
    return replace(request, focus=request.focus or known.focus_for(request))


def _answer(request: SessionRequest) -> CoachSession | Offer:
    settled = settle(request)
    if isinstance(settled, Offer):
        return settled
    made = coach(settled.coach).build(settled)
    if isinstance(made, Offer):
        return made
    breaches = coach(settled.coach).check(made, settled)
    if breaches and {found.rule for found in breaches} == {"time"}:
        return _as_long_as_good(made, settled)
    if breaches:
        raise UnsoundSession("; ".join(found.text.said("en") for found in breaches))
    return made


def _granted(alternative: Alternative) -> Alternative | None:
    """The alternative where its session can be made, else the shorter one that can; None without any."""
    answer = _answer(alternative.request)
    if isinstance(answer, CoachSession):
        return alternative
    shorter = next((one for one in answer.alternatives if answer.code == "no_session"), None)
    return _granted(shorter) if shorter and shorter.request.minutes < alternative.request.minutes else None


def _as_long_as_good(made: CoachSession, request: SessionRequest) -> Offer:
    """Less time, where what the runner has and can do fills no more of it sensibly."""
    minutes = int(session_s(made) / 60 / STEP_MIN) * STEP_MIN
    label = phrase("coaches-offer-minutes", length_min=minutes)
    text = phrase("coaches-offer-no-session", length_min=minutes)
    return Offer("no_session", text, (Alternative(label, request.changed(minutes=minutes)),))


def _other_time(code: OfferCode, minutes: int, request: SessionRequest) -> Offer:
    label = phrase("coaches-offer-minutes", length_min=minutes)
    text = phrase(f"coaches-offer-{code.replace('_', '-')}", length_min=request.minutes)
    return Offer(code, text, (Alternative(label, request.changed(minutes=minutes)),))


def _unknown_focus(known: Coach, request: SessionRequest) -> Offer:
    others = tuple(
        Alternative(Phrase(f"coaches-{known.name}-focus-{one.replace('_', '-')}"), request.changed(focus=one))
        for one in known.focuses[:3]
    )
    return Offer("unknown_focus", phrase("coaches-offer-unknown-focus", focus=request.focus or ""), others)
