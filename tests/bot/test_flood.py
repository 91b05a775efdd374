"""Who floods is told once and handled no more; who is in danger is always answered."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Conversations
from bot.conversations import red_flags
from bot.flood import WINDOW_S, FloodGate, FloodLimits
from bot.messages import Button, SendText
from bot.turn import Otherwise, Turn
from storage import inbox
from storage.database import Database
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram

TOLD = "⏳ Tu vas trop vite"


async def echo(turn: Turn) -> None:
    async with turn.saving() as save:
        button = Button(label="More", data="more")
        await save.say(SendText(html=f"heard {turn.incoming.text or 'a tap'}", keyboard=((button,),)))


CONVERSATIONS = Conversations(
    routes=(Otherwise(echo),), commands=(), guard=red_flags.heed, flood=FloodLimits(texts=2, taps=3)
)


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


@pytest.fixture
async def database(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Database]:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        yield database


async def test_the_limit_slides_and_is_told_once_a_minute() -> None:
    now_s = 0.0
    gate = FloodGate(FloodLimits(texts=2, taps=3), lambda: now_s)
    said = [gate.judge(1, is_tap=False) for _ in range(5)]
    assert said == ["take", "take", "tell", "drop", "drop"]
    assert [gate.judge(1, is_tap=True) for _ in range(4)] == ["take", "take", "take", "drop"]
    assert gate.judge(2, is_tap=False) == "take", "others are not concerned"
    now_s = WINDOW_S
    assert [gate.judge(1, is_tap=False) for _ in range(4)] == ["take", "take", "tell", "drop"]


async def test_beyond_the_limit_one_sentence_comes_and_nothing_is_handled(
    telegram: LocalTelegram, database: Database
) -> None:
    lea, max_ = telegram.runner("Léa"), telegram.runner("Max")
    for number in range(6):
        await lea.says(f"{number}")
    await lea.says("j’ai mal à la poitrine quand je cours")
    await max_.says("and me?")
    await max_.waits_for("heard and me?")
    await lea.waits_for("112")
    first, second, told, flagged = [message.text for message in lea.from_bot]
    assert (first, second) == ("heard 0", "heard 1")
    assert told.startswith(TOLD)
    assert "112" in flagged
    async with database.reading() as connection:
        assert await inbox.counts(connection) == {"done": 8}


async def test_taps_have_a_limit_of_their_own(telegram: LocalTelegram, database: Database) -> None:
    lea = telegram.runner("Léa")
    await lea.says("hello")
    shown = await lea.waits_for("heard hello")
    answers = [await lea.waits_for_answer(await lea.taps("More", shown)) for _ in range(5)]
    assert [bool(answer.get("text")) for answer in answers] == [False, False, False, True, False]
    assert answers[3]["text"].startswith(TOLD)
    await lea.says("still there?")
    await lea.waits_for("heard still there?")
    assert sum(message.text == "heard a tap" for message in lea.from_bot) == 3
