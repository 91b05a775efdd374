"""Equipment and complaints as people say them, in both languages."""

import pytest

from core.coaches.equipment import PRESETS, everywhere, preset, read_equipment
from core.coaches.hurting import forbids_training, is_unplaced, other_parts, sites_hurt
from core.failure import Failure


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("rien", set()),
        ("none", set()),
        ("", set()),
        ("maison", {"dumbbell", "band"}),
        ("Home", {"dumbbell", "band"}),
        ("barres", {"pull-up-bar", "dip-bars"}),
        ("bars", {"pull-up-bar", "dip-bars"}),
        ("salle", {"barbell", "rack", "treadmill"}),
        ("gym", {"barbell", "rack", "treadmill"}),
        ("box", {"sled", "ski-erg", "barbell"}),
        ("haltères et banc", {"dumbbell", "bench"}),
        ("Dumbbells, pull-up bar + kettlebell", {"dumbbell", "pull-up-bar", "kettlebell"}),
        ("vélo", {"bike"}),
        ("caisse", {"box"}),
        ("maison, rameur", {"dumbbell", "rower"}),
    ],
)
def test_words_of_both_languages_are_understood(text: str, has: set[str]) -> None:
    found = read_equipment(text)
    assert isinstance(found, frozenset)
    assert has | everywhere() <= found


@pytest.mark.parametrize("text", ["rien", "none", "", "sans matériel"])
def test_nothing_is_only_what_is_everywhere(text: str) -> None:
    assert read_equipment(text) == everywhere() == preset("none")


def test_the_word_box_alone_is_the_place_not_the_crate() -> None:
    assert read_equipment("box") == preset("box")


def test_what_is_not_understood_is_named() -> None:
    answer = read_equipment("haltères, trampoline")
    assert isinstance(answer, Failure)
    assert "trampoline" in answer.text("fr")
    assert "trampoline" in answer.text("en")


def test_every_preset_has_more_than_the_street() -> None:
    assert all(everywhere() <= preset(name) for name in PRESETS)
    assert preset("home") < preset("gym")


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("", set()),
        ("mal au genou", {"knee"}),
        ("lower back pain", {"back"}),
        ("tendon d'Achille et périostite", {"achilles", "shin"}),
        ("pas de douleur au genou", set()),
        ("mollet tendu", {"achilles", "shin"}),
        ("épaule douloureuse", {"shoulder"}),
    ],
)
def test_complaints_lead_to_sites(text: str, sites: set[str]) -> None:
    assert sites_hurt(text) == sites


@pytest.mark.parametrize(
    ("text", "unplaced"),
    [
        ("mal partout", True),
        ("pain everywhere", True),
        ("courbatures", True),
        ("rien de cassé, mais mal partout", True),
        ("quelque chose", True),
        ("", False),
        ("rien", False),
        ("aucune douleur", False),
        ("no pain", False),
        ("plus mal au genou", False),
        ("mal au genou", False),
        ("all good, nothing hurts", False),
    ],
)
def test_a_complaint_without_a_place_is_noticed(text: str, unplaced: bool) -> None:
    assert is_unplaced(text) is unplaced


@pytest.mark.parametrize(("text", "forbidden"), [("douleur dans la poitrine", True), ("mal au genou", False)])
def test_what_belongs_to_a_clinician_gets_no_session(text: str, forbidden: bool) -> None:
    assert (forbids_training(text) is not None) is forbidden


def test_other_parts_are_named_to_be_spoken_of() -> None:
    assert [part["en"] for part in other_parts("sore hip and knee")] == ["hip"]
