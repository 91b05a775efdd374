"""The week on paper: nothing is lost or made up in it, limits bite, and its commits are the program's own."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.app import Conversations
from bot.conversations import DUTIES, GUARD, ROUTES
from bot.rhythms import CHECK_IN
from bot.ticking import TOGETHER
from scripts.simulation.population import cohorts
from scripts.simulation.report import clock_of, picture_of
from scripts.simulation.week import ANSWERING, REQUESTS_PER_ANSWER, Setup, Week, Writes, simulate
from storage import outbox
from storage.database import Database
from tests.bot.mornings import morning_of, offset_to, settle_runners
from tests.bot.running import running_bot
from tests.databases import database_url
from tests.telegram import LocalTelegram

RUNNERS = 60
WRITING = 20


@pytest.fixture(scope="module")
def crowded() -> Week:
    return simulate(Setup("crowded", 1_000_000))


def test_what_is_due_is_sent_passed_over_or_waits(crowded: Week) -> None:
    sent = sum(delays.total() for delays in crowded.delays.values())
    expired = sum(delays.expired for delays in crowded.delays.values())
    assert sent + expired + crowded.left == pytest.approx(crowded.due)
    assert expired > 0
    assert sum(minute.sent for minute in crowded.minutes) == pytest.approx(sent)


def test_everybody_who_was_asked_and_answers_is_answered() -> None:
    week = simulate(Setup("quiet", 5_000))
    asked = week.delays[CHECK_IN].total()
    assert asked == pytest.approx(5_000 * 7)
    assert week.answers.total() == pytest.approx(asked * ANSWERING * REQUESTS_PER_ANSWER)


def test_a_faster_telegram_brings_the_question_earlier(crowded: Week) -> None:
    paid = simulate(Setup("paid", 1_000_000, overall_per_s=1000, bulk_per_s=950, tickers=16))
    late, soon = (week.delays[CHECK_IN].quantile(0.9) for week in (crowded, paid))
    assert soon < late / 10


def test_nothing_is_sent_faster_than_telegram_takes_it(crowded: Week) -> None:
    assert max(minute.sent for minute in crowded.minutes) <= 60 * crowded.setup.bulk_per_s + 1e-6


def test_every_runner_is_asked_each_day_and_told_once_a_week() -> None:
    due = cohorts(7_000)
    by_kind = {kind: sum(c.runners for c in due if c.kind == kind) for kind in {c.kind for c in due}}
    assert by_kind == pytest.approx({"check-in": 49_000, "evening": 28_000, "weekly": 7_000})


@pytest.mark.parametrize(("seconds", "text"), [(41, "41 s"), (720, "12 min"), (12_240, "3.4 h")])
def test_delays_read_as_times(seconds: float, text: str) -> None:
    assert clock_of(seconds) == text


def test_the_picture_is_one() -> None:
    assert picture_of([simulate(Setup("quiet", 100))]).startswith(b"\x89PNG")


async def test_the_program_commits_as_often_as_the_model_says(tmp_path: Path) -> None:
    database = Database(database_url(tmp_path))
    async with LocalTelegram() as telegram:
        day = await settle_runners(database, telegram.world, RUNNERS)
        offset = timedelta(seconds=offset_to(morning_of(day)))
        check_in = [duty for duty in DUTIES if duty.kind == CHECK_IN]
        talk = Conversations(ROUTES, (), check_in, GUARD)
        with counted_commits() as commits:
            async with running_bot(telegram, tmp_path, talk, lambda: datetime.now(UTC) + offset):
                await _until_sent(database, RUNNERS)
    await database.close()
    writes = Writes()
    expected = RUNNERS * (writes.per_ticked_group / TOGETHER + writes.per_sent)
    assert len(commits) == pytest.approx(expected, rel=0.2)


async def test_an_update_commits_as_often_as_the_model_says(tmp_path: Path) -> None:
    database = Database(database_url(tmp_path))
    async with LocalTelegram() as telegram:
        people = [telegram.runner(f"Runner {number}", "en") for number in range(WRITING)]
        async with running_bot(telegram, tmp_path, Conversations(ROUTES, (), (), GUARD)):
            with counted_commits() as commits:
                await asyncio.gather(*(person.says("/privacy") for person in people))
                await _until_sent(database, WRITING)
    await database.close()
    writes = Writes()
    assert len(commits) == pytest.approx(WRITING * (writes.per_update + writes.per_sent), rel=0.2)


@contextmanager
def counted_commits() -> Iterator[list[object]]:
    """The commits of every engine while the block runs."""
    seen: list[object] = []

    def note(connection: object) -> None:
        seen.append(connection)

    event.listen(Engine, "commit", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "commit", note)


async def _until_sent(database: Database, count: int) -> None:
    async with asyncio.timeout(60):
        while True:
            async with database.reading() as connection:
                if (await outbox.counts(connection)).get("sent", 0) >= count:
                    return
            await asyncio.sleep(0.2)
