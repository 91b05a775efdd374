"""The shape of a plan before any kilometre: phases, loading and recovery weeks, taper, hard sessions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from core.athlete import Level
from core.program.layout import Layout
from core.program.schedule import Schedule
from core.program.situation import Situation

PhaseId = Literal["base", "build", "specific", "taper", "race"]
Role = Literal["load", "recovery", "taper", "race"]
CYCLE = 3
"""Every third week recovers."""
PAIR_WEEKS_APART = 2
EASY_LONG_RUNS = frozenset({"5K", "améliorer-endurance", "ultra"})
WORK_IN_LONG_RUN_FROM = 5
"""Towards 10 km work in the long run would cost a quality day: only who runs often has it."""
TAPER_EARLY, TAPER_LATE = 2, 1  # days a taper may begin sooner or later: weeks begin on Mondays


@dataclass(frozen=True, slots=True)
class Frame:
    """One week: `progress` runs from 0 in week 1 to 1 in the last week before the taper.

    `hard` counts hard sessions on quality days; `long_work` puts work above easy into the long run;
    `is_last` marks the week of the race or of the final test.
    """

    index: int
    monday: date
    phase: PhaseId
    role: Role
    progress: float
    hard: int
    long_work: bool
    is_last: bool

    @property
    def number(self) -> int:
        return self.index + 1


@dataclass(frozen=True, slots=True)
class Outline:
    """All weeks; the week and weekday of the longest run; the weeks with two long runs in a row."""

    frames: tuple[Frame, ...]
    longest_week: int
    longest_day: int
    pairs: frozenset[int]

    @property
    def longest_in_taper(self) -> bool:
        """Whether the longest run falls in a reduced week."""
        return self.frames[self.longest_week].role == "taper"


def outline(situation: Situation, schedule: Schedule, layout: Layout) -> Outline:
    """The shape of the plan: taper first, recovery weeks and phases before it."""
    taper = _taper_weeks(situation, schedule, layout) if situation.ends_with_race else 0
    race_weeks = 1 if situation.ends_with_race else 0
    before = max(schedule.weeks - race_weeks - taper, 0)
    taper = schedule.weeks - race_weeks - before
    recovery = _recovery(before, situation)
    phases = _phases(situation, before)
    phases += ["taper"] * taper
    phases += ["race"] * race_weeks
    frames = tuple(
        _frame(situation, schedule, index, phases[index], before, recovery) for index in range(schedule.weeks)
    )
    longest_week, longest_day = _longest_run(situation, schedule, layout, frames)
    if layout.forced:  # with quality beside the long run, the long run stays easy
        frames = tuple(replace(frame, long_work=False) for frame in frames)
    if longest_day != layout.long_day:  # a moved long run may touch a hard day: it stays easy
        moved = replace(frames[longest_week], long_work=False)
        frames = (*frames[:longest_week], moved, *frames[longest_week + 1 :])
    return Outline(frames, longest_week, longest_day, _pairs(situation, layout, frames, longest_week))


def _recovery(before: int, situation: Situation) -> frozenset[int]:
    """The recovery weeks; without a race the last week is one of them and holds the test."""
    if situation.ends_with_race:
        return recovery_weeks(before)
    return recovery_weeks(before - 1) | {before - 1}


def recovery_weeks(before: int) -> frozenset[int]:
    """Indexes of the recovery weeks among the `before` weeks that come ahead of a taper or test week.

    Every third; one that would touch the taper comes a week earlier, for the longest run needs a loaded week.
    """
    weeks = set(range(CYCLE - 1, before, CYCLE))
    if before - 1 in weeks:
        weeks = (weeks - {before - 1}) | {before - 2}
    return frozenset(weeks)


def _taper_weeks(situation: Situation, schedule: Schedule, layout: Layout) -> int:
    """Whole reduced weeks before race week: the taper in its days, the last loaded long run in its window."""
    demands = situation.demands
    least, most = demands.taper_days
    nearest, furthest = demands.longest_days
    race_day = schedule.last_weekday

    def misfit(weeks: int) -> tuple[bool, bool, bool, bool, int]:
        days = race_day + 7 * weeks
        long_days = days + 7 - layout.long_day
        return (
            not least - TAPER_LATE <= days <= most + TAPER_EARLY,
            not weeks
            and min(layout.days) >= race_day - 1,  # race week holds no training: the taper is before it
            not least <= days <= most,
            not nearest <= long_days <= furthest,
            weeks,
        )

    return min(demands.taper_weeks, key=misfit)


def _phases(situation: Situation, before: int) -> list[PhaseId]:
    """Base, build and specific weeks in the level's shares; every phase that fits has at least one week."""
    if before < CYCLE:
        only: PhaseId = "base" if situation.level is Level.BEGINNER else "build"
        return [only] * before
    base_share, build_share, _ = situation.level_demands.phases
    base = max(round(before * base_share), 1)
    build = max(round(before * build_share), 1)
    base = min(base, before - 2)
    build = min(build, before - base - 1)
    phases: tuple[tuple[PhaseId, int], ...] = (
        ("base", base),
        ("build", build),
        ("specific", before - base - build),
    )
    return [phase for phase, weeks in phases for _ in range(weeks)]


def _frame(
    situation: Situation,
    schedule: Schedule,
    index: int,
    phase: PhaseId,
    before: int,
    recovery: frozenset[int],
) -> Frame:
    role: Role = "recovery" if index in recovery else "load"
    if phase in {"taper", "race"}:
        role = "race" if phase == "race" else "taper"
    is_last = index == schedule.weeks - 1
    long_work = _works_long(situation, phase, role, index, rests_next=index + 1 in recovery | {before})
    return Frame(
        index=index,
        monday=schedule.first_monday + timedelta(weeks=index),
        phase=phase,
        role=role,
        progress=min(index / max(before - 1, 1), 1.0),
        hard=_hard_count(situation, phase, role, index, long_work=long_work),
        long_work=long_work,
        is_last=is_last,
    )


def _works_long(situation: Situation, phase: PhaseId, role: Role, index: int, *, rests_next: bool) -> bool:
    """The last loaded week before each lighter one, in the specific phase; a marathon's build phase too."""
    if situation.level is Level.BEGINNER or situation.distance in EASY_LONG_RUNS:
        return False
    if situation.distance == "10K" and situation.sessions < WORK_IN_LONG_RUN_FROM:
        return False
    if role != "load" or index < max(situation.easy_only_weeks, situation.one_hard_weeks):
        return False
    return rests_next and (phase == "specific" or (phase == "build" and situation.distance == "marathon"))


def _hard_count(situation: Situation, phase: PhaseId, role: Role, index: int, *, long_work: bool) -> int:
    """Hard sessions on quality days: none before a beginner's base, none while coming back from days off."""
    if index < situation.easy_only_weeks:
        return 0
    by_phase = _usual_hard(situation.level, situation.sessions)
    count = by_phase[("base", "build", "specific").index(phase) if phase in _LOADED else 2]
    if role == "recovery" or role == "race":
        return min(count, 1)
    most = 3 if situation.level is Level.ADVANCED and situation.sessions >= 6 else 2
    if index < situation.one_hard_weeks:
        most = 1
    return min(count, most - 1 if long_work else most)


_LOADED = frozenset({"base", "build", "specific"})


def _usual_hard(level: Level, sessions: int) -> tuple[int, int, int]:
    """Hard sessions in base, build and specific weeks."""
    if level is Level.BEGINNER:
        return (0, 1, 2 if sessions >= 5 else 1)
    if sessions <= 3:
        return (1, 1, 1 if level is Level.INTERMEDIATE or sessions == 2 else 2)
    return (1, 2, 2)


def _longest_run(
    situation: Situation, schedule: Schedule, layout: Layout, frames: Sequence[Frame]
) -> tuple[int, int]:
    """Week index and weekday of the longest run: in the window before the race, in a loaded week if possible.

    The usual long-run day comes first; failing that, another running day of a loaded week, then a free one.
    """
    if not situation.ends_with_race:
        return max(len(frames) - 2, 0), layout.long_day
    nearest, furthest = situation.demands.longest_days
    usual, free = (layout.long_day,), situation.profile.available_days or layout.days
    for role, days in (
        ("load", usual),
        ("load", layout.days),
        ("load", free),
        ("taper", usual),
        ("taper", layout.days),
    ):
        found = [
            (frame.index, day)
            for frame in frames
            for day in days
            if frame.role == role and nearest <= (schedule.last_day - frame.monday).days - day <= furthest
        ]
        if found:
            return found[-1]
    return max(len(frames) - 2, 0), layout.long_day


def _pairs(
    situation: Situation, layout: Layout, frames: Sequence[Frame], longest_week: int
) -> frozenset[int]:
    """Weeks with two long runs in a row: for an ultra, loaded weeks past the base, some weeks apart."""
    if not situation.is_ultra or situation.injuries or layout.pair is None or situation.sessions < CYCLE:
        return frozenset()
    loaded = [f.index for f in frames if f.role == "load" and f.index != longest_week]
    past_base = [index for index in loaded if frames[index].phase != "base"]
    chosen: list[int] = []
    for index in reversed(past_base or loaded):
        if not chosen or chosen[-1] - index >= PAIR_WEEKS_APART:
            chosen.append(index)
    return frozenset(chosen)
