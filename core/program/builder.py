"""Builds a whole training program from a profile: the one entry to the plan engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.athlete import RunnerProfile
from core.failure import Failure
from core.predictions import predict
from core.program.choosing import Choices, GuidedSelection, Offer, OfferingPrescriber
from core.program.exchange import (
    KeyPhase,
    ProgramData,
    ProgramSummary,
    RaceInfo,
    Session,
    UserProfile,
    Week,
)
from core.program.layout import DAYS, Layout, layout_for
from core.program.maintenance import maintenance_weeks
from core.program.notices import Notices
from core.program.periodisation import outline
from core.program.phrasing import LEVEL_KEYS, phrases
from core.program.prescription import Prescriber, RunWeek
from core.program.schedule import PlanRefused, Schedule, schedule_for
from core.program.sessions import SessionWriter
from core.program.situation import Situation
from core.program.strength_days import strength_by_day
from core.program.tips import tips_for
from core.program.volumes import sized_weeks
from core.program.week_notes import WeekNotes
from core.program.weekdays import Days
from core.program.why import WhyWriter

__all__ = ["PlanRefused", "build_program", "offers_for"]

SESSIONS_RANGE = (2, 7)


@dataclass(frozen=True)
class _Writers:
    sessions: SessionWriter
    whys: WhyWriter
    notes: WeekNotes


def build_program(profile: RunnerProfile, start: date, choices: Choices | None = None) -> ProgramData:
    """The program of a runner who starts on `start`.

    `choices` are workouts for quality days; those that do not fit give way to the engine's own.
    Raises PlanRefused (with a sentence for the runner) for a past date or a number of sessions outside
    2 to 7, and ImpossiblePerformance for a reference time no one runs.
    """
    situation, layout, schedule, days = _framed(profile, start)
    prescriber = Prescriber(situation, days.race_order, days.last_hard_order())
    if choices:
        prescriber.selection = GuidedSelection(situation, choices=choices)
    weeks = tuple(prescriber.week(sized) for sized in sized_weeks(situation, days))
    return _written(situation, schedule, layout, days, weeks)


def offers_for(profile: RunnerProfile, start: date) -> tuple[Offer, ...]:
    """What else each quality day of this runner's program could hold; raises as `build_program` does."""
    situation, _, _, days = _framed(profile, start)
    prescriber = OfferingPrescriber(situation, days.race_order, days.last_hard_order())
    for sized in sized_weeks(situation, days):
        prescriber.week(sized)
    return tuple(prescriber.offers)


def _framed(profile: RunnerProfile, start: date) -> tuple[Situation, Layout, Schedule, Days]:
    """The outline of the program, before any workout."""
    least, most = SESSIONS_RANGE
    if not least <= profile.sessions_per_week <= most:
        raise PlanRefused(Failure("program-sessions-range", {"sessions": profile.sessions_per_week}))
    situation = Situation(profile)
    layout = layout_for(situation)
    schedule = schedule_for(situation, layout.days, start)
    return (
        situation,
        layout,
        schedule,
        Days(situation, schedule, layout, outline(situation, schedule, layout)),
    )


def _written(
    situation: Situation, schedule: Schedule, layout: Layout, days: Days, weeks: tuple[RunWeek, ...]
) -> ProgramData:
    longest_week = days.outline.longest_week
    whys = WhyWriter(situation, days.race_order, days.last_hard_order(), longest_week)
    writers = _Writers(
        SessionWriter(situation, schedule.first_monday, whys),
        whys,
        WeekNotes(situation, schedule.last_day, days.race_order, longest_week),
    )
    peak_km = max(week.sized.km for week in weeks)
    return ProgramData(
        user_profile=_user_profile(situation),
        program_summary=_summary(situation, weeks),
        weeks=tuple(_week(writers, week, days.race_order) for week in weeks),
        tips=tips_for(situation),
        language=situation.language,
        start_date=schedule.first_day,
        race=_race_info(situation),
        vdot=None if situation.vdot is None else round(situation.vdot, 1),
        paces=situation.paces.to_exchange() if situation.has_reference else None,
        predictions=None if situation.vdot is None else predict(situation.vdot, peak_km).to_exchange(),
        notices=Notices(situation, schedule, layout, weeks).all(),
        maintenance=maintenance_weeks(writers.sessions, Prescriber(situation), schedule, layout),
    )


def _week(writers: _Writers, week: RunWeek, race_order: int | None) -> Week:
    by_order = {run.slot.order: run for run in week.runs}
    strength = strength_by_day(writers.sessions.situation, week, race_order)
    first = week.frame.index * DAYS
    sessions: list[Session] = []
    for order in range(first, first + DAYS):
        run = by_order.get(order)
        if run is None:
            sessions.append(writers.sessions.rest(order))
        else:
            why = writers.whys.why(week, run)
            sessions.append(writers.sessions.session(run, why, strength.get(order)))
    return Week(
        week_number=week.frame.number,
        focus=writers.notes.focus(week),
        total_volume_km=round(week.km, 1),
        notes=writers.notes.notes(week),
        sessions=tuple(sessions),
        phase=week.frame.phase,
        recovery=week.frame.role == "recovery",
    )


def _user_profile(situation: Situation) -> UserProfile:
    profile = situation.profile
    return UserProfile(
        level=profile.level.value,
        goal=situation.goal.value,
        sessions_per_week=profile.sessions_per_week,
        target_date=profile.target_date,
        current_km_per_week=profile.current_km_per_week,
        longest_run_km=profile.longest_run_km,
        injuries=tuple(site.value for site in situation.injuries),
        injuries_notes=profile.injuries_notes,
        long_run_day=profile.long_run_day,
        available_days=profile.available_days,
    )


def _race_info(situation: Situation) -> RaceInfo | None:
    race = situation.race
    if race is None:
        return None
    return RaceInfo(
        name=race.name,
        distance_km=race.distance_km,
        climb_m=race.climb_m,
        descent_m=race.descent_m,
        terrain=race.terrain.value,
        temperature_c=race.temperature_c,
        humidity_percent=race.humidity_percent,
        altitude_m=race.altitude_m,
        weather=race.weather,
    )


def _summary(situation: Situation, weeks: Sequence[RunWeek]) -> ProgramSummary:
    words = phrases(situation.language)
    hard = round(100 * situation.level_demands.intense_share)
    phases = _phases(situation, weeks)
    return ProgramSummary(
        total_weeks=len(weeks),
        philosophy=words(f"program-philosophy-{LEVEL_KEYS[situation.level]}", easy=100 - hard, hard=hard),
        key_phases=tuple(_told(situation, phase) for phase in phases),
        weekly_volume_progression=_progression(situation, weeks),
        phases=phases,
    )


def _phases(situation: Situation, weeks: Sequence[RunWeek]) -> tuple[KeyPhase, ...]:
    words = phrases(situation.language)
    found = []
    for phase, group in groupby(weeks, key=lambda week: week.frame.phase):
        numbers = [week.frame.number for week in group]
        found.append(
            KeyPhase(
                id=phase,
                name=words(f"program-phase-{phase}"),
                first_week=numbers[0],
                last_week=numbers[-1],
                purpose=words(f"program-purpose-{_purpose(situation, phase)}"),
            )
        )
    return tuple(found)


def _purpose(situation: Situation, phase: str) -> str:
    """Which purpose fits the phase: without a race, or without its date, there is no race to speak of."""
    if phase == "specific" and not situation.ends_with_race:
        return "specific-endurance"
    if phase == "race" and situation.race is None and situation.profile.target_date is None:
        return "race-undated"
    return phase


def _told(situation: Situation, phase: KeyPhase) -> str:
    words = phrases(situation.language)
    first, last = phase.first_week, phase.last_week
    if first == last:
        return words("program-key-phase-one", name=phase.name, first=first, purpose=phase.purpose)
    return words("program-key-phase", name=phase.name, first=first, last=last, purpose=phase.purpose)


def _progression(situation: Situation, weeks: Sequence[RunWeek]) -> str:
    words = phrases(situation.language)
    loads = [week.sized for week in weeks if week.frame.role == "load"]
    if len(loads) <= 1:
        return words("program-progression-flat", peak=words.km(max(week.sized.km for week in weeks)))
    return words(
        "program-progression",
        start=words.km(loads[0].km),
        peak=words.km(max(load.km for load in loads)),
        first=words.km(loads[0].long_km),
        longest=words.km(max(load.long_km for load in loads)),
    )
