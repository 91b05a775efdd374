"""The injury risk in the chat: its picture, its words, and the lighter week before it is applied."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.messages import Button, Keyboard, SendPicture
from bot.views.formats import safe, short_date, weekday_and_day
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance
from core.localisation import Localizer
from core.program.exchange import ProgramData
from core.risk import RiskFactor, RiskScore
from core.risk_history import WeekScore
from core.week_changes import Change, ChangedPlan, volume_km

PREFIX = "rk"
CHART = "risk"
LEVELS = ("green", "yellow", "red")
WORTH_A_WORD = 5
"""Scores below this are noise, as one tired morning in ten days: nothing is advised for them."""


def risk_picture(
    risk: RiskScore, history: Sequence[WeekScore], words: Localizer, *, caption: str, keyboard: Keyboard = ()
) -> SendPicture:
    """The picture of a score; `caption` is what stands under it."""
    return SendPicture(
        chart=CHART,
        figures=risk_figures(risk, history, words),
        caption_html=caption,
        alt_text=risk_alt_text(risk, history, words),
        keyboard=keyboard,
    )


def risk_caption(risk: RiskScore, words: Localizer) -> str:
    """Score, level, the heaviest reason and at most three things to do."""
    blocks = [score_line(risk, words)]
    heaviest = heaviest_factor(risk)
    if heaviest is None:
        blocks.append(words("risk-nothing-weighs"))
    else:
        blocks.append(words("risk-heaviest", reason=safe(heaviest.reason)))
    if advises(risk):
        lines = (words("risk-bullet", text=safe(text)) for text in risk.recommendations)
        blocks.append("\n".join([words("risk-to-do"), *lines]))
    return "\n\n".join(blocks)


def score_line(risk: RiskScore, words: Localizer) -> str:
    return words("risk-score", score=risk.score, level=words(f"risk-chart-zone-{risk.level}"))


def advises(risk: RiskScore) -> bool:
    """Whether anything is worth changing the week for."""
    return risk.score >= WORTH_A_WORD and bool(risk.recommendations)


def heaviest_factor(risk: RiskScore) -> RiskFactor | None:
    """The factor with the most points, or None when none weighs."""
    heaviest = max(risk.factors, key=lambda factor: factor.points)
    return heaviest if risk.score >= WORTH_A_WORD and heaviest.points > 0 else None


def lighten_button(program_id: int, week_number: int, words: Localizer, key: str) -> Button:
    return Button(label=words(key), data=f"{PREFIX}:light:{program_id}:{week_number}")


def lighter_screen(
    before: ProgramData, lighter: ChangedPlan, program_id: int, number: int, words: Localizer
) -> Screen:
    """The week before and after, to be applied or left."""
    old, new = (_km(program, number, words) for program in (before, lighter.program))
    lines = [_change_line(change, words) for change in lighter.in_week(number)]
    blocks = [words("risk-lighter", before=old, after=new), "\n".join(lines)]
    if lighter.weeks_beside(number):
        blocks.append(words("risk-lighter-following", weeks=lighter.weeks_beside(number)))
    stem = f"{program_id}:{number}"
    buttons = (
        Button(label=words("risk-button-apply"), data=f"{PREFIX}:apply:{stem}"),
        Button(label=words("risk-button-cancel"), data=f"{PREFIX}:leave:{stem}"),
    )
    return Screen("\n\n".join(blocks), (buttons,))


def applied_screen(lighter: ChangedPlan, program_id: int, number: int, words: Localizer) -> Screen:
    html = words("risk-lightened", km=_km(lighter.program, number, words))
    undo = Button(label=words("risk-button-undo"), data=f"{PREFIX}:undo:{program_id}:{number}")
    return Screen(html, ((undo,),))


def risk_figures(risk: RiskScore, history: Sequence[WeekScore], words: Localizer) -> dict[str, Any]:
    """What the picture draws, as JSON: numbers and words."""
    return {
        "score": risk.score,
        "level": risk.level,
        "level_words": words(f"risk-level-{risk.level}"),
        "title": words("risk-chart-title"),
        "factors_title": words("risk-chart-factors"),
        "history_title": words("risk-chart-history"),
        "history_unknown": words("risk-chart-no-history"),
        "zone_words": [words(f"risk-chart-zone-{level}") for level in LEVELS],
        "factors": [
            {"name": factor_name(factor, words), "points": factor.points, "max": factor.max}
            for factor in risk.factors
        ],
        "history": [
            {"label": short_date(week.monday, words.language), "score": week.score} for week in history
        ],
        "decimal_comma": words.language == "fr",
    }


def risk_alt_text(risk: RiskScore, history: Sequence[WeekScore], words: Localizer) -> str:
    return " ".join(_alt_sentences(risk, history, words))


def factor_name(factor: RiskFactor, words: Localizer) -> str:
    return words(f"risk-{factor.name.replace('_', '-')}")


def _alt_sentences(risk: RiskScore, history: Sequence[WeekScore], words: Localizer) -> Iterator[str]:
    yield words("risk-alt", score=risk.score, level=words(f"risk-chart-zone-{risk.level}"))
    for factor in risk.factors:
        points = f"{factor.points:.1f}".removesuffix(".0")
        points = points.replace(".", ",") if words.language == "fr" else points
        yield words("risk-alt-factor", name=factor_name(factor, words), points=points, most=factor.max)
    if len(history) > 1:
        yield words("risk-alt-history", scores=", ".join(str(week.score) for week in history))


def _change_line(change: Change, words: Localizer) -> str:
    day = change.before.date
    name = weekday_and_day(day, words.language) if day else change.before.day
    before, after = (session_in_brief(session, words) for session in (change.before, change.after))
    return words("risk-lighter-day", day=name, before=before, after=after)


def _km(program: ProgramData, number: int, words: Localizer) -> str:
    week = next(week for week in program.weeks if week.week_number == number)
    return format_distance(volume_km(week), words.language)
