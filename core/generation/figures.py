"""Whether the numbers in a sentence are those of the plan."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from core.program.exchange import ProgramData, Session, Week

PACE = re.compile(r"(\d{1,2})\s?[:'’]\s?([0-5]\d)")
NUMBER = re.compile(r"(?<![\w.,:])(\d+(?:[.,]\d+)?)\s*([^\W\d_]+|%)?")
HOURS = re.compile(r"(\d{1,2})\s?h\s?([0-5]\d)?\b")
KM_UNITS = frozenset(
    {
        "km",
        "kms",
        "k",
        "kilomètre",
        "kilomètres",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "bornes",
        "miles",
        "mi",
    }
)
MIN_UNITS = frozenset({"min", "mn", "minute", "minutes", "mins"})
FREE_UP_TO = 7
"""Small counts ("2 jours de repos", "3 mots") are speech, not figures of the plan."""
SHARES = frozenset({10.0, 15.0, 20.0, 25.0, 75.0, 80.0, 85.0, 90.0})  # of the 80/20 rule and the growth rule
NEAR = 0.51  # a figure of the plan may be told rounded


@dataclass(frozen=True)
class Figures:
    """The numbers a text about `weeks` may use; `extra_km` adds the race's distance and the like."""

    weeks: tuple[Week, ...]
    counts: frozenset[float] = frozenset()
    extra_km: tuple[float, ...] = field(default=())

    def agrees(self, sentence: str) -> bool:
        """Whether every pace, distance, duration and count of the sentence is one of the plan's."""
        rest = sentence
        for match in PACE.finditer(sentence):
            if f"{int(match[1])}:{match[2]}" not in self._paces:
                return False
            rest = rest.replace(match[0], " ")
        for match in HOURS.finditer(rest):
            if not _near(int(match[1]) * 60 + int(match[2] or 0), self._minutes):
                return False
            rest = rest.replace(match[0], " ")
        return all(self._knows(match[1], match[2]) for match in NUMBER.finditer(rest))

    def _knows(self, digits: str, unit: str | None) -> bool:
        value = float(digits.replace(",", "."))
        name = (unit or "").lower()
        if name in KM_UNITS:
            return _near(value, self._km)
        if name in MIN_UNITS:
            return value <= FREE_UP_TO or _near(value, self._minutes)
        return value <= FREE_UP_TO or value in self._counts or (name == "%" and value in SHARES)

    @cached_property
    def _km(self) -> frozenset[float]:
        totals = {week.total_volume_km for week in self.weeks}
        sessions = {s.distance_km for s in self._sessions if s.distance_km}
        parts = {part.distance_km for s in self._sessions for part in s.intervals or () if part.distance_km}
        return frozenset(totals | sessions | parts | set(self.extra_km))

    @cached_property
    def _minutes(self) -> frozenset[float]:
        found: set[float] = set()
        for session in self._sessions:
            found |= {m for m in (session.duration_min, session.warm_up_min, session.cool_down_min) if m}
            for part in session.intervals or ():
                found |= {m for m in (part.duration_min, part.recovery_min) if m}
        return frozenset(found)

    @cached_property
    def _paces(self) -> frozenset[str]:
        written = (text for s in self._sessions for text in (s.pace_target, s.workout_structure) if text)
        return frozenset(f"{int(m[1])}:{m[2]}" for text in written for m in PACE.finditer(text))

    @cached_property
    def _counts(self) -> frozenset[float]:
        repetitions = {float(part.repetitions) for s in self._sessions for part in s.intervals or ()}
        metres = {
            1000 * part.distance_km for s in self._sessions for part in s.intervals or () if part.distance_km
        }
        seconds = {
            60 * part.duration_min for s in self._sessions for part in s.intervals or () if part.duration_min
        }
        numbers = {float(week.week_number) for week in self.weeks}
        return frozenset(
            {round(value, 1) for value in repetitions | metres | seconds | numbers | self.counts}
        )

    @property
    def _sessions(self) -> Iterable[Session]:
        return [session for week in self.weeks for session in week.sessions]


def figures_of_week(program: ProgramData, week: Week) -> Figures:
    """The numbers a note about this week may use."""
    return Figures((week,), _lengths(program), _race_km(program))


def figures_of_plan(program: ProgramData) -> Figures:
    """The numbers a text about the whole plan may use."""
    profile = program.user_profile
    now_km = (profile.current_km_per_week, profile.longest_run_km)
    extra = (*_race_km(program), *(km for km in now_km if km))
    return Figures(program.weeks, _lengths(program), extra)


def _lengths(program: ProgramData) -> frozenset[float]:
    climb = (
        (program.race.climb_m, program.race.descent_m, program.race.temperature_c or 0.0)
        if program.race
        else ()
    )
    return frozenset({float(len(program.weeks)), *(round(value, 1) for value in climb)})


def _race_km(program: ProgramData) -> tuple[float, ...]:
    usual = {"5K": (5.0,), "10K": (10.0,), "semi-marathon": (21.1,), "marathon": (42.195, 42.2)}
    by_goal = usual.get(program.user_profile.goal, ())
    return (*by_goal, program.race.distance_km) if program.race else by_goal


def _near(value: float, known: Iterable[float]) -> bool:
    return any(abs(value - figure) < NEAR for figure in known)
