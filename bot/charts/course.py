"""The profile of a course: heights along the way, coloured by gradient, with its places."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator
from pydantic import BaseModel, ConfigDict

from bot.charts.style import INK, LETTERS_PT, PAPER, QUIET, as_png, new_chart

# Okabe and Ito 2008, cold downhill and warm uphill; grey for the flat.
COLOURS: dict[str, str] = {
    "steep-down": "#0072B2", "down": "#56B4E9", "flat": "#B7C0CA", "up": "#E69F00", "steep-up": "#D55E00",
}  # fmt: skip
FOOT_SHARE, HEAD_SHARE = 0.08, 0.42  # of the climb shown, below the lowest and above the highest point
LEAST_HIGH_M = 60.0  # a flat course looks flat
NAME_LINES = 4
NAME_STEP, NAME_TOP = 0.072, 0.95  # heights of the names, of the axes' height
LETTER_SHARE = 0.0145  # width of a letter, of the axes' width
NAME_AT_MOST = 22


class Stretch(BaseModel):
    """A piece of the course: kilometres, heights in metres, its gradient by name."""

    model_config = ConfigDict(frozen=True)
    from_km: float
    to_km: float
    from_m: float
    to_m: float
    gradient: str


class Place(BaseModel):
    model_config = ConfigDict(frozen=True)
    km: float
    name: str


class CoursePicture(BaseModel):
    """The numbers and words of this picture."""

    model_config = ConfigDict(frozen=True)
    title: str
    km_label: str
    metres_label: str
    stretches: tuple[Stretch, ...]
    places: tuple[Place, ...]
    gradient_names: dict[str, str]


def draw_course(figures: dict[str, Any]) -> bytes:
    """The picture of one course with heights."""
    data = CoursePicture.model_validate(figures)
    figure, axes = new_chart()
    lowest = min(min(piece.from_m, piece.to_m) for piece in data.stretches)
    highest = max(max(piece.from_m, piece.to_m) for piece in data.stretches)
    span = max(highest - lowest, LEAST_HIGH_M)
    floor = lowest - FOOT_SHARE * span
    axes.set_ylim(floor, lowest + span * (1 + (HEAD_SHARE if data.places else 0.1)))
    axes.set_xlim(0, data.stretches[-1].to_km)
    for piece in data.stretches:
        ends = (piece.from_km, piece.to_km)
        heights = (piece.from_m, piece.to_m)
        axes.fill_between(ends, heights, floor, color=COLOURS[piece.gradient], linewidth=0, antialiased=False)
    first = data.stretches[0]
    line_km = [first.from_km, *(piece.to_km for piece in data.stretches)]
    axes.plot(line_km, [first.from_m, *(piece.to_m for piece in data.stretches)], color=INK, linewidth=1.8)
    _name_places(axes, data)
    axes.set_title(data.title, loc="left", color=INK, fontsize=LETTERS_PT + 4, fontweight="bold", pad=12)
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    axes.set_xlabel(data.km_label, color=QUIET, fontsize=LETTERS_PT)
    axes.set_ylabel(data.metres_label, color=QUIET, fontsize=LETTERS_PT)
    _draw_legend(axes, data)
    return as_png(figure)


def _name_places(axes: Axes, data: CoursePicture) -> None:
    """Names above the course, each with a line down to its kilometre, on the first line with room."""
    length_km = data.stretches[-1].to_km
    ends = [-1.0] * NAME_LINES
    for place in data.places:
        name = place.name if len(place.name) <= NAME_AT_MOST else place.name[: NAME_AT_MOST - 1] + "…"
        half = len(name) * LETTER_SHARE / 2
        middle = min(max(place.km / length_km, half), 1 - half)
        line = next((at for at, end in enumerate(ends) if middle - half > end), None)
        if line is None:
            continue
        ends[line] = middle + half + LETTER_SHARE
        height = NAME_TOP - line * NAME_STEP
        axes.axvline(place.km, ymax=height - 0.03, color=QUIET, linewidth=0.9, linestyle=(0, (2, 3)))
        axes.text(
            middle,
            height,
            name,
            transform=axes.transAxes,
            ha="center",
            va="center",
            color=INK,
            fontsize=LETTERS_PT - 1,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0},
        )


def _draw_legend(axes: Axes, data: CoursePicture) -> None:
    held = {piece.gradient for piece in data.stretches}
    marks = [
        Patch(facecolor=COLOURS[name], label=data.gradient_names[name]) for name in COLOURS if name in held
    ]
    axes.legend(handles=marks, loc="upper center", bbox_to_anchor=(0.5, -0.13), ncol=3, frameon=False,
                fontsize=LETTERS_PT, labelcolor=INK)  # fmt: skip
