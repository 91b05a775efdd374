"""One of several bot processes on one database: repeats what it hears, and may be told to be slow.

    python -m tests.bot.fleet_bot ADDRESS TOKEN FOLDER LEASE_S [WEB_PORT]

With a port it takes a webhook there instead of polling. A text "slow …" is thought about for a while.
"""

import asyncio
import sys
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Conversations, run_until_stopped
from bot.messages import SendText
from bot.presence import Rhythm
from bot.settings import Settings
from bot.turn import Otherwise, Turn
from storage import dialogues
from tests.bot.webhooks import webhook_settings
from tests.databases import database_url

SLOW_S = 1.5


async def remember(turn: Turn) -> None:
    """Append the text to what this runner said; what was said before is read long before it is written."""
    text, runner_id = turn.incoming.text, turn.runner.id
    async with turn.services.database.reading() as connection:
        known = await dialogues.load(connection, runner_id, "heard")
    await asyncio.sleep(SLOW_S if text.startswith("slow") else 0.01)
    heard = [*(known.state["texts"] if known else []), text]
    async with turn.saving() as save:
        await dialogues.save(save.connection, runner_id, "heard", {"texts": heard}, now=turn.now)
        await save.say(SendText(html=f"heard {text}"))


def main() -> None:
    address, token, folder, lease_s, *web_port = sys.argv[1:]
    web: dict[str, Any] = webhook_settings(int(web_port[0])) if web_port else {}
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(token),
        telegram_api_base_url=address,
        runcoach_data_dir=Path(folder),
        database_url=database_url(Path(folder)),
        runcoach_workers=0,
        **web,
    )
    lease = float(lease_s)
    rhythm = Rhythm(lease_s=lease, beat_s=lease / 4, look_s=min(lease / 8, 1.0))
    conversations = Conversations(routes=(Otherwise(remember),), commands=())
    asyncio.run(run_until_stopped(settings, conversations, rhythm=rhythm))


if __name__ == "__main__":
    main()
