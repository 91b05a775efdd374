"""The race catalogue: plausible figures, and the right race or none for what people type."""

import pytest

from core.athlete import Terrain
from core.races import RaceEntry, find_race, known_races

FOUND = {
    "marathon paris": "paris-marathon",
    "marathon de paris 2027": "paris-marathon",
    "Marathon de Pari": "paris-marathon",
    "je prépare le marathon de Nantes": "nantes",
    "UTMB": "utmb",
    "l'utmb": "utmb",
    "ultra trail du mont blanc": "utmb",
    "ccc": "ccc",
    "sainte lyon": "saintelyon",
    "Sainté-Lyon": "saintelyon",
    "la saintelyon": "saintelyon",
    "diagonale des fous": "diagonale",
    "diagonal des fou": "diagonale",
    "grand raid de la reunion": "diagonale",
    "marseille cassis": "marseille-cassis",
    "marseile-cassis": "marseille-cassis",
    "templiers": "templiers",
    "nice-cannes": "nice-cannes",
    "marathon la rochele": "la-rochelle",
    "semi de paris": "paris-half",
    "semi-marathon de Paris": "paris-half",
    "half marathon paris": "paris-half",
    "20km paris": "paris-20km",
    "20 km de Bruxelles": "brussels-20km",
    "paris versailles": "paris-versailles",
    "berlin marathon": "berlin",
    "semi de berlin": "berlin-half",
    "nyc marathon": "new-york",
    "New-York": "new-york",
    "londres": "london",
    "western states": "western-states",
    "marathon des sables": "mds",
    "maxi race": "maxi-race",
    "6000d": "6000d",
    "ut4m": "ut4m-180",
    "mont saint michel": "mont-saint-michel",
    "marathon mont-blanc": "mont-blanc-marathon",
    "eco trail paris": "ecotrail-paris-80",
    "echapee belle": "echappee-belle",
    "corrida houilles": "houilles",
    "10K Valencia": "valencia-10k",
    "tor des geants": "tor",
}
NOT_FOUND = (
    "",
    "   ",
    "marathon",
    "semi",
    "trail",
    "10 km",
    "ultra",
    "2027",
    "12 avril",
    "45:00",
    "oui",
    "non",
    "aucune",
    "je ne sais pas",
    "marathon de mantes",
    "marathon de tombouctou",
    "marathon de marseille",
    "semi de marseille",
    "trail de lyon",
    "marathon de lion",
    "corrida de nice",
    "semi de rouen",
    "paris roubaix",
    "saint",
    "mont",
    "course du quartier",
    "les foulées de montigny",
    "boulogne-sur-mer",
    "lille",
    "marathon de reims",
    "nantua",
    "🏃",
    "a" * 500,
    "marathon de la paix",
)


@pytest.mark.parametrize(("typed", "meant"), FOUND.items())
def test_a_known_race_is_found(typed: str, meant: str) -> None:
    matches = find_race(typed)
    assert matches
    assert matches[0].id == meant
    assert 60 < matches[0].score <= 100


@pytest.mark.parametrize("typed", NOT_FOUND)
def test_an_unknown_race_gives_nothing(typed: str) -> None:
    assert find_race(typed) == ()


def test_a_name_shared_by_races_gives_them_all_up_to_the_limit() -> None:
    assert [match.id for match in find_race("berlin")] == ["berlin", "berlin-half"]
    assert len(find_race("paris", limit=1)) <= 1
    assert find_race("berlin", limit=1)[0].country == "DE"


def test_a_race_speaks_the_runners_language() -> None:
    french, english = find_race("boston")[0].race, find_race("boston", language="en")[0].race
    assert french.key_points[-1].text == "Heartbreak Hill, la dernière"
    assert english.key_points[-1].text == "Heartbreak Hill, the last one"
    assert french.weather != english.weather
    assert (english.descent_m, english.month, english.terrain) == (385, 4, Terrain.ROAD)


def test_the_catalogue_is_large_french_first_and_plausible() -> None:
    races = known_races()
    assert len(races) >= 80
    assert races[0].name == "Marathon de Paris"
    for race in races:
        assert 5 <= race.distance_km <= 400, race.name
        assert race.climb_m / race.distance_km <= 120, race.name
        if race.terrain is Terrain.ROAD:
            assert race.climb_m / race.distance_km <= 30, race.name
        assert all(0 <= (point.km or 0) <= race.distance_km for point in race.key_points), race.name
        assert race.weather


@pytest.mark.parametrize("race", known_races(), ids=lambda race: race.name)
def test_each_race_is_found_by_its_own_name(race: RaceEntry) -> None:
    assert race.name in [match.race.name for match in find_race(race.name)]
