"""Why a session is there: its reason, its place in the plan, and what its numbers rest on."""

from collections.abc import Iterator

from bot.views.formats import distance_name, safe
from bot.views.overview import phase_of
from bot.views.session import session_in_brief
from core.formatting import format_duration, format_number
from core.localisation import Localizer
from core.notation.units import Units, format_distance_in
from core.program.exchange import Week
from storage.programs import StoredProgram, StoredSession


def why_html(item: StoredSession, stored: StoredProgram, words: Localizer, units: Units = "km") -> str:
    """The answer to `/why`: one idea a paragraph."""
    head = f"{words('card-why-title')} · {session_in_brief(item.session, words)}"
    week = next(week.week for week in stored.weeks if week.week.week_number == item.week_number)
    return "\n\n".join(
        [
            head,
            *_reason(item, words),
            *_place(week, stored, words),
            *_share(item, week, words, units),
            _numbers(stored, words),
        ]
    )


def _reason(item: StoredSession, words: Localizer) -> Iterator[str]:
    yield safe(item.session.why) if item.session.why else words("card-why-none")
    if item.original is not None and item.original != item.session and not item.original.rest_day:
        yield words("card-why-adjusted", what=session_in_brief(item.original, words))


def _place(week: Week, stored: StoredProgram, words: Localizer) -> Iterator[str]:
    phase = phase_of(stored.program, week.week_number)
    if phase is not None:
        length = phase.last_week - phase.first_week + 1
        yield words(
            "card-why-phase",
            week=week.week_number,
            weeks=len(stored.weeks),
            phase=safe(phase.name),
            place=week.week_number - phase.first_week + 1,
            last=length if length > 1 else 0,
            purpose=safe(phase.purpose),
        )
    if week.recovery:
        yield words("card-why-recovery-week")


def _share(item: StoredSession, week: Week, words: Localizer, units: Units) -> Iterator[str]:
    km = item.session.distance_km
    if km and week.total_volume_km > km and item.session.kind != "run_walk":
        yield words(
            "card-why-share",
            km=format_distance_in(km, units, words.language),
            total=format_distance_in(week.total_volume_km, units, words.language),
        )


def _numbers(stored: StoredProgram, words: Localizer) -> str:
    reference = stored.profile.reference
    if reference is not None:
        distance = distance_name(reference.distance_m, words)
        time = format_duration(reference.time_s, words.language)
        return words("card-why-numbers", distance=distance, time=time)
    if stored.program.vdot and stored.program.paces:
        return words("card-why-numbers-vdot", vdot=format_number(stored.program.vdot, words.language))
    return words("card-why-no-numbers")
