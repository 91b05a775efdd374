"""Gates: what pain, illness and red flags make of the days, and the way back."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.days import Answer, day_becomes
from core.gating import (
    STEPS,
    Gate,
    GateKind,
    Signal,
    Step,
    after,
    cleared,
    days_left,
    open_for_illness,
    open_for_pain,
    open_for_red_flag,
    signal_of,
    steps_of,
    strictest,
    under,
)
from core.program.exchange import Interval, Kind, PaceRange, Session
from core.session_kinds import is_hard

DAY = date(2026, 11, 23)
ONE = timedelta(days=1)
EASY = PaceRange(min_s_per_km=360, max_s_per_km=400)
INTERVALS = Session(
    day="lundi",
    rest_day=False,
    date=DAY,
    kind="interval",
    session_type="Fractionné",
    distance_km=9.0,
    duration_min=52,
    pace_target="4:30/km",
    rpe=8,
    intervals=(Interval(repetitions=6, distance_km=0.8, zone="I"),),
)
FOOTING = Session(
    day="lundi",
    rest_day=False,
    date=DAY,
    kind="easy",
    distance_km=8.0,
    duration_min=50,
    pace_target="6:00/km",
    rpe=3,
)
REST = Session(day="lundi", rest_day=True, date=DAY, kind="rest")
RACE = Session(day="lundi", rest_day=False, date=DAY, kind="race", distance_km=10.0, duration_min=48)


@pytest.mark.parametrize(
    ("site", "level", "step"),
    [
        ("knee", 0, None),
        ("knee", 2, None),
        ("knee", 3, "short-easy"),
        ("knee", 4, "short-easy"),
        ("knee", 5, "rest"),
        ("knee", 10, "rest"),
        ("achilles", 2, None),
        ("achilles", 4, "easy"),
        ("achilles", 5, "rest"),
        ("shin", 1, None),
        ("shin", 2, "short-easy"),
        ("shin", 4, "rest"),
        ("calf", 3, "short-easy"),
    ],
)
def test_a_new_pain(site: str, level: int, step: Step | None) -> None:
    gate = open_for_pain(site, "left", level, DAY)
    assert (gate.step if gate else None) == step


@pytest.mark.parametrize("level", [-1, 11, 10**9])
def test_pain_is_from_0_to_10(level: int) -> None:
    with pytest.raises(ValueError, match="pain is from 0 to 10"):
        signal_of(level, "knee")


def quiet_days(gate: Gate | None, days: int) -> list[Step | None]:
    """The step after each morning without complaint."""
    steps: list[Step | None] = []
    for number in range(1, days + 1):
        gate = after(gate, "quiet", DAY + number * ONE) if gate else None
        steps.append(gate.step if gate else None)
    return steps


@pytest.mark.parametrize(
    ("gate", "steps"),
    [
        (
            open_for_pain("knee", "left", 6, DAY),
            ["run-walk"] * 2 + ["short-easy"] * 2 + ["easy"] * 2 + [None],
        ),
        (open_for_pain("knee", "left", 3, DAY), ["short-easy", "easy", "easy", None, None, None, None]),
        (open_for_illness(True, DAY), ["short-easy", "short-easy", "easy", "easy", None, None, None]),
        (open_for_illness(False, DAY), ["short-easy", "easy", "easy", None, None, None, None]),
        (open_for_red_flag("chest-pain", DAY), ["rest"] * 7),
        (
            cleared(open_for_red_flag("chest-pain", DAY), DAY),
            ["run-walk"] * 2 + ["short-easy"] * 3 + ["easy"] * 2,
        ),
    ],
)
def test_the_way_back_when_all_goes_well(gate: Gate, steps: list[Step | None]) -> None:
    assert quiet_days(gate, 7) == steps


def test_a_complaint_goes_a_step_back_and_much_goes_to_rest() -> None:
    gate = Gate("pain", "easy", DAY, DAY, "knee", "left")
    back = after(gate, "some", DAY + ONE)
    assert back is not None
    assert (back.step, back.step_since) == ("short-easy", DAY + ONE)
    worse = after(gate, "much", DAY + ONE)
    assert worse is not None
    assert worse.step == "rest"
    assert days_left(worse, DAY + ONE) == 1


@given(
    kind=st.sampled_from(["pain", "illness", "red-flag"]),
    answers=st.lists(st.sampled_from(["quiet", "some", "much"]), max_size=40),
)
def test_no_answer_skips_a_step_upwards(kind: GateKind, answers: list[Signal]) -> None:
    ladder = steps_of(kind)
    gate: Gate | None = Gate(kind, ladder[0], DAY, DAY)
    for number, answer in enumerate(answers, 1):
        if gate is None:
            return
        before, gate = gate, after(gate, answer, DAY + number * ONE)
        if gate is None:
            assert before.step == ladder[-1]
        else:
            assert ladder.index(gate.step) <= ladder.index(before.step) + 1
        if kind == "red-flag":
            assert gate is not None
            assert gate.step == "rest", "only a clinician's word opens it"


@pytest.mark.parametrize("session", [INTERVALS, FOOTING, REST, RACE])
@pytest.mark.parametrize("step", STEPS)
def test_a_step_never_asks_for_more(session: Session, step: Step) -> None:
    left = under(session, step, "fr", easy=EASY)
    assert left.date == session.date
    assert (left.distance_km or 0) <= (session.distance_km or 0)
    assert (left.duration_min or 0) <= (session.duration_min or 0)
    if session is not RACE:
        assert not is_hard(left)


def test_each_step_allows_no_less_than_the_one_before() -> None:
    minutes = [under(FOOTING, step, "fr", easy=EASY).duration_min or 0 for step in STEPS]
    assert all(a <= b for a, b in pairwise(minutes))
    assert minutes[0] == 0
    assert minutes[-1] == FOOTING.duration_min


def test_the_strictest_gate_decides_whatever_the_runner_feels() -> None:
    gates = (Gate("pain", "easy", DAY, DAY, "knee", "left"), Gate("illness", "rest", DAY, DAY))
    held = strictest(gates)
    assert held is not None
    assert held.step == "rest"
    for choice in ("proposed", "original", "lighter"):
        assert day_becomes(INTERVALS, Answer(1, (), choice), gates, "fr", easy=EASY).rest_day


def test_without_answer_or_gate_the_day_stays() -> None:
    assert day_becomes(INTERVALS, None, (), "fr") == INTERVALS
    assert day_becomes(INTERVALS, Answer(3, (), "original"), (), "fr") == INTERVALS


@pytest.mark.parametrize("kind", ["cross", "strength"])
@pytest.mark.parametrize("step", ["run-walk", "short-easy", "easy"])
def test_what_is_no_run_stays_unless_the_gate_rests(kind: Kind, step: Step) -> None:
    session = Session(day="lundi", rest_day=False, date=DAY, kind=kind, duration_min=40)
    assert under(session, step) == session
    assert under(session, "rest").rest_day
