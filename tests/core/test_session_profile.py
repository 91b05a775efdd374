"""The shape of sessions: every minute of a plan is drawn, in order, at the right effort."""

from datetime import date
from functools import cache

import pytest

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.exports.workout_fit import can_be_exported
from core.paces import Range
from core.program.builder import build_program
from core.program.exchange import Interval, ProgramData, Session
from core.session_profile import Recovery, easy_pace, segments, session_blocks

START, RACE = date(2026, 11, 23), date(2027, 4, 11)
TEN_K = Performance(10_000, 2700)


@cache
def program(level: Level, goal: Goal, reference: Performance | None) -> ProgramData:
    return build_program(RunnerProfile(level, goal, 4, RACE, reference, current_km_per_week=25.0), START)


def session(**fields: object) -> Session:
    return Session.model_validate({"day": "Mardi", "rest_day": False, **fields})


@pytest.mark.parametrize("reference", [None, TEN_K], ids=["by effort", "with paces"])
@pytest.mark.parametrize("goal", [Goal.FIVE_K, Goal.MARATHON, Goal.ENDURANCE])
@pytest.mark.parametrize("level", list(Level))
def test_every_session_of_a_plan_is_drawn_whole(
    level: Level, goal: Goal, reference: Performance | None
) -> None:
    for week in program(level, goal, reference).weeks:
        for planned in week.sessions:
            blocks = session_blocks(planned)
            assert bool(blocks) == can_be_exported(planned)
            bars = segments(blocks)
            assert sum(bar.minutes for bar in bars) == pytest.approx(sum(b.total_min for b in blocks))
            assert all(bar.minutes > 0 and 0 < bar.effort <= 10 for bar in bars)
            if blocks:
                assert sum(b.total_min for b in blocks) == pytest.approx(
                    planned.duration_min, rel=0.06, abs=4
                )


def test_repetitions_and_recoveries_alternate() -> None:
    work = Interval(
        repetitions=3, duration_min=3, zone="I", rpe=8, pace_target="4:10/km", recovery_min=2, recovery="walk"
    )
    structure = "Échauffement : 15 min, à 5:30-6:00/km\n3 × 3 min\nRetour au calme"
    blocks = session_blocks(
        session(kind="interval", duration_min=40, intervals=(work,), warm_up_min=15, cool_down_min=10,
                workout_structure=structure)
    )  # fmt: skip
    assert [block.role for block in blocks] == ["warm_up", "work", "cool_down"]
    assert blocks[1].repetitions == 3
    assert blocks[1].pace == Range(250, 250)  # as it is told, not widened as for a watch
    assert blocks[1].recovery == Recovery("walk", 2)
    assert easy_pace(blocks) == Range(330, 360)
    drawn = [(bar.role, bar.zone, bar.minutes, bar.effort) for bar in segments(blocks)]
    assert drawn == [
        ("warm_up", "E", 15, 3),
        *(3 * [("work", "I", 3, 8), ("recovery", "walk", 2, 1)]),
        ("cool_down", "E", 10, 2),
    ]


@pytest.mark.parametrize(
    ("kind", "zone", "effort"), [("long", "E", 4), ("race", "race", 9), ("recovery", "E", 2)]
)
def test_a_plain_run_is_one_bar(kind: str, zone: str, effort: int) -> None:
    (block,) = session_blocks(session(kind=kind, duration_min=90, distance_km=15, rpe=effort))
    assert (block.zone, block.effort, block.minutes) == (zone, effort, 90)


def test_a_walk_around_running_is_a_walk() -> None:
    jog = Interval(repetitions=6, duration_min=1, zone="E", recovery_min=1, recovery="walk")
    blocks = session_blocks(
        session(kind="run_walk", duration_min=20, intervals=(jog,), warm_up_min=4, cool_down_min=4)
    )
    assert [block.zone for block in blocks] == ["walk", "E", "walk"]
    assert [block.effort for block in blocks] == [1, 3, 1]


def test_distances_without_pace_share_the_minutes_left() -> None:
    fast = Interval(repetitions=4, distance_km=0.2, zone="R", recovery_min=1.5, recovery="jog")
    blocks = session_blocks(
        session(kind="repetition", duration_min=30, intervals=(fast,), warm_up_min=12, cool_down_min=8)
    )
    assert blocks[1].minutes == pytest.approx((30 - 12 - 8 - 4 * 1.5) / 4)
    assert session_blocks(session(kind="race", distance_km=10))[0].minutes == pytest.approx(60)


@pytest.mark.parametrize("kind", ["rest", "strength", "cross"])
def test_nothing_to_draw_without_running(kind: str) -> None:
    assert session_blocks(session(kind=kind, rest_day=kind == "rest", duration_min=30)) == ()
