"""A week as a picture to share: a line for each day, and nothing of the runner."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from pydantic import BaseModel, ConfigDict

from bot.charts.style import DPI, GRID, INK, LETTERS_PT, PALETTE, PAPER, QUIET, WIDTH_PX, as_png

HEAD, ROW, FOOT = 1.5, 1.0, 0.6  # heights, in rows
ROW_PX = 120
MARGIN = 0.035  # of the width
DAY_AT, BAR_AT, SIZE_AT = MARGIN, 0.235, 1 - MARGIN
NAME_LETTERS = 30  # of a session's name beside its size
BAR_WIDTH = 0.012
REST_SHADE = "#f2f5f8"


class Day(BaseModel):
    model_config = ConfigDict(frozen=True)
    day: str
    name: str
    size: str
    colour: int | None  # of the palette; None is a day without a run
    rest: bool


class WeekPicture(BaseModel):
    """The words of this picture; days are in order."""

    model_config = ConfigDict(frozen=True)
    title: str
    dates: str
    total: str
    days: tuple[Day, ...]
    foot: str


def draw_week(figures: dict[str, Any]) -> bytes:
    """The picture of a week, as high as its days need."""
    data = WeekPicture.model_validate(figures)
    rows = HEAD + ROW * len(data.days) + FOOT
    figure = Figure(figsize=(WIDTH_PX / DPI, rows * ROW_PX / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 1)
    axes.set_ylim(rows, 0)
    axes.axis("off")
    _head(axes, data)
    for place, day in enumerate(data.days):
        _row(axes, day, HEAD + place * ROW)
    axes.text(SIZE_AT, rows - FOOT / 2, data.foot, ha="right", va="center", color=QUIET, fontsize=LETTERS_PT)
    return as_png(figure)


def _head(axes: Axes, data: WeekPicture) -> None:
    axes.text(
        DAY_AT, HEAD * 0.36, data.title, va="center", color=INK, fontsize=LETTERS_PT + 7, fontweight="bold"
    )
    axes.text(DAY_AT, HEAD * 0.76, data.dates, va="center", color=QUIET, fontsize=LETTERS_PT + 2)
    axes.text(
        SIZE_AT, HEAD * 0.76, data.total, ha="right", va="center", color=INK, fontsize=LETTERS_PT + 5,
        fontweight="bold",
    )  # fmt: skip


def _row(axes: Axes, day: Day, top: float) -> None:
    middle = top + ROW / 2
    if day.rest:
        shade = FancyBboxPatch(
            (0, top), 1, ROW, boxstyle="square,pad=0", facecolor=REST_SHADE, edgecolor="none"
        )
        axes.add_patch(shade)
    axes.axhline(top, color=GRID, linewidth=0.8)
    axes.text(DAY_AT, middle, day.day, va="center", color=QUIET, fontsize=LETTERS_PT + 3)
    if day.colour is not None:
        bar = FancyBboxPatch(
            (BAR_AT - 0.03, top + 0.2), BAR_WIDTH, ROW - 0.4, boxstyle="square,pad=0",
            facecolor=PALETTE[day.colour], edgecolor="none",
        )  # fmt: skip
        axes.add_patch(bar)
    colour, weight = (QUIET, "normal") if day.rest else (INK, "bold")
    axes.text(
        BAR_AT, middle, _cut(day.name), va="center", color=colour, fontsize=LETTERS_PT + 3, fontweight=weight
    )
    axes.text(SIZE_AT, middle, day.size, ha="right", va="center", color=INK, fontsize=LETTERS_PT + 3)


def _cut(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else name[: NAME_LETTERS - 1].rstrip() + "…"
