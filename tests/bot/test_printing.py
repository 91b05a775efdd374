"""A plan on paper, read back page by page, and a week as a picture."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from bot.charts import draw
from bot.printing.plan import Printed, plan_pdf
from bot.views.formats import short_date
from bot.views.overview import phase_of
from bot.views.week_picture import week_picture
from bot.words import words_in
from core.athlete import Language
from core.notation.units import Units
from core.program.exchange import ProgramData
from tests.bot.printed_plans import KINDS, plan_of_kind

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("fr", "en")
A4 = (595, 842)  # points
MARGIN = 39  # points: 14 mm, with room for a rounding


def printed(program: ProgramData, language: Language, units: Units = "km") -> bytes:
    done = frozenset(one.date for one in program.weeks[0].sessions if one.date and not one.rest_day)
    return plan_pdf(Printed(program, words_in(language), units, NOW, done))


def pages_of(content: bytes) -> list[str]:
    """The words of each page, without the breaks of lines."""
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_day_of_the_plan_stands_on_its_pages(kind: str, language: Language) -> None:
    program = plan_of_kind(kind, language)
    pages = pages_of(printed(program, language))
    text = " ".join(pages)
    for week in (*program.maintenance, *program.weeks):
        first, last = (_dates(one.date, language) for one in (week.sessions[0], week.sessions[-1]))
        page = next(page for page in pages[1:] if f"{first} – {last}" in page)
        for session in week.sessions:
            assert session.date is not None
            assert _dates(session.date, language) in page, "a week is never cut"
            for line in (session.workout_structure or "").splitlines():
                assert _squeezed(line) in _squeezed(page)
    for tip in (*program.tips.nutrition, *program.tips.recovery, *program.tips.mental):
        assert _squeezed(tip) in _squeezed(text)
    for notice in program.notices:
        assert _squeezed(notice.text) in _squeezed(text)
    if program.race:
        assert program.race.name in pages[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_leaves_the_paper_and_no_letter_is_missing(kind: str, language: Language) -> None:
    content = printed(plan_of_kind(kind, language), language, "mile")
    with pypdfium2.PdfDocument(content) as document:
        assert 3 <= len(document) <= 16
        for page in document:
            assert [round(size) for size in page.get_size()] == list(A4)
            words = page.get_textpage()
            boxes = [words.get_charbox(at) for at in range(words.count_chars())]
            drawn = [box for box in boxes if box[2] > box[0]]
            assert min(box[0] for box in drawn) >= MARGIN
            assert max(box[2] for box in drawn) <= A4[0] - MARGIN
            assert min(box[1] for box in drawn) > 20
            assert "\ufffd" not in words.get_text_bounded()


def test_a_plan_in_miles_names_no_kilometres_but_those_of_races() -> None:
    text = " ".join(pages_of(printed(plan_of_kind("twenty weeks", "en"), "en", "mile")))
    assert "/mi" in text
    left = re.findall(r"[\d.]+\s?km|/km", text)
    assert all(re.fullmatch(r"(?:[01](?:\.\d)?|5|10)\s?km", one) for one in left), left


def test_the_same_plan_prints_the_same_bytes() -> None:
    program = plan_of_kind("four weeks", "fr")
    assert printed(program, "fr") == printed(program, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_week_can_be_a_picture(kind: str, language: Language) -> None:
    program, words = plan_of_kind(kind, language), words_in(language)
    for week in (program.weeks[0], program.weeks[-1]):
        message = week_picture(week, len(program.weeks), phase_of(program, week.week_number), words)
        assert "<b>" not in str(message.figures)
        with Image.open(BytesIO(draw(message.chart, message.figures))) as image:
            assert (image.format, image.width) == ("PNG", 1080)
            assert image.height < 1300


def _dates(day: date | None, language: Language) -> str:
    assert day is not None
    return short_date(day, language)


def _squeezed(text: str) -> str:
    """Without spaces, of which a broken line loses one, and signs that are not printed."""
    return re.sub(r"[\s\u00a0\u202f]+", "", text)
