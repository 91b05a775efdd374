"""The clock of the whole bot: bursts with crashes, two processes, and a runner who must not stop others."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.conversations import DUTIES
from bot.messages import Outgoing, SendText
from bot.ticking import Duty, Occasion, Ticking
from bot.turn import Services
from core.clock import next_occurrence
from storage import outbox, runners, schedules
from storage.database import Connection, Database
from storage.schema import schedules as schedules_table
from tests.bot.chatting import Clock
from tests.bot.mornings import morning_of, offset_to, settings_in, settle_runners
from tests.torture.check_ins import burst

EVERYBODY = 120


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(settings_in(tmp_path).resolved_database_url)
    await database.upgrade()
    yield database
    await database.close()


def ticking(database: Database, folder: Path, now: datetime, duty: Duty | None = None) -> Ticking:
    check_in = next(known for known in DUTIES if known.kind == "check-in")
    return Ticking(Services(database, settings_in(folder), lambda: now), [duty or check_in])


async def test_kills_in_a_burst_give_nobody_two(tmp_path: Path) -> None:
    outcome = await burst(tmp_path, runners=EVERYBODY, kills=6)
    assert outcome.twice == 0
    assert sum(outcome.counts.values()) == EVERYBODY, "one message for a runner and a date"
    assert set(outcome.counts) <= {"sent", "unknown"}
    assert outcome.listed == outcome.counts.get("unknown", 0)
    assert EVERYBODY - outcome.arrived <= outcome.listed, "what did not arrive is listed"


async def test_two_processes_on_one_database_ask_everybody_once(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, EVERYBODY)
    offset_s = offset_to(morning_of(day))
    command = (sys.executable, "-m", "tests.bot.mornings", "tick", str(tmp_path), str(offset_s))
    both = [await asyncio.create_subprocess_exec(*command, env=os.environ | {}) for _ in range(2)]
    assert [await process.wait() for process in both] == [0, 0]
    async with database.reading() as connection:
        counts = await outbox.counts(connection)
        due = await schedules.due(connection, "check-in", morning_of(day), 10)
    assert counts == {"pending": EVERYBODY}
    assert due == []


async def test_one_runner_with_a_bug_does_not_stop_the_others(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 3)

    async def compose(_connection: Connection, occasion: Occasion) -> Sequence[Outgoing]:
        if occasion.runner.id == 2:
            raise ValueError("a bug")
        return (SendText(html="hello"),)

    await ticking(database, tmp_path, morning_of(day), Duty("check-in", compose)).tick()
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"pending": 2}
        assert await schedules.due(connection, "check-in", morning_of(day), 10) == []


async def test_nothing_is_written_to_who_blocked_the_bot(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 2)
    async with database.transaction() as connection:
        await runners.mark_blocked(connection, 1, now=morning_of(day))
    await ticking(database, tmp_path, morning_of(day)).tick()
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"pending": 1}


async def test_a_clock_set_back_repeats_nothing(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 2)
    now = morning_of(day)
    for moved in (timedelta(0), timedelta(hours=-1), timedelta(0), timedelta(minutes=30)):
        await ticking(database, tmp_path, now + moved).tick()
    async with database.transaction() as connection:
        for runner_id in (1, 2):  # even a schedule set back is held by the key of the date
            known = await schedules.find(connection, runner_id, "check-in")
            assert known is not None
            await schedules.move(connection, runner_id, "Europe/Paris", now=now - timedelta(hours=3))
    await ticking(database, tmp_path, now).tick()
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"pending": 2}


@pytest.mark.parametrize(
    ("jump", "told"),
    [
        (timedelta(hours=-1), "the clock went back"),
        (timedelta(days=1), "the clock jumped ahead"),
        (timedelta(seconds=20), ""),
    ],
)
async def test_a_jump_of_the_clock_is_told(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str], jump: timedelta, told: str
) -> None:
    clock = Clock()
    look = Ticking(Services(database, settings_in(tmp_path), clock), ())
    await look.tick()
    clock.now += jump
    await look.tick()
    said = capsys.readouterr().out
    assert told in said if told else "clock" not in said


async def test_a_clock_moved_by_hand_jumps_in_silence(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock()
    look = Ticking(Services(database, settings_in(tmp_path), clock), (), clock_is_moved=True)
    await look.tick()
    clock.now += timedelta(days=1)
    await look.tick()
    assert "clock" not in capsys.readouterr().out


async def test_what_comes_by_itself_says_until_when_it_is_of_use(database: Database, tmp_path: Path) -> None:
    """Queued in the morning and still not sent at six in the evening, it is not sent."""
    day = await settle_runners(database, None, 2)
    await ticking(database, tmp_path, morning_of(day)).tick()
    six = datetime.combine(day, time(17), tzinfo=UTC)  # in Paris
    for now, expired in ((six, 0), (six + timedelta(seconds=1), 2)):
        async with database.transaction() as connection:
            assert await outbox.expire(connection, now=now) == expired


async def test_a_move_west_does_not_ask_again_on_the_same_date(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 1)
    await ticking(database, tmp_path, morning_of(day)).tick()
    landed = morning_of(day) + timedelta(hours=7)
    async with database.transaction() as connection:
        await schedules.move(connection, 1, "America/Los_Angeles", now=landed)
        known = await schedules.find(connection, 1, "check-in")
    assert known is not None
    assert known.next_date == day + timedelta(days=1)
    await ticking(
        database, tmp_path, datetime.combine(day, known.at_local, tzinfo=UTC) + timedelta(hours=9)
    ).tick()
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"pending": 1}


async def test_a_schedule_moves_on_only_once_for_what_was_seen(database: Database) -> None:
    """Two processes that saw the same row: the second finds it moved."""
    day = await settle_runners(database, None, 1)
    now = morning_of(day)
    async with database.reading() as connection:
        (seen,) = await schedules.due(connection, "check-in", now, 10)
    following = next_occurrence(seen.rhythm(), now, day)
    moved = []
    for _ in range(2):
        async with database.transaction() as connection:
            moved.append(await schedules.advance(connection, seen, following, day))
    assert moved == [True, False]


async def test_the_key_of_the_date_holds_when_a_schedule_forgot(database: Database, tmp_path: Path) -> None:
    day = await settle_runners(database, None, 2)
    now = morning_of(day)
    await ticking(database, tmp_path, now).tick()
    async with database.transaction() as connection:
        forgotten = {"next_date": day, "next_at_utc": now - timedelta(minutes=1), "last_date": None}
        await connection.execute(update(schedules_table).values(forgotten))
    await ticking(database, tmp_path, now).tick()
    async with database.reading() as connection:
        assert await outbox.counts(connection) == {"pending": 2}
