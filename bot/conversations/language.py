"""Changing the language, and the plan's words with it."""

from dataclasses import replace

from bot.conversations import onboarding
from bot.conversations.making import MadePlan, make_plan
from bot.conversations.plan import active
from bot.messages import Button, EditText, Outgoing, SendText
from bot.turn import Save, Turn
from bot.words import words_in
from core.athlete import Language
from core.dialogue.state import Dialogue
from core.localisation import LANGUAGES
from storage import programs, runners
from storage.programs import StoredProgram

PREFIX = "lg"


async def ask_language(turn: Turn) -> None:
    """/language: a button for each language."""
    buttons = tuple(
        (Button(label=turn.words(f"language-{code}"), data=f"{PREFIX}:{code}"),) for code in LANGUAGES
    )
    async with turn.saving() as save:
        await save.say(SendText(html=turn.words("language-ask"), keyboard=buttons))


async def choose_language(turn: Turn) -> None:
    """A language was tapped: everything from here on speaks it, the plan included."""
    code = turn.incoming.data.partition(":")[2]
    language = next((known for known in LANGUAGES if known == code), None)
    if language is None:
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)
        return
    stored = await active(turn)
    made = await translated(turn, stored, language) if stored else None
    async with turn.saving() as save:
        await runners.choose_language(save.connection, turn.runner.id, language, now=turn.now)
        await save.say(_changed(turn, language, with_plan=made is not None))
        if stored and made:
            await replace_words(turn, save, stored, made)
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if isinstance(found, Dialogue):
            await onboarding.speak_language(turn, save, found, language)


async def translated(turn: Turn, stored: StoredProgram, language: Language) -> MadePlan | None:
    """The same plan in another language (the engine gives the same plan for the same request), or None."""
    if stored.language == language:
        return None
    made = await make_plan(turn, replace(stored.profile, language=language), stored.program.start_date)
    return made if isinstance(made, MadePlan) else None


async def replace_words(turn: Turn, save: Save, stored: StoredProgram, made: MadePlan) -> None:
    """Save the translated plan, and what became of each session with it."""
    await made.save(turn, save)
    changed = [item for week in stored.weeks for item in week.sessions if item.status != "planned"]
    if not changed:
        return
    new = await programs.active(save.connection, turn.runner.id)
    sessions = [item for week in new.weeks for item in week.sessions] if new else []
    ids = {(item.week_number, item.position): item.id for item in sessions}
    for item in changed:
        if session_id := ids.get((item.week_number, item.position)):
            await programs.mark_session(
                save.connection, turn.runner.id, session_id, item.status, now=turn.now
            )


def _changed(turn: Turn, language: Language, *, with_plan: bool) -> Outgoing:
    words = words_in(language)
    html = words("language-changed")
    if with_plan:
        html += "\n" + words("plan-translated")
    if turn.incoming.message_id is None:
        return SendText(html=html)
    return EditText(message_id=turn.incoming.message_id, html=html)
