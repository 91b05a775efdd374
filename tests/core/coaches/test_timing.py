"""How long a session takes: the one reckoning, format by format."""

from typing import Any

import pytest

from core.coaches.session import Block, Format, Item
from core.coaches.timing import block_s, blocks_s, fits, item_s, set_s


def item(amount: float = 10, **fields: Any) -> Item:
    return Item("air-squat", amount, "reps", seconds_each=2.0, **fields)


def block(format_: Format, *items: Item, **fields: Any) -> Block:
    return Block("accessory", format_, items or (item(),), **fields)


def test_a_set_is_amount_by_seconds_on_each_side() -> None:
    assert set_s(item()) == 20
    assert set_s(item(per_side=True)) == 40
    assert set_s(item(8, amount_most=12)) == 20


def test_tempo_decides_how_long_a_repetition_takes() -> None:
    assert set_s(Item("goblet-squat", 10, "reps", tempo="3-0-1-0")) == 40


def test_an_amount_in_another_measure_uses_the_usual_time_of_that_measure() -> None:
    assert set_s(Item("air-squat", 2, "minutes")) == 120


def test_rest_stands_between_sets_only() -> None:
    assert item_s(item(sets=3, rest_s=60)) == 3 * 20 + 2 * 60


@pytest.mark.parametrize(
    ("made", "seconds"),
    [
        (block("superset", item(), item(), rounds=3, rest_s=60), 3 * (20 + 10 + 20) + 2 * 60),
        (block("intervals", item(), rounds=4, rest_s=60), 4 * 20 + 3 * 60),
        (block("amrap", minutes=12), 720),
        (block("emom", minutes=10), 600),
        (block("tabata", item(), item()), 240 + 10 + 240),
        (block("for_time", item(100), rounds=5, minutes=8), 480),
        (block("for_time", item(10), rounds=2, minutes=8), 40),
        (block("steady", item(), item()), 40),
        (block("sets", item(sets=2, rest_s=60), item(sets=2, rest_s=30)), 100 + 60 + 70),
    ],
)
def test_each_format_has_its_time(made: Block, seconds: float) -> None:
    assert block_s(made) == seconds


def test_setting_up_a_bar_takes_longer_than_taking_a_place() -> None:
    bar = Block("main", "sets", (Item("back-squat", 5, "reps", seconds_each=2),))
    body = Block("main", "sets", (Item("air-squat", 5, "reps", seconds_each=2),))
    assert block_s(bar) - block_s(body) == 30


def test_blocks_have_a_moment_between_them() -> None:
    assert blocks_s((block("amrap", minutes=1), block("amrap", minutes=1))) == 130


@pytest.mark.parametrize(("seconds", "fit"), [(3240, True), (3960, True), (3200, False), (4000, False)])
def test_a_tenth_more_or_less_fits(seconds: float, fit: bool) -> None:
    assert fits(seconds, 60) is fit
