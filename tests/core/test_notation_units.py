"""Kilometres and miles."""

import pytest

from core.notation.units import (
    format_distance_in,
    format_pace_in,
    format_speed_in,
    pace_per_mile,
    paces_in,
    speed_km_per_h,
)
from core.paces import Range


def test_a_pace_per_mile() -> None:
    assert pace_per_mile(300) == pytest.approx(482.8, abs=0.05)  # 5:00/km is 8:03 a mile
    assert format_pace_in(Range(300, 300), "mile") == "8:03/mi"
    assert format_pace_in(Range(330, 360), "mile") == "8:51-9:39/mi"
    assert format_pace_in(Range(330, 360), "km") == "5:30-6:00/km"


def test_paces_inside_a_text() -> None:
    text = "15 min à 5:30-6:00/km, puis 5 × 1 km à 4:10/km"
    assert paces_in(text, "km") == text
    assert paces_in(text, "mile") == "15 min à 8:51-9:39/mi, puis 5 × 1 km à 6:42/mi"


@pytest.mark.parametrize(
    ("km", "units", "language", "written"),
    [
        (12.5, "km", "fr", "12,5\u202fkm"), (12.5, "mile", "fr", "7,8\u202fmi"),
        (42.195, "mile", "en", "26.2\u202fmi"),
        (0.4, "mile", "en", "400\u202fm"),
    ],
)  # fmt: skip
def test_distances(km: float, units: str, language: str, written: str) -> None:
    assert format_distance_in(km, units, language) == written  # type: ignore[arg-type]  # words of the table


def test_speeds() -> None:
    assert speed_km_per_h(300) == pytest.approx(12)
    assert format_speed_in(12.96, "km", "fr") == "13\u202fkm/h"
    assert format_speed_in(12.96, "mile", "en") == "8.1\u202fmph"
