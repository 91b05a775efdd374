"""Charts: the right size, every mark where it belongs, and never a warning."""

import re
from io import BytesIO
from typing import Any

import pytest
from matplotlib.axes import Axes
from PIL import Image

from bot.charts import draw
from bot.charts.plan_volume import PlanVolume, _draw_bars, _mark_race, _name_stages
from bot.charts.style import HEIGHT_PX, PALETTE, WIDTH_PX, new_chart

STAGES = {
    "fr": ("Base", "Développement", "Spécifique", "Affûtage", "Course"),
    "en": ("Base", "Build", "Specific", "Taper", "Race"),
}


def figures(weeks: int, language: str = "fr", *, race: bool = True) -> dict[str, Any]:
    """A plan of this length, its stages shared out in order."""
    names = STAGES[language]
    edges = sorted({1, *(1 + weeks * share // 20 for share in (7, 13, 17, 19))})
    lasts = [edge - 1 for edge in edges[1:]] + [weeks]
    return {
        "weeks": [
            {"number": n, "km": 20.0 + n, "long_km": 8.0 + n / 2, "recovery": n % 3 == 0}
            for n in range(1, weeks + 1)
        ],
        "phases": [
            {"id": name, "name": name, "first": first, "last": last}
            for name, first, last in zip(names, edges, lasts, strict=False)
        ],
        "race_week": weeks if race else None,
        "title": "Kilomètres par semaine",
        "week_label": "Semaine",
        "long_run_label": "Plus longue sortie",
        "recovery_label": "Semaine allégée",
        "race_label": "Course",
        "decimal_comma": language == "fr",
    }


@pytest.mark.parametrize("weeks", [1, 4, 12, 20])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_plan_is_drawn_at_the_size_of_a_phone(weeks: int, language: str) -> None:
    picture = Image.open(BytesIO(draw("plan_volume", figures(weeks, language, race=weeks > 1))))
    assert picture.format == "PNG"
    assert picture.size == (WIDTH_PX, HEIGHT_PX)
    assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 20


def test_the_same_figures_draw_the_same_picture() -> None:
    assert draw("plan_volume", figures(8)) == draw("plan_volume", figures(8))


def axes_with(data: PlanVolume, top: float) -> Axes:
    figure, axes = new_chart()
    axes.set_xlim(0.4, len(data.weeks) + 0.6)
    axes.set_ylim(0, top)
    _draw_bars(axes, data)
    _name_stages(axes, data, top)
    _mark_race(axes, data, top)
    figure.draw_without_rendering()
    return axes


@pytest.mark.parametrize("weeks", [4, 8, 12, 16, 20])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_of_stages_touch_neither_each_other_nor_the_edge(weeks: int, language: str) -> None:
    data = PlanVolume.model_validate(figures(weeks, language))
    axes = axes_with(data, 60.0)
    boxes = [text.get_window_extent() for text in axes.texts if re.fullmatch(r"[^\d]+", text.get_text())]
    assert len(boxes) == len(data.phases)
    for number, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:number])
        assert box.x0 >= 0
        assert box.x1 <= WIDTH_PX


def test_bars_tell_stages_and_easier_weeks_apart() -> None:
    data = PlanVolume.model_validate(figures(12))
    axes = axes_with(data, 60.0)
    bars = axes.patches[:12]
    assert [bool(bar.get_hatch()) for bar in bars] == [week.recovery for week in data.weeks]
    assert len({bar.get_facecolor()[:3] for bar in bars}) == len(data.phases)
    assert len(set(PALETTE)) == len(PALETTE)


def test_an_unknown_chart_is_a_bug() -> None:
    with pytest.raises(KeyError):
        draw("nothing", {})
