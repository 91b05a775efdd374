"""A runner who asks a coach for a session: what the tests of that conversation share."""

from functools import partial

from bot.playground.records import Message
from storage import coach_sessions
from storage.coach_sessions import StoredCoachSession
from tests.bot.chatting import Chat, answers, has_button
from tests.telegram import LocalTelegram, Runner, buttons

FIRST = {"fr": "Quelle séance", "en": "Which session"}
ANSWERS = {
    "fr": ("45", "Intermédiaire", "Salle", "Au choix"),
    "en": ("45", "Intermediate", "Gym", "Coach’s"),
}
ANY_DIVISION = {"fr": "Peu importe", "en": "Doesn’t matter"}
COACHES = {
    "force": {"fr": "Force", "en": "Strength"},
    "endurance": {"fr": "Endurance", "en": "Endurance"},
    "functional": {"fr": "Fonctionnel", "en": "Functional"},
    "calisthenics": {"fr": "Callisthénie", "en": "Calisthenics"},
    "competitions": {"fr": "Compétitions", "en": "Competitions"},
}
START = {"fr": "▶ Commencer", "en": "▶ Start"}
UNKNOWN = {"fr": "Je ne sais pas", "en": "I don’t know"}


async def opens(runner: Runner, language: str = "fr") -> Message:
    """/session: the screen with the coaches."""
    last = runner.from_bot[-1] if runner.from_bot else None
    await runner.says("/session")
    return await runner.waits_for(
        lambda message: FIRST[language] in message.text and has_button(message, COACHES["force"][language]),
        after=last,
    )


async def asks(runner: Runner, coach: str = "force", language: str = "fr") -> Message:
    """A session by taps; gives its card with the detail there."""
    screen = await opens(runner, language)
    await answers(runner, (COACHES[coach][language], *ANSWERS[language]))
    if coach == "competitions":
        await answers(runner, (ANY_DIVISION[language],))
    await shows(runner, screen.message_id, START[language])
    return await says_so(runner, screen.message_id, "✨")


async def shows(runner: Runner, message_id: int, *labels: str) -> Message:
    """The message once it has a button with one of the labels."""
    await runner.telegram.waits_until(lambda: has_button(message(runner, message_id), *labels))
    return message(runner, message_id)


async def says_so(runner: Runner, message_id: int, text: str) -> Message:
    """The message once it contains a text."""
    await runner.telegram.waits_until(lambda: text in message(runner, message_id).text)
    return message(runner, message_id)


def message(runner: Runner, message_id: int) -> Message:
    """A message of the bot as it stands now."""
    return next(shown for shown in runner.from_bot if shown.message_id == message_id)


async def taps(runner: Runner, message_id: int, label: str) -> Message:
    """Tap a button of a message, and give it as it stands once it has changed."""
    before = message(runner, message_id)
    seen = (before.text, before.reply_markup)
    await runner.taps(label, before)
    await runner.telegram.waits_until(partial(_differs, runner, message_id, seen))
    return message(runner, message_id)


async def begins(runner: Runner, card: Message, language: str = "fr") -> Message:
    """▶, without naming a maximum; gives the first screen."""
    shown = await taps(runner, card.message_id, START[language])
    if has_button(shown, UNKNOWN[language]):
        shown = await taps(runner, card.message_id, UNKNOWN[language])
    return shown


async def latest(chat: Chat, runner: Runner) -> StoredCoachSession:
    """The session as stored."""
    async with chat.database.reading() as connection:
        found = await coach_sessions.latest(connection, runner.id)
    assert found is not None
    return found


async def told_over_the_chat(telegram: LocalTelegram, text: str) -> None:
    """Return once a tap was answered with this text."""
    await telegram.waits_until(
        lambda: any(
            text in str(call.parameters.get("text", "")) for call in telegram.calls("answerCallbackQuery")
        )
    )


def data_of(shown: Message, label: str) -> str:
    """The data of a button."""
    for row in (shown.reply_markup or {}).get("inline_keyboard", ()):
        for button in row:
            if label in button["text"]:
                return str(button["callback_data"])
    raise AssertionError(f"no button {label!r} among {buttons(shown)}")


def _differs(runner: Runner, message_id: int, seen: tuple[str, object]) -> bool:
    now = message(runner, message_id)
    return (now.text, now.reply_markup) != seen
