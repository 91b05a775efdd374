"""Plans of every kind that is printed, drawn or listed: the longest, the shortest, an ultra, a run-walk."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from core.athlete import Goal, Language, Level, Performance, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import ProgramData
from core.races import find_race

TODAY = date(2026, 11, 20)
TEN_K = Performance(10_000, 2700)
KINDS: Mapping[str, Mapping[str, Any]] = {
    "twenty weeks": {
        "level": Level.INTERMEDIATE,
        "goal": Goal.MARATHON,
        "sessions_per_week": 7,
        "target_date": date(2027, 4, 11),
        "reference": TEN_K,
    },
    "four weeks": {
        "level": Level.INTERMEDIATE,
        "goal": Goal.FIVE_K,
        "sessions_per_week": 4,
        "target_date": date(2026, 12, 20),
        "reference": TEN_K,
    },
    "ultra": {
        "level": Level.ADVANCED,
        "goal": Goal.MARATHON,
        "sessions_per_week": 6,
        "target_date": date(2027, 3, 28),
        "current_km_per_week": 70.0,
        "longest_run_km": 28.0,
    },
    "run-walk": {"level": Level.BEGINNER, "goal": Goal.FIVE_K, "sessions_per_week": 3},
    "far race": {
        "level": Level.INTERMEDIATE,
        "goal": Goal.TEN_K,
        "sessions_per_week": 4,
        "target_date": date(2027, 4, 18),
    },
}


@cache
def plan_of_kind(kind: str, language: Language) -> ProgramData:
    details = dict(KINDS[kind])
    if kind == "ultra":
        details["race"] = find_race("EcoTrail Paris 80 km")[0].race
    return build_program(RunnerProfile(language=language, **details), TODAY)
