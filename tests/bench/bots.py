"""Bots to measure, each a process: RunCoach whole or with a handler that repeats, and the bare echo bot.

    python -m tests.bench.bots runcoach|repeating|bare|bare-parallel ADDRESS TOKEN DATABASE_URL

RunCoach keeps everything but Telegram's overall pace (28 messages a second, far below what is measured):
intake, inbox, order per chat, outbox, leases, its chats' pace. SIGUSR1 makes it collect garbage.
"""

import asyncio
import cProfile
import gc
import os
import signal
import sys
from typing import Any

from pydantic import SecretStr
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot import booking, limiter
from bot.app import Conversations, run_until_stopped
from bot.messages import SendText
from bot.settings import Settings
from bot.turn import Otherwise, Turn

FASTER_THAN_ANY_BOT = 1_000_000.0
AT_ONCE = 256  # what the library's own documentation calls a usual number


async def repeat(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html=turn.incoming.text))


REPEATING = Conversations(routes=(Otherwise(repeat),), commands=())


def run_runcoach(address: str, token: str, database_url: str, conversations: Conversations | None) -> None:
    signal.signal(signal.SIGUSR1, lambda *_: gc.collect())
    # Telegram's own limit is no property of the program; the chats' pace stays.
    for module in (limiter, booking):
        vars(module)["OVERALL_PER_S"] = FASTER_THAN_ANY_BOT
    settings = Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(token),
        telegram_api_base_url=address,
        database_url=database_url,
        runcoach_workers=0,
    )
    asyncio.run(run_until_stopped(settings, conversations))


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def run_bare(address: str, token: str, *, at_once: int | bool) -> None:
    """The echo bot of the library's examples."""
    builder: Any = Application.builder().token(token).base_url(f"{address}/bot")
    application = builder.concurrent_updates(at_once).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


def main() -> None:
    kind, address, token, database_url = sys.argv[1:]
    if kind in ("runcoach", "repeating"):
        run_runcoach(address, token, database_url, REPEATING if kind == "repeating" else None)
    else:
        run_bare(address, token, at_once=AT_ONCE if kind == "bare-parallel" else False)


if __name__ == "__main__":
    profile = os.environ.get("RUNCOACH_BENCH_PROFILE")
    if profile:
        profiler = cProfile.Profile()
        profiler.runcall(main)
        profiler.dump_stats(profile)
    else:
        main()
