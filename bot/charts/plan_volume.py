"""Kilometres a week by stage, with the longest run of each week and the race."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator
from pydantic import BaseModel, ConfigDict

from bot.charts.style import INK, LETTERS_PT, PALETTE, PAPER, QUIET, as_png, new_chart

BAR_WIDTH = 0.78
RECOVERY_ALPHA = 0.45
HEADROOM = 1.42  # room above the bars for the names of the stages
NUMBERED_WEEKS = 12  # more bars than this leave no room for their numbers
LETTER_SHARE = 0.0165  # width of a bold letter and its share of a space, of the axes' width
NAME_LINES = (0.965, 0.895, 0.825)  # heights of the lines of names, of the axes' height


class Week(BaseModel):
    model_config = ConfigDict(frozen=True)
    number: int
    km: float
    long_km: float
    recovery: bool


class Stage(BaseModel):
    model_config = ConfigDict(frozen=True)
    id: str
    name: str
    first: int
    last: int

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2


class PlanVolume(BaseModel):
    """The numbers and words of this chart; weeks are in order."""

    model_config = ConfigDict(frozen=True)
    weeks: tuple[Week, ...]
    phases: tuple[Stage, ...]
    race_week: int | None
    title: str
    week_label: str
    long_run_label: str
    recovery_label: str
    race_label: str
    decimal_comma: bool


def draw_plan_volume(figures: dict[str, Any]) -> bytes:
    """The chart of a plan of 1 to 24 weeks."""
    data = PlanVolume.model_validate(figures)
    figure, axes = new_chart()
    top = max(week.km for week in data.weeks) * HEADROOM or 1.0
    _draw_bars(axes, data)
    _draw_long_runs(axes, data)
    _name_stages(axes, data, top)
    _mark_race(axes, data, top)
    _label_axes(axes, data, top)
    _draw_legend(axes, data)
    return as_png(figure)


def _colours(data: PlanVolume) -> dict[int, str]:
    """The colour of each week: that of its stage."""
    return {
        week.number: PALETTE[index % len(PALETTE)]
        for index, stage in enumerate(data.phases)
        for week in data.weeks
        if stage.first <= week.number <= stage.last
    }


def _draw_bars(axes: Axes, data: PlanVolume) -> None:
    colours = _colours(data)
    bars: BarContainer = axes.bar(
        [week.number for week in data.weeks],
        [week.km for week in data.weeks],
        width=BAR_WIDTH,
        color=[colours.get(week.number, PALETTE[0]) for week in data.weeks],
        edgecolor=PAPER,
    )
    for bar, week in zip(bars, data.weeks, strict=True):
        if week.recovery:
            bar.set_alpha(RECOVERY_ALPHA)
            bar.set_hatch("///")
    if len(data.weeks) <= NUMBERED_WEEKS:
        labels = [_number(round(week.km), data) for week in data.weeks]
        axes.bar_label(bars, labels, padding=2, color=INK, fontsize=LETTERS_PT)


def _draw_long_runs(axes: Axes, data: PlanVolume) -> None:
    axes.plot(
        [week.number for week in data.weeks],
        [week.long_km for week in data.weeks],
        color=INK,
        linewidth=1.6,
        marker="o",
        markersize=5,
        markerfacecolor=PAPER,
        markeredgewidth=1.4,
        path_effects=[withStroke(linewidth=4, foreground=PAPER)],  # stands out from every bar
    )


def _name_stages(axes: Axes, data: PlanVolume, top: float) -> None:
    """Names above their weeks, in the first line that has room for them."""
    weeks = len(data.weeks)
    ends = [0.0] * len(NAME_LINES)
    for index, stage in enumerate(data.phases):
        half = len(stage.name) * LETTER_SHARE * weeks / 2
        middle = min(max(stage.middle, 0.4 + half), weeks + 0.6 - half)
        line = next((at for at, end in enumerate(ends) if middle - half > end), len(ends) - 1)
        ends[line] = middle + half
        axes.text(
            middle,
            top * NAME_LINES[line],
            stage.name,
            ha="center",
            va="center",
            color=INK,
            fontsize=LETTERS_PT,
            fontweight="bold",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
        )
        if index:
            axes.axvline(stage.first - 0.5, color=QUIET, linewidth=0.8, linestyle=(0, (2, 3)))


def _mark_race(axes: Axes, data: PlanVolume, top: float) -> None:
    if data.race_week is None:
        return
    height = next(week.km for week in data.weeks if week.number == data.race_week)
    axes.plot(
        [data.race_week], [height + top * 0.09], marker="*", markersize=13, color=PALETTE[5], clip_on=False
    )


def _label_axes(axes: Axes, data: PlanVolume, top: float) -> None:
    axes.set_title(data.title, loc="left", color=INK, fontsize=LETTERS_PT + 3, fontweight="bold", pad=12)
    axes.set_ylim(0, top)
    axes.set_xlim(0.4, len(data.weeks) + 0.6)
    axes.set_xlabel(data.week_label, color=QUIET, fontsize=LETTERS_PT)
    step = 1 if len(data.weeks) <= NUMBERED_WEEKS else 2
    axes.set_xticks([week.number for week in data.weeks][::step])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _number(value, data)))


def _draw_legend(axes: Axes, data: PlanVolume) -> None:
    marks: list[Line2D | Patch] = [
        Line2D([], [], color=INK, marker="o", markerfacecolor=PAPER, label=data.long_run_label)
    ]
    if any(week.recovery for week in data.weeks):
        easier = Patch(facecolor=QUIET, edgecolor=PAPER, hatch="///", label=data.recovery_label)
        easier.set_alpha(RECOVERY_ALPHA)
        marks.append(easier)
    if data.race_week is not None:
        marks.append(
            Line2D([], [], linestyle="", marker="*", markersize=11, color=PALETTE[5], label=data.race_label)
        )
    axes.legend(
        handles=marks,
        loc="upper center",
        bbox_to_anchor=(0.47, -0.15),
        ncols=len(marks),
        frameon=False,
        fontsize=LETTERS_PT,
        labelcolor=INK,
        columnspacing=1.4,
        handletextpad=0.5,
    )


def _number(value: float, data: PlanVolume) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if data.decimal_comma else text
