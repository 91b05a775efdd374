"""Sunday evening: the week that was, and the one that comes."""

from collections.abc import Sequence
from datetime import date

from bot.messages import Button, Keyboard, SendPicture
from bot.views.formats import full_weekday, safe, weekday_and_day
from bot.views.risk import heaviest_factor, lighten_button, risk_picture, score_line
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance
from core.localisation import Localizer
from core.program.exchange import Week
from core.risk import RiskScore
from core.risk_history import WeekScore
from core.week_changes import volume_km
from core.week_review import Praise, WeekReview

PREFIX = "we"


def summary_picture(
    number: int, done: WeekReview, risk: RiskScore, history: Sequence[WeekScore], words: Localizer
) -> SendPicture:
    """The picture of the score; under it the week in figures, one thing to praise, and the reason."""
    blocks = [_done_block(number, done, words)]
    if done.praise is not None:
        blocks.append(praise_line(done.praise, words))
    heaviest = heaviest_factor(risk)
    blocks.append(
        "\n".join([score_line(risk, words), *([safe(heaviest.reason)] if heaviest is not None else [])])
    )
    return risk_picture(risk, history, words, caption="\n\n".join(blocks))


def next_week_screen(week: Week, program_id: int, words: Localizer, *, accepted: bool = False) -> Screen:
    """The sessions of the coming week, a line each; accepted or lightened with one tap."""
    lines = [_session_line(session.date, session_in_brief(session, words), words)
             for session in week.sessions if not session.rest_day and session.date]  # fmt: skip
    rest = [session.date for session in week.sessions if session.rest_day and session.date]
    if rest:
        days = ", ".join(weekday_and_day(day, words.language) for day in rest)
        lines.append(words("weekly-rest", days=days))
    km = format_distance(volume_km(week), words.language)
    blocks = [words("weekly-next", number=week.week_number, km=km), "\n".join(lines)]
    if accepted:
        return Screen("\n\n".join([*blocks, words("weekly-accepted")]), ())
    accept = Button(label=words("weekly-button-accept"), data=f"{PREFIX}:ok:{program_id}:{week.week_number}")
    lighten = lighten_button(program_id, week.week_number, words, "weekly-button-lighten")
    keyboard: Keyboard = ((accept, lighten),)
    return Screen("\n\n".join(blocks), keyboard)


def praise_line(praise: Praise, words: Localizer) -> str:
    """The praise as a sentence."""
    language = words.language
    figures: dict[str, str | int | float] = {}
    for name, figure in praise.figures.items():
        if isinstance(figure, date):
            figures[name] = f"{full_weekday(figure, language)}"
        else:
            figures[name] = format_distance(figure, language) if name == "km" else figure
    return words(f"weekly-praise-{praise.name}", **figures)


def _done_block(number: int, done: WeekReview, words: Localizer) -> str:
    lines = [
        words(
            "weekly-done",
            number=number,
            done=format_distance(done.done_km, words.language) if done.done_km else "0\u202fkm",
            planned=format_distance(done.planned_km, words.language),
        ),
        words("weekly-sessions", done=done.done_sessions, planned=done.planned_sessions),
    ]
    if done.extra_runs:
        lines.append(words("weekly-extra", count=done.extra_runs))
    if not done.done_sessions and not done.extra_runs:
        lines.append(words("weekly-nothing-told"))
    return "\n".join(lines)


def _session_line(day: date | None, what: str, words: Localizer) -> str:
    name = weekday_and_day(day, words.language) if day else ""
    return words("weekly-day", day=name, what=what)
