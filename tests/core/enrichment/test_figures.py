"""The numbers of a session as texts may name them."""

import pytest

from core.athlete import Language
from core.enrichment.figures import half_min, placeholders
from core.program.exchange import Interval
from tests.core.enrichment.sessions import CRUISE, EASY


@pytest.mark.parametrize(
    ("duration_min", "half"), [(None, None), (19.0, None), (20.0, 10.0), (45.0, 20.0), (50.0, 25.0)]
)
def test_half_of_a_session_is_told_to_five_minutes(duration_min: float | None, half: float | None) -> None:
    assert half_min(EASY.model_copy(update={"duration_min": duration_min})) == half


@pytest.mark.parametrize(("language", "manner"), [("fr", "en trottinant"), ("en", "jogging")])
def test_repetitions_are_told_with_their_recovery(language: Language, manner: str) -> None:
    told = placeholders(CRUISE, language)
    assert (told["reps"], told["manner"]) == ("3", manner)
    straight = Interval(repetitions=3, distance_km=0.4, zone="I", rpe=8)
    without = placeholders(CRUISE.model_copy(update={"intervals": (straight,)}), language)
    assert without["reps"] == "3"
    assert not {"recovery", "manner"} & set(without)
