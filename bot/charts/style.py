"""What every chart has in common: size, colours, letters."""

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

WIDTH_PX, HEIGHT_PX, DPI = 1080, 720, 144
INK, QUIET, GRID, PAPER = "#1f2933", "#52606d", "#d9dee4", "#ffffff"
# Okabe and Ito 2008: told apart by every common kind of colour blindness; in order of use.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
MARGIN_IN = 0.12
LETTERS_PT = 12.5  # a phone shows the picture a third as wide: about 8 px, the size of a map's names


def new_chart() -> tuple[Figure, Axes]:
    """A figure of the chat's size with one quiet pair of axes."""
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI, facecolor=PAPER)
    figure.set_layout_engine("constrained", w_pad=MARGIN_IN, h_pad=MARGIN_IN)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    axes.tick_params(colors=QUIET, labelsize=LETTERS_PT, length=0)
    axes.grid(axis="y", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure, axes


def as_png(figure: Figure) -> bytes:
    """The picture, without the date and versions that would make each drawing differ."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()
