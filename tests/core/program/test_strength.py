"""Strength for runners: every focus, level and phase, in both languages."""

from itertools import product
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from core.athlete import InjurySite, Language, Level
from core.program.strength import Exercise, Focus, exercise, focus_of, supplement

FOCUSES: tuple[Focus, ...] = get_args(Focus)
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@pytest.mark.parametrize(("focus", "level", "language"), list(product(FOCUSES, Level, LANGUAGES)))
def test_a_supplement_is_short_and_lighter_in_taper(focus: Focus, level: Level, language: Language) -> None:
    full, light = (supplement(focus, level, phase, language) for phase in ("build", "taper"))
    assert 4 <= len(full.exercises) <= 5
    assert len(light.exercises) == 3
    assert light.minutes < full.minutes
    assert 10 <= full.minutes <= 45
    assert all(item.name and " × " in item.prescription for item in full.exercises)


def test_a_prescription_says_sets_amount_and_side() -> None:
    assert exercise("step-down").prescription(3, "en").startswith("3 × 8 each side, low step")
    assert exercise("wall-sit").prescription(2, "fr").startswith("2 × 30\u00a0s, descends")


@pytest.mark.parametrize(
    ("injuries", "trail", "focus"),
    [
        ((), False, "general"),
        ((), True, "trail"),
        ((InjurySite.KNEE,), True, "knee"),
        ((InjurySite.ACHILLES, InjurySite.KNEE), False, "achilles"),
        ((InjurySite.SHIN,), False, "shin"),
    ],
)
def test_the_focus_is_the_injury_before_the_terrain(
    injuries: tuple[InjurySite, ...], trail: bool, focus: Focus
) -> None:
    assert focus_of(injuries, trail=trail) == focus


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trail", [False, True])
def test_who_does_not_run_yet_lifts_no_load(language: Language, trail: bool) -> None:
    focus = focus_of((), trail=trail, first=True)
    names = [item.name for item in supplement(focus, Level.BEGINNER, "base", language).exercises]
    loaded = {exercise(name).name[language] for name in ("goblet-squat", "single-leg-deadlift", "step-up")}
    assert loaded.isdisjoint(names)
    assert focus_of((InjurySite.KNEE,), first=True) == "knee"


def test_an_exercise_counts_one_thing() -> None:
    words = {"fr": "a", "en": "b"}
    with pytest.raises(ValidationError, match="one of them"):
        TypeAdapter(Exercise).validate_python({"name": words, "note": words, "sets": (1, 2, 3)})
