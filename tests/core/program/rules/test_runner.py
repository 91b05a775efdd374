"""No invented paces, injuries spared, the race prepared."""

import pytest

from tests.core.program.hand_made import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    Json,
    at,
    easy,
    put,
)
from tests.core.program.rules.changes import (
    Case,
    Change,
    broken,
    day,
    edit,
    healing,
    hills,
    kind,
    notice,
    profile,
    steps,
    told,
    top,
)

HOT_RACE = {"name": "Course", "distance_km": 10, "temperature_c": 29}


TRAIL_RACE = {"name": "Trail", "distance_km": 10, "terrain": "trail", "climb_m": 300}


def without_paces(program: Json) -> None:
    for number in range(1, 9):
        for index in (TUESDAY, THURSDAY, SATURDAY, SUNDAY):
            session = at(program, number, index)
            session["pace_target"] = "en aisance"
            for line in session.get("intervals", ()):
                line["pace_target"] = None


def climbs(number: int) -> Change:
    """Two minutes uphill inside an easy run."""
    line = {"repetitions": 1, "duration_min": 2, "zone": "hill"}
    return edit(number, TUESDAY, intervals=[line])


def workout(number: int, name: str) -> Change:
    return edit(number, TUESDAY, workout=name)


CASES: dict[str, Case] = {
    "paces without a reference": (
        "no-reference",
        steps(top(vdot=None), notice("no_reference")),
        steps(top(vdot=None), notice("no_reference"), without_paces),
    ),
    "no word of the missing reference": (
        "no-reference",
        steps(top(vdot=None), without_paces),
        steps(top(vdot=None), without_paces, kind(5, "test")),
    ),
    "an injury passed over": (
        "injury",
        steps(profile(injuries=["knee"]), healing(2)),
        steps(profile(injuries=["knee"]), healing(2), notice("injury")),
    ),
    "a hard session on a fresh injury": (
        "injury",
        steps(profile(injuries=["knee"]), notice("injury"), healing(1)),
        steps(profile(injuries=["knee"]), notice("injury"), healing(2)),
    ),
    "hills on a knee told in words": (
        "injury",
        steps(profile(injuries_notes="Douleur au genou"), notice("injury"), healing(2), hills(5)),
        steps(profile(injuries_notes="Pas mal au genou"), hills(5)),
    ),
    "hills too early and late enough": (
        "injury",
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), hills(5)),
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), hills(6)),
    ),
    "hill work under another name": (
        "injury",
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), climbs(5)),
        steps(profile(injuries=["achilles"]), notice("injury"), healing(2), climbs(6)),
    ),
    "strides on a sore shin": (
        "injury",
        steps(profile(injuries=["shin"]), notice("injury"), healing(8), workout(2, "strides-flat")),
        steps(profile(injuries=["shin"]), notice("injury"), healing(8), workout(2, "easy-run")),
    ),
    "a hot race passed over": (
        "race-heat",
        top(race=HOT_RACE),
        steps(top(race=HOT_RACE), notice("heat", "Entraîne ton hydratation.")),
    ),
    "a trail without hills": (
        "race-trail",
        steps(top(race=TRAIL_RACE), notice("trail", "Descentes, proprioception.")),
        steps(top(race=TRAIL_RACE), notice("trail", "Descentes, proprioception."), hills(4)),
    ),
    "a trail without descents and balance": (
        "race-trail",
        steps(top(race=TRAIL_RACE), edit(4, SUNDAY, climb_m=200)),
        steps(
            top(race=TRAIL_RACE), edit(4, SUNDAY, climb_m=200), notice("trail", "Descentes, proprioception.")
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_breaks_exactly_its_rule(name: str) -> None:
    rule, breaking, harmless = CASES[name]
    assert broken(breaking) == [rule]
    assert broken(harmless) == []


def ultra(**race_values: object) -> Change:
    """Eleven weeks towards an ultra with hard week-ends left out."""
    return steps(
        lambda program: program["weeks"].extend(program["weeks"][:3]),
        top(race={"name": "Ultra", "distance_km": 80, **race_values}),
    )


def back_to_back(program: Json) -> None:
    put(program, 5, SATURDAY, easy(9.0))


def walked_pair(second_km: float) -> Change:
    """A beginner's pair of run-walks, far from an hour."""
    first = easy(6.0, "run_walk", "Marche et course")
    return steps(day(5, SATURDAY, easy(second_km, "run_walk", "Marche et course")), day(5, SUNDAY, first))


def test_an_ultra_asks_for_two_long_runs_in_a_row() -> None:
    assert any("sorties longues" in text for text in told(ultra(), "race-ultra"))
    assert told(steps(ultra(), back_to_back), "race-ultra") == []
    assert told(steps(ultra(), walked_pair(4.0)), "race-ultra") == []
    assert told(steps(ultra(), walked_pair(2.5)), "race-ultra")
    assert told(steps(ultra(), profile(available_days=[1, 3, 6])), "race-ultra") == []
    assert told(steps(ultra(), profile(available_days=[0, 3, 6])), "race-ultra") == []
    assert told(steps(ultra(), profile(available_days=[0, 3, 4])), "race-ultra")
    assert told(steps(ultra(), profile(sessions_per_week=2)), "race-ultra") == []


def test_an_ultra_asks_for_food_and_mind() -> None:
    bare = steps(ultra(), back_to_back, top(tips={}))
    assert len(told(bare, "race-ultra")) == 2


def test_an_absolute_beginner_starts_with_run_walk() -> None:
    beginner = profile(level="débutant", current_km_per_week=0)
    assert told(beginner, "run-walk")
    assert told(steps(beginner, edit(1, TUESDAY, kind="run_walk")), "run-walk") == []
    assert told(profile(level="débutant", current_km_per_week=9), "run-walk") == []


def test_a_hot_race_asks_for_water() -> None:
    assert len(told(steps(top(race=HOT_RACE), top(tips={})), "race-heat")) == 2
    assert told(steps(top(race=HOT_RACE), notice("heat", "Hydratation.")), "race-heat") == []


def test_two_long_runs_are_asked_only_beside_the_chosen_long_run_day() -> None:
    free = profile(available_days=[MONDAY, TUESDAY, THURSDAY, SUNDAY])
    assert "race-ultra" in broken(steps(ultra(), free))
    apart = steps(ultra(), free, profile(long_run_day=SUNDAY))
    beside = steps(ultra(), free, profile(long_run_day=TUESDAY))
    assert told(apart, "race-ultra") == []
    assert told(beside, "race-ultra")
