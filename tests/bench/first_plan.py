"""From the last onboarding answer to the plan on screen, beside a bare echo bot on the same server."""

import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from tests.bench.measuring import heading, run_async, timed_async
from tests.bench.onboarding import answer_until_summary, tap_make_plan
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram

RUNS = 9


def measure() -> None:
    heading("First plan (over the local Bot API, in one process with the server)")
    run_async(_measure())


async def _measure() -> None:
    async with LocalTelegram() as telegram:
        with tempfile.TemporaryDirectory() as folder:
            async with running_bot(telegram, Path(folder)):
                planned = await timed_async(lambda: _seconds_to_plan(telegram), RUNS)
        async with _echo_bot(telegram):
            echoed = await timed_async(lambda: _seconds_to_echo(telegram), RUNS)
    print(planned.line("last answer -> plan on screen"))
    print(echoed.line("bare echo bot, message -> answer"))
    print(
        f"  plan : echo = {planned.median_ms / echoed.median_ms:.1f}; wanted: at most 1000 ms at the median"
    )


async def _seconds_to_plan(telegram: LocalTelegram) -> float:
    runner = telegram.runner("Bench")
    await answer_until_summary(runner)
    began = time.perf_counter()
    await tap_make_plan(runner)
    return time.perf_counter() - began


async def _seconds_to_echo(telegram: LocalTelegram) -> float:
    runner = telegram.runner("Echo")
    began = time.perf_counter()
    await runner.says("hello")
    await runner.waits_for("hello")
    return time.perf_counter() - began


@asynccontextmanager
async def _echo_bot(telegram: LocalTelegram) -> AsyncIterator[None]:
    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message:
            await update.message.reply_text(update.message.text or "")

    application = ApplicationBuilder().token(telegram.token).base_url(f"{telegram.base_url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        if application.updater is None:
            raise RuntimeError("the echo bot has no updater")
        await application.updater.start_polling(poll_interval=0)
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()
