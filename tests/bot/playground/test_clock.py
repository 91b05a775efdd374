"""The clock that moves forward: what is shown, what is refused, and what the bot makes of it."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import run_bot
from bot.playground.archive import Archive
from bot.playground.bot_agenda import BotAgenda
from bot.playground.moving import HOUR_S, Goal
from bot.playground.world import World
from bot.presence import Rhythm
from storage.database import Database
from tests.bot.chatting import onboards
from tests.bot.running import settings_for
from tests.databases import database_url
from tests.telegram import LocalTelegram, Runner

NOW_S = datetime(2026, 11, 22, 9, 0, tzinfo=UTC).timestamp()  # a Sunday, ten in Paris
DAY_S = 24 * HOUR_S


def still() -> float:
    return NOW_S


def page_of(telegram: LocalTelegram) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=telegram.base_url, timeout=60)


async def moved(page: httpx.AsyncClient, goal: object, **more: object) -> dict[str, Any]:
    answer: dict[str, Any] = (await page.post("/play/clock", json={"goal": goal, **more})).json()
    return answer


async def test_an_hour_further() -> None:
    async with LocalTelegram(clock=still) as telegram, page_of(telegram) as page:
        assert (await page.get("/play/clock")).json() == {"now_s": NOW_S, "ahead_s": 0, "moving": False}
        answer = await moved(page, "hour")
        assert answer == {"now_s": NOW_S + HOUR_S, "ahead_s": HOUR_S, "moving": False}
        said = await telegram.runner("Léa").says("/start")
        assert said.date_s == NOW_S + HOUR_S


@pytest.mark.parametrize("goal", [NOW_S - 60, NOW_S + 401 * 24 * HOUR_S, "yesterday", None, True])
async def test_never_back_and_never_too_far(goal: object) -> None:
    async with LocalTelegram(clock=still) as telegram, page_of(telegram) as page:
        refused = await page.post("/play/clock", json={"goal": goal})
        assert refused.status_code == 400
        assert refused.json()["error"]
        assert (await page.get("/play/clock")).json()["ahead_s"] == 0


async def test_a_restart_keeps_the_time(tmp_path: Path) -> None:
    path = tmp_path / "world.sqlite3"
    for hours in (1, 2):
        world, archive = World(), Archive(path)
        archive.load(world)
        async with (
            LocalTelegram(clock=still, world=world, archive=archive) as telegram,
            page_of(telegram) as page,
        ):
            assert (await moved(page, "hour"))["ahead_s"] == hours * HOUR_S
        archive.close()


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[tuple[LocalTelegram, httpx.AsyncClient]]:
    """The server, the bot on its clock, and the page's client; the real time stands still."""
    database = Database(database_url(folder))
    telegram = LocalTelegram(clock=still, agenda=BotAgenda(database))
    stop, ready = asyncio.Event(), asyncio.Event()
    async with telegram, page_of(telegram) as page:
        settings = settings_for(telegram, folder)

        def now() -> datetime:
            return datetime.fromtimestamp(telegram.playground.clock(), UTC)

        running = asyncio.create_task(
            run_bot(settings, stop, on_ready=ready.set, clock=now, rhythm=Rhythm(tick_s=0.05))
        )
        await ready.wait()
        try:
            yield telegram, page
        finally:
            stop.set()
            await running
            await database.close()


def mornings(runner: Runner) -> list[datetime]:
    """The local dates of the messages that greet."""
    return [
        datetime.fromtimestamp(message.date_s, UTC)
        for message in runner.from_bot
        if message.text.startswith("Bonjour")
    ]


async def test_days_step_by_step_then_days_asleep(tmp_path: Path) -> None:
    async with playing(tmp_path) as (telegram, page):
        lea, tom = telegram.runner("Léa"), telegram.runner("Tom", user_id=77)
        for runner in (lea, tom):
            await onboards(runner)
        answer = await moved(page, "morning")
        (morning,) = mornings(lea)
        assert morning.replace(second=0) == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
        assert answer["now_s"] >= morning.timestamp() + 1
        await moved(page, NOW_S + 3 * DAY_S)
        assert [morning.day for morning in mornings(lea)] == [23, 24, 25]
        assert {morning.hour for morning in mornings(lea)} == {6}
        assert len(mornings(tom)) == 3
        await moved(page, NOW_S + 6 * DAY_S + 2 * HOUR_S, at_once=True)  # noon
        assert [morning.day for morning in mornings(lea)] == [23, 24, 25, 28]
        assert "plus tôt" in mornings_text(lea) or "tard" in mornings_text(lea)
        assert len(mornings(tom)) == 4


def mornings_text(runner: Runner) -> str:
    return next(m.text for m in reversed(runner.from_bot) if m.text.startswith("Bonjour"))


class Busy:
    """A bot that is never done."""

    async def next_due_s(self, after_s: float, goal: Goal | None = None) -> float | None:
        return None

    async def is_settled(self, now_s: float) -> bool:
        return False


async def test_one_move_at_a_time() -> None:
    async with LocalTelegram(clock=still, agenda=Busy()) as telegram, page_of(telegram) as page:
        first = asyncio.create_task(moved(page, "hour"))
        while not (await page.get("/play/clock")).json()["moving"]:
            await telegram.playground.next_change(0.01)
        assert (await page.post("/play/clock", json={"goal": "hour"})).status_code == 409
        telegram.playground.close()
        assert (await first)["ahead_s"] == HOUR_S


def test_the_program_starts_at_a_chosen_time_and_never_before(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("runcoach")), "playground", "--no-browser", "--port", "0"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "RUNCOACH_DATA_DIR": str(tmp_path)}
    past = subprocess.run(  # our own program
        [*command, "--at", "2020-01-01T06:55"], env=environment, capture_output=True, text=True, check=False
    )
    assert past.returncode == 1
    assert "only goes forward" in past.stderr
    assert "Traceback" not in past.stderr
