"""Whole plans, read as a strict coach would."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from core.athlete import (
    CoursePoint,
    Goal,
    InjurySite,
    Language,
    Level,
    Performance,
    Race,
    RunnerProfile,
    Terrain,
)
from core.program.builder import PlanRefused, build_program
from core.program.exchange import HARD_KINDS, ProgramData, Session
from core.program.maintenance import waiting_days
from core.program.rules import check

MONDAY = date(2026, 11, 23)
TEN_K_50 = Performance(10_000, 3000)
PACE = re.compile(r"\d:\d\d")


def sunday(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks - 1, days=6)


def half(**changes: object) -> RunnerProfile:
    usual: dict[str, object] = {
        "level": Level.INTERMEDIATE,
        "goal": Goal.HALF_MARATHON,
        "sessions_per_week": 4,
        "target_date": sunday(12),
        "reference": TEN_K_50,
        "current_km_per_week": 30.0,
    }
    return RunnerProfile(**(usual | changes))  # type: ignore[arg-type]


TRAIL = Race("Trail du Lac", 30, 1500, 1500, Terrain.TRAIL, key_points=(CoursePoint("la montée du col", 12),))
ULTRA = Race("Grand Tour", 80, 3500, 3500, Terrain.TRAIL, key_points=(CoursePoint("la nuit"),))
HOT = Race("Midi", 21.1, temperature_c=30, humidity_percent=60)
HIGH = Race("Haute Route", 21.1, altitude_m=2200)

PROFILES = {
    "half": half(),
    "half-en": half(language="en"),
    "no reference": half(reference=None),
    "starter": RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3),
    "couch": RunnerProfile(Level.BEGINNER, Goal.TEN_K, 3, current_km_per_week=0.0, language="en"),
    "marathon": half(goal=Goal.MARATHON, target_date=sunday(18), sessions_per_week=5),
    "slow marathon": RunnerProfile(Level.BEGINNER, Goal.MARATHON, 4, reference=Performance(10_000, 4200)),
    "advanced": half(level=Level.ADVANCED, sessions_per_week=7, current_km_per_week=70.0),
    "endurance": RunnerProfile(Level.INTERMEDIATE, Goal.ENDURANCE, 3),
    "dated endurance": half(goal=Goal.ENDURANCE),
    "weekend": half(sessions_per_week=2, available_days=(5, 6)),
    "knee": half(injuries=(InjurySite.KNEE,)),
    "achilles": half(injuries_notes="mon tendon d’Achille tire depuis un mois"),
    "shin": half(injuries=(InjurySite.SHIN,), language="en"),
    "trail": half(race=TRAIL),
    "ultra": half(race=ULTRA, target_date=sunday(20), sessions_per_week=5, goal=Goal.MARATHON),
    "ultra beginner": half(
        race=ULTRA, target_date=sunday(20), level=Level.BEGINNER, goal=Goal.MARATHON, current_km_per_week=40.0
    ),
    "hot": half(race=HOT),
    "hot by effort": half(race=HOT, reference=None, language="en"),
    "high": half(race=HIGH),
    "layoff": half(layoff_days=30),
    "layoff by effort": half(layoff_days=90, reference=None),
    "far": half(target_date=sunday(22)),
    "far starter": RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 3, sunday(20)),
    "short": half(target_date=sunday(4)),
    "midweek": half(target_date=sunday(12) - timedelta(days=4)),
    "few days": half(available_days=(1, 6)),
    "two runs": half(goal=Goal.MARATHON, target_date=sunday(18), sessions_per_week=2, language="en"),
    "small": half(goal=Goal.MARATHON, target_date=sunday(12), current_km_per_week=12.0),
}


@pytest.fixture(scope="module", params=PROFILES, ids=str)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def plan(name: str) -> ProgramData:
    return build_program(PROFILES[name], MONDAY)


def sessions(program: ProgramData) -> list[Session]:
    return [session for week in program.weeks for session in week.sessions if not session.rest_day]


def codes(program: ProgramData) -> set[str]:
    return {notice.code for notice in program.notices}


def test_it_keeps_every_rule(name: str) -> None:
    assert check(plan(name)) == ()


def test_it_is_the_same_each_time(name: str) -> None:
    assert plan(name) == plan(name)


def test_it_survives_a_round_trip(name: str) -> None:
    program = plan(name)
    assert ProgramData.model_validate_json(program.model_dump_json()) == program


def test_every_session_says_what_to_do_and_why(name: str) -> None:
    for session in sessions(plan(name)):
        assert session.session_type
        assert session.description
        assert session.workout_structure
        assert session.why
        assert session.rpe
        assert session.duration_min
        assert session.date is not None
        if session.intervals:
            assert "RPE" in session.workout_structure
            assert session.workout_structure.count("\n") == len(session.intervals) + 1


def test_every_week_has_a_focus_and_notes_with_figures(name: str) -> None:
    notes = [week.notes for week in plan(name).weeks]
    assert all(week.focus for week in plan(name).weeks)
    assert all(re.search(r"\d", note) for note in notes)
    assert len(set(notes)) == len(notes)


def test_no_text_is_left_in_the_other_language(name: str) -> None:
    program = plan(name)
    wrong = "semaine" if program.language == "en" else "week"
    assert wrong not in program.model_dump_json().replace("sessions_per_week", "").replace(
        "_week", ""
    ).replace('"week', "")


def test_parts_add_up_to_the_session(name: str) -> None:
    for session in sessions(plan(name)):
        if session.intervals and all(part.duration_min for part in session.intervals):
            work = sum(
                part.repetitions * ((part.duration_min or 0) + (part.recovery_min or 0))
                for part in session.intervals
            )
            whole = work + (session.warm_up_min or 0) + (session.cool_down_min or 0)
            assert session.duration_min == pytest.approx(whole, abs=2)


def test_workouts_rotate(name: str) -> None:
    quality = [s.workout for s in sessions(plan(name)) if s.kind in HARD_KINDS and s.workout]
    assert len(set(quality)) >= len(quality) / 4


@pytest.mark.parametrize("sessions_per_week", range(2, 8))
def test_a_week_has_exactly_its_sessions(sessions_per_week: int) -> None:
    program = build_program(half(sessions_per_week=sessions_per_week), MONDAY)
    for week in program.weeks[:-1]:
        assert sum(not s.rest_day for s in week.sessions) == sessions_per_week
    assert sum(not s.rest_day for s in program.weeks[-1].sessions) <= sessions_per_week


def test_the_race_is_the_last_session_on_its_date() -> None:
    last = sessions(plan("midweek"))[-1]
    assert (last.kind, last.date) == ("race", sunday(12) - timedelta(days=4))
    assert last.distance_km == 21.1


def test_the_long_run_builds_and_the_taper_tapers() -> None:
    program = plan("marathon")
    loads = [week for week in program.weeks if not week.recovery and week.phase not in {"taper", "race"}]
    longest = [max(s.distance_km or 0 for s in week.sessions) for week in loads]
    assert all(later >= earlier for earlier, later in pairwise(longest))
    taper = [week.total_volume_km for week in program.weeks if week.phase == "taper"]
    assert loads[-1].total_volume_km > taper[0] > taper[1]


def test_without_a_time_there_is_no_pace_to_the_second() -> None:
    program = plan("no reference")
    assert (program.vdot, program.paces, program.predictions) == (None, None, None)
    assert "no_reference" in codes(program)
    for session in sessions(program):
        assert not PACE.search(f"{session.pace_target} {session.workout_structure}")


def test_an_undated_endurance_plan_without_a_time_ends_with_a_test_and_says_when() -> None:
    program = plan("endurance")
    assert sessions(program)[-1].kind == "test"
    assert any("dimanche de la semaine 10" in notice.text for notice in program.notices)


def test_a_dated_endurance_plan_ends_on_its_date() -> None:
    assert sessions(plan("dated endurance"))[-1].date == sunday(12)


@pytest.mark.parametrize("who", ["starter", "couch"])
def test_absolute_beginners_run_and_walk_first(who: str) -> None:
    program = plan(who)
    assert all(s.kind == "run_walk" for s in program.weeks[0].sessions if not s.rest_day)
    assert any(s.kind == "long" for s in sessions(program))
    assert not any(s.kind in HARD_KINDS for week in program.weeks[:3] for s in week.sessions)


@pytest.mark.parametrize(("who", "site"), [("knee", "genou"), ("achilles", "Achille"), ("shin", "shin")])
def test_an_injury_changes_the_first_weeks_and_says_why(who: str, site: str) -> None:
    program = plan(who)
    first = [s for week in program.weeks[:2] for s in week.sessions if not s.rest_day]
    assert not any(s.kind in HARD_KINDS for s in first)
    assert any(s.kind == "cross" for s in first)
    told = [notice.code for notice in program.notices]
    assert told.count("injury") == 1
    assert told.count("injury_back") > 2
    assert any(site.lower() in (s.why or "").lower() for s in first)
    assert all(s.strength is None or s.strength.exercises for s in first)


def test_a_sore_shin_runs_and_walks_at_first() -> None:
    program = plan("shin")
    assert {s.kind for s in program.weeks[0].sessions if not s.rest_day} == {"run_walk", "cross"}


def test_red_flags_and_other_parts_are_told() -> None:
    program = build_program(half(injuries_notes="douleur au dos la nuit, même au repos"), MONDAY)
    assert "health" in codes(program)


def test_a_trail_climbs_descends_and_speaks_of_its_course() -> None:
    program = plan("trail")
    assert sum(s.climb_m or 0 for s in program.weeks[8].sessions) > 200
    assert any((s.workout or "").startswith("downhill") for s in sessions(program))
    assert any("la montée du col (km 12)" in week.notes for week in program.weeks)
    assert any("proprioception" in tip for tip in program.tips.recovery)


def test_an_ultra_has_two_long_runs_in_a_row() -> None:
    program = plan("ultra")
    pairs = [
        (first, second)
        for first, second in pairwise(sessions(program))
        if first.kind == second.kind == "long" and second.date == (first.date or MONDAY) + timedelta(days=1)
    ]
    assert len(pairs) >= 3
    assert all((second.distance_km or 0) < (first.distance_km or 0) for first, second in pairs)
    assert "goal_realism" in codes(plan("ultra beginner"))


def test_heat_is_prepared_from_three_weeks_before_the_race() -> None:
    program = plan("hot")
    warm = [s for s in sessions(program) if (s.workout or "").startswith("heat")]
    days = [(sunday(12) - (s.date or MONDAY)).days for s in warm]
    assert len(days) >= 4
    assert all(3 <= day <= 21 for day in days)
    assert "heat" in codes(program)


def test_altitude_is_told() -> None:
    assert "altitude" in codes(plan("high"))


def test_days_off_slow_the_paces_and_the_start() -> None:
    program, usual = plan("layoff"), plan("half")
    assert (program.vdot or 0) < (usual.vdot or 0)
    assert program.weeks[0].total_volume_km < usual.weeks[0].total_volume_km
    assert "layoff" in codes(program)


def test_a_far_race_has_easy_weeks_before_the_plan() -> None:
    program = plan("far")
    assert (len(program.weeks), len(program.maintenance)) == (16, 6)
    assert "plan_starts_later" in codes(program)
    for week in program.maintenance:
        kinds = {s.kind for s in week.sessions}
        assert kinds == {"easy", "rest"}
        assert week.total_volume_km == sum(s.distance_km or 0 for s in week.sessions)
    last = program.maintenance[-1].sessions[-1].date
    assert last == (program.start_date or MONDAY) - timedelta(days=1)


def test_maintenance_of_a_starter_is_run_walk() -> None:
    program = plan("far starter")
    assert {s.kind for s in program.maintenance[0].sessions} == {"run_walk", "rest"}


def test_a_short_plan_says_so_and_offers_a_later_race() -> None:
    text = next(notice.text for notice in plan("short").notices if notice.code == "compressed_plan")
    assert "finir" in text
    assert "17 janvier 2027" in text


def test_days_that_were_added_are_told() -> None:
    assert "days" in codes(plan("few days"))


def test_the_race_decides_what_is_prepared() -> None:
    program = build_program(half(race=Race("Dix", 10.0)), MONDAY)
    assert program.user_profile.goal == "10K"
    assert "goal_from_race" in codes(program)


@pytest.mark.parametrize("who", ["two runs", "small"])
def test_ambitious_marathons_are_told_what_to_expect(who: str) -> None:
    assert "goal_realism" in codes(plan(who))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_refusals_are_sentences(language: Language) -> None:
    with pytest.raises(PlanRefused) as refused:
        build_program(half(sessions_per_week=8), MONDAY)
    assert "8" in refused.value.text(language)
    with pytest.raises(PlanRefused):
        build_program(half(target_date=MONDAY - timedelta(days=1)), MONDAY)


def test_strength_is_on_run_days_twice_a_week_and_stays_away_from_the_race() -> None:
    program = plan("half")
    for week in program.weeks:
        assert sum(s.strength is not None for s in week.sessions) <= 2
    assert sum(s.strength is not None for s in program.weeks[0].sessions) == 2
    near = [s for s in sessions(program) if (sunday(12) - (s.date or MONDAY)).days <= 2]
    assert not any(s.strength for s in near)
    assert not any(s.strength for week in program.weeks for s in week.sessions if s.rest_day)


@pytest.mark.parametrize("goal", [Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON])
def test_plans_without_a_date_end_with_the_distance(goal: Goal) -> None:
    last = sessions(build_program(half(goal=goal, target_date=None), MONDAY))[-1]
    assert last.kind == "race"
    assert last.description


@pytest.mark.parametrize("language", ["fr", "en"])
def test_plans_without_a_date_speak_of_no_race(language: Language) -> None:
    undated, dated = (
        build_program(
            half(goal=Goal.TEN_K, target_date=day, language=language), MONDAY
        ).program_summary.phases[-1]
        for day in (None, sunday(12))
    )
    race = {"fr": "courir ta course", "en": "run your race"}[language]
    assert undated.id == dated.id == "race"
    assert dated.purpose == race
    assert race not in undated.purpose


@pytest.mark.parametrize(
    ("current_km", "language", "reason"),
    [
        (0.0, "fr", "tu ne cours pas en ce moment"),
        (0.0, "en", "you are not running at the moment"),
        (3.0, "fr", "à peine plus que tes 3 km"),
        (3.0, "en", "barely more than your 3 km"),
        (30.0, "fr", "ce que tu cours aujourd’hui (30 km)"),
    ],
)
def test_the_first_week_says_where_its_volume_comes_from(
    current_km: float, language: Language, reason: str
) -> None:
    profile = half(
        level=Level.BEGINNER, sessions_per_week=3, current_km_per_week=current_km, language=language
    )
    assert reason in build_program(profile, MONDAY).weeks[0].notes


def test_only_long_races_load_starch_before() -> None:
    def tips(goal: Goal) -> str:
        return " ".join(build_program(half(goal=goal, language="en"), MONDAY).tips.nutrition)

    assert "starch" not in tips(Goal.FIVE_K) + tips(Goal.TEN_K)
    assert "starch" in tips(Goal.HALF_MARATHON)


def test_a_race_a_year_away_shows_eight_easy_weeks_and_says_to_repeat_them() -> None:
    program = build_program(half(target_date=sunday(50)), MONDAY)
    assert len(program.maintenance) == 8
    assert "reprends ces semaines" in program.maintenance[-1].notes
    assert "reprends" not in program.maintenance[0].notes


def test_two_long_sessions_a_week_are_told() -> None:
    def told(sessions_per_week: int) -> bool:
        program = build_program(half(sessions_per_week=sessions_per_week), MONDAY)
        return any("deux séances par semaine, chacune" in notice.text for notice in program.notices)

    assert told(2)
    assert not told(4)


def test_easy_days_say_what_they_are_next_to() -> None:
    whys = {session.why for session in sessions(plan("advanced")) if session.kind == "easy" and session.why}
    assert len({why[:4] for why in whys}) >= 3


def test_the_easy_weeks_fill_every_day_until_the_plan() -> None:
    program = build_program(half(target_date=sunday(50)), MONDAY)
    days = waiting_days(program)
    assert program.start_date is not None
    assert [day.date for day in days] == [
        days[0].date + timedelta(days=order)  # type: ignore[operator]  # dated, as the comparison proves
        for order in range(len(days))
    ]
    assert days[-1].date == program.start_date - timedelta(days=1)
    assert len(days) > 7 * len(program.maintenance)
    assert days[56].kind == days[0].kind
    assert waiting_days(build_program(half(), MONDAY)) == ()


@pytest.mark.parametrize("km_per_week", [None, 0.0, 15.0])
def test_a_trail_of_unknown_climb_is_prepared_on_rolling_ground(km_per_week: float | None) -> None:
    trail = Race("Trail", 5.0, terrain=Terrain.TRAIL)
    program = build_program(
        half(
            level=Level.BEGINNER,
            goal=Goal.FIVE_K,
            reference=None,
            race=trail,
            current_km_per_week=km_per_week,
            target_date=sunday(6),
        ),
        MONDAY,
    )
    assert any(session.climb_m for session in sessions(program) if session.kind != "race")
    assert check(program) == ()
