"""Official formats as published, what is not known of them, and the sessions made of them."""

from dataclasses import replace
from itertools import product

import pytest

from core.athlete import Level
from core.catalogue.reading import catalogue
from core.coaches.competitions.building import hyrox_legs, which_of
from core.coaches.competitions.coach import Competitions
from core.coaches.competitions.formats import deka, deka_load_kg, division, division_name, hyrox
from core.coaches.competitions.rules import legs_of
from core.coaches.competitions.splits import split_plan
from core.coaches.competitions.stations import (
    dosed,
    movement_of,
    race_kg,
    run_s_per_km,
    station_item,
    training_kg,
)
from core.coaches.request import RunningContext, SessionRequest, Sex, Team
from core.coaches.session import Block, Item, Load
from core.paces import Range, TrainingPaces
from tests.core.coaches.wishes import made, offered, settled, wish

COACH = Competitions()


def athlete(minutes: int = 60, level: Level = Level.ADVANCED, **others: object) -> SessionRequest:
    return wish("competitions", minutes, "box", level, **others)  # type: ignore[arg-type]  # test options


# The formats


def test_hyrox_is_eight_times_a_kilometre_and_a_station_in_order() -> None:
    assert hyrox().run_m == 1000
    assert [(one.id, one.amount) for one in hyrox().station] == [
        ("ski", 1000), ("push", 50), ("pull", 50), ("burpees", 80), ("row", 1000), ("carry", 200),
        ("lunges", 100), ("wall-balls", 100),
    ]  # fmt: skip
    sleds = [one for one in hyrox().station if one.id in ("push", "pull")]
    assert all(one.lengths == (4, 12.5) for one in sleds)


@pytest.mark.parametrize(
    ("name", "push", "pull", "carry", "lunges", "ball", "target"),
    [
        ("women-open", 102, 78, 16, 10, 4, 2.75),
        ("women-pro", 152, 103, 24, 20, 6, 2.75),
        ("men-open", 152, 103, 24, 20, 6, 3.05),
        ("men-pro", 202, 153, 32, 30, 9, 3.05),
        ("doubles-women", 102, 78, 16, 10, 4, 2.75),
        ("doubles-men", 152, 103, 24, 20, 6, 3.05),
        ("doubles-mixed", 152, 103, 24, 20, 6, None),
        ("relay-women", 102, 78, 16, 10, 4, 2.75),
        ("relay-men", 152, 103, 24, 20, 6, 3.05),
    ],
)
def test_hyrox_loads_by_division(
    name: str, push: float, pull: float, carry: float, lunges: float, ball: float, target: float | None
) -> None:
    known = hyrox().division[name]
    assert known.loads_kg == {
        "push": push,
        "pull": pull,
        "carry": carry,
        "lunges": lunges,
        "wall-balls": ball,
    }
    assert known.target_m == target


def test_what_no_table_confirms_is_marked() -> None:
    divisions = hyrox().division
    for name in ("women-pro", "men-pro"):
        assert set(divisions[name].unconfirmed) == {"carry", "lunges", "wall-balls"}
    assert not divisions["relay-mixed"].loads_kg
    assert divisions["men-open"].typical_min == (75, 100)
    assert divisions["women-open"].typical_min == (85, 110)
    assert divisions["men-pro"].typical_min == (65, 90)
    assert divisions["women-pro"].typical_min == (75, 105)


@pytest.mark.parametrize(
    ("sex", "tier", "team", "name"),
    [
        ("women", "open", "single", "women-open"),
        ("men", "pro", "single", "men-pro"),
        (None, "open", "single", None),
        ("women", "open", "doubles", "doubles-women"),
        ("men", "open", "mixed", "doubles-mixed"),
        (None, "open", "mixed", "doubles-mixed"),
        ("men", "open", "relay", "relay-men"),
        (None, "open", "relay", "relay-mixed"),
        ("men", "pro", "doubles", None),
        ("men", "pro", "relay", None),
    ],
)
def test_division_of_a_wish(sex: Sex | None, tier: str, team: Team, name: str | None) -> None:
    assert division_name(athlete(sex=sex, tier=tier, team=team)) == name


def test_deka_is_ten_zones_in_order() -> None:
    assert [(one.exercise, one.amount) for one in deka().zone] == [
        ("deka-reverse-lunge", 30), ("race-row", 500), ("deka-box-step-over", 20), ("deka-sit-up-throw", 25),
        ("race-ski-erg", 500), ("deka-farmers-carry", 100), ("deka-air-bike", 25),
        ("deka-dead-ball-wall-over", 20), ("deka-tank", 100), ("deka-ram-burpee", 20),
    ]  # fmt: skip
    assert {name: one.run_m for name, one in deka().variant.items()} == {"fit": 500, "mile": 160, "strong": 0}


def test_mile_and_strong_swap_the_throw_and_the_wall() -> None:
    assert [leg.own for leg in legs_of("deka-mile") if leg.own] == ["sit-up", "deka-shoulder-over"]
    assert [leg.own for leg in legs_of("deka-fit") if leg.own] == []


@pytest.mark.parametrize(
    ("zone", "men", "women"),
    [
        ("lunge", 25.0, 15.0),
        ("sit-up", 9.0, 6.5),
        ("carry", 27.0, 18.0),
        ("over", 27.0, 18.0),
        ("burpee", 20.0, 15.0),
    ],
)
def test_deka_pounds_in_kilos(zone: str, men: float, women: float) -> None:
    known = next(one for one in deka().zone if one.id == zone)
    assert (deka_load_kg(known, "men"), deka_load_kg(known, "women")) == (men, women)


def test_every_way_of_doing_a_station_is_in_the_catalogue() -> None:
    for one in (*hyrox().station, *deka().zone):
        assert {one.exercise, *one.alternatives, *one.strength} <= set(catalogue()), one.id
        assert one.exercise not in one.alternatives


# Splits


@pytest.mark.parametrize("minutes", [50, 75, 90, 110, 180])
def test_a_split_plan_adds_up_to_its_target(minutes: float) -> None:
    plan = split_plan(minutes)
    assert plan.total_s == pytest.approx(60 * minutes)
    assert set(plan.stations_s) == {one.id for one in hyrox().station}


def test_the_splits_of_the_mean_finisher() -> None:
    plan = split_plan(90)
    assert 340 < plan.run_s < 350
    assert 0.48 < 8 * plan.run_s / plan.target_s < 0.55
    assert max(plan.stations_s, key=lambda key: plan.stations_s[key]) == "wall-balls"


@pytest.mark.parametrize("minutes", [10, 49, 181, 600])
def test_a_target_nobody_runs_is_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="target"):
        split_plan(minutes)


def test_race_pace_is_never_faster_than_threshold() -> None:
    slow = Range(400, 420)
    paces = TrainingPaces(Range(470, 520), Range(430, 440), slow, Range(370, 380), Range(350, 360))
    assert run_s_per_km(athlete(sex="men", running=RunningContext(paces=paces))) == 420
    assert run_s_per_km(athlete(sex="men")) < 300


# Stations


def test_doses_can_be_laid_out() -> None:
    push = next(one for one in hyrox().station if one.id == "push")
    assert [dosed(push, dose) for dose in (1.0, 0.5, 0.25)] == [50, 25, 12.5]


@pytest.mark.parametrize(
    ("level", "push", "carry"),
    [(Level.BEGINNER, 90, 16), (Level.INTERMEDIATE, 120, 20), (Level.ADVANCED, 152, 24)],
)
def test_training_loads_grow_to_the_races(level: Level, push: float, carry: float) -> None:
    stations = {one.id: one for one in hyrox().station}
    request = athlete(level=level, sex="men")
    assert (training_kg(stations["push"], request), training_kg(stations["carry"], request)) == (push, carry)


def test_training_loads_never_pass_the_races() -> None:
    for sex, tier, level in product(("women", "men"), ("open", "pro"), Level):
        request = athlete(level=level, sex=sex, tier=tier)
        for one in (*hyrox().station, *deka().zone):
            race, training = race_kg(one, request), training_kg(one, request)
            assert (race is None) == (training is None)
            assert race is None or training is None or training <= race


def test_without_a_sled_something_pushes_all_the_same() -> None:
    push = next(one for one in hyrox().station if one.id == "push")
    home = wish("competitions", place="none", level=Level.ADVANCED, sex="men")
    assert movement_of(push, home) == "plate-push"
    item = station_item(push, 1.0, home)
    assert item is not None
    assert item.load.kg is None, "the race's load belongs to the race's sled"
    assert item.note.figures["station_key"] == "coaches-competitions-station-push"


# Sessions


def test_ninety_minutes_hold_a_whole_race_for_an_advanced_athlete() -> None:
    work = made(athlete(90, sex="men", focus="hyrox")).work[0]
    stations = [item for item in work.items if item.exercise != "race-run"]
    assert [item.exercise for item in stations] == [leg.station.exercise for leg in hyrox_legs()]
    assert [item.amount for item in stations] == [leg.station.amount for leg in hyrox_legs()]
    assert sum(item.amount for item in work.items if item.exercise == "race-run") == 8000


@pytest.mark.parametrize(("minutes", "part"), [(90, "full"), (60, "half"), (30, "quarter")])
def test_the_time_decides_how_much_of_the_race(minutes: int, part: str) -> None:
    session = made(athlete(minutes, sex="men", focus="hyrox"))
    assert session.title.key == f"coaches-competitions-{part}-all"


def test_deka_strong_has_no_run_and_fit_runs_before_each_zone() -> None:
    strong = made(athlete(60, sex="men", focus="deka-strong")).work[0]
    assert "race-run" not in {item.exercise for item in strong.items}
    fit = made(athlete(75, sex="men", focus="deka-fit")).work[0]
    assert fit.items[0].exercise == "race-run"


def test_a_sit_up_without_a_ball_has_no_load() -> None:
    work = made(athlete(60, sex="men", focus="deka-mile")).work[0]
    assert next(item for item in work.items if item.exercise == "sit-up").load.bodyweight


def test_in_doubles_each_does_half_and_rests_for_the_others_half() -> None:
    work = made(athlete(90, sex="women", team="doubles", focus="hyrox")).work[0]
    carry = next(item for item in work.items if item.exercise == "race-farmers-carry")
    assert carry.amount in (100, 50, 25)
    assert carry.rest_s > 0


def test_a_relay_is_two_runs_and_two_stations() -> None:
    work = made(athlete(60, sex="men", team="relay", focus="hyrox")).work[0]
    assert [item.exercise for item in work.items].count("race-run") == 2
    assert len(work.items) == 4


def test_a_weak_station_comes_fresh_first_and_tired_last() -> None:
    session = made(athlete(60, sex="men", focus="weak-wall-balls"))
    assert session.work[0].items[0].exercise == "race-wall-ball"
    assert [item.exercise for item in session.work[2].items] == ["race-run", "race-wall-ball"]


def test_unknowns_are_said() -> None:
    keys = {note.key for note in made(athlete(60, sex="women", tier="pro", focus="hyrox")).notes}
    assert "coaches-competitions-note-unconfirmed" in keys
    mixed = made(athlete(60, team="relay", focus="hyrox"))
    assert "coaches-competitions-note-relay-mixed" in {note.key for note in mixed.notes}
    sled = [item for item in mixed.items if item.exercise == "race-sled-push"]
    assert all(item.load.kg is None for item in sled)
    women = made(athlete(60, sex="women", focus="deka-fit"))
    assert "coaches-competitions-note-deka-women" in {note.key for note in women.notes}
    assert "coaches-competitions-note-sex" in {note.key for note in made(athlete(60, focus="hyrox")).notes}


@pytest.mark.parametrize("focus", COACH.focuses)
def test_every_session_says_that_the_format_is_its_owners(focus: str) -> None:
    notes = made(athlete(60, sex="men", focus=focus)).notes
    for language, word in (("fr", "indépendant"), ("en", "independent")):
        assert word in notes[-1].said(language)  # type: ignore[arg-type]  # both are languages


# Offers


@pytest.mark.parametrize("team", ["doubles", "mixed", "relay"])
def test_a_division_nobody_can_check_gets_an_offer(team: Team) -> None:
    answer = offered(athlete(60, sex="men", tier="pro", team=team, focus="hyrox"))
    assert answer.code == "no_session"
    assert all(made(one.request) for one in answer.alternatives)
    assert division(answer.alternatives[0].request) is not None


def test_a_hurt_shoulder_and_knee_leave_too_little_of_a_race() -> None:
    answer = offered(wish("competitions", 60, "none", hurt=["shoulder", "knee"], focus="hyrox"))
    assert answer.code == "injury"
    assert all(made(one.request) for one in answer.alternatives)


# Rules against what someone else wrote


def rules_broken(*items: Item) -> set[str]:
    request = settled(athlete(60, sex="men", focus="hyrox"))
    session = made(request)
    block = Block("main", "simulation", items)
    found = COACH.check(replace(session, blocks=(session.blocks[0], block, session.blocks[-1])), request)
    return {one.rule for one in found}


def test_rules_find_what_a_coach_would_not_sign() -> None:
    lunge, carry = Item("race-sandbag-lunge", 100, "metres"), Item("race-farmers-carry", 200, "metres")
    assert "competitions_order" in rules_broken(lunge, carry)
    assert "competitions_order" not in rules_broken(carry, lunge)
    assert "competitions_dose" in rules_broken(replace(carry, amount=400))
    assert "competitions_load" in rules_broken(replace(lunge, load=Load(kg=40)))


def test_mending_puts_official_loads_and_doses_back() -> None:
    request = settled(athlete(60, sex="men", focus="hyrox"))
    session = made(request)
    wrong = Item("race-farmers-carry", 900, "metres", load=Load(kg=60), rest_s=60)
    block = Block("main", "simulation", (wrong,))
    mended = COACH.mend(replace(session, blocks=(session.blocks[0], block, session.blocks[-1])), request)
    item = mended.work[0].items[0]
    assert (item.amount, item.load.kg, item.rest_s) == (200, 24, 0)


@pytest.mark.parametrize("minutes", [40.0, 200.0])
def test_a_finish_nobody_reaches_gets_an_offer(minutes: float) -> None:
    answer = offered(wish("competitions", place="box", focus="race-pace", target_min=minutes))
    assert answer.code == "no_session"
    assert answer.alternatives[0].request.target_min is None


def test_stations_left_out_in_the_middle_are_not_called_the_first_ones() -> None:
    legs = hyrox_legs()
    assert which_of(legs, legs) == "all"
    assert which_of(legs[:3], legs) == "first"
    assert which_of(legs[-3:], legs) == "last"
    assert which_of(legs[:2] + legs[3:], legs) == "some"


def test_parts_of_deka_are_zones() -> None:
    session = made(wish("competitions", place="box", focus="deka-strong", minutes=45))
    assert "zones" in session.title.said("en")
