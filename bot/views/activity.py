"""A run read from a file: its figures, how it compares with the plan, and what is asked about it."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages import Button, SendPicture
from bot.views.formats import full_weekday, label, safe, weekday_and_day
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.activities.comparison import KEPT_WITHIN, Comparison
from core.activities.curve import pace_curve
from core.activities.model import Activity
from core.activities.signals import SIGNAL_ZONES
from core.formatting import format_duration
from core.localisation import Localizer
from core.notation.paces import KM_PER_MILE
from core.notation.units import Units, format_distance_in, format_pace_in
from core.paces import Range
from core.program.exchange import Session
from storage.programs import StoredSession

PREFIX = "av"
NAMED_ZONES = ("E", "M", "T", "I", "R", "race")
STOPS_FROM_S = 60.0
BEGINS_SOONER_S = 5.0
METRES = "\u202fm"


def run_picture(
    run: Activity,
    day: date,
    session: Session | None,
    compared: Comparison | None,
    words: Localizer,
    units: Units,
) -> SendPicture:
    """The run drawn over what was planned, its figures and one reading of it."""
    title = words("activity-title", day=_capital(full_weekday(day, words.language)))
    reading = reading_html(run, session, compared, words, units)
    caption = "\n".join([title, figures_line(run, words, units)]) + f"\n\n{reading}"
    unit = KM_PER_MILE if units == "mile" else 1.0
    figures = {
        "title": session_in_brief(session, words) if session else words("activity-extra"),
        "minutes_label": words("activity-minutes"),
        "pace_label": "min/mi" if units == "mile" else "min/km",
        "line": [[minute, pace * unit] for minute, pace in pace_curve(run)],
        "bands": list(_bands(compared, unit)) if compared else [],
        "zone_names": {
            zone: words("activity-asked", zone=words(f"activity-zone-{zone}")) for zone in NAMED_ZONES
        },
        "run_label": words("activity-run-line"),
    }
    return SendPicture(
        chart="run_pace", figures=figures, caption_html=caption, alt_text=figures_line(run, words, units)
    )


def figures_line(run: Activity, words: Localizer, units: Units) -> str:
    """`8 km en 44:10 · 5:31/km · D+ 80 m · 148 bpm · arrêts 2:10`."""
    return " · ".join(_figures(run, words, units))


def reading_html(
    run: Activity, session: Session | None, compared: Comparison | None, words: Localizer, units: Units
) -> str:
    """What was kept, what was not, why it matters, what comes next."""
    if session is None or compared is None:
        return words("activity-read-extra")
    told = {
        "done": _pace(compared.done_s_per_km, units),
        "target": format_pace_in(compared.target, units) if compared.target else "",
        "slower": _pace(compared.target.min_s_per_km + BEGINS_SOONER_S, units) if compared.target else "",
        "limit": _pace(compared.target.min_s_per_km, units) if compared.target else "",
        "first": _pace(compared.first_s_per_km, units),
        "last": _pace(compared.last_s_per_km, units),
        "zone": words(f"activity-zone-{compared.zone}") if compared.zone else "",
        "tells": "yes" if compared.zone in SIGNAL_ZONES else "no",
        "km": format_distance_in(run.distance_km, units, words.language),
        "planned": format_distance_in(session.distance_km or 0.0, units, words.language),
    }
    return words(f"activity-read-{compared.verdict}", **told)


def which_session_screen(
    run: Activity,
    day: date,
    doubt: str,
    choices: Sequence[StoredSession],
    version: int,
    words: Localizer,
    units: Units,
) -> Screen:
    """Which session this run was; or one beside the plan, or none to keep."""
    head = words("activity-title", day=_capital(full_weekday(day, words.language)))
    html = f"{head}\n{figures_line(run, words, units)}\n\n{words(f'activity-doubt-{doubt}')}"
    rows = [
        (Button(label=label(_choice(item, words)), data=f"{PREFIX}:{version}:s:{item.id}"),)
        for item in choices
    ]
    rows.append((Button(label=words("activity-button-extra"), data=f"{PREFIX}:{version}:x"),))
    rows.append((Button(label=words("activity-button-drop"), data=f"{PREFIX}:{version}:n"),))
    return Screen(html, tuple(rows))


def run_or_course_screen(name: str, version: int, words: Localizer) -> Screen:
    """A recorded track about as long as the race: a run of the runner's, or the course of the race."""
    return Screen(
        words("activity-or-course", race=safe(name)),
        (
            (Button(label=words("activity-button-run"), data=f"{PREFIX}:{version}:r"),),
            (Button(label=words("activity-button-course"), data=f"{PREFIX}:{version}:c"),),
        ),
    )


def _figures(run: Activity, words: Localizer, units: Units) -> Iterator[str]:
    yield words(
        "activity-figures",
        distance=format_distance_in(run.distance_km, units, words.language),
        time=format_duration(run.moving_s, words.language),
    )
    yield _pace(run.pace_s_per_km, units)
    if run.climb_m is not None and run.climb_m >= 1:
        yield words("activity-climb", climb=f"{run.climb_m:.0f}{METRES}")
    if run.mean_heart_rate:
        yield words("activity-heart-rate", beats=str(run.mean_heart_rate))
    if run.elapsed_s - run.moving_s >= STOPS_FROM_S:
        yield words("activity-stops", time=format_duration(run.elapsed_s - run.moving_s, words.language))


def _bands(compared: Comparison, unit: float) -> Iterator[dict[str, object]]:
    for stretch in compared.stretches:
        if stretch.pace is None:
            continue
        fast, slow = stretch.pace.min_s_per_km, stretch.pace.max_s_per_km
        if slow - fast < 1:  # a single pace is kept within this
            fast, slow = fast * (1 - KEPT_WITHIN), slow * (1 + KEPT_WITHIN)
        yield {
            "start_min": stretch.start_s / 60,
            "end_min": stretch.end_s / 60,
            "fast_s": fast * unit,
            "slow_s": slow * unit,
            "zone": stretch.zone,
        }


def _choice(item: StoredSession, words: Localizer) -> str:
    when = weekday_and_day(item.session.date, words.language) if item.session.date else item.session.day
    return f"{_capital(when)} · {session_in_brief(item.session, words)}"


def _pace(s_per_km: float | None, units: Units) -> str:
    return format_pace_in(Range(s_per_km, s_per_km), units) if s_per_km else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
