"""What a morning says: another word each rest day, and the session stays in sight."""

from datetime import date, timedelta

import pytest

from bot.messages import Button
from bot.views import checkin as view
from bot.views.pain import at_the_start
from bot.views.week import _even_rows
from bot.words import words_in
from core.athlete import Language
from core.days import Answer
from core.program.exchange import Kind, Session

MONDAY = date(2026, 11, 23)


def session(kind: Kind, distance_km: float = 8.0) -> Session:
    return Session(
        day="Lundi",
        rest_day=kind == "rest",
        kind=kind,
        session_type="Séance",
        distance_km=None if kind == "rest" else distance_km,
        pace_target=None if kind == "rest" else "5:30-6:00/km",
        date=MONDAY,
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_rest_days_of_a_week_never_say_the_same(language: Language) -> None:
    words = words_in(language)
    lines = [
        view.rest_html(words, name="Léa", day=MONDAY + timedelta(days=n)) for n in range(view.REST_LINES)
    ]
    assert len(set(lines)) == view.REST_LINES
    assert all("Léa" in line for line in lines)


@pytest.mark.parametrize(
    ("kind", "shortened", "said"),
    [("easy", False, "rester facile"), ("long", False, "rester facile"), ("easy", True, "cette version")],
)
def test_everything_means_what_the_day_allows(kind: Kind, shortened: bool, said: str) -> None:
    before, after = session(kind), session(kind, 4.0 if shortened else 8.0)
    html = view.result_html(Answer(feeling=1), "Donne tout !", before, after, words_in("fr"))
    assert "Donne tout !" in html
    assert said in html
    assert ("Avant" in html) is shortened


def test_a_hard_session_is_given_everything_and_stays_in_sight() -> None:
    hard = session("interval")
    html = view.result_html(Answer(feeling=1), "Donne tout !", hard, hard, words_in("fr"))
    assert "facile" not in html
    assert "5:30-6:00/km" in html
    keyboard = view.result_buttons(
        MONDAY, Answer(feeling=1), changed=False, shortens=True, words=words_in("fr")
    )
    assert keyboard[0][0].data == "pl:today"


def test_a_place_keeps_its_capitals() -> None:
    assert at_the_start("left Achilles tendon") == "Left Achilles tendon"
    assert at_the_start("genou (côté gauche)") == "Genou (côté gauche)"


@pytest.mark.parametrize(
    ("count", "lengths"), [(0, []), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2])]
)
def test_the_days_of_a_week_stand_in_even_rows(count: int, lengths: list[int]) -> None:
    buttons = [Button(label=str(n), data=str(n)) for n in range(count)]
    rows = _even_rows(buttons)
    assert [len(row) for row in rows] == lengths
    assert [button for row in rows for button in row] == buttons
