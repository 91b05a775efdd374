"""The onboarding as a pure state machine: a dialogue and an event give the next dialogue and question."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal

from core.athlete import Language, Race, RunnerProfile
from core.dialogue import reading, steps
from core.dialogue.phrases import choice_exactly, choice_named, plain
from core.dialogue.questions import (
    ANYWHERE,
    BACK,
    CANCEL,
    Question,
    question,
    quit_question,
    resume_question,
)
from core.dialogue.reading import Problem, Remark
from core.dialogue.state import MAIN_STEPS, PARENT_STEP, Answers, Dialogue, Step, main_step
from core.failure import Failure

# Longer messages are asked for again: no answer needs more, and it bounds what is read and kept.
MAX_TEXT = 500

# Here a word inside a sentence may be part of a name or a note: only the whole text counts as a choice.
FREE_TEXT_STEPS = frozenset(
    {
        Step.RACE,
        Step.RACE_PICK,
        Step.RACE_DATE,
        Step.REFERENCE,
        Step.REFERENCE_TIME,
        Step.VOLUME,
        Step.INJURIES,
    }
)


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button: the dialogue and step it belongs to, and its value."""

    token: str
    step: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text message; an edited one keeps the id of the message it corrects."""

    text: str
    message_id: int | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that is no text: voice, sticker, photo, document, location, other."""

    kind: str


Event = Tapped | Said | Unreadable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows: the dialogue to keep, the sentences to say first and the question to ask.

    Remarks without a question stand alone: the question on screen stays open.
    `recorded` is the step whose answer was just taken. `redraw` means that the question replaces the one on
    screen. `quiet` is the key of a short note on the button when there is nothing to send. `end` says that
    the dialogue is over: `finished` with complete answers, `quit`, or `restart` asked for.
    """

    dialogue: Dialogue
    question: Question | None = None
    remarks: tuple[Problem, ...] = ()
    recorded: Step | None = None
    redraw: bool = False
    quiet: str | None = None
    end: Literal["", "finished", "quit", "restart"] = ""


def begin(token: str, language: Language) -> Outcome:
    """A new dialogue; `token` (4 to 12 characters) marks its buttons."""
    return _ask(Dialogue(token=token, answers=Answers(language=language)))


def begin_from(token: str, profile: RunnerProfile) -> Outcome:
    """A new dialogue about a known runner: everything is on the summary card, to keep or to change."""
    answers = Answers(**{field.name: getattr(profile, field.name) for field in fields(Answers)})
    return _ask(Dialogue(token=token, step=Step.SUMMARY, answers=answers))


def asks_for_race_later(dialogue: Dialogue) -> bool:
    """Whether the question about the race is still to come."""
    return MAIN_STEPS.index(main_step(dialogue.step)) < MAIN_STEPS.index(Step.RACE)


def take_race(dialogue: Dialogue, race: Race) -> Outcome:
    """A race from elsewhere (a file) becomes the answer; what is still to know of it is asked next."""
    editing = dialogue.editing or main_step(dialogue.step) is Step.SUMMARY
    settled = steps.settle_race(replace(dialogue, editing=editing, aside=""), race, None)
    return _ask(replace(settled, answered=dialogue.step))


def again(dialogue: Dialogue, *remarks: Problem) -> Outcome:
    """The question that is open, asked once more."""
    return _ask(replace(dialogue, aside=""), *remarks)


def ask_to_resume(dialogue: Dialogue) -> Outcome:
    """What to answer when the runner starts anew in the middle."""
    if dialogue.step is Step.WELCOME:
        return again(dialogue)
    asked = replace(dialogue, asked=dialogue.asked + 1, noted=())
    return Outcome(replace(asked, aside="resume"), resume_question(asked))


def ask_to_quit(dialogue: Dialogue) -> Outcome:
    """What to answer when the runner wants to stop."""
    asked = replace(dialogue, asked=dialogue.asked + 1, noted=())
    return Outcome(replace(asked, aside="quit"), quit_question(asked))


def advance(dialogue: Dialogue, event: Event, today: date) -> Outcome:
    """The dialogue after what the runner did; `today` is the runner's own date."""
    match event:
        case Tapped():
            return _tapped(dialogue, event, today)
        case Said(edited=True) if event.message_id in dict(dialogue.typed):
            return _corrected(dialogue, event, today)
        case Said():
            return _said(dialogue, event, today)
        case _:
            return again(dialogue, Remark("onboarding-unreadable", {"kind": event.kind}), _expected(dialogue))


def _tapped(dialogue: Dialogue, tap: Tapped, today: date) -> Outcome:
    if tap.token != dialogue.token:
        return again(dialogue, Remark("onboarding-stale"))
    if tap.step != dialogue.step:
        if tap.step == dialogue.answered:
            return Outcome(dialogue, quiet="onboarding-already")
        return again(dialogue, Remark("onboarding-stale"))
    if tap.value in ANYWHERE or tap.value in question(dialogue).values():
        return _chosen(dialogue, tap.value, today)
    if dialogue.step is Step.INJURIES and tap.value in steps.INJURY_TAPS:
        return Outcome(dialogue, quiet="onboarding-already")
    return again(dialogue, Remark("onboarding-stale"))


def _said(dialogue: Dialogue, said: Said, today: date) -> Outcome:
    if len(said.text) > MAX_TEXT:
        return again(dialogue, Remark("onboarding-too-long"), _expected(dialogue))
    language = dialogue.answers.language
    if despair := reading.despair_remarks(said.text, language):
        return Outcome(dialogue, remarks=despair)
    value = _value_of(dialogue, said.text)
    outcome = _read(dialogue, said.text, today) if value is None else _chosen(dialogue, value, today)
    remarks = reading.health_remarks(said.text, language)
    if outcome.recorded is Step.INJURIES:
        remarks += reading.other_parts_remark(said.text, language)
    outcome = replace(outcome, remarks=(*remarks, *outcome.remarks))
    if outcome.redraw:  # nothing was tapped: the question comes as a new message
        anew = replace(outcome.dialogue, asked=outcome.dialogue.asked + 1)
        anew = anew.noting(outcome.recorded) if outcome.recorded else anew.noting()
        outcome = replace(outcome, dialogue=anew, redraw=False)
    if outcome.recorded is None:
        return outcome
    remembering = outcome.dialogue.remembering(said.message_id, outcome.recorded)
    return replace(outcome, dialogue=remembering)


def _value_of(dialogue: Dialogue, text: str) -> str | None:
    """The button that this text stands for, if any."""
    if dialogue.aside and (value := choice_exactly(dialogue.aside, text)):
        return value
    offered = question(dialogue).values()
    named = choice_exactly if dialogue.step in FREE_TEXT_STEPS else choice_named
    value = named(dialogue.step, text)
    if value in offered:
        return value
    navigation = choice_exactly("navigation", text)
    if navigation == CANCEL or navigation in offered:
        return navigation
    return None


def _chosen(dialogue: Dialogue, value: str, today: date) -> Outcome:
    """A button of the open question, or a text that stands for it."""
    dialogue = replace(dialogue, aside="quit" if value == CANCEL else "")
    match value:
        case "restart" | "quit":
            return Outcome(dialogue, end=value)
        case "create":
            return Outcome(dialogue, end="finished")
        case "cancel":
            return Outcome(dialogue, quit_question(dialogue), redraw=True)
        case "resume":
            taken = dialogue
        case "back":
            taken = replace(_back(dialogue), answered=dialogue.step)
        case _:
            return _onward(dialogue, steps.take(dialogue, value, today))
    return _redrawn(taken.noting(*taken.noted))


def _read(dialogue: Dialogue, text: str, today: date) -> Outcome:
    """Anything typed that is no button."""
    result = steps.read(dialogue, text, today) if plain(text) else None
    match result:
        case Dialogue():
            return _onward(dialogue, replace(result, aside=""))
        case Remark() | Failure():
            return again(dialogue, result)
        case _:
            return again(dialogue, _expected(dialogue))


def _onward(before: Dialogue, after: Dialogue) -> Outcome:
    """The next question, in the place of the one that was answered."""
    if after.step is before.step:
        return _redrawn(after)
    after = replace(after, answered=before.step)
    if main_step(after.step) is main_step(before.step) or before.step is Step.EDIT:
        return _redrawn(after)  # more is asked about the same subject
    return replace(_redrawn(after.noting(*after.noted, before.step)), recorded=before.step)


def _back(dialogue: Dialogue) -> Dialogue:
    if dialogue.step in PARENT_STEP:
        return replace(dialogue, step=PARENT_STEP[dialogue.step])
    if dialogue.editing:
        return replace(dialogue, step=Step.SUMMARY, editing=False)
    return replace(dialogue, step=MAIN_STEPS[max(MAIN_STEPS.index(dialogue.step) - 1, 0)])


def _corrected(dialogue: Dialogue, said: Said, today: date) -> Outcome:
    """An edited message changes the answer it gave, where that needs no further question."""
    step = dict(dialogue.typed)[said.message_id or 0]
    then = replace(dialogue, step=step, aside="", editing=False)
    value = None if len(said.text) > MAX_TEXT else _value_of(then, said.text)
    if value in (BACK, CANCEL) or len(said.text) > MAX_TEXT:
        return again(dialogue, Remark("onboarding-edit-unclear"))
    result = steps.take(then, value, today) if value else steps.read(then, said.text, today)
    if not isinstance(result, Dialogue) or result.step in PARENT_STEP or result.step is step:
        return again(dialogue, Remark("onboarding-edit-unclear"))
    corrected = replace(dialogue, answers=result.answers, aside="")
    return replace(_ask(corrected, Remark("onboarding-edited")), recorded=step)


def _ask(dialogue: Dialogue, *remarks: Problem) -> Outcome:
    asked = replace(dialogue, asked=dialogue.asked + 1, noted=())
    return Outcome(asked, question(asked), remarks)


def _redrawn(dialogue: Dialogue) -> Outcome:
    return Outcome(dialogue, question(dialogue), redraw=True)


def _expected(dialogue: Dialogue) -> Remark:
    """The sentence that says which answers this step takes."""
    return Remark(f"onboarding-{dialogue.step}-expected")
