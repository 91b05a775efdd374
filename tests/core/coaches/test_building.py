"""What every coach builds with: warm-up and cool-down of the time left, work sized to its time, phrases."""

import pytest

from core.coaches.load import leg_load
from core.coaches.one_rep_max import percent_for
from core.coaches.opening import assembled, cool_down, warm_up, work_s
from core.coaches.phrase import Phrase, phrase, written
from core.coaches.picking import can_do, instead_of, rotated
from core.coaches.session import Block, Item, Load
from core.coaches.sizing import sized
from core.coaches.timing import block_s, blocks_s, fits
from core.coaches.wording import measured
from tests.core.coaches.wishes import wish


@pytest.mark.parametrize("seconds", range(180, 900, 60))
def test_warm_up_and_cool_down_take_the_time_they_are_given(seconds: int) -> None:
    for make in (warm_up, cool_down):
        block = make(wish(place="home"), seconds, "whole")
        assert abs(block_s(block) - seconds) <= 45


@pytest.mark.parametrize("minutes", range(20, 121, 10))
@pytest.mark.parametrize("share", [0.85, 1.0, 1.1])
def test_work_near_its_room_makes_a_session_that_fits(minutes: int, share: float) -> None:
    request = wish(minutes=minutes)
    work = (Block("main", "amrap", (Item("air-squat", 10, "reps"),), minutes=share * work_s(request) / 60),)
    assert fits(blocks_s(assembled(request, work, "whole")), minutes)


def test_a_sore_runner_warms_up_without_what_hurts() -> None:
    request = wish(hurt=("knee", "achilles", "shin"), place="none")
    blocks = (warm_up(request, 400, "legs"), cool_down(request, 400, "legs"))
    assert all(can_do(item.exercise, request) for block in blocks for item in block.items)


def test_sizing_changes_sets_rounds_and_clocks_within_their_limits() -> None:
    sets = Block("main", "sets", (Item("air-squat", 10, "reps", sets=3, rest_s=60),))
    rounds = Block("accessory", "superset", (Item("plank", 30, "seconds"),), 3, 30.0)
    clock = Block("main", "amrap", (Item("air-squat", 10, "reps"),), minutes=10)
    for block, seconds in ((sets, 500), (rounds, 400), (clock, 1200)):
        [made] = sized((block,), seconds)
        assert abs(block_s(made) - seconds) < abs(block_s(block) - seconds)
    assert sized((sets,), 9000)[0].items[0].sets == 5
    assert sized((sets,), 9000, lambda item: 4)[0].items[0].sets == 4
    assert sized((rounds,), 9000, rounds_most=4)[0].rounds == 4
    assert sized((sets,), 0)[0].items[0].sets == 1


def test_lighter_sets_are_not_multiplied() -> None:
    light = Item("back-squat", 5, "reps", load=Load(percent_1rm=40), ramp=True, rest_s=60)
    [made] = sized((Block("main", "sets", (light,)),), 3000)
    assert made.items == (light,)


def test_rotation_begins_elsewhere_and_loses_nothing() -> None:
    assert rotated("abc", 4) == ("b", "c", "a")
    assert rotated((), 3) == ()


def test_what_does_not_fit_gets_a_stand_in() -> None:
    request = wish(place="none")
    assert instead_of("air-squat", request) is not None
    stand_in = instead_of("back-squat", request)
    assert stand_in is not None
    assert can_do(stand_in.id, request)


def test_figures_are_told_by_the_end_of_their_name() -> None:
    told = phrase("coaches-force-title-two", first_exercise="back-squat", second_small_exercise="push-up")
    assert told.said("en") == "Back squat and push-up"
    length = phrase("coaches-offer-minutes", length_min=2.5)
    assert length.said("fr") == "2:30"
    assert phrase("coaches-offer-minutes", length_min=90).said("fr") == "1\u202fh\u202f30"
    assert phrase("coaches-rule-rest", movement_exercise="plank", seconds=2.5).said("fr").count("2,5") == 1
    assert written("Déjà écrit").said("en") == "Déjà écrit"
    assert Phrase().said("fr") == ""
    assert not Phrase()


def test_heavier_is_fewer() -> None:
    assert percent_for(1, 8) > percent_for(3, 8) > percent_for(8, 8)


@pytest.mark.parametrize(
    ("movement", "said"),
    [("bulgarian-split-squat", "Bulgarian split squat"), ("a-skip", "A-skip"), ("push-up", "push-up")],
)
def test_a_proper_name_keeps_its_capital_inside_a_sentence(movement: str, said: str) -> None:
    told = phrase("coaches-force-title-two", first_exercise="plank", second_small_exercise=movement)
    assert told.said("en").endswith(f"and {said}")


def test_a_heavy_set_of_few_repetitions_counts_as_a_whole_set_for_the_legs() -> None:
    heavy = Block("main", "sets", (Item("back-squat", 3, "reps", 4, load=Load(percent_1rm=85.0)),))
    light = Block("main", "sets", (Item("back-squat", 3, "reps", 4, load=Load(percent_1rm=60.0)),))
    assert (leg_load((heavy,)), leg_load((light,))) == ("moderate", "light")


@pytest.mark.parametrize(("metres", "told"), [(12.5, "12,5 m"), (25.0, "25 m"), (1500.0, "1,5 km")])
def test_half_lengths_of_a_course_are_told(metres: float, told: str) -> None:
    assert measured(metres, "metres", "fr").replace("\u202f", " ") == told
