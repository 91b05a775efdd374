"""A session for every workout of the catalogue, and a few made by hand."""

from datetime import date

from core.enrichment.circumstances import family_of
from core.program.exchange import Interval, Session
from core.program.workouts import Workout, catalogue, prescribe

PACES = {"E": 340.0, "M": 290.0, "T": 277.0, "I": 240.0, "R": 225.0, "5K": 258.0, "10K": 270.0,
         "semi-marathon": 284.0, "marathon": 298.0}  # fmt: skip
DAY = date(2026, 11, 24)
CRUISE = Session(
    day="Mardi", rest_day=False, session_type="Seuil", duration_min=50.0, distance_km=9.5,
    pace_target="4:37/km", rpe=7, date=DAY, kind="threshold",
    workout="cruise-5min", warm_up_min=20.0, cool_down_min=10.0,
    intervals=(Interval(repetitions=3, duration_min=5.0, zone="T", rpe=7, pace_target="4:37/km",
                        recovery_min=1.5, recovery="jog"),),
)  # fmt: skip
EASY = Session(
    day="Mercredi", rest_day=False, session_type="Endurance fondamentale", duration_min=45.0, distance_km=8.0,
    pace_target="5:22-6:01/km", rpe=3, date=DAY, kind="easy", workout="easy-run",
)  # fmt: skip
RACE = Session(
    day="Dimanche", rest_day=False, session_type="Course", duration_min=45.0, distance_km=10.0,
    pace_target="4:30/km", rpe=9, date=DAY, kind="race",
)  # fmt: skip


def session_of(workout: Workout) -> Session:
    """The workout as a session of a well-trained runner."""
    intervals = prescribe(
        workout, zone_pace_s_per_km=PACES, max_work_km=20.0, max_work_min=90.0, progress=0.2
    )
    assert intervals is not None, workout.id
    hard = [part for part in intervals if part.zone in PACES and part.zone != "E"]
    return Session(
        day="Mardi", rest_day=False, session_type="Séance", duration_min=60.0, distance_km=11.0, rpe=5,
        pace_target="4:15/km" if hard else "5:22-6:01/km", date=DAY, kind=workout.kind, workout=workout.id,
        intervals=intervals or None, warm_up_min=20.0 if intervals else None,
        cool_down_min=10.0 if intervals else None,
    )  # fmt: skip


def sessions_of_every_family() -> dict[str, Session]:
    """By family of texts; the race too."""
    found = {"race": RACE}
    for workout in catalogue().values():
        session = session_of(workout)
        family = family_of(session)
        assert family is not None
        found.setdefault(family, session)
    return found
