"""Pictures of numbers, drawn when they are sent. Importing this loads Matplotlib: import it late."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.charts.course import draw_course
from bot.charts.plan_volume import draw_plan_volume
from bot.charts.risk import draw_risk
from bot.charts.run_pace import draw_run_pace
from bot.charts.session_profile import draw_session_profile
from bot.charts.week import draw_week

_DRAWERS: Mapping[str, Callable[[dict[str, Any]], bytes]] = {
    "course": draw_course,
    "plan_volume": draw_plan_volume,
    "risk": draw_risk,
    "run_pace": draw_run_pace,
    "session_profile": draw_session_profile,
    "week": draw_week,
}


def draw(chart: str, figures: dict[str, Any]) -> bytes:
    """The chart as PNG bytes; raises KeyError for a chart nobody draws."""
    return _DRAWERS[chart](figures)
