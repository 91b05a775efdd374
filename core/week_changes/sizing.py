"""Shorter and easier versions of sessions, and the weeks that must follow a lighter one."""

import re
from collections.abc import Callable, Collection

from core.athlete import Language
from core.checkin import easier
from core.formatting import format_minutes
from core.localisation import core_localizer
from core.program.exchange import Interval, ProgramData, Session, Week
from core.program.rules import language_of
from core.program.rules.limits import ALWAYS_ALLOWED_WEEKLY_KM, WEEKLY_GROWTH
from core.program.rules.load import loads
from core.program.rules.view import view_of
from core.session_kinds import is_hard, kind_of
from core.week_changes.changes import UNTOUCHED_KINDS, with_week

SMALLEST_SHARE = 0.70
SHORTEST_RUN_KM = 2.0
MOST_FOLLOWING_WEEKS = 8
RECOVERY_MIN_PER_KM = 9.0
"""Between repetitions one jogs slowly, walks or stands."""


def cut_session(session: Session, share: float, program: ProgramData) -> Session:
    """An easy run of a share of the session's length: a hard one becomes easy."""
    language = language_of(program)
    if not is_hard(session):
        return shortened(session, share, language)
    paces = program.paces or {}
    calm = easier(session, language, easy=paces.get("E"))
    if not session.distance_km or not calm.distance_km:
        return shortened(calm, share, language)
    return shortened(calm, min(1.0, share * session.distance_km / calm.distance_km), language)


def shortened(session: Session, share: float, language: Language) -> Session:
    """The same run at a share of its length, to half a kilometre, never under 2 km; without its extras."""
    km = session.distance_km
    new_km = max(round(km * share * 2) / 2, min(km, SHORTEST_RUN_KM)) if km else km
    real_share = new_km / km if km and new_km else share
    minutes = session.duration_min and float(round(session.duration_min * real_share))
    changes: dict[str, object] = {"distance_km": new_km, "duration_min": minutes}
    if real_share >= 1:
        return session
    if kind_of(session) == "run_walk":
        fewer = tuple(_fewer(part, real_share) for part in session.intervals or ())
        return session.model_copy(update=changes | {"intervals": fewer or None, "workout_structure": None})
    text = core_localizer(language)
    if minutes:
        changes["workout_structure"] = text(
            "checkin-easy-structure", minutes=format_minutes(minutes, language)
        )
    if session.intervals:
        gone = {"intervals": None, "warm_up_min": None, "cool_down_min": None, "workout": None}
        changes |= gone | {"description": text("checkin-easy-description"), "climb_m": None}
    return session.model_copy(update=changes)


def with_one_less(session: Session) -> Session | None:
    """A hard session without one of its repetitions; None where one is all there is."""
    parts = list(session.intervals or ())
    place = max(range(len(parts)), key=lambda at: parts[at].repetitions, default=None)
    if place is None or parts[place].repetitions < 2 or not (session.distance_km and session.duration_min):
        return None
    part = parts[place]
    parts[place] = part.model_copy(update={"repetitions": part.repetitions - 1})
    work_min_per_km = session.duration_min / session.distance_km
    minutes = part.duration_min or (part.distance_km or 0.0) * work_min_per_km
    lost_km = (part.distance_km or minutes / work_min_per_km) + (
        part.recovery_min or 0.0
    ) / RECOVERY_MIN_PER_KM
    lost_min = minutes + (part.recovery_min or 0.0)
    told = re.sub(
        rf"\b{part.repetitions} ×", f"{part.repetitions - 1} ×", session.workout_structure or "", count=1
    )
    return session.model_copy(
        update={
            "intervals": tuple(parts),
            "distance_km": round(max(session.distance_km - lost_km, SHORTEST_RUN_KM), 1),
            "duration_min": float(round(max(session.duration_min - lost_min, 1.0))),
            "workout_structure": told or None,
        }
    )


def explained(session: Session, program: ProgramData, why: str) -> Session:
    """The reason of the change in place of the old one, whose figures no longer hold."""
    if session.rest_day:
        return session
    text = core_localizer(language_of(program))
    return session.model_copy(update={"why": text(f"week-change-{why}-why")})


def held_to_growth(
    program: ProgramData, changed_week: int, closed: Collection[tuple[int, int]] = ()
) -> ProgramData:
    """Later weeks shortened where they would grow by more than 10 % over the last loading week.

    Days told of already (`closed`: week number and position) stay as they are.
    """
    for number in range(changed_week + 1, min(len(program.weeks), changed_week + MOST_FOLLOWING_WEEKS) + 1):
        load = loads(view_of(program))[number - 1]
        if load.reference_km is None:
            continue
        most = max(WEEKLY_GROWTH * load.reference_km, load.reference_km + ALWAYS_ALLOWED_WEEKLY_KM)
        if load.week.km > most:
            kept = {position for week, position in closed if week == number}
            program = with_week(program, number, _shortening(program, load.week.km - most, kept))
    return program


def is_easy_run(session: Session) -> bool:
    """Whether a day holds a run that may be cut without touching the quality of the week."""
    return not session.rest_day and kind_of(session) not in UNTOUCHED_KINDS and not is_hard(session)


def _fewer(interval: Interval, share: float) -> Interval:
    return interval.model_copy(update={"repetitions": max(1, int(interval.repetitions * share))})


def _shortening(program: ProgramData, excess_km: float, kept: Collection[int] = ()) -> Callable[[Week], Week]:
    """Takes the excess from the easy and long runs of a week in equal shares, but for `kept` positions."""
    language = language_of(program)

    def gives(position: int, session: Session) -> bool:
        return is_easy_run(session) and position not in kept

    def shorten(week: Week) -> Week:
        giving = [session for at, session in enumerate(week.sessions) if gives(at, session)]
        easy_km = sum(session.distance_km or 0.0 for session in giving)
        if not easy_km:
            return week
        # Half a kilometre more than the excess for each rounding that may go the other way.
        share = max(SMALLEST_SHARE, 1 - (excess_km + 0.25 * len(week.sessions)) / easy_km)
        sessions = tuple(
            explained(shortened(session, share, language), program, "follow")
            if gives(at, session)
            else session
            for at, session in enumerate(week.sessions)
        )
        return week.model_copy(update={"sessions": sessions})

    return shorten
