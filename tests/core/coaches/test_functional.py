"""Workouts on the clock: published benchmarks, true durations, movements that leave each other fresh."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from core.athlete import Level
from core.catalogue.reading import catalogue, exercise
from core.coaches.functional.benchmarks import benchmarks, lasts_min, scaled_block, swaps
from core.coaches.functional.choosing import disturbs
from core.coaches.functional.coach import Functional
from core.coaches.functional.formats import EMOM_WORK_S, LONGEST_MIN
from core.coaches.functional.movements import modality, movements, region, stand_in
from core.coaches.request import DoneSet, History, Sex
from core.coaches.session import Block, Item
from core.coaches.timing import block_s, set_s
from tests.core.coaches.wishes import made, offered, settled, wish

COACH = Functional()
ON_CLOCK = frozenset({"amrap", "emom", "for_time", "tabata", "chipper", "intervals"})


def workout(focus: str, **others: object) -> Block:
    """The block on the clock of a session."""
    session = made(wish("functional", focus=focus, **others))  # type: ignore[arg-type]  # test options
    return next(block for block in session.blocks if block.format in ON_CLOCK)


# Tables


def test_every_movement_and_stand_in_is_in_the_catalogue() -> None:
    for key, row in movements().items():
        assert {key, *row.easier} <= set(catalogue())
        assert row.round[0] <= row.round[1]
        assert row.seconds > 0
        assert key not in row.easier


def test_working_loads_grow_with_the_level() -> None:
    for key, row in movements().items():
        for loads in (row.load_kg or {}).values():
            assert tuple(sorted(loads)) == loads, key


@pytest.mark.parametrize(
    ("name", "movement", "sex", "kg"),
    [
        ("fran", "barbell-thruster", "men", 43),
        ("fran", "barbell-thruster", "women", 29),
        ("helen", "american-kettlebell-swing", "men", 24),
        ("helen", "american-kettlebell-swing", "women", 16),
        ("grace", "clean-and-jerk", "men", 61),
        ("isabel", "power-snatch", "women", 43),
        ("diane", "conventional-deadlift", "men", 102),
        ("diane", "conventional-deadlift", "women", 70),
        ("jackie", "barbell-thruster", "men", 20),
        ("jackie", "barbell-thruster", "women", 16),
        ("karen", "wall-ball", "men", 9),
        ("karen", "wall-ball", "women", 6),
        ("nancy", "overhead-squat", "men", 43),
    ],
)
def test_published_pounds_in_kilos(name: str, movement: str, sex: Sex, kg: float) -> None:
    part = next(one for one in benchmarks()[name].parts if one.exercise == movement)
    assert part.kg(sex) == kg


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("fran", [21, 21, 15, 15, 9, 9]),
        ("cindy", [5, 10, 15]),
        ("helen", [400, 21, 12]),
        ("grace", [30]),
        ("angie", [100, 100, 100, 100]),
        ("jackie", [1000, 50, 30]),
        ("karen", [150]),
        ("annie", [50, 50, 40, 40, 30, 30, 20, 20, 10, 10]),
        ("mary", [5, 10, 15]),
    ],
)
def test_an_advanced_athlete_gets_the_published_repetitions(name: str, rows: list[float]) -> None:
    request = wish("functional", 90, "box", Level.ADVANCED, sex="men")
    everything = frozenset(
        thing for part in benchmarks()[name].parts for thing in exercise(part.exercise).equipment
    )
    block = scaled_block(name, request.changed(equipment=request.equipment | everything))
    assert block is not None
    assert [item.amount for item in block.items] == rows


def test_fran_at_the_published_load_takes_its_published_time() -> None:
    block = scaled_block("fran", wish("functional", 60, "box", Level.ADVANCED, sex="men"))
    assert block is not None
    assert block.items[0].load.kg == 43
    assert 4 <= lasts_min(block) <= 7


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name.lower())
@pytest.mark.parametrize("name", list(benchmarks()))
def test_a_scaled_benchmark_keeps_its_intended_duration(name: str, level: Level) -> None:
    block = scaled_block(name, wish("functional", 90, "box", level, sex="women"))
    if block is None:
        return
    least, most = benchmarks()[name].minutes
    lasts = lasts_min(block) if block.format == "for_time" else block.minutes or 0
    assert least * 0.6 <= lasts <= most, (name, lasts)


def test_a_benchmark_names_what_it_replaces() -> None:
    request = wish("functional", 60, "box", Level.BEGINNER)
    assert ("kipping-pull-up", "jumping-pull-up") in list(swaps("fran", request))


def test_a_benchmark_adapted_to_bare_hands_says_what_it_replaces() -> None:
    session = made(wish("functional", 45, "none", focus="benchmark"))
    swapped = [note for note in session.notes if note.key == "coaches-functional-note-swap"]
    assert swapped
    assert all(note.figures["new_small_exercise"] in session.exercises() for note in swapped)


def test_too_little_time_for_any_benchmark_gets_an_offer() -> None:
    answer = offered(
        wish("functional", 15, "none", Level.BEGINNER, hurt=["shoulder", "knee"], focus="benchmark")
    )
    assert answer.code == "no_equipment"
    assert all(made(one.request) for one in answer.alternatives)


# Formats


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name.lower())
def test_an_emom_leaves_rest_in_every_minute(level: Level) -> None:
    for rotation in range(8):
        block = workout("emom", minutes=45, place="box", level=level, rotation=rotation)
        rank = list(Level).index(level)
        assert max(map(set_s, block.items)) <= EMOM_WORK_S[rank] * 1.15
        assert block.minutes is not None
        assert block.minutes % len(block.items) == 0


def test_a_tabata_is_eight_times_twenty_seconds() -> None:
    block = workout("tabata")
    assert {(item.sets, item.amount, item.measure, item.rest_s) for item in block.items} == {
        (8, 20.0, "seconds", 10.0)
    }


@pytest.mark.parametrize("focus", ["for-time", "chipper"])
def test_work_for_time_has_a_cap_above_what_it_takes(focus: str) -> None:
    for rotation, level in product(range(6), Level):
        block = workout(focus, place="box", level=level, rotation=rotation)
        assert block.minutes is not None
        expected = block_s(replace(block, minutes=None)) / 60
        assert 1.2 * expected <= block.minutes <= 1.25 * expected + 1
        assert block.minutes <= 1.25 * LONGEST_MIN[focus][list(Level).index(level)] + 1


def test_intervals_rest_about_as_long_as_they_work() -> None:
    block = workout("intervals", place="box")
    work_s = sum(map(set_s, block.items))
    assert 0.8 * work_s <= block.rest_s <= 1.6 * work_s


def test_neighbours_never_tire_the_same_place() -> None:
    for focus, level, rotation in product(("amrap", "emom", "for-time", "intervals"), Level, range(12)):
        block = workout(focus, place="box", level=level, rotation=rotation)
        keys = list(dict.fromkeys(item.exercise for item in block.items))
        assert not [pair for pair in pairwise(keys) if disturbs(*pair)], (focus, level, rotation)


def test_a_couplet_mixes_two_modalities_over_sessions() -> None:
    found = {
        frozenset(
            modality(item.exercise) for item in workout("intervals", place="box", rotation=rotation).items
        )
        for rotation in range(8)
    }
    assert len(found) >= 3


def test_legs_twice_is_an_interference_and_legs_and_push_is_none() -> None:
    assert disturbs("air-squat", "walking-lunge")
    assert not disturbs("air-squat", "push-up")
    assert disturbs("kettlebell-swing", "pull-up"), "both tire the hands"
    assert region("air-squat") == "legs"


# Loads


def test_loads_come_from_the_table_and_stay_under_a_record() -> None:
    history = History(sets=(DoneSet("barbell-thruster", 3, 30.0, 10.0),))
    strong = wish("functional", 60, "box", Level.ADVANCED, sex="men", history=history)
    block = scaled_block("fran", strong)
    assert block is not None
    thruster = next(item for item in block.items if item.exercise == "barbell-thruster")
    assert thruster.load.kg is not None
    assert thruster.load.kg < 30


def test_without_a_sex_loads_are_told_by_effort_and_the_note_says_how_to_choose() -> None:
    request = wish("functional", 60, "box", Level.ADVANCED, focus="benchmark", rotation=0)
    session = made(request)
    assert not [item for item in session.items if item.load.kg is not None]


def test_an_injury_takes_its_stand_in() -> None:
    shoulder = wish("functional", hurt=["shoulder"], place="box")
    assert stand_in("barbell-thruster", shoulder) == "air-squat"
    assert "shoulder" in exercise("barbell-thruster").contraindications


# Rules against what someone else wrote


def rules_broken(block: Block, focus: str = "amrap") -> set[str]:
    """The rules that a session with this work breaks."""
    request = settled(wish("functional", 45, "box", Level.ADVANCED, focus=focus))
    session = made(request)
    blocks = (session.blocks[0], block, session.blocks[-1])
    return {found.rule for found in COACH.check(replace(session, blocks=blocks), request)}


def test_rules_find_what_a_coach_would_not_sign() -> None:
    squats, lunges = Item("air-squat", 20, "reps"), Item("walking-lunge", 20, "reps")
    assert "functional_interference" in rules_broken(Block("main", "amrap", (squats, lunges), minutes=10))
    assert "functional_minute" in rules_broken(
        Block("main", "emom", (replace(squats, amount=60, seconds_each=2.0),), minutes=10), "emom"
    )
    assert "functional_cap" in rules_broken(Block("main", "for_time", (squats,)), "for-time")
    assert "functional_long" in rules_broken(Block("main", "amrap", (squats,), minutes=40))
    assert "functional_tabata" in rules_broken(Block("main", "tabata", (squats,), minutes=4), "tabata")


def test_mending_gives_back_the_tables_loads_and_a_cap() -> None:
    request = settled(wish("functional", 45, "box", Level.ADVANCED, focus="for-time", sex="men"))
    session = made(request)
    heavy = Item("wall-ball", 15, "reps", load=replace(session.blocks[0].items[0].load, kg=30.0), rest_s=60.0)
    block = Block("main", "for_time", (heavy,), rounds=5)
    mended = COACH.mend(replace(session, blocks=(session.blocks[0], block, session.blocks[-1])), request)
    item = mended.work[0].items[0]
    assert (item.load.kg, item.rest_s) == (9, 0.0)
    assert mended.work[0].minutes is not None
