"""Target dates as runners type them, seen from a Friday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Language
from core.failure import Failure
from core.notation import parse_date

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        ("dans 12 semaines", "2027-02-12", "2027-02-12"),
        ("in 12 weeks", "2027-02-12", "2027-02-12"),
        ("12 weeks", "2027-02-12", "2027-02-12"),
        ("dans trois mois", "2027-02-20", "2027-02-20"),
        ("in a month", "2026-12-20", "2026-12-20"),
        ("dans un an", "2027-11-20", "2027-11-20"),
        ("dans 10 jours", "2026-11-30", "2026-11-30"),
        ("le 12 avril", "2027-04-12", "2027-04-12"),
        ("12 avril 2027", "2027-04-12", "2027-04-12"),
        ("12 avr.", "2027-04-12", "2027-04-12"),
        ("April 12", "2027-04-12", "2027-04-12"),
        ("April 12th, 2027", "2027-04-12", "2027-04-12"),
        ("the 3rd of May", "2027-05-03", "2027-05-03"),
        ("dimanche 1er mai 2027", "2027-05-01", "2027-05-01"),
        ("1 août", "2027-08-01", "2027-08-01"),
        ("12/04", "2027-04-12", "2026-12-04"),
        ("12/04/2027", "2027-04-12", "2027-12-04"),
        ("12.04.27", "2027-04-12", "2027-12-04"),
        ("12/25", "2026-12-25", "2026-12-25"),
        ("25-12", "2026-12-25", "2026-12-25"),
        ("2027-04-12", "2027-04-12", "2027-04-12"),
        ("٢٠٢٧-٠٤-١٢", "2027-04-12", "2027-04-12"),
        ("aujourd’hui", "2026-11-20", "2026-11-20"),
        ("20 novembre", "2026-11-20", "2026-11-20"),
        ("19 nov", "2027-11-19", "2027-11-19"),
        ("demain", "2026-11-21", "2026-11-21"),
        ("après-demain", "2026-11-22", "2026-11-22"),
        ("the day after tomorrow", "2026-11-22", "2026-11-22"),
        ("dimanche prochain", "2026-11-22", "2026-11-22"),
        ("next Sunday", "2026-11-22", "2026-11-22"),
        ("vendredi", "2026-11-27", "2026-11-27"),
        ("dimanche en huit", "2026-11-29", "2026-11-29"),
        ("29 février", "2028-02-29", "2028-02-29"),
    ],
)
def test_dates(typed: str, french: str, english: str) -> None:
    assert parse_date(typed, TODAY, "fr") == date.fromisoformat(french)
    assert parse_date(typed, TODAY, "en") == date.fromisoformat(english)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12 avril 2025", "notation-date-past"),
        ("2026-11-19", "notation-date-past"),
        ("31 février", "notation-date-impossible"),
        ("30/02/2027", "notation-date-impossible"),
        ("29 février 2027", "notation-date-impossible"),
        ("45/45", "notation-date-impossible"),
        ("0000-01-01", "notation-date-impossible"),
        ("avril", "notation-date-needs-day"),
        ("in April 2027", "notation-date-needs-day"),
        ("12 avril 2049", "notation-date-too-far"),
        ("dans 900 jours", None),
        ("dans 999 semaines", "notation-date-too-far"),
        ("bof", "notation-date-unclear"),
        ("le 12", "notation-date-unclear"),
        ("mardi ou jeudi", "notation-date-unclear"),
        ("", "notation-date-unclear"),
    ],
)
def test_no_date(typed: str, why: str | None) -> None:
    for language in ("fr", "en"):
        answer = parse_date(typed, TODAY, "fr" if language == "fr" else "en")
        assert (answer.key if isinstance(answer, Failure) else None) == why
        if isinstance(answer, Failure):
            assert answer.text("fr") != answer.text("en")


def test_a_refusal_names_the_date() -> None:
    answer = parse_date("12 avril 2025", TODAY, "fr")
    assert isinstance(answer, Failure)
    assert "12 avril 2025" in answer.text("fr")


def test_three_years_ahead_is_the_limit() -> None:
    assert parse_date("2029-11-20", TODAY, "fr") == date(2029, 11, 20)
    assert isinstance(parse_date("2029-11-21", TODAY, "fr"), Failure)


def test_the_example_of_a_date_is_twelve_weeks_away() -> None:
    answer = parse_date("bof", TODAY, "en")
    assert isinstance(answer, Failure)
    assert "12 February 2027" in answer.text("en")


def test_a_month_from_its_last_day() -> None:
    assert parse_date("dans un mois", date(2027, 1, 31), "fr") == date(2027, 2, 28)


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.integers(min_value=0, max_value=1000))
def test_every_written_form_of_a_day_is_read(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    forms: list[tuple[str, Language]] = [
        (day.isoformat(), "fr"), (f"{day:%d/%m/%Y}", "fr"), (f"{day:%m/%d/%Y}", "en"),
        (f"{day:%d %B %Y}", "en"), (f"dans {ahead} jours", "fr"),
    ]  # fmt: skip
    for text, language in forms:
        if not (text.startswith("dans") and ahead > 999):
            assert parse_date(text, today, language) == day


@given(st.text(max_size=30), st.sampled_from(["fr", "en"]))
def test_no_text_breaks_it(text: str, language: Language) -> None:
    answer = parse_date(text, TODAY, language)
    assert isinstance(answer, Failure) or answer >= TODAY


@given(st.text(alphabet="0123456789/.- ersbmaivlju", max_size=20))
def test_what_looks_like_a_date_breaks_nothing(text: str) -> None:
    answer = parse_date(text, TODAY, "fr")
    assert isinstance(answer, Failure) or answer >= TODAY
