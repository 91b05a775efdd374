"""A movement is found by what people type, and nothing rather than a wrong one."""

import pytest

from core.athlete import Language
from core.catalogue.finding import find, nearest_names
from core.catalogue.reading import catalogue, words_of

FRENCH = {
    "pompes": "push-up",
    "Pompe": "push-up",
    "pompes diamants": "diamond-push-up",
    "squat": "back-squat",
    "dips": "dip",
    "developpe couche": "bench-press",
    "Développé couché aux haltères": "dumbbell-bench-press",
    "souleve de tere": "conventional-deadlift",
    "fente avant": "walking-lunge",
    "fentes bulgares haltères": "dumbbell-bulgarian-split-squat",
    "gainage": "plank",
    "planche": "planche",
    "tractions": "pull-up",
    "muscle up": "muscle-up",
    "goblet squat": "goblet-squat",
    "chaise": "wall-sit",
    "rdl": "romanian-deadlift",
    "DU": "double-under",
    "sled push": "race-sled-push",
    "bulgarian split squat": "bulgarian-split-squat",
    "step-back-burpee": "step-back-burpee",
    "footing": "easy-run",
}
ENGLISH = {
    "pushup": "push-up",
    "press-ups": "push-up",
    "bench press": "bench-press",
    "deadlifts": "conventional-deadlift",
    "farmer's walk": "farmers-walk",
    "romanian dedlift": "romanian-deadlift",
    "pull up": "pull-up",
    "turkish getup": "turkish-get-up",
    "jog": "easy-run",
    "soulevé de terre": "conventional-deadlift",
}
NOT_FOUND = ("", "   ", "?", "trampoline", "c skip", "ball", "poupée", "je ne sais pas", "12", "🏋️", "a" * 500)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("fr", *pair) for pair in FRENCH.items()] + [("en", *pair) for pair in ENGLISH.items()],
)
def test_a_known_movement_is_found(language: Language, typed: str, meant: str) -> None:
    best = find(typed, language)[0]
    assert best.exercise.id == meant
    assert best.name == words_of(meant, language).name
    assert 60 < best.score <= 100


@pytest.mark.parametrize("typed", NOT_FOUND)
def test_an_unknown_movement_gives_nothing(typed: str) -> None:
    assert find(typed, "fr") == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_movement_is_the_first_found_by_its_own_name_and_id(language: Language) -> None:
    for key in catalogue():
        assert find(words_of(key, language).name, language, 1)[0].exercise.id == key
        assert find(key, language, 1)[0].exercise.id == key


def test_the_limit_holds_and_the_best_comes_first() -> None:
    found = find("pompe", "fr", 2)
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_names_are_proposed_for_what_is_not_understood() -> None:
    assert nearest_names("poompe diamand", "fr")[0] == "Pompe diamant"
    assert len(nearest_names("trampoline", "en", 4)) == 4
