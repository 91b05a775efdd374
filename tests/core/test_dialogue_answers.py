"""What runners type at each step of the onboarding: what is read, and what is asked for again."""

from dataclasses import replace
from datetime import date

import pytest

from core.athlete import Goal, InjurySite, Performance
from core.dialogue.onboarding import (
    Unreadable,
    advance,
)
from core.dialogue.questions import question
from core.dialogue.reading import Remark, described_race, nearest_sunday
from core.dialogue.state import Step
from tests.core.dialogues import TODAY, at, remark_keys, say, tap

BAD_EVERYWHERE = ("", "   ", "🏃🏃‍♀️🔥", "<b></b>", "…", "؟؟؟")


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("text", BAD_EVERYWHERE)
def test_an_answer_without_words_says_what_is_expected(step: Step, text: str) -> None:
    dialogue = at(step)
    outcome = say(dialogue, text)
    if text == "<b></b>" and step in (Step.RACE, Step.RACE_PICK, Step.INJURIES):
        return  # a letter, hence a name or a note
    assert outcome.remarks == (Remark(f"onboarding-{step}-expected"),)
    assert outcome.question == question(dialogue)
    assert outcome.dialogue.answers == dialogue.answers


@pytest.mark.parametrize("step", list(Step))
def test_a_very_long_answer_is_asked_for_again(step: Step) -> None:
    dialogue = at(step)
    outcome = say(dialogue, "x" * 4096)
    assert remark_keys(outcome) == ["onboarding-too-long", f"onboarding-{step}-expected"]
    assert outcome.dialogue.answers == dialogue.answers


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "document", "location", "other"])
def test_what_is_no_text_says_what_is_expected(step: Step, kind: str) -> None:
    dialogue = at(step)
    outcome = advance(dialogue, Unreadable(kind), TODAY)
    assert remark_keys(outcome) == ["onboarding-unreadable", f"onboarding-{step}-expected"]
    assert outcome.question == question(dialogue)


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (Step.LEVEL, "-5"), (Step.LEVEL, "12,5"), (Step.LEVEL, "7h30"), (Step.LEVEL, "débutant ou avancé"),
        (Step.GOAL, "-5"), (Step.GOAL, "12,5"), (Step.GOAL, "7h30"), (Step.GOAL, "שלום"),
        (Step.SESSIONS, "-5"), (Step.SESSIONS, "12,5"), (Step.SESSIONS, "7h30"), (Step.SESSIONS, "1"),
        (Step.SESSIONS, "8"), (Step.SESSIONS, "3 ou 4"), (Step.SESSIONS, "<b>x</b>"),
        (Step.RACE, "-5"), (Step.RACE, "12,5"),
        (Step.RACE_DATE, "-5"), (Step.RACE_DATE, "12,5"), (Step.RACE_DATE, "7h30"),
        (Step.RACE_DATE, "bientôt"),
        (Step.REFERENCE, "-5"), (Step.REFERENCE, "7h30"), (Step.REFERENCE, "vite"),
        (Step.REFERENCE_TIME, "-5"), (Step.REFERENCE_TIME, "vite"),
        (Step.VOLUME, "-5"), (Step.VOLUME, "7h30"), (Step.VOLUME, "beaucoup"), (Step.VOLUME, "900"),
        (Step.SUMMARY, "-5"), (Step.SUMMARY, "12,5"), (Step.EDIT, "7h30"), (Step.EDIT, "-5"),
    ],
)  # fmt: skip
def test_an_answer_that_fits_no_step_changes_nothing(step: Step, text: str) -> None:
    dialogue = at(step)
    outcome = say(dialogue, text)
    assert remark_keys(outcome) == [f"onboarding-{step}-expected"]
    assert replace(outcome.dialogue, asked=dialogue.asked) == dialogue.noting()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("31 février", "notation-date-impossible"),
        ("12 avril 2020", "notation-date-past"),
        ("en avril", "notation-date-needs-day"),
        ("demain", "onboarding-date-near"),
        ("12 décembre 2028", "onboarding-date-far"),
    ],
)
@pytest.mark.parametrize("step", [Step.RACE, Step.RACE_DATE])
def test_a_date_no_plan_can_lead_to_is_refused_with_its_reason(step: Step, text: str, key: str) -> None:
    outcome = say(at(step), text)
    assert remark_keys(outcome) == [key]
    assert outcome.dialogue.step is step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 avril", date(2027, 4, 12)),
        ("le 12/04/2027", date(2027, 4, 12)),
        ("dans 12 semaines", date(2027, 2, 14)),
        ("dans trois mois", date(2027, 2, 21)),
    ],
)
def test_a_date_alone_is_a_target_without_a_race(text: str, expected: date) -> None:
    outcome = say(at(Step.RACE), text)
    assert (outcome.dialogue.answers.race, outcome.dialogue.answers.target_date) == (None, expected)
    assert outcome.dialogue.step is Step.REFERENCE


def test_an_impossible_time_is_refused_with_its_reason() -> None:
    outcome = say(at(Step.REFERENCE), "10 km en 12:00")
    assert outcome.dialogue.step is Step.REFERENCE
    assert remark_keys(outcome)
    assert remark_keys(outcome) != ["onboarding-reference-expected"]


@pytest.mark.parametrize(("text", "time_s"), [("1h45", 6300.0), ("1:45", 6300.0), ("1:45:30", 6330.0)])
def test_a_time_alone_is_over_the_distance_that_was_tapped(text: str, time_s: float) -> None:
    outcome = say(at(Step.REFERENCE_TIME), text)
    assert outcome.dialogue.answers.reference == Performance(21_097.5, time_s)


@pytest.mark.parametrize(
    ("text", "km"),
    [("25", 25.0), ("12,5", 12.5), ("30 km", 30.0), ("20-30", 25.0), ("vingt", 20.0), ("0", 0.0),
     ("je ne cours pas encore", 0.0), ("not running yet", 0.0), ("je ne cours pas beaucoup, 15 km", 15.0)],
)  # fmt: skip
def test_kilometres_a_week_are_read_as_typed(text: str, km: float) -> None:
    assert say(at(Step.VOLUME), text).dialogue.answers.current_km_per_week == km


def test_who_does_not_run_yet_says_so_with_the_first_button() -> None:
    assert question(at(Step.VOLUME)).rows[0][0].value == "0"
    assert tap(at(Step.VOLUME), "0").dialogue.answers.current_km_per_week == 0.0
    assert say(at(Step.VOLUME), "je ne cours pas beaucoup").dialogue.step is Step.VOLUME


def test_a_race_that_does_not_fit_the_goal_is_asked_about() -> None:
    dialogue = at(Step.RACE_GOAL)
    switched = tap(dialogue, "switch").dialogue
    assert (switched.answers.goal, switched.step) == (Goal.HALF_MARATHON, Step.REFERENCE)
    kept = tap(dialogue, "keep").dialogue
    assert (kept.answers.goal, kept.answers.race) == (Goal.FIVE_K, dialogue.answers.race)
    other = tap(dialogue, "other").dialogue
    assert (other.step, other.answers.race) == (Step.RACE, None)


def test_the_name_of_a_race_to_the_letter_needs_no_choice() -> None:
    outcome = say(at(Step.RACE), "marathon de marrakech")
    assert outcome.dialogue.answers.race is not None
    assert outcome.dialogue.answers.race.name == "Marathon de Marrakech"
    assert outcome.dialogue.step is Step.RACE_DATE


def test_a_date_typed_at_the_choice_of_races_keeps_the_only_race_on_it() -> None:
    asked = say(at(Step.RACE), "UTMB").dialogue
    assert (asked.step, len(asked.candidates)) == (Step.RACE_PICK, 1)
    answers = say(asked, "27 août 2027").dialogue.answers
    assert (answers.race, answers.target_date) == (asked.candidates[0], date(2027, 8, 27))


def test_a_date_typed_at_the_choice_of_several_races_waits_for_the_race() -> None:
    asked = say(at(Step.RACE), "Paris").dialogue
    assert len(asked.candidates) > 1
    dated = say(asked, "le 11 avril").dialogue
    assert (dated.step, dated.candidates) == (Step.RACE_PICK, asked.candidates)
    answers = tap(dated, "r1").dialogue.answers
    assert (answers.race, answers.target_date) == (asked.candidates[1], date(2027, 4, 11))


def test_a_date_typed_after_an_unknown_race_keeps_its_name() -> None:
    answers = say(at(Step.RACE_PICK), "11 avril").dialogue.answers
    assert answers.race is not None
    assert (answers.race.name, answers.race.distance_km) == ("Corrida de Trifouillis", 10.0)
    assert answers.target_date == date(2027, 4, 11)


def test_an_unknown_race_keeps_its_name_with_the_goals_distance() -> None:
    outcome = tap(at(Step.RACE_PICK), "keep")
    assert outcome.dialogue.answers.race is not None
    assert outcome.dialogue.answers.race.name == "Corrida de Trifouillis"
    assert outcome.dialogue.answers.race.distance_km == 10.0
    assert outcome.dialogue.step is Step.RACE_DATE


def test_a_race_told_with_its_climb_is_a_trail() -> None:
    race = at(Step.RACE_GOAL).answers.race
    assert race is not None
    assert (race.distance_km, race.climb_m, race.terrain) == (24.0, 900.0, "trail")
    assert race.name == "Trail des Crêtes 24 km 900 D+"


def test_a_note_about_pain_keeps_what_was_tapped_and_says_what_is_not_adapted() -> None:
    dialogue = tap(at(Step.INJURIES), "yes-shin").dialogue
    outcome = say(dialogue, "mal au genou et au dos")
    assert outcome.dialogue.answers.injuries == (InjurySite.KNEE, InjurySite.SHIN)
    assert outcome.dialogue.answers.injuries_notes == "mal au genou et au dos"
    assert "onboarding-injuries-others" in remark_keys(outcome)


def test_a_sign_for_a_doctor_is_answered_at_any_step() -> None:
    outcome = say(at(Step.INJURIES), "douleur à la poitrine quand je cours")
    assert remark_keys(outcome)[0] == "onboarding-health"
    assert outcome.dialogue.step is Step.SUMMARY


def test_no_question_follows_words_of_despair() -> None:
    dialogue = at(Step.INJURIES)
    outcome = say(dialogue, "j'ai envie de mourir")
    assert remark_keys(outcome) == ["onboarding-health"]
    assert (outcome.question, outcome.dialogue) == (None, dialogue)


def test_direction_marks_are_not_kept() -> None:
    race = say(at(Step.RACE), "Marathon \u202egnihton\u202c 10 km").dialogue.answers.race
    assert race is not None
    assert race.name == "Marathon gnihton 10 km"


@pytest.mark.parametrize(
    ("day", "sunday"),
    [
        (date(2027, 2, 8), date(2027, 2, 7)),
        (date(2027, 2, 10), date(2027, 2, 7)),
        (date(2027, 2, 11), date(2027, 2, 14)),
        (date(2027, 2, 14), date(2027, 2, 14)),
    ],
)
def test_weeks_ahead_mean_the_nearest_sunday(day: date, sunday: date) -> None:
    assert nearest_sunday(day) == sunday


def test_a_date_said_with_a_name_outlives_a_search_for_another() -> None:
    dialogue = say(at(Step.RACE), "Corrida de Trifouillis 11 avril 2027").dialogue
    dialogue = say(dialogue, "Corrida de Nulleparville").dialogue
    kept = tap(dialogue, "keep").dialogue
    assert (kept.step, kept.answers.target_date) == (Step.REFERENCE, date(2027, 4, 11))


@pytest.mark.parametrize(
    "text",
    [
        "Corrida de Trifouillis 11 avril 2027", "corrida de Trifouillis, le 11 avril",
        "11/04/2027 Corrida de Trifouillis", "le 11 avril 2027, Corrida de Trifouillis",
    ],
)  # fmt: skip
def test_a_name_and_a_date_are_told_apart(text: str) -> None:
    dialogue = say(at(Step.RACE), text).dialogue
    assert dialogue.searched.casefold() == "corrida de trifouillis"
    assert dialogue.pending_date == date(2027, 4, 11)


@pytest.mark.parametrize(
    "text", ["marathon des Lilas 42 km", "le marathon des Lilas 42 km", "pour le marathon des Lilas 42 km"]
)
def test_words_that_only_lead_to_a_race_are_no_part_of_its_name(text: str) -> None:
    race = described_race(text)
    assert race is not None
    assert race.name.startswith("marathon des Lilas")


def test_a_result_with_its_own_distance_wins_over_the_distance_asked() -> None:
    answers = say(at(Step.REFERENCE_TIME), "10 km en 45:30").dialogue.answers
    assert answers.reference == Performance(10_000, 2730)
