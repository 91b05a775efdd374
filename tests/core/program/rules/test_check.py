"""The judge as a whole: what it says, in which words, and what it infers."""

import pytest

from core.program.rules import check
from core.program.rules.view import view_of
from core.session_kinds import kind_in_words
from tests.core.program.hand_made import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    WEDNESDAY,
    Json,
    at,
    easy,
    program_of,
    put,
    threshold,
    undated,
    valid,
    without_added_keys,
)
from tests.core.program.rules.changes import broken, day, steps, told, top


def test_the_hand_made_program_keeps_every_rule() -> None:
    assert broken(lambda program: None) == []
    assert broken(undated) == []


def test_sentences_follow_the_language_of_the_program() -> None:
    grown = day(4, SATURDAY, easy(9.6))
    (french,) = told(grown, "growth")
    assert french.startswith("36,5\u202fkm après 32\u202fkm dans la dernière semaine de charge")
    assert french.endswith("(+14\u202f%)\u202f: 35,2\u202fkm au plus.")
    english = told(steps(grown, top(language="en")), "growth")
    assert english == ["36.5\u00a0km after 32\u00a0km in the last loading week (+14%): at most 35.2\u00a0km."]


def test_a_breach_tells_its_week_and_day() -> None:
    program = valid()
    put(program, 2, WEDNESDAY, easy(1.0))
    (breach,) = check(program_of(program))
    assert (breach.rule, breach.week, breach.day) == ("sessions", 2, None)
    program = valid()
    at(program, 2, MONDAY).update(distance_km=None, pace_target="5:00/km")
    (breach,) = check(program_of(program))
    assert (breach.rule, breach.week, breach.day) == ("rest", 2, "Lundi")


def test_a_session_without_words_is_judged_by_its_effort() -> None:
    assert view_of(program_of(nameless(rpe=8))).weeks[1].sessions[SATURDAY].is_hard
    assert not view_of(program_of(nameless(rpe=6))).weeks[1].sessions[SATURDAY].is_hard


def nameless(rpe: int) -> Json:
    program = valid()
    at(program, 2, SATURDAY).update(session_type="Séance surprise", kind=None, rpe=rpe)
    return program


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Endurance fondamentale", "easy"),
        ("Fractionné court", "interval"),
        ("VMA", "interval"),
        ("Seuil", "threshold"),
        ("Sortie longue", "long"),
        ("Sortie longue en endurance", "long"),
        ("Côtes", "hills"),
        ("Footing de récupération", "recovery"),
        ("Marche / course", "run_walk"),
        ("Renforcement musculaire", "strength"),
        ("Allure marathon", "marathon"),
        ("Course", "race"),
        ("Repos", "rest"),
        ("Easy run", "easy"),
        ("Tempo run", "threshold"),
        ("Hill repeats", "hills"),
        ("Long run", "long"),
        ("Rest day", "rest"),
        ("Une surprise", None),
    ],
)
def test_kinds_are_read_from_french_and_english_words(words: str, named: str | None) -> None:
    assert kind_in_words(words) == named


def test_a_program_in_the_original_format_is_judged_by_its_words() -> None:
    assert check(program_of(without_added_keys(valid()))) == ()
    program = without_added_keys(valid())
    at(program, 2, SATURDAY).update(rest_day=True)
    program["weeks"][1]["sessions"][FRIDAY] = {**threshold(6.7, 2.8), "day": "Vendredi"}
    del program["weeks"][1]["sessions"][FRIDAY]["kind"]
    assert "hard-days" in {breach.rule for breach in check(program_of(program))}
