"""What a screen of the plan says while there is no plan."""

from bot.conversations import onboarding
from bot.messages import Button, SendText
from bot.turn import Turn
from core.dialogue.reading import Remark
from core.dialogue.state import Dialogue

START_DATA = "mn:start"


async def say_no_plan(turn: Turn) -> None:
    """Go on with the questions where they stopped, or offer to begin."""
    async with turn.saving() as save:
        found = await onboarding.open_dialogue(save.connection, turn.runner.id)
        if isinstance(found, Dialogue):
            await onboarding.remind(turn, save, found, Remark("onboarding-first"))
            return
        button = Button(label=turn.words("plan-none-button"), data=START_DATA)
        await save.say(SendText(html=turn.words("plan-none"), keyboard=((button,),)))
