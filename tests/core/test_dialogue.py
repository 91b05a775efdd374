"""The onboarding conversation, step by step, without Telegram."""

from datetime import date

import pytest

from core.athlete import Goal, InjurySite, Level, Performance, RunnerProfile
from core.dialogue.onboarding import (
    Tapped,
    advance,
    ask_to_quit,
    ask_to_resume,
    begin,
    begin_from,
)
from core.dialogue.questions import SKIPPABLE, question
from core.dialogue.state import Step, dialogue_from_json, dialogue_to_json
from tests.core.dialogues import TODAY, at, remark_keys, say, tap


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
