"""The picture of the injury risk: the right size, told without colour, nothing over the edge."""

from datetime import date, timedelta
from io import BytesIO
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from bot.charts import draw
from bot.charts.risk import HEIGHT_PX, PATTERNS, RiskPicture, _draw_factors, _draw_gauge
from bot.charts.style import DPI, WIDTH_PX
from bot.views.risk import risk_alt_text, risk_caption, risk_figures
from bot.words import words_in
from core.athlete import Language
from core.risk import RiskFactor, RiskLevel, RiskScore
from core.risk_factors import MAX_POINTS
from core.risk_history import WeekScore

CAPTION_AT_MOST, ALT_AT_MOST = 1024, 600
LANGUAGES: tuple[Language, ...] = ("fr", "en")


def score_of(score: int, level: RiskLevel, share: float) -> RiskScore:
    factors = tuple(
        RiskFactor(name, round(most * share, 2), most, "Une raison plutôt longue, avec ses chiffres. " * 2)
        for name, most in MAX_POINTS.items()
    )
    return RiskScore(score, level, factors, ("Une chose à faire cette semaine, avec son chiffre. " * 2,) * 3)


def history_of(*scores: int) -> tuple[WeekScore, ...]:
    first = date(2026, 10, 19)
    return tuple(WeekScore(first + timedelta(weeks=n), score, "green") for n, score in enumerate(scores))


SCORES: list[tuple[int, RiskLevel, float, tuple[int, ...]]] = [
    (0, "green", 0.0, ()),
    (33, "green", 0.33, (12,)),
    (50, "yellow", 0.5, (0, 100, 50)),
    (100, "red", 1.0, (0, 20, 40, 60, 80, 100)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("score", "level", "share", "history"), SCORES)
def test_a_score_is_drawn_at_the_size_of_a_phone(
    language: Language, score: int, level: RiskLevel, share: float, history: tuple[int, ...]
) -> None:
    words = words_in(language)
    risk = score_of(score, level, share)
    figures = risk_figures(risk, history_of(*history), words)
    picture = Image.open(BytesIO(draw("risk", figures)))
    assert (picture.format, picture.size) == ("PNG", (WIDTH_PX, HEIGHT_PX))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("score", "level", "share", "history"), SCORES)
def test_words_touch_neither_each_other_nor_the_edge(
    language: Language, score: int, level: RiskLevel, share: float, history: tuple[int, ...]
) -> None:
    figures = risk_figures(score_of(score, level, share), history_of(*history), words_in(language))
    data = RiskPicture.model_validate(figures)
    figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI)
    FigureCanvasAgg(figure)
    gauge, factors = figure.add_axes((0.03, 0.6, 0.94, 0.345)), figure.add_axes((0.06, 0.235, 0.88, 0.345))
    _draw_gauge(gauge, data)
    _draw_factors(factors, data)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for axes in (gauge, factors) for text in axes.texts if text.get_text()]
    assert len(boxes) >= 3 + 4 + 2 + 12
    assert all(box.x0 >= 0 and box.x1 <= WIDTH_PX for box in boxes)
    assert not [1 for one, other in combinations(boxes, 2) if one.overlaps(other)]


def test_levels_differ_without_colour() -> None:
    assert len(set(PATTERNS.values())) == len(PATTERNS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_say_everything_the_picture_says(language: Language) -> None:
    words = words_in(language)
    risk = score_of(50, "yellow", 0.5)
    told = risk_alt_text(risk, history_of(10, 50), words)
    assert "50" in told
    assert words("risk-chart-zone-yellow") in told
    assert all(words(f"risk-{name.replace('_', '-')}") in told for name in MAX_POINTS)
    assert "10, 50" in told
    assert len(told) <= ALT_AT_MOST
    caption = risk_caption(risk, words)
    assert caption.count("• ") == 3
    assert len(caption) <= CAPTION_AT_MOST


@pytest.mark.parametrize(("points", "advised"), [(3.1, False), (12.5, True)])
def test_a_tired_morning_alone_is_no_reason_to_lighten(points: float, advised: bool) -> None:
    fatigue = RiskFactor("fatigue", points, 25, "Fatigue moyenne")
    risk = RiskScore(round(points), "green", (fatigue,), ("Allège les deux prochains jours",))
    caption = risk_caption(risk, words_in("fr"))
    assert ("Allège" in caption) is advised
    assert ("Rien ne pèse" in caption) is not advised
