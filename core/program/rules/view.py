"""A program as the rules see it: kinds inferred where they are missing, work and minutes worked out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from core.athlete import Goal, InjurySite, Level
from core.injuries import match_injuries
from core.program.exchange import HARD_KINDS, Interval, Kind, ProgramData, Session, Week
from core.program.rules import limits
from core.program.rules.limits import Distance
from core.program.rules.wording import (
    goal_from_words,
    level_from_words,
    pace_range_s_per_km,
)
from core.session_kinds import kind_of

ZONE_OF_KIND: Mapping[str, str] = {
    "marathon": "M",
    "threshold": "T",
    "interval": "I",
    "repetition": "R",
    "hills": "hill",
}
# Work by effort is held to the cap of the zone its session is for; in a fartlek, to that of threshold.
ZONE_OF_EFFORT: Mapping[str, str] = {**ZONE_OF_KIND, "interval": "T"}
# Only for work whose pace is nowhere to be found: it turns minutes into km and back.
USUAL_PACE_S_PER_KM: Mapping[str, float] = {"E": 390, "M": 340, "T": 320, "I": 295, "R": 275}
NOT_RUNNING: frozenset[str] = frozenset({"rest", "strength", "cross"})
UNSTRUCTURED_WORK_SHARE = 0.5  # of a hard session whose parts are not written out


@dataclass(frozen=True, slots=True)
class Work:
    """The work of one line of intervals, recoveries aside."""

    zone: str
    repetitions: int
    km: float
    minutes: float
    repetition_min: float
    recovery_min: float | None
    intense: bool


@dataclass(frozen=True)
class SessionView:
    """One entry of a week; `order` counts days from the Monday of the first week."""

    data: Session
    kind: Kind
    order: int
    week: int
    km: float
    minutes: float
    work: tuple[Work, ...]

    @property
    def is_run(self) -> bool:
        return self.kind not in NOT_RUNNING

    @property
    def is_training_run(self) -> bool:
        return self.is_run and self.kind != "race"

    @cached_property
    def intense_min(self) -> float:
        """Minutes above easy."""
        if not self.work and self.kind in HARD_KINDS:
            return self.minutes * UNSTRUCTURED_WORK_SHARE
        return min(self.minutes, sum(part.minutes for part in self.work if part.intense))

    @property
    def is_hard(self) -> bool:
        return self.is_run and (self.kind in HARD_KINDS or self.intense_min >= limits.HARD_WORK_MIN)


@dataclass(frozen=True)
class WeekView:
    """One week; `number` is its place from 1, whatever the file calls it."""

    data: Week
    number: int
    sessions: tuple[SessionView, ...]

    @cached_property
    def runs(self) -> tuple[SessionView, ...]:
        return tuple(session for session in self.sessions if session.is_training_run)

    @cached_property
    def km(self) -> float:
        """Training kilometres: the race is not training."""
        return sum(run.km for run in self.runs)

    @cached_property
    def km_with_race(self) -> float:
        return sum(session.km for session in self.sessions if session.is_run)

    @cached_property
    def has_race(self) -> bool:
        return any(session.kind == "race" for session in self.sessions)


@dataclass(frozen=True)
class PlanView:
    """The whole program and what the rules ask about it."""

    data: ProgramData
    weeks: tuple[WeekView, ...]

    @cached_property
    def sessions(self) -> tuple[SessionView, ...]:
        return tuple(session for week in self.weeks for session in week.sessions)

    @cached_property
    def runs(self) -> tuple[SessionView, ...]:
        return tuple(session for session in self.sessions if session.is_training_run)

    @cached_property
    def level(self) -> Level | None:
        return level_from_words(self.data.user_profile.level)

    @cached_property
    def goal(self) -> Goal | None:
        return goal_from_words(self.data.user_profile.goal)

    @cached_property
    def distance(self) -> Distance | None:
        """What the plan prepares: the race's own distance, else the goal's."""
        race = self.data.race
        return self.goal if race is None else limits.distance_of(race.distance_km)

    @cached_property
    def injuries(self) -> tuple[InjurySite, ...]:
        """The sites the plan must spare, named or told in the runner's own words."""
        profile = self.data.user_profile
        told = match_injuries(" ; ".join((*profile.injuries, profile.injuries_notes))).sites
        return tuple(site for site in InjurySite if site.value in profile.injuries or site in told)

    @property
    def current_km_per_week(self) -> float | None:
        return self.data.user_profile.current_km_per_week

    @property
    def longest_run_km(self) -> float | None:
        """The longest run of the 30 days before the start, in km."""
        return self.data.user_profile.longest_run_km

    @cached_property
    def available_days(self) -> frozenset[int]:
        """The weekdays the runner can run, all seven when nothing is said."""
        return frozenset(self.data.user_profile.available_days or range(7))

    @property
    def easy_pace_s_per_km(self) -> float:
        return zone_pace_s_per_km(self.data, "E")

    @cached_property
    def is_annotated(self) -> bool:
        """Whether the program carries the language-neutral keys; without them less can be judged."""
        return any(session.data.kind is not None for session in self.sessions)

    @cached_property
    def first_monday(self) -> date | None:
        """The Monday of the first week, from the start, the sessions' dates or the race."""
        dated = ((s.data.date, s.order) for s in self.sessions if s.data.date is not None)
        known = self.data.start_date or next((day - timedelta(order) for day, order in dated), None)
        target = self.data.user_profile.target_date
        if known is None and target is not None:
            known = target - timedelta(weeks=len(self.weeks) - 1)
        return known - timedelta(known.weekday()) if known is not None else None

    @cached_property
    def start_order(self) -> int:
        """The day the plan begins, from the Monday of the first week: 0 to 6."""
        return self.data.start_date.weekday() if self.data.start_date is not None else 0

    @cached_property
    def race_order(self) -> int | None:
        """The race of a dated plan, in days from the first Monday; None for a plan without one."""
        if self.data.user_profile.target_date is None:
            return None
        return next((s.order for s in reversed(self.sessions) if s.kind == "race"), None)

    @cached_property
    def is_slow_marathoner(self) -> bool:
        """Whether the race takes longer than about four and a half hours, as far as one can tell."""
        vdot = self.data.vdot
        slow = vdot is None or vdot < limits.SLOW_MARATHON_VDOT
        return self.distance == "ultra" or (self.distance is Goal.MARATHON and slow)

    @property
    def long_run_cap_min(self) -> float:
        return limits.LONG_RUN_SLOW_MIN if self.is_slow_marathoner else limits.LONG_RUN_MIN

    def is_partial(self, week: WeekView) -> bool:
        """Whether the plan begins or races inside this week."""
        return week.has_race or (week.number == 1 and self.start_order > 0)

    def has_notice(self, code: str) -> bool:
        return any(notice.code == code for notice in self.data.notices)


def view_of(program: ProgramData) -> PlanView:
    """The program with everything inferred that the rules need."""
    return PlanView(program, tuple(_weeks(program)))


def _weeks(program: ProgramData) -> Iterator[WeekView]:
    order = 0
    for number, week in enumerate(program.weeks, start=1):
        sessions = tuple(
            _session(program, session, order + index, number) for index, session in enumerate(week.sessions)
        )
        order += 7
        yield WeekView(week, number, sessions)


def _session(program: ProgramData, session: Session, order: int, week: int) -> SessionView:
    kind = kind_of(session)
    pace_s_per_km = _whole_run_pace_s_per_km(program, session, kind)
    km, minutes = session.distance_km or 0.0, session.duration_min or 0.0
    if kind in NOT_RUNNING:
        return SessionView(session, kind, order, week, km, minutes, ())
    work = tuple(_work(program, session, kind, interval) for interval in session.intervals or ())
    return SessionView(
        session,
        kind,
        order,
        week,
        km or minutes * 60 / pace_s_per_km,
        minutes or km * pace_s_per_km / 60,
        work,
    )


def _whole_run_pace_s_per_km(program: ProgramData, session: Session, kind: Kind) -> float:
    """An easy run's own pace; a hard session's pace is that of its work, so it says little of the whole."""
    own = None if kind in HARD_KINDS else pace_range_s_per_km(session.pace_target)
    return sum(own) / 2 if own else zone_pace_s_per_km(program, "E")


def zone_pace_s_per_km(program: ProgramData, zone: str) -> float:
    """The middle of the program's pace range for a zone, else a usual one."""
    if program.paces and zone in program.paces:
        pace = program.paces[zone]
        return (pace.min_s_per_km + pace.max_s_per_km) / 2
    return USUAL_PACE_S_PER_KM.get(zone, USUAL_PACE_S_PER_KM["T"])


def _work(program: ProgramData, session: Session, kind: Kind, interval: Interval) -> Work:
    zone = interval.zone if interval.zone != "effort" else ZONE_OF_EFFORT.get(kind, "effort")
    own = pace_range_s_per_km(interval.pace_target)
    pace_s_per_km = sum(own) / 2 if own else zone_pace_s_per_km(program, zone)
    minutes = interval.duration_min or (interval.distance_km or 0.0) * pace_s_per_km / 60
    km = interval.distance_km or minutes * 60 / pace_s_per_km
    return Work(
        zone=zone,
        repetitions=interval.repetitions,
        km=km * interval.repetitions,
        minutes=minutes * interval.repetitions,
        repetition_min=minutes,
        recovery_min=interval.recovery_min,
        intense=_is_intense(program, session, kind, interval),
    )


def _is_intense(program: ProgramData, session: Session, kind: Kind, interval: Interval) -> bool:
    """Above easy: zones M to R and hills; effort work from a stated RPE on, or in a hard session."""
    if interval.zone == "E" or kind in {"run_walk", "recovery"}:
        return False
    if interval.zone == "M":
        return not _marathon_pace_is_easy(program)
    if interval.zone == "effort":
        rpe = interval.rpe or session.rpe
        return kind in HARD_KINDS if rpe is None else rpe >= limits.INTENSE_EFFORT_RPE
    return True


def _marathon_pace_is_easy(program: ProgramData) -> bool:
    """For a marathon of five hours and more, easy running is as fast as race pace."""
    paces = program.paces or {}
    return "M" in paces and "E" in paces and paces["M"].max_s_per_km >= paces["E"].min_s_per_km
