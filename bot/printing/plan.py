"""A whole plan as a PDF: what it is for, its stages and paces, every week as a table, the advice."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.charts import draw
from bot.printing.sheet import LINE, WIDTH, Cell, Sheet
from bot.views.formats import full_weekday, goal_name, long_date, short_date, weekday_and_day
from bot.views.overview import (
    PACE_ORDER,
    chart_alt_text,
    chart_figures,
    first_day,
    last_day,
    phase_of,
)
from core.athlete import Goal
from core.formatting import format_distance, format_minutes
from core.localisation import Localizer
from core.notation.miles import in_units
from core.notation.units import Units, format_distance_in, format_pace_in
from core.paces import Range
from core.program.exchange import ProgramData, Session, StrengthSupplement, Week

TAGS = re.compile(r"<[^>]+>")
BOX_WIDTH, DAY_WIDTH, WHAT_WIDTH = 5.5, 22.0, 42.5
HOW_WIDTH = WIDTH - BOX_WIDTH - DAY_WIDTH - WHAT_WIDTH
CHART_WIDTH = 118.0


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: a plan in its runner's unit, with the dates that are done."""

    program: ProgramData
    words: Localizer
    units: Units
    printed_at_utc: datetime
    done: frozenset[date] = frozenset()

    def said(self, text: str) -> str:
        """A text of the chat or the plan, as plain words in the runner's unit."""
        plain = html.unescape(TAGS.sub("", text))
        return in_units(plain, self.units, self.words.language)

    def distance(self, km: float) -> str:
        return format_distance_in(km, self.units, self.words.language)


def plan_pdf(printed: Printed) -> bytes:
    """The pages; the same plan printed at the same instant gives the same bytes."""
    words, program = printed.words, printed.program
    title = _title(printed)
    sheet = Sheet(title, printed.said(words("print-foot", title=title)), program.language)
    sheet.set_creation_date(printed.printed_at_utc)
    sheet.set_creator("RunCoach")
    _overview(sheet, printed, title)
    _legend(sheet, printed)
    for week in (*program.maintenance, *program.weeks):
        _week(sheet, week, printed)
    _strength(sheet, printed)
    _tips(sheet, printed)
    return bytes(sheet.output())


def _title(printed: Printed) -> str:
    program, words = printed.program, printed.words
    if program.race:
        return program.race.name
    title = printed.said(words("print-title", goal=goal_name(Goal(program.user_profile.goal), words)))
    return title[:1].upper() + title[1:]


def _overview(sheet: Sheet, printed: Printed, title: str) -> None:
    program, words = printed.program, printed.words
    sheet.title_line(title)
    for line in _facts(printed):
        sheet.words(line, quiet=True)
    sheet.ln(1.5)
    sheet.words(printed.said(program.program_summary.philosophy))
    if program.weeks:
        figures = chart_figures(program, words, printed.units)
        sheet.picture(draw("plan_volume", figures), CHART_WIDTH, chart_alt_text(program, words))
    _phases(sheet, printed)
    _paces(sheet, printed)
    if program.notices:
        sheet.head(printed.said(words("plan-notices")))
        for notice in program.notices:
            sheet.bullet(printed.said(notice.text))


def _facts(printed: Printed) -> Iterator[str]:
    program, words = printed.program, printed.words
    if program.race:
        race = program.race
        climb = words("print-climb", climb=round(race.climb_m)) if race.climb_m else ""
        yield " · ".join(part for part in (printed.distance(race.distance_km), climb) if part)
    first, last = first_day(program), last_day(program)
    if first and last:
        yield printed.said(
            words(
                "plan-dates",
                first=full_weekday(first, words.language),
                last=long_date(last, words.language),
                count=program.user_profile.sessions_per_week,
            )
        )
    volumes = [week.total_volume_km for week in program.weeks]
    if volumes:
        start, peak = (format_distance(km, words.language) for km in (volumes[0], max(volumes)))
        yield printed.said(words("plan-volume", start=start, peak=peak))


def _phases(sheet: Sheet, printed: Printed) -> None:
    phases = printed.program.program_summary.phases
    if not phases:
        return
    sheet.head(printed.said(printed.words("plan-phases")))
    for phase in phases:
        alone = phase.first_week == phase.last_week
        weeks = {"first": 0 if alone else phase.first_week, "last": phase.last_week}
        text = printed.words("plan-phase", name=phase.name, purpose=phase.purpose, **weeks)
        sheet.bullet(printed.said(text))


def _paces(sheet: Sheet, printed: Printed) -> None:
    words, paces = printed.words, printed.program.paces
    if not paces:
        title, *lines = printed.said(words("plan-no-paces")).split("\n")
        sheet.head(title)
        for line in lines:
            sheet.bullet(line)
        return
    sheet.head(printed.said(words("plan-paces")))
    for zone in PACE_ORDER:
        if pace := paces.get(zone):
            written = format_pace_in(Range(pace.min_s_per_km, pace.max_s_per_km), printed.units)
            sheet.bullet(printed.said(words(f"plan-pace-{zone}", pace=written)))


def _legend(sheet: Sheet, printed: Printed) -> None:
    sheet.add_page()
    sheet.words(printed.said(printed.words("print-legend")), quiet=True)
    sheet.ln(1.5)


def _week(sheet: Sheet, week: Week, printed: Printed) -> None:
    """A week that is never cut by the end of a page."""
    rows = [(session, _cells(session, printed)) for session in week.sessions]
    focus = printed.said(week.focus)
    told = printed.said(week.notes) if week.notes != week.focus else ""
    texts = [text for text in (focus, told) if text]
    height = sum(sheet.row_height(cells) for _, cells in rows) + sum(map(sheet.text_height, texts))
    sheet.room(height + 6.4 + LINE)
    sheet.band(_week_title(week, printed), _week_dates(week, printed), _stage(week, printed))
    for text, bold in zip(texts, (True, False), strict=False):
        sheet.words(text, bold=bold and text is focus and bool(focus), quiet=text is told)
    for session, cells in rows:
        running = not session.rest_day
        sheet.row(cells, shaded=not running, box=running, ticked=session.date in printed.done)
    sheet.ln(LINE)


def _week_title(week: Week, printed: Printed) -> str:
    program, words = printed.program, printed.words
    if week in program.maintenance:
        return printed.said(words("print-maintenance"))
    phase = phase_of(program, week.week_number)
    total = len(program.weeks)
    if phase is None:
        return printed.said(words("week-title-plain", number=week.week_number, total=total))
    return printed.said(words("week-title", number=week.week_number, total=total, phase=phase.name))


def _week_dates(week: Week, printed: Printed) -> str:
    words = printed.words
    days = [session.date for session in week.sessions if session.date]
    km = format_distance(week.total_volume_km, words.language)
    if not days:
        return printed.said(km)
    first, last = short_date(min(days), words.language), short_date(max(days), words.language)
    return printed.said(words("week-dates", first=first, last=last, km=km))


def _stage(week: Week, printed: Printed) -> int:
    """The place of the week's stage, which has the colour of the chart."""
    phase = phase_of(printed.program, week.week_number)
    phases = printed.program.program_summary.phases
    return phases.index(phase) if phase in phases else 0


def _cells(session: Session, printed: Printed) -> Sequence[Cell]:
    language = printed.words.language
    day = f"{weekday_and_day(session.date, language)}" if session.date else session.day
    if session.date:
        day = f"{day} {short_date(session.date, language).split(' ', 1)[1]}"
    if session.rest_day:
        texts = (day, printed.said(printed.words("week-rest")), "")
    else:
        texts = (day, _what(session, printed), _how(session, printed))
    return (
        Cell("", BOX_WIDTH),
        Cell(texts[0], DAY_WIDTH),
        Cell(texts[1], WHAT_WIDTH, bold=not session.rest_day),
        Cell(texts[2], HOW_WIDTH),
    )


def _what(session: Session, printed: Printed) -> str:
    language = printed.words.language
    sizes = []
    if session.distance_km and session.kind != "run_walk":
        sizes.append(printed.distance(session.distance_km))
    if session.duration_min:
        sizes.append(format_minutes(session.duration_min, language))
    return "\n".join(part for part in (session.session_type or "", " · ".join(sizes)) if part)


def _how(session: Session, printed: Printed) -> str:
    words = printed.words
    told = session.workout_structure or session.description or ""
    lines = [printed.said(told)]
    if session.pace_target and session.pace_target not in told:
        lines.append(printed.said(session.pace_target))
    if session.climb_m and str(round(session.climb_m)) not in told:
        lines.append(words("print-climb", climb=round(session.climb_m)))
    if session.strength:
        minutes = format_minutes(session.strength.minutes, words.language)
        lines.append(printed.said(words("print-strength-line", minutes=minutes)))
    return "\n".join(line for line in lines if line)


def _strength(sheet: Sheet, printed: Printed) -> None:
    """Each routine once, with the weeks it belongs to."""
    routines: dict[StrengthSupplement, list[int]] = {}
    for week in printed.program.weeks:
        for session in week.sessions:
            if session.strength and session.strength.exercises:
                routines.setdefault(session.strength, []).append(week.week_number)
    for place, (routine, weeks) in enumerate(routines.items()):
        if not place:
            sheet.head(printed.said(printed.words("print-strength")))
        first, last = min(weeks), max(weeks)
        minutes = format_minutes(routine.minutes, printed.words.language)
        key = "print-strength-week" if first == last else "print-strength-weeks"
        sheet.room(LINE * (len(routine.exercises) + 2))
        sheet.words(printed.said(printed.words(key, first=first, last=last, minutes=minutes)), bold=True)
        for exercise in routine.exercises:
            text = printed.words("print-exercise", name=exercise.name, how=exercise.prescription)
            sheet.bullet(printed.said(text))
        sheet.ln(1.2)


def _tips(sheet: Sheet, printed: Printed) -> None:
    tips = printed.program.tips
    for kind in ("nutrition", "recovery", "mental"):
        if texts := getattr(tips, kind):
            sheet.head(printed.said(printed.words(f"plan-tips-{kind}")))
            for text in texts:
                sheet.bullet(printed.said(text))
