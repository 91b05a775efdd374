"""The built-in drawer: the same marks as in the SVG, through Matplotlib."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.illustrations.styles import Style
from core.illustrations.layout import LETTER_SHARE, Number, Placed, Sheet, sheet_of
from core.illustrations.marks import Disc, Mark, Shape, Stroke
from core.illustrations.scene import Frame

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH_PX, HEIGHT_PX, DPI = 1080, 720, 144
RATIO = WIDTH_PX / HEIGHT_PX
POINTS_PER_PX = 72 / DPI


class MatplotlibDrawer:
    """Draws with Matplotlib, which it loads with the first picture."""

    version = "1"

    def draw(self, exercise_id: str, frames: Sequence[Frame], style: Style) -> bytes:
        """The frames on one sheet of the chat's size."""
        from bot.charts.style import as_png

        sheet = sheet_of(frames, RATIO)
        figure, axes = _paper(sheet, style)
        for placed in sheet.frames:
            _add_frame(axes, placed, style, WIDTH_PX / sheet.width)
        for number in sheet.numbers:
            _add_number(axes, number, style)
        return as_png(figure)


def _paper(sheet: Sheet, style: Style) -> "tuple[Figure, Axes]":
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI, facecolor=style.paper)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(0, sheet.height)
    return figure, axes


def _add_frame(axes: "Axes", placed: Placed, style: Style, px_per_m: float) -> None:
    for mark in placed.marks:
        _add_mark(axes, mark, placed.offset, style.colours[mark.role], px_per_m)


def _add_mark(axes: "Axes", mark: Mark, offset: tuple[float, float], colour: str, px_per_m: float) -> None:
    """One mark above those before it; widths are metres on the sheet."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle

    dx, dy = offset
    order = 1 + len(axes.get_children())
    if isinstance(mark, Disc):
        centre, rim = (mark.centre[0] + dx, mark.centre[1] + dy), mark.ring
        wide = rim * px_per_m * POINTS_PER_PX
        axes.add_patch(
            Circle(centre, mark.radius - rim / 2, fill=not rim, color=colour, lw=wide, zorder=order)
        )
        return
    points = [(x + dx, y + dy) for x, y in mark.points]
    if isinstance(mark, Shape):
        _fill(axes, points, colour, order)
        return
    axes.add_line(
        Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=colour,
            lw=mark.width * px_per_m * POINTS_PER_PX,
            solid_capstyle="round",
            solid_joinstyle="round",
            zorder=order,
        )
    )
    if isinstance(mark, Stroke) and mark.arrow:
        _fill(axes, [(x + dx, y + dy) for x, y in mark.tip()], colour, order)


def _fill(axes: "Axes", points: list[tuple[float, float]], colour: str, order: int) -> None:
    from matplotlib.patches import Polygon

    axes.add_patch(Polygon(points, closed=True, color=colour, lw=0, zorder=order))


def _add_number(axes: "Axes", number: Number, style: Style) -> None:
    size = LETTER_SHARE * HEIGHT_PX * POINTS_PER_PX
    axes.text(*number.at, number.text, size=size, color=style.numbers, ha="center", va="center", zorder=1e4)
