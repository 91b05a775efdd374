"""Changes to a plan's settings, by buttons and by words."""

from dataclasses import replace

import pytest

from core.athlete import Goal, Level, Performance, RunnerProfile
from core.dialogue.settings import (
    Field,
    PlanSettings,
    answer,
    choices,
    choose,
    days_missing,
    settings_from_json,
    settings_to_json,
    with_days_that_fit,
)
from core.failure import Failure

PROFILE = RunnerProfile(Level.INTERMEDIATE, Goal.TEN_K, 3)


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        (Field.SESSIONS, "5", {"sessions_per_week": 5}),
        (Field.DAYS, "yes-2", {"available_days": (2,)}),
        (Field.DAYS, "any", {"available_days": ()}),
        (Field.LONG_RUN_DAY, "6", {"long_run_day": 6}),
        (Field.LONG_RUN_DAY, "any", {"long_run_day": None}),
        (Field.VOLUME, "0", {"current_km_per_week": 0.0}),
        (Field.VOLUME, "35-50", {"current_km_per_week": 42.0}),
        (Field.LONGEST_RUN, "12", {"longest_run_km": 12.0}),
    ],
)
def test_a_button_changes_its_field_alone(field: Field, value: str, changed: dict[str, object]) -> None:
    assert choose(field, value, PROFILE) == replace(PROFILE, **changed)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("field", list(Field))
@pytest.mark.parametrize("value", ["", "9", "yes-9", "no-1", "🙃", "-1"])
def test_a_forged_button_changes_nothing(field: Field, value: str) -> None:
    assert choose(field, value, PROFILE) is None


def test_the_same_day_tapped_twice_is_chosen_once() -> None:
    once = choose(Field.DAYS, "yes-2", PROFILE)
    assert once is not None
    assert choose(Field.DAYS, "yes-2", once) is None
    assert choose(Field.DAYS, "no-2", once) == PROFILE


@pytest.mark.parametrize(
    ("field", "text", "changed"),
    [
        (Field.SESSIONS, "quatre", {"sessions_per_week": 4}),
        (Field.DAYS, "lundi, mercredi et week-end", {"available_days": (0, 2, 5, 6)}),
        (Field.LONG_RUN_DAY, "saturday", {"long_run_day": 5}),
        (Field.VOLUME, "32,5", {"current_km_per_week": 32.5}),
        (Field.LONGEST_RUN, "14 km", {"longest_run_km": 14.0}),
        (Field.REFERENCE, "45:30 sur 10", {"reference": Performance(10_000, 2730)}),
        (Field.REFERENCE, "half 1h45", {"reference": Performance(21_097.5, 6300)}),
    ],
)
def test_words_change_a_field(field: Field, text: str, changed: dict[str, object]) -> None:
    assert answer(field, text, PROFILE) == replace(PROFILE, **changed)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("field", list(Field))
@pytest.mark.parametrize("text", ["", "🏃", "-5", "7h30", "<b>", "beaucoup"])
def test_what_fits_no_field_is_not_taken(field: Field, text: str) -> None:
    assert answer(field, text, PROFILE) is None


@pytest.mark.parametrize("text", ["0", "101", "lundi et mardi"])
def test_a_longest_run_and_a_long_run_day_are_one_and_possible(text: str) -> None:
    assert answer(Field.LONGEST_RUN, text, PROFILE) is None
    assert answer(Field.LONG_RUN_DAY, text, PROFILE) is None


def test_a_recent_time_needs_its_distance_and_must_be_possible() -> None:
    timed = replace(PROFILE, reference=Performance(10_000, 2730))
    assert choose(Field.REFERENCE, "none", timed) == PROFILE
    assert answer(Field.REFERENCE, "45:30", PROFILE) is None
    too_fast = answer(Field.REFERENCE, "20:00 sur 10", PROFILE)
    assert isinstance(too_fast, Failure)
    assert too_fast.key == "paces-faster-than-record"


def test_too_few_days_are_told_and_not_kept() -> None:
    few = replace(PROFILE, available_days=(1, 3), long_run_day=3)
    assert days_missing(few) == 1
    assert with_days_that_fit(few).available_days == ()
    assert days_missing(PROFILE) == 0


def test_a_long_run_on_a_day_not_chosen_is_free_again() -> None:
    profile = replace(PROFILE, available_days=(0, 2, 4), long_run_day=6)
    assert with_days_that_fit(profile).long_run_day is None
    assert choices(Field.LONG_RUN_DAY, profile)[0][0].value == "0"


def test_settings_survive_being_stored() -> None:
    settings = PlanSettings(replace(PROFILE, available_days=(0, 2, 4)), Field.DAYS)
    assert settings_from_json(settings_to_json(settings)) == settings
    assert settings_from_json({"version": 9}) is None
    assert settings_from_json(settings_to_json(settings) | {"version": 9}) is None
