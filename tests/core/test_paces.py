"""Paces and race times against published values, and the order that must always hold.

Anchor rows typed by hand: race times of table 5.1 and training paces of table 5.2 of Daniels'
Running Formula, 3rd edition (Human Kinetics, 2014), as quoted in public (race times by r/artc's "Dissecting
Daniels").
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Performance
from core.paces import (
    Range,
    TrainingPaces,
    ZoneLetter,
    easy_fast_share,
    marathon_pace_s_per_km,
    repetition_gain_s_per_400m,
    training_paces,
)
from core.program.exchange import PaceRange
from core.records import WORLD_RECORDS, problem_with, world_record_s
from core.vdot import ImpossiblePerformance, oxygen_cost, race_time_s, speed_at, vdot_of

VDOTS = st.floats(min_value=8, max_value=90)

RACE_TIMES = [
    (30, "30:40", "1:03:46", "2:21:04", "4:49:17"),
    (35, "27:00", "56:03", "2:04:13", "4:16:03"),
    (38, "25:12", "52:17", "1:55:55", "3:59:35"),
    (40, "24:08", "50:03", "1:50:59", "3:49:45"),
    (45, "21:50", "45:16", "1:40:20", "3:28:26"),
    (50, "19:57", "41:21", "1:31:35", "3:10:49"),
    (55, "18:22", "38:06", "1:24:18", "2:56:01"),
    (60, "17:03", "35:22", "1:18:09", "2:43:25"),
    (65, "15:54", "33:01", "1:12:53", "2:32:35"),
    (70, "14:55", "31:00", "1:08:21", "2:23:10"),
    (75, "14:03", "29:14", "1:04:23", "2:14:55"),
    (85, "12:37", "26:19", "57:50", "2:01:10"),
]
# VDOT: easy fast and slow edge, M, T, I (None where the book prints no kilometre), all per km
TRAINING_PACES = [
    (30, "7:27", "8:14", "7:03", "6:24", None),
    (33, "6:55", "7:41", "6:30", "5:56", None),
    (35, "6:36", "7:21", "6:10", "5:40", None),
    (38, "6:11", "6:54", "5:45", "5:19", "4:54"),
    (40, "5:56", "6:38", "5:29", "5:06", "4:42"),
    (43, "5:35", "6:16", "5:09", "4:49", "4:26"),
    (45, "5:23", "6:03", "4:57", "4:38", "4:16"),
    (48, "5:07", "5:45", "4:41", "4:24", "4:03"),
    (50, "4:56", "5:34", "4:31", "4:15", "3:55"),
    (55, "4:34", "5:10", "4:10", "3:56", "3:37"),
    (60, "4:15", "4:49", "3:52", "3:40", "3:23"),
    (65, "3:59", "4:31", "3:37", "3:26", "3:10"),
    (70, "3:44", "4:15", "3:24", "3:14", "2:59"),
    (80, "3:21", "3:49", "3:01", "2:54", "2:41"),
]
# VDOT: seconds for 400 m at I and at R
LAPS = [(40, 112, 104), (45, 102, 94), (47, 98, 90), (50, 93, 87), (60, 81, 75), (70, 71, 65)]


def seconds(text: str) -> int:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


@pytest.mark.parametrize(("vdot", "five", "ten", "half", "marathon"), RACE_TIMES)
def test_race_times_agree_with_the_book(vdot: int, five: str, ten: str, half: str, marathon: str) -> None:
    for metres, printed in ((5000, five), (10_000, ten), (21_097.5, half), (42_195, marathon)):
        assert race_time_s(vdot, metres) == pytest.approx(seconds(printed), rel=0.003)
        assert vdot_of(Performance(metres, seconds(printed))) == pytest.approx(vdot, abs=0.1)


@pytest.mark.parametrize(("vdot", "fast", "slow", "m", "t", "i"), TRAINING_PACES)
def test_training_paces_agree_with_the_book(
    vdot: int, fast: str, slow: str, m: str, t: str, i: str | None
) -> None:
    paces = training_paces(vdot)
    assert paces.easy.min_s_per_km == pytest.approx(seconds(fast), abs=5)
    assert paces.easy.max_s_per_km == pytest.approx(seconds(slow), abs=5)
    assert paces.marathon.min_s_per_km == pytest.approx(seconds(m), abs=4)
    assert paces.threshold.min_s_per_km == pytest.approx(seconds(t), abs=3)
    if i is not None:
        assert paces.interval.min_s_per_km == pytest.approx(seconds(i), abs=4)


@pytest.mark.parametrize(("vdot", "interval_s", "repetition_s"), LAPS)
def test_laps_agree_with_the_book(vdot: int, interval_s: int, repetition_s: int) -> None:
    paces = training_paces(vdot)
    assert paces.interval.per_400m()[0] == pytest.approx(interval_s, abs=1.1)
    assert paces.repetition.per_400m()[0] == pytest.approx(repetition_s, abs=1.1)


@given(VDOTS)
def test_paces_keep_their_order(vdot: float) -> None:
    p = training_paces(vdot)
    ends = [
        p.easy.max_s_per_km,
        p.easy.min_s_per_km,
        p.marathon.max_s_per_km,
        p.threshold.max_s_per_km,
        p.interval.max_s_per_km,
        p.repetition.max_s_per_km,
    ]
    assert ends == sorted(ends, reverse=True)
    assert p.easy.max_s_per_km > p.easy.min_s_per_km


@given(VDOTS, st.floats(min_value=0.01, max_value=5))
def test_a_fitter_runner_is_faster_in_every_zone(vdot: float, gain: float) -> None:
    before, after = training_paces(vdot), training_paces(vdot + gain)
    zones: tuple[ZoneLetter, ...] = ("E", "M", "T", "I", "R")
    for zone in zones:
        assert after.zone(zone).min_s_per_km < before.zone(zone).min_s_per_km
        assert after.zone(zone).max_s_per_km < before.zone(zone).max_s_per_km


@given(st.floats(min_value=15, max_value=83), st.floats(min_value=1500, max_value=50_000))
def test_time_and_vdot_are_inverse(vdot: float, distance_m: float) -> None:
    performance = Performance(distance_m, race_time_s(vdot, distance_m))
    if problem_with(performance) is None:
        assert vdot_of(performance) == pytest.approx(vdot, abs=1e-4)


@given(st.floats(min_value=0, max_value=100))
def test_speed_and_oxygen_are_inverse(oxygen: float) -> None:
    assert oxygen_cost(speed_at(oxygen)) == pytest.approx(oxygen, abs=1e-9)


@pytest.mark.parametrize(("vdot", "distance_m"), [(0, 5000), (-3, 5000), (40, 0), (40, -1)])
def test_a_race_time_needs_sense(vdot: float, distance_m: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        race_time_s(vdot, distance_m)


@pytest.mark.parametrize(
    ("distance_m", "time_s", "key"),
    [
        (400, 60, "paces-distance-too-short"),
        (200_000, 90_000, "paces-distance-too-long"),
        (10_000, 7 * 60 + 30, "paces-faster-than-record"),
        (42_195, 7169, "paces-faster-than-record"),
        (5000, 3601, "paces-slower-than-walking"),
    ],
)
def test_what_no_runner_runs_is_refused_in_one_sentence(distance_m: float, time_s: float, key: str) -> None:
    with pytest.raises(ImpossiblePerformance) as refused:
        vdot_of(Performance(distance_m, time_s))
    failure = refused.value.failure
    assert failure.key == key
    assert str(refused.value) == failure.text("en") != failure.text("fr")
    assert "\n" not in failure.text("fr")


def test_the_figures_are_spoken_in_both_languages() -> None:
    failure = problem_with(Performance(10_000, 450))
    assert failure is not None
    assert "7:30 sur 10\u202fkm" in failure.text("fr")
    assert "7:30 for 10\u202fkm" in failure.text("en")
    assert "26:11" in failure.text("en")


@pytest.mark.parametrize(("distance_m", "record_s"), WORLD_RECORDS)
def test_a_record_itself_is_believed(distance_m: float, record_s: float) -> None:
    assert world_record_s(distance_m) == pytest.approx(record_s)
    assert problem_with(Performance(distance_m, record_s + 0.01)) is None


@given(st.floats(min_value=800, max_value=160_000), st.floats(min_value=1, max_value=500))
def test_records_grow_with_the_distance(distance_m: float, more_m: float) -> None:
    assert world_record_s(distance_m + more_m) > world_record_s(distance_m)


@given(VDOTS)
def test_paces_survive_the_exchange_format(vdot: float) -> None:
    exchanged = training_paces(vdot).to_exchange()
    assert list(exchanged) == ["E", "M", "T", "I", "R"]
    assert TrainingPaces.from_exchange(exchanged).to_exchange() == exchanged


def test_the_edges_of_the_formulas() -> None:
    assert [easy_fast_share(vdot) for vdot in (10, 30, 50, 85)] == pytest.approx(
        [0.72, 0.724, 0.7298, 0.73995]
    )
    assert [repetition_gain_s_per_400m(vdot) for vdot in (30, 48.5, 60)] == [8, 7, 6]
    assert marathon_pace_s_per_km(60) == pytest.approx(race_time_s(60, 42_195) / 42.195)
    assert training_paces(50).to_exchange()["T"].min_s_per_km == 255.2


def test_a_missing_zone_is_an_error() -> None:
    with pytest.raises(KeyError):
        TrainingPaces.from_exchange({"E": PaceRange(min_s_per_km=300, max_s_per_km=330)})


def test_a_lap_is_four_tenths_of_a_kilometre() -> None:
    assert Range(300, 330).per_400m() == (120, 132)
