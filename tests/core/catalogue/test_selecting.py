"""Who can be given which movement, and what stands in for one that someone cannot do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Level
from core.catalogue.exercise import Equipment, Pattern, Site
from core.catalogue.kinship import are_kin, steps_from
from core.catalogue.reading import DISCIPLINES, catalogue, exercise
from core.catalogue.selecting import movements, substitute

GYM: frozenset[Equipment] = frozenset(
    need for movement in catalogue().values() for need in movement.equipment
)
NOTHING: frozenset[Equipment] = frozenset()
SITES: tuple[Site, ...] = ("knee", "achilles", "shin", "back", "shoulder")

gear = st.frozensets(st.sampled_from(sorted(GYM)))
levels = st.sampled_from(list(Level))
pains = st.frozensets(st.sampled_from(SITES))


def test_without_a_wish_every_movement_is_there_in_its_order() -> None:
    assert [movement.id for movement in movements()] == list(catalogue())


@given(gear, levels, pains)
def test_whatever_is_chosen_can_be_done(
    equipment: frozenset[Equipment], level: Level, hurt: frozenset[Site]
) -> None:
    for movement in movements(equipment=equipment, level=level, hurt=hurt):
        assert movement.equipment <= equipment
        assert list(Level).index(movement.level) <= list(Level).index(level)
        assert not movement.contraindications & hurt


@pytest.mark.parametrize("discipline", DISCIPLINES)
def test_a_discipline_gives_its_own(discipline: str) -> None:
    found = movements(discipline=discipline)  # type: ignore[arg-type]  # a plain string of the parameter list
    assert {movement.discipline for movement in found} == {discipline}


def test_a_beginner_without_anything_still_has_something_for_the_main_patterns() -> None:
    patterns: tuple[Pattern, ...] = ("squat", "lunge", "hinge", "push-horizontal", "core", "run", "mobility")
    for pattern in patterns:
        assert movements(pattern=pattern, equipment=NOTHING, level=Level.BEGINNER), pattern


@given(st.sampled_from(list(catalogue())), gear, levels, pains)
def test_a_substitute_is_another_movement_of_the_pattern_that_fits(
    key: str, equipment: frozenset[Equipment], level: Level, hurt: frozenset[Site]
) -> None:
    wanted = exercise(key)
    found = substitute(wanted, equipment, level, hurt)
    if found:
        assert found.id != key
        assert found.pattern == wanted.pattern
        assert found.fits(equipment, level, hurt)


@pytest.mark.parametrize(
    ("key", "equipment", "level", "hurt", "instead"),
    [
        ("back-squat", ["dumbbell"], Level.INTERMEDIATE, [], "goblet-squat"),
        ("back-squat", [], Level.ADVANCED, [], "bodyweight-squat"),
        ("bench-press", [], Level.ADVANCED, [], "push-up"),
        ("bench-press", ["bench", "dumbbell"], Level.ADVANCED, [], "dumbbell-bench-press"),
        ("pull-up", ["band", "pull-up-bar"], Level.BEGINNER, [], "band-pull-up"),
        ("tempo-run", [], Level.ADVANCED, [], "easy-run"),
        ("tempo-run", [], Level.ADVANCED, ["shin"], "brisk-walk"),
        ("conventional-deadlift", [], Level.ADVANCED, ["back"], "hip-hinge"),
        ("burpee", [], Level.ADVANCED, ["achilles"], "step-back-burpee"),
        ("race-sled-push", ["sled", "wall"], Level.ADVANCED, ["knee", "achilles"], None),
        ("front-lever", [], Level.ADVANCED, [], None),
        ("front-lever", ["pull-up-bar"], Level.INTERMEDIATE, [], "tuck-front-lever"),
        ("box-jump", ["box"], Level.ADVANCED, ["achilles"], None),
    ],
)
def test_what_a_coach_would_give_instead(
    key: str, equipment: list[Equipment], level: Level, hurt: list[Site], instead: str | None
) -> None:
    found = substitute(exercise(key), frozenset(equipment), level, frozenset(hurt))
    assert (found and found.id) == instead


def test_nothing_stands_in_where_nothing_fits() -> None:
    assert substitute(exercise("ski-steady"), NOTHING, Level.ADVANCED) is None


def test_kinship_is_symmetric_and_reaches_itself() -> None:
    assert are_kin("squat", "lunge")
    assert are_kin("lunge", "squat")
    assert are_kin("hold", "hold")
    assert not are_kin("run", "arms")
    assert steps_from("push-up")["push-up"] == 0
