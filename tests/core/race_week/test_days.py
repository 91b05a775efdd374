"""The days around a race: which race, the taper, the bag, the time told, the days after."""

from datetime import date, timedelta

import pytest

from core.athlete import Goal, Level, Race, RunnerProfile, Terrain
from core.failure import Failure
from core.localisation import LANGUAGES, core_localizer
from core.program.exchange import Session
from core.race_week.demands import all_kit_ids, demands_of, kit_for
from core.race_week.finding import days_until, planned_race
from core.race_week.result import level_of, read_time, recovery_after
from core.race_week.taper import taper_of
from core.training_log import TrainingDay

DAY = date(2027, 4, 11)
PROFILE = RunnerProfile(Level.INTERMEDIATE, Goal.HALF_MARATHON, 4)
HALF = Race("Semi", 21.0975)


def race_session(day: date) -> Session:
    return Session(day="Dimanche", rest_day=False, kind="race", date=day, distance_km=21.0975)


def test_the_race_is_found_wherever_it_was_moved() -> None:
    easy = Session(day="Samedi", rest_day=False, kind="easy", date=DAY, distance_km=5)
    found = planned_race([easy, race_session(DAY + timedelta(days=7))], PROFILE, "Ta course")
    assert found is not None
    assert (found.position, found.race.name, found.race.distance_km) == (1, "Ta course", 21.0975)
    assert days_until(found, DAY) == 7
    assert planned_race([easy], PROFILE, "Ta course") is None


def run(days_ago: int, km: float) -> TrainingDay:
    return TrainingDay(DAY - timedelta(days=days_ago), "easy", km, False, False)


PLAN = [run(days, 8) for days in (6, 4, 2)] + [run(days, 14) for days in (15, 17, 19)] + [run(-3, 6)]


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        (PLAN, "fresh"),
        ([*PLAN, run(1, 15)], "much"),
        ([*PLAN, run(1, 2)], "fresh"),
        (PLAN[2:], "little"),
    ],
)
def test_the_taper_is_judged_against_the_plan(done: list[TrainingDay], verdict: str) -> None:
    taper = taper_of(done, PLAN, DAY, DAY + timedelta(days=6))
    assert taper.verdict == verdict
    assert taper.planned_km == 24
    assert taper.largest_km == 42
    assert taper.left_km == 6


def test_the_bag_follows_distance_ground_and_weather() -> None:
    assert "gloves" in kit_for(Race("5K", 5), 2)
    assert not {"gloves", "cap", "gels"} & set(kit_for(Race("5K", 5), None))
    hot = kit_for(HALF, 26)
    assert {"cap", "sunscreen", "gels", "road-shoes"} <= set(hot)
    assert "gloves" not in hot
    ultra = kit_for(Race("Ultra", 80, climb_m=4000, terrain=Terrain.TRAIL), 15)
    assert {"headlamp", "poles", "trail-shoes", "jacket"} <= set(ultra)
    assert "road-shoes" not in ultra
    assert set(ultra) <= set(all_kit_ids())


@pytest.mark.parametrize(
    ("text", "km", "seconds"),
    [
        ("1:42:30", 21.0975, 6150),
        ("1h42", 21.0975, 6120),
        ("1:42", 21.0975, 6120),
        ("45:30", 10, 2730),
        ("en 45'30", 10, 2730),
        ("temps 22 min", 5, 1320),
        ("12 h 30", 80, 45_000),
    ],
)
def test_times_are_read_as_they_are_typed(text: str, km: float, seconds: float) -> None:
    assert read_time(text, km) == seconds


@pytest.mark.parametrize(("text", "key"), [("bof", "race-time-unclear"), ("12:00", "race-time-impossible")])
def test_times_nobody_runs_are_refused(text: str, key: str) -> None:
    failure = read_time(text, 10)
    assert isinstance(failure, Failure)
    assert failure.key == key
    for language in LANGUAGES:
        assert core_localizer(language).has(key)
        assert failure.text(language)


def test_only_a_flat_road_race_tells_a_level() -> None:
    assert level_of(HALF, 6300) == pytest.approx(42.6, abs=0.5)
    assert level_of(Race("Trail", 21, terrain=Terrain.TRAIL), 6300) is None
    assert level_of(Race("Côtes", 21, climb_m=400), 6300) is None
    assert level_of(Race("100", 100), 36_000) is None
    assert level_of(HALF, 1800) is None


def test_recovery_grows_with_the_distance() -> None:
    blocks = [recovery_after(DAY, km) for km in (5, 10, 21, 42, 100)]
    assert [block.rest_until for block in blocks] == sorted(block.rest_until for block in blocks)
    assert [block.easy_until for block in blocks] == sorted({block.easy_until for block in blocks})
    assert demands_of(5).warm_up == "long"
    assert demands_of(42.195).warm_up == "walk"
