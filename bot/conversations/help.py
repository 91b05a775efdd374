"""Starting, stopping, the menu, privacy, erasing, and everything no screen asked for."""

from collections.abc import Awaitable, Callable, Mapping

from bot.conversations import (
    checkin,
    course,
    daily,
    enriching,
    life,
    log,
    onboarding,
    pain,
    race,
    reach,
    session_card,
    session_player,
    sessions,
    sessions_card,
    sessions_typed,
    settings,
    talk,
)
from bot.conversations.consent import consent_line
from bot.conversations.language import ask_language
from bot.conversations.plan import active, show_plan, show_week
from bot.conversations.risk import show_risk
from bot.conversations.settings import show_settings
from bot.conversations.today import NEW_PLAN_DATA, show_today
from bot.messages import Button, EditText, Keyboard, SendText
from bot.turn import Turn
from core.dialogue.phrases import choice_exactly, choice_named
from core.dialogue.reading import Remark
from core.dialogue.state import Dialogue
from core.localisation import Localizer
from storage import dialogues, runners

ERASE_PREFIX = "er"
WORDS_OF_A_SCREEN = 3
"""`mon plan stp` asks for a screen; a sentence that holds its name asks something about it."""


async def start(turn: Turn) -> None:
    """/start: go on, begin, or choose between the plan there is and a new one."""
    stored = await active(turn)
    async with turn.saving() as save:
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if found is None and stored is not None:
            keyboard = (
                (Button(label=turn.words("plan-have-show"), data="pl:show"),),
                (Button(label=turn.words("plan-button-new"), data=NEW_PLAN_DATA),),
            )
            await save.say(SendText(html=turn.words("plan-have"), keyboard=keyboard))
        else:
            await onboarding.resume_or_begin(turn, save, found)


async def begin(turn: Turn) -> None:
    """The button that begins, or prepares a new plan from the answers of the last one."""
    stored = await active(turn)
    async with turn.saving() as save:
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if isinstance(found, Dialogue):
            await onboarding.remind(turn, save, found)
        else:
            await onboarding.begin_new(turn, save, profile=stored.profile if stored else None)


async def cancel(turn: Turn) -> None:
    """/cancel: stop what is being asked."""
    async with turn.saving() as save:
        await dialogues.close(save.connection, turn.runner.id, settings.TIME_ZONE)
        for kind in (log.KIND, pain.KIND, daily.KIND, reach.KIND, race.KIND):
            await dialogues.close(save.connection, turn.runner.id, kind)
        closed = await dialogues.close(save.connection, turn.runner.id, settings.KIND)
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if isinstance(found, Dialogue):
            await onboarding.ask_to_stop(turn, save, found)
        else:
            key = "settings-kept" if closed else "onboarding-nothing-to-quit"
            await save.say(SendText(html=turn.words(key)))


async def show_help(turn: Turn) -> None:
    """/help: what the bot can do."""
    await _say_and_remind(turn, turn.words("menu-help"), menu_keyboard(turn.words))


async def show_privacy(turn: Turn) -> None:
    """/privacy: what is kept about the runner."""
    await _say_and_remind(turn, _privacy(turn), ())


def _privacy(turn: Turn) -> str:
    """What is kept, why, how long, by whom; and what this runner agreed to."""
    words = turn.words
    with_claude = turn.services.settings.anthropic_api_key is not None
    who = words("privacy-with-claude" if with_claude else "privacy-without-claude")
    blocks = (words("privacy"), who, words("privacy-rights"), consent_line(turn.runner, words))
    return "\n\n".join(blocks)


async def ask_to_erase(turn: Turn) -> None:
    """/erase: asked once more before everything goes."""
    keyboard = (
        (Button(label=turn.words("erase-button-yes"), data=f"{ERASE_PREFIX}:yes"),),
        (Button(label=turn.words("erase-button-no"), data=f"{ERASE_PREFIX}:no"),),
    )
    async with turn.saving() as save:
        await save.say(SendText(html=turn.words("erase-ask"), keyboard=keyboard))


async def erase_button(turn: Turn) -> None:
    """Erase everything of this runner in one transaction, or keep it."""
    wanted = turn.incoming.data == f"{ERASE_PREFIX}:yes"
    html = turn.words("erase-done" if wanted else "erase-kept")
    async with turn.saving() as save:
        if wanted:
            await runners.erase(save.connection, turn.runner.id)
            if turn.services.talks is not None:
                turn.services.talks.forget(turn.runner.id)
        if turn.incoming.message_id is None:
            await save.say(SendText(html=html))
        else:
            await save.say(EditText(message_id=turn.incoming.message_id, html=html))


async def anything(turn: Turn) -> None:
    """Everything no other route took."""
    if turn.incoming.kind == "tap":
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)
        return
    if turn.incoming.kind == "document" and await course.received(turn):
        return
    if turn.incoming.kind in ("text", "location") and await settings.answered(turn):
        return
    async with turn.services.database.reading() as connection:
        found = await onboarding.open_dialogue(connection, turn.runner.id)
    if isinstance(found, Dialogue):
        await _in_dialogue(turn, found)
    elif found == "lost":
        async with turn.saving() as save:
            await onboarding.begin_new(turn, save, lost=True)
    else:
        await _outside_dialogue(turn)


async def _in_dialogue(turn: Turn, dialogue: Dialogue) -> None:
    if turn.incoming.kind == "command":
        async with turn.saving() as save:
            await onboarding.remind(turn, save, dialogue, Remark("menu-unknown-command"))
        return
    await onboarding.advance_dialogue(turn, dialogue, onboarding.event_of(turn))


async def _outside_dialogue(turn: Turn) -> None:
    incoming = turn.incoming
    wanted = choice_named("menu", incoming.text) if incoming.kind == "text" else None
    if incoming.kind == "text" and not incoming.edited and await _told_of_a_run(turn):
        pass
    elif wanted in (None, "hello", "start") and await active(turn) is None:
        await start(turn)
    elif incoming.kind == "text" and not incoming.edited and await _talked(turn):
        pass
    elif wanted is not None and not incoming.edited:
        await SCREENS[wanted](turn)
    else:
        key = "menu-not-understood"
        if incoming.edited:
            key = "menu-edited"
        elif incoming.kind == "command":
            key = "menu-unknown-command"
        html = f"{turn.words(key)}\n\n{turn.words('menu-help')}"
        async with turn.saving() as save:
            await save.say(SendText(html=html, keyboard=menu_keyboard(turn.words)))


async def _talked(turn: Turn) -> bool:
    """Whether Claude answered; a screen that is named, or nearly, needs no talk."""
    text = turn.incoming.text
    named = choice_exactly("menu", text) or (
        choice_named("menu", text) and len(text.split()) <= WORDS_OF_A_SCREEN
    )
    stored = None if named else await active(turn)
    if stored is None:
        return False
    return await talk.answered(turn, stored, turn.words("menu-help"), menu_keyboard(turn.words))


async def _told_of_a_run(turn: Turn) -> bool:
    """Whether the text answered a question about a run or the morning, or told of one."""
    for listen in (
        reach.answered,
        daily.answered,
        race.answered,
        log.answered,
        pain.answered,
        sessions_typed.answered,
        session_player.answered,
        life.heard,  # "saute demain" is no run skipped
        session_card.heat_from_text,  # "il fait 31" is no run done
        log.reported,
        enriching.answered,
        sessions_card.answered,
        checkin.answered,
        sessions_typed.remarked,
    ):
        if await listen(turn):
            return True
    return False


async def _say_and_remind(turn: Turn, html: str, keyboard: Keyboard) -> None:
    """A screen, and after it the question that is still open."""
    async with turn.saving() as save:
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if isinstance(found, Dialogue):
            await save.say(SendText(html=html))
            await onboarding.remind(turn, save, found)
        else:
            await save.say(SendText(html=html, keyboard=keyboard))


def menu_keyboard(words: Localizer) -> Keyboard:
    return (
        (Button(label=words("menu-button-today"), data="pl:today"),),
        (
            Button(label=words("menu-button-week"), data="pl:week"),
            Button(label=words("menu-button-plan"), data="pl:show"),
        ),
    )


SCREENS: Mapping[str, Callable[[Turn], Awaitable[None]]] = {
    "plan": show_plan,
    "week": show_week,
    "today": show_today,
    "session": sessions.show_session,
    "help": show_help,
    "hello": show_help,
    "log": log.ask_log,
    "risk": show_risk,
    "checkin": checkin.show_checkin,
    "settings": show_settings,
    "language": ask_language,
    "start": start,
}
