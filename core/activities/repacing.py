"""Other paces for the sessions that are left: every pace written in them changes, nothing else does."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from core.athlete import Performance, RunnerProfile
from core.notation.paces import replace_paces
from core.paces import Range, TrainingPaces, training_paces
from core.predictions import predict
from core.program.exchange import ProgramData, Session
from core.vdot import race_time_s
from core.week_changes import ChangedPlan
from core.week_changes.changes import changed

TEXTS = ("pace_target", "description", "workout_structure", "why")
WRITTEN_WITHIN_S = 0.51
"""Paces are written to the second."""
TEN_K_M = 10_000.0


@dataclass(frozen=True, slots=True)
class Repaced:
    """A plan with other paces from a day on, and the profile that gives the same ones."""

    plan: ChangedPlan
    profile: RunnerProfile


def repace(
    program: ProgramData,
    profile: RunnerProfile,
    reference: Performance,
    vdot: float,
    today: datetime.date,
    closed: Collection[tuple[int, int]] = (),
) -> Repaced:
    """The plan at a VDOT, from `today` on; `closed` are the days told of, by week number and position.

    A plan run by effort keeps its sessions: only its figures change.
    """
    after = training_paces(vdot)
    before = TrainingPaces.from_exchange(program.paces) if program.paces else after

    def mend(text: str) -> str:
        return replace_paces(text, lambda pace: _moved(pace, before, after))

    weeks = tuple(
        week.model_copy(
            update={
                "sessions": tuple(
                    _with_texts(session, mend)
                    if session.date and session.date >= today and (week.week_number, place) not in closed
                    else session
                    for place, session in enumerate(week.sessions)
                )
            }
        )
        for week in program.weeks
    )
    peak_km = max((week.total_volume_km for week in program.weeks), default=0.0)
    figures = {
        "vdot": round(vdot, 1),
        "paces": after.to_exchange(),
        "predictions": predict(vdot, peak_km).to_exchange(),
    }
    becomes = program.model_copy(update={"weeks": weeks, **figures})
    return Repaced(changed(program, becomes), replace(profile, reference=reference, layoff_days=0))


def performance_for(vdot: float, like: Performance | None) -> Performance:
    """The race time a VDOT stands for, over the distance of the runner's known time (else 10 km)."""
    distance_m = like.distance_m if like else TEN_K_M
    return Performance(distance_m, float(round(race_time_s(vdot, distance_m))))


def _with_texts(session: Session, mend: Callable[[str], str]) -> Session:
    texts = {name: mend(text) for name in TEXTS if (text := getattr(session, name))}
    intervals = session.intervals and tuple(
        part.model_copy(update={"pace_target": mend(part.pace_target)}) if part.pace_target else part
        for part in session.intervals
    )
    mended = session.model_copy(update={**texts, "intervals": intervals})
    return session if mended == session else mended


def _moved(pace: Range, before: TrainingPaces, after: TrainingPaces) -> Range:
    ends = [_moved_end(end, before, after) for end in (pace.min_s_per_km, pace.max_s_per_km)]
    return Range(min(ends), max(ends))


def _moved_end(s_per_km: float, before: TrainingPaces, after: TrainingPaces) -> float:
    """A training pace becomes the new one; a pace between two moves by their shares."""
    anchors = list(zip(_ends(before), _ends(after), strict=True))
    known = next((new for old, new in anchors if abs(old - s_per_km) <= WRITTEN_WITHIN_S), None)
    if known is not None:
        return known
    if s_per_km <= anchors[0][0] or s_per_km >= anchors[-1][0]:
        old, new = anchors[0] if s_per_km <= anchors[0][0] else anchors[-1]
        return s_per_km * new / old
    for (low, low_new), (high, high_new) in pairwise(anchors):
        if low <= s_per_km <= high:
            share = (s_per_km - low) / (high - low) if high > low else 0.0
            return low_new + share * (high_new - low_new)
    return s_per_km


def _ends(paces: TrainingPaces) -> tuple[float, ...]:
    """From fast to slow: R, I, T, M, and both ends of E."""
    zones = (paces.repetition, paces.interval, paces.threshold, paces.marathon)
    return (*(zone.min_s_per_km for zone in zones), paces.easy.min_s_per_km, paces.easy.max_s_per_km)
