"""A wish by taps and by words."""

import pytest

from core.athlete import Level
from core.coaches.equipment import preset
from core.coaches.registry import COACHES
from core.coaches.request import CoachName
from core.coaches.wishing import WISH, Step, Wish, answered, lengths, request_of
from core.failure import Failure


def whole(name: CoachName = "force") -> Wish:
    wish = Wish(name)
    answers: dict[Step, str] = {
        "minutes": "45", "level": "intermediate", "equipment": "gym", "focus": "any", "sex": "women",
    }  # fmt: skip
    while step := wish.next_step:
        found = answered(wish, step, answers[step])
        assert isinstance(found, Wish)
        wish = found
    return wish


@pytest.mark.parametrize(("name", "steps"), [("force", 4), ("competitions", 5)])
def test_questions_of_a_coach(name: CoachName, steps: int) -> None:
    wish = whole(name)
    given = [wish.minutes, wish.level, wish.equipment, wish.focus, wish.sex]
    assert sum(one is not None for one in given) == steps
    assert WISH.validate_json(WISH.dump_json(wish)) == wish
    request = request_of(wish, "fr", rotation=3)
    assert (request.minutes, request.level, request.focus) == (45, Level.INTERMEDIATE, None)
    assert request.equipment == preset("gym")
    assert request.sex == ("women" if name == "competitions" else None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45), ("35 min", 35), ("1 h 15", 75), ("1h", 60), ("1:15", 75), ("5", 5), ("4 h", 240)],
)  # fmt: skip
def test_lengths_in_words(text: str, minutes: int) -> None:
    found = answered(Wish("force"), "minutes", text)
    assert isinstance(found, Wish)
    assert found.minutes == minutes


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("minutes", "bientôt"),
        ("level", "champion du monde"),
        ("equipment", "un tracteur"),
        ("focus", "danse"),
        ("sex", "?"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_not_understood_is_told_with_what_is_expected(step: Step, text: str, language: str) -> None:
    found = answered(Wish("force"), step, text)
    assert isinstance(found, Failure)
    assert len(found.text("en" if language == "en" else "fr")) > 20


def test_things_in_words_are_no_place() -> None:
    found = answered(Wish("force"), "equipment", "haltères, banc")
    assert isinstance(found, Wish)
    assert found.place is None
    assert {"dumbbell", "bench"} <= set(found.equipment or ())


@pytest.mark.parametrize("name", COACHES)
def test_every_length_offered_is_one_the_coach_has(name: CoachName) -> None:
    assert len(lengths(name)) >= 4
    assert all(COACHES[name].shortest_min <= one <= COACHES[name].longest_min for one in lengths(name))


def test_an_open_wish_is_no_request() -> None:
    with pytest.raises(ValueError, match="minutes"):
        request_of(Wish("force"), "fr")
