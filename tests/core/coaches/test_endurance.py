"""The endurance coach: zones, stress by speed, recoveries, machines by equipment."""

import pytest

from core.athlete import Level
from core.coaches.endurance.stress import Effort, riding_intensity, running_intensity, together
from core.coaches.equipment import read_equipment
from core.coaches.request import RunningContext, SessionRequest
from core.coaches.session import CoachSession
from core.paces import training_paces
from tests.core.coaches.wishes import made, offered, wish

PACES = training_paces(45)
KNOWN = RunningContext(paces=PACES, threshold_power_w=220, threshold_bpm=168)


def zones(session: CoachSession) -> set[str | None]:
    return {item.load.zone for block in session.work for item in block.items}


def test_intensity_is_a_ratio_of_speeds() -> None:
    """4:30/km at threshold, 5:00/km for half an hour: 0.90 and 40.5 points."""
    intensity = running_intensity(300, 270)
    assert intensity == pytest.approx(0.90)
    assert Effort(1800, intensity).score == pytest.approx(40.5)


def test_running_slower_never_scores_more() -> None:
    scores = [Effort(3600, running_intensity(pace, 270)).score for pace in range(240, 420, 10)]
    assert scores == sorted(scores, reverse=True)


def test_an_hour_at_threshold_is_a_hundred() -> None:
    assert Effort(3600, riding_intensity(220, 220)).score == pytest.approx(100)


def test_efforts_together_have_the_sum_of_their_scores() -> None:
    parts = (Effort(600, 1.0), Effort(1200, 0.7))
    assert together(parts).score == pytest.approx(sum(part.score for part in parts))
    assert together(()).score == 0


def test_known_paces_are_printed_and_unknown_ones_are_not() -> None:
    known = made(wish("endurance", 60, "none", focus="threshold", running=KNOWN))
    unknown = made(wish("endurance", 60, "none", focus="threshold"))
    work = known.work[0].items[0]
    assert work.load.pace_s_per_km == (PACES.threshold.min_s_per_km, PACES.threshold.max_s_per_km)
    assert known.load.stress_score
    assert all(item.load.pace_s_per_km is None for item in unknown.items)
    assert unknown.load.stress_score is None
    assert unknown.load.session_rpe_load == 60 * 7


def test_the_stress_score_grows_with_the_focus() -> None:
    scores = [
        made(wish("endurance", 60, "none", focus=focus, running=KNOWN)).load.stress_score or 0
        for focus in ("recovery", "base", "threshold")
    ]
    assert scores == sorted(scores)


def test_power_is_told_on_the_bike() -> None:
    bike = read_equipment("vélo")
    assert isinstance(bike, frozenset)
    request = SessionRequest("endurance", Level.INTERMEDIATE, 60, bike, "threshold", running=KNOWN)
    assert made(request).work[0].items[0].load.watts == pytest.approx((220 * 0.91, 220 * 1.05))


@pytest.mark.parametrize(
    ("equipment", "movement"),
    [("rameur", "row-steady"), ("vélo", "bike-ride"), ("ski erg", "ski-steady"), ("rien", "easy-run")],
)
def test_equipment_decides_the_machine(equipment: str, movement: str) -> None:
    found = read_equipment(equipment)
    assert isinstance(found, frozenset)
    session = made(SessionRequest("endurance", Level.INTERMEDIATE, 45, found, "base"))
    assert movement in session.exercises()


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("rotation", range(4))
def test_recoveries_never_last_longer_than_the_work(level: Level, rotation: int) -> None:
    session = made(wish("endurance", 60, "none", level, focus="vo2", rotation=rotation))
    block = next(block for block in session.work if block.format == "intervals")
    assert block.rest_s <= 60 * block.items[0].amount


def test_hard_minutes_grow_with_the_level() -> None:
    minutes = []
    for level in Level:
        block = made(wish("endurance", 90, "none", level, focus="threshold")).work[0]
        minutes.append(block.rounds * block.items[0].amount)
    assert minutes == sorted(minutes)
    assert minutes[-1] <= 36


def test_beginners_stay_below_vo2() -> None:
    assert "vo2" not in zones(made(wish("endurance", 45, "none", Level.BEGINNER, focus="vo2")))


def test_a_quality_run_soon_gets_easy_days_offered() -> None:
    offer = offered(
        wish("endurance", 60, "none", focus="vo2", running=RunningContext(hours_to_quality_run=12))
    )
    assert offer.code == "run_soon"
    assert [one.request.focus for one in offer.alternatives] == ["base", "recovery"]


def test_a_sore_knee_walks_and_does_not_run_hard() -> None:
    assert offered(wish("endurance", 45, "none", focus="threshold", hurt=("knee",))).code == "injury"
    easy = made(wish("endurance", 45, "none", focus="recovery", hurt=("shin",)))
    assert easy.exercises() == ("brisk-walk",)


def test_long_sessions_speak_of_eating_and_drinking() -> None:
    long, short = made(wish("endurance", 90, "none")), made(wish("endurance", 60, "none"))
    assert "coaches-endurance-note-fuel" in {note.key for note in long.notes}
    assert "coaches-endurance-note-fuel" not in {note.key for note in short.notes}


def test_heart_rate_is_told_when_it_is_known() -> None:
    session = made(wish("endurance", 60, "none", focus="threshold", running=KNOWN))
    texts = [note.said("fr") for note in session.notes]
    assert any("160 à 166" in text for text in texts)


@pytest.mark.parametrize(("minutes", "movement"), [(45, "easy-run"), (90, "run-walk")])
def test_a_beginner_with_a_long_way_to_go_walks_now_and_then(minutes: int, movement: str) -> None:
    session = made(wish("endurance", minutes, "none", Level.BEGINNER, focus="base"))
    assert movement in session.exercises()
