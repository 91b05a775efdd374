"""The strength coach: numbers from the tables, progress from the history, nothing above the record."""

from dataclasses import replace

import pytest

from core.athlete import Level
from core.coaches.force.coach import Force
from core.coaches.force.prilepin import find_volume, zone_of
from core.coaches.force.progress import by_effort, double_progression, rounded_down
from core.coaches.one_rep_max import percent_for
from core.coaches.request import DoneSet, History, RunningContext
from core.coaches.session import Block, CoachSession, Item, Load
from tests.core.coaches.wishes import made, offered, wish


def main_lift(session: CoachSession) -> Item:
    return next(item for block in session.work for item in block.items if not item.ramp)


def test_a_heavy_lift_has_percentage_effort_kilos_and_rest_that_agree() -> None:
    history = History(one_rep_max_kg={"back-squat": 110})
    lift = main_lift(made(wish(focus="strength", history=history)))
    assert lift.exercise == "back-squat"
    assert lift.load.percent_1rm == round(percent_for(lift.amount, lift.load.rpe or 0))
    assert lift.load.kg == rounded_down(110 * percent_for(lift.amount, lift.load.rpe or 0) / 100, 2.5)
    assert lift.rest_s >= 150


def test_lighter_sets_lead_up_to_the_work() -> None:
    session = made(wish(focus="strength", history=History(one_rep_max_kg={"back-squat": 110})))
    items = session.work[0].items
    ramp = [item.load.kg for item in items if item.ramp and item.exercise == "back-squat"]
    assert ramp == sorted(ramp, key=lambda kg: kg or 0)
    assert len(ramp) >= 2
    assert all((kg or 0) < (main_lift(session).load.kg or 0) for kg in ramp)


def test_without_a_record_no_kilos_are_made_up() -> None:
    session = made(wish(focus="strength"))
    assert all(item.load.kg is None for item in session.items)
    assert "coaches-force-note-no-maximum" in {note.key for note in session.notes}


def test_runners_train_one_leg_and_calves() -> None:
    patterns = {"lunge", "calf"}
    from core.catalogue.reading import exercise

    for rotation in (0, 1):
        session = made(wish(minutes=60, focus="runner", rotation=rotation))
        assert patterns <= {exercise(key).pattern for key in session.exercises()}


def test_at_home_the_loads_are_in_the_hands_and_outside_the_body_itself() -> None:
    home, nothing = made(wish(place="home")), made(wish(place="none"))
    assert not any(item.load.percent_1rm for item in (*home.items, *nothing.items))
    assert main_lift(nothing).load.bodyweight


@pytest.mark.parametrize(
    ("done", "kg", "move"),
    [
        (((12, 8), (12, 8), (12, 9)), 18, "up"),
        (((12, 8), (10, 9), (9, 9)), 16, "same"),
        (((12, 8), (12, 9), (12, 10)), 14, "down"),
        (((9, 9), (7, 9), (6, 9)), 14, "down"),
    ],
)
def test_repetitions_rise_first_then_the_load(
    done: tuple[tuple[int, float], ...], kg: float, move: str
) -> None:
    sets = tuple(DoneSet("goblet-squat", reps, 16, rpe) for reps, rpe in done)
    progress = double_progression(sets, 8, 12, 2)
    assert progress is not None
    assert (progress.kg, progress.move) == (kg, move)


@pytest.mark.parametrize(("rpe", "move"), [(6, "up"), (8, "same"), (10, "down")])
def test_effort_decides_the_bar(rpe: float, move: str) -> None:
    progress = by_effort((DoneSet("back-squat", 4, 90, rpe),), percent_for(4, 8))
    assert progress is not None
    assert progress.move == move
    assert progress.kg <= 95


def test_a_history_without_loads_says_nothing() -> None:
    assert double_progression((DoneSet("push-up", 12),), 8, 12, 2) is None
    assert by_effort((DoneSet("back-squat", 20, 60, 8),), 80) is None


def test_the_next_session_starts_from_the_last_one() -> None:
    history = History(sets=tuple(DoneSet("back-squat", 4, 90, 6) for _ in range(4)))
    lift = main_lift(made(wish(focus="strength", history=history)))
    assert lift.load.kg == 92.5
    assert lift.note.key == "coaches-force-load-up"


@pytest.mark.parametrize(
    ("percent", "set_most", "total"), [(65, 6, 30), (70, 6, 24), (79, 6, 24), (80, 4, 20), (90, 2, 10)]
)
def test_prilepin_has_its_rows(percent: float, set_most: int, total: int) -> None:
    zone = zone_of(percent)
    assert (zone.set_most, zone.total_most) == (set_most, total)


@pytest.mark.parametrize(
    ("reps", "sets", "percent", "rules"),
    [
        (4, 5, 84.0, set()),
        (5, 4, 84.0, {"set_length"}),
        (4, 6, 84.0, {"volume"}),
        (3, 4, 92.0, {"set_length", "volume"}),
        (10, 5, 68.0, set()),
        (12, 6, 63.0, {"volume"}),
    ],
)
def test_prilepin_judges_heavy_lifts(reps: int, sets: int, percent: float, rules: set[str]) -> None:
    request = wish(focus="strength")
    lift = Item("back-squat", reps, "reps", sets=sets, load=Load(percent_1rm=percent), rest_s=180)
    session = replace(made(request), blocks=(Block("main", "sets", (lift,)),))
    assert {found.rule for found in find_volume(session, request)} == rules


def test_a_quality_run_tomorrow_spares_the_legs() -> None:
    soon = made(wish(minutes=60, focus="strength", running=RunningContext(hours_to_quality_run=20)))
    assert soon.leg_load != "hard"
    assert {"back-squat", "conventional-deadlift"}.isdisjoint(soon.exercises())
    assert "coaches-force-note-fresh-legs" in {note.key for note in soon.notes}


def test_an_injury_that_rules_out_the_focus_gets_another_one_offered() -> None:
    offer = offered(wish(place="none", focus="power", hurt=("knee",)))
    assert offer.code == "injury"
    assert {one.request.focus for one in offer.alternatives} == {"strength", "hypertrophy"}


def test_beginners_lift_less_hard_than_the_advanced() -> None:
    efforts = [
        max(item.load.rpe or 0 for item in made(wish(level=level, focus="hypertrophy")).items)
        for level in Level
    ]
    assert efforts == sorted(efforts)
    assert efforts[0] < efforts[-1]


def test_what_belongs_is_strength_and_what_its_slots_name() -> None:
    from core.catalogue.reading import exercise

    request = wish()
    assert Force().belongs(exercise("back-squat"), request)
    assert Force().belongs(exercise("kettlebell-swing"), request)
    assert not Force().belongs(exercise("race-run"), request)


def test_a_tempo_is_explained_where_one_is_asked_for() -> None:
    session = made(wish("force", 60, "gym", focus="hypertrophy"))
    assert any(item.tempo for item in session.items)
    assert "coaches-force-note-tempo" in {note.key for note in session.notes}
