"""A session outside: as JSON with words, as JSON for storing, as lines."""

import json

import pytest
from pydantic import ValidationError

from core.athlete import Language
from core.coaches.exchange import SessionData, from_exchange, from_json, to_exchange, to_json
from core.coaches.registry import COACHES
from core.coaches.request import CoachName, RunningContext
from core.coaches.timing import session_s
from core.coaches.wording import session_lines
from core.localisation import LANGUAGES
from core.paces import training_paces
from tests.core.coaches.wishes import made, wish

KNOWN = RunningContext(paces=training_paces(45), threshold_power_w=220, threshold_bpm=168)


@pytest.mark.parametrize("name", list(COACHES))
def test_a_stored_session_comes_back_the_same(name: CoachName) -> None:
    session = made(wish(name, place="box", running=KNOWN))
    assert from_json(to_json(session)) == session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(COACHES))
def test_an_exchanged_session_keeps_its_numbers_and_words(name: CoachName, language: Language) -> None:
    session = made(wish(name, place="box", running=KNOWN))
    data = to_exchange(session, language)
    back = from_exchange(SessionData.model_validate_json(data.model_dump_json()))
    assert session_s(back) == session_s(session)
    assert list(session_lines(back, language)) == list(session_lines(session, language))
    assert to_exchange(back, language) == data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(COACHES))
def test_every_focus_can_be_read_in_both_languages(name: CoachName, language: Language) -> None:
    for focus in COACHES[name].focuses:
        lines = list(session_lines(made(wish(name, 60, "box", focus=focus)), language))
        assert len(lines) > 10
        assert not any("coaches-" in line for line in lines)


def test_the_words_are_beside_neutral_keys() -> None:
    data = json.loads(to_exchange(made(wish(focus="strength")), "fr").model_dump_json())
    item = next(one for one in data["blocks"][1]["items"] if not one["ramp"])
    assert (data["coach"], data["focus"], data["language"]) == ("force", "strength", "fr")
    assert item["exercise"] == "back-squat"
    assert item["name"]
    assert "%" in item["text"]


def test_another_text_is_no_session() -> None:
    with pytest.raises(ValidationError):
        from_json('{"coach": "force"}')
