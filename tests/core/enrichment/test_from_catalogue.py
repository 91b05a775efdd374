"""What the catalogue tells of a session: every family, both languages, never against its numbers."""

import re
from dataclasses import replace
from datetime import date

import pytest

from core.athlete import Goal, InjurySite, Language, Level, Race, RunnerProfile, Terrain
from core.enrichment.checks import TextCheck
from core.enrichment.circumstances import Circumstances, circumstances, family_of
from core.enrichment.from_catalogue import families, from_catalogue
from core.enrichment.model import FIELD_OF, EnrichedSession
from core.injuries import left_out
from core.program.builder import build_program
from core.program.exchange import Session
from core.program.workouts import catalogue
from tests.core.enrichment.sessions import CRUISE, EASY, RACE, session_of, sessions_of_every_family

LANGUAGES: tuple[Language, ...] = ("fr", "en")
FAMILIES = sessions_of_every_family()


def enriched(session: Session, around: Circumstances) -> EnrichedSession:
    made = from_catalogue(session, around)
    assert made is not None
    return made


def breaches(session: Session, around: Circumstances) -> list[tuple[str, str | None]]:
    made, check = enriched(session, around), TextCheck(session, around)
    told = [
        (text, check.breach(section, text)) for section in made.sections for text in made.section(section)
    ]
    return [(text, breach) for text, breach in told if breach]


def test_every_family_of_texts_is_used() -> None:
    assert set(families()) == set(FAMILIES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("workout", list(catalogue().values()), ids=lambda workout: str(workout.id))
def test_every_workout_is_told_in_all_sections_without_a_breach(workout: object, language: Language) -> None:
    session = session_of(workout)  # type: ignore[arg-type]  # ids make pytest hand it over untyped
    for level in Level:
        around = Circumstances(language, level=level)
        assert enriched(session, around).sections == tuple(FIELD_OF)
        assert breaches(session, around) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_families_do_not_repeat_one_another(family: str, language: Language) -> None:
    around = Circumstances(language)
    own = set(enriched(FAMILIES[family], around).coaching_cues_detailed)
    others = {
        cue
        for name, session in FAMILIES.items()
        if name != family
        for cue in enriched(session, around).coaching_cues_detailed
    }
    assert len(own) >= 2
    assert not own & others


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sessions_own_numbers_are_in_the_texts(language: Language) -> None:
    cues = " ".join(enriched(CRUISE, Circumstances(language)).coaching_cues_detailed)
    for number in ("3 ", "5\u202fmin", "4:37/km", "1\u202fmin\u202f30"):
        assert number in cues
    assert "{" not in cues


def test_an_effort_run_names_no_pace() -> None:
    by_feel = EASY.model_copy(update={"workout": "easy-no-watch"})
    assert "5:22" not in str(enriched(by_feel, Circumstances("fr")))
    without = CRUISE.model_copy(update={"pace_target": "au seuil", "intervals": None})
    assert not re.search(r"\d:\d\d", str(enriched(without, Circumstances("fr"))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("site", list(InjurySite))
def test_an_injury_comes_first_and_its_drills_are_left_out(site: InjurySite, language: Language) -> None:
    whole = enriched(CRUISE, Circumstances(language))
    spared = enriched(CRUISE, Circumstances(language, injuries=(site,)))
    assert spared.coaching_cues_detailed[0] not in whole.coaching_cues_detailed
    assert set(spared.warm_up_drills) < set(whole.warm_up_drills) or len(spared.warm_up_drills) < 3
    for family, session in FAMILIES.items():
        out = left_out((site,), 1)
        if family not in out.families and session.kind not in out.kinds:
            assert breaches(session, Circumstances(language, injuries=(site,))) == [], family


def test_heat_trail_and_level_are_told() -> None:
    plain = enriched(EASY, Circumstances("fr"))
    assert "chaud" in enriched(EASY, Circumstances("fr", is_hot=True)).coaching_cues_detailed[0]
    assert "sentier" in enriched(EASY, Circumstances("fr", terrain=Terrain.TRAIL)).technical_breakdown[0]
    beginner = enriched(EASY, Circumstances("fr", level=Level.BEGINNER))
    assert beginner.common_mistakes[0] not in plain.common_mistakes


@pytest.mark.parametrize(
    ("changes", "around", "wanted"),
    [
        ({"duration_min": 45.0}, Circumstances("en"), "Nothing to carry"),
        ({"duration_min": 80.0}, Circumstances("en"), "within reach"),
        ({"duration_min": 120.0}, Circumstances("en"), "30-60 g"),
        ({"duration_min": 240.0}, Circumstances("en", is_ultra=True), "60-90 g"),
        ({"duration_min": 45.0}, Circumstances("en", is_hot=True), "carry water"),
        ({"kind": "long", "workout": "long-fuelling-rehearsal"}, Circumstances("en"), "rehearsal"),
    ],
)  # fmt: skip
def test_eating_and_drinking_follow_the_length(
    changes: dict[str, object], around: Circumstances, wanted: str
) -> None:
    assert wanted in enriched(EASY.model_copy(update=changes), around).fuelling


def test_a_short_race_is_warmed_up_for_and_a_long_one_hardly() -> None:
    short = enriched(RACE, Circumstances("en"))
    long = enriched(RACE.model_copy(update={"duration_min": 240.0}), Circumstances("en"))
    assert "strides" in short.warm_up_drills[0]
    assert "Walking" in long.warm_up_drills[0]


def test_a_session_made_easier_is_told_as_what_it_is_now() -> None:
    eased = CRUISE.model_copy(update={"kind": "easy", "intervals": None, "pace_target": "5:54-6:37/km"})
    assert family_of(eased) == "easy"
    assert family_of(Session(day="Lundi", rest_day=True, kind="rest")) is None
    assert from_catalogue(Session(day="Lundi", rest_day=True, kind="rest"), Circumstances("fr")) is None


def test_circumstances_follow_the_plan() -> None:
    race = Race("Grand Raid", 80.0, 4000.0, terrain=Terrain.TRAIL, temperature_c=30.0)
    profile = RunnerProfile(
        Level.ADVANCED, Goal.MARATHON, 4, date(2026, 12, 13), injuries=(InjurySite.KNEE,), race=race
    )
    early = circumstances(profile, EASY, 1, "fr")
    assert (early.is_hot, early.is_ultra, early.terrain) == (True, True, Terrain.TRAIL)
    assert early.injuries == (InjurySite.KNEE,)
    assert circumstances(profile, EASY, 20, "fr").injuries == ()
    far = replace(profile, target_date=date(2027, 3, 1))
    assert not circumstances(far, EASY, 1, "fr").is_hot


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_said_in_a_whole_plan_contradicts_it(language: Language) -> None:
    for injuries in ((), (InjurySite.ACHILLES,)):
        profile = RunnerProfile(
            Level.INTERMEDIATE, Goal.HALF_MARATHON, 4, injuries=injuries, language=language
        )
        program = build_program(profile, date(2026, 11, 20))
        for week in program.weeks:
            for session in week.sessions:
                around = circumstances(profile, session, week.week_number, language)
                if family_of(session):
                    assert breaches(session, around) == []
