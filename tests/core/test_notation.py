"""What runners type, read line by line in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Performance
from core.failure import Failure
from core.formatting import clock, format_distance, format_duration, format_pace, format_pace_range
from core.notation import (
    Duration,
    exact_race_distance_m,
    parse_count,
    parse_distance,
    parse_duration,
    parse_number,
    parse_pace,
    parse_performance,
    parse_weekdays,
    plain,
    replace_paces,
    weekday_name,
    weekday_of,
)
from core.paces import Range
from core.records import problem_with

HALF, MARATHON = 21_097.5, 42_195.0
H, M = 3600, 60


def key(answer: object) -> str:
    assert isinstance(answer, Failure), answer
    assert answer.text("fr")
    assert answer.text("en")
    return answer.key


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("  Déjà  VU ", "deja vu"), ("45’30”", "45'30\""), ("1\u202fh\u00a042", "1 h 42"), ("٤٥:٣٠", "45:30")],
)
def test_plain(typed: str, seen: str) -> None:
    assert plain(typed) == seen


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("45'30", 45 * M + 30),
        ("45’30”", 45 * M + 30),
        ("1h42", H + 42 * M),
        ("1H42", H + 42 * M),
        ("1:42:00", H + 42 * M),
        ("1.42.05", H + 42 * M + 5),
        ("1 h 42 min", H + 42 * M),
        ("1h42'05\"", H + 42 * M + 5),
        ("1h42:05", H + 42 * M + 5),
        ("1 heure et 42 minutes", H + 42 * M),
        ("1 hour, 42 min and 5 sec", H + 42 * M + 5),
        ("1:42h", H + 42 * M),
        ("45:30 min", 45 * M + 30),
        ("42min", 42 * M),
        ("42.5 min", 42.5 * M),
        ("1,5 h", 1.5 * H),
        ("7h30", 7 * H + 30 * M),
        ("45 min 30", 45 * M + 30),
        ("90 s", 90),
        ("75 min", 75 * M),
        ("٤٥:٣٠ min", 45 * M + 30),
    ],
)
def test_durations_with_one_meaning(typed: str, seconds: float) -> None:
    assert parse_duration(typed) == Duration(seconds)


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("45:30", 45 * M + 30, 45 * H + 30 * M),
        ("1:42", 102, 102 * M),
        ("45.30", 2730, 2730 * M),
        ("42", 42 * M, 42 * H),
    ],
)
def test_durations_with_two_meanings(typed: str, first: float, second: float) -> None:
    duration = parse_duration(typed)
    assert isinstance(duration, Duration)
    assert duration.readings_s == (first, second)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "0",
        "0:00",
        "1:75:00",
        "1:30:75",
        "12:60",
        "1h75",
        "1:60:00",
        "1h60",
        "5 min 5 min",
        "5 min 90 s",
        "30 s 5 min",
        "1h42x",
        "10 11",
    ],
)
def test_no_duration(typed: str) -> None:
    assert key(parse_duration(typed)) == "notation-duration-unclear"


@pytest.mark.parametrize(
    ("typed", "metres"),
    [
        ("10 km", 10_000), ("10k", 10_000), ("10K", 10_000), ("10 kms", 10_000), ("12,5 km", 12_500),
        ("semi", HALF), ("le Semi-Marathon", HALF), ("half", HALF), ("half marathon", HALF), ("HM", HALF),
        ("marathon", MARATHON), ("un marathon", MARATHON), ("full marathon", MARATHON),
        ("5 miles", 8046.72), ("1 mile", 1609.344), ("mile", 1609.344), ("21,1", 21_100), ("10", 10_000),
        ("5000", 5000), ("400", 400), ("100 m", 100), ("5000 m", 5000), ("10 000 m", 10_000),
        ("800m", 800), ("dix kilomètres", 10_000),
        ("20 bornes", 20_000), ("٤٢ km", 42_000),
    ],
)  # fmt: skip
def test_distances(typed: str, metres: float) -> None:
    assert parse_distance(typed) == pytest.approx(metres)


def test_a_bare_distance_follows_the_unit_of_the_runner() -> None:
    assert parse_distance("10", unit="mi") == pytest.approx(16_093.44)


@pytest.mark.parametrize(
    "typed", ["", "abc", "-5", "0", "0 km", "10 ou 12", "10 km ou 12", "50 m", "5 km 12 km"]
)
def test_no_distance(typed: str) -> None:
    assert key(parse_distance(typed)) == "notation-distance-unclear"


def test_rounded_race_distances() -> None:
    assert [exact_race_distance_m(m) for m in (21_000, 21_100, 42_000, 42_200, 20_000)] == [
        HALF, HALF, MARATHON, MARATHON, 20_000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "metres", "time"),
    [
        ("45:30 sur 10", 10_000, "45:30"),
        ("10 km en 45'30", 10_000, "45:30"),
        ("10K 45:00", 10_000, "45:00"),
        ("10km: 45:30", 10_000, "45:30"),
        ("45:30/10km", 10_000, "45:30"),
        ("10km 45m30", 10_000, "45:30"),
        ("10 000 m en 42:10", 10_000, "42:10"),
        ("semi 1:42:00", HALF, "1:42:00"),
        ("1h42 au semi", HALF, "1:42:00"),
        ("half in 1:42", HALF, "1:42:00"),
        ("21 1:45:00", HALF, "1:45:00"),
        ("J'ai couru 21,1 km en 1 h 42", HALF, "1:42:00"),
        ("marathon 3:30", MARATHON, "3:30:00"),
        ("marathon sub 4h", MARATHON, "4:00:00"),
        ("Marathon de Paris 2024 3:30:00", MARATHON, "3:30:00"),
        ("42,195 3:45:10", MARATHON, "3:45:10"),
        ("5 25", 5000, "25:00"),
        ("10 en 45", 10_000, "45:00"),
        ("45 sur 10", 10_000, "45:00"),
        ("25 5", 5000, "25:00"),
        ("5 miles 40:00", 8046.72, "40:00"),
        ("mile 6:30", 1609.344, "6:30"),
        ("3000m 12'00\"", 3000, "12:00"),
        ("cinq kilomètres en vingt-cinq minutes", 5000, "25:00"),
        ("un 10 km en 45min30s, l'an dernier", 10_000, "45:30"),
        ("10k at 4:30/km", 10_000, "45:00"),
        ("half at 8:00/mile", HALF, "1:44:53"),
    ],
)
def test_performances(typed: str, metres: float, time: str) -> None:
    performance = parse_performance(typed)
    assert isinstance(performance, Performance), performance
    assert performance.distance_m == pytest.approx(metres)
    assert clock(performance.time_s) == time


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("je sais pas", "notation-performance-unclear"),
        ("marathon", "notation-performance-unclear"),
        ("45:30", "notation-performance-unclear"),
        ("10 km en 45:30 ou 46:00", "notation-performance-unclear"),
        ("0 0", "notation-performance-unclear"),
        ("10K 7:30", "paces-faster-than-record"),
        ("10K 2:30", "paces-slower-than-walking"),
        ("5K 10:00", "paces-faster-than-record"),
        ("10 km 20:00:00", "paces-slower-than-walking"),
        ("400m 60s", "paces-distance-too-short"),
    ],
)
def test_no_performance(typed: str, why: str) -> None:
    assert key(parse_performance(typed)) == why


@given(st.sampled_from([5000.0, 10_000.0, HALF, MARATHON]), st.integers(min_value=150, max_value=715))
def test_what_we_write_we_read(metres: float, pace_s: int) -> None:
    performance = Performance(metres, round(pace_s * metres / 1000))
    if problem_with(performance) is None:
        for text in (
            f"{format_distance(metres / 1000, 'fr')} en {format_duration(performance.time_s, 'fr')}",
            f"{format_distance(metres / 1000, 'en')} in {format_duration(performance.time_s, 'en')}",
        ):
            assert parse_performance(text) == performance


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str) -> None:
    for read in (parse_duration, parse_distance, parse_performance, parse_pace, parse_weekdays):
        answer = read(text)
        if isinstance(answer, Failure):
            assert answer.text("fr")
    parse_number(text, 0, 10)


@given(st.text(alphabet="0123456789:.,'\"hkmins -/%er ", max_size=25))
def test_what_looks_like_a_time_breaks_no_reader(text: str) -> None:
    performance = parse_performance(text)
    if isinstance(performance, Performance):
        assert problem_with(performance) is None
    parse_duration(text)
    parse_distance(text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3), ("trois", 3), ("three", 3), ("12,5", 12.5), ("12.5 km", 12.5), ("٣", 3),
        ("vingt et un", 21), ("twenty-one", 21), ("trente cinq", 35),
        ("3 séances", 3), ("1 200", 1200), ("une", 1),
    ],
)  # fmt: skip
def test_numbers(typed: str, number: float) -> None:
    assert parse_number(typed, 0, 2000) == number


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-5", "notation-number-out-of-range"),
        ("8", "notation-number-out-of-range"),
        ("3,5", "notation-number-not-whole"),
        ("3 ou 4", "notation-number-unclear"),
        ("beaucoup", "notation-number-unclear"),
    ],
)
def test_no_count(typed: str, why: str) -> None:
    assert key(parse_count(typed, 2, 7)) == why


def test_counts() -> None:
    assert [parse_count(typed, 2, 7) for typed in ("2", "sept", "4x")] == [2, 7, 4]


@pytest.mark.parametrize(
    ("typed", "fast", "slow"),
    [
        ("5:30/km", 330, 330), ("5:30-6:00/km", 330, 360), ("6:00-5:30/km", 330, 360), ("5'30/km", 330, 330),
        ("5:30", 330, 330), ("5:30 min/km", 330, 330), ("5:30 à 6:00 par km", 330, 360),
        ("8:00/mi", 298.258, 298.258),
    ],
)  # fmt: skip
def test_paces(typed: str, fast: float, slow: float) -> None:
    pace = parse_pace(typed)
    assert isinstance(pace, Range)
    assert (pace.min_s_per_km, pace.max_s_per_km) == pytest.approx((fast, slow), abs=0.001)


@pytest.mark.parametrize("typed", ["", "vite", "1:00/km", "25:00/km", "5:30-1:00/km", "5"])
def test_no_pace(typed: str) -> None:
    assert key(parse_pace(typed)) == "notation-pace-unclear"


@given(st.integers(min_value=120, max_value=1200), st.integers(min_value=0, max_value=120))
def test_paces_round_trip(fast: int, more: int) -> None:
    slow = min(fast + more, 1200)
    assert parse_pace(format_pace_range(fast, slow)) == Range(fast, slow)


def test_paces_inside_a_text() -> None:
    slower = lambda pace: Range(pace.min_s_per_km + 30, pace.max_s_per_km + 30)  # noqa: E731 - one line, one use
    assert (
        replace_paces("3 x 1 km à 4:00/km, puis 5:30-6:00/km ; 10:00 de marche", slower)
        == "3 x 1 km à 4:30/km, puis 6:00-6:30/km ; 10:00 de marche"
    )


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mardi et jeudi", (1, 3)), ("lun mer sam", (0, 2, 5)), ("Mon/Wed", (0, 2)),
        ("Tuesdays, Thursdays", (1, 3)),
        ("du lundi au vendredi", (0, 1, 2, 3, 4)), ("mon-fri", (0, 1, 2, 3, 4)), ("sat-mon", (0, 5, 6)),
        ("lun-mer-ven", (0, 2, 4)), ("week-end", (5, 6)), ("en semaine", (0, 1, 2, 3, 4)),
        ("weekdays and sunday", (0, 1, 2, 3, 4, 6)), ("tous les jours", (0, 1, 2, 3, 4, 5, 6)),
        ("tous sauf lundi", (1, 2, 3, 4, 5, 6)), ("every day except Monday", (1, 2, 3, 4, 5, 6)),
        ("sauf le week-end", (0, 1, 2, 3, 4)), ("mardi à 18h", (1,)), ("à mardi", (1,)),
    ],
)  # fmt: skip
def test_weekdays(typed: str, days: tuple[int, ...]) -> None:
    assert parse_weekdays(typed) == days


@pytest.mark.parametrize("typed", ["", "rien", "3 fois par semaine"])
def test_no_weekday(typed: str) -> None:
    assert key(parse_weekdays(typed)) == "notation-weekdays-unclear"


def test_day_names() -> None:
    assert [weekday_name(0, "fr"), weekday_name(6, "en")] == ["Lundi", "Sunday"]
    assert [weekday_of("Dimanche"), weekday_of("thu."), weekday_of("hier")] == [6, 3, None]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_day_name_is_read_back(language: str) -> None:
    for day in range(7):
        assert weekday_of(weekday_name(day, "fr" if language == "fr" else "en")) == day


def test_a_pace_is_written_to_the_second() -> None:
    assert [format_pace(363), format_pace(359.6), format_pace_range(330.2, 330.4)] == [
        "6:03/km",
        "6:00/km",
        "5:30/km",
    ]
