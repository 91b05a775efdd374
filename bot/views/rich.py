"""Screens as rich messages: a week as a table, a session's detail in sections that fold."""

from datetime import date

from bot.messages import Button, Keyboard
from bot.views.enrichment import SECTION_KEYS, enriched_of
from bot.views.formats import label, safe, weekday_and_day
from bot.views.session import ENRICHED_SIGN, STRENGTH_SIGN, WEEK_PREFIX, session_in_brief, short_type, size
from bot.views.week import week_dates, week_hint, week_title
from core.localisation import Localizer
from core.program.exchange import KeyPhase
from storage.programs import StoredSession, StoredWeek

ALIGNS = ("", "", ' align="right"')  # of the columns: day, session, size
NO_BREAK = "\u00a0"
TABLE, RICH, TEXT = "table", "rich", "text"
"""Ways to see a week: try the table once, keep it, go back to plain words."""


def week_rich(stored: StoredWeek, total: int, phase: KeyPhase | None, today: date, words: Localizer) -> str:
    """The week as a table: a row for each day."""
    week = stored.week
    heads = "".join(
        f"<th{align}>{words(f'rich-week-{column}')}</th>"
        for column, align in zip(("day", "session", "size"), ALIGNS, strict=True)
    )
    rows = "".join(_row(item, today, words) for item in stored.sessions)
    parts = [f"<h3>{week_title(week, total, phase, words)}</h3>", f"<p>{week_dates(week, words)}</p>"]
    if week.focus:
        parts.append(f"<p><i>{safe(week.focus)}</i></p>")
    parts.append(f"<table striped><tr>{heads}</tr>{rows}</table>")
    if week.notes and week.notes != week.focus:
        parts.append(f"<p>{safe(week.notes)}</p>")
    parts.append(f"<p>{week_hint(stored, words)}</p>")
    return "".join(parts)


def detail_rich(item: StoredSession, words: Localizer) -> str | None:
    """What was added to a session, the first section open; None without it."""
    enriched = enriched_of(item)
    if enriched is None:
        return None
    parts = [f"<h3>{session_in_brief(item.session, words)}</h3>"]
    for place, section in enumerate(enriched.sections):
        items = "".join(f"<li>{safe(text)}</li>" for text in enriched.section(section))
        opened = " open" if place == 0 else ""
        name = words(SECTION_KEYS[section])
        parts.append(f"<details{opened}><summary>{name}</summary><ul>{items}</ul></details>")
    if enriched.source == "catalogue":
        parts.append(f"<p>{words('enrichment-by-catalogue')}</p>")
    return "".join(parts)


def mode_button(stored: StoredWeek, mode: str, words: Localizer) -> Button:
    """Shows the week another way."""
    program_id = stored.sessions[0].program_id
    data = f"{WEEK_PREFIX}:{program_id}:{stored.week.week_number}:{mode}"
    return Button(label=label(words(f"rich-button-{mode}")), data=data)


def with_modes(keyboard: Keyboard, stored: StoredWeek, words: Localizer, *modes: str) -> Keyboard:
    """The week's buttons with those that change how it is shown, before the way to the whole plan."""
    buttons = tuple(mode_button(stored, mode, words) for mode in modes)
    *rows, last = keyboard
    return (*rows, buttons, last) if buttons else keyboard


def _row(item: StoredSession, today: date, words: Localizer) -> str:
    session = item.session
    day = weekday_and_day(session.date, words.language) if session.date else session.day
    day = day.replace(" ", NO_BREAK)
    if session.rest_day:
        what = words("week-rest")
    else:
        signs = [STRENGTH_SIGN] if session.strength else []
        signs += [ENRICHED_SIGN] if item.enrichment else []
        what = " ".join([short_type(session, words), *signs])
    if item.status in ("done", "skipped"):
        day = f"✓{NO_BREAK}{day}" if item.status == "done" else f"<s>{day}</s>"
    cells = [day, what, "" if session.rest_day else size(session, words)]
    if session.date == today:
        cells = [f"<b>▸{NO_BREAK}{cells[0]}</b>", *(f"<b>{cell}</b>" if cell else "" for cell in cells[1:])]
    return "<tr>" + _cells(cells) + "</tr>"


def _cells(cells: list[str]) -> str:
    return "".join(f"<td{align}>{cell}</td>" for cell, align in zip(cells, ALIGNS, strict=True))
