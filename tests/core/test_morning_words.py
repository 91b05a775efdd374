"""What runners write in the morning: feelings, pains, and signs for a clinician, in French and English."""

import time

import pytest

from core.failure import Failure
from core.feeling_words import Heard, feeling_in
from core.pain_words import PainSaid, pain_in
from core.places import City, distance_km, guess_zone, is_zone, zone_at, zone_named, zones
from core.red_flags import catalogue_version, red_flags

FEELINGS: dict[str, Heard | None] = {
    "en forme !": "fit",
    "La forme 💪": "fit",
    "ça va": "fit",
    "Feeling good": "fit",
    "pas fatigué": "fit",
    "not tired at all": "fit",
    "je ne suis pas du tout fatiguée": "fit",
    "plus de fièvre, en forme": "fit",
    "mal dormi mais ça va": "tired",
    "slept badly but fine": "tired",
    "fatigué": "tired",
    "un peu fatiguée": "tired",
    "jambes lourdes": "tired",
    "pas en forme": "tired",
    "ça va pas": "tired",
    "not great": "tired",
    "crevé": "exhausted",
    "Très fatiguée": "exhausted",
    "épuisé": "exhausted",
    "nuit blanche": "exhausted",
    "exhausted": "exhausted",
    "I'm so tired": "exhausted",
    "mort de fatigue": "exhausted",
    "malade": "ill",
    "j'ai de la fièvre": "ill",
    "I feel sick": "ill",
    "mal au genou": "pain",
    "my knee hurts": "pain",
    "pas malade": "unclear",
    "quelle allure demain ?": None,
    "bonjour": None,
    "": None,
    "8 km": None,
    "hier j'étais fatigué mais là je vais te raconter toute ma longue semaine de vacances à la mer": None,
}
PAINS: dict[str, PainSaid | None] = {
    "genou gauche 4": PainSaid("knee", "left", 4),
    "left knee 4/10": PainSaid("knee", "left", 4),
    "tibia droit 7 depuis 3 semaines": PainSaid("shin", "right", 7),
    "mollet": PainSaid("calf"),
    "les deux genoux 5 sur 10": PainSaid("knee", "both", 5),
    "4": PainSaid(level=4),
    "0": PainSaid(level=0),
    "10": PainSaid(level=10),
    "mal de dos 3": PainSaid("back", "middle", 3),
    "rien": PainSaid(),
    "11/10": None,
    "genou 11": None,
    "1e9": None,
    "-3": None,
    "2,5": None,
    "4/5": None,
    "3 ou 4": None,
}
QUIET = (
    "mort de rire",
    "mort de fatigue",
    "plus de douleur",
    "I died on that hill",
    "this hill is killing me",
    "cette côte va me tuer",
    "j'ai envie de mourir de rire",
    "pas de palpitations",
    "aucune douleur à la poitrine",
    "no chest pain",
    "suicide sprints",
    "je meurs de faim",
    "crevé mais content",
    "je suis mort",
    "I could die of hunger",
    "plus mal au genou",
)
SIGNS = {
    "no chest pain but I fainted": ["fainting"],
    "pas de fièvre mais des palpitations": ["chest-pain"],
    "douleur à la poitrine": ["chest-pain"],
    "my heart is racing": ["chest-pain"],
    "essoufflé au repos": ["chest-pain"],
    "I can't breathe": ["chest-pain"],
    "je suis tombé dans les pommes": ["fainting"],
    "I passed out": ["fainting"],
    "mal à l'os": ["bone-pain"],
    "bone pain": ["bone-pain"],
    "je veux mourir": ["self-harm"],
    "je n'ai plus envie de vivre": ["self-harm"],
    "I don't want to live anymore": ["self-harm"],
    "envie de me faire du mal": ["self-harm"],
    "I want to kill myself": ["self-harm"],
}


@pytest.mark.parametrize(("text", "heard"), FEELINGS.items())
def test_feelings(text: str, heard: Heard | None) -> None:
    assert feeling_in(text) == heard


@pytest.mark.parametrize(("text", "said"), PAINS.items())
def test_pains(text: str, said: PainSaid | None) -> None:
    found = pain_in(text)
    assert (None if isinstance(found, Failure) else found) == said


@pytest.mark.parametrize("text", QUIET)
def test_hyperbole_and_denials_raise_no_alarm(text: str) -> None:
    assert red_flags(text) == ()


@pytest.mark.parametrize(("text", "signs"), SIGNS.items())
def test_signs_are_heard(text: str, signs: list[str]) -> None:
    flags = red_flags(text)
    assert [flag.id for flag in flags] == signs
    assert all(flag.load == "off" for flag in flags)


@pytest.mark.parametrize(
    ("text", "fr", "en"),
    [
        ("douleur à la poitrine", ("15", "112"), ("112", "999", "911")),
        ("je veux mourir", ("3114", "112"), ("988", "116 123")),
    ],
)
def test_the_numbers_to_call(text: str, fr: tuple[str, ...], en: tuple[str, ...]) -> None:
    (flag,) = red_flags(text)
    assert all(number in flag.advice.fr for number in fr)
    assert all(number in flag.advice.en for number in en)
    assert catalogue_version() >= 1


def test_hostile_text_is_read_quickly() -> None:
    began = time.perf_counter()
    for text in ("pas fatigué " * 300, "genou " * 600 + "4", "1" * 4000, "mal " * 1000, "crevé, " * 500):
        feeling_in(text)
        pain_in(text)
        red_flags(text)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Lyon", "Europe/Paris"),
        ("à Genève !", "Europe/Zurich"),
        ("New York", "America/New_York"),
        ("j'habite à Montréal", "America/Toronto"),
        ("Europe/Brussels", "Europe/Brussels"),
        ("Tokyo", "Asia/Tokyo"),
        ("GMT+25", None),
        ("UTC", None),
        ("EST", None),
        ("Europe/Pariss", None),
        ("nulle part", None),
        ("", None),
    ],
)
def test_zones_by_name(text: str, zone: str | None) -> None:
    assert zone_named(text) == zone


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("fr", "Europe/Paris"),
        ("fr-CA", "America/Toronto"),
        ("en-US", "America/New_York"),
        ("en", "Europe/London"),
        (None, "Europe/Paris"),
        ("xx", "Europe/Paris"),
        ("de-AT", "Europe/Berlin"),
    ],
)
def test_zones_by_language(code: str | None, zone: str) -> None:
    assert guess_zone(code) == zone


def test_zones_by_place() -> None:
    assert zone_at(45.3, 5.9) == "Europe/Paris"  # in the Alps, between Grenoble and Chambéry
    assert zone_at(46.3, 6.2) == "Europe/Zurich"
    assert zone_at(-21.1, 55.5) == "Indian/Reunion"
    assert is_zone("Europe/Paris")
    assert not is_zone("Etc/GMT+5")
    assert all(zone.partition("/")[2] for zone in zones())
    paris = City(names=("paris",), zone="Europe/Paris", lat=48.86, lon=2.35)
    assert distance_km(paris, 45.76, 4.84) == pytest.approx(392, abs=3)  # Paris to Lyon
