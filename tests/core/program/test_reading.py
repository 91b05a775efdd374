"""Reading programs from text: what is accepted, and the sentence for what is not."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.program.reading import MAX_BYTES, UnreadableProgram, read_program
from core.program.rules import check
from tests.core.program.hand_made import THURSDAY, TUESDAY, Json, at, program_of, valid, without_added_keys


def text_of(change: Callable[[Json], object] = lambda program: None) -> str:
    program = valid()
    change(program)
    return json.dumps(program, ensure_ascii=False)


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "\ufeff{}",
        "\n  {}\n",
        "```json\n{}\n```",
        "```\n{}\n```",
        "Voici ton programme :\n\n```json\n{}\n```\nBonne route !",
    ],
)
def test_a_program_is_read_through_its_wrapping(wrapped: str) -> None:
    assert read_program(wrapped.replace("{}", text_of())) == program_of(valid())


def test_fences_inside_a_text_are_left_alone() -> None:
    noted = text_of(lambda program: program["weeks"][0].update(notes="```\nx\n```"))
    assert read_program(noted).weeks[0].notes == "```\nx\n```"


def test_what_is_written_can_be_read_again() -> None:
    program = read_program(text_of(lambda program: program.update(own_key={"kept": True})))
    assert read_program(program.model_dump_json()) == program


def test_intervals_without_a_zone_take_it_from_the_words_of_their_session() -> None:
    program = without_added_keys(valid())
    at(program, 2, THURSDAY)["intervals"] = [{"distance_km": 1.2, "recovery_min": 2}]
    at(program, 2, TUESDAY)["intervals"] = [{"repetitions": 4, "duration_min": 0.5}]
    read = read_program(json.dumps(program))
    easy, hard = read.weeks[1].sessions[TUESDAY], read.weeks[1].sessions[THURSDAY]
    assert hard.intervals is not None
    assert (hard.intervals[0].repetitions, hard.intervals[0].zone) == (1, "T")
    assert easy.intervals is not None
    assert (easy.intervals[0].repetitions, easy.intervals[0].zone) == (4, "effort")
    assert check(read) == ()


def session_field(name: str, value: object) -> Callable[[Json], object]:
    return lambda program: at(program, 2, THURSDAY).update({name: value})


REFUSED: dict[str, tuple[str, str]] = {
    "nothing": ("", "Le fichier est vide"),
    "a mark alone": ("\ufeff", "Le fichier est vide"),
    "words": ("Cours doucement.", "pas du JSON"),
    "a broken object": ('{\n"weeks": [', "ligne 2, colonne 11"),
    "a list": ("[]", "il faut un objet"),
    "no weeks": ('{"tips": {}}', "« weeks » manque"),
    "weeks as a word": ('{"weeks": "huit"}', "« weeks » manque"),
    "no week in the list": ('{"weeks": []}', "« weeks » manque"),
    "an endless nest": ("[" * 200_000, "24 niveaux"),
    "a deep nest": ('{"weeks": [' + "[" * 30 + "]" * 30 + "]}", "24 niveaux"),
    "too large": (" " * MAX_BYTES + "{}", "dépasse 2 Mo"),
    "too many weeks": ('{"weeks": [' + "1," * 60 + "1]}", "61 semaines"),
    "too many sessions": ('{"weeks": [{"sessions": [' + "1," * 21 + "1]}]}", "22 entrées"),
    "a missing part": (text_of(lambda program: program.pop("tips")), "« tips »"),
    "a missing field": (
        text_of(lambda program: at(program, 2, THURSDAY).pop("day")),
        "« weeks[1].sessions[3].day »",
    ),
    "a wrong type": (text_of(session_field("distance_km", "loin")), "« weeks[1].sessions[3].distance_km »"),
    "a negative distance": (text_of(session_field("distance_km", -3)), "-3"),
    "an unknown kind": (text_of(session_field("kind", "sieste")), "« weeks[1].sessions[3].kind »"),
    "an unknown kind over bare intervals": (
        text_of(
            lambda program: at(program, 2, THURSDAY).update(kind="sieste", intervals=[{"duration_min": 3}])
        ),
        "« weeks[1].sessions[3].kind »",
    ),
    "a long wrong value": (text_of(session_field("rpe", "x" * 500)), "xxx…"),
    "intervals of words": (text_of(session_field("intervals", ["5 x 1000 m"])), "intervals[0]"),
    "intervals as a word": (text_of(session_field("intervals", "5 x 1000 m")), "intervals"),
    "a week as a word": ('{"weeks": ["semaine 1"]}', "« user_profile »"),
    "sessions as words": ('{"weeks": [{"sessions": ["footing"]}]}', "« user_profile »"),
    "not a number": (text_of(session_field("distance_km", float("nan"))), "NaN"),
    "an infinite distance": (text_of(session_field("distance_km", "1e999")), "distance_km"),
    "an endless whole number": ('{"weeks": [' + "9" * 5000 + "]}", "hors de toute mesure"),
    "an absurd distance": (text_of(session_field("distance_km", 1e30)), "1e+30"),
    "a date beyond the calendar": (
        text_of(lambda program: program.update(start_date="9999-12-31")),
        "start_date",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_sentence_that_names_the_cause(name: str) -> None:
    text, cause = REFUSED[name]
    with pytest.raises(UnreadableProgram) as refused:
        read_program(text)
    sentence = str(refused.value)
    assert cause in sentence.replace("\u202f", " ")
    assert sentence.endswith(".") or sentence.endswith("…")
    assert "\n" not in sentence
    assert len(sentence) < 200
    assert refused.value.text("en") != refused.value.text("fr") == sentence


Place = tuple[Any, ...]  # keys and indexes
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: object, path: Place = ()) -> list[Place]:
    """Every place of a JSON value that can be replaced."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [place for key, child in children for place in ((*path, key), *places(child, (*path, key)))]


PLACES = places(valid())


@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON_VALUES), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_damage_is_refused_with_a_sentence_or_judged(damage: list[tuple[Place, object]]) -> None:
    program = valid()
    for place, value in damage:
        replace_at(program, place, value)
    try:
        read = read_program(json.dumps(program))
    except UnreadableProgram as refused:
        told = [refused.text("en")]
    else:
        told = [breach.text for breach in check(read)]
    assert all(told)


def replace_at(holder: Any, place: Place, value: object) -> None:
    """Set one place of a JSON value, unless earlier damage took it away."""
    step, *rest = place
    reachable = (
        step in holder
        if isinstance(holder, dict)
        else isinstance(holder, list) and isinstance(step, int) and step < len(holder)
    )
    if reachable and rest:
        replace_at(holder[step], tuple(rest), value)
    elif reachable:
        holder[step] = value
