"""The injury risk: a gauge with its zones, what each factor adds, and the scores of past weeks."""

import math
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle, Wedge
from pydantic import BaseModel, ConfigDict

from bot.charts.style import DPI, GRID, INK, LETTERS_PT, PAPER, QUIET, WIDTH_PX, as_png

HEIGHT_PX = 1200
Level = Literal["green", "yellow", "red"]
ZONES: tuple[tuple[Level, int, int], ...] = (("green", 0, 33), ("yellow", 33, 66), ("red", 66, 100))
# Okabe and Ito 2008, told apart by colour-blind eyes; the pattern tells them apart without any colour.
COLOURS: dict[Level, str] = {"green": "#009E73", "yellow": "#E69F00", "red": "#D55E00"}
PATTERNS: dict[Level, str] = {"green": "", "yellow": "//", "red": "xx"}
MILD_SHARE, HEAVY_SHARE = 1 / 3, 2 / 3
BIG_PT, TITLE_PT = 34, 13
GAUGE_WIDTH = 0.3


class Factor(BaseModel):
    model_config = ConfigDict(frozen=True)
    name: str
    points: float
    max: int

    @property
    def level(self) -> Level:
        """How heavy it weighs, by its share of its own maximum."""
        share = self.points / self.max
        return "green" if share <= MILD_SHARE else "yellow" if share <= HEAVY_SHARE else "red"


class PastWeek(BaseModel):
    model_config = ConfigDict(frozen=True)
    label: str
    score: int


class RiskPicture(BaseModel):
    """The numbers and words of this picture; history is in order and ends with this week."""

    model_config = ConfigDict(frozen=True)
    score: int
    level: Level
    level_words: str
    title: str
    factors_title: str
    history_title: str
    history_unknown: str
    zone_words: tuple[str, str, str]
    factors: tuple[Factor, ...]
    history: tuple[PastWeek, ...]
    decimal_comma: bool


def draw_risk(figures: dict[str, Any]) -> bytes:
    """The picture of a risk score."""
    data = RiskPicture.model_validate(figures)
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    figure.text(0.06, 0.965, data.title, color=INK, fontsize=TITLE_PT + 1, fontweight="bold", va="center")
    _draw_gauge(figure.add_axes((0.03, 0.6, 0.94, 0.345)), data)
    _draw_factors(figure.add_axes((0.06, 0.235, 0.88, 0.345)), data)
    _draw_history(figure.add_axes((0.06, 0.055, 0.88, 0.125)), data)
    return as_png(figure)


def _draw_gauge(axes: Axes, data: RiskPicture) -> None:
    """Half a circle from 0 (left) to 100 (right), its three zones named, a needle at the score."""
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_xlim(-1.62, 1.62)
    axes.set_ylim(-0.42, 1.3)
    for (level, start, end), words in zip(ZONES, data.zone_words, strict=True):
        wedge = Wedge((0, 0), 1, _angle(end), _angle(start), width=GAUGE_WIDTH)
        wedge.set(facecolor=COLOURS[level], edgecolor=PAPER, linewidth=2, hatch=PATTERNS[level])
        axes.add_patch(wedge)
        _name_zone(axes, words, (start + end) / 2)
    for value in (0, 33, 66, 100):
        _write(axes, 1.07, value, str(value), QUIET)
    _draw_needle(axes, data.score)
    axes.text(
        0, 0.2, str(data.score), color=INK, fontsize=BIG_PT, fontweight="bold", ha="center", va="center"
    )
    axes.text(
        0,
        -0.26,
        data.level_words,
        color=INK,
        fontsize=TITLE_PT + 3,
        fontweight="bold",
        ha="center",
        va="center",
    )


def _name_zone(axes: Axes, words: str, value: float) -> None:
    radius, angle = 1.1, math.radians(_angle(value))
    side = {True: "right", False: "left"}[value < 50]
    axes.text(
        radius * math.cos(angle),
        radius * math.sin(angle),
        words,
        color=INK,
        fontsize=LETTERS_PT + 1,
        ha="center" if 40 < value < 60 else side,
        va="bottom" if 40 < value < 60 else "center",
    )


def _draw_needle(axes: Axes, score: int) -> None:
    angle = math.radians(_angle(score))
    tip, foot = 1 - GAUGE_WIDTH * 0.1, 1 - GAUGE_WIDTH - 0.16
    axes.annotate(
        "",
        xy=(tip * math.cos(angle), tip * math.sin(angle)),
        xytext=(foot * math.cos(angle), foot * math.sin(angle)),
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 3, "mutation_scale": 22},
    )


def _write(axes: Axes, radius: float, value: float, text: str, colour: str) -> None:
    angle = math.radians(_angle(value))
    x, y = radius * math.cos(angle), radius * math.sin(angle)
    if value in (0, 100):  # under the ends of the half circle
        x, y = (1 - GAUGE_WIDTH / 2) * (-1 if value == 0 else 1), -0.1
    axes.text(x, y, text, color=colour, fontsize=LETTERS_PT, ha="center", va="center")


def _angle(value: float) -> float:
    """Degrees of a score on the half circle: 180 at 0, 0 at 100."""
    return 180 - 1.8 * value


def _draw_factors(axes: Axes, data: RiskPicture) -> None:
    """One bar each: its length is its points, the pale bar behind it what it can add at most."""
    axes.set_axis_off()
    most = max(factor.max for factor in data.factors)
    axes.set_xlim(0, most)
    axes.set_ylim(len(data.factors) - 0.05, -0.75)
    axes.text(0, -0.5, data.factors_title, color=INK, fontsize=TITLE_PT, fontweight="bold", va="center")
    for row, factor in enumerate(data.factors):
        axes.text(0, row + 0.2, factor.name, color=INK, fontsize=LETTERS_PT + 1, va="center")
        told = f"{_number(factor.points, data)} / {factor.max}"
        axes.text(most, row + 0.2, told, color=INK, fontsize=LETTERS_PT + 1, va="center", ha="right")
        axes.add_patch(Rectangle((0, row + 0.44), factor.max, 0.3, facecolor=GRID, edgecolor="none"))
        bar = Rectangle((0, row + 0.44), factor.points, 0.3, facecolor=COLOURS[factor.level])
        bar.set(edgecolor=PAPER, linewidth=0, hatch=PATTERNS[factor.level])
        axes.add_patch(bar)


def _draw_history(axes: Axes, data: RiskPicture) -> None:
    axes.set_title(data.history_title, loc="left", color=INK, fontsize=TITLE_PT, fontweight="bold", pad=12)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=QUIET, labelsize=LETTERS_PT, length=0)
    axes.set_ylim(-8, 118)
    axes.set_yticks([])
    for level, start, end in ZONES:
        axes.axhspan(start, end, facecolor=COLOURS[level], alpha=0.16, linewidth=0)
    places = list(range(len(data.history)))
    axes.set_xlim(-0.4, max(len(places) - 0.6, 0.4))
    axes.set_xticks(places, [week.label for week in data.history])
    if len(places) < 2:
        axes.text(
            0.5, 0.5, data.history_unknown, transform=axes.transAxes, color=INK, fontsize=LETTERS_PT + 1,
            ha="center", va="center",
        )  # fmt: skip
        axes.set_xticks([])
        return
    scores = [week.score for week in data.history]
    axes.plot(places, scores, color=INK, linewidth=2, marker="o", markersize=7, markerfacecolor=PAPER)
    for place, score in zip(places, scores, strict=True):
        axes.annotate(
            str(score), (place, score), xytext=(0, 8), textcoords="offset points", color=INK,
            fontsize=LETTERS_PT + 1, ha="center", fontweight="bold",
        )  # fmt: skip


def _number(value: float, data: RiskPicture) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if data.decimal_comma else text
