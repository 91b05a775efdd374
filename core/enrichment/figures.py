"""The numbers of one session: as words to put into texts, and as facts to hold texts against."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.athlete import Language
from core.formatting import NARROW_SPACE, format_distance, format_minutes
from core.localisation import core_localizer
from core.program.exchange import Interval, Session

PACE = re.compile(r"\d{1,2}:\d{2}")
HALF_GRAIN_MIN = 5
BY_FEEL = frozenset({"easy-no-watch", "easy-hilly", "long-rolling", "test-talk"})
"""Workouts run without an eye on the pace, though the plan knows one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text may repeat: minutes, km, repetitions, paces in seconds per km, efforts."""

    minutes: frozenset[float] = frozenset()
    km: frozenset[float] = frozenset()
    repetitions: frozenset[int] = frozenset()
    paces_s_per_km: frozenset[int] = frozenset()
    efforts: frozenset[int] = frozenset()
    others: frozenset[float] = field(default_factory=frozenset)


def placeholders(session: Session, language: Language) -> Mapping[str, str]:
    """What texts about the session may name, written for a runner; what it does not have is left out."""
    found: dict[str, str | None] = {
        "minutes": _minutes(session.duration_min, language),
        "half": _minutes(half_min(session), language),
        "km": format_distance(session.distance_km, language) if session.distance_km else None,
        "pace": None if session.workout in BY_FEEL else _pace(session.pace_target),
        "rpe": str(session.rpe) if session.rpe else None,
        "warm_up": _minutes(session.warm_up_min, language),
        "cool_down": _minutes(session.cool_down_min, language),
        **_of_work(session.intervals or (), language),
    }
    return {name: value for name, value in found.items() if value}


def facts(session: Session) -> Facts:
    """The session's numbers, those of its parts included."""
    intervals = session.intervals or ()
    paces = (session.pace_target, *(part.pace_target for part in intervals))
    parts_min = (session.duration_min, session.warm_up_min, session.cool_down_min, half_min(session))
    strength_min = session.strength.minutes if session.strength else None
    work_min = (minutes for part in intervals for minutes in _minutes_of(part))
    work_km = (km for part in intervals for km in _km_of(part))
    efforts = (session.rpe, *(part.rpe for part in intervals))
    return Facts(
        minutes=frozenset(value for m in (*parts_min, strength_min, *work_min) if m for value in _told(m)),
        km=frozenset(value for km in (session.distance_km, *work_km) if km for value in _told(km)),
        repetitions=frozenset(part.repetitions for part in intervals)
        | {sum(part.repetitions for part in intervals)},
        paces_s_per_km=frozenset(pace for text in paces for pace in paces_in(text or "")),
        efforts=frozenset(effort for effort in efforts if effort),
        others=frozenset({session.climb_m} if session.climb_m else ()),
    )


def paces_in(text: str) -> tuple[int, ...]:
    """The paces a text names, in seconds."""
    return tuple(60 * int(m) + int(s) for m, s in (found.split(":") for found in PACE.findall(text)))


def half_min(session: Session) -> float | None:
    """Half of the session, to five minutes; None for a short one."""
    if not session.duration_min or session.duration_min < 4 * HALF_GRAIN_MIN:
        return None
    return float(HALF_GRAIN_MIN * round(session.duration_min / 2 / HALF_GRAIN_MIN))


def short_minutes(minutes: float) -> str:
    """`20 s`, `3 min`, `1 min 30`: the length of a repetition or a recovery."""
    whole, seconds = divmod(round(minutes * 60), 60)
    if not whole:
        return f"{seconds}{NARROW_SPACE}s"
    text = f"{whole}{NARROW_SPACE}min"
    return f"{text}{NARROW_SPACE}{seconds:02d}" if seconds else text


def _told(value: float) -> tuple[float, ...]:
    """A number as it stands and as a runner may read it, rounded."""
    return round(value, 3), round(value, 1), float(round(value))


def _of_work(intervals: tuple[Interval, ...], language: Language) -> dict[str, str | None]:
    """Of the only piece of work; a set of several pieces has no one size."""
    if not intervals:
        return {}
    hardest = max(intervals, key=lambda part: part.rpe or 0)
    found = {"work_pace": _pace(hardest.pace_target)}
    if len(intervals) > 1:
        return found
    found["size"] = (
        format_distance(hardest.distance_km, language)
        if hardest.distance_km
        else short_minutes(hardest.duration_min or 0.0)
    )
    if hardest.repetitions > 1:
        found["reps"] = str(hardest.repetitions)
        if hardest.recovery_min:
            found["recovery"] = short_minutes(hardest.recovery_min)
            found["manner"] = core_localizer(language)(f"program-manner-{hardest.recovery or 'jog'}")
    return found


def _minutes_of(part: Interval) -> Iterator[float]:
    if part.duration_min:
        yield part.duration_min
        yield part.duration_min * part.repetitions
    if part.recovery_min:
        yield part.recovery_min


def _km_of(part: Interval) -> Iterator[float]:
    if part.distance_km:
        yield part.distance_km
        yield part.distance_km * part.repetitions


def _minutes(minutes: float | None, language: Language) -> str | None:
    return format_minutes(minutes, language) if minutes else None


def _pace(target: str | None) -> str | None:
    return target if target and PACE.search(target) else None
