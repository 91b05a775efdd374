"""A session being done: every session of every coach can be gone through, and nothing is counted twice."""

from datetime import UTC, datetime, timedelta

import pytest

from core.athlete import Level
from core.catalogue.reading import exercise
from core.coaches import player as playing
from core.coaches.equipment import everywhere
from core.coaches.maxima import lift_to_ask, with_maximum
from core.coaches.next_time import next_time
from core.coaches.player import PLAYER, Player, current, done_sets, item_of, steps
from core.coaches.registry import COACHES, coach
from core.coaches.request import CoachName, DoneSet, History
from core.coaches.session import CoachSession
from core.coaches.swapping import stand_in
from tests.core.coaches.wishes import made, settled, wish

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def played(session: CoachSession, kg: float | None = None) -> Player:
    """The player after every step; each value survives being stored."""
    player = Player()
    while step := current(session, player):
        if step.kind == "clock":
            player = playing.count_rounds(playing.begin_clock(player, NOW), 3)
        if kg is not None and step.kind == "set" and not item_of(session, player, step).ramp:
            player = playing.choose_load(session, player, kg)
        player = playing.finish_step(session, player, NOW + timedelta(seconds=90))
        assert PLAYER.validate_json(PLAYER.dump_json(player)) == player
    return player


@pytest.mark.parametrize("name", COACHES)
@pytest.mark.parametrize("rotation", range(4))
def test_every_session_can_be_done_to_its_end(name: CoachName, rotation: int) -> None:
    session = made(wish(name, rotation=rotation))
    player = played(session)
    assert player.place == len(steps(session))
    sets = [step for step in steps(session) if step.kind == "set"]
    assert len(player.done) == len(sets)
    assert len(player.results) == sum(step.kind == "clock" for step in steps(session))
    assert next_time(session, player, 7.0)


def test_sets_come_one_movement_after_the_other_and_rounds_in_turn() -> None:
    session = made(wish("force"))
    heavy = [step.key for step in steps(session) if step.block == 1]
    assert heavy == sorted(heavy)
    row = [(step.item, step.number) for step in steps(session) if step.block == 2]
    assert row[: len(session.blocks[2].items)] == [(n, 1) for n in range(len(session.blocks[2].items))]


def test_a_skipped_movement_is_left_out_with_all_its_sets() -> None:
    session = made(wish("force"))
    player = playing.finish_step(session, Player(), NOW)
    step = current(session, player)
    while step is not None and item_of(session, player, step).ramp:
        player = playing.finish_step(session, player, NOW)
        step = current(session, player)
    assert step is not None
    after = current(session, playing.skip(session, player))
    assert after is not None
    assert after.key != step.key
    assert after.number == 1


def test_what_was_chosen_holds_for_the_sets_that_follow_and_is_kept() -> None:
    session = made(wish("force"))
    player = played(session, kg=60.0)
    sets = done_sets(session, player, 8.0)
    squats = [one for one in sets if one.exercise == "back-squat"]
    assert [one.load_kg for one in squats] == [60.0] * len(squats)
    assert {one.rpe for one in squats} == {8.0}
    assert len(squats) == next(
        item.sets for item in session.items if item.exercise == "back-squat" and not item.ramp
    )


@pytest.mark.parametrize(("rpe", "move"), [(5.0, "up"), (8.0, "same"), (10.0, "down")])
def test_the_next_load_follows_the_effort(rpe: float, move: str) -> None:
    session = made(wish("force"))
    lines = next_time(session, played(session, kg=80.0), rpe)
    assert lines[0].key == f"coaches-next-{move}"
    assert lines[0].figures["movement_exercise"] == "back-squat"


def test_the_next_session_takes_the_load_that_was_announced() -> None:
    request = wish("force")
    session = made(request)
    player = played(session, kg=80.0)
    announced = next_time(session, player, 6.0)[0].figures["kg"]
    history = History(done_sets(session, player, 6.0))
    again = made(request.changed(history=history))
    squat = next(item for item in again.items if item.exercise == "back-squat" and not item.ramp)
    assert squat.load.kg == announced


@pytest.mark.parametrize(("rpe", "key"), [(5.0, "more"), (8.0, "as-planned"), (9.5, "less")])
def test_without_loads_the_whole_session_is_weighed(rpe: float, key: str) -> None:
    session = made(wish("functional", place="none", focus="amrap"))
    assert next_time(session, played(session), rpe)[0].key == f"coaches-next-{key}"


def test_a_clock_never_counts_more_than_its_cap() -> None:
    session = made(wish("functional", focus="amrap"))
    player = Player()
    while (step := current(session, player)) and step.kind != "clock":
        player = playing.finish_step(session, player, NOW)
    assert step is not None
    player = playing.count_rounds(playing.begin_clock(player, NOW), 7)
    player = playing.finish_step(session, player, NOW + timedelta(hours=2))
    assert player.results[0].rounds == 7
    assert player.results[0].seconds == (session.blocks[step.block].minutes or 0) * 60


def test_a_maximum_gives_the_loads_and_is_asked_only_where_nothing_is_known() -> None:
    request = settled(wish("force"))
    session = made(request)
    assert lift_to_ask(session, request.history, ()) == "back-squat"
    assert lift_to_ask(session, request.history, ("back-squat",)) is None
    done = History((DoneSet("back-squat", 5, 80.0, 8.0),))
    assert lift_to_ask(session, done, ()) is None
    loaded = with_maximum(session, request, "back-squat", 100.0)
    squats = [item.load.kg for item in loaded.items if item.exercise == "back-squat"]
    assert squats[-1] == 82.5
    assert all(kg is not None and kg < 82.5 for kg in squats[:-1])
    known = request.changed(history=History((), {"back-squat": 100.0}))
    assert coach("force").check(loaded, known) == ()


@pytest.mark.parametrize("reason", ["equipment", "pain"])
def test_a_stand_in_lacks_what_is_missing_and_spares_what_hurts(reason: str) -> None:
    equipment = wish().equipment
    squat = exercise("back-squat")
    found = stand_in("back-squat", "pain" if reason == "pain" else "equipment", equipment,
                     Level.INTERMEDIATE, frozenset())  # fmt: skip
    assert found is not None
    if reason == "equipment":
        assert found.equipment <= (equipment - squat.equipment) | everywhere()
    else:
        assert not found.contraindications & squat.contraindications


def test_a_swapped_movement_is_what_counts() -> None:
    session = made(wish("force"))
    player = playing.finish_step(session, Player(), NOW)
    step = current(session, player)
    assert step is not None
    player = playing.swap(player, step.key, "goblet-squat")
    assert item_of(session, player, step).exercise == "goblet-squat"
    assert playing.finish_step(session, player, NOW).done[-1].exercise == "goblet-squat"


def test_a_stopped_session_has_no_step_left() -> None:
    session = made(wish("force"))
    assert current(session, playing.stop(Player())) is None


def test_a_clock_runs_over_the_stations_of_a_simulation() -> None:
    session = made(wish("competitions", focus="hyrox"))
    player = playing.begin_clock(playing.finish_step(session, Player(), NOW), NOW)
    stations = [step for step in steps(session) if step.block == 1]
    for number in range(len(stations)):
        assert player.clock_from_utc == NOW
        player = playing.finish_step(session, player, NOW + timedelta(minutes=number + 1))
    assert player.clock_from_utc is None
    assert [(one.block, one.seconds) for one in player.results] == [(1, 60.0 * len(stations))]
