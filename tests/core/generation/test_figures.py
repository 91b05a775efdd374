"""Numbers in a text: the plan's own may be told, others not."""

import pytest

from core.generation.figures import Figures, figures_of_plan
from core.program.exchange import Interval, Session, Week
from tests.evals import profiles

WEEK = Week(
    week_number=3,
    focus="",
    total_volume_km=32.0,
    notes="",
    sessions=(
        Session(
            day="Mardi",
            rest_day=False,
            kind="interval",
            distance_km=9.0,
            duration_min=55,
            warm_up_min=15,
            cool_down_min=10,
            pace_target="4:30/km",
            intervals=(Interval(repetitions=8, distance_km=0.4, zone="I", recovery_min=1.5),),
        ),
        Session(day="Dimanche", rest_day=False, kind="long", distance_km=16.0, duration_min=95),
    ),
)
FIGURES = Figures((WEEK,), extra_km=(21.1,))


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("Reste calme.", True),
        ("Tu cours 32 km en tout.", True),
        ("La course fait 21,1 km.", True),
        ("Tu cours 48 km en tout.", False),
        ("Cale-toi à 4:30/km.", True),
        ("Cale-toi à 3:50/km.", False),
        ("Dimanche, 1 h 35 tranquille.", True),
        ("Dimanche, 2 h tranquille.", False),
        ("Échauffe-toi 15 min.", True),
        ("Marche 5 min après.", True),
        ("Échauffe-toi 40 min.", False),
        ("8 fois 400 m.", True),
        ("12 fois.", False),
        ("Les 80 % faciles du plan.", True),
        ("Ajoute 60 % d’un coup.", False),
    ],
)
def test_a_sentence_agrees_with_the_plan_or_not(sentence: str, *, agrees: bool) -> None:
    assert FIGURES.agrees(sentence) is agrees


def test_a_whole_plan_knows_its_length_and_its_longest_week() -> None:
    program = profiles.brief_of("half").program
    figures = figures_of_plan(program)
    assert figures.agrees(f"Un plan de {len(program.weeks)} semaines.")
    most_km = max(week.total_volume_km for week in program.weeks)
    assert figures.agrees(f"Jusqu’à {most_km:.0f} km.")
    assert not figures.agrees(f"Jusqu’à {most_km + 40:.0f} km.")
