"""A plan at a glance: dates, stages, paces, what to know, and the picture of its weeks."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages import Button, Keyboard, SendPicture, SendText
from bot.views.formats import foreign, full_weekday, goal_name, label, long_date, safe
from bot.views.week import week_button
from core.athlete import Goal
from core.formatting import format_distance, format_pace_range
from core.localisation import Localizer
from core.notation.miles import in_miles_number
from core.notation.units import Units
from core.program.exchange import KeyPhase, ProgramData, Week

PREFIX = "pl"
PACE_ORDER = ("E", "M", "T", "I", "R")
CHART = "plan_volume"
# Told week by week when it is time; on the first screen it would bury what matters today.
TOLD_WITH_TIPS = "injury_back"


def overview(program: ProgramData, words: Localizer) -> SendText:
    """The plan in one message, buttons left to the picture that follows."""
    return SendText(html=overview_html(program, words))


def overview_html(program: ProgramData, words: Localizer) -> str:
    blocks = [
        "\n".join(_head(program, words)),
        safe(program.program_summary.philosophy),
        "\n".join(_phases(program, words)),
        "\n".join(_paces(program, words)),
        "\n".join(_notices(program, words)),
    ]
    return "\n\n".join(block for block in blocks if block)


def picture(
    program: ProgramData, program_id: int, words: Localizer, *, week: int, units: Units = "km"
) -> SendPicture:
    """Volume and longest run by week; `week` is the one its button opens."""
    return SendPicture(
        chart=CHART,
        figures=chart_figures(program, words, units),
        caption_html=words("plan-chart-caption"),
        alt_text=chart_alt_text(program, words),
        keyboard=overview_keyboard(program_id, week, words),
    )


def overview_keyboard(program_id: int, week: int, words: Localizer) -> Keyboard:
    key = "plan-button-first-week" if week == 1 else "plan-button-week"
    opening = week_button(program_id, week, words, key, as_new=True)
    return (
        (opening,),
        (
            Button(label=label(words("plan-button-today")), data=f"{PREFIX}:today"),
            Button(label=label(words("plan-button-tips")), data=f"{PREFIX}:tips"),
        ),
        (Button(label=label(words("export-button-calendar")), data=f"{PREFIX}:calendar"),),
        (Button(label=label(words("print-button-plan")), data=f"{PREFIX}:print"),),
    )


def tips_html(program: ProgramData, words: Localizer) -> str:
    tips = program.tips
    way_back = tuple(notice.text for notice in program.notices if notice.code == TOLD_WITH_TIPS)
    kinds = {
        "way-back": way_back,
        "nutrition": tips.nutrition,
        "recovery": tips.recovery,
        "mental": tips.mental,
    }
    blocks = [words("plan-tips-title")]
    for kind, texts in kinds.items():
        if texts:
            lines = (words("plan-bullet", text=safe(text)) for text in texts)
            blocks.append("\n".join([words(f"plan-tips-{kind}"), *lines]))
    return "\n\n".join(blocks)


def chart_figures(program: ProgramData, words: Localizer, units: Units = "km") -> dict[str, Any]:
    """What the chart draws, as JSON: numbers by week in the runner's unit, stages, and its words."""
    scale = 1.0 if units == "km" else in_miles_number(1.0)
    return {
        "weeks": [
            {
                "number": week.week_number,
                "km": round(week.total_volume_km * scale, 1),
                "long_km": round(longest_run_km(week) * scale, 1),
                "recovery": week.recovery,
            }
            for week in program.weeks
        ],
        "phases": [
            {"id": phase.id, "name": phase.name, "first": phase.first_week, "last": phase.last_week}
            for phase in program.program_summary.phases
        ],
        "race_week": next((week.week_number for week in program.weeks if _has_race(week)), None),
        "title": words("plan-chart-title" if units == "km" else "plan-chart-title-in-miles"),
        "week_label": words("plan-chart-week"),
        "long_run_label": words("plan-chart-long-run"),
        "recovery_label": words("plan-chart-recovery"),
        "race_label": words("plan-chart-race"),
        "decimal_comma": words.language == "fr",
    }


def chart_alt_text(program: ProgramData, words: Localizer) -> str:
    language = words.language
    volumes = [week.total_volume_km for week in program.weeks]
    sentences = [
        words(
            "plan-chart-alt",
            weeks=len(volumes),
            start=format_distance(volumes[0], language),
            peak=format_distance(max(volumes), language),
            longest=format_distance(max(map(longest_run_km, program.weeks)), language),
        )
    ]
    sentences += [
        words(
            "plan-chart-alt-phase",
            name=phase.name,
            first=0 if phase.first_week == phase.last_week else phase.first_week,
            last=phase.last_week,
        )
        for phase in program.program_summary.phases
    ]
    return " ".join(sentences)


def longest_run_km(week: Week) -> float:
    """The longest run of a week, the race aside (in the race week it would hide the taper)."""
    return max((s.distance_km or 0.0 for s in week.sessions if s.kind != "race"), default=0.0)


def phase_of(program: ProgramData, week_number: int) -> KeyPhase | None:
    phases = program.program_summary.phases
    return next((phase for phase in phases if phase.first_week <= week_number <= phase.last_week), None)


def first_day(program: ProgramData) -> date | None:
    return program.start_date or next(
        (s.date for week in program.weeks for s in week.sessions if s.date), None
    )


def last_day(program: ProgramData) -> date | None:
    dates = [s.date for week in program.weeks for s in week.sessions if s.date and not s.rest_day]
    return max(dates, default=None)


def _has_race(week: Week) -> bool:
    return any(session.kind == "race" for session in week.sessions)


def _head(program: ProgramData, words: Localizer) -> Iterator[str]:
    weeks = len(program.weeks)
    if program.race:
        yield words("plan-title-race", race=foreign(program.race.name), weeks=weeks)
    else:
        yield words("plan-title", goal=goal_name(Goal(program.user_profile.goal), words), weeks=weeks)
    first, last = first_day(program), last_day(program)
    if first and last:
        yield words(
            "plan-dates",
            first=full_weekday(first, words.language),
            last=long_date(last, words.language),
            count=program.user_profile.sessions_per_week,
        )
    volumes = [week.total_volume_km for week in program.weeks]
    yield words(
        "plan-volume",
        start=format_distance(volumes[0], words.language),
        peak=format_distance(max(volumes), words.language),
    )
    if program.maintenance:
        yield words("plan-maintenance")


def _phases(program: ProgramData, words: Localizer) -> Iterator[str]:
    if program.program_summary.phases:
        yield words("plan-phases")
    for phase in program.program_summary.phases:
        alone = phase.first_week == phase.last_week
        yield words(
            "plan-phase",
            name=safe(phase.name),
            first=0 if alone else phase.first_week,
            last=phase.last_week,
            purpose=safe(phase.purpose),
        )


def _paces(program: ProgramData, words: Localizer) -> Iterator[str]:
    if not program.paces:
        yield words("plan-no-paces")
        return
    yield words("plan-paces")
    for zone in PACE_ORDER:
        if pace := program.paces.get(zone):
            written = format_pace_range(pace.min_s_per_km, pace.max_s_per_km)
            yield words(f"plan-pace-{zone}", pace=written)


def _notices(program: ProgramData, words: Localizer) -> Iterator[str]:
    told = [notice for notice in program.notices if notice.code != TOLD_WITH_TIPS]
    if told:
        yield words("plan-notices")
    for notice in told:
        yield words("plan-bullet", text=safe(notice.text))
