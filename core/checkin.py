"""The morning check-in: how the runner feels changes the session of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from core.athlete import Language
from core.failure import Failure
from core.formatting import format_minutes, format_pace_range
from core.localisation import core_localizer
from core.notation.paces import first_pace, parse_pace, replace_paces
from core.paces import Range
from core.program.exchange import Interval, PaceRange, Session
from core.session_kinds import is_hard, kind_of

Feeling = Literal[1, 2, 3]
FIT, TIRED, EXHAUSTED = 1, 2, 3
SLOWER_BY = 1.1
"""A tired runner takes 10 % more time per km."""
TIRED_DAYS_TO_REST = 2
EASY_RPE = 4
OFF_ROAD_KINDS = frozenset({"strength", "cross"})
LIGHTER_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the check-in makes of a session, and the sentence that says why."""

    feeling: int
    forced_rest: bool
    before: Session
    session: Session
    message: str

    @property
    def changed(self) -> bool:
        """Whether the runner has something else to do than what was planned."""
        return self.session != self.before

    def to_json(self) -> dict[str, object]:
        """As the command line prints it."""
        return {
            "feeling": self.feeling,
            "forced_rest": self.forced_rest,
            "before": self.before.model_dump(mode="json", exclude_none=True),
            "session": self.session.model_dump(mode="json", exclude_none=True),
            "message": self.message,
        }


def adjust(
    session: Session,
    feeling: int,
    feelings_before: Sequence[int | None] = (),
    language: Language = "fr",
    *,
    easy: PaceRange | None = None,
) -> Adjustment:
    """The session of the day after the check-in.

    `feeling` is 1 (fit), 2 (tired) or 3 (very tired), else ValueError. `feelings_before` are the days before,
    yesterday first, None for a day without an answer. With the runner's `easy` paces, a hard session turned
    easy is never faster than these; without them every pace is simply 10 % slower.
    """
    if feeling not in (FIT, TIRED, EXHAUSTED):
        raise ValueError(f"A feeling is 1, 2 or 3, not {feeling}.")
    tired_days = 1 + sum(1 for _ in takewhile(lambda before: (before or FIT) >= TIRED, feelings_before))
    if feeling == EXHAUSTED or (feeling == TIRED and tired_days >= TIRED_DAYS_TO_REST):
        return _forced_rest(session, feeling, tired_days, language)
    text = core_localizer(language)
    if feeling == FIT:
        key = "checkin-fit-rest-day" if session.rest_day else "checkin-fit"
        return Adjustment(feeling, False, session, session, text(key))
    if session.rest_day:
        return Adjustment(feeling, False, session, session, text("checkin-tired-rest-day"))
    turned_easy = is_hard(session) and kind_of(session) != "race"
    slower = easier(session, language, easy=easy) if turned_easy else _slower(session)
    return Adjustment(feeling, False, session, slower, _tired_message(session, slower, language))


def rest_instead(session: Session) -> Session:
    """The same day as a rest day."""
    return Session(day=session.day, rest_day=True, date=session.date, kind="rest")


def easier(session: Session, language: Language = "fr", *, easy: PaceRange | None = None) -> Session:
    """A hard session turned into one continuous easy run, 10 % slower and never longer."""
    text = core_localizer(language)
    pace = _easy_pace(session.pace_target, easy)
    distance_km, duration_min = _continuous(session, pace)
    minutes = format_minutes(duration_min, language) if duration_min else ""
    return session.model_copy(
        update={
            "session_type": text("checkin-easy-type"),
            "kind": "easy",
            "workout": None,
            "pace_target": _written(pace) if pace else None,
            "distance_km": distance_km,
            "duration_min": duration_min,
            "rpe": min(_lower_rpe(session.rpe) or EASY_RPE, EASY_RPE),
            "description": text("checkin-easy-description"),
            "workout_structure": text("checkin-easy-structure", minutes=minutes) if minutes else None,
            "intervals": None,
            "warm_up_min": None,
            "cool_down_min": None,
            "climb_m": None,
        }
    )


def lighter(session: Session, language: Language = "fr", *, easy: PaceRange | None = None) -> Session:
    """An easy version of the session at 70 % of its length ("Plus léger"); a rest day stays as it is."""
    if session.rest_day:
        return session
    calm = easier(session, language, easy=easy) if is_hard(session) else _slower(session)
    duration_min = _scaled(calm.duration_min, LIGHTER_SHARE, 0)
    changes: dict[str, object] = {
        "duration_min": duration_min,
        "distance_km": _scaled(calm.distance_km, LIGHTER_SHARE, 1),
        "intervals": None,
        "workout_structure": None,
    }
    if duration_min:
        minutes = format_minutes(duration_min, language)
        changes["workout_structure"] = core_localizer(language)("checkin-easy-structure", minutes=minutes)
    return calm.model_copy(update=changes)


def _forced_rest(session: Session, feeling: int, tired_days: int, language: Language) -> Adjustment:
    text = core_localizer(language)
    message = (
        text("checkin-exhausted") if feeling == EXHAUSTED else text("checkin-tired-again", days=tired_days)
    )
    return Adjustment(feeling, True, session, session if session.rest_day else rest_instead(session), message)


def _tired_message(before: Session, after: Session, language: Language) -> str:
    text = core_localizer(language)
    if kind_of(before) in OFF_ROAD_KINDS:
        return text("checkin-tired-gym")
    key = "checkin-tired-race" if kind_of(before) == "race" else "checkin-tired"
    if kind_of(before) != kind_of(after):
        key = "checkin-tired-to-easy"
    name = before.session_type or text("checkin-nameless")
    if not before.pace_target or not after.pace_target or before.pace_target == after.pace_target:
        return text(f"{key}-effort", type=name)
    if key == "checkin-tired-to-easy" and not any(sign.isdigit() for sign in before.pace_target):
        return text("checkin-tired-to-easy-pace", type=name, after=after.pace_target)
    return text(key, type=name, before=before.pace_target, after=after.pace_target)


def _slower(session: Session) -> Session:
    """The same session 10 % slower: same time, less distance, and every pace written in it changed."""
    share = 1 / SLOWER_BY if session.duration_min else 1.0
    return session.model_copy(
        update={
            "pace_target": _slower_text(session.pace_target),
            "description": _slower_text(session.description),
            "workout_structure": _slower_text(session.workout_structure),
            "distance_km": _scaled(session.distance_km, share, 1),
            "rpe": _lower_rpe(session.rpe),
            "intervals": session.intervals and tuple(_slower_interval(part) for part in session.intervals),
        }
    )


def _slower_interval(interval: Interval) -> Interval:
    return interval.model_copy(
        update={"pace_target": _slower_text(interval.pace_target), "rpe": _lower_rpe(interval.rpe)}
    )


def _slower_text(text: str | None) -> str | None:
    if not text:
        return text
    alone = parse_pace(text)
    return replace_paces(text, _slower_pace) if isinstance(alone, Failure) else _written(_slower_pace(alone))


def _pace_of(text: str) -> Range | None:
    """The pace a target is, or the first one written in it."""
    alone = parse_pace(text)
    return first_pace(text) if isinstance(alone, Failure) else alone


def _slower_pace(pace: Range) -> Range:
    return Range(pace.min_s_per_km * SLOWER_BY, pace.max_s_per_km * SLOWER_BY)


def _easy_pace(pace_target: str | None, easy: PaceRange | None) -> Range | None:
    """The pace 10 % slower, held to the runner's easy paces when these are known; None when neither is."""
    typed = _pace_of(pace_target or "")
    slower = _slower_pace(typed) if typed else None
    if easy is None:
        return slower
    known = Range(easy.min_s_per_km, easy.max_s_per_km)
    if slower is None:
        return known
    return Range(max(slower.min_s_per_km, known.min_s_per_km), max(slower.max_s_per_km, known.max_s_per_km))


def _continuous(session: Session, pace: Range | None) -> tuple[float | None, float | None]:
    """Distance (km) and duration (min) of the outing run in one go at an easy pace, neither one longer."""
    distance_km = _scaled(session.distance_km, 1 / SLOWER_BY, 1)
    if distance_km is None or pace is None:
        return distance_km, session.duration_min
    min_per_km = (pace.min_s_per_km + pace.max_s_per_km) / 120
    if not session.duration_min:
        return distance_km, float(round(distance_km * min_per_km))
    distance_km = min(distance_km, round(session.duration_min / min_per_km, 1))
    return distance_km, min(float(round(distance_km * min_per_km)), session.duration_min)


def _lower_rpe(rpe: int | None) -> int | None:
    return None if rpe is None else max(rpe * 9 // 10, 1)


def _scaled(value: float | None, share: float, decimals: int) -> float | None:
    return None if value is None else round(value * share, decimals)


def _written(pace: Range) -> str:
    return format_pace_range(pace.min_s_per_km, pace.max_s_per_km)
