"""Receiving: every update once, none in another's way, and plain words when Telegram will not."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import Conversations, run_bot
from bot.errors import SECOND_COPY, TOKEN_REFUSED, StartFailed
from bot.logs import configure_logs
from bot.messages import SendText
from bot.turn import Otherwise, Turn
from storage import inbox
from storage.database import Database
from storage.inbox import ReceivedUpdate
from tests.bot.running import running_bot, settings_for
from tests.telegram import LocalTelegram


async def echo(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html=f"heard {turn.incoming.text}"))


CONVERSATIONS = Conversations(routes=(Otherwise(echo),), commands=())


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


def tell(telegram: LocalTelegram, kind: str, body: dict[str, Any]) -> None:
    telegram.world.tell_bot(kind, body, telegram.clock())
    telegram.playground.committed()


async def counts(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return await inbox.counts(connection)


@pytest.mark.parametrize(
    "body",
    [
        {"message_id": 1},
        {"message_id": "x", "chat": "y", "date": "z"},
        {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 5, "type": "private"},
            "text": 5,
            "entities": [{"type": 1}],
        },
        {},
    ],
)
async def test_an_unreadable_update_does_not_stop_the_next(
    telegram: LocalTelegram, tmp_path: Path, body: dict[str, Any]
) -> None:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        lea = telegram.runner("Léa")
        tell(telegram, "message", body)
        await lea.says("after it")
        await lea.waits_for("heard after it")
        ended = await counts(database)
        assert ended.pop("done") == 1
        assert list(ended.values()) == [1]
        assert "pending" not in ended


async def test_an_update_told_twice_is_handled_once(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        lea = telegram.runner("Léa")
        await lea.says("once")
        await lea.waits_for("heard once")
        again = next(call for call in telegram.calls("getUpdates") if call.parameters.get("offset"))
        async with database.reading() as connection:
            assert await inbox.waiting(connection) == []
        first_id = int(again.parameters["offset"]) - 1
        async with database.transaction() as connection:
            repeated = [ReceivedUpdate(first_id, lea.id, lea.id, json.dumps({"update_id": first_id}))]
            assert await inbox.keep(connection, repeated, now=datetime.now(UTC)) == []
        await lea.says("twice")
        await lea.waits_for("heard twice")
        assert len(lea.from_bot) == 2


async def test_groups_and_channels_are_left_alone(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with running_bot(telegram, tmp_path, CONVERSATIONS) as database:
        lea = telegram.runner("Léa")
        group = {"id": -100, "type": "group", "title": "Club"}
        sender = {"id": lea.id, "is_bot": False, "first_name": "Léa"}
        tell(
            telegram, "message", {"message_id": 1, "date": 1, "chat": group, "from": sender, "text": "hi all"}
        )
        await lea.says("private")
        await lea.waits_for("heard private")
        assert await counts(database) == {"done": 1, "ignored": 1}
        assert len(telegram.calls("sendMessage")) == 1


async def test_what_waited_while_the_bot_was_down_is_handled_in_order(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    lea = telegram.runner("Léa")
    for number in range(5):
        await lea.says(str(number))
    async with running_bot(telegram, tmp_path, CONVERSATIONS):
        await lea.waits_for("heard 4")
    assert [message.text for message in lea.from_bot] == [f"heard {number}" for number in range(5)]


async def run_alone(telegram: LocalTelegram, folder: Path, **changes: Any) -> None:
    settings = settings_for(telegram, folder).model_copy(update=changes)
    async with asyncio.timeout(5):
        await run_bot(settings, asyncio.Event(), conversations=CONVERSATIONS)


@pytest.mark.parametrize("token", ["7000000001:wrong", "no token at all", "1:", ""])
async def test_a_wrong_token_is_one_sentence(telegram: LocalTelegram, tmp_path: Path, token: str) -> None:
    with pytest.raises(StartFailed) as refusal:
        await run_alone(telegram, tmp_path, telegram_bot_token=SecretStr(token))
    assert str(refusal.value) == TOKEN_REFUSED


async def test_a_second_copy_gives_way_with_one_sentence(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with running_bot(telegram, tmp_path / "first", CONVERSATIONS):
        await asyncio.sleep(0.2)
        telegram.faults.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
        with pytest.raises(StartFailed) as refusal:
            await run_alone(telegram, tmp_path / "second")
        assert str(refusal.value) == SECOND_COPY


async def test_of_two_copies_the_newer_gives_way(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.YOUNG_FOR_S", 1.0)
    monkeypatch.setattr("bot.intake.CONFLICT_PAUSE_S", 0.2)
    async with running_bot(telegram, tmp_path / "first", CONVERSATIONS):
        await asyncio.sleep(1.1)
        with pytest.raises(StartFailed) as refusal:
            await run_alone(telegram, tmp_path / "second")
        assert str(refusal.value) == SECOND_COPY
        lea = telegram.runner("Léa")
        await lea.says("still there?")
        await lea.waits_for("heard still there?")


async def test_no_network_at_the_start_is_said_once_and_waited_out(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    telegram.faults.refuse("getMe", 502, "Bad Gateway", times=1)
    lea = telegram.runner("Léa")
    await lea.says("hello")
    async with running_bot(telegram, tmp_path, CONVERSATIONS):
        await lea.waits_for("heard hello")


async def test_an_outage_of_the_poll_passes(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with running_bot(telegram, tmp_path, CONVERSATIONS):
        telegram.faults.refuse("getUpdates", 502, "Bad Gateway", times=2)
        telegram.faults.drop_after("getUpdates")
        lea = telegram.runner("Léa")
        await lea.says("hello")
        await lea.waits_for("heard hello")
        assert len(lea.from_bot) == 1


async def test_no_token_reaches_the_log_even_when_libraries_are_loud(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    token = "7000000002:" + "A" * 35
    configure_logs(logging.DEBUG)
    try:
        for talkative in ("telegram", "httpx", "httpcore"):
            logging.getLogger(talkative).setLevel(logging.DEBUG)
        async with LocalTelegram(token=token) as other, running_bot(other, tmp_path, CONVERSATIONS):
            lea = other.runner("Léa")
            await lea.says("my secret knee")
            await lea.waits_for("heard my secret knee")
    finally:
        root.handlers, root.level = handlers, level
        for talkative in ("telegram", "httpx", "httpcore"):
            logging.getLogger(talkative).setLevel(logging.WARNING)
    logged = capfd.readouterr().err
    assert "<token>/sendMessage" in logged, "the address was logged, without the token"
    assert "A" * 35 not in logged
