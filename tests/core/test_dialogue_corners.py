"""The conversation off its usual way: a race from a file, a question put aside, notes beside taps."""

from dataclasses import replace

import pytest

from core.athlete import Goal, InjurySite, Level, Race
from core.dialogue.onboarding import ask_to_quit, ask_to_resume, asks_for_race_later, take_race
from core.dialogue.questions import question, shown
from core.dialogue.state import Answers, Dialogue, Step
from tests.core.dialogues import at, say, tap


@pytest.mark.parametrize("step", Step)
def test_the_race_is_asked_after_the_sessions(step: Step) -> None:
    before = {Step.WELCOME, Step.LEVEL, Step.GOAL, Step.SESSIONS}
    assert asks_for_race_later(Dialogue(token="t0k3n", step=step)) is (step in before)


def test_a_race_from_a_file_is_taken_and_its_date_asked() -> None:
    race = Race("Tour du lac", 10.0)
    taken = take_race(at(Step.RACE), race).dialogue
    assert (taken.answers.race, taken.step, taken.editing) == (race, Step.RACE_DATE, False)
    late = take_race(at(Step.SUMMARY), race).dialogue
    assert (late.answers.race, late.step, late.editing) == (race, Step.RACE_DATE, True)


def test_starting_anew_at_the_welcome_asks_nothing_else() -> None:
    outcome = ask_to_resume(at(Step.WELCOME))
    assert (outcome.dialogue.step, outcome.dialogue.aside) == (Step.WELCOME, "")


@pytest.mark.parametrize(("ask", "aside"), [(ask_to_resume, "resume"), (ask_to_quit, "quit")])
def test_a_question_about_the_dialogue_stands_on_screen(ask: object, aside: str) -> None:
    outcome = ask(at(Step.GOAL))  # type: ignore[operator]  # one of two functions
    assert outcome.dialogue.aside == aside
    assert shown(outcome.dialogue) == outcome.question != question(outcome.dialogue)


def test_an_injury_note_is_shown_back_and_goes_with_the_site_it_names() -> None:
    noted = replace(
        at(Step.INJURIES),
        answers=replace(
            at(Step.INJURIES).answers, injuries=(InjurySite.KNEE,), injuries_notes="genou sensible"
        ),
    )
    asked = question(noted)
    assert asked.key.endswith("-noted")
    assert asked.variables["note"] == "genou sensible"
    without = tap(noted, "no-knee").dialogue
    assert (without.answers.injuries, without.answers.injuries_notes) == ((), "")


def test_a_site_taken_off_keeps_a_note_about_another_thing() -> None:
    answers = replace(
        at(Step.INJURIES).answers, injuries=(InjurySite.KNEE,), injuries_notes="dos un peu raide"
    )
    without = tap(replace(at(Step.INJURIES), answers=answers), "no-knee").dialogue
    assert (without.answers.injuries, without.answers.injuries_notes) == ((), "dos un peu raide")


def test_the_list_of_answers_leads_back_to_the_summary() -> None:
    assert tap(at(Step.EDIT), "back").dialogue.step is Step.SUMMARY


@pytest.mark.parametrize(
    ("goal", "race_km", "step"),
    [
        (Goal.ENDURANCE, 10.0, Step.RACE_GOAL),
        (Goal.MARATHON, 80.0, Step.REFERENCE),
        (Goal.MARATHON, 10.0, Step.RACE_GOAL),
        (Goal.TEN_K, 15.0, Step.REFERENCE),
    ],
)
def test_a_race_that_does_not_fit_the_goal_is_asked_about(goal: Goal, race_km: float, step: Step) -> None:
    dialogue = at(Step.RACE)
    dialogue = replace(dialogue, answers=replace(dialogue.answers, goal=goal))
    dated = say(take_race(dialogue, Race("Corrida", race_km)).dialogue, "11 avril").dialogue
    assert dated.step is step


def test_no_race_leaves_nothing_to_choose_about_its_goal() -> None:
    bare = question(Dialogue(token="t0k3n", step=Step.RACE_GOAL))
    assert not {"switch", "keep", "other"} & bare.values()


@pytest.mark.parametrize("missing", ["level", "goal", "sessions_per_week"])
def test_no_profile_without_what_it_needs(missing: str) -> None:
    answers = Answers(level=Level.BEGINNER, goal=Goal.TEN_K, sessions_per_week=3)
    assert answers.profile().goal is Goal.TEN_K
    with pytest.raises(ValueError, match="required"):
        replace(answers, **{missing: None}).profile()  # type: ignore[arg-type]  # any field
