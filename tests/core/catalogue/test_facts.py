"""What the catalogue says of its movements holds together: names, ladders, and what hurts where."""

from itertools import pairwise
from typing import get_args

import pytest

from core.athlete import Level
from core.catalogue.exercise import Discipline, Equipment, Exercise, Measure, Muscle, Pattern, Site
from core.catalogue.kinship import KIN, are_kin
from core.catalogue.reading import catalogue, exercise
from core.catalogue.terms import Kind, terms

ALL = tuple(catalogue().values())
RANK = list(Level).index
BEGINNINGS = 220
"""Movements at the least."""
LADDERS = {
    "muscle-up": (
        "pull-up", "chest-to-bar-pull-up", "explosive-pull-up", "muscle-up-transition", "negative-muscle-up",
        "muscle-up",
    ),
    "front lever": (
        "tuck-front-lever", "advanced-tuck-front-lever", "one-leg-front-lever", "straddle-front-lever",
        "front-lever",
    ),
    "back lever": (
        "german-hang", "skin-the-cat", "tuck-back-lever", "advanced-tuck-back-lever", "straddle-back-lever",
        "back-lever",
    ),
    "planche": (
        "planche-lean", "frog-stand", "tuck-planche", "advanced-tuck-planche", "straddle-planche", "planche",
    ),
    "handstand": (
        "plank", "pike-hold", "wall-walk", "chest-to-wall-handstand", "toe-pull-handstand",
        "kick-up-handstand", "freestanding-handstand",
    ),
    "pistol": (
        "assisted-pistol-squat", "box-pistol-squat", "roll-up-pistol-squat", "counterweight-pistol-squat",
        "pistol-squat",
    ),
}  # fmt: skip
HURTS: dict[str, tuple[Site, ...]] = {
    "pistol-squat": ("knee",),
    "back-squat": ("knee", "back"),
    "walking-lunge": ("knee",),
    "burpee": ("knee", "achilles", "shin", "shoulder"),
    "double-under": ("knee", "achilles", "shin"),
    "run-interval": ("knee", "achilles", "shin"),
    "hill-sprint": ("achilles",),
    "conventional-deadlift": ("back",),
    "good-morning": ("back",),
    "barbell-row": ("back",),
    "kettlebell-swing": ("back",),
    "power-clean": ("back",),
    "row-interval": ("back",),
    "pull-up": ("shoulder",),
    "bench-press": ("shoulder",),
    "overhead-squat": ("shoulder",),
    "freestanding-handstand": ("shoulder",),
    "wall-ball": ("knee", "shoulder"),
}
SPARES: dict[str, tuple[Site, ...]] = {
    "deep-water-run": ("knee", "achilles", "shin", "back", "shoulder"),
    "bike-ride": ("knee", "achilles", "shin", "back", "shoulder"),
    "glute-bridge": ("knee", "achilles", "shin", "back", "shoulder"),
    "dead-bug": ("knee", "achilles", "shin", "back", "shoulder"),
    "isometric-calf-hold": ("achilles",),  # loading the tendon slowly is what heals it
    "eccentric-heel-drop": ("achilles",),
    "spanish-squat": ("knee",),
    "band-row": ("shoulder", "back"),
}


def below(movement: Exercise) -> set[str]:
    """Every movement reached by going down the ladders."""
    reached: set[str] = set()
    waiting = list(movement.regressions)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(exercise(key).regressions)
    return reached


def test_the_catalogue_is_large_and_its_ids_are_spelled_alike() -> None:
    assert len(ALL) >= BEGINNINGS
    for key in catalogue():
        assert key == key.lower()
        assert key.replace("-", "").isalnum()


@pytest.mark.parametrize("movement", ALL, ids=lambda movement: movement.id)
def test_the_ladders_of_a_movement_are_sound(movement: Exercise) -> None:
    for key in movement.regressions:
        easier = exercise(key)
        assert movement.id in easier.progressions, f"{key} does not lead back"
        assert are_kin(easier.pattern, movement.pattern)
        assert RANK(easier.level) <= RANK(movement.level)
    for key in movement.progressions:
        assert movement.id in exercise(key).regressions
    assert movement.id not in below(movement), "a ladder that goes round"
    assert len(set(movement.regressions)) == len(movement.regressions)
    assert len(set(movement.progressions)) == len(movement.progressions)


@pytest.mark.parametrize("movement", ALL, ids=lambda movement: movement.id)
def test_a_beginner_with_the_same_equipment_or_none_finds_a_way_in(movement: Exercise) -> None:
    if movement.level is Level.BEGINNER:
        return
    ways = [exercise(key) for key in below(movement)]
    assert any(way.level is Level.BEGINNER and way.equipment <= movement.equipment for way in ways)


@pytest.mark.parametrize("skill", LADDERS)
def test_each_skill_has_its_steps_in_order(skill: str) -> None:
    steps = LADDERS[skill]
    for lower, upper in pairwise(steps):
        assert lower in exercise(upper).regressions, f"{lower} before {upper}"


def test_every_declared_kinship_is_used() -> None:
    used = {
        frozenset((exercise(key).pattern, movement.pattern))
        for movement in ALL
        for key in movement.regressions
    }
    assert used >= KIN


@pytest.mark.parametrize("movement", ALL, ids=lambda movement: movement.id)
def test_the_facts_of_a_movement_are_complete_and_plausible(movement: Exercise) -> None:
    assert 1 <= len(movement.muscles) <= 6
    assert len(set(movement.muscles)) == len(movement.muscles)
    least, most = {
        "reps": (0.5, 30.0),
        "seconds": (1.0, 1.0),
        "metres": (0.15, 5.0),
        "minutes": (60.0, 60.0),
        "calories": (2.0, 6.0),
    }[movement.measure]
    assert least <= movement.seconds_each <= most


@pytest.mark.parametrize(("key", "site"), [(key, site) for key, sites in HURTS.items() for site in sites])
def test_what_loads_a_site_is_left_out_when_it_hurts(key: str, site: Site) -> None:
    assert site in exercise(key).contraindications


@pytest.mark.parametrize(("key", "site"), [(key, site) for key, sites in SPARES.items() for site in sites])
def test_what_spares_a_site_stays(key: str, site: Site) -> None:
    assert site not in exercise(key).contraindications


@pytest.mark.parametrize(
    ("patterns", "sites"),
    [
        (("jump",), ("knee", "achilles", "shin")),
        (("push-vertical", "pull-vertical", "hold"), ("shoulder",)),
        (("olympic",), ("back",)),
        (("drill",), ("achilles", "shin")),
        (("row",), ("back",)),
    ],
)
def test_a_whole_pattern_is_left_out(patterns: tuple[Pattern, ...], sites: tuple[Site, ...]) -> None:
    unhanging = {"prone-lat-pull", "band-ski-pull", "hip-hinge"}  # nothing hangs and nothing is lifted
    for movement in ALL:
        if movement.pattern in patterns and movement.id not in unhanging:
            assert movement.contraindications >= set(sites), movement.id


def test_deadlifts_and_deep_knees_are_marked_by_name() -> None:
    for movement in ALL:
        if "deadlift" in movement.id:
            assert "back" in movement.contraindications, movement.id
        if "lunge" in movement.id or ("squat" in movement.id and movement.id != "spanish-squat"):
            assert "knee" in movement.contraindications, movement.id
        if "push-up" in movement.id and movement.id != "wall-push-up":
            assert "shoulder" in movement.contraindications, movement.id


def test_every_closed_word_has_a_name_in_both_languages() -> None:
    closed: dict[Kind, tuple[str, ...]] = {
        "discipline": get_args(Discipline),
        "pattern": get_args(Pattern),
        "muscle": get_args(Muscle),
        "equipment": get_args(Equipment),
        "site": get_args(Site),
        "measure": get_args(Measure),
        "level": tuple(Level),
    }
    assert {kind: set(names) for kind, names in terms().items()} == {
        kind: set(names) for kind, names in closed.items()
    }
    for names in terms().values():
        assert len({name.fr for name in names.values()}) == len(names)
        assert len({name.en for name in names.values()}) == len(names)


def test_every_muscle_and_every_piece_of_equipment_serves() -> None:
    assert {muscle for movement in ALL for muscle in movement.muscles} == set(get_args(Muscle))
    assert {need for movement in ALL for need in movement.equipment} == set(get_args(Equipment))
