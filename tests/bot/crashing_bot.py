"""A bot process for the crash tests: keeps what it heard, in order, and dies where it is told to.

    python -m tests.bot.crashing_bot ADDRESS TOKEN FOLDER

A text "die before" kills the process once inside its transaction, "die after" once right after the commit.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.app import Conversations, run_until_stopped
from bot.messages import SendText
from bot.settings import Settings
from bot.turn import Otherwise, Turn
from storage import dialogues
from tests.databases import database_url


async def remember(turn: Turn) -> None:
    """Append the text to what this runner said, and repeat it."""
    text = turn.incoming.text
    async with turn.saving() as save:
        known = await dialogues.load(save.connection, turn.runner.id, "heard")
        heard = [*(known.state["texts"] if known else []), text]
        await dialogues.save(save.connection, turn.runner.id, "heard", {"texts": heard}, now=turn.now)
        await save.say(SendText(html=f"heard {text}"))
        die_once(turn, "before", text)
    die_once(turn, "after", text)


def die_once(turn: Turn, moment: str, text: str) -> None:
    marker = turn.services.settings.runcoach_data_dir / f"died-{moment}-{turn.runner.id}"
    if text == f"die {moment}" and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    conversations = Conversations(routes=(Otherwise(remember),), commands=())
    address, token, folder = sys.argv[1:]
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(token),
        telegram_api_base_url=address,
        runcoach_data_dir=Path(folder),
        database_url=database_url(Path(folder)),
    )
    asyncio.run(run_until_stopped(settings, conversations))


if __name__ == "__main__":
    main()
