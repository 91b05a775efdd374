"""The picture of a session: every kind drawn, its words inside it, the same words for who cannot see it."""

from datetime import date
from functools import cache
from io import BytesIO

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from bot.charts import draw
from bot.charts.session_profile import COLOURS, SessionPicture, _write_names, _write_rows
from bot.charts.style import DPI, WIDTH_PX, new_chart
from bot.splitting import CAPTION_LIMIT, utf16_length
from bot.views.session_profile import has_profile, profile_picture
from bot.words import words_in
from core.athlete import Goal, Language, Level, Performance, RunnerProfile
from core.localisation import LANGUAGES
from core.program.builder import build_program
from core.program.exchange import Interval, Session, Zone

START, RACE = date(2026, 11, 23), date(2027, 4, 11)


@cache
def sessions(language: Language) -> tuple[Session, ...]:
    """Every kind of session, with paces and by effort; run-walk too."""
    profiles = (
        RunnerProfile(Level.ADVANCED, Goal.MARATHON, 5, RACE, Performance(10_000, 2700), language=language),
        RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3, RACE, current_km_per_week=0, language=language),
    )
    found: dict[tuple[object, ...], Session] = {}
    for profile in profiles:
        for week in build_program(profile, START).weeks:
            for session in week.sessions:
                if has_profile(session):
                    parts = len(session.intervals or ())
                    found.setdefault((session.kind, parts, profile.reference is None), session)
    return tuple(found.values())


def drawn(session: Session, language: Language) -> SessionPicture:
    return SessionPicture.model_validate(profile_picture(session, words_in(language)).figures)


@pytest.mark.parametrize("kind", ["easy", "long", "threshold", "hills", "run_walk", "race"])
def test_each_kind_is_drawn(kind: str) -> None:
    session = next(session for session in sessions("fr") if session.kind == kind)
    message = profile_picture(session, words_in("fr"))
    picture = Image.open(BytesIO(draw(message.chart, message.figures)))
    assert picture.format == "PNG"
    assert picture.width == WIDTH_PX
    assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_session_has_its_words(language: Language) -> None:
    for session in sessions(language):
        message = profile_picture(session, words_in(language))
        assert utf16_length(message.caption_html) <= CAPTION_LIMIT
        picture = drawn(session, language)
        assert {bar.zone for bar in picture.bars} <= set(COLOURS)
        assert sum(bar.minutes for bar in picture.bars) > 0
        for row in picture.rows:
            assert row.bold in message.alt_text
            assert row.text in message.alt_text
        pace = next((part.pace_target for part in session.intervals or () if part.pace_target), None)
        assert pace is None or any(pace in row.text for row in picture.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_stay_inside_the_picture(language: Language) -> None:
    for session in sessions(language):
        data = drawn(session, language)
        figure = Figure(figsize=(WIDTH_PX / DPI, 10), dpi=DPI)
        FigureCanvasAgg(figure)
        _write_rows(figure, data, 10 * DPI)
        assert all(text.get_window_extent().x1 < WIDTH_PX for text in figure.texts), session.session_type


def test_names_of_many_blocks_do_not_cover_each_other() -> None:
    zones: tuple[Zone, ...] = ("T", "M", "T", "M", "T", "I")
    parts = tuple(Interval(repetitions=1, duration_min=2, zone=zone) for zone in zones)
    session = Session(
        day="Mardi", rest_day=False, kind="threshold", duration_min=90, intervals=parts, warm_up_min=68,
        cool_down_min=10,
    )  # fmt: skip
    data = drawn(session, "fr")
    figure, axes = new_chart()
    axes.set_xlim(0, 90)
    axes.set_ylim(0, 12)
    _write_names(axes, data)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in axes.texts]
    assert 2 <= len(boxes) < len(parts)  # what has no room is left to the rows
    assert all(not a.overlaps(b) for place, a in enumerate(boxes) for b in boxes[place + 1 :])


def test_miles() -> None:
    session = next(session for session in sessions("en") if session.kind == "easy")
    message = profile_picture(session, words_in("en"), "mile")
    assert "/mi" in message.alt_text
    assert "/km" not in message.alt_text
