"""Red flags, looked for first in every text that reaches the bot: a fixed answer, and the load off."""

from bot.conversations import onboarding
from bot.conversations.days import today_of
from bot.messages import SendText
from bot.turn import Turn
from core.dialogue.state import Dialogue
from core.gating import open_for_red_flag
from core.red_flags import SELF_HARM, RedFlag, red_flags
from storage import complaints, following, runners
from storage.database import Connection


async def heed(turn: Turn) -> bool:
    """Answer the signs of a text and hold the load back; False when it shows none.

    While the first conversation runs, it is the one that answers (with the same sentences).
    """
    if turn.incoming.kind == "tap" or not turn.incoming.text:
        return False
    flags = red_flags(turn.incoming.text)
    if not flags:
        return False
    async with turn.services.database.reading() as connection:
        asking = isinstance(await onboarding.open_dialogue(connection, turn.runner.id), Dialogue)
    if asking:
        async with turn.services.database.transaction() as connection:
            await runners.hold(connection, turn.runner.id)
            await _hold_back(connection, turn, flags)
        return False
    async with turn.saving() as save:
        await _hold_back(save.connection, turn, flags)
        await save.say(SendText(html=_answer(turn, flags)))
    return True


def _answer(turn: Turn, flags: tuple[RedFlag, ...]) -> str:
    blocks = [turn.words("onboarding-health", text=flag.advice[turn.runner.language]) for flag in flags]
    if any(flag.id == SELF_HARM for flag in flags):
        blocks.append(turn.words("red-flag-care"))
    elif any(flag.load == "off" for flag in flags):
        blocks.append(turn.words("red-flag-load-off"))
    return "\n\n".join(blocks)


async def _hold_back(connection: Connection, turn: Turn, flags: tuple[RedFlag, ...]) -> None:
    today = today_of(turn)
    for flag in flags:
        if flag.load == "off":
            gate = open_for_red_flag(flag.id, today)
            await complaints.keep_gate(connection, turn.runner.id, gate, now=turn.now, answered_for=today)
    await following.follow_day(connection, turn.runner.id, today, turn.runner.language, now=turn.now)
