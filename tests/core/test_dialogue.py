"""The onboarding conversation, step by step, without Telegram."""

from dataclasses import replace
from datetime import date

import pytest

from core.athlete import Goal, InjurySite, Level, Performance, RunnerProfile
from core.dialogue.onboarding import (
    Outcome,
    Said,
    Tapped,
    Unreadable,
    advance,
    ask_to_quit,
    ask_to_resume,
    begin,
    begin_from,
)
from core.dialogue.questions import SKIPPABLE, question
from core.dialogue.reading import Remark, nearest_sunday
from core.dialogue.state import Dialogue, Step, dialogue_from_json, dialogue_to_json

TODAY = date(2026, 11, 20)
BEFORE_EACH_STEP: dict[Step, tuple[str, ...]] = {
    Step.WELCOME: (),
    Step.LEVEL: ("oui",),
    Step.GOAL: ("oui", "débutant"),
    Step.SESSIONS: ("oui", "débutant", "10 km"),
    Step.RACE: ("oui", "débutant", "10 km", "3"),
    Step.RACE_PICK: ("oui", "débutant", "10 km", "3", "Corrida de Trifouillis"),
    Step.RACE_DATE: ("oui", "débutant", "10 km", "3", "Corrida de Trifouillis 10 km"),
    Step.RACE_GOAL: ("oui", "débutant", "5 km", "3", "Trail des Crêtes 24 km 900 D+ le 11 avril"),
    Step.REFERENCE: ("oui", "débutant", "10 km", "3", "non"),
    Step.REFERENCE_TIME: ("oui", "débutant", "10 km", "3", "non", "semi"),
    Step.VOLUME: ("oui", "débutant", "10 km", "3", "non", "non"),
    Step.INJURIES: ("oui", "débutant", "10 km", "3", "non", "non", "25"),
    Step.SUMMARY: ("oui", "débutant", "10 km", "3", "non", "non", "25", "non"),
    Step.EDIT: ("oui", "débutant", "10 km", "3", "non", "non", "25", "non", "modifier"),
}


def at(step: Step, language: str = "fr") -> Dialogue:
    """A dialogue that stands at a step."""
    dialogue = begin("t0k3n", "en" if language == "en" else "fr").dialogue
    for text in BEFORE_EACH_STEP[step]:
        dialogue = say(dialogue, text).dialogue
    assert dialogue.step is step
    return dialogue


def say(dialogue: Dialogue, text: str, message_id: int | None = None, *, edited: bool = False) -> Outcome:
    return advance(dialogue, Said(text, message_id, edited), TODAY)


def tap(dialogue: Dialogue, value: str, *, step: Step | None = None) -> Outcome:
    return advance(dialogue, Tapped("t0k3n", step or dialogue.step, value), TODAY)


def remark_keys(outcome: Outcome) -> list[str]:
    return [remark.key for remark in outcome.remarks]


def test_taps_alone_lead_to_a_complete_profile() -> None:
    dialogue = begin("t0k3n", "fr").dialogue
    taps = (
        "start", "intermediate", "half", "4", "w12", "10k", "m45", "20-35",
        "yes-knee", "yes-shin", "skip",
    )  # fmt: skip
    for value in taps:
        dialogue = tap(dialogue, value).dialogue
    assert dialogue.step is Step.SUMMARY
    finished = tap(dialogue, "create")
    assert finished.end == "finished"
    assert finished.dialogue.answers.profile() == RunnerProfile(
        level=Level.INTERMEDIATE,
        goal=Goal.HALF_MARATHON,
        sessions_per_week=4,
        target_date=date(2027, 2, 14),
        reference=Performance(10_000.0, 2700.0),
        injuries=(InjurySite.KNEE, InjurySite.SHIN),
        current_km_per_week=27.0,
        language="fr",
    )


@pytest.mark.parametrize(
    ("language", "texts", "name"),
    [
        (
            "fr",
            ("c'est parti", "je suis débutante", "marathon", "quatre", "marathon de paris 11 avril 2027",
             "Schneider Electric Marathon de Paris", "1h45 semi", "12,5", "genou gauche en descente"),
            "Paris",
        ),
        (
            "en",
            ("let's go", "Beginner", "a marathon", "4 sessions", "london marathon, 25 april 2027",
             "London Marathon", "half 1:45:00", "12.5 km", "my left knee is sore going downhill"),
            "London",
        ),
    ],
)  # fmt: skip
def test_words_alone_lead_to_a_complete_profile(language: str, texts: tuple[str, ...], name: str) -> None:
    dialogue = begin("t0k3n", "fr" if language == "fr" else "en").dialogue
    for text in texts:
        outcome = tap(dialogue, "r0") if dialogue.step is Step.RACE_PICK else say(dialogue, text)
        dialogue = outcome.dialogue
    assert dialogue.step is Step.SUMMARY
    profile = dialogue.answers.profile()
    assert (profile.level, profile.goal, profile.sessions_per_week) == (Level.BEGINNER, Goal.MARATHON, 4)
    assert profile.race is not None
    assert name in profile.race.name
    assert profile.target_date is not None
    assert profile.reference == Performance(21_097.5, 6300.0)
    assert profile.current_km_per_week == 12.5
    assert profile.injuries == (InjurySite.KNEE,)
    assert profile.injuries_notes == texts[-1]


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
    [("25", 25.0), ("12,5", 12.5), ("30 km", 30.0), ("20-30", 25.0), ("vingt", 20.0), ("0", 0.0)],
)
def test_kilometres_a_week_are_read_as_typed(text: str, km: float) -> None:
    assert say(at(Step.VOLUME), text).dialogue.answers.current_km_per_week == km


def test_a_race_that_does_not_fit_the_goal_is_asked_about() -> None:
    dialogue = at(Step.RACE_GOAL)
    switched = tap(dialogue, "switch").dialogue
    assert (switched.answers.goal, switched.step) == (Goal.HALF_MARATHON, Step.REFERENCE)
    kept = tap(dialogue, "keep").dialogue
    assert (kept.answers.goal, kept.answers.race) == (Goal.FIVE_K, dialogue.answers.race)
    other = tap(dialogue, "other").dialogue
    assert (other.step, other.answers.race) == (Step.RACE, None)


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


@pytest.mark.parametrize("step", [s for s in Step if s not in (Step.WELCOME, Step.SUMMARY)])
def test_back_leads_to_an_earlier_step_and_keeps_every_answer(step: Step) -> None:
    dialogue = at(step)
    by_tap, by_word = tap(dialogue, "back"), say(dialogue, "retour")
    assert list(Step).index(by_tap.dialogue.step) < list(Step).index(step)
    assert by_word.dialogue.step is by_tap.dialogue.step
    assert by_tap.dialogue.answers == dialogue.answers


@pytest.mark.parametrize("step", sorted(SKIPPABLE))
def test_skipping_leads_on(step: Step) -> None:
    by_tap, by_word = tap(at(step), "skip"), say(at(step), "passer")
    assert list(Step).index(by_tap.dialogue.step) > list(Step).index(step)
    assert by_word.dialogue.step is by_tap.dialogue.step


@pytest.mark.parametrize("field", ["level", "goal", "sessions", "race", "reference", "volume", "injuries"])
def test_every_field_can_be_changed_from_the_summary(field: str) -> None:
    dialogue = tap(at(Step.EDIT), field).dialogue
    assert (dialogue.step, dialogue.editing) == (Step(field), True)
    answer = {"level": "advanced", "goal": "5k", "sessions": "5", "volume": "50-70"}.get(field, "skip")
    changed = tap(dialogue, answer).dialogue
    assert (changed.step, changed.editing) == (Step.SUMMARY, False)
    assert tap(dialogue, "back").dialogue.answers == dialogue.answers


def test_a_second_tap_on_the_same_button_changes_nothing() -> None:
    dialogue = at(Step.LEVEL)
    after = tap(dialogue, "advanced")
    again = advance(after.dialogue, Tapped("t0k3n", "level", "beginner"), TODAY)
    assert again.dialogue == after.dialogue
    assert (again.question, again.quiet) == (None, "onboarding-already")


def test_a_second_tap_on_an_injury_does_not_take_it_off() -> None:
    dialogue = tap(at(Step.INJURIES), "yes-knee").dialogue
    again = tap(dialogue, "yes-knee")
    assert again.dialogue == dialogue
    assert again.quiet == "onboarding-already"


@pytest.mark.parametrize(
    ("token", "step", "value"),
    [
        ("other", "goal", "5k"), ("t0k3n", "welcome", "start"), ("t0k3n", "summary", "create"),
        ("t0k3n", "goal", "create"), ("t0k3n", "goal", "r99"), ("t0k3n", "goal", ""), ("", "", ""),
        ("t0k3n", "nowhere", "🙃"),
    ],
)  # fmt: skip
def test_a_stale_or_forged_button_brings_the_open_question_back(token: str, step: str, value: str) -> None:
    dialogue = at(Step.GOAL)
    outcome = advance(dialogue, Tapped(token, step, value), TODAY)
    assert remark_keys(outcome) == ["onboarding-stale"]
    assert outcome.question == question(dialogue)
    assert outcome.dialogue.answers == dialogue.answers
    assert not outcome.end


def test_starting_in_the_middle_offers_to_go_on_or_begin_again() -> None:
    asked = ask_to_resume(at(Step.SESSIONS))
    assert asked.question is not None
    assert asked.question.values() == {"resume", "restart"}
    assert tap(asked.dialogue, "resume").dialogue.step is Step.SESSIONS
    assert say(asked.dialogue, "oui").dialogue.step is Step.SESSIONS
    assert say(asked.dialogue, "non").end == "restart"
    assert say(asked.dialogue, "4").dialogue.answers.sessions_per_week == 4


def test_stopping_is_asked_once_more() -> None:
    dialogue = at(Step.SESSIONS)
    for asked in (tap(dialogue, "cancel"), say(dialogue, "annuler"), ask_to_quit(dialogue)):
        assert not asked.end
        assert tap(asked.dialogue, "quit").end == "quit"
        assert say(asked.dialogue, "oui").end == "quit"
        kept = say(asked.dialogue, "non").dialogue
        assert (kept.step, kept.answers) == (Step.SESSIONS, dialogue.answers)


def test_an_edited_message_changes_the_answer_it_gave() -> None:
    dialogue = say(at(Step.SESSIONS), "3", 70).dialogue
    corrected = say(dialogue, "5", 70, edited=True)
    assert corrected.dialogue.answers.sessions_per_week == 5
    assert (corrected.dialogue.step, remark_keys(corrected)) == (Step.RACE, ["onboarding-edited"])


@pytest.mark.parametrize("text", ["beaucoup", "x" * 600, "retour"])
def test_an_edit_that_cannot_be_taken_is_explained(text: str) -> None:
    dialogue = say(at(Step.SESSIONS), "3", 70).dialogue
    outcome = say(dialogue, text, 70, edited=True)
    assert outcome.dialogue.answers == dialogue.answers
    assert remark_keys(outcome) == ["onboarding-edit-unclear"]


def test_a_mended_bad_answer_is_an_answer() -> None:
    dialogue = say(at(Step.SESSIONS), "35", 70).dialogue
    assert say(dialogue, "3", 70, edited=True).dialogue.answers.sessions_per_week == 3


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


@pytest.mark.parametrize("step", list(Step))
def test_a_dialogue_survives_being_stored(step: Step) -> None:
    dialogue = say(at(step), "5", 12).dialogue
    assert dialogue_from_json(dialogue_to_json(dialogue)) == dialogue


@pytest.mark.parametrize(
    "stored", [None, {}, [], "x", {"version": 99, "dialogue": {}}, {"version": 1, "dialogue": {"step": "?"}}]
)
def test_a_dialogue_of_another_version_is_not_read(stored: object) -> None:
    assert dialogue_from_json(stored) is None


def test_a_known_version_with_a_later_number_is_not_read() -> None:
    stored = dialogue_to_json(at(Step.GOAL)) | {"version": 2}
    assert dialogue_from_json(stored) is None


def test_a_known_runner_begins_at_the_summary() -> None:
    profile = at(Step.SUMMARY).answers.profile()
    outcome = begin_from("n3w", profile)
    assert outcome.dialogue.step is Step.SUMMARY
    assert outcome.dialogue.answers.profile() == profile


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
