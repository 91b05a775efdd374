"""What a coach would not sign, and the engine does not write."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from core.athlete import CoursePoint, Goal, InjurySite, Level, Performance, Race, RunnerProfile
from core.program.builder import build_program
from core.program.exchange import ProgramData, Session
from core.program.rules import check
from core.program.situation import Situation
from core.program.sizes import SizedSlot
from core.program.structure import Structure
from core.program.weekdays import Slot
from core.program.workouts import catalogue
from core.session_kinds import is_hard
from tests.core.program.runners import HOT, MONDAY, ULTRA, codes, half, plan, sessions, sunday

STARTER = RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3, current_km_per_week=0.0)
SORE_KNEE = half(injuries=(InjurySite.KNEE,), current_km_per_week=15.0)
SLOW_MARATHON = half(
    level=Level.BEGINNER,
    goal=Goal.MARATHON,
    target_date=sunday(20),
    reference=Performance(10_000, 4500),
    current_km_per_week=20.0,
)


def days_before(session: Session, race_day: date) -> int:
    return (race_day - (session.date or race_day)).days


def texts(program: ProgramData, code: str) -> str:
    return " ".join(notice.text for notice in program.notices if notice.code == code)


def longest_km(program: ProgramData) -> float:
    return max(s.distance_km or 0.0 for s in sessions(program) if s.kind != "race")


@pytest.mark.parametrize("sessions_per_week", range(4, 8))
def test_two_days_before_the_race_an_easy_run_is_short(sessions_per_week: int) -> None:
    profile = half(sessions_per_week=sessions_per_week, current_km_per_week=40.0, long_run_day=5)
    program = build_program(profile, MONDAY)
    near = [s for s in sessions(program) if 1 <= days_before(s, sunday(12)) <= 2 and not is_hard(s)]
    assert near
    assert all((s.duration_min or 0) <= 40 for s in near)


def test_the_taper_keeps_its_part_of_the_longest_run() -> None:
    profile = half(goal=Goal.MARATHON, target_date=sunday(18), sessions_per_week=6, current_km_per_week=60.0)
    program = build_program(profile, MONDAY)
    in_taper = [
        max(s.distance_km or 0.0 for s in week.sessions) for week in program.weeks if week.phase == "taper"
    ]
    assert in_taper == [
        pytest.approx(share * longest_km(program), abs=0.5) for share in (0.62, 0.62 * 0.55 / 0.75)
    ]


def test_a_reduced_week_with_the_longest_run_is_cut_by_a_tenth() -> None:
    saturday = sunday(3) - timedelta(days=1)
    profile = half(goal=Goal.TEN_K, target_date=saturday, current_km_per_week=35.0)
    program = build_program(profile, MONDAY)
    first, reduced, _ = (week.total_volume_km for week in program.weeks)
    assert 0.85 <= reduced / first < 0.9
    last_long = [s for s in sessions(program) if s.kind == "long"][-1]
    assert (days_before(last_long, saturday), last_long.distance_km) == (6, longest_km(program))
    assert "plus longue sortie" in (last_long.why or "")
    assert check(program) == ()


def test_recovery_weeks_do_not_repeat_their_brisk_session() -> None:
    profile = half(goal=Goal.TEN_K, target_date=None)
    families = [
        catalogue()[s.workout or ""].family
        for week in build_program(profile, MONDAY).weeks
        if week.recovery
        for s in week.sessions
        if is_hard(s)
    ]
    assert len(families) == len(set(families)) == 3


# Coming back


def test_the_bike_stays_until_the_runs_are_worth_the_way() -> None:
    program = build_program(SORE_KNEE, MONDAY)
    loads = [0.0]
    for week in program.weeks[:-2]:
        crossed = any(s.kind == "cross" for s in week.sessions)
        assert crossed == (week.week_number <= 2 or loads[-1] < 3 * 4), week.week_number
        if not week.recovery:
            loads.append(week.total_volume_km)
    assert sum(any(s.kind == "cross" for s in week.sessions) for week in program.weeks) > 2
    assert not any("cette séance dure" in (s.why or "") for s in sessions(program))
    assert check(program) == ()


def test_the_bike_gives_way_after_the_last_step_of_the_way_back() -> None:
    profile = half(injuries=(InjurySite.KNEE,), sessions_per_week=7, current_km_per_week=12.0)
    crossed = [
        week.week_number
        for week in build_program(profile, MONDAY).weeks
        if any(s.kind == "cross" for s in week.sessions)
    ]
    assert crossed == list(range(1, 9))


def test_the_bike_separates_two_runs() -> None:
    first = build_program(half(injuries=(InjurySite.SHIN,)), MONDAY).weeks[0]
    ran = [order for order, s in enumerate(first.sessions) if s.kind not in {"rest", "cross"}]
    assert all(later - earlier > 1 for earlier, later in pairwise(ran))


@pytest.mark.parametrize("injuries", [(), (InjurySite.ACHILLES,)])
def test_who_starts_with_run_walk_runs_nothing_in_one_go_before_its_end(
    injuries: tuple[InjurySite, ...],
) -> None:
    profile = replace(STARTER, injuries=injuries)
    first = build_program(profile, MONDAY).weeks[: Situation(profile).run_walk_weeks]
    assert {s.kind for week in first for s in week.sessions} <= {"run_walk", "cross", "rest"}


def test_an_outing_too_short_for_run_walk_speaks_of_no_days_off() -> None:
    profile = replace(STARTER, sessions_per_week=7, injuries=(InjurySite.SHIN,), target_date=sunday(6))
    program = build_program(replace(profile, race=ULTRA, language="en"), MONDAY)
    short = [
        s
        for week in program.weeks[: Situation(profile).run_walk_weeks]
        for s in week.sessions
        if s.kind in {"easy", "recovery"}
    ]
    assert short
    assert not any("days off" in (s.why or "") for s in sessions(program))


@pytest.mark.parametrize("workout", ["run-walk-1-1", "run-walk-30-90"])
def test_run_walk_fits_a_kilometre_and_a_half(workout: str) -> None:
    slot = SizedSlot(Slot(0, "easy"), 1.5)
    structure = Structure(Situation(STARTER))
    run = structure.structured(slot, catalogue()[workout], 5.0, float("inf"), 1.0, walks=True)
    assert run is not None


def test_a_sore_tendon_is_loaded_by_its_reaction_and_on_both_feet_at_first() -> None:
    sore = replace(STARTER, injuries=(InjurySite.ACHILLES,))
    usual = half(injuries=(InjurySite.ACHILLES,))

    def exercises(profile: RunnerProfile) -> str:
        supplements = [s.strength for s in sessions(build_program(profile, MONDAY)) if s.strength]
        return " ".join(f"{e.name} {e.prescription}" for one in supplements for e in one.exercises)

    assert "charge quand c’est facile" not in exercises(sore) + exercises(usual)
    assert "deux pieds" in exercises(sore)
    assert "par côté" not in exercises(sore).split("Gainage")[0]
    assert "n’augmente pas le lendemain" in exercises(usual)


# Honest words


def test_a_race_far_out_of_reach_is_advised_against_with_a_later_date() -> None:
    profile = half(
        goal=Goal.MARATHON,
        target_date=sunday(16),
        injuries=(InjurySite.SHIN,),
        current_km_per_week=27.0,
    )
    program = build_program(profile, MONDAY)
    assert longest_km(program) < 0.55 * 26
    told = texts(program, "goal_realism")
    assert "je te déconseille cette course" in told
    assert "vers le 6 juin 2027" in told


def test_a_longest_run_a_little_short_comes_with_what_to_expect_and_a_later_date() -> None:
    program = build_program(half(current_km_per_week=18.0, language="en"), MONDAY)
    assert 0.55 * 14 <= longest_km(program) < 0.85 * 14
    told = texts(program, "goal_realism")
    assert "Aim to finish" in told
    assert "choose a race around 21 March 2027" in told


def test_where_minutes_end_the_long_run_no_later_date_is_promised() -> None:
    told = texts(build_program(SLOW_MARATHON, MONDAY), "goal_realism")
    assert "Vise de finir" in told
    assert "choisis une course" not in told


def test_a_long_run_near_enough_is_not_spoken_of() -> None:
    program = build_program(half(current_km_per_week=35.0), MONDAY)
    assert longest_km(program) >= 0.85 * 14
    assert "goal_realism" not in codes(program)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Un jour où tu es frais"),
        ({"level": Level.BEGINNER}, "20 minutes sans marcher"),
        ({"injuries": (InjurySite.KNEE,)}, "Pas de test tant que tu as mal"),
    ],
)
def test_how_to_find_the_paces_fits_the_runner(changes: dict[str, object], said: str) -> None:
    assert said in texts(build_program(half(reference=None, **changes), MONDAY), "no_reference")


@pytest.mark.parametrize(("temperature_c", "hot"), [(21.9, False), (22.0, True)])
def test_plans_and_rules_are_hot_from_the_same_temperature(temperature_c: float, hot: bool) -> None:
    program = build_program(half(race=replace(HOT, temperature_c=temperature_c)), MONDAY)
    assert ("heat" in codes(program)) == hot
    silent = program.model_copy(update={"notices": ()})
    assert any(breach.rule == "race-heat" for breach in check(silent)) == hot


@pytest.mark.parametrize("km", [None, 12.0])
def test_a_key_point_of_any_length_is_cut_to_fit_a_phone(km: float | None) -> None:
    point = CoursePoint("la longue montée " * 400, km)
    program = build_program(half(race=Race("Le Tour", 21.1, 300.0, key_points=(point,))), MONDAY)
    told = [week.notes for week in program.weeks if "À penser pendant la sortie longue" in week.notes]
    assert told
    assert all("[…]" in notes and len(notes) < 500 for notes in told)


def test_a_long_run_with_walk_breaks_does_not_ask_for_one_go() -> None:
    program = build_program(SLOW_MARATHON, MONDAY)
    broken = [s for s in sessions(program) if s.workout == "long-walk-breaks"]
    assert broken
    for session in broken:
        assert "1\u00a0min de marche toutes les 10\u00a0min" in (session.workout_structure or "")


def test_a_kilometre_more_than_the_longest_run_is_said_as_such() -> None:
    whys = [s.why or "" for s in sessions(build_program(SORE_KNEE, MONDAY)) if s.kind == "long"]
    small = [why for why in whys if "1\u00a0km de plus au maximum" in why]
    assert small
    assert any("jamais plus de 10" in why for why in (s.why or "" for s in sessions(plan("marathon"))))
    assert not any("jamais plus de 10" in why for why in small)


def test_fuelling_is_rehearsed_on_long_runs_alone() -> None:
    rehearsed = [
        s
        for who in ("half", "small", "marathon")
        for s in sessions(plan(who))
        if s.workout == "long-fuelling-rehearsal"
    ]
    assert rehearsed
    assert all((s.duration_min or 0) >= 70 for s in rehearsed)


def test_the_first_day_of_a_plan_follows_no_effort() -> None:
    first = sessions(plan("advanced"))[0]
    assert first.kind == "recovery"
    assert "Lendemain" not in (first.why or "")
    later = sessions(plan("advanced"))[7]
    assert (later.kind, "Lendemain" in (later.why or "")) == ("recovery", True)


def test_a_short_hard_session_warms_up() -> None:
    structure = Structure(Situation(half()))
    for km in (3.0, 4.0, 5.0):
        slot = SizedSlot(Slot(0, "hard"), km)
        run = structure.structured(slot, catalogue()["interval-30-30"], 30.0, 30.0, 0.0)
        assert run is not None
        assert (run.warm_up_min or 0) + (run.cool_down_min or 0) >= min(14, 0.55 * run.minutes)
    assert structure.structured(slot, catalogue()["cruise-3min"], 30.0, 30.0, 0.0) is not None
    short = SizedSlot(Slot(0, "hard"), 3.0)
    assert structure.structured(short, catalogue()["cruise-3min"], 30.0, 30.0, 0.0) is None


def test_easy_runs_are_told_in_five_minutes_where_the_pace_allows() -> None:
    structure = Structure(Situation(half()))
    easy = catalogue()["easy-run"]
    minutes = [
        structure.steady(SizedSlot(Slot(0, "easy"), km), "easy", easy, 1.0).minutes for km in (6.0, 8.0, 2.0)
    ]
    assert minutes == [40.0, 50.0, 13.0]
