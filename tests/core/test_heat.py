"""A hot day: what counts as weather, and what it does to paces."""

import pytest

from core.heat import Weather, heat_note, read_weather
from core.program.exchange import Interval, Session

RUN = Session(day="Mardi", rest_day=False, kind="easy", duration_min=45, pace_target="5:30-6:00/km")


@pytest.mark.parametrize(
    ("text", "temperature_c", "humidity"),
    [
        ("il fait 31", 31, None), ("Il fait déjà 29,5 degrés", 29.5, None), ("31°C", 31, None),
        ("31 °C !", 31, None),
        ("32 degrés humide", 32, 80), ("33° et lourd", 33, 80), ("30 degrés 70 % d’humidité", 30, 70),
        ("il fait 28 mais l’air est sec", 28, 30), ("it's 31", 31, None), ("it’s 90°F and humid", 32.2, 80),
        ("88F", 31.1, None), ("31c", 31, None), ("il fait -5", -5, None),
        ("on annonce 35 cet après-midi", 35, None),
    ],
)  # fmt: skip
def test_weather_is_read(text: str, temperature_c: float, humidity: float | None) -> None:
    weather = read_weather(text)
    assert weather is not None
    assert weather.temperature_c == pytest.approx(temperature_c, abs=0.1)
    assert weather.humidity_percent == humidity


@pytest.mark.parametrize(
    "text",
    [
        "31", "10 km 45 min", "8 km sous 31 degrés", "5:30/km", "effort 5", "j’ai 39 de fièvre",
        "il fait 38 de fièvre",
        "it is 3 pm", "il fait 10 km", "il fait beau", "it's 5 o'clock", "4 c’est bon", "7 fois 4 f",
        "90°C", "",
        "il fait 31 " + "et j’ai plein de choses à te raconter " * 3,
    ],
)  # fmt: skip
def test_other_texts_are_no_weather(text: str) -> None:
    assert read_weather(text) is None


def test_paces_slow_with_the_heat_and_only_then() -> None:
    cool, warm, hot = (heat_note(RUN, Weather(degrees)) for degrees in (12, 24, 34))
    assert (cool.warmth, cool.factor, cool.changes) == ("cool", 1.0, ())
    assert 1 < warm.factor < hot.factor < 1.12
    (change,) = hot.changes
    assert change.after.min_s_per_km == pytest.approx(330 * hot.factor)
    assert change.after.max_s_per_km == pytest.approx(360 * hot.factor)
    assert hot.warmth == "dangerous"
    assert heat_note(RUN, Weather(34, 80)).factor > hot.factor > heat_note(RUN, Weather(34, 30)).factor


def test_equal_paces_are_told_once_and_efforts_not_at_all() -> None:
    parts = [Interval(repetitions=1, duration_min=4, zone="T", pace_target="4:37/km") for _ in range(3)]
    hard = RUN.model_copy(update={"kind": "threshold", "intervals": tuple(parts), "warm_up_min": 10})
    note = heat_note(hard, Weather(31))
    assert len(note.changes) == 1
    assert note.hard
    assert heat_note(RUN.model_copy(update={"pace_target": "en aisance"}), Weather(31)).changes == ()
