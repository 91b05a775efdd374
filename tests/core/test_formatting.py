"""How figures are written in each language."""

from datetime import date

import pytest

from core.athlete import Language
from core.failure import Failure
from core.formatting import (
    clock,
    format_day,
    format_distance,
    format_duration,
    format_minutes,
    format_number,
)

N = "\u202f"


@pytest.mark.parametrize(
    ("seconds", "text"), [(59.6, "1:00"), (2730, "45:30"), (6120, "1:42:00"), (5, "0:05")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "french", "english"),
    [
        (2730, "45:30", "45:30"),
        (6120, f"1{N}h{N}42", "1:42:00"),
        (6125, f"1{N}h{N}42{N}min{N}05{N}s", "1:42:05"),
        (3599.7, f"1{N}h{N}00", "1:00:00"),
    ],
)
def test_durations(seconds: float, french: str, english: str) -> None:
    assert (format_duration(seconds, "fr"), format_duration(seconds, "en")) == (french, english)


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [
        (45, f"45{N}min", f"45{N}min"),
        (59.7, f"1{N}h", f"1{N}h"),
        (90, f"1{N}h{N}30", f"1{N}h{N}30{N}min"),
        (65, f"1{N}h{N}05", f"1{N}h{N}05{N}min"),
    ],
)
def test_minutes(minutes: float, french: str, english: str) -> None:
    assert (format_minutes(minutes, "fr"), format_minutes(minutes, "en")) == (french, english)


@pytest.mark.parametrize(
    ("km", "french", "english"),
    [
        (12.5, f"12,5{N}km", f"12.5{N}km"),
        (10, f"10{N}km", f"10{N}km"),
        (0.8, f"800{N}m", f"800{N}m"),
        (100, f"100{N}km", f"100{N}km"),
        (0.9999, f"1{N}km", f"1{N}km"),
    ],
)
def test_distances(km: float, french: str, english: str) -> None:
    assert (format_distance(km, "fr"), format_distance(km, "en")) == (french, english)


@pytest.mark.parametrize(
    ("value", "decimals", "language", "text"),
    [
        (1.26, None, "en", "1.3"),
        (-0.01, 1, "fr", "0"),
        (1.25, 2, "fr", "1,25"),
        (20, 0, "en", "20"),
        (3.0, 1, "en", "3"),
    ],
)
def test_numbers(value: float, decimals: int | None, language: Language, text: str) -> None:
    written = format_number(value, language) if decimals is None else format_number(value, language, decimals)
    assert written == text


def test_a_failure_speaks_words_as_they_are() -> None:
    failure = Failure("notation-date-unclear", {"example": "12 avril"})
    assert "12 avril" in failure.text("fr")


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2027, 4, 11), "11 avril 2027", "11 April 2027"),
        (date(2027, 5, 1), "1er mai 2027", "1 May 2027"),
    ],
)
def test_days(day: date, french: str, english: str) -> None:
    assert format_day(day, "fr") == french
    assert format_day(day, "en") == english
