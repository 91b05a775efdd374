"""Skills in steps: gates, the order of a session, holds, joints."""

from dataclasses import replace
from itertools import product

import pytest

from core.athlete import Level
from core.catalogue.exercise import Site
from core.catalogue.reading import catalogue, exercise
from core.coaches.calisthenics.coach import PAIRS, Calisthenics
from core.coaches.calisthenics.parts import TENSION_S
from core.coaches.calisthenics.skills import (
    HOLD_GATE,
    REPS_GATE,
    current_step,
    mastered,
    skills,
    standing,
)
from core.coaches.equipment import PRESETS, Preset
from core.coaches.request import DoneSet, History, SessionRequest
from core.coaches.session import Block, Item
from tests.core.coaches.wishes import made, offered, settled, wish

COACH = Calisthenics()
PARTS = ["skill", "strength", "legs", "endurance", "trunk"]


def done(step: str, *amounts: float) -> History:
    """A history of sets of one movement, newest first."""
    return History(sets=tuple(DoneSet(step, amount) for amount in amounts))


def athlete(focus: str, **others: object) -> SessionRequest:
    return wish("calisthenics", place="box", focus=focus, **others)  # type: ignore[arg-type]  # test options


# Tables


def test_every_step_is_in_the_catalogue_and_stands_once() -> None:
    assert set(COACH.focuses) == set(skills()) == set(PAIRS)
    for name, skill in skills().items():
        assert {*skill.steps, *skill.support, *skill.core} <= set(catalogue()), name
        assert len(set(skill.steps)) == len(skill.steps)
        assert set(skill.gates) <= set(skill.steps)
        assert tuple(sorted(skill.start)) == skill.start
        assert max(skill.start) < len(skill.steps)
        assert skill.before is None or skill.before in skills()


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        (
            "front-lever",
            ["tuck-front-lever", "advanced-tuck-front-lever", "one-leg-front-lever", "straddle-front-lever",
             "front-lever"],
        ),
        ("planche", ["planche-lean", "frog-stand", "tuck-planche", "advanced-tuck-planche", "planche"]),
        ("pistol", ["assisted-pistol-squat", "box-pistol-squat", "roll-up-pistol-squat",
                    "counterweight-pistol-squat", "pistol-squat"]),
        ("back-lever", ["skin-the-cat", "german-hang", "tuck-back-lever", "advanced-tuck-back-lever"]),
        ("handstand", ["wall-walk", "chest-to-wall-handstand", "toe-pull-handstand", "kick-up-handstand",
                       "freestanding-handstand", "wall-handstand-push-up"]),
    ],
)  # fmt: skip
def test_steps_follow_the_published_order(name: str, steps: list[str]) -> None:
    found = [step for step in skills()[name].steps if step in steps]
    assert found == steps


def test_gates_are_three_times_eight_or_ten_seconds_unless_a_source_says_otherwise() -> None:
    assert (REPS_GATE.sets, REPS_GATE.amount) == (3, 8)
    assert (HOLD_GATE.sets, HOLD_GATE.amount) == (3, 10)
    assert skills()["front-lever"].gate("tuck-front-lever") == HOLD_GATE
    assert skills()["pull-up"].gate("pull-up") == REPS_GATE
    assert skills()["handstand"].gate("chest-to-wall-handstand").amount == 60
    assert skills()["muscle-up"].gate("chest-to-bar-pull-up").amount == 5


# Where someone stands


def test_a_gate_needs_two_ordinary_sessions() -> None:
    skill = skills()["front-lever"]
    assert not mastered(skill, "tuck-front-lever", done("tuck-front-lever", 10, 10, 10))
    assert mastered(skill, "tuck-front-lever", done("tuck-front-lever", 10, 12, 10, 11, 10, 10))
    assert not mastered(skill, "tuck-front-lever", done("tuck-front-lever", 10, 12, 10, 11, 9, 10))


def test_the_current_step_moves_on_when_the_gate_is_met() -> None:
    skill = skills()["front-lever"]
    fresh = athlete("front-lever", level=Level.ADVANCED)
    assert current_step(skill, fresh) == "advanced-tuck-front-lever"
    trying = fresh.changed(history=done("tuck-front-lever", 6, 6, 6))
    assert current_step(skill, trying) == "tuck-front-lever"
    open_now = fresh.changed(history=done("advanced-tuck-front-lever", *[11] * 6))
    assert current_step(skill, open_now) == "one-leg-front-lever"
    told = fresh.changed(history=History(mastered=frozenset({"straddle-front-lever"})))
    assert current_step(skill, told) == "front-lever"


def test_the_last_step_stays_the_last() -> None:
    skill = skills()["pistol"]
    told = athlete("pistol", level=Level.ADVANCED, history=History(mastered=frozenset({"pistol-squat"})))
    assert current_step(skill, told) == "pistol-squat"


def test_steps_beyond_the_gate_stand_nowhere_in_a_session() -> None:
    for focus, level, rotation in product(COACH.focuses, Level, range(3)):
        request = athlete(focus, level=level, minutes=60, rotation=rotation)
        now = standing(skills()[focus], request)
        assert now is not None
        assert not now.shut & set(made(request).exercises()), (focus, level)


# Sessions


def part_of(block: Block) -> str:
    return block.title.key.removeprefix("coaches-calisthenics-part-")


def test_skill_then_strength_then_endurance_then_trunk() -> None:
    for focus, minutes in product(COACH.focuses, (30, 60, 90)):
        session = made(athlete(focus, level=Level.ADVANCED, minutes=minutes))
        places = [PARTS.index(part_of(block)) for block in session.work if part_of(block) in PARTS]
        assert places == sorted(places)
        assert places[0] == 0


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name.lower())
def test_holds_are_bounded_by_total_time_under_tension(level: Level) -> None:
    for focus in COACH.focuses:
        step = current_step(skills()[focus], athlete(focus, level=level))
        if step is None or exercise(step).measure != "seconds":
            continue
        item = made(athlete(focus, level=level, minutes=60)).work[0].items[0]
        assert item.sets * item.amount <= TENSION_S[level] + item.amount
        assert 5 <= item.amount <= 30


def test_a_working_hold_is_a_share_of_what_was_repeatable() -> None:
    request = athlete(
        "front-lever", level=Level.ADVANCED, history=done("advanced-tuck-front-lever", 20, 20, 21)
    )
    item = made(request).work[0].items[0]
    assert (item.exercise, item.amount) == ("advanced-tuck-front-lever", 14)


@pytest.mark.parametrize("focus", ["handstand", "planche", "l-sit"])
def test_wrists_are_made_ready_before_they_carry(focus: str) -> None:
    warm_up = made(athlete(focus, level=Level.ADVANCED)).blocks[0]
    assert {"wrist-circle", "wrist-rock"} <= {item.exercise for item in warm_up.items}


def test_the_back_lever_says_that_no_pain_is_allowed() -> None:
    session = made(athlete("back-lever", level=Level.ADVANCED))
    assert "coaches-calisthenics-note-shoulder" in {note.key for note in session.notes}


# Offers


@pytest.mark.parametrize("focus", ["handstand", "planche", "front-lever", "back-lever", "muscle-up", "dip"])
def test_a_shoulder_that_hurts_rules_the_skill_out(focus: str) -> None:
    hurt: list[Site] = ["shoulder"]
    answer = offered(athlete(focus, level=Level.ADVANCED, hurt=hurt))
    assert answer.code == "injury"
    assert answer.alternatives


def test_only_what_hurts_closes_every_way_to_a_skill() -> None:
    for focus, level, place in product(COACH.focuses, Level, PRESETS):
        assert made(wish("calisthenics", place=place, focus=focus, level=level)).focus == focus


def test_a_beginner_who_wants_the_muscle_up_begins_with_the_pull_up_and_is_told() -> None:
    session = made(athlete("muscle-up", level=Level.BEGINNER))
    assert session.work[0].items[0].exercise == "scapular-pull-up"
    assert session.notes[0].key == "coaches-calisthenics-note-way-before"
    assert "pull-up" in session.notes[0].said("en").lower()


@pytest.mark.parametrize(
    ("focus", "place", "step"),
    [
        ("pull-up", "none", "prone-lat-pull"),
        ("pull-up", "home", "band-pulldown"),
        ("muscle-up", "home", "band-pulldown"),
        ("front-lever", "none", "prone-lat-pull"),
        ("back-lever", "gym", "reverse-plank"),
        ("dip", "none", "diamond-push-up"),
    ],
)
def test_without_the_equipment_what_builds_the_skill_comes_first(
    focus: str, place: Preset, step: str
) -> None:
    session = made(wish("calisthenics", place=place, focus=focus))
    assert session.work[0].items[0].exercise == step
    assert session.notes[0].key == "coaches-calisthenics-note-way-equipment"
    assert not set(skills()[focus].steps) & set(session.exercises())


def test_what_leads_to_a_skill_is_never_one_of_its_steps() -> None:
    for name, skill in skills().items():
        assert set(skill.ways) <= set(catalogue()), name
    assert not {"muscle-up", "pull-up"} & set(skills()["muscle-up"].ways)


def test_a_knee_that_hurts_leaves_no_way_to_the_pistol() -> None:
    answer = offered(athlete("pistol", hurt=["knee"]))
    assert answer.code == "injury"
    assert all(made(one.request) for one in answer.alternatives)


# Rules against what someone else wrote


def rules_broken(focus: str, *work: Block) -> set[str]:
    request = settled(athlete(focus, level=Level.INTERMEDIATE))
    session = made(request)
    blocks = (session.blocks[0], *work, session.blocks[-1])
    return {found.rule for found in COACH.check(replace(session, blocks=blocks), request)}


def test_rules_find_what_a_coach_would_not_sign() -> None:
    trunk = Block("accessory", "superset", (Item("plank", 30, "seconds"),), rounds=2)
    skill = Block("main", "sets", (Item("tuck-front-lever", 10, "seconds", 4, rest_s=120),))
    late = Block("main", "sets", (Item("front-lever", 10, "seconds", 4, rest_s=120),))
    endless = Block("main", "sets", (Item("tuck-front-lever", 70, "seconds", 4, rest_s=120),))
    assert "calisthenics_order" in rules_broken("front-lever", trunk, skill)
    assert "calisthenics_order" not in rules_broken("front-lever", skill, trunk)
    assert "calisthenics_gate" in rules_broken("front-lever", late)
    assert "calisthenics_hold" in rules_broken("front-lever", endless)


def test_weight_on_unready_wrists_is_a_breach() -> None:
    request = settled(athlete("handstand"))
    session = made(request)
    cold = replace(session.blocks[0], items=session.blocks[0].items[:1])
    found = COACH.check(replace(session, blocks=(cold, *session.blocks[1:])), request)
    assert "calisthenics_wrists" in {one.rule for one in found}


def test_a_beginner_pushes_from_the_knees_until_that_is_mastered() -> None:
    request = wish("calisthenics", place="none", focus="handstand", level=Level.BEGINNER, minutes=60)
    assert "push-up" not in made(request).exercises()
    ready = request.changed(history=History(mastered=frozenset({"knee-push-up"})))
    assert "push-up" in made(ready).exercises()
