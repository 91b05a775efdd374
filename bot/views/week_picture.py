"""A week as a picture to share: what the plan says, and nothing about the runner."""

from typing import Any

from bot.messages import SendPicture
from bot.views.formats import weekday_and_day
from bot.views.session import size
from bot.views.week import week_dates
from core.formatting import format_distance
from core.localisation import Localizer
from core.program.exchange import KeyPhase, Kind, Session, Week

CHART = "week"
# Places in the palette: calm blue, green for long, warm for what is hard, pink for the race.
COLOURS: dict[Kind, int] = {
    "easy": 0, "recovery": 4, "run_walk": 0, "long": 2, "marathon": 1, "threshold": 1, "interval": 5,
    "repetition": 5, "hills": 5, "test": 3, "race": 3,
}  # fmt: skip
SEPARATOR = " · "


def week_picture(week: Week, total: int, phase: KeyPhase | None, words: Localizer) -> SendPicture:
    """The picture with its alternative text; it is forwarded as it is, so the caption says little."""
    running = [session for session in week.sessions if not session.rest_day]
    return SendPicture(
        chart=CHART,
        figures=_figures(week, total, phase, words),
        caption_html=words("print-week-caption", number=week.week_number),
        alt_text=words(
            "print-week-alt",
            number=week.week_number,
            sessions=", ".join(session.session_type or "" for session in running),
            km=format_distance(week.total_volume_km, words.language),
        ),
    )


def _figures(week: Week, total: int, phase: KeyPhase | None, words: Localizer) -> dict[str, Any]:
    title = words("week-title-plain", number=week.week_number, total=total)
    if phase is not None:
        title = words("week-title", number=week.week_number, total=total, phase=phase.name)
    dates, _, km = week_dates(week, words).rpartition(SEPARATOR)
    return {
        "title": title.replace("<b>", "").replace("</b>", ""),
        "dates": dates,
        "total": km,
        "days": [_day(session, words) for session in week.sessions],
        "foot": "RunCoach",
    }


def _day(session: Session, words: Localizer) -> dict[str, Any]:
    day = weekday_and_day(session.date, words.language) if session.date else session.day
    if session.rest_day:
        return {"day": day, "name": words("week-rest"), "size": "", "colour": None, "rest": True}
    name = session.session_type or ""
    if session.kind == "easy" and len(name) > 16:
        name = words("week-easy")
    kind = session.kind or "easy"
    return {
        "day": day,
        "name": name,
        "size": size(session, words),
        "colour": COLOURS.get(kind, 0),
        "rest": False,
    }
