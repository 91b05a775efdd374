"""The runners the prompt is tried on."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from core.athlete import CoursePoint, Goal, InjurySite, Level, Performance, Race, RunnerProfile, Terrain
from core.generation.brief import PlanBrief, brief_for

FILE = Path(__file__).with_name("profiles.toml")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    return tuple(_table()["profile"])


def profile_of(name: str) -> tuple[RunnerProfile, date]:
    """The runner of this name and the day of their plan."""
    row = {**_table()["defaults"], **_table()["profile"][name]}
    reference = row.get("reference")
    profile = RunnerProfile(
        level=Level(row["level"]),
        goal=Goal(row["goal"]),
        sessions_per_week=row["sessions"],
        target_date=row.get("target"),
        reference=Performance(*reference) if reference else None,
        injuries=tuple(InjurySite(site) for site in row.get("injuries", ())),
        injuries_notes=row.get("notes", ""),
        race=_race(row["race"]) if "race" in row else None,
        current_km_per_week=row.get("km"),
        longest_run_km=row.get("longest"),
        layoff_days=row.get("layoff", 0),
        language=row["language"],
    )
    return profile, row["start"]


@cache
def brief_of(name: str, variant: str = "a") -> PlanBrief:
    """What is asked for this runner."""
    profile, start = profile_of(name)
    return brief_for(profile, start, variant=variant)


def _race(row: dict[str, Any]) -> Race:
    return Race(
        name=row["name"],
        distance_km=row["km"],
        climb_m=row.get("up", 0.0),
        descent_m=row.get("down", 0.0),
        terrain=Terrain(row["terrain"]),
        temperature_c=row.get("temperature"),
        humidity_percent=row.get("humidity"),
        key_points=tuple(CoursePoint(text) for text in row.get("points", ())),
    )
