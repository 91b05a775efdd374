"""Moving, lightening and repeating: always smaller, never against the rules, nothing else touched."""

import datetime
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import Interval, ProgramData, Session, Week
from core.program.rules import check
from core.session_kinds import is_hard
from core.week_changes import (
    MEASURED_RULES,
    ChangedPlan,
    free_days,
    lighten,
    move_session,
    repeat_week,
    shortened,
    volume_km,
)

START = datetime.date(2026, 11, 23)


@cache
def plan(
    level: Level = Level.INTERMEDIATE, goal: Goal = Goal.TEN_K, sessions: int = 4, *, dated: bool = False
) -> ProgramData:
    profile = RunnerProfile(
        level=level,
        goal=goal,
        sessions_per_week=sessions,
        target_date=datetime.date(2027, 2, 28) if dated else None,
        reference=Performance(10_000, 3000),
        current_km_per_week=25,
        longest_run_km=10,
    )
    return build_program(profile, START)


PLANS = st.builds(
    plan,
    st.sampled_from(Level),
    st.sampled_from([Goal.TEN_K, Goal.HALF_MARATHON, Goal.ENDURANCE]),
    st.integers(2, 6),
    dated=st.booleans(),
)


def breaches(program: ProgramData) -> Counter[tuple[str, int | None]]:
    return Counter((breach.rule, breach.week) for breach in check(program))


def new_rules(before: ProgramData, after: ProgramData) -> set[str]:
    return {rule for rule, _week in breaches(after) - breaches(before)}


def first_of(week: Week) -> datetime.date:
    day = week.sessions[0].date
    assert day is not None
    return day


def totals_agree(changed: ChangedPlan) -> bool:
    return all(week.total_volume_km == pytest.approx(volume_km(week)) for week in changed.program.weeks)


@given(PLANS, st.data())
@settings(max_examples=40, deadline=None)
def test_a_lightened_week_is_smaller_and_keeps_the_rules(program: ProgramData, data: st.DataObject) -> None:
    week = data.draw(st.sampled_from(program.weeks))
    lighter = lighten(program, week.week_number, first_of(week))
    if lighter is None:
        return
    after = lighter.program.weeks[week.week_number - 1]
    assert volume_km(after) < volume_km(week)
    assert totals_agree(lighter)
    assert new_rules(program, lighter.program) <= MEASURED_RULES
    for was, becomes in zip(week.sessions, after.sessions, strict=True):
        assert (was.rest_day, was.day, was.date) == (becomes.rest_day, becomes.day, becomes.date)
        assert (becomes.distance_km or 0) <= (was.distance_km or 0)
    assert [w.sessions for w in lighter.program.weeks[: week.week_number - 1]] == [
        w.sessions for w in program.weeks[: week.week_number - 1]
    ]


def test_a_usual_week_loses_a_fifth_and_its_hard_session() -> None:
    program = plan()
    lighter = lighten(program, 2, first_of(program.weeks[1]))
    assert lighter is not None
    after = lighter.program.weeks[1]
    assert 0.70 <= volume_km(after) / volume_km(program.weeks[1]) <= 0.85
    assert not any(is_hard(session) for session in after.sessions)


def test_days_gone_by_and_told_of_stay() -> None:
    program = plan()
    week = program.weeks[1]
    running = [place for place, session in enumerate(week.sessions) if not session.rest_day]
    thursday = first_of(week) + datetime.timedelta(days=3)
    lighter = lighten(program, 2, thursday, closed=[running[-1]])
    assert lighter is not None
    assert {change.position for change in lighter.in_week(2)} <= set(running[1:-1])
    assert lighten(program, 2, first_of(week), closed=running) is None
    assert lighten(program, 2, first_of(week) + datetime.timedelta(days=7)) is None
    assert lighten(program, 99, first_of(week)) is None


def test_the_race_stays() -> None:
    program = plan(dated=True)
    last = program.weeks[-1]
    lighter = lighten(program, last.week_number, first_of(last))
    race = next(session for session in last.sessions if session.kind == "race")
    assert lighter is None or race in lighter.program.weeks[-1].sessions


@given(PLANS, st.data())
@settings(max_examples=40, deadline=None)
def test_a_move_breaks_no_rule_and_undoes_itself(program: ProgramData, data: st.DataObject) -> None:
    week = data.draw(st.sampled_from(program.weeks))
    running = [place for place, session in enumerate(week.sessions) if not session.rest_day]
    place = data.draw(st.sampled_from(running))
    for to in free_days(program, week.week_number, place, first_of(week)):
        moved = move_session(program, week.week_number, place, to)
        assert week.sessions[to].rest_day
        assert not new_rules(program, moved.program)
        assert totals_agree(moved)
        assert {change.position for change in moved.changes} == {place, to}
        assert move_session(moved.program, week.week_number, to, place).program == program


def test_no_hard_day_moves_beside_another() -> None:
    program = plan(Level.ADVANCED, Goal.HALF_MARATHON, 5)
    for week in program.weeks:
        for place, session in enumerate(week.sessions):
            if not is_hard(session):
                continue
            for to in free_days(program, week.week_number, place, first_of(week)):
                after = move_session(program, week.week_number, place, to).program.weeks[week.week_number - 1]
                hard = [is_hard(moved) for moved in after.sessions]
                assert not any(first and second for first, second in pairwise(hard))


def test_a_session_cannot_move_to_the_past_or_out_of_its_week() -> None:
    program = plan()
    week = program.weeks[1]
    friday = first_of(week) + datetime.timedelta(days=4)
    assert all(place >= 4 for place in free_days(program, 2, 1, friday))
    assert free_days(program, 2, 1, friday + datetime.timedelta(days=7)) == ()
    assert free_days(program, 2, 42, friday) == ()
    assert free_days(program, 99, 1, friday) == ()


def test_a_repeated_week_takes_the_place_of_the_next() -> None:
    program = plan()
    repeated = repeat_week(program, 1)
    assert repeated is not None
    first, second = repeated.program.weeks[:2]
    assert [s.distance_km for s in second.sessions] == [s.distance_km for s in first.sessions]
    assert [s.date for s in second.sessions] == [s.date for s in program.weeks[1].sessions]
    assert totals_agree(repeated)
    assert len(repeated.program.weeks) == len(program.weeks)


def test_a_lighter_week_that_comes_anyway_is_not_replaced() -> None:
    program = plan()
    recovery = next(week.week_number for week in program.weeks if week.recovery)
    assert repeat_week(program, recovery - 1) is None
    assert repeat_week(program, len(program.weeks)) is None
    assert repeat_week(program, 99) is None


@given(st.floats(0.3, 0.99), st.sampled_from([2.0, 5.0, 8.5, 21.1]))
def test_a_shortened_run_is_shorter_at_the_same_pace(share: float, km: float) -> None:
    program = plan()
    run = next(session for session in program.weeks[0].sessions if session.kind == "long")
    run = run.model_copy(update={"distance_km": km, "duration_min": km * 6})
    short = shortened(run, share, "fr")
    assert (short.distance_km or 0) <= km
    assert (short.distance_km or 0) >= min(km, 2.0)
    assert short.duration_min == pytest.approx((short.distance_km or 0) * 6, abs=1)


@pytest.mark.parametrize("week_number", [0, 99])
def test_a_week_that_is_not_there_cannot_be_repeated(week_number: int) -> None:
    assert repeat_week(plan(), week_number) is None


def test_the_weeks_of_a_race_or_test_are_never_replaced() -> None:
    program = plan(dated=True)
    assert repeat_week(program, len(program.weeks) - 1) is None
    assert repeat_week(program, len(program.weeks)) is None


def test_a_change_tells_how_many_other_weeks_followed() -> None:
    program = plan()
    change = repeat_week(program, 1)
    assert change is not None
    weeks = {each.week_number for each in change.changes}
    assert change.weeks_beside(2) == len(weeks - {2})
    assert len(change.in_week(2)) + sum(len(change.in_week(week)) for week in weeks - {2}) == len(
        change.changes
    )


@pytest.mark.parametrize(
    ("session", "km", "repetitions"),
    [
        (Session(day="Lundi", rest_day=False, kind="easy", distance_km=8.0), 4.0, None),
        (
            Session(
                day="Lundi",
                rest_day=False,
                kind="run_walk",
                distance_km=5.0,
                duration_min=40,
                intervals=(Interval(repetitions=9, duration_min=2, zone="E", recovery_min=1),),
            ),
            2.5,
            4,
        ),
    ],
)
def test_half_of_a_session(session: Session, km: float, repetitions: int | None) -> None:
    half = shortened(session, 0.5, "fr")
    assert half.distance_km == km
    assert [part.repetitions for part in half.intervals or ()] == ([repetitions] if repetitions else [])
    assert shortened(session, 1.0, "fr") == session
