"""One day of a plan: what to run, how, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages import Button
from bot.views.formats import full_weekday, label, safe, weekday_and_day
from core.formatting import format_distance, format_minutes
from core.localisation import Localizer
from core.notation.units import Units, format_distance_in, paces_in
from core.program.exchange import Interval, Session, StrengthSupplement
from storage.programs import StoredSession

PREFIX = "dy"
WEEK_PREFIX = "wk"
WATCH_PREFIX = "wf"
STRENGTH_SIGN = "💪"  # the hint of the week says what it means
ENRICHED_SIGN = "✨"
LONG_NAME = 16
METRES = "\u202fm"


def day_html(session: Session, words: Localizer, *, today: date | None = None, units: Units = "km") -> str:
    """The whole day; a rest day says so."""
    blocks = [_title(session, words)]
    if session.rest_day:
        blocks.append(words("day-rest" if session.date == today else "day-rest-other"))
    else:
        blocks += [block for block in (_head(session, words, units), _work(session, words)) if block]
    if session.why:
        blocks.append(words("day-why", why=safe(session.why)))
    if session.strength:
        blocks.append(_strength(session.strength, words))
    return paces_in("\n\n".join(blocks), units)


def session_in_brief(session: Session, words: Localizer, *, with_strength: bool = False) -> str:
    """`Footing facile · 8 km`: what a line of the week says of a session."""
    if session.rest_day:
        return words("week-rest")
    parts = [short_type(session, words), size(session, words)]
    text = " · ".join(part for part in parts if part)
    return f"{text} {STRENGTH_SIGN}" if session.strength and with_strength else text


def short_type(session: Session, words: Localizer) -> str:
    """The type of a session; the commonest in the short word runners use, so that a day keeps to its line."""
    name = session.session_type or ""
    return words("week-easy") if session.kind == "easy" and len(name) > LONG_NAME else safe(name)


def size(session: Session, words: Localizer) -> str:
    """The distance, else the duration of a session."""
    if session.distance_km and session.kind != "run_walk":
        return format_distance(session.distance_km, words.language)
    return format_minutes(session.duration_min, words.language) if session.duration_min else ""


def day_button(session_id: int, day: date, words: Localizer, key: str | None = None) -> Button:
    name = weekday_and_day(day, words.language)
    return Button(label=label(words(key, day=name) if key else name), data=f"{PREFIX}:{session_id}")


def around_row(
    item: StoredSession, sessions: Sequence[StoredSession], words: Localizer
) -> tuple[Button, ...]:
    """The session before, the way back to the week, the session after."""
    running = [other for other in sessions if not other.session.rest_day and other.session.date]
    before = [other for other in running if _order(other) < _order(item)][-1:]
    after = [other for other in running if _order(other) > _order(item)][:1]
    week = Button(
        label=label(words("week-button-week", number=item.week_number)),
        data=f"{WEEK_PREFIX}:{item.program_id}:{item.week_number}",
    )
    return (
        *_pages(before, "day-button-previous", words),
        week,
        *_pages(after, "day-button-next", words),
    )


def _pages(sessions: Sequence[StoredSession], key: str, words: Localizer) -> Iterator[Button]:
    for other in sessions:
        if other.session.date:
            yield day_button(other.id, other.session.date, words, key)


def _order(item: StoredSession) -> tuple[int, int]:
    return item.week_number, item.position


def _title(session: Session, words: Localizer) -> str:
    when = full_weekday(session.date, words.language) if session.date else session.day
    return words("day-title", date=when[:1].upper() + when[1:])


def _head(session: Session, words: Localizer, units: Units) -> str:
    facts = []
    if session.distance_km:
        facts.append(format_distance_in(session.distance_km, units, words.language))
    if session.duration_min:
        facts.append(format_minutes(session.duration_min, words.language))
    if session.rpe:
        facts.append(words("day-effort", rpe=session.rpe))
    return "\n".join(
        part
        for part in (words("day-session", type=safe(session.session_type or "")), " · ".join(facts))
        if part
    )


def _work(session: Session, words: Localizer) -> str:
    lines = list(_lines(session, words))
    if session.description:
        lines.insert(0, safe(session.description))
    return "\n".join(lines)


def _lines(session: Session, words: Localizer) -> Iterator[str]:
    if session.workout_structure and session.workout_structure != session.description:
        yield safe(session.workout_structure)
    elif session.intervals:
        yield from _structure(session, words)
    told = session.workout_structure or ""
    if session.pace_target and session.pace_target not in told and not session.intervals:
        yield words("day-pace", pace=safe(session.pace_target))
    if session.climb_m:
        yield words("day-climb", climb=f"{session.climb_m:.0f}{METRES}")
    if "RPE" in told:
        yield words("day-rpe")


def _structure(session: Session, words: Localizer) -> Iterator[str]:
    if session.warm_up_min:
        yield words("day-warm-up", minutes=format_minutes(session.warm_up_min, words.language))
    for interval in session.intervals or ():
        yield words(
            "day-work",
            repetitions=interval.repetitions,
            length=interval_length(interval, words),
            target=_target(interval, words),
            recovery=_recovery(interval, words),
        )
    if session.cool_down_min:
        yield words("day-cool-down", minutes=format_minutes(session.cool_down_min, words.language))


def interval_length(interval: Interval, words: Localizer) -> str:
    """One repetition as it is prescribed: metres or kilometres, else minutes."""
    if interval.distance_km:
        return format_distance(interval.distance_km, words.language)
    return short_minutes(interval.duration_min or 0.0)


def short_minutes(minutes: float) -> str:
    """`45 s`, `2 min`, `1 min 30`: short enough for repetitions and recoveries."""
    whole, seconds = divmod(round(minutes * 60), 60)
    if not whole:
        return f"{seconds}\u202fs"
    return f"{whole}\u202fmin" + (f"\u202f{seconds:02d}" if seconds else "")


def _target(interval: Interval, words: Localizer) -> str:
    if interval.pace_target:
        return words("day-target-pace", pace=safe(interval.pace_target))
    return words(f"day-target-zone-{interval.zone}")


def _recovery(interval: Interval, words: Localizer) -> str:
    if not interval.recovery_min:
        return ""
    return words(f"day-recovery-{interval.recovery or 'jog'}", length=short_minutes(interval.recovery_min))


def _strength(strength: StrengthSupplement, words: Localizer) -> str:
    head = words("day-strength", minutes=format_minutes(strength.minutes, words.language))
    exercises = (
        words("day-exercise", name=safe(exercise.name), prescription=safe(exercise.prescription))
        for exercise in strength.exercises
    )
    return "\n".join([head, *exercises])
