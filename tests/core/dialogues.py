"""Dialogues that stand at a step, and the two ways to answer: what the tests of conversations begin with."""

from datetime import date

from core.dialogue.onboarding import Outcome, Said, Tapped, advance, begin
from core.dialogue.state import Dialogue, Step

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
