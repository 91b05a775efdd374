"""Runners of many kinds and the plans they get: the ground the builder is tested on."""

import re
from datetime import date, timedelta

from core.athlete import (
    CoursePoint,
    Goal,
    InjurySite,
    Level,
    Performance,
    Race,
    RunnerProfile,
    Terrain,
)
from core.program.builder import build_program
from core.program.exchange import ProgramData, Session

MONDAY = date(2026, 11, 23)
TEN_K_50 = Performance(10_000, 3000)
PACE = re.compile(r"\d:\d\d")


def sunday(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks - 1, days=6)


def half(**changes: object) -> RunnerProfile:
    usual: dict[str, object] = {
        "level": Level.INTERMEDIATE,
        "goal": Goal.HALF_MARATHON,
        "sessions_per_week": 4,
        "target_date": sunday(12),
        "reference": TEN_K_50,
        "current_km_per_week": 30.0,
    }
    return RunnerProfile(**(usual | changes))  # type: ignore[arg-type]


TRAIL = Race("Trail du Lac", 30, 1500, 1500, Terrain.TRAIL, key_points=(CoursePoint("la montée du col", 12),))
ULTRA = Race("Grand Tour", 80, 3500, 3500, Terrain.TRAIL, key_points=(CoursePoint("la nuit"),))
HOT = Race("Midi", 21.1, temperature_c=30, humidity_percent=60)
HIGH = Race("Haute Route", 21.1, altitude_m=2200)

PROFILES = {
    "half": half(),
    "half-en": half(language="en"),
    "no reference": half(reference=None),
    "starter": RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3),
    "couch": RunnerProfile(Level.BEGINNER, Goal.TEN_K, 3, current_km_per_week=0.0, language="en"),
    "marathon": half(goal=Goal.MARATHON, target_date=sunday(18), sessions_per_week=5),
    "slow marathon": RunnerProfile(Level.BEGINNER, Goal.MARATHON, 4, reference=Performance(10_000, 4200)),
    "advanced": half(level=Level.ADVANCED, sessions_per_week=7, current_km_per_week=70.0),
    "endurance": RunnerProfile(Level.INTERMEDIATE, Goal.ENDURANCE, 3),
    "dated endurance": half(goal=Goal.ENDURANCE),
    "weekend": half(sessions_per_week=2, available_days=(5, 6)),
    "knee": half(injuries=(InjurySite.KNEE,)),
    "achilles": half(injuries_notes="mon tendon d’Achille tire depuis un mois"),
    "shin": half(injuries=(InjurySite.SHIN,), language="en"),
    "trail": half(race=TRAIL),
    "ultra": half(race=ULTRA, target_date=sunday(20), sessions_per_week=5, goal=Goal.MARATHON),
    "ultra beginner": half(
        race=ULTRA, target_date=sunday(20), level=Level.BEGINNER, goal=Goal.MARATHON, current_km_per_week=40.0
    ),
    "hot": half(race=HOT),
    "hot by effort": half(race=HOT, reference=None, language="en"),
    "high": half(race=HIGH),
    "layoff": half(layoff_days=30),
    "layoff by effort": half(layoff_days=90, reference=None),
    "far": half(target_date=sunday(22)),
    "far starter": RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3, sunday(20)),
    "short": half(target_date=sunday(4)),
    "midweek": half(target_date=sunday(12) - timedelta(days=4)),
    "few days": half(available_days=(1, 6)),
    "two runs": half(goal=Goal.MARATHON, target_date=sunday(18), sessions_per_week=2, language="en"),
    "small": half(goal=Goal.MARATHON, target_date=sunday(12), current_km_per_week=12.0),
}


def plan(name: str) -> ProgramData:
    return build_program(PROFILES[name], MONDAY)


def sessions(program: ProgramData) -> list[Session]:
    return [session for week in program.weeks for session in week.sessions if not session.rest_day]


def codes(program: ProgramData) -> set[str]:
    return {notice.code for notice in program.notices}
