"""A runner and the real bot: what most conversation tests begin with."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.playground.records import Message
from storage.database import Database
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram, Runner, buttons

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TAPS_FR = (
    "c’est parti", "Intermédiaire", "10 km", "3", "Pas de course prévue", "Pas de chrono récent",
    "10 à 20 km", "Rien de tout ça",
)  # fmt: skip
TAPS_EN = (
    "let’s go", "Intermediate", "10K", "3", "No race planned", "No recent time",
    "10 to 20 km", "None of these",
)  # fmt: skip


@dataclass
class Clock:
    """The bot's clock, set by the test."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Chat:
    """A running bot, its Telegram and its database."""

    telegram: LocalTelegram
    database: Database
    clock: Clock = field(default_factory=Clock)


@asynccontextmanager
async def chatting(folder: Path, clock: Clock | None = None) -> AsyncIterator[Chat]:
    """The bot answers while the block runs."""
    clock = clock or Clock()
    async with LocalTelegram() as telegram, running_bot(telegram, folder, clock=clock) as database:
        yield Chat(telegram, database, clock)


async def answers(runner: Runner, taps: Iterable[str]) -> None:
    """Tap one button after the other, each on the question that brought it."""
    for label in taps:
        asked = await runner.waits_for(partial(_has, label=label))
        before = (asked.text, asked.reply_markup)
        await runner.taps(label, asked)
        await runner.telegram.waits_until(partial(_has_changed, runner, asked.message_id, before))


async def onboards(runner: Runner, language: str = "fr") -> Message:
    """The whole onboarding by taps; gives the message with the plan's picture."""
    await runner.says("/start")
    await answers(runner, TAPS_FR if language == "fr" else TAPS_EN)
    await runner.waits_for(lambda message: has_button(message, "Créer mon plan", "Create my plan"))
    await runner.taps("Créer mon plan" if language == "fr" else "Create my plan")
    return await runner.waits_for(lambda message: message.media is not None)


def has_button(message: Message, *labels: str) -> bool:
    shown = [label for row in buttons(message) for label in row]
    return any(label in text for label in labels for text in shown)


def _has(message: Message, label: str) -> bool:
    return has_button(message, label)


def _has_changed(runner: Runner, message_id: int, before: tuple[str, object]) -> bool:
    now = next(shown for shown in runner.from_bot if shown.message_id == message_id)
    return (now.text, now.reply_markup) != before
