"""A small valid program written by hand, as the JSON of a file: the ground the rules are tested on.

Eight weeks towards a 10K on Sunday 26 April 2026, four sessions a week: Tuesday easy, Thursday threshold,
Saturday easy, Sunday long. Weeks 3 and 6 recover, week 8 is the race.
"""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from core.program.exchange import ProgramData

DAYS = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
START = date(2026, 3, 2)
RACE_DAY = date(2026, 4, 26)
EASY_MIN_PER_KM = 5.75
THRESHOLD_MIN_PER_KM = 4.5
VOLUMES_KM = (30.0, 32.0, 26.0, 34.0, 36.0, 29.0, 36.5)
PACES = {
    "E": {"min_s_per_km": 330, "max_s_per_km": 360},
    "M": {"min_s_per_km": 290, "max_s_per_km": 300},
    "T": {"min_s_per_km": 268, "max_s_per_km": 272},
    "I": {"min_s_per_km": 245, "max_s_per_km": 251},
    "R": {"min_s_per_km": 225, "max_s_per_km": 231},
}

Json = dict[str, Any]


def rest() -> Json:
    return {"rest_day": True}


def easy(km: float, kind: str = "easy", session_type: str = "Endurance fondamentale") -> Json:
    return {
        "rest_day": False,
        "session_type": session_type,
        "kind": kind,
        "distance_km": km,
        "duration_min": round(km * EASY_MIN_PER_KM, 1),
        "pace_target": "5:30-6:00/km",
        "rpe": 3,
    }


def long_run(km: float) -> Json:
    return easy(km, "long", "Sortie longue")


def threshold(km: float, work_km: float) -> Json:
    """Two repetitions at threshold inside an easy run."""
    minutes = work_km * THRESHOLD_MIN_PER_KM + (km - work_km) * EASY_MIN_PER_KM
    return {
        "rest_day": False,
        "session_type": "Seuil",
        "kind": "threshold",
        "distance_km": km,
        "duration_min": round(minutes, 1),
        "pace_target": "4:30/km",
        "rpe": 7,
        "warm_up_min": 10,
        "cool_down_min": 5,
        "intervals": [
            {
                "repetitions": 2,
                "distance_km": work_km / 2,
                "zone": "T",
                "pace_target": "4:28-4:32/km",
                "recovery_min": 1.5,
                "recovery": "jog",
            }
        ],
    }


def race() -> Json:
    return {
        "rest_day": False,
        "session_type": "Course",
        "kind": "race",
        "distance_km": 10.0,
        "duration_min": 43.0,
        "pace_target": "4:18/km",
    }


def training_week(km: float) -> list[Json]:
    long_km, hard_km, first_km = (round(km * share, 1) for share in (0.34, 0.24, 0.21))
    last_km = round(km - long_km - hard_km - first_km, 1)
    hard = threshold(hard_km, round(0.045 * km, 1) * 2)
    return [rest(), easy(first_km), rest(), hard, rest(), easy(last_km), long_run(long_km)]


def race_week() -> list[Json]:
    return [rest(), easy(8.0), rest(), threshold(7.0, 1.4), rest(), easy(2.0), race()]


def valid() -> Json:
    """The program, free to be changed."""
    sessions = [*(training_week(km) for km in VOLUMES_KM), race_week()]
    program: Json = {
        "language": "fr",
        "start_date": START.isoformat(),
        "vdot": 48.0,
        "paces": PACES,
        "notices": [],
        "user_profile": {
            "level": "intermédiaire",
            "goal": "10K",
            "sessions_per_week": 4,
            "target_date": RACE_DAY.isoformat(),
            "current_km_per_week": 30.0,
            "longest_run_km": 10.0,
        },
        "program_summary": {
            "total_weeks": len(sessions),
            "philosophy": "Du calme, puis du rythme.",
            "key_phases": ["Construction", "Course"],
            "weekly_volume_progression": "De 30 à 36 km.",
            "phases": [
                {
                    "id": "build",
                    "name": "Construction",
                    "first_week": 1,
                    "last_week": 7,
                    "purpose": "Monter.",
                },
                {"id": "race", "name": "Course", "first_week": 8, "last_week": 8, "purpose": "Courir."},
            ],
        },
        "weeks": [week(number, days) for number, days in enumerate(sessions, start=1)],
        "tips": {"nutrition": ["Boire."], "recovery": ["Dormir."], "mental": ["Respirer."]},
    }
    return program


def week(number: int, sessions: list[Json]) -> Json:
    dated = [
        {"day": DAYS[index], "date": (START + timedelta(7 * (number - 1) + index)).isoformat(), **session}
        for index, session in enumerate(sessions)
    ]
    return {
        "week_number": number,
        "focus": "Une semaine",
        "total_volume_km": _sum(dated),
        "notes": "",
        "sessions": dated,
        "recovery": number in {3, 6},
    }


def put(program: Json, number: int, day: int, session: Json) -> None:
    """Replace one day of a week and keep the week's total true."""
    held = program["weeks"][number - 1]
    kept = {key: held["sessions"][day][key] for key in ("day", "date")}
    held["sessions"][day] = {**kept, **session}
    held["total_volume_km"] = _sum(held["sessions"])


def put_week(program: Json, number: int, sessions: list[Json]) -> None:
    for day, session in enumerate(sessions):
        put(program, number, day, session)


def at(program: Json, number: int, day: int) -> Json:
    session: Json = program["weeks"][number - 1]["sessions"][day]
    return session


def undated(program: Json) -> None:
    """Without a race: the last week becomes one more training week."""
    del program["user_profile"]["target_date"]
    put_week(program, 8, training_week(36.0))


def each_session(program: Json) -> Iterator[Json]:
    for held in program["weeks"]:
        yield from held["sessions"]


def without_added_keys(program: Json) -> Json:
    """The same program as a file that knows only the original format."""
    bare = deepcopy(program)
    for key in ("language", "start_date", "vdot", "paces", "notices"):
        bare.pop(key)
    bare["program_summary"].pop("phases")
    for held in bare["weeks"]:
        held.pop("recovery")
    for session in each_session(bare):
        for key in ("date", "kind", "warm_up_min", "cool_down_min"):
            session.pop(key, None)
    return bare


def program_of(raw: Json) -> ProgramData:
    return ProgramData.model_validate(raw)


def _sum(sessions: list[Json]) -> float:
    return round(sum(session.get("distance_km") or 0.0 for session in sessions), 2)
