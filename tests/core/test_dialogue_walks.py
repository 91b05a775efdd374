"""Random conversations: nothing a runner does breaks the dialogue or loses an answer that was taken."""

from dataclasses import fields
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from core.dialogue.onboarding import Event, Outcome, Said, Tapped, Unreadable, advance, begin
from core.dialogue.questions import question, shown
from core.dialogue.state import MAIN_STEPS, Answers, Dialogue, Step, dialogue_from_json, dialogue_to_json

TODAY = date(2026, 11, 20)
WORDS = (
    "oui", "non", "retour", "passer", "annuler", "continuer", "débutant", "avancé", "5 km", "semi",
    "marathon", "3", "-5", "12,5", "7h30", "12 avril", "dans 12 semaines", "Marathon de Paris",
    "Trail 30 km 1500 D+", "Marathon de Paris 11 avril", "45:30 sur 10", "1h45", "25", "genou",
    "mal au dos", "modifier", "objectif", "🏃", "<b>", "x" * 600, "",
)  # fmt: skip
FIELD_OF_STEP = {
    Step.LEVEL: {"level"},
    Step.GOAL: {"goal"},
    Step.SESSIONS: {"sessions_per_week"},
    Step.RACE: {"race", "target_date"},
    Step.RACE_PICK: {"race", "target_date"},
    Step.RACE_DATE: {"target_date"},
    Step.RACE_GOAL: {"goal", "race", "target_date"},
    Step.REFERENCE: {"reference"},
    Step.REFERENCE_TIME: {"reference"},
    Step.VOLUME: {"current_km_per_week"},
    Step.INJURIES: {"injuries", "injuries_notes"},
    Step.WELCOME: {"language"},
}


@st.composite
def conversations(draw: st.DrawFn) -> list[tuple[Dialogue, Event, Outcome]]:
    """What happened, event by event: the dialogue before, the event, the outcome."""
    dialogue = begin("t0k3n", draw(st.sampled_from(["fr", "en"]))).dialogue
    happened = []
    for number in range(draw(st.integers(5, 40))):
        event = draw(events(dialogue, number))
        outcome = advance(dialogue, event, TODAY)
        happened.append((dialogue, event, outcome))
        if outcome.end:
            break
        dialogue = outcome.dialogue
    return happened


def events(dialogue: Dialogue, number: int) -> st.SearchStrategy[Event]:
    offered = sorted(question(dialogue).values() | shown(dialogue).values())
    good_tap = st.builds(Tapped, st.just("t0k3n"), st.just(dialogue.step), st.sampled_from(offered))
    any_tap = st.builds(
        Tapped, st.sampled_from(["t0k3n", "old"]), st.sampled_from(list(Step)), st.sampled_from(offered)
    )
    text = st.builds(Said, st.sampled_from(WORDS), st.just(number), st.just(False))
    edit = st.builds(Said, st.sampled_from(WORDS), st.integers(0, 8), st.just(True))
    noise = st.builds(Said, st.text(max_size=40), st.just(number), st.just(False))
    return st.one_of(good_tap, good_tap, text, any_tap, edit, noise, st.just(Unreadable("voice")))


@settings(max_examples=150, deadline=None)
@given(conversations())
def test_every_conversation_stays_answerable_and_stored(
    happened: list[tuple[Dialogue, Event, Outcome]],
) -> None:
    for _before, _event, outcome in happened:
        assert outcome.question or outcome.quiet or outcome.end or outcome.remarks
        assert dialogue_from_json(dialogue_to_json(outcome.dialogue)) == outcome.dialogue
        assert question(outcome.dialogue).rows
        if outcome.end == "finished":
            outcome.dialogue.answers.profile()


@settings(max_examples=150, deadline=None)
@given(conversations())
def test_an_event_changes_no_answer_but_that_of_its_step(
    happened: list[tuple[Dialogue, Event, Outcome]],
) -> None:
    for before, event, outcome in happened:
        changed = {
            field.name
            for field in fields(Answers)
            if getattr(before.answers, field.name) != getattr(outcome.dialogue.answers, field.name)
        }
        allowed = FIELD_OF_STEP.get(before.step, set())
        if isinstance(event, Said) and event.edited and event.message_id in dict(before.typed):
            allowed = FIELD_OF_STEP.get(dict(before.typed)[event.message_id or 0], set())
        assert changed <= allowed


@settings(max_examples=100, deadline=None)
@given(conversations())
def test_the_summary_is_reached_with_the_required_answers_only(
    happened: list[tuple[Dialogue, Event, Outcome]],
) -> None:
    for _before, _event, outcome in happened:
        dialogue = outcome.dialogue
        if dialogue.step in (Step.SUMMARY, Step.EDIT) or dialogue.editing:
            dialogue.answers.profile()
        elif dialogue.step in MAIN_STEPS[4:]:
            assert None not in (
                dialogue.answers.level, dialogue.answers.goal, dialogue.answers.sessions_per_week
            )  # fmt: skip
