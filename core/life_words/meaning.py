"""What a wish means for a plan: a request, or the question that is still open."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.life_words import SessionWord, Wish
from core.program.exchange import ProgramData, Session, Week
from core.session_kinds import is_hard, kind_of
from core.week_changes.requests import Away, Ease, LightenWeek, Move, Pause, Request, Skip

BREAK_FROM_DAYS = 5
"""Shorter holidays are worked around like any days away."""
NEAR = timedelta(days=14)
KINDS_OF: dict[SessionWord, frozenset[str]] = {
    "long": frozenset({"long"}),
    "interval": frozenset({"interval", "repetition"}),
    "threshold": frozenset({"threshold"}),
    "hills": frozenset({"hills"}),
    "marathon": frozenset({"marathon"}),
    "easy": frozenset({"easy", "recovery", "run_walk"}),
    "race": frozenset({"race"}),
    "strength": frozenset({"strength"}),
    "test": frozenset({"test"}),
}
LOOSE_WORDS: frozenset[str] = frozenset({"interval", "hard"})
"""`mon fractionné` is many a runner's word for the hard session of the week, whatever it is."""

Ask = Literal["days", "which-days", "start", "pause", "session", "to"]
Action = Literal["move", "skip", "ease"]


@dataclass(frozen=True, slots=True)
class At:
    """A session of the plan by its place."""

    week_number: int
    position: int


@dataclass(frozen=True, slots=True)
class Question:
    """What must be asked: `readings` of the days, or `sessions` to choose from for an `action`."""

    ask: Ask
    readings: tuple[tuple[date, ...], ...] = ()
    length_days: int = 0
    action: Action = "move"
    sessions: tuple[At, ...] = ()
    to: date | None = None


@dataclass(frozen=True, slots=True)
class NoWay:
    """Why there is nothing to ask or do: no such session, outside the plan, or every week."""

    code: Literal["session", "outside", "every-week"]


def meant(
    wish: Wish, program: ProgramData, today: date, closed: Collection[tuple[int, int]] = ()
) -> Request | Question | NoWay:
    """The request a wish makes of this plan; days before `today` and those told of (`closed`) are over."""
    if wish.action == "every-week":
        return NoWay("every-week")
    if wish.action == "lighten":
        number = _week_of(program, wish.days[0])
        return NoWay("outside") if number is None else LightenWeek(number)
    if wish.action in ("away", "pause"):
        return _days_off(wish)
    return _about_session(wish, program, today, frozenset(closed))


def days_off(days: tuple[date, ...], *, holiday: bool) -> Request:
    """Days without running as a request: a holiday of five days or more is a break."""
    if holiday and len(days) >= BREAK_FROM_DAYS:
        return Pause(days[0], days[-1])
    return Away(days)


def _days_off(wish: Wish) -> Request | Question:
    holiday = wish.action == "pause"
    if wish.other_days:
        return Question("which-days", (wish.days, wish.other_days))
    if wish.length_days:
        return Question("start", length_days=wish.length_days)
    if not wish.days:
        return Question("pause" if holiday else "days")
    return days_off(wish.days, holiday=holiday)


def _about_session(
    wish: Wish, program: ProgramData, today: date, closed: frozenset[tuple[int, int]]
) -> Request | Question | NoWay:
    action: Action = "move" if wish.action == "move" else "skip" if wish.action == "skip" else "ease"
    coming = [
        (at, session)
        for at, session in _sessions(program)
        if session.date is not None and session.date >= today and (at.week_number, at.position) not in closed
    ]
    found = _named(wish, coming, program, today)
    if not found:
        return NoWay("session")
    if action != "move":
        if len(found) > 1:
            return Question("session", action=action, sessions=found)
        at = found[0]
        made = Skip if action == "skip" else Ease
        return made(at.week_number, at.position)
    return _moved(wish, program, found)


def _moved(wish: Wish, program: ProgramData, found: tuple[At, ...]) -> Request | Question:
    to = wish.to
    if wish.to is not None and wish.other_to is not None and len(found) == 1:
        weeks = [_week_of(program, day) for day in (wish.to, wish.other_to)]
        to = wish.other_to if weeks[0] != found[0].week_number == weeks[1] else wish.to
    if len(found) > 1:
        return Question("session", action="move", sessions=found, to=to)
    if to is None:
        return Question("to", action="move", sessions=found)
    return Move(found[0].week_number, found[0].position, to)


def _named(wish: Wish, coming: list[tuple[At, Session]], program: ProgramData, today: date) -> tuple[At, ...]:
    """The sessions the wish may mean: by their day, else by their kind in the first week that has one."""
    days = {*wish.days, *wish.other_days}
    if days:
        on_days = [(at, session) for at, session in coming if session.date in days]
        named = [pair for pair in on_days if _fits(pair[1], wish.session)]
        return tuple(at for at, _ in named or on_days)
    near = [pair for pair in coming if pair[1].date and pair[1].date <= today + NEAR]
    targets = {_week_of(program, day) for day in (wish.to, wish.other_to) if day is not None} - {None}
    if targets:
        near = [pair for pair in coming if pair[0].week_number in targets]
    named = [pair for pair in near if _fits(pair[1], wish.session)]
    if not named and wish.session in LOOSE_WORDS:
        named = [pair for pair in near if is_hard(pair[1]) and kind_of(pair[1]) != "race"]
    first = min((at.week_number for at, _ in named), default=0)
    return tuple(at for at, _ in named if at.week_number == first)


def _fits(session: Session, word: SessionWord | None) -> bool:
    if word in (None, "any"):
        return True
    if word == "hard":
        return is_hard(session) and kind_of(session) != "race"
    return word is not None and kind_of(session) in KINDS_OF[word]


def _sessions(program: ProgramData) -> Iterator[tuple[At, Session]]:
    for week in program.weeks:
        for position, session in enumerate(week.sessions):
            if not session.rest_day:
                yield At(week.week_number, position), session


def _week_of(program: ProgramData, day: date) -> int | None:
    """The number of the week a date lies in."""
    return next((week.week_number for week in program.weeks if _holds(week, day)), None)


def _holds(week: Week, day: date) -> bool:
    return any(session.date == day for session in week.sessions)
