"""The rest of the daily loop through the real bot: later, after the run, a pause, a move, no plan left."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage import checkins, outbox, programs, runners, schedules
from storage.schedules import Schedule
from tests.bot.chatting import Chat, Clock, chatting, onboards
from tests.bot.test_conversation_checkin import ASKED, changed, first_day_of, morning, on, wakes
from tests.telegram import Runner


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with chatting(tmp_path, Clock()) as running:
        yield running


async def schedule_of(chat: Chat, runner: Runner, kind: str = "check-in") -> Schedule:
    async with chat.database.reading() as connection:
        found = await schedules.find(connection, runner.id, kind)
    assert found is not None
    return found


async def test_later_asks_again_unless_answered_before(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    await lea.taps("Me redemander", question)
    await changed(lea, question, "dans deux heures")
    chat.clock.now = morning(day, 8, 3)
    again = await lea.waits_for(ASKED, after=question)
    await lea.taps("💪 En forme", again)
    await changed(lea, again, "Donne tout")
    async with chat.database.reading() as connection:
        known = await checkins.on_date(connection, lea.id, day)
    assert known is not None
    assert known.feeling == 1


async def test_an_answer_before_takes_the_second_question_back(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    await lea.taps("Me redemander", question)
    await changed(lea, question, "dans deux heures")
    await lea.says("en forme")
    await lea.waits_for("Donne tout")
    async with chat.database.reading() as connection:
        assert (await outbox.counts(connection))["withdrawn"] == 1


async def test_an_answer_after_the_session_counts_for_tomorrow(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    item = await on(chat, lea, day)
    async with chat.database.transaction() as connection:
        await programs.mark_session(connection, lea.id, item.id, "done", now=chat.clock.now)
    await lea.taps("😵 Très fatigué", question)
    await changed(lea, question, "pour demain")
    assert (await on(chat, lea, day)).session == item.session
    async with chat.database.reading() as connection:
        assert await checkins.on_date(connection, lea.id, day) is None
        assert await checkins.on_date(connection, lea.id, day + timedelta(days=1)) is not None


async def test_a_button_of_a_plan_that_is_gone(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    async with chat.database.transaction() as connection:
        await programs.archive_active(connection, lea.id, now=chat.clock.now)
    await lea.taps("😮‍💨 Fatigué", question)
    await lea.waits_for("dès que tu auras un plan")
    async with chat.database.reading() as connection:
        assert await checkins.on_date(connection, lea.id, day) is None


async def test_a_pause_and_its_end(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    await lea.says("/settings")
    screen = await lea.waits_for("Tes réglages")
    await lea.taps("Mes messages", screen)
    await changed(lea, screen, "Heures calmes")
    await lea.taps("Faire une pause", lea.last)
    await changed(lea, screen, "combien de temps")
    await lea.taps("2 semaines", lea.last)
    await changed(lea, screen, "Pause jusqu’au")
    for kind in ("check-in", "evening", "weekly"):
        paused = await schedule_of(chat, lea, kind)
        assert paused.paused_until == date(2026, 12, 3)
        assert paused.next_date > paused.paused_until
    await lea.taps("Finir la pause", lea.last)
    await changed(lea, screen, "Mes messages")
    assert (await schedule_of(chat, lea)).next_date <= date(2026, 12, 3)
    await lea.taps("Check-in du matin", lea.last)
    await changed(lea, screen, "Je t’écris vers")
    await lea.taps("Ne plus m’écrire", lea.last)
    await changed(lea, screen, "Je ne t’écris pas")
    assert (await schedule_of(chat, lea)).next_at_utc is None


async def test_the_schedule_follows_a_city_and_a_shared_place(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    await lea.says("/settings")
    screen = await lea.waits_for("Tes réglages")
    await lea.taps("Fuseau horaire", screen)
    await changed(lea, screen, "Où vis-tu")
    await lea.says("GMT+25")
    await lea.waits_for("Je ne trouve pas cette ville")
    assert (await schedule_of(chat, lea)).time_zone == "Europe/Paris", "the last good one stays"
    said = await lea.says("Montréal")
    await lea.waits_for("Tes réglages", after=said)
    moved = await schedule_of(chat, lea)
    assert moved.time_zone == "America/Toronto"
    assert moved.next_at_utc is not None
    assert moved.next_at_utc > chat.clock.now
    await lea.taps("Fuseau horaire", lea.last)
    await lea.waits_for("Où vis-tu", after=said)
    shared = await lea.sends_location()
    await lea.waits_for("Tes réglages", after=shared)
    async with chat.database.reading() as connection:
        runner = await runners.find(connection, lea.id)
    assert runner is not None
    assert runner.time_zone == (await schedule_of(chat, lea)).time_zone


async def test_silence_on_rest_days_when_wished(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    async with chat.database.transaction() as connection:
        known = await runners.find(connection, lea.id)
        assert known is not None
        wish = known.settings.model_copy(update={"rest_days": "silence"})
        await runners.choose_settings(connection, lea.id, wish, now=chat.clock.now)
    day = await first_day_of(chat, lea, rest=True)
    shown = len(lea.from_bot)
    chat.clock.now = morning(day)
    said = await lea.says("/privacy")
    await lea.waits_for("Ce que je garde", after=said)
    async with chat.database.reading() as connection:
        counts = await outbox.counts(connection)
    assert len(lea.from_bot) == shown + 1
    assert not {"pending", "claimed"} & set(counts)
