"""Injuries: what is heard in free text, what it changes in a plan, and what goes to a clinician."""

import time

import pytest

from core.athlete import InjurySite
from core.injuries import LeftOut, adaptation, left_out, match_injuries, part_ids, part_name
from core.program.exchange import HARD_KINDS
from core.program.workouts import catalogue
from core.red_flags import red_flags

KNEE, ACHILLES, SHIN = InjurySite.KNEE, InjurySite.ACHILLES, InjurySite.SHIN

HEARD = {
    "genou droit sensible": [KNEE],
    "genoo qui grince": [KNEE],
    "genuo gauche": [KNEE],
    "runner’s knee": [KNEE],
    "kneee": [KNEE],
    "mes rotules": [KNEE],
    "syndrome de l'essuie-glace": [KNEE],
    "bandelette ilio-tibiale": [KNEE],
    "PFPS both sides": [KNEE],
    "douleur au genou depuis plus de 3 semaines": [KNEE],
    "j'ai plus mal au genou qu'hier": [KNEE],
    "je ne peux pas courir à cause du genou": [KNEE],
    "le genou ne va pas mieux": [KNEE],
    "genou pas encore guéri": [KNEE],
    "my knee is not healed": [KNEE],
    "tendon d’Achille gauche un peu raide": [ACHILLES],
    "achile": [ACHILLES],
    "tendinite achileene": [ACHILLES],
    "talon d'achille": [ACHILLES],
    "Achilles tendinopathy since March": [ACHILLES],
    "périostite": [SHIN],
    "periositte": [SHIN],
    "mal aux tibias": [SHIN],
    "TIBIA!!!": [SHIN],
    "shin splints": [SHIN],
    "shin-splints": [SHIN],
    "MTSS": [SHIN],
    "genou et tibia": [KNEE, SHIN],
    "pas de douleur au genou mais tibia douloureux": [SHIN],
    "knee pain, but no Achilles pain": [KNEE],
    "knee ok, Achilles sore": [ACHILLES],
    "petite gêne au genou gauche en descente": [KNEE],
    "pas de blessure, mais genou fragile": [KNEE],
    "blessures : périostite": [SHIN],
    "je ne dors pas bien et mon genou tire": [KNEE],
    "shin, knee and achilles": [KNEE, ACHILLES, SHIN],
}
NOT_HEARD = (
    "",
    "rien",
    "aucune",
    "none",
    "aucune blessure",
    "plus de douleur au genou",
    "no knee pain",
    "ni genou ni tibia",
    "pas de douleur au genou ni au tendon d'achille",
    "no knee or shin pain",
    "je n'ai pas mal au genou",
    "I don't have knee pain",
    "sans gêne au tibia",
    "mon genou ne me fait plus mal",
    "jamais eu mal au genou",
    "rien aux genoux, rien aux tibias",
    "zéro douleur tibia",
    "je ne ressens aucune douleur particulière au genou",
    "genou guéri",
    "my knee is fine",
    "knee doesn't hurt anymore",
    "périostite guérie l'an dernier",
    "my shins healed",
    "le genou va bien",
    "knee pain gone",
    "genou ok",
    "genre un peu fatigué",
    "need new shoes",
    "anyone",
    "back to running",
    "je roule à vélo",
    "new ships and skins",
    "genou droit : ok maintenant",
    "genou : non",
    "no issues with my knees",
    "never had any trouble with my Achilles",
    "pas de souci avec mes genoux",
    "je n'ai plus de périostite",
)
FLAGGED = {
    "douleur thoracique": ["chest-pain"],
    "oppression dans la poitrine": ["chest-pain"],
    "my chest hurts when running": ["chest-pain"],
    "malaise en courant": ["fainting"],
    "I passed out last week": ["fainting"],
    "envie d'en finir avec la vie": ["self-harm"],
    "not suicidal but low": ["self-harm"],
    "fracture de fatigue il y a 2 mois": ["stress-fracture"],
    "bone pain in my shin": ["bone-pain"],
    "douleur sur l'os": ["bone-pain"],
    "douleur la nuit au tibia": ["night-or-rest-pain"],
    "mal même au repos": ["night-or-rest-pain"],
    "hurts at night": ["night-or-rest-pain"],
    "genou gonflé": ["swelling"],
    "palpitations": ["chest-pain"],
    "I felt faint": ["fainting"],
    "rupture du tendon": ["sudden-tear"],
    "torn calf muscle": ["sudden-tear"],
    "pensées suicidaires": ["self-harm"],
    "swollen ankle": ["swelling"],
    "je boite": ["limp"],
    "I limp after runs": ["limp"],
    "je ne peux plus marcher": ["limp"],
    "engourdissement du pied": ["numbness"],
    "déchirure au mollet": ["sudden-tear"],
    "opéré du genou en mars": ["recent-surgery"],
    "enceinte de 4 mois": ["pregnancy"],
    "cheville gonflée et malaise hier": ["fainting", "swelling"],
}
NOT_FLAGGED = (
    "",
    "genou sensible",
    "pas de gonflement, juste une gêne",
    "no swelling",
    "no numbness",
    "pas de douleur thoracique",
    "je ne boite pas du tout : rien",
    "boîte de nuit",
    "limited time",
    "gonflé à bloc pour ce marathon",
    "a faint pain in my knee",
    "parti sur une allure suicidaire",
    "suicide sprints on Tuesday",
    "rupture avec mon ancien club",
    "le genou craque un peu",
    "torn between two races",
    "plus de gonflement",
)


@pytest.mark.parametrize(("note", "sites"), HEARD.items())
def test_an_injury_is_heard(note: str, sites: list[InjurySite]) -> None:
    assert list(match_injuries(note).sites) == sites


@pytest.mark.parametrize("note", NOT_HEARD)
def test_what_is_denied_or_means_something_else_is_not_heard(note: str) -> None:
    assert match_injuries(note).sites == ()


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        ("mal au dos et à la hanche", ["back", "hip"]),
        ("mollet gauche, cheville ok", ["calf"]),
        ("ischios tendus", ["hamstring"]),
        ("douleur au talon", ["foot"]),
        ("lower back and shoulder", ["back", "upper body"]),
        ("no ankle pain", []),
        ("je mange sans viande, gluten ou pas", []),
    ],
)
def test_other_parts_are_named(note: str, parts: list[str]) -> None:
    match = match_injuries(note)
    assert match.sites == ()
    assert [words.en for words in match.others] == parts


@pytest.mark.parametrize(("note", "flags"), FLAGGED.items())
def test_a_sign_for_a_clinician_is_seen(note: str, flags: list[str]) -> None:
    found = red_flags(note)
    assert [flag.id for flag in found] == flags
    assert all(flag.advice.fr and flag.advice.en for flag in found)


@pytest.mark.parametrize("note", NOT_FLAGGED)
def test_no_alarm_without_a_sign(note: str) -> None:
    assert red_flags(note) == ()


def test_urgent_signs_come_first() -> None:
    assert [flag.urgent for flag in red_flags("swelling and chest pain")] == [True, False]


@pytest.mark.parametrize("site", list(InjurySite))
def test_each_site_says_what_changes_and_the_way_back(site: InjurySite) -> None:
    change = adaptation(site)
    weeks = [stage.from_week for stage in change.way_back]
    assert weeks[0] == 1
    assert weeks == sorted(set(weeks))
    assert change.left_out(weeks[-1]) == LeftOut(), "everything comes back"
    assert change.left_out_kinds == set(change.substitutes) <= HARD_KINDS
    assert change.substitutes.keys().isdisjoint(change.substitutes.values())
    assert change.run_walk in catalogue()
    assert len(change.rehab) == len(change.exercises)
    given = [thing for stage in change.way_back for thing in stage.gives_back]
    assert len(given) == len(set(given))
    assert set(given) == change.left_out_kinds | change.left_out_zones | change.left_out_families
    for words in (change.summary, change.pain_rule, change.cadence, *(s.text for s in change.way_back)):
        assert words.fr != words.en


@pytest.mark.parametrize("site", list(InjurySite))
def test_hills_stay_out_three_weeks_and_come_back_after_threshold(site: InjurySite) -> None:
    change = adaptation(site)
    assert "hills" in change.left_out(3).kinds
    first = {
        kind: next(w for w in range(1, 21) if kind not in change.left_out(w).kinds) for kind in HARD_KINDS
    }
    assert first["threshold"] < first["hills"]
    assert first["threshold"] > change.easy_weeks


def test_injuries_together_leave_out_the_sum() -> None:
    assert left_out((), 1) == LeftOut()
    both = left_out((KNEE, SHIN), 5)
    assert both == adaptation(KNEE).left_out(5) | adaptation(SHIN).left_out(5)
    assert {"repetition", "hills"} <= both.kinds


def test_reading_stays_quick_on_hostile_text() -> None:
    started = time.perf_counter()
    for text in (
        "any anymore " * 5000 + "genou",
        "pas " * 5000,
        "douleur " * 5000,
        "'" * 20_000,
        "genou " * 5000,
    ):
        match_injuries(text)
        red_flags(text)
    assert time.perf_counter() - started < 2.0


def test_every_part_of_the_body_has_a_name_in_both_languages() -> None:
    assert part_ids()[: len(InjurySite)] == tuple(site.value for site in InjurySite)
    assert len(part_ids()) > len(InjurySite)
    assert all(part_name(part)[language] for part in part_ids() for language in ("fr", "en"))
    assert part_name("knee")["fr"] == "genou"
    with pytest.raises(KeyError):
        part_name("wing")
