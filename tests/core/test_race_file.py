"""A race described by its runner: tolerant of habits, clear about mistakes."""

import json

import pytest

from core.athlete import CoursePoint, Race, Terrain
from core.races import UnreadableRace, race_from_json


def test_a_full_description_is_read() -> None:
    text = json.dumps(
        {
            "nom": "Trail  des Crêtes",
            "distance_km": 32.5,
            "D+": 1500,
            "descent_m": 1400,
            "terrain": "Sentier",
            "temperature": 24,
            "humidity": 60,
            "altitude_m": 900,
            "meteo": "orages",
            "mois": 6,
            "key_points": ["col", {"km": 12, "texte": "ravitaillement"}],
            "url": "https://example.org",
        }
    )
    assert race_from_json("\ufeff" + text) == Race(
        name="Trail des Crêtes",
        distance_km=32.5,
        climb_m=1500,
        descent_m=1400,
        terrain=Terrain.TRAIL,
        temperature_c=24,
        humidity_percent=60,
        altitude_m=900,
        weather="orages",
        month=6,
        key_points=(CoursePoint("col"), CoursePoint("ravitaillement", 12)),
    )


def test_little_is_enough_and_what_goes_up_comes_down() -> None:
    race = race_from_json('{"name": "X", "distance_km": 20, "climb_m": 300, "terrain": "mixed"}')
    assert (race.descent_m, race.terrain, race.key_points) == (300, Terrain.MIXED, ())


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("{", "pas du JSON lisible (ligne 1, colonne 2)", "not readable JSON (line 1, column 2)"),
        ("[1]", "un objet JSON", "one JSON object"),
        ("[" * 100_000, "un objet JSON", "one JSON object"),
        ("1" * 5000, "un objet JSON", "one JSON object"),
        (" " * 200_001, "dépasse 200", "over 200"),
        ('{"name": "X"}', "Il manque «\u202fdistance_km\u202f»", "“distance_km” is missing"),
        (
            '{"name": "X", "distance_km": -3}',
            "«\u202fdistance_km\u202f» ne peut pas valoir -3",
            "cannot be -3",
        ),
        ('{"name": "X", "distance_km": NaN}', "ne peut pas valoir NaN", "cannot be NaN"),
        ('{"name": "X", "distance_km": 9, "terrain": "lune"}', 'valoir "lune"', 'be "lune"'),
        ('{"name": "X", "distance_km": 9, "terrain": 3}', "valoir 3", "be 3"),
        (
            '{"name": "X", "distance_km": 9, "key_points": [{"km": 2}]}',
            "key_points.0.text",
            "key_points.0.text",
        ),
        (
            '{"name": "X", "distance_km": 9, "climb": 3}',
            "voulais-tu écrire «\u202fclimb_m",
            "did you mean “climb_m”",
        ),
    ],
)
def test_a_mistake_is_told_in_one_sentence(text: str, french: str, english: str) -> None:
    with pytest.raises(UnreadableRace) as refusal:
        race_from_json(text)
    assert french in refusal.value.text("fr")
    assert english in refusal.value.text("en")
    assert str(refusal.value) == refusal.value.text("en")
