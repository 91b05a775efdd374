"""The profile of a session: effort over time, one bar for each stretch, and its blocks in words below."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Polygon, Rectangle
from matplotlib.text import Text
from pydantic import BaseModel, ConfigDict

from bot.charts.style import DPI, GRID, INK, LETTERS_PT, PAPER, QUIET, WIDTH_PX, as_png

TITLE_PX, PLOT_PX, ROW_PX, FOOT_PX = 132, 540, 64, 34
TITLE_PT, ROW_PT = LETTERS_PT + 6, LETTERS_PT + 3  # the words are read, not only looked at
LEFT, RIGHT = 0.175, 0.965  # of the width; the names of the efforts stand left of the bars
LOWEST_TOP = 8.7  # the scale always shows "hard", so that an easy run looks easy
NAME_ABOVE, NAME_LINE = 0.62, 0.85  # efforts from the tallest bar to the first line of names, and to the next
NAME_LINES = 2
AXIS_PX = 70  # the minutes under the bars
# Okabe and Ito 2008, as in every chart; from easy to hard, and grey for walking.
COLOURS: dict[str, str] = {
    "walk": "#9AA5B1", "E": "#56B4E9", "M": "#009E73", "effort": "#E69F00", "T": "#E69F00", "I": "#D55E00",
    "R": "#CC79A7", "hill": "#8C5A2B", "race": "#0072B2",
}  # fmt: skip
ROW_LEFT, GAP_PX = 0.085, 14  # where the words of a row begin; between its name and the rest
RECOVERY_ALPHA = 0.55
HILL_FOOT = 0.55  # a climb is drawn rising from this share of its effort
NARROWEST_PX = 14  # bars thinner than this get no gap between them
LETTER_PX = 17.5  # the widest a bold letter of a block's name is, on average
NAME_PAPER = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.5}
TICKS_AT_MOST = 7
TICK_STEPS = (5, 10, 15, 20, 30, 60)


class Bar(BaseModel):
    """Minutes at one effort, 0 to 10; `zone` gives the colour, `recovery` the paler tone."""

    model_config = ConfigDict(frozen=True)
    minutes: float
    effort: float
    zone: str
    recovery: bool = False


class Name(BaseModel):
    """Words above a block: its minutes from the start, its ends."""

    model_config = ConfigDict(frozen=True)
    start_min: float
    end_min: float
    text: str


class Row(BaseModel):
    """A line under the picture: a block in words, after the colour of its zone."""

    model_config = ConfigDict(frozen=True)
    zone: str
    bold: str
    text: str
    recovery: bool = False


class SessionPicture(BaseModel):
    """The numbers and words of this picture; bars in the order they are run."""

    model_config = ConfigDict(frozen=True)
    title: str
    subtitle: str
    minutes_label: str
    effort_names: dict[int, str]
    bars: tuple[Bar, ...]
    names: tuple[Name, ...]
    rows: tuple[Row, ...]


def draw_session_profile(figures: dict[str, Any]) -> bytes:
    """The picture of one session."""
    data = SessionPicture.model_validate(figures)
    height_px = TITLE_PX + PLOT_PX + len(data.rows) * ROW_PX + FOOT_PX
    figure = Figure(figsize=(WIDTH_PX / DPI, height_px / DPI), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    _write_title(figure, data, height_px)
    bottom = (len(data.rows) * ROW_PX + FOOT_PX + AXIS_PX) / height_px
    axes = figure.add_axes((LEFT, bottom, RIGHT - LEFT, (PLOT_PX - AXIS_PX) / height_px))
    _draw_bars(axes, data)
    _write_names(axes, data)
    _label_axes(axes, data)
    _write_rows(figure, data, height_px)
    return as_png(figure)


def _write_title(figure: Figure, data: SessionPicture, height_px: int) -> None:
    figure.text(0.04, 1 - 46 / height_px, data.title, color=INK, fontsize=TITLE_PT, fontweight="bold",
                va="center")  # fmt: skip
    figure.text(0.04, 1 - 100 / height_px, data.subtitle, color=QUIET, fontsize=ROW_PT, va="center")


def _total_min(data: SessionPicture) -> float:
    return sum(bar.minutes for bar in data.bars)


def _draw_bars(axes: Axes, data: SessionPicture) -> None:
    total_min = _total_min(data)
    px_per_min = WIDTH_PX * (RIGHT - LEFT) / total_min
    start = 0.0
    for bar in data.bars:
        gap = 0.9 if bar.minutes * px_per_min >= NARROWEST_PX else 0.0
        patch = _shape(bar, start)
        patch.set(facecolor=COLOURS[bar.zone], edgecolor=PAPER, linewidth=gap)
        if bar.recovery:
            patch.set_alpha(RECOVERY_ALPHA)
        axes.add_patch(patch)
        start += bar.minutes


def _shape(bar: Bar, start: float) -> Patch:
    """A box; a climb rises."""
    if bar.zone != "hill":
        return Rectangle((start, 0), bar.minutes, bar.effort)
    end = start + bar.minutes
    return Polygon([(start, 0), (start, bar.effort * HILL_FOOT), (end, bar.effort), (end, 0)])


def _write_names(axes: Axes, data: SessionPicture) -> None:
    """Names over their blocks, on the first line with room; one without room is left to the rows below."""
    px_per_min = WIDTH_PX * (RIGHT - LEFT) / _total_min(data)
    tallest = max(bar.effort for bar in data.bars)
    ends = [0.0] * NAME_LINES
    for name in data.names:
        half = len(name.text) * LETTER_PX / px_per_min / 2
        middle = (name.start_min + name.end_min) / 2
        middle = min(max(middle, half), _total_min(data) - half)
        line = next((at for at, end in enumerate(ends) if middle - half >= end), None)
        if line is None:
            continue
        ends[line] = middle + half
        height = tallest + NAME_ABOVE + line * NAME_LINE
        axes.text(middle, height, name.text, ha="center", va="center", color=INK,
                  fontsize=LETTERS_PT + 1, fontweight="bold", bbox=NAME_PAPER)  # fmt: skip


def _label_axes(axes: Axes, data: SessionPicture) -> None:
    total_min = _total_min(data)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    axes.tick_params(colors=QUIET, labelsize=LETTERS_PT + 1, length=0)
    axes.set_xlim(0, total_min)
    named = NAME_ABOVE + NAME_LINES * NAME_LINE if data.names else 0.4
    axes.set_ylim(0, max(LOWEST_TOP, max(bar.effort for bar in data.bars) + named))
    axes.set_yticks(list(data.effort_names), list(data.effort_names.values()))
    for effort in data.effort_names:
        axes.axhline(effort, color=GRID, linewidth=0.8, zorder=0)
    step = next((step for step in TICK_STEPS if total_min / step <= TICKS_AT_MOST), TICK_STEPS[-1])
    ticks = [step * place for place in range(int(total_min / step) + 1)]
    axes.set_xticks(ticks, [str(tick) for tick in ticks])
    axes.set_xlabel(data.minutes_label, color=QUIET, fontsize=LETTERS_PT + 1, loc="right", labelpad=2)


def _write_rows(figure: Figure, data: SessionPicture, height_px: int) -> None:
    for place, row in enumerate(data.rows):
        y_px = FOOT_PX + (len(data.rows) - place - 0.5) * ROW_PX
        side_x, side_y = 26 / WIDTH_PX, 26 / height_px
        mark = Rectangle((0.04, y_px / height_px - side_y / 2), side_x, side_y, transform=figure.transFigure)
        mark.set(facecolor=COLOURS[row.zone], alpha=RECOVERY_ALPHA if row.recovery else 1)
        figure.add_artist(mark)
        _write_row(figure, row, y_px / height_px)


def _write_row(figure: Figure, row: Row, y: float) -> None:
    """The words of a row after its mark, smaller where they would leave the picture."""
    x = ROW_LEFT
    name: Text | None = None
    if row.bold:
        name = figure.text(x, y, row.bold, color=INK, fontsize=ROW_PT, fontweight="bold", va="center")
        x = (name.get_window_extent().x1 + GAP_PX) / WIDTH_PX
    told = figure.text(x, y, row.text, color=INK, fontsize=ROW_PT, va="center")
    end_px, room_px = told.get_window_extent().x1, RIGHT * WIDTH_PX
    if end_px > room_px:
        share = (room_px - ROW_LEFT * WIDTH_PX) / (end_px - ROW_LEFT * WIDTH_PX)
        told.set_fontsize(ROW_PT * share)
        if name is not None:
            name.set_fontsize(ROW_PT * share)
            told.set_x((name.get_window_extent().x1 + GAP_PX * share) / WIDTH_PX)
