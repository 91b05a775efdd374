"""The judge: every common rule is broken once, and says so in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from core.coaches.checks import check
from core.coaches.registry import coach
from core.coaches.request import DoneSet, History, RunningContext, SessionRequest
from core.coaches.session import Block, CoachSession, Item, Load
from core.localisation import LANGUAGES
from tests.core.coaches.wishes import made, settled, wish


def with_item(session: CoachSession, **changes: Any) -> CoachSession:
    """The session with the first movement of its work changed."""
    place = next(place for place, block in enumerate(session.blocks) if block.role == "main")
    block = session.blocks[place]
    place_in = next(number for number, item in enumerate(block.items) if not item.ramp)
    items = list(block.items)
    items[place_in] = replace(items[place_in], **changes)
    blocks = list(session.blocks)
    blocks[place] = replace(block, items=tuple(items))
    return replace(session, blocks=tuple(blocks))


def without(session: CoachSession, role: str) -> CoachSession:
    return replace(session, blocks=tuple(block for block in session.blocks if block.role != role))


REQUEST = settled(wish(focus="strength", history=History(one_rep_max_kg={"back-squat": 100})))
SESSION = made(REQUEST)
SUPPLE = replace(SESSION, blocks=(*SESSION.blocks[:-1], Block("accessory", "sets", ()), SESSION.blocks[-1]))


@pytest.mark.parametrize(
    ("session", "rule"),
    [
        (with_item(SESSION, exercise="moon-walk"), "unknown"),
        (without(SESSION, "warm_up"), "warm_up"),
        (without(SESSION, "cool_down"), "cool_down"),
        (without(without(SESSION, "main"), "accessory"), "no_work"),
        (SUPPLE, "empty_block"),
        (with_item(SESSION, exercise="race-sled-push"), "equipment"),
        (with_item(SESSION, exercise="planche"), "level"),
        (with_item(SESSION, sets=12), "time"),
        (with_item(SESSION, rest_s=-1.0), "rest"),
        (with_item(SESSION, rest_s=900.0), "rest"),
        (with_item(SESSION, rest_s=30.0), "short_rest"),
        (with_item(SESSION, amount=0.0), "amount"),
        (with_item(SESSION, amount=900.0), "amount"),
        (with_item(SESSION, sets=40), "amount"),
        (with_item(SESSION, load=Load(kg=101.0)), "record"),
        (with_item(SESSION, load=Load(percent_1rm=105.0)), "load"),
        (with_item(SESSION, load=Load(rpe=11.0)), "rpe"),
    ],
)
def test_each_rule_finds_its_breach(session: CoachSession, rule: str) -> None:
    found = check(session, REQUEST)
    assert rule in {breach.rule for breach in found}
    for language in LANGUAGES:
        assert all(breach.text.said(language) for breach in found)


def test_a_sound_session_has_no_breach() -> None:
    assert coach("force").check(SESSION, REQUEST) == ()


def test_pain_rules_movements_out() -> None:
    hurt = replace(REQUEST, hurt=frozenset({"knee", "back"}))
    assert "injury" in {breach.rule for breach in check(SESSION, hurt)}


def test_hard_legs_before_a_quality_run_are_a_breach() -> None:
    soon = replace(REQUEST, running=RunningContext(hours_to_quality_run=24))
    hard = replace(SESSION, leg_load="hard")
    assert "legs" in {breach.rule for breach in check(hard, soon)}
    assert "legs" not in {breach.rule for breach in check(hard, REQUEST)}


def test_a_load_is_judged_by_the_best_set_where_no_maximum_is_known() -> None:
    history = History(sets=(DoneSet("back-squat", 5, 80, 9),))
    request = SessionRequest("force", REQUEST.level, 45, REQUEST.equipment, "strength", history=history)
    heavy = with_item(SESSION, load=Load(kg=120.0))
    assert "record" in {breach.rule for breach in check(heavy, request)}


def test_an_item_alone_is_never_a_ramp() -> None:
    assert not Item("air-squat", 5, "reps").ramp
