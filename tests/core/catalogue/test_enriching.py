"""What the catalogue lacks, what is asked about it, and which answers may be proposed."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from core.athlete import Level
from core.catalogue.enriching import UnusableProposal, question_about, read_proposal
from core.catalogue.exercise import Exercise, ExerciseWords
from core.catalogue.gaps import FactField, Gaps, every_gap, gaps_of
from core.catalogue.reading import catalogue, exercise, unstated, words_of

Answer = dict[str, Any]
COMPLETE = ExerciseWords("Pompe", ("pompes",), ("Descends lentement.",), ("Le dos creux.",), ("Plus lent.",))
STATED: frozenset[str] = frozenset()
OPEN = frozenset({"muscles", "contraindications"})
BARE = Exercise("bare", "force", "squat", frozenset(), "reps", Level.BEGINNER)
FRENCH = [
    "Descends en quatre secondes, puis remonte sans élan.",
    "Marque une pause dans le bas de la montée.",
]
ENGLISH = ["Take four seconds on the way down and rise with no bounce.", "Pause for a beat at the bottom."]


def gaps() -> Gaps:
    return every_gap()["push-up"]


def answer() -> Answer:
    return {"id": "push-up", "fr": {"harder": list(FRENCH)}, "en": {"harder": list(ENGLISH)}}


def test_what_a_bare_movement_lacks() -> None:
    found = gaps_of(BARE, {}, OPEN)
    assert found
    assert found.words == {
        "fr": ("name", "cues", "mistakes", "harder"),
        "en": ("name", "cues", "mistakes", "harder"),
    }
    assert found.facts == ("muscles", "contraindications", "progressions")
    assert "back-squat" in found.offered
    assert all(exercise(key).pattern == "squat" for key in found.offered)


def test_a_complete_movement_lacks_nothing() -> None:
    assert gaps_of(exercise("push-up"), {"fr": COMPLETE, "en": COMPLETE}, STATED) is None


def test_the_tables_state_every_fact() -> None:
    assert {key: unstated(key) for key in catalogue() if unstated(key)} == {}


def test_what_is_in_the_tables_is_never_asked_for() -> None:
    for key, found in every_gap().items():
        for language, fields in found.words.items():
            assert not any(getattr(words_of(key, language), field) for field in fields)
        for fact in found.facts:
            assert not getattr(catalogue()[key], fact)


def test_a_question_holds_the_movement_and_a_schema_of_its_gaps() -> None:
    question = question_about(gaps())
    data = json.loads(question.user.removeprefix("<data>").removesuffix("</data>"))
    assert data["id"] == "push-up"
    assert data["missing"]["fr"] == ["harder"]
    assert data["known"]["fr"]["cues"] == list(words_of("push-up", "fr").cues)
    assert question.schema["required"] == ["id", "fr", "en"]
    assert question.schema["properties"]["fr"]["required"] == ["harder"]


def test_a_good_answer_is_proposed_set_as_it_is_printed() -> None:
    raw = answer()
    raw["fr"]["harder"][0] = "Serre l'appui : descends en quatre secondes, puis remonte."
    proposal = read_proposal(json.dumps(raw), gaps())
    assert proposal.words["fr"]["harder"][0] == (
        "Serre l’appui\u202f: descends en quatre secondes, puis remonte."
    )
    assert proposal.words["en"]["harder"] == tuple(ENGLISH)


def test_a_bare_movement_can_be_filled_whole() -> None:
    found = gaps_of(BARE, {}, OPEN)
    assert found
    raw = {
        "id": "bare",
        "fr": {"name": "Squat nu", "cues": FRENCH, "mistakes": ["Le dos s'arrondit en bas de la descente."],
               "harder": ["Garde les talons au sol avec une pause en bas."]},
        "en": {"name": "Bare squat", "cues": ENGLISH, "mistakes": ["Your back rounds at the bottom of it."],
               "harder": ["Keep your heels on the floor and pause in the hole."]},
        "muscles": ["quadriceps", "glutes"], "contraindications": ["knee"], "progressions": ["back-squat"],
    }  # fmt: skip
    proposal = read_proposal(json.dumps(raw), found)
    assert proposal.words["fr"]["name"] == ("Squat nu",)
    assert proposal.words["fr"]["mistakes"] == ("Le dos s’arrondit en bas de la descente.",)
    assert proposal.facts["contraindications"] == ("knee",)


def other_id(raw: Answer) -> None:
    raw["id"] = "planche"


def one_language(raw: Answer) -> None:
    del raw["en"]


def languages_swapped(raw: Answer) -> None:
    raw["fr"], raw["en"] = raw["en"], raw["fr"]


def english_line_in_french(raw: Answer) -> None:
    raw["fr"]["harder"][1] = ENGLISH[0]


def too_long(raw: Answer) -> None:
    raw["fr"]["harder"][0] = f"Descends {'très ' * 25}lentement."


def too_short(raw: Answer) -> None:
    raw["en"]["harder"][0] = "Go."


def too_many(raw: Answer) -> None:
    raw["en"]["harder"] = [f"{ENGLISH[1][:-1]} {count}." for count in "abcd"]


def none_at_all(raw: Answer) -> None:
    raw["en"]["harder"] = []


def no_list(raw: Answer) -> None:
    raw["en"]["harder"] = ENGLISH[0]


def no_text(raw: Answer) -> None:
    raw["en"]["harder"] = [7]


def a_link(raw: Answer) -> None:
    raw["en"]["harder"][0] = "See how it is done on https://example.org today."


def markup(raw: Answer) -> None:
    raw["en"]["harder"][0] = "Take **four** seconds on the way down."


def no_full_stop(raw: Answer) -> None:
    raw["en"]["harder"][0] = "Take four seconds on the way down"


def twice(raw: Answer) -> None:
    raw["en"]["harder"] = [ENGLISH[0], ENGLISH[0]]


def repeated(raw: Answer) -> None:
    raw["fr"]["harder"][0] = words_of("push-up", "fr").cues[0]


@pytest.mark.parametrize(
    "spoil",
    [
        other_id, one_language, languages_swapped, english_line_in_french, too_long, too_short, too_many,
        none_at_all, no_list, no_text, a_link, markup, no_full_stop, twice, repeated,
    ],
    ids=lambda spoil: spoil.__name__,
)  # fmt: skip
def test_an_unfit_answer_is_refused(spoil: Callable[[Answer], None]) -> None:
    raw = answer()
    spoil(raw)
    with pytest.raises(UnusableProposal):
        read_proposal(json.dumps(raw), gaps())


@pytest.mark.parametrize("text", ["", "no JSON", "[]", "{", '{"id": "push-up"}', "null"])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(UnusableProposal):
        read_proposal(text, gaps())


@pytest.mark.parametrize(
    ("fact", "value", "fits"),
    [
        ("muscles", ["quadriceps", "glutes"], True),
        ("muscles", ["quads"], False),
        ("muscles", [], False),
        ("muscles", ["glutes", "glutes"], False),
        ("contraindications", ["knee", "back"], True),
        ("contraindications", [], True),
        ("contraindications", ["ankle"], False),
        ("progressions", ["back-squat"], True),
        ("progressions", [], True),
        ("progressions", ["flying-squat"], False),
        ("progressions", ["bench-press"], False),
        ("progressions", [7], False),
    ],
)
def test_facts_hold_known_ids_only(fact: FactField, value: list[Any], fits: bool) -> None:
    found = gaps_of(BARE, {"fr": COMPLETE, "en": COMPLETE}, OPEN)
    assert found
    raw = {"id": "bare", "muscles": ["glutes"], "contraindications": [], "progressions": [], fact: value}
    if fits:
        assert read_proposal(json.dumps(raw), found).facts.get(fact, ()) == tuple(value)
    else:
        with pytest.raises(UnusableProposal):
            read_proposal(json.dumps(raw), found)
