"""The injury-risk score: each factor's line from its first point to its last, then whole files."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Language
from core.risk import (
    CheckinEntry,
    RiskScore,
    UnreadableRiskRequest,
    injury_risk,
    read_risk_request,
    score_risk,
)
from core.training_log import LoggedSession, TrainingDay, training_days

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)


def run(offset: int, km: float, kind: str = "easy", *, strength: bool = False) -> TrainingDay:
    """A run `offset` days after the Monday of the week scored."""
    return TrainingDay(MONDAY + timedelta(days=offset), kind, km, kind in {"interval", "race"}, strength)


def answers(*feelings: int) -> list[CheckinEntry]:
    return [CheckinEntry(date=SUNDAY - timedelta(days=ago), feeling=f) for ago, f in enumerate(feelings)]


def points(days: list[TrainingDay], name: str, *feelings: int) -> float:
    score = score_risk(days, SUNDAY, answers(*feelings))
    return next(factor.points for factor in score.factors if factor.name == name)


@pytest.mark.parametrize(
    ("km", "expected"), [(30, 0), (40, 0), (44, 0), (46, 7.5), (48, 15), (50, 22.5), (52, 30), (80, 30)]
)
def test_volume_spike(km: float, expected: float) -> None:
    assert points([run(-7, 40), run(0, km)], "volume_spike") == expected


def test_volume_without_a_week_before() -> None:
    assert points([run(0, 40)], "volume_spike") == 0
    assert points([run(-10, 40), run(0, 2)], "volume_spike") == 0
    assert points([run(-10, 40), run(0, 2.1)], "volume_spike") == 30
    assert points([run(0, 10), run(-7, 20), run(7, 50)], "volume_spike") == 0  # next week is not this one


@pytest.mark.parametrize(
    ("hard", "total", "expected"), [(0, 5, 0), (1, 5, 0), (1, 4, 5), (2, 6, 13.33), (2, 5, 20), (3, 3, 20)]
)
def test_intensity(hard: int, total: int, expected: float) -> None:
    week = [run(i, 5, "interval" if i < hard else "easy") for i in range(total)]
    assert points(week, "intensity") == expected


@pytest.mark.parametrize(
    ("feelings", "expected"),
    [((), 0), ((1, 1), 0), ((2, 2, 2), 12.5), ((3,), 25), ((1, 2), 6.25), ((1,) * 7 + (3,) * 7, 0)],
)
def test_fatigue(feelings: tuple[int, ...], expected: float) -> None:
    assert points([], "fatigue", *feelings) == pytest.approx(expected, abs=0.001)


def test_strength() -> None:
    assert points([run(0, 5)], "strength") == 5
    assert points([run(-7, 5, strength=True)], "strength") == 0
    assert points([run(-8, 5, strength=True)], "strength") == 5


@pytest.mark.parametrize(("sessions", "expected"), [(0, 0), (5, 0), (6, 5), (7, 10)])
def test_rest_days(sessions: int, expected: float) -> None:
    assert points([run(day, 5) for day in range(sessions)], "rest_days") == expected


def test_two_sessions_a_day_are_one_day() -> None:
    assert points([run(day // 2, 5) for day in range(10)], "rest_days") == 0


@pytest.mark.parametrize(("km", "expected"), [(10, 0), (11, 0), (15.5, 5), (20, 10), (42, 10)])
def test_longest_run(km: float, expected: float) -> None:
    assert points([run(-7, 10), run(3, km)], "longest_run") == expected


def test_the_longest_run_looks_thirty_days_back() -> None:
    assert points([run(-30, 20), run(-1, 10), run(0, 20)], "longest_run") == 0
    assert points([run(-31, 20), run(-1, 10), run(0, 20)], "longest_run") == 10
    assert points([run(0, 5), run(6, 15)], "longest_run") == 0  # nothing known before this week
    assert points([run(-40, 5), run(0, 15)], "longest_run") == 0  # nothing in thirty days
    assert (
        points([run(-1, 10), run(0, 11), run(6, 12)], "longest_run") == 0
    )  # each one against the one before


WORST = [run(-7, 10), *(run(day, 20, "interval") for day in range(7))]


def test_the_worst_week_makes_a_hundred() -> None:
    score = score_risk(WORST, SUNDAY, answers(3, 3, 3))
    assert (score.score, score.level) == (100, "red")
    assert [(f.name, f.points, f.max) for f in score.factors] == [
        ("volume_spike", 30, 30), ("intensity", 20, 20), ("fatigue", 25, 25), ("strength", 5, 5),
        ("rest_days", 10, 10), ("longest_run", 10, 10),
    ]  # fmt: skip
    assert len(score.recommendations) == 3
    assert "11\u202fkm" in score.recommendations[0]  # volume first, then fatigue, then intensity
    assert "repos" in score.recommendations[1]
    assert "intense" in score.recommendations[2]


def test_a_quiet_week_asks_nothing() -> None:
    quiet = [run(-7, 10), run(0, 5, strength=True), run(2, 5)]
    score = score_risk(quiet, SUNDAY, answers(1, 1))
    assert (score.score, score.level, score.recommendations) == (0, "green", ())


@pytest.mark.parametrize(("km", "score", "level"), [(43.6, 33, "green"), (43.7, 34, "yellow")])
def test_levels_meet_where_they_should(km: float, score: int, level: str) -> None:
    # strength 5 + fatigue 25 + a spike around 3.5 points; 30.8 and 36.4 would be far from the border
    days = [run(-7, 20), run(-6, 18.86), run(0, km / 2), run(2, km / 2)]
    found = score_risk(days, SUNDAY, answers(3))
    assert (found.score, found.level) == (score, level)


@pytest.mark.parametrize(("km", "score", "level"), [(120.9, 66, "yellow"), (121.1, 67, "red")])
def test_sixty_six_is_yellow_and_sixty_seven_red(km: float, score: int, level: str) -> None:
    # intensity 20, fatigue 25, no strength 5, and a spike of 16.35 or 16.65 points
    days = [run(-7, 60), run(-6, 40), *(run(day, km / 5, "interval") for day in range(5))]
    found = score_risk(days, SUNDAY, answers(3))
    assert (found.score, found.level) == (score, level)


def reasons(days: list[TrainingDay], *feelings: int, language: Language = "fr") -> dict[str, str]:
    score = score_risk(days, SUNDAY, answers(*feelings), language)
    return {factor.name: factor.reason.replace("\u202f", " ") for factor in score.factors}


def test_reasons_carry_their_figures() -> None:
    assert reasons([run(-7, 20), run(0, 26, "interval"), run(2, 4), run(2, 4)], 3, 2) == {
        "volume_spike": "34 km cette semaine contre 20 km la semaine dernière : + 70 %, "
        "au-delà de 10 % le corps suit mal.",
        "intensity": "Séances intenses cette semaine : 1 sur 3 (33 %), plus que les 20 % conseillés.",
        "fatigue": "Fatigue moyenne 2,5 sur 3 sur tes 2 derniers check-ins.",
        "strength": "Aucun renforcement depuis 14 jours.",
        "rest_days": "5 jours de repos cette semaine : c’est assez.",
        "longest_run": "Une sortie de 26 km, alors que la plus longue des 30 jours d’avant fait 20 km.",
    }
    fine = reasons([run(-7, 20, strength=True), run(0, 20, strength=True)], 1, language="en")
    assert fine["strength"] == "2 strength sessions in 14 days."
    assert fine["volume_spike"].startswith("20 km this week against 20 km last week (0%)")


def test_advice_carries_its_figures() -> None:
    spike = score_risk([run(-7, 20, strength=True), run(0, 40)], SUNDAY, [])
    advice = [text.replace("\u202f", " ") for text in spike.recommendations]
    assert advice[0].startswith("Ramène la semaine à 22 km au plus")
    assert advice[1] == "Limite ta prochaine sortie longue à 22 km."
    hard = [run(day // 2, 5, "interval" if day < 4 else "easy") for day in range(10)]
    assert score_risk(hard, SUNDAY, []).recommendations[0].startswith("Garde 2 séances intenses")


def test_two_runs_of_one_day_are_not_compared() -> None:
    assert points([run(-1, 10), run(0, 5), run(0, 11)], "longest_run") == 0
    assert points([run(-1, 10), run(0, 30), run(0, 30)], "longest_run") == 10


def test_a_race_is_not_told_to_be_shorter() -> None:
    score = score_risk([run(-7, 20), run(-5, 30, strength=True), run(6, 42.2, "race")], SUNDAY, answers(1))
    assert any("course" in advice and "repos" in advice for advice in score.recommendations)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_reason_is_one_line_in_each_language(language: Language) -> None:
    weeks: list[list[TrainingDay]] = [
        WORST,
        [],
        [run(-7, 10), run(0, 5, strength=True)],
        [run(-10, 40), run(0, 20)],
    ]
    weeks.append([run(-7, 30), *(run(day, 5) for day in range(6))])
    for days in weeks:
        for feelings in ((), (1,), (2, 3)):
            score = score_risk(days, SUNDAY, answers(*feelings), language)
            texts = [factor.reason for factor in score.factors] + list(score.recommendations)
            assert all(text and "\n" not in text and "{" not in text for text in texts)


@st.composite
def logs(draw: st.DrawFn) -> list[TrainingDay]:
    kinds = st.sampled_from(["easy", "interval", "long", "strength", "race"])
    days = draw(st.lists(st.tuples(st.integers(-40, 6), st.floats(0, 60), kinds, st.booleans()), max_size=40))
    return [run(offset, km, kind, strength=strength) for offset, km, kind, strength in days]


@given(logs(), st.lists(st.integers(1, 3), max_size=10))
def test_every_score_is_within_its_bounds(days: list[TrainingDay], feelings: list[int]) -> None:
    score = score_risk(days, SUNDAY, answers(*feelings))
    assert 0 <= score.score <= 100
    assert abs(score.score - sum(factor.points for factor in score.factors)) <= 0.53
    assert all(0 <= factor.points <= factor.max for factor in score.factors)
    assert score.level == ("green" if score.score < 34 else "yellow" if score.score < 67 else "red")
    assert len(score.recommendations) == min(3, sum(factor.points > 0 for factor in score.factors))


@given(logs(), st.lists(st.integers(1, 3), min_size=1, max_size=7))
def test_more_fatigue_is_never_less_risk(days: list[TrainingDay], feelings: list[int]) -> None:
    worse = [min(feeling + 1, 3) for feeling in feelings]
    assert (
        score_risk(days, SUNDAY, answers(*worse)).score >= score_risk(days, SUNDAY, answers(*feelings)).score
    )


# --- whole files ---


def session(day: str, **values: object) -> dict[str, object]:
    return {
        "day": day,
        "rest_day": False,
        "session_type": "Endurance fondamentale",
        "distance_km": 10,
    } | values


def week(number: int, *sessions: dict[str, object]) -> dict[str, object]:
    return {"week_number": number, "focus": "", "notes": "", "total_volume_km": 0, "sessions": list(sessions)}


def scored(**data: object) -> RiskScore:
    return injury_risk(read_risk_request(json.loads(json.dumps(data, default=str))))


def of(score: RiskScore, name: str) -> float:
    return next(factor.points for factor in score.factors if factor.name == name)


REST = {"day": "Mercredi", "rest_day": True}
TWO_WEEKS = [
    week(1, session("Lundi"), session("Mardi", distance_km=20), REST),
    week(
        2, session("Lundi", distance_km=18), session("Mardi", distance_km=18, session_type="Fractionné"), REST
    ),
]


@pytest.mark.parametrize("start", [{"start_date": "2026-11-09"}, {"start_date": "2026-11-11"}, {}])
def test_a_file_of_the_old_form_is_dated_by_its_days(start: dict[str, str]) -> None:
    score = scored(weeks=TWO_WEEKS, today="2026-11-20", **start)
    assert of(score, "volume_spike") == 15  # 30 km, then 36
    assert of(score, "intensity") == 20


def test_a_dated_session_dates_its_week() -> None:
    dated = week(2, session("Lundi", distance_km=18, date="2026-11-16"), session("Mardi", distance_km=18))
    score = scored(weeks=[TWO_WEEKS[0], dated], today="2026-11-20")
    assert of(score, "volume_spike") == 15


def test_days_without_a_name_follow_their_place() -> None:
    nameless = [week(1, *(session("?") for _ in range(7)))]
    assert of(scored(weeks=nameless, today="2026-11-20"), "rest_days") == 10


def test_done_sessions_replace_the_planned_ones() -> None:
    logged = [{"date": "2026-11-17", "kind": "easy", "distance_km": 10}]
    score = scored(weeks=TWO_WEEKS, today="2026-11-20", logged=logged)
    assert of(score, "volume_spike") == 0  # 28 km against 30
    assert of(score, "intensity") == 0
    skipped = [{"date": "2026-11-17", "kind": "rest"}]
    assert of(scored(weeks=TWO_WEEKS, today="2026-11-20", logged=skipped), "intensity") == 0


def test_extra_sessions_count() -> None:
    logged: list[dict[str, Any]] = [
        {"date": "2026-11-19", "kind": "long", "distance_km": 25},
        {"date": "2026-11-19", "kind": "Renforcement", "duration_min": 30},
    ]
    score = scored(
        weeks=TWO_WEEKS, today="2026-11-20", logged=logged, checkins=[{"date": "2026-11-20", "feeling": 2}]
    )
    assert of(score, "volume_spike") == 30
    assert of(score, "strength") == 0
    assert of(score, "fatigue") == 12.5
    assert of(score, "longest_run") == pytest.approx((25 / 20 - 1.1) / 0.9 * 10, abs=0.05)


def test_a_run_by_the_clock_has_kilometres_too() -> None:
    days = training_days(
        [], MONDAY, [LoggedSession(date=MONDAY, duration_min=65), LoggedSession(date=SUNDAY)]
    )
    assert [day.km for day in days] == [10, 0]


def test_a_planned_strength_supplement_counts_whatever_was_logged() -> None:
    supple = session("Lundi", strength={"minutes": 15})
    logged = [{"date": "2026-11-16", "kind": "easy", "distance_km": 10}]
    assert of(scored(weeks=[week(1, supple)], today="2026-11-20", logged=logged), "strength") == 0


def test_strength_has_no_kilometres_whoever_writes_some() -> None:
    days = training_days([], MONDAY, [LoggedSession(date=MONDAY, kind="strength", distance_km=5)])
    assert [(day.km, day.strength) for day in days] == [(0, True)]
    gym = [week(1, session("Lundi", kind="strength", distance_km=5)), week(2, session("Lundi"))]
    score = scored(weeks=gym, today="2026-11-20")
    assert (of(score, "strength"), of(score, "volume_spike")) == (0, 0)


def test_a_logged_run_is_no_strength_session() -> None:
    logged = [{"date": "2026-11-16", "kind": "easy", "distance_km": 0.5, "duration_min": 0.5}]
    assert of(scored(weeks=TWO_WEEKS, today="2026-11-20", logged=logged), "strength") == 5


def test_checkins_after_today_do_not_count() -> None:
    later = [{"date": "2026-11-21", "feeling": 3}]
    assert of(scored(weeks=[], today="2026-11-20", checkins=later), "fatigue") == 0


def test_json() -> None:
    printed = scored(weeks=TWO_WEEKS, today="2026-11-20", language="en").to_json()
    assert list(printed) == ["score", "level", "factors", "recommendations"]
    assert isinstance(printed["factors"], list)
    assert list(printed["factors"][0]) == ["name", "points", "max", "reason"]
    assert "last week" in printed["factors"][0]["reason"]


@pytest.mark.parametrize(
    "data",
    [
        [], "text", None, {}, {"weeks": []}, {"today": "bientôt"}, {"today": "2026-11-20", "weeks": 3},
        {"today": "2026-11-20", "checkins": [{"date": "2026-11-20", "feeling": 4}]},
        {"today": "2026-11-20", "logged": [{"date": "2026-11-20", "distance_km": -5}]},
        {"today": "2026-11-20", "language": "de"},
    ],
)  # fmt: skip
def test_bad_data_is_one_sentence(data: object) -> None:
    with pytest.raises(UnreadableRiskRequest) as refused:
        read_risk_request(data)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("Cannot score this file: ")
