"""A run beside the plan: matching, comparing, three signals that agree, other paces."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activities.comparison import compare
from core.activities.matching import PlannedRun, match
from core.activities.reading import activity_from_fit, activity_from_tcx
from core.activities.repacing import performance_for, repace
from core.activities.signals import PaceSignal, reestimate, vdot_for
from core.athlete import Goal, Level, Performance, RunnerProfile
from core.paces import training_paces
from core.program.builder import build_program
from core.program.exchange import Interval, ProgramData, Session
from core.program.rules import check
from core.vdot import vdot_of
from tests.recordings import Stretch, fit_run, tcx_run

TODAY = date(2026, 12, 10)
EASY = Session(
    day="Jeudi",
    rest_day=False,
    kind="easy",
    date=TODAY,
    distance_km=8,
    duration_min=48,
    pace_target="5:40-6:20/km",
)
THRESHOLD = Session(
    day="Jeudi",
    rest_day=False,
    kind="threshold",
    date=TODAY,
    distance_km=10,
    duration_min=53,
    warm_up_min=15,
    cool_down_min=10,
    pace_target="4:30/km",
    intervals=(
        Interval(
            repetitions=3, duration_min=8, zone="T", pace_target="4:30/km", recovery_min=2, recovery="jog"
        ),
    ),
)


def planned(session: Session, number: int = 1, *, is_open: bool = True) -> PlannedRun:
    return PlannedRun(number, session, is_open)


def test_the_session_of_the_day_is_meant_without_asking() -> None:
    assert match(TODAY, 7.6, [planned(EASY)], TODAY).session_id == 1
    assert match(TODAY, 7.6, [planned(EASY)], TODAY + timedelta(days=7)).session_id == 1


@pytest.mark.parametrize(
    ("day", "km", "is_open", "today", "doubt"),
    [
        (TODAY, 2.0, True, TODAY, "unlike"),
        (TODAY, 20.0, True, TODAY, "unlike"),
        (TODAY, 8.0, False, TODAY, "told"),
        (TODAY + timedelta(days=1), 8.0, True, TODAY + timedelta(days=1), "none"),
        (TODAY, 8.0, True, TODAY + timedelta(days=8), "old"),
        (TODAY + timedelta(days=1), 8.0, True, TODAY, "ahead"),
    ],
)
def test_what_is_not_plain_is_asked(day: date, km: float, is_open: bool, today: date, doubt: str) -> None:
    found = match(day, km, [planned(EASY, is_open=is_open)], today)
    assert (found.session_id, found.doubt) == (None, doubt)


def work(paces: tuple[float, ...], *, early_s: int = 0) -> list[Stretch]:
    found = [Stretch(900 - early_s, 360)]
    for pace in paces:
        found += [Stretch(480, pace), Stretch(120, 420)]
    return [*found, Stretch(600, 370)]


@pytest.mark.parametrize(
    ("paces", "verdict"),
    [
        ((270, 270, 270), "work-kept"),
        ((262, 262, 262), "work-fast"),
        ((280, 280, 280), "work-slow"),
        ((262, 275, 290), "work-fading"),
    ],
)
@pytest.mark.parametrize("early_s", [0, 240])
def test_work_is_found_and_judged(paces: tuple[float, ...], verdict: str, early_s: int) -> None:
    by_laps = compare(THRESHOLD, activity_from_fit(fit_run(work(paces))))
    by_shape = compare(THRESHOLD, activity_from_tcx(tcx_run(work(paces, early_s=early_s))))
    assert by_laps.verdict == by_shape.verdict == verdict
    assert by_laps.zone == by_shape.zone == "T"
    assert by_shape.done_s_per_km == pytest.approx(sum(paces) / 3, rel=0.02)


@pytest.mark.parametrize(
    ("seconds", "pace", "verdict"),
    [(2880, 360, "easy-kept"), (2400, 310, "easy-fast"), (3200, 410, "easy-slow"), (1500, 360, "short")],
)
def test_easy_runs_are_judged(seconds: int, pace: float, verdict: str) -> None:
    assert compare(EASY, activity_from_tcx(tcx_run([Stretch(seconds, pace)]))).verdict == verdict


def test_a_session_by_effort_is_not_judged_by_pace() -> None:
    by_effort = EASY.model_copy(update={"pace_target": "à l’effort"})
    assert compare(by_effort, activity_from_tcx(tcx_run([Stretch(2880, 300)]))).verdict == "by-effort"


def signal(days_ago: int, done: float, rpe: int | None = 6, zone: str = "T") -> PaceSignal:
    return PaceSignal(TODAY - timedelta(days=days_ago), zone, 270.0, done, 7, rpe)  # type: ignore[arg-type]


def test_three_signals_that_agree_speak() -> None:
    vdot = vdot_for("T", 270.0)
    found = reestimate(vdot, [signal(14, 262), signal(7, 260), signal(0, 255)], TODAY)
    assert found is not None
    assert found.direction == "faster"
    assert vdot < found.vdot <= vdot + 1.6
    slower = reestimate(vdot, [signal(14, 280, 8), signal(7, 282, 7), signal(0, 279, 9)], TODAY)
    assert slower is not None
    assert slower.vdot < vdot


@pytest.mark.parametrize(
    "signals",
    [
        [signal(7, 260), signal(0, 260)],
        [signal(22, 260), signal(7, 260), signal(0, 260)],
        [signal(14, 260), signal(7, 266), signal(0, 260)],
        [signal(14, 260), signal(7, 260, 9), signal(0, 260)],
        [signal(14, 260), signal(7, 260, None), signal(0, 260)],
        [signal(14, 260), signal(7, 280, 8), signal(0, 260)],
        [signal(14, 280, 5), signal(7, 280, 5), signal(0, 280, 5)],
        [signal(14, 260, zone="R"), signal(7, 260, zone="R"), signal(0, 260, zone="R")],
        [],
    ],
)
def test_anything_less_says_nothing(signals: list[PaceSignal]) -> None:
    assert reestimate(vdot_for("T", 270.0), signals, TODAY) is None


@given(st.floats(25, 75))
def test_a_pace_gives_its_vdot_back(vdot: float) -> None:
    for zone in ("T", "I"):
        pace = training_paces(vdot).zone(zone).min_s_per_km
        assert vdot_for(zone, pace) == pytest.approx(vdot, abs=0.05)


PROFILE = RunnerProfile(Level.INTERMEDIATE, Goal.HALF_MARATHON, 4, reference=Performance(10_000, 2700))
PROGRAM = build_program(PROFILE, date(2026, 11, 23))


@pytest.mark.parametrize("points", [-3.0, -1.0, 1.0, 2.0])
def test_other_paces_change_nothing_else(points: float) -> None:
    vdot = vdot_of(Performance(10_000, 2700)) + points
    reference = performance_for(vdot, PROFILE.reference)
    repaced = repace(PROGRAM, PROFILE, reference, vdot, TODAY)
    after = repaced.plan.program
    assert vdot_of(reference) == pytest.approx(vdot, abs=0.05)
    assert repaced.profile == replace(PROFILE, reference=reference)
    for was, becomes in zip(sessions(PROGRAM), sessions(after), strict=True):
        assert (was.date, was.kind, was.distance_km) == (becomes.date, becomes.kind, becomes.distance_km)
        if was.date and was.date < TODAY:
            assert was == becomes
    assert not check(after)
    fresh = training_paces(vdot)
    written = next(s for s in sessions(after) if s.kind == "threshold" and s.date and s.date >= TODAY)
    target = next(part.pace_target for part in written.intervals or () if part.zone == "T")
    minutes, seconds = divmod(round(fresh.threshold.min_s_per_km), 60)
    assert target in (
        f"{minutes}:{seconds:02d}/km",
        f"{minutes}:{seconds - 1:02d}/km",
        f"{minutes}:{seconds + 1:02d}/km",
    )


def sessions(program: ProgramData) -> list[Session]:
    return [session for week in program.weeks for session in week.sessions]
