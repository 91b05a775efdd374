"""A run's pace over time, over the paces that were asked."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator
from pydantic import BaseModel, ConfigDict

from bot.charts.session_profile import COLOURS
from bot.charts.style import INK, LETTERS_PT, QUIET, as_png, new_chart
from core.formatting import clock

BAND_ALPHA = 0.5
ROOM_S = 25.0  # seconds per km above and below what is shown
LEAST_HIGH_S = 60.0  # so that an even run looks even
SHOWN_SHARES = (0.02, 0.96)  # of the sorted paces: stops and slips of GPS do not set the scale
NARROWEST_BAND_S = 6.0


class Band(BaseModel):
    """A planned stretch: minutes, paces in s/km from fast to slow, and its zone."""

    model_config = ConfigDict(frozen=True)
    start_min: float
    end_min: float
    fast_s: float
    slow_s: float
    zone: str


class RunPace(BaseModel):
    """The numbers and words of this picture; `line` are pairs of minutes and s/km."""

    model_config = ConfigDict(frozen=True)
    title: str
    minutes_label: str
    pace_label: str
    line: tuple[tuple[float, float], ...]
    bands: tuple[Band, ...]
    zone_names: dict[str, str]
    run_label: str


def draw_run_pace(figures: dict[str, Any]) -> bytes:
    """The picture of one run; fast is up."""
    data = RunPace.model_validate(figures)
    figure, axes = new_chart()
    fast, slow = _bounds(data)
    axes.set_ylim(slow, fast)
    axes.set_xlim(0, max(minute for minute, _ in data.line))
    for band in data.bands:
        _draw_band(axes, band)
    minutes, paces = zip(*data.line, strict=True)
    axes.plot(minutes, [min(pace, slow) for pace in paces], color=INK, linewidth=2.2)
    axes.set_title(data.title, loc="left", color=INK, fontsize=LETTERS_PT + 4, fontweight="bold", pad=12)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 1.5, 2, 3, 6, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: clock(value)))
    axes.set_xlabel(data.minutes_label, color=QUIET, fontsize=LETTERS_PT)
    axes.set_ylabel(data.pace_label, color=QUIET, fontsize=LETTERS_PT)
    _draw_legend(axes, data)
    return as_png(figure)


def _bounds(data: RunPace) -> tuple[float, float]:
    """The fastest and the slowest pace shown."""
    paces = sorted(pace for _, pace in data.line)
    low, high = (paces[round(share * (len(paces) - 1))] for share in SHOWN_SHARES)
    fast = min([low, *(band.fast_s for band in data.bands)]) - ROOM_S
    slow = max([high, *(band.slow_s for band in data.bands)]) + ROOM_S
    missing = max(LEAST_HIGH_S + 2 * ROOM_S - (slow - fast), 0.0)
    return fast - missing / 2, slow + missing / 2


def _draw_band(axes: Axes, band: Band) -> None:
    widened = max(NARROWEST_BAND_S - (band.slow_s - band.fast_s), 0.0) / 2
    height = band.slow_s - band.fast_s + 2 * widened
    patch = Rectangle((band.start_min, band.fast_s - widened), band.end_min - band.start_min, height)
    patch.set(facecolor=COLOURS.get(band.zone, QUIET), alpha=BAND_ALPHA, linewidth=0)
    axes.add_patch(patch)


def _draw_legend(axes: Axes, data: RunPace) -> None:
    """What each colour asks, and the line."""
    zones = dict.fromkeys(band.zone for band in data.bands)
    marks: list[Any] = [
        Patch(facecolor=COLOURS.get(zone, QUIET), alpha=BAND_ALPHA, label=data.zone_names.get(zone, zone))
        for zone in zones
    ]
    marks.append(axes.plot([], [], color=INK, linewidth=2.2, label=data.run_label)[0])
    axes.legend(
        handles=marks,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.13),
        ncol=min(len(marks), 3),
        frameon=False,
        fontsize=LETTERS_PT,
        labelcolor=INK,
    )
