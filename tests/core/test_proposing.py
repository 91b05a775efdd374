"""What runners ask of a plan: only offered inside the rules, never in the past, never over the race."""

import datetime
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import ProgramData, Session
from core.session_kinds import is_hard, kind_of
from core.week_changes import (
    Away,
    Ease,
    LightenWeek,
    Move,
    Pause,
    Proposal,
    Refusal,
    Request,
    Skip,
    places_for,
    propose,
    volume_km,
)
from core.week_changes.changes import new_breaches
from core.week_changes.repairing import SILENT_RULES, TOLD_RULES

START = datetime.date(2026, 11, 23)
DAY = datetime.timedelta(days=1)


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
    st.integers(2, 7),
    dated=st.booleans(),
)


def days_of(program: ProgramData) -> list[Session]:
    return [session for week in program.weeks for session in week.sessions]


def date_of(session: Session) -> datetime.date:
    assert session.date is not None
    return session.date


def on(program: ProgramData, day: datetime.date) -> Session:
    return next(session for session in days_of(program) if session.date == day)


def place_of(program: ProgramData, kind: str, after: datetime.date = START) -> tuple[int, int]:
    return next(
        (week.week_number, at)
        for week in program.weeks
        for at, session in enumerate(week.sessions)
        if kind_of(session) == kind and date_of(session) >= after
    )


@st.composite
def requests(draw: st.DrawFn, program: ProgramData) -> Request:
    week = draw(st.sampled_from(program.weeks))
    at = draw(st.integers(0, 6))
    first = date_of(draw(st.sampled_from(days_of(program))))
    days = tuple(first + DAY * n for n in range(draw(st.sampled_from([1, 1, 2, 3, 4, 6, 9, 15, 30]))))
    number = week.week_number
    makers: dict[str, Request] = {
        "away": Away(days),
        "pause": Pause(days[0], days[-1]),
        "move": Move(number, at, date_of(draw(st.sampled_from(week.sessions)))),
        "ease": Ease(number, at),
        "skip": Skip(number, at),
        "lighten": LightenWeek(number),
    }
    return makers[draw(st.sampled_from(sorted(makers)))]


def races(program: ProgramData) -> list[tuple[datetime.date | None, float | None]]:
    return [(s.date, s.distance_km) for s in days_of(program) if kind_of(s) == "race"]


def hard_in_a_row(program: ProgramData) -> int:
    hard = [is_hard(session) for session in days_of(program)]
    return sum(first and second for first, second in pairwise(hard))


@given(PLANS, st.data())
@settings(max_examples=20, deadline=None)
def test_any_sequence_of_changes_keeps_the_rules(program: ProgramData, data: st.DataObject) -> None:
    today = date_of(data.draw(st.sampled_from(days_of(program)[:28])))
    now = program
    for _ in range(data.draw(st.integers(1, 4))):
        request = data.draw(requests(now))
        found = propose(now, request, today)
        if isinstance(found, Refusal):
            continue
        after = found.plan.program
        broken = new_breaches(now, after)
        touched = {change.week_number for change in found.plan.changes}
        assert touched
        measured = {"growth"} if isinstance(request, LightenWeek) else set()
        for breach in broken:
            allowed = SILENT_RULES | TOLD_RULES | measured | {"sessions"}
            assert breach.rule in allowed, breach.text
            if breach.rule == "sessions":
                assert breach.week in touched
        assert races(after) == races(now)
        assert hard_in_a_row(after) <= hard_in_a_row(now)
        for week, old in zip(after.weeks, now.weeks, strict=True):
            assert len(week.sessions) == 7
            assert sum(not s.rest_day for s in week.sessions) <= sum(not s.rest_day for s in old.sessions)
            assert volume_km(week) <= volume_km(old) + 0.05
            assert week.total_volume_km == pytest.approx(volume_km(week))
            assert [s.date for s in week.sessions] == [s.date for s in old.sessions]
        for change in found.plan.changes:
            assert date_of(change.after) >= today
        now = after


@given(PLANS, st.integers(0, 100), st.sampled_from([1, 2, 4, 7, 12]), st.integers(0, 100))
@settings(max_examples=15, deadline=None)
def test_blocked_days_are_free_and_told_days_untouched(
    program: ProgramData, start: int, length: int, told_day: int
) -> None:
    count = len(days_of(program))
    days = tuple(START + DAY * (start % count + n) for n in range(length))
    week, at = told_day % count // 7 + 1, told_day % count % 7
    found = propose(program, Away(days), START, closed=[(week, at)])
    if isinstance(found, Refusal):
        return
    after = found.plan.program
    assert after.weeks[week - 1].sessions[at] == program.weeks[week - 1].sessions[at]
    told = program.weeks[week - 1].sessions[at].date
    for session in days_of(after):
        if session.date in days and session.date != told:
            assert session.rest_day or kind_of(session) == "race"


@given(PLANS, st.data())
@settings(max_examples=15, deadline=None)
def test_every_place_offered_for_a_move_is_accepted(program: ProgramData, data: st.DataObject) -> None:
    week = data.draw(st.sampled_from(program.weeks))
    running = [at for at, s in enumerate(week.sessions) if not s.rest_day and kind_of(s) != "race"]
    if not running:
        return
    at = data.draw(st.sampled_from(running))
    for place in places_for(program, week.week_number, at, START):
        to = date_of(week.sessions[place.position])
        found = propose(program, Move(week.week_number, at, to), START)
        assert isinstance(found, Proposal)
        assert not new_breaches(program, found.plan.program)
        assert found.costs == ()
        there = found.plan.program.weeks[week.week_number - 1].sessions[place.position]
        assert there.distance_km == week.sessions[at].distance_km


def test_a_day_off_moves_its_session_within_the_week() -> None:
    program = plan()
    week = program.weeks[3]
    tuesday = week.sessions[1]
    assert is_hard(tuesday)
    found = propose(program, Away((date_of(tuesday),)), START)
    assert isinstance(found, Proposal)
    assert found.reasons == ("moved",)
    assert len(found.plan.exchanges) == 1
    kinds = [kind_of(s) for s in found.plan.program.weeks[3].sessions]
    assert sorted(kinds) == sorted(kind_of(s) for s in week.sessions)
    assert volume_km(found.plan.program.weeks[3]) == volume_km(week)


def test_quality_takes_the_place_of_an_easy_run_in_a_full_week() -> None:
    program = plan(Level.ADVANCED, Goal.HALF_MARATHON, 7)
    number, at = place_of(program, "long", START + DAY * 7)
    day = date_of(program.weeks[number - 1].sessions[at])
    found = propose(program, Away((day,)), START)
    assert isinstance(found, Proposal)
    assert "made-room" in found.reasons
    after = found.plan.program.weeks[number - 1]
    assert "long" in [kind_of(session) for session in after.sessions]
    assert on(found.plan.program, day).rest_day


def test_a_break_has_a_way_back_as_long_as_itself() -> None:
    program = plan()
    first = datetime.date(2026, 12, 14)
    found = propose(program, Pause(first, first + DAY * 6), START)
    assert isinstance(found, Proposal)
    assert found.reasons[:2] == ("off", "way-back")
    after = found.plan.program
    assert all(on(after, first + DAY * n).rest_day for n in range(7))
    for n in range(7, 14):
        session, was = on(after, first + DAY * n), on(program, first + DAY * n)
        assert not is_hard(session)
        assert (session.distance_km or 0) <= 0.8 * (was.distance_km or 0) + 0.5
    assert any(is_hard(s) for s in days_of(after) if date_of(s) >= first + DAY * 14)


@pytest.mark.parametrize(("days", "load"), [(5, 1.0), (10, 0.5), (40, 0.33)])
def test_the_longer_the_break_the_gentler_the_return(days: int, load: float) -> None:
    program = plan(Level.ADVANCED, Goal.ENDURANCE, 5)
    first = datetime.date(2026, 12, 8)
    found = propose(program, Pause(first, first + DAY * (days - 1)), START)
    assert isinstance(found, Proposal)
    back = [first + DAY * n for n in range(days, days + 3)]
    pairs = [(on(found.plan.program, day), on(program, day)) for day in back]
    for session, was in pairs:
        assert not is_hard(session)
        assert (session.distance_km or 0) <= max(load * (was.distance_km or 0) + 0.5, 2.0)


def test_four_days_are_no_break() -> None:
    program = plan()
    first = datetime.date(2026, 12, 14)
    found = propose(program, Away(tuple(first + DAY * n for n in range(4))), START)
    assert isinstance(found, Proposal)
    assert "way-back" not in found.reasons
    assert {change.week_number for change in found.plan.changes} >= {4}


def test_the_race_never_moves() -> None:
    program = plan(dated=True)
    number, at = place_of(program, "race")
    race = program.weeks[number - 1].sessions[at]
    for request in (Move(number, at, date_of(race) - DAY), Ease(number, at), Skip(number, at)):
        found = propose(program, request, START)
        assert isinstance(found, Refusal)
        assert found.code == "race"
    away = propose(program, Pause(date_of(race) - DAY * 5, date_of(race)), START)
    assert isinstance(away, Proposal)
    assert "race-stays" in away.reasons
    assert on(away.plan.program, date_of(race)) == race
    alone = propose(program, Away((date_of(race),)), START)
    assert isinstance(alone, Refusal)
    assert alone.code == "race"


def test_a_move_that_breaks_a_rule_names_it_and_the_days_that_do() -> None:
    program = plan(Level.ADVANCED, Goal.HALF_MARATHON, 5)
    for week in program.weeks[1:]:
        hard = [at for at, s in enumerate(week.sessions) if is_hard(s)]
        if len(hard) == 2 and hard[1] - hard[0] > 1:
            to = date_of(week.sessions[hard[1] - 1])
            found = propose(program, Move(week.week_number, hard[0], to), START)
            if isinstance(found, Refusal) and found.code == "breaks":
                assert found.texts
                places = places_for(program, week.week_number, hard[0], START)
                assert found.instead == tuple(place.position for place in places)
                return
    pytest.fail("no week with two hard days apart")


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (Away((START - DAY,)), "past"),
        (Pause(START - DAY * 9, START - DAY), "past"),
        (Away((START,)), "nothing"),
        (Skip(1, 0), "nothing"),
        (Skip(99, 0), "outside"),
        (Ease(1, 9), "outside"),
        (LightenWeek(99), "outside"),
        (Move(1, 1, START + DAY * 8), "other-week"),
        (Move(1, 1, START + DAY), "nothing"),
        (Pause(datetime.date(2030, 1, 1), datetime.date(2030, 1, 9)), "nothing"),
    ],
)
def test_what_cannot_be_changed_says_why(request_: Request, code: str) -> None:
    found = propose(plan(), request_, START)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_days_told_of_are_closed() -> None:
    program = plan()
    number, at = place_of(program, "long")
    for request in (Skip(number, at), Ease(number, at), Move(number, at, START + DAY * 2)):
        found = propose(program, request, START, closed=[(number, at)])
        assert isinstance(found, Refusal)
        assert found.code == "told"
    late = propose(program, Skip(1, 1), START + DAY * 3)
    assert isinstance(late, Refusal)
    assert late.code == "past"


def test_an_eased_session_is_shorter_and_easy_and_leaves_the_others() -> None:
    program = plan()
    number, at = place_of(program, "threshold")
    was = program.weeks[number - 1].sessions[at]
    found = propose(program, Ease(number, at), START)
    assert isinstance(found, Proposal)
    eased = found.plan.program.weeks[number - 1].sessions[at]
    assert kind_of(eased) == "easy"
    assert (eased.distance_km or 0) < (was.distance_km or 0)
    assert found.reasons[0] == "eased"
    assert eased.why != was.why
