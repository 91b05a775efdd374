"""Texts in kilometres, said in miles."""

import re

import pytest

from core.athlete import Language
from core.notation.miles import in_units
from core.program.exchange import Session
from tests.core.exports.test_calendar import twenty_weeks

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        (f"Footing · 8{NARROW}km", "fr", f"Footing · 5{NARROW}mi"),
        (f"12,5{NARROW}km à 5:30-6:00/km", "fr", f"7,8{NARROW}mi à 8:51-9:39/mi"),
        (f"10{NARROW}km easy", "en", f"6.2{NARROW}mi easy"),
        ("These 14 easy km lead on", "en", f"These 8.7 easy{NARROW}mi lead on"),
        ("10 à 20 km", "fr", f"6,2 à 12,4{NARROW}mi"),
        (f"8–10{NO_BREAK}km", "en", f"5–6.2{NARROW}mi"),
        ("“8 km 45 min effort 5”", "en", f"“5{NARROW}mi 45 min effort 5”"),
        (f"10,4{NARROW}km/h", "fr", f"6,5{NARROW}mph"),
        (f"+{NARROW}1,2{NARROW}km", "fr", f"+{NARROW}1,2{NARROW}km"),
        ("6 × 800 m", "en", "6 × 800 m"),
        ("Ta course : 10 km de Nantes", "fr", "Ta course : 10 km de Nantes"),
        ("Cours un 5 km de ton mieux", "fr", "Cours un 5 km de ton mieux"),
        (f"42,2{NARROW}km.", "fr", f"26,2{NARROW}mi."),
        ("le kilomètre 12", "fr", "le kilomètre 12"),
    ],
)
def test_what_is_measured_is_said_in_miles(written: str, language: Language, said: str) -> None:
    assert in_units(written, "mile", language) == said
    assert in_units(written, "km", language) == written
    assert in_units(said, "mile", language) == said  # said once, not twice


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_a_long_plan_says_is_left_in_kilometres(language: Language) -> None:
    program = twenty_weeks(language)
    texts = [text for week in program.weeks for one in week.sessions for text in _texts(one)]
    texts += [text for week in program.weeks for text in (week.notes, week.focus)]
    said = [in_units(text, "mile", language) for text in texts]
    left = [text for text in said if re.search(r"\d\s?km\b|/km\b", text)]
    short_or_race = re.compile(r"\b(?:0|1)(?:[.,]\d)?\s?km\b|\b(?:5|10) km\b")
    assert [text for text in left if not short_or_race.search(text)] == []
    assert any("/mi" in text for text in said)


def _texts(session: Session) -> list[str]:
    parts = (session.session_type, session.description, session.workout_structure, session.why)
    return [part for part in parts if part]
