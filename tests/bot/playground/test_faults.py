"""Trouble on demand, and speed limits."""

import asyncio
import time

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.playground.pacing import Pacing
from tests.telegram import LocalTelegram, Runner


async def test_a_refusal_comes_as_often_as_asked(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.faults.refuse("sendMessage", 500, "Internal Server Error", times=2)
    for _ in range(2):
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(lea.id, "x")
    await bot.send_message(lea.id, "y")
    assert [message.text for message in lea.from_bot] == ["y"]


async def test_a_fault_can_concern_one_chat(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    tom = telegram.runner("Tom")
    await tom.says("/start")
    telegram.faults.refuse("*", 400, "Bad Request: trouble", chat_id=tom.id, times=None)
    await bot.send_message(lea.id, "x")
    for _ in range(3):
        with pytest.raises(BadRequest, match="Trouble"):
            await bot.send_message(tom.id, "x")
    telegram.faults.clear()
    await bot.send_message(tom.id, "x")


async def test_slowing_down_names_the_seconds(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.faults.slow_down("sendMessage", 7)
    with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
        await bot.send_message(lea.id, "x")


async def test_a_dropped_answer_leaves_the_message(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.faults.drop_after("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(lea.id, "delivered")
    telegram.faults.drop_before("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(lea.id, "lost")
    assert [message.text for message in lea.from_bot] == ["delivered"]


async def test_hanging_ends_with_the_client(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.faults.hang("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(lea.id, "x", read_timeout=0.1)
    await asyncio.sleep(0.2)
    assert lea.from_bot == []


async def test_stopping_does_not_wait_for_what_hangs() -> None:
    async with LocalTelegram() as telegram:
        runner = telegram.runner()
        await runner.says("/start")
        telegram.faults.hang("sendMessage")
        async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
            hanging = asyncio.create_task(bot.send_message(runner.id, "x", read_timeout=60))
            polling = asyncio.create_task(bot.get_updates(offset=2**31 - 1, timeout=30, read_timeout=60))
            await telegram.is_polled()
            await telegram.waits_until(lambda: bool(telegram.calls("sendMessage")))
            began_s = time.monotonic()
            await telegram.stop()
            assert time.monotonic() - began_s < 10
            with pytest.raises(NetworkError):
                await hanging
            assert await polling == ()


async def test_a_late_answer(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.faults.delay("sendMessage", 0.2)
    began_s = time.monotonic()
    await bot.send_message(lea.id, "x")
    assert time.monotonic() - began_s >= 0.2


async def test_calls_are_noted(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    await bot.get_updates()
    await bot.send_message(lea.id, "x")
    await bot.send_chat_action(lea.id, "typing")
    assert [call.method for call in telegram.calls()] == ["getMe", "sendMessage", "sendChatAction"]
    (call,) = telegram.calls("sendMessage")
    assert (call.parameters["chat_id"], call.parameters["text"]) == (str(lea.id), "x")


async def test_speed_limits_when_switched_on(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    telegram.playground.pacing = Pacing(chat_burst=2)
    tom = telegram.runner("Tom")
    await tom.says("/start")
    await bot.send_message(lea.id, "1")
    await bot.send_message(lea.id, "2")
    with pytest.raises(RetryAfter, match="Retry in 0:00:01"):
        await bot.send_message(lea.id, "3")
    await bot.send_chat_action(lea.id, "typing")
    await bot.send_message(tom.id, "1")


def test_the_overall_limit_counts_all_chats() -> None:
    pacing = Pacing()
    for chat in range(30):
        pacing.spend(str(chat), now_s=0.0)
    with pytest.raises(Exception, match="retry after 1"):
        pacing.spend("31", now_s=0.0)
    pacing.spend("31", now_s=0.05)
