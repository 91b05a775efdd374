"""The first conversation: from /start to the plan."""

import secrets
from dataclasses import replace
from typing import Literal

from bot.conversations.days import today_of
from bot.conversations.making import make_plan
from bot.messages import EditText
from bot.turn import Save, Turn
from bot.views.onboarding import (
    anchor,
    answer_messages,
    question_message,
    remark_html,
)
from bot.views.profile import summary_lines
from bot.words import words_in
from core.athlete import Language, Race, RunnerProfile
from core.dialogue.onboarding import (
    Event,
    Outcome,
    Said,
    Tapped,
    Unreadable,
    advance,
    again,
    ask_to_quit,
    ask_to_resume,
    begin,
    begin_from,
    take_race,
)
from core.dialogue.reading import Problem, Remark
from core.dialogue.state import Dialogue, Step, dialogue_from_json, dialogue_to_json
from core.failure import Failure
from storage import dialogues, runners
from storage.database import Connection

KIND = "onboarding"
CONSENT_VERSION = 1
"""Counts the wordings of the first screen about what is stored."""

Found = Dialogue | Literal["lost"] | None


async def open_dialogue(connection: Connection, runner_id: int) -> Found:
    """The runner's onboarding; "lost" when it is of a version this one cannot read."""
    stored = await dialogues.load(connection, runner_id, KIND)
    if stored is None:
        return None
    return dialogue_from_json(stored.state) or "lost"


async def begin_new(
    turn: Turn, save: Save, *, lost: bool = False, profile: RunnerProfile | None = None
) -> None:
    """Ask the first question, or show the summary of a runner who is known."""
    token = secrets.token_hex(3)
    outcome = begin_from(token, profile) if profile else begin(token, turn.runner.language)
    remarks = (Remark("onboarding-lost"),) if lost else ()
    await _ask_anew(turn, save, replace(outcome, remarks=remarks))


async def prepare_race(turn: Turn, save: Save, dialogue: Dialogue, race: Race) -> None:
    """Go on with a race that came as a file."""
    await _ask_anew(turn, save, take_race(dialogue, race))


async def prepare_race_of_known(turn: Turn, save: Save, profile: RunnerProfile, race: Race) -> None:
    """A new plan for this race, from the answers of the last one."""
    await prepare_race(turn, save, begin_from(secrets.token_hex(3), profile).dialogue, race)


async def resume_or_begin(turn: Turn, save: Save, found: Found) -> None:
    """What /start does without a plan: go on where the runner stopped, or begin."""
    if isinstance(found, Dialogue):
        await _follow(turn, save, found, ask_to_resume(found))
    else:
        await begin_new(turn, save, lost=found == "lost")


async def remind(turn: Turn, save: Save, dialogue: Dialogue, *remarks: Problem) -> None:
    """Ask the open question again, after a word on what the runner did instead."""
    await _follow(turn, save, dialogue, again(dialogue, *remarks))


async def ask_to_stop(turn: Turn, save: Save, dialogue: Dialogue) -> None:
    await _follow(turn, save, dialogue, ask_to_quit(dialogue))


async def speak_language(turn: Turn, save: Save, dialogue: Dialogue, language: Language) -> None:
    """The open question again, in another language."""
    await _follow(turn, save, dialogue, again(dialogue.answering(language=language)))


async def tapped(turn: Turn) -> None:
    """A button of the onboarding; one that leads nowhere gets the open question, or a word on why."""
    _prefix, token, step, value = (*turn.incoming.data.split(":", 3), "", "", "")[:4]
    found = await _load(turn)
    if isinstance(found, Dialogue):
        await advance_dialogue(turn, found, Tapped(token, step, value))
        return
    async with turn.saving() as save:
        if found == "lost":
            await begin_new(turn, save, lost=True)
    await turn.answer_tap(None if found else turn.words("menu-stale-button"), alert=found is None)


async def advance_dialogue(turn: Turn, dialogue: Dialogue, event: Event) -> None:
    """One step of the conversation; the last one makes the plan."""
    outcome = advance(dialogue, event, today_of(turn))
    if outcome.end == "finished":
        await _finish(turn, dialogue, outcome)
        return
    async with turn.saving() as save:
        if outcome.end:
            await _end(turn, save, dialogue, outcome)
        else:
            await _keep_choices(turn, save, dialogue, outcome)
            await _follow(turn, save, dialogue, outcome)
    await turn.answer_tap(turn.words(outcome.quiet) if outcome.quiet else None)


def event_of(turn: Turn) -> Event:
    """What the runner sent, as the dialogue understands it."""
    incoming = turn.incoming
    if incoming.kind in ("text", "command"):
        return Said(incoming.text, incoming.message_id, incoming.edited)
    return Unreadable(incoming.kind)


async def _load(turn: Turn) -> Found:
    async with turn.services.database.reading() as connection:
        return await open_dialogue(connection, turn.runner.id)


async def _follow(turn: Turn, save: Save, before: Dialogue, outcome: Outcome) -> None:
    """Keep the dialogue and say what follows."""
    words = words_in(outcome.dialogue.answers.language)
    tapped_id = turn.incoming.message_id if turn.incoming.kind == "tap" else None
    messages = answer_messages(
        before, outcome, words, name=turn.runner.first_name, tapped_message_id=tapped_id
    )
    await _save(turn, save, outcome.dialogue)
    for message in messages:
        await save.say(message)


async def _ask_anew(turn: Turn, save: Save, outcome: Outcome) -> None:
    words = words_in(outcome.dialogue.answers.language)
    await _save(turn, save, outcome.dialogue)
    await save.say(question_message(outcome, words, name=turn.runner.first_name))


async def _save(turn: Turn, save: Save, dialogue: Dialogue) -> None:
    await dialogues.save(save.connection, turn.runner.id, KIND, dialogue_to_json(dialogue), now=turn.now)


async def _keep_choices(turn: Turn, save: Save, before: Dialogue, outcome: Outcome) -> None:
    """What an answer means beyond the dialogue: the agreement and the language."""
    if outcome.recorded is Step.WELCOME:
        await runners.give_consent(save.connection, turn.runner.id, CONSENT_VERSION, now=turn.now)
    language = outcome.dialogue.answers.language
    if language != before.answers.language:
        await runners.choose_language(save.connection, turn.runner.id, language, now=turn.now)


async def _end(turn: Turn, save: Save, dialogue: Dialogue, outcome: Outcome) -> None:
    await dialogues.close(save.connection, turn.runner.id, KIND)
    words = words_in(dialogue.answers.language)
    if outcome.end == "restart":
        await save.say(_closed(turn, dialogue, remark_html(Remark("onboarding-restarted"), words)))
        await begin_new(turn, save)
    else:
        await save.say(_closed(turn, dialogue, words("onboarding-quit-done")))


async def _finish(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Build the plan, and end the dialogue in the transaction that saves it."""
    answers = outcome.dialogue.answers
    words = words_in(answers.language)
    made = await make_plan(turn, answers.profile())
    async with turn.saving() as save:
        if isinstance(made, Failure):
            await remind(turn, save, dialogue, made)
            return
        await dialogues.close(save.connection, turn.runner.id, KIND)
        await made.save_and_show(turn, save)  # the plan first: the runner waits for it
        agreed = words("onboarding-agreed", lines=summary_lines(answers, words))
        await save.say(_closed(turn, dialogue, agreed))


def _closed(turn: Turn, dialogue: Dialogue, html: str) -> EditText:
    """The open question's message, with words that end it and no buttons."""
    if turn.incoming.kind == "tap" and turn.incoming.message_id:
        return EditText(message_id=turn.incoming.message_id, html=html)
    return EditText(anchor=anchor(dialogue), html=html)
